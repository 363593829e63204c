"""What all-MiniLM-L6-v2 makes of press sentences and of stems, which the projection learns to tell.

``python -m pipeline.training.track.reading --pairs PAIR.json ... --press FOLDER --work FOLDER``

What was read lies in ``--work`` afterwards and is not read again; ``pipeline.training.track`` learns from it.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch.nn import functional
from transformers import BertModel

from pipeline.language.encoder.pieces import VOCABULARY
from pipeline.track.matcher import FOLDER
from pipeline.track.wording import load_rarity
from pipeline.training.encoder.base import checked, installed_base
from pipeline.training.track.pairs import read_pairs
from pipeline.training.track.passages import READ, SPELT, forms, passages, unread_documents

LONGEST = 160
"""Word pieces of a sentence that are read."""
AT_ONCE = 32


def main() -> None:
    """Read what was not read yet."""
    parser = argparse.ArgumentParser(prog="python -m pipeline.training.track.reading", description=__doc__)
    parser.add_argument("--base", type=Path, help="folder of the pretrained encoder; that of its package if not given")
    parser.add_argument("--pairs", nargs="+", type=Path, required=True)
    parser.add_argument("--press", type=Path, required=True)
    parser.add_argument("--without", nargs="*", type=Path, default=[], help="gold and pairs whose texts stay unread")
    parser.add_argument("--work", type=Path, required=True, help="folder for what is read, outside the repository")
    options = parser.parse_args()
    torch.set_num_threads(1)
    base = checked(options.base or installed_base())
    options.work.mkdir(parents=True, exist_ok=True)
    unread = unread_documents(list(read_pairs(options.pairs, options.press)), options.without)
    for name, found in (
        (SPELT, forms(options.press, unread, load_rarity(FOLDER))),
        (READ, [sentence for passage in passages(options.press, unread) for sentence in passage]),
    ):
        if not (options.work / name).is_file():
            np.save(options.work / name, read(found, base).astype(np.float16), allow_pickle=False)
            print(f"{name}: {len(found)} read", flush=True)


@torch.no_grad()
def read(texts: Sequence[str], base: Path) -> np.ndarray:
    """Vectors of texts, the means over their pieces, of length 1: (texts, dimensions)."""
    network = BertModel.from_pretrained(base, add_pooling_layer=False).eval()
    tokenizer = Tokenizer.from_file(str(base / VOCABULARY))
    tokenizer.enable_truncation(LONGEST)
    tokenizer.enable_padding()
    order = sorted(range(len(texts)), key=lambda number: len(texts[number]))
    rows = np.zeros((len(texts), network.config.hidden_size), dtype=np.float32)
    for start in range(0, len(order), AT_ONCE):
        some = order[start : start + AT_ONCE]
        encoded = tokenizer.encode_batch([texts[number] for number in some])
        mask = torch.tensor([e.attention_mask for e in encoded])
        hidden = network(input_ids=torch.tensor([e.ids for e in encoded]), attention_mask=mask).last_hidden_state
        shown = mask.unsqueeze(-1).float()
        rows[some] = functional.normalize((hidden * shown).sum(1) / shown.sum(1), dim=1).numpy()
    return rows


if __name__ == "__main__":
    main()
