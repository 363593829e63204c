"""The model of the policy areas: plain arrays in a folder with a manifest of their hashes."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from pipeline.classify.blend import Blend
from pipeline.classify.decision import Rule, Verdict, decide, probabilities
from pipeline.classify.features import FIELDS, Batch, Passage, batch
from pipeline.classify.terms import TermIndex, term_index
from pipeline.classify.vectors import Vectors
from pipeline.classify.weights import Weights
from pipeline.errors import CommuniqueError
from pipeline.knowledge import Knowledge
from pipeline.tables import replacing, replacing_bytes
from pipeline.threads import one_thread

FORMAT = 2
MANIFEST = "manifest.json"
WORDS = "words.txt"
ARRAYS = ("counts", "vectors", "mean", "matrix", "bias", "precision")


@dataclass(frozen=True, slots=True)
class AreaModel:
    """A trained model: its areas by key, their terms, the word vectors, the weights, and the rule that decides.

    ``blend`` says how the encoder's reading is added; where it is None, or a passage has no reading, the rest decides.
    """

    areas: tuple[str, ...]
    terms: TermIndex
    vectors: Vectors
    weights: Weights
    rule: Rule
    blend: Blend | None = None

    def features(self, passages: Sequence[Passage]) -> Batch:
        """Features of passages."""
        return batch(passages, self.terms, self.vectors)

    def logits(self, features: Batch) -> np.ndarray:
        """Scores of both heads before they become probabilities: (passages, 2 x areas)."""
        with one_thread():
            return np.asarray(features.scores(self.weights.matrix) + self.weights.bias)

    def verdicts(self, passages: Sequence[Passage]) -> list[Verdict]:
        """The areas of passages, by number; a passage without a word has none and is uncertain."""
        if not passages:
            return []
        features = self.features(passages)
        own = features.places[0]
        said = features.dense.any(axis=1) | features.bags.filled
        decided = self.decided(self.logits(features), passages)
        return [v if known else Verdict((), (), True) for v, known in zip(decided, said[own].tolist(), strict=True)]

    def decided(self, logits: np.ndarray, passages: Sequence[Passage]) -> list[Verdict]:
        """The areas of passages with these scores of its own."""
        verdicts: dict[int, Verdict] = {}
        for is_read in (False, True):
            rows = [row for row, passage in enumerate(passages) if self.is_read(passage) == is_read]
            if rows:
                scores, rule = self.blended(logits[rows], [passages[row] for row in rows])
                found = decide(*probabilities(scores, rule.temperature), rule)
                verdicts |= dict(zip(rows, found, strict=True))
        return [verdicts[row] for row in range(len(passages))]

    def is_read(self, passage: Passage) -> bool:
        """Whether the encoder's reading of a passage counts."""
        return self.blend is not None and bool(passage.reading)

    def blended(self, logits: np.ndarray, passages: Sequence[Passage]) -> tuple[np.ndarray, Rule]:
        """Scores with the encoder's readings, and the rule for them; the passages all have one, or none has."""
        if self.blend is None or not self.is_read(passages[0]):
            return logits, self.rule
        return self.blend(logits, np.array([p.reading for p in passages]), self.areas), self.blend.rule


def load_model(folder: Path | str, knowledge: Knowledge) -> AreaModel:
    """The model in ``folder``.

    Raises :class:`CommuniqueError` where a file is missing or is not the one that the manifest names, and
    ``KnowledgeError`` where ``areas.toml`` lacks an area of the model. Areas of ``areas.toml`` that the model has
    not learned yet are left alone.
    """
    folder = Path(folder)
    manifest = _manifest(folder)
    try:
        arrays = {name: np.load(folder / f"{name}.npy", allow_pickle=False) for name in ARRAYS}
        words = tuple((folder / WORDS).read_text(encoding="utf-8").split("\n"))
        rule = _rule(manifest["rule"])
        mixed = manifest.get("blend")
        blend = Blend(tuple(mixed["areas"]), mixed["own"], mixed["read"], _rule(mixed["rule"])) if mixed else None
        keys = tuple(manifest["areas"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise _damaged(folder, str(error)) from error
    vectors = Vectors(words, arrays["counts"], arrays["vectors"], arrays["mean"])
    weights = Weights(arrays["matrix"].astype(np.float32), arrays["bias"], arrays["precision"])
    width = len(keys) + vectors.matrix.shape[1]
    if len(words) != len(vectors.matrix) or weights.matrix.shape != (width * len(FIELDS) + len(words), 2 * len(keys)):
        raise _damaged(folder, "its arrays do not fit each other")
    return AreaModel(keys, term_index(keys, knowledge), vectors, weights, rule, blend)


def _rule(kept: dict[str, Any]) -> Rule:
    return Rule(**{**kept, "thresholds": tuple(kept["thresholds"])})


def save_model(model: AreaModel, folder: Path, note: dict[str, Any]) -> None:
    """Write the model; ``note`` (figures, sizes of what it was learned from) goes into the manifest as it is."""
    folder.mkdir(parents=True, exist_ok=True)
    arrays: dict[str, np.ndarray] = {
        "counts": model.vectors.counts.astype(np.int32),
        "vectors": model.vectors.matrix.astype(np.int8),
        "mean": model.vectors.mean.astype(np.float32),
        "matrix": model.weights.matrix.astype(np.float16),
        "bias": model.weights.bias.astype(np.float32),
        "precision": model.weights.precision.astype(np.float16),
    }
    for name, array in arrays.items():
        with replacing_bytes(folder / f"{name}.npy") as file:
            np.save(file, array, allow_pickle=False)
    with replacing(folder / WORDS) as words:
        words.write("\n".join(model.vectors.words))
    manifest = {
        "format": FORMAT,
        "areas": list(model.areas),
        "rule": asdict(model.rule),
        "blend": asdict(model.blend) if model.blend else None,
        "files": {name: _hash(folder / name) for name in _files()},
        **note,
    }
    with replacing(folder / MANIFEST) as words:
        words.write(json.dumps(manifest, indent=1) + "\n")


def _files() -> list[str]:
    return [WORDS, *(f"{name}.npy" for name in ARRAYS)]


def _manifest(folder: Path) -> dict[str, Any]:
    try:
        manifest: dict[str, Any] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        if manifest["format"] != FORMAT:
            raise _damaged(folder, f"it has format {manifest['format']}, and format {FORMAT} is needed")
        for name in _files():
            if _hash(folder / name) != manifest["files"][name]:
                raise _damaged(folder, f"{name} was changed")
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise _damaged(folder, str(error)) from error
    return manifest


def _damaged(folder: Path, why: str) -> CommuniqueError:
    return CommuniqueError(
        f"The model of policy areas in {folder} cannot be used ({why}): restore the folder, or train it anew with "
        "`make train-areas`."
    )


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
