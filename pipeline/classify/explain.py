"""Why a sentence has its areas, and which terms speak for an area in general."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np

from pipeline.aggregates import AreaTerm
from pipeline.classify.decision import decide, probabilities
from pipeline.classify.features import FIELDS, Passage
from pipeline.classify.model import AreaModel
from pipeline.knowledge import Knowledge
from pipeline.knowledge.areas import read_areas
from pipeline.names.words import tokens

SHOWN = 6
"""Terms shown for an area of a sentence."""

RANKS = 25
FREQUENT = 60
"""Words met less often in the press text are left out of the strongest terms."""

CONTEXT_NAMES = {
    "previous": "(sentence before)",
    "following": "(sentence behind)",
    "title": "(title)",
}

Reasons = list[tuple[str, float]]


def explain_areas(text: str, context: Passage, model: AreaModel) -> list[tuple[str, float, Reasons]]:
    """The areas of a sentence with their scores and the words that spoke for each, strongest first.

    ``context`` holds what stands around the sentence; its own text is not looked at. The weight of a word, of a term,
    or of a part of the context, named in brackets, is how much the area's score (log-odds) falls when it is taken out.
    """
    passage = replace(context, text=text)
    whole, *without = _variants(passage, model)
    passages = [whole[1], *(p for _, p in without)]
    logits, rule = model.blended(model.logits(model.features(passages)), passages)
    verdict = decide(*probabilities(logits[:1], rule.temperature), rule)[0] if tokens(text) else None
    explained = []
    half = len(model.areas)
    for place, (area, score) in enumerate(zip(verdict.areas, verdict.scores, strict=True) if verdict else ()):
        column = area if place == 0 else half + area
        falls = logits[0, column] - logits[1:, column]
        ranked = sorted(zip((name for name, _ in without), falls.tolist(), strict=True), key=lambda r: (-r[1], r[0]))
        reasons = [(name, round(fall, 2)) for name, fall in ranked[:SHOWN] if fall > 0.05]
        explained.append((model.areas[area], score, reasons))
    return explained


def area_terms(model: AreaModel, knowledge: Knowledge) -> list[AreaTerm]:
    """The terms that speak most for each area, by area and rank.

    Looked at are the frequent words of the press text and the terms of ``areas.toml``. The weight is how much more
    the term alone speaks (log-odds) for the area than for the average area.
    """
    vectors = model.vectors
    words = {w for w, n in zip(vectors.words, vectors.counts.tolist(), strict=True) if n >= FREQUENT}
    words |= {
        t for a in knowledge.get(read_areas) if a.key in model.areas for t in (*a.strong, *a.weak) if "*" not in t
    }
    terms = sorted(words)
    half = len(model.areas)
    logits = model.logits(model.features([Passage(term) for term in terms]))[:, :half]
    weights = logits - logits.mean(axis=1, keepdims=True)
    rows = []
    for number, area in enumerate(model.areas):
        best = np.argsort(-weights[:, number], kind="stable")[:RANKS]
        rows += [AreaTerm(area, rank, terms[t], round(float(weights[t, number]), 2)) for rank, t in enumerate(best, 1)]
    return rows


def _variants(passage: Passage, model: AreaModel) -> Iterator[tuple[str, Passage]]:
    """The passage, then the passage without each word, each longer term, and each part of the context."""
    yield "", passage
    words = tokens(passage.text)
    spans: dict[tuple[str, ...], set[int]] = {}
    for at, word in enumerate(words):
        spans.setdefault((word,), set()).add(at)
    for _, start, end in model.terms.hits(words):
        spans.setdefault(tuple(words[start:end]), set()).update(range(start, end))
    for term, places in spans.items():
        yield " ".join(term), replace(passage, text=" ".join(w for at, w in enumerate(words) if at not in places))
    for field in FIELDS[1:]:
        if getattr(passage, field):
            without: dict[str, Any] = {field: ""}
            yield CONTEXT_NAMES[field], replace(passage, **without)
