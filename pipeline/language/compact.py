"""Word representations that take half the room on disk.

Weights are kept in 16-bit floats in the stored model and are 32-bit floats in memory: the figures of the model stay the
same to a hundredth, its largest file is half as large.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import srsly  # type: ignore[import-untyped]
from spacy.language import Language
from spacy.pipeline import Tok2Vec
from spacy.pipeline.tok2vec import DEFAULT_TOK2VEC_MODEL
from spacy.tokens import Doc
from thinc.api import Model
from thinc.types import Floats2d

FACTORY = "communique_tok2vec"


class CompactTok2Vec(Tok2Vec):
    """spaCy's ``tok2vec``, stored in half precision."""

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Store the component in the folder ``path``."""
        super().to_disk(path, exclude=tuple(exclude))
        file = Path(path) / "model"
        content = srsly.msgpack_loads(file.read_bytes())
        content["params"] = [
            {name: value if value is None else value.astype(np.float16) for name, value in node.items()}
            for node in content["params"]
        ]
        file.write_bytes(srsly.msgpack_dumps(content))

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> "CompactTok2Vec":
        """Read the component from the folder ``path``, in half or in full precision."""
        super().from_disk(path, exclude=tuple(exclude))
        for node in self.model.walk():
            for name in node.param_names:
                if node.has_param(name):
                    weights: Any = np.asarray(node.get_param(name), dtype=np.float32)
                    node.set_param(name, weights)
        return self


@Language.factory(FACTORY, assigns=["doc.tensor"], default_config={"model": DEFAULT_TOK2VEC_MODEL})
def make_tok2vec(nlp: Language, name: str, model: Model[list[Doc], list[Floats2d]]) -> CompactTok2Vec:
    """The component for a spaCy pipeline; the configuration is that of spaCy's ``tok2vec``."""
    return CompactTok2Vec(nlp.vocab, model, name)
