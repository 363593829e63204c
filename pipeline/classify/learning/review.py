"""The sentences that a reader should look at first: those that the model doubts most, and unlike each other."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np

from pipeline.classify.decision import Verdict
from pipeline.classify.features import Passage
from pipeline.classify.model import AreaModel
from pipeline.classify.stage import sentence_passages
from pipeline.classify.vectors import unit
from pipeline.knowledge import Knowledge
from pipeline.knowledge.areas import area_keys
from pipeline.names.words import tokens
from pipeline.records import Analysis
from pipeline.tables import replacing, write_rows

POOL = 10
"""Doubtful sentences looked at for each one wanted, before likeness is weighed."""

FEWEST_WORDS = 5


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A row of the review file; the reader fills in ``areas``, the rest says which sentence it is."""

    sentence_id: str
    areas: str
    guess: str
    score: float
    text: str
    previous: str
    following: str
    title: str
    check: str


REVIEW_COLUMNS = tuple(f.name for f in fields(ReviewRow))


def most_doubtful(analyses: Iterable[Analysis], model: AreaModel, count: int) -> list[ReviewRow]:
    """At most ``count`` sentences to review, most useful first.

    Taken greedily by doubt times novelty: doubt is one less the score of the first area, novelty one less the
    likeness (cosine of word vectors and terms) to the nearest sentence already taken. A wording is taken once.
    """
    found: dict[str, tuple[str, Passage]] = {}
    for analysis in analyses:
        for sentence, passage in zip(analysis.sentences, sentence_passages(analysis), strict=True):
            if len(tokens(sentence.text)) >= FEWEST_WORDS:
                found.setdefault(sentence.text, (sentence.sentence_id, passage))
    candidates = list(found.values())
    verdicts = model.verdicts([passage for _, passage in candidates])
    doubts = np.array([1 - v.scores[0] if v.scores else 1.0 for v in verdicts])
    pool = np.argsort(-doubts, kind="stable")[: count * POOL].tolist()
    if not pool:
        return []
    features = model.features([candidates[n][1] for n in pool])
    chosen = _greedy(doubts[pool], unit(features.dense[features.places[0]]), count)
    rows = [(*candidates[pool[n]], verdicts[pool[n]]) for n in chosen]
    return [_row(sentence_id, passage, verdict, model.areas) for sentence_id, passage, verdict in rows]


def _greedy(doubts: np.ndarray, vectors: np.ndarray, count: int) -> list[int]:
    chosen: list[int] = []
    likeness = np.zeros(len(doubts))
    for _ in range(min(count, len(doubts))):
        worth = doubts * (1 - likeness)
        worth[chosen] = -1
        best = int(worth.argmax())
        chosen.append(best)
        likeness = np.maximum(likeness, np.clip(vectors @ vectors[best], 0, 1))
    return chosen


def _row(sentence_id: str, passage: Passage, verdict: Verdict, keys: Sequence[str]) -> ReviewRow:
    return ReviewRow(
        sentence_id=sentence_id,
        areas="",
        guess=";".join(keys[a] for a in verdict.areas),
        score=verdict.scores[0] if verdict.scores else 0.0,
        text=passage.text,
        previous=passage.previous,
        following=passage.following,
        title=passage.title,
        check=fingerprint(passage),
    )


def fingerprint(passage: Passage) -> str:
    """A short hash of the words of a sentence and its surroundings, by which a changed row is noticed.

    Punctuation and white space do not count: spreadsheets change quotation marks and line ends on their own.
    """
    words = "\0".join(" ".join(tokens(text)) for text in passage.texts)
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def write_review(rows: Sequence[ReviewRow], folder: Path, knowledge: Knowledge) -> Path:
    """Write the review file and the same as a project for Label Studio; returns the path of the review file."""
    path = folder / "review.csv"
    write_rows(path, REVIEW_COLUMNS, map(astuple, rows))
    with replacing(folder / "review-label-studio.json") as file:
        file.write(json.dumps(label_studio_tasks(rows), ensure_ascii=False, indent=1))
    with replacing(folder / "review-label-studio.xml") as file:
        file.write(label_studio_config(area_keys(knowledge)))
    return path


def label_studio_tasks(rows: Sequence[ReviewRow]) -> list[dict[str, Any]]:
    """The rows as tasks for Label Studio, our guess as a prediction (``Choices`` named ``areas`` on ``text``)."""
    return [
        {
            "data": {name: getattr(row, name) for name in REVIEW_COLUMNS if name not in ("areas", "score")},
            "predictions": [
                {
                    "model_version": "communique",
                    "score": row.score,
                    "result": [
                        {
                            "from_name": "areas",
                            "to_name": "text",
                            "type": "choices",
                            "value": {"choices": [area for area in row.guess.split(";") if area]},
                        }
                    ],
                }
            ],
        }
        for row in rows
    ]


def label_studio_config(keys: Sequence[str]) -> str:
    """The labelling interface for these tasks: the text, what stands around it, and the areas to choose from."""
    choices = "".join(f'<Choice value="{key}"/>' for key in keys)
    return (
        '<View><Header value="$title"/><Text name="previous" value="$previous"/>'
        '<Text name="text" value="$text"/><Text name="following" value="$following"/>'
        f'<Choices name="areas" toName="text" choice="multiple">{choices}</Choices></View>\n'
    )
