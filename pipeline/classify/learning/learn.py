"""Going on learning from labels of one's own: the shipped weights are where it begins and what it stays near."""

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from pipeline.classify.decision import Rule, figures
from pipeline.classify.features import FIELDS, Passage
from pipeline.classify.learning.fit import Targets, fit, targets
from pipeline.classify.learning.labels import NONE, Label, read_labels
from pipeline.classify.learning.review import REVIEW_COLUMNS, fingerprint
from pipeline.classify.model import AreaModel, load_model, save_model
from pipeline.classify.terms import term_index
from pipeline.classify.weights import Weights
from pipeline.gold.documents import GoldDocument
from pipeline.gold.files import read_gold
from pipeline.knowledge import Knowledge
from pipeline.knowledge.areas import area_keys
from pipeline.tables import replacing

LABELS = "labels.csv"

Corner = Callable[[np.ndarray], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Learned:
    """What came of it: labels used in all, areas that are new to the model, figures before and after."""

    labels: int
    new_areas: tuple[str, ...]
    before: dict[str, float]
    after: dict[str, float]
    measured_on: str


def learn(
    csv_path: Path, model_folder: Path, output_folder: Path, knowledge: Knowledge, gold: Path | None = None
) -> Learned:
    """Retrain the model in ``model_folder`` with a filled-in review file, and write the result to ``output_folder``.

    Labels given earlier (``labels.csv`` in ``output_folder``) are kept; a sentence labelled again takes its new areas.
    An area that stands in ``areas.toml`` and is new to the model is learned from its terms and labels. Figures are
    measured on ``gold``, or where there is none, on the labels: before, and as by-products of learning from them, so
    that they say only how well the labels are followed. Raises :class:`CommuniqueError` as :func:`read_labels`.
    """
    keys = area_keys(knowledge)
    given = read_labels(csv_path, keys)
    kept = read_labels(output_folder / LABELS, keys) if (output_folder / LABELS).is_file() else []
    labels = list({fingerprint(label.passage): label for label in (*kept, *given)}.values())
    shipped = load_model(model_folder, knowledge)
    used = {area for label in labels for area in label.areas}
    new = tuple(key for key in keys if key in used and key not in shipped.areas)
    grown = with_areas(shipped, new, knowledge)
    trained = replace(grown, weights=continued(grown, labels))
    measure, name = (_gold_cases(gold), gold.name) if gold else ([(x.passage, x.areas) for x in labels], "the labels")
    save_model(trained, output_folder, {"labels": len(labels), "learned_from": "a trained model and labels"})
    _write(labels, output_folder / LABELS)
    before, after = (_figures(model, measure) for model in (shipped, trained))
    return Learned(len(labels), new, before, after, name)


def continued(model: AreaModel, labels: Sequence[Label]) -> Weights:
    """The model's weights, moved towards the labels."""
    features = model.features([label.passage for label in labels]).matrix()
    wanted: Targets = targets([label.areas for label in labels], model.areas)
    return fit(features, wanted, model.weights)


def with_areas(model: AreaModel, new: tuple[str, ...], knowledge: Knowledge) -> AreaModel:
    """The model with further areas, which begin as the average area does: their terms speak for them."""
    for key in new:
        keys = (*model.areas, key)
        model = replace(
            model,
            areas=keys,
            terms=term_index(keys, knowledge),
            weights=_one_more(model.weights, len(model.areas), model.vectors.matrix.shape[1]),
            rule=_longer(model.rule),
            blend=replace(model.blend, rule=_longer(model.blend.rule)) if model.blend else None,
        )
    return model


def _longer(rule: Rule) -> Rule:
    """A rule with the threshold of one more area: the mean of the others."""
    return replace(rule, thresholds=(*rule.thresholds, round(float(np.mean(rule.thresholds)), 3)))


def _one_more(weights: Weights, k: int, dimensions: int) -> Weights:
    """Weights with one more area; its weights begin as an average area's, and are not sure."""
    width = k + dimensions
    bias = np.insert(weights.bias, [k, 2 * k], [weights.bias[:k].mean(), weights.bias[k:].mean()])
    unsure = weights.precision.min()
    matrix = _grown(weights.matrix, k, width, _own_terms, 0.0)
    precision = _grown(weights.precision, k, width, lambda block: (unsure, unsure), unsure)
    return Weights(matrix, bias, precision)


def _grown(matrix: np.ndarray, k: int, width: int, corner: Corner, filling: float) -> np.ndarray:
    """A matrix with a row for the new area's terms in every field, and a column for the area in both heads.

    New cells hold ``filling``; where the terms of an area meet an area, ``corner`` of the old cells gives what the
    term features of other areas say for an area, and what its own say.
    """
    parts = []
    for number in range(len(FIELDS)):
        block = matrix[number * width : (number + 1) * width]
        terms = np.insert(np.insert(block[:k], k, filling, axis=0), [k, 2 * k], filling, axis=1)
        for head in range(2):
            other, own = corner(block[:k, head * k : (head + 1) * k])
            column = head * (k + 1) + k
            terms[:k, column] = other
            terms[k, head * (k + 1) : column] = other
            terms[k, column] = own
        parts += [terms, np.insert(block[k:], [k, 2 * k], filling, axis=1)]
    parts.append(np.insert(matrix[width * len(FIELDS) :], [k, 2 * k], filling, axis=1))
    return np.vstack(parts)


def _own_terms(block: np.ndarray) -> tuple[float, float]:
    """Means of what the terms of one area say for another area, and for their own: of (areas, areas)."""
    size = len(block)
    own = float(np.trace(block))
    return (float(block.sum()) - own) / max(size * (size - 1), 1), own / size


def _gold_cases(path: Path) -> list[tuple[Passage, tuple[str, ...]]]:
    return [case for document in read_gold(path) for case in _cases(document)]


def _cases(document: GoldDocument) -> list[tuple[Passage, tuple[str, ...]]]:
    texts = ["", *(document.text[s.span[0] : s.span[1]] for s in document.sentences), ""]
    title = document.about.title
    return [
        (Passage(texts[n + 1], texts[n], texts[n + 2], title=title), sentence.areas)
        for n, sentence in enumerate(document.sentences)
    ]


def _figures(model: AreaModel, cases: Sequence[tuple[Passage, tuple[str, ...]]]) -> dict[str, float]:
    """Figures of the model; an area that it does not know counts as missed."""
    keys = [*model.areas, *sorted({a for _, areas in cases for a in areas} - set(model.areas))]
    gold = [tuple(keys.index(area) for area in areas) for _, areas in cases]
    return figures(model.verdicts([passage for passage, _ in cases]), gold)


def _write(labels: Sequence[Label], path: Path) -> None:
    with replacing(path) as file:
        writer = csv.DictWriter(file, REVIEW_COLUMNS, restval="", lineterminator="\n")
        writer.writeheader()
        for label in labels:
            surroundings = {field: getattr(label.passage, field) for field in FIELDS}
            areas = ";".join(label.areas) or NONE
            row = {"sentence_id": label.sentence_id, "areas": areas, "check": fingerprint(label.passage)}
            writer.writerow(surroundings | row)
