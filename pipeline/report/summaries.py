"""Counts and shares over the whole corpus: the tables of ``outputs/summary/`` and the base of charts and report.

A commitment of two actors, or on two policy areas, counts once for each of them; the shares of a table therefore add up
to more than 1 where commitments are shared. ``share`` is always a part of all commitments (or mentions) unless its name
says otherwise. The records are those of :mod:`pipeline.aggregates`.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

from pipeline.aggregates import (
    ActorAreaCount,
    ActorCount,
    AreaActs,
    AreaCount,
    DocumentActs,
    DocumentCount,
    Due,
    EntityCount,
    PairCount,
    StrengthKindCount,
)
from pipeline.catalogue import SUMMARIES
from pipeline.records import ACTS, KINDS, STRENGTHS, Analysis, Commitment
from pipeline.report.labels import Names
from pipeline.report.sums import sums
from pipeline.tables import write_table
from pipeline.views import counted, named, words

MOST_FREQUENT = 500
"""Entities in the table of the most frequent ones."""


def write_summaries(analyses: Sequence[Analysis], names: Names, outputs: Path) -> list[Path]:
    """Write the counts over the findings into ``outputs``; returns their paths."""
    (outputs / "summary").mkdir(parents=True, exist_ok=True)
    counts = summaries(analyses, names)
    for table in SUMMARIES:
        write_table(outputs / table.file, table.row, counts[table.name])
    return [outputs / table.file for table in SUMMARIES]


def summaries(analyses: Sequence[Analysis], names: Names) -> dict[str, Sequence[Any]]:
    """The counts over the findings by the name of their table."""
    light = counted(analyses)
    return {
        "commitments_by_area": by_area(light, names),
        "commitments_by_actor": by_actor(light, names),
        "commitments_by_actor_and_area": by_actor_and_area(light, names),
        "commitments_by_strength_and_kind": by_strength_and_kind(light),
        "commitments_by_document": by_document(light, words(analyses)),
        "commitments_together": together(light, names),
        "commitments_by_deadline": deadlines(light),
        "sums": sums(light, names),
        "acts_by_area": acts_by_area(light, names),
        "acts_by_document": acts_by_document(light),
        "entities_most_frequent": entities(named(analyses)),
    }


def by_area(analyses: Sequence[Analysis], names: Names) -> list[AreaCount]:
    """Commitments on each policy area, most first, those without one last."""
    groups = _grouped(analyses, lambda c: c.areas)
    total = sum(len(a.commitments) for a in analyses)
    return [
        AreaCount(area, names.area_title(area), len(found), len(found) / total, **_marks(found))
        for area, found in groups
    ]


def by_actor(analyses: Sequence[Analysis], names: Names) -> list[ActorCount]:
    """Commitments of each actor, most first, those whose actor is not named last."""
    days = {a.document.doc_id: a.document.date for a in analyses}
    total = sum(len(a.commitments) for a in analyses)
    counts = []
    for actor, found in _grouped(analyses, lambda c: c.actors):
        documents = {c.doc_id for c in found}
        latest = max((day for doc_id in documents if (day := days[doc_id])), default=None)
        counts.append(
            ActorCount(
                actor,
                names.actor_name(actor),
                len(found),
                len(found) / total,
                **_marks(found),
                documents=len(documents),
                member_of=names.member_of(actor, latest),
            )
        )
    return counts


def by_actor_and_area(analyses: Sequence[Analysis], names: Names) -> list[ActorAreaCount]:
    """Commitments of each actor on each area, the actor with most first."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    totals: Counter[str] = Counter()
    for c in (c for a in analyses for c in a.commitments):
        for actor in c.actors or ("",):
            totals[actor] += 1
            counts[actor].update(c.areas or ("",))
    return [
        ActorAreaCount(actor, names.actor_name(actor), area, names.area_title(area), count, count / totals[actor])
        for actor in sorted(totals, key=lambda actor: (-totals[actor], actor))
        for area, count in sorted(counts[actor].items(), key=lambda pair: (-pair[1], pair[0]))
    ]


