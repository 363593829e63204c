"""The recipe: word vectors from press text, weights from labelled sentences, the rule from sentences held out."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import scipy.sparse as sp
from sklearn.model_selection import GroupKFold

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

FOLDS = 5
LOOSENESS = 5.0
MEASURED = "dev.jsonl"
"""Gold that is only measured on: its documents are left out of the press text as well."""


def read_gold_examples(gold: Path, press: Path, labels: Sequence[Path] = ()) -> list[Example]:
    """All examples to learn from, in a fixed order; ``labels`` are further files, by offset into ``press``."""
    files = [*(gold / name for name in FILES if (gold / name).is_file()), *labels]
    return [example for file in files for example in read_examples(file, press)]


def train(examples: Sequence[Example], vectors: Vectors, knowledge: Knowledge) -> tuple[AreaModel, dict[str, float]]:
    """A model, and its figures on documents held out (cross-validation by document)."""
    keys = area_keys(knowledge)
    terms = term_index(keys, knowledge)
    features = batch([e.passage for e in examples], terms, vectors).matrix()
    wanted = targets([e.areas for e in examples], keys)
    gold = [tuple(keys.index(area) for area in e.areas) for e in examples]
    logits = held_out(features, wanted, [e.doc_id for e in examples])
    rule = tune(logits, gold)
    weights = fit(features, wanted, nothing(features.shape[1], len(keys), LOOSENESS))
    measured = figures(decide(*probabilities(logits, rule.temperature), rule), gold)
    return AreaModel(keys, terms, vectors, weights, rule), measured


def held_out(features: sp.csr_matrix, wanted: Targets, documents: Sequence[str]) -> np.ndarray:
    """Logits of every example from a model that has not seen its document: (examples, 2 x areas)."""
    size = wanted.first.shape[1]
    logits = np.zeros((features.shape[0], 2 * size))
    folds = min(FOLDS, len(set(documents)))
    for known, unseen in GroupKFold(folds).split(features, groups=list(documents)):
        part = Targets(wanted.first[known], wanted.every[known], wanted.importance[known])
        weights = fit(features[known], part, nothing(features.shape[1], size, LOOSENESS))
        logits[unseen] = features[unseen] @ weights.matrix + weights.bias
    return logits


def press_vectors(gold: Path, press: Path) -> Vectors:
    """Word vectors of the press texts without the documents that are measured on."""
    return learn_vectors(press, document_ids(gold / MEASURED))
