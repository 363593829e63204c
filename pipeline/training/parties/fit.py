"""Fitting the boosted trees that weigh parties, and measuring them on publishers left out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any

from sklearn.ensemble import GradientBoostingClassifier
from sklearn.feature_extraction import DictVectorizer

from pipeline.names.situation.evidence import LEAST
from pipeline.names.situation.trees import BoostedTrees, Node
from pipeline.names.situation.weighing import NAMED, likelihoods
from pipeline.training.parties.examples import Example, View

ROUNDS = 220
DEPTH = 4
RATE = 0.06
LEAF = 20
"""Candidates that a leaf holds at least."""
SAMPLE = 0.6
WIDTH = 0.2
"""Share of the features that a node may ask about."""
FOLDS = 8
DIGITS = 4


@dataclass(frozen=True, slots=True)
class Figures:
    """How well parties are told in one view: documents with exactly the right ones, and precision and recall."""

    view: View
    documents: int
    exact: float
    precision: float
    recall: float

    def __str__(self) -> str:
        return (
            f"{self.view} ({self.documents} documents): exact {self.exact:.3f}, precision {self.precision:.3f}, "
            f"recall {self.recall:.3f}"
        )


def fit(examples: Sequence[Example]) -> BoostedTrees:
    """Trees that tell parties from others; a publisher with many documents counts by their square root."""
    sizes: dict[str, int] = {}
    for example in examples:
        sizes[example.publisher] = sizes.get(example.publisher, 0) + 1
    rows, answers, weights = [], [], []
    for example in examples:
        for code, features in example.features.items():
            rows.append(dict(features))
            answers.append(code in example.parties)
            weights.append(1 / sqrt(sizes[example.publisher]))
    scale = len(weights) / sum(weights)
    vectorizer = DictVectorizer(sparse=False)
    model = GradientBoostingClassifier(
        n_estimators=ROUNDS,
        learning_rate=RATE,
        max_depth=DEPTH,
        min_samples_leaf=LEAF,
        subsample=SAMPLE,
        max_features=WIDTH,
        init="zero",
        random_state=0,
    ).fit(vectorizer.fit_transform(rows), answers, [weight * scale for weight in weights])
    names = vectorizer.get_feature_names_out()
    return BoostedTrees(0.0, tuple(_nodes(stage[0].tree_, names) for stage in model.estimators_))


def _nodes(tree: Any, names: Sequence[str]) -> tuple[Node, ...]:
    """The nodes of a tree of scikit-learn, with the learning rate in the leaves."""
    nodes: list[Node] = []
    columns = (tree.children_left, tree.children_right, tree.feature, tree.threshold, tree.value)
    for left, right, feature, threshold, value in zip(*columns, strict=True):
        if left == right:
            nodes.append(round(float(value[0][0]) * RATE, DIGITS))
        else:
            nodes.append((str(names[feature]), round(float(threshold), DIGITS + 1), int(left), int(right)))
    return tuple(nodes)


def cross_validated(examples: Sequence[Example]) -> list[Figures]:
    """Figures of each view on publishers that the trees have not learned from, a fold of publishers at a time."""
    folds = {name: number % FOLDS for number, name in enumerate(sorted({e.publisher for e in examples}))}
    answers: list[tuple[Example, frozenset[str]]] = []
    for fold in range(FOLDS):
        trees = fit([e for e in examples if folds[e.publisher] != fold])
        answers += [(e, told(e, trees)) for e in examples if folds[e.publisher] == fold]
    return [figures(view, [(e, codes) for e, codes in answers if e.view == view]) for view in View]


def told(example: Example, trees: BoostedTrees) -> frozenset[str]:
    """Those whom the rules name outright, else those whom the trees hold for parties."""
    if example.outright is not None:
        return example.outright
    likely = likelihoods({code: trees.probability(features) for code, features in example.features.items()})
    return frozenset(code for code, chance in likely.items() if chance >= NAMED)


def by_rules(example: Example) -> frozenset[str]:
    """Those whom the rules name with enough trust."""
    return frozenset(code for code, features in example.features.items() if features.get("clue rules", 0.0) >= LEAST)


def measured(examples: Sequence[Example], tell: Callable[[Example], frozenset[str]]) -> list[Figures]:
    """Figures of each view for a way of telling parties."""
    return [figures(view, [(e, tell(e)) for e in examples if e.view == view]) for view in View]


def figures(view: View, answers: Sequence[tuple[Example, frozenset[str]]]) -> Figures:
    """The figures of some documents with the parties that were told of them."""
    right = sum(len(codes & e.parties) for e, codes in answers)
    return Figures(
        view,
        len(answers),
        sum(codes == e.parties for e, codes in answers) / max(1, len(answers)),
        right / max(1, sum(len(codes) for _, codes in answers)),
        right / max(1, sum(len(e.parties) for e, _ in answers)),
    )