def acts_by_area(analyses: Sequence[Analysis], names: Names) -> list[AreaActs]:
    """Sentences on each policy area by act, most first, those without an area last."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for s in (s for a in analyses for s in a.sentences if s.acts):
        for area in s.areas or ("",):
            counts[area].update(s.acts)
    areas = sorted(counts, key=lambda area: (not area, -counts[area].total(), area))
    return [AreaActs(area, names.area_title(area), *(counts[area][act] for act in ACTS)) for area in areas]


def together(analyses: Sequence[Analysis], names: Names) -> list[PairCount]:
    """Pairs of actors that commit together, most first."""
    pairs = Counter(pair for a in analyses for c in a.commitments for pair in combinations(sorted(set(c.actors)), 2))
    ranked = sorted(pairs.items(), key=lambda item: (-item[1], item[0]))
    return [PairCount(a, names.actor_name(a), b, names.actor_name(b), count) for (a, b), count in ranked]


def deadlines(analyses: Sequence[Analysis]) -> list[Due]:
    """Commitments with a deadline that can be dated, earliest first."""
    found = [
        Due(c.deadline_date, c.commitment_id, c.actors, c.strength)
        for a in analyses
        for c in a.commitments
        if c.deadline_date
    ]
    return sorted(found, key=lambda due: (due.deadline_date, due.commitment_id))


def by_strength_and_kind(analyses: Sequence[Analysis]) -> list[StrengthKindCount]:
    """Commitments of each strength and kind."""
    counts = Counter((c.strength, c.kind) for a in analyses for c in a.commitments)
    total = max(counts.total(), 1)
    return [StrengthKindCount(s, k, counts[s, k], counts[s, k] / total) for s in STRENGTHS for k in KINDS]


def by_document(analyses: Sequence[Analysis], words: Sequence[int]) -> list[DocumentCount]:
    """Commitments in each document, by date; ``words`` are those of each text."""
    total = max(sum(len(a.commitments) for a in analyses), 1)
    counts = []
    for a, length in zip(analyses, words, strict=True):
        number = len(a.commitments)
        counts.append(
            DocumentCount(
                a.document.date,
                a.document.doc_id,
                a.document.title,
                number,
                number / total,
                **_marks(a.commitments),
                per_1000_words=1000 * number / length if length else 0.0,
            )
        )
    return sorted(counts, key=_by_date)


def acts_by_document(analyses: Sequence[Analysis]) -> list[DocumentActs]:
    """Sentences that do each act, by document and date: their number and their share of the document's sentences."""
    rows = []
    for a in analyses:
        counts = [sum(act in s.acts for s in a.sentences) for act in ACTS]
        shares = [n / len(a.sentences) if a.sentences else 0.0 for n in counts]
        document = a.document
        rows.append(DocumentActs(document.date, document.doc_id, document.title, len(a.sentences), *counts, *shares))
    return sorted(rows, key=_by_date)


def entities(analyses: Sequence[Analysis]) -> list[EntityCount]:
    """The entities that are named most often."""
    mentions: Counter[tuple[str, str, str]] = Counter()
    documents: Counter[tuple[str, str, str]] = Counter()
    for a in analyses:
        here = Counter((e.label, e.entity_id, e.name or e.text) for e in a.entities)
        mentions.update(here)
        documents.update(here.keys())
    ranked = sorted(mentions.items(), key=lambda item: (-item[1], item[0]))[:MOST_FREQUENT]
    total = mentions.total()
    return [EntityCount(*key, count, count / total, documents[key]) for key, count in ranked]


def _by_date(row: DocumentCount | DocumentActs) -> tuple[date, bool, str]:
    """Rows by date, those without a date last."""
    return row.date or date.max, row.date is None, row.doc_id


def _grouped(
    analyses: Sequence[Analysis], values: Callable[[Commitment], Sequence[str]]
) -> list[tuple[str, list[Commitment]]]:
    """The commitments by each of their values, the value with most first, those without one ("") last."""
    groups: dict[str, list[Commitment]] = defaultdict(list)
    for c in (c for a in analyses for c in a.commitments):
        for value in values(c) or ("",):
            groups[value].append(c)
    return sorted(groups.items(), key=lambda item: (item[0] == "", -len(item[1]), item[0]))


def _marks(found: Sequence[Commitment]) -> dict[str, int]:
    """How many have each strength and each kind, by its name."""
    strengths, kinds = Counter(c.strength for c in found), Counter(c.kind for c in found)
    return {**{name: strengths[name] for name in STRENGTHS}, **{name: kinds[name] for name in KINDS}}
