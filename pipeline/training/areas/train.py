"""The recipe: word vectors from press text, weights from labelled sentences, the rule from sentences held out."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import scipy.sparse as sp
from scipy.special import log_softmax
from sklearn.model_selection import GroupKFold

from pipeline.classify.blend import Blend
from pipeline.classify.decision import decide, figures, probabilities, tune
from pipeline.classify.features import batch
from pipeline.classify.learning.fit import Targets, fit, nothing, targets
from pipeline.classify.model import AreaModel
from pipeline.classify.terms import term_index
from pipeline.classify.vectors import Vectors
from pipeline.knowledge import Knowledge
from pipeline.knowledge.areas import area_keys
from pipeline.training.areas.cooccurrence import learn_vectors
from pipeline.training.areas.examples import FILES, Example, document_ids, read_examples
from pipeline.training.opinions import Opinions

FOLDS = 5
LOOSENESS = 5.0
MEASURED = ("dev.jsonl", "dev2.jsonl")
"""Gold that is only measured on: its documents are left out of the press text as well."""


def read_gold_examples(
    gold: Path, press: Path, labels: Sequence[Path] = (), opinions: Opinions | None = None
) -> list[Example]:
    """All examples to learn from, in a fixed order; ``labels`` are further files, by offset into ``press``."""
    files = [*(gold / name for name in FILES if (gold / name).is_file()), *labels]
    return [example for file in files for example in read_examples(file, press, opinions)]


def train(examples: Sequence[Example], vectors: Vectors, knowledge: Knowledge) -> tuple[AreaModel, dict[str, float]]:
    """A model, and its figures on documents held out (cross-validation by publisher)."""
    keys = area_keys(knowledge)
    terms = term_index(keys, knowledge)
    features = batch([e.passage for e in examples], terms, vectors).matrix()
    wanted = targets([e.areas for e in examples], keys)
    gold = [tuple(keys.index(area) for area in e.areas) for e in examples]
    logits = held_out(features, wanted, groups(examples))
    rule = tune(logits, gold)
    weights = fit(features, wanted, nothing(features.shape[1], len(keys), LOOSENESS))
    measured = figures(decide(*probabilities(logits, rule.temperature), rule), gold)
    if not all(e.passage.reading for e in examples):
        return AreaModel(keys, terms, vectors, weights, rule), measured
    readings = np.array([e.passage.reading for e in examples])
    blend = mixed(logits, readings, gold, keys)
    scores = blend(logits, readings, keys)
    both = figures(decide(*probabilities(scores, blend.rule.temperature), blend.rule), gold)
    measured = {**measured, **{f"{name} with the encoder": value for name, value in both.items()}}
    return AreaModel(keys, terms, vectors, weights, rule, blend), measured


def mixed(logits: np.ndarray, readings: np.ndarray, gold: Sequence[tuple[int, ...]], keys: tuple[str, ...]) -> Blend:
    """The weights of both opinions under which the gold is most likely, and the rule for their sum.

    Both opinions are of sentences that whoever gave them had not seen: (passages, 2 x areas).
    """
    half = len(keys)
    rows = np.array([row for row, areas in enumerate(gold) if areas])
    main = np.array([areas[0] for areas in gold if areas])
    truth = np.zeros((len(gold), half))
    for row, areas in enumerate(gold):
        truth[row, list(areas)] = 1

    def unlikely(weights: tuple[float, float]) -> float:
        sums = weights[0] * logits + weights[1] * readings
        first = log_softmax(sums[rows, :half], axis=1)[np.arange(len(rows)), main].sum()
        every = (np.logaddexp(0, sums[:, half:]) - truth * sums[:, half:]).sum()
        return float(every - first)

    steps = [round(0.1 * k, 1) for k in range(13)]
    own, read = min(((a, b) for a in steps for b in steps), key=unlikely)
    return Blend(keys, own, read, tune(own * logits + read * readings, gold))


def groups(examples: Sequence[Example]) -> list[str]:
    """What is held out together: the examples of a publisher, or of a document where all have one publisher."""
    publishers = [e.source for e in examples]
    return publishers if len(set(publishers)) > 1 else [e.doc_id for e in examples]


def held_out(features: sp.csr_matrix, wanted: Targets, publishers: Sequence[str]) -> np.ndarray:
    """Logits of every example from a model that has not seen its publisher: (examples, 2 x areas)."""
    size = wanted.first.shape[1]
    logits = np.zeros((features.shape[0], 2 * size))
    folds = min(FOLDS, len(set(publishers)))
    for known, unseen in GroupKFold(folds).split(features, groups=list(publishers)):
        part = Targets(wanted.first[known], wanted.every[known], wanted.importance[known])
        weights = fit(features[known], part, nothing(features.shape[1], size, LOOSENESS))
        logits[unseen] = features[unseen] @ weights.matrix + weights.bias
    return logits


def press_vectors(gold: Path, press: Path) -> Vectors:
    """Word vectors of the press texts without the documents that are measured on."""
    return learn_vectors(press, frozenset().union(*(document_ids(gold / name) for name in MEASURED)))
