"""What press text tells without labels: its sentences, the rarity of its words, and what the encoder makes of them."""

import json
import math
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np

from pipeline.language.encoder.meaning import compact
from pipeline.language.encoder.model import Encoder
from pipeline.language.encoder.windows import windows
from pipeline.track import wording
from pipeline.track.wording import stems

WORDS, LEAST = 7000, 8
"""Stems whose rarity is kept, the most frequent ones, and in how many sentences they must stand at least."""
DOCUMENTS, SENTENCES = 60, 150
"""Documents of a publisher, and sentences of a document, whose words are counted."""
_END = re.compile(r"(?<=[.;:!?])\s+|\n+")


def documents_of(file: Path) -> frozenset[str]:
    """The documents of a gold file, or of a labelled pair."""
    text = file.read_text(encoding="utf-8")
    records = [json.loads(line) for line in (text.splitlines() if file.suffix == ".jsonl" else [text]) if line.strip()]
    sides = [record.get(side, record) for record in records for side in ("earlier", "later")]
    return frozenset(side["doc_id"] for side in sides)


def texts(press: Path, most: int, but: frozenset[str]) -> Iterator[str]:
    """Texts of at most so many documents of each publisher, drawn by chance, without the documents ``but``."""
    for folder in sorted(path for path in press.iterdir() if path.is_dir()):
        files = [path for path in sorted(folder.glob("*.txt")) if path.stem not in but]
        random.Random(1).shuffle(files)
        for path in files[:most]:
            yield path.read_text(encoding="utf-8")


def sentences(text: str, most: int) -> list[str]:
    """The first sentences of a text, cut at full stops and lines: those of at least six words."""
    return [part for part in _END.split(text)[:most] if part.count(" ") > 5]


def write_rarity(press: Path, but: frozenset[str], folder: Path) -> None:
    """Count stems and write their rarity to ``folder``."""
    counts: Counter[str] = Counter()
    number = 0
    for text in texts(press, DOCUMENTS, but):
        for sentence in sentences(text, SENTENCES):
            counts.update(set(stems(sentence)))
            number += 1
    rarity = {s: round(math.log(number / n), 1) for s, n in counts.most_common(WORDS) if n >= LEAST}
    content = {"stems": rarity, "unknown": round(math.log(number / LEAST), 1)}
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    (folder / wording.FILE).write_text(text + "\n", encoding="utf-8")


def vectors(found: Sequence[str], encoder: Encoder) -> np.ndarray:
    """Vectors of the sentences of a document as the store would keep them: (sentences, dimensions)."""
    pieces = [encoder.splitter(sentence).numbers for sentence in found]
    rows: Iterable[np.ndarray] = (encoder(window).pooled for window in windows(pieces))
    return compact(np.vstack([np.zeros((0, 384), dtype=np.float32), *rows]))
