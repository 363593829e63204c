"""Counts and shares over the whole corpus: the tables of ``outputs/summary/`` and the base of charts and report.

A commitment of two actors, or on two policy areas, counts once for each of them; the shares of a table therefore add up
to more than 1 where commitments are shared. ``share`` is always a part of all commitments (or mentions) unless its name
says otherwise.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

import pandas as pd

from pipeline.aggregates import PromisedSum
from pipeline.catalogue import SUMMARIES
from pipeline.records import ACTS, KINDS, STRENGTHS, Analysis, columns
from pipeline.report.labels import Names
from pipeline.report.sums import sums
from pipeline.tables import write_rows

MOST_FREQUENT = 500
"""Entities in the table of the most frequent ones."""


def write_summaries(analyses: Sequence[Analysis], names: Names, outputs: Path) -> list[Path]:
    """Write the counts over the findings into ``outputs``; returns their paths."""
    (outputs / "summary").mkdir(parents=True, exist_ok=True)
    counts = summaries(analyses, names)
    paths = []
    for table in SUMMARIES:
        counted = counts[table.name]
        paths.append(outputs / table.file)
        write_rows(paths[-1], table.columns, zip(*(counted[column].tolist() for column in table.columns), strict=True))
    return paths


def summaries(analyses: Sequence[Analysis], names: Names) -> dict[str, pd.DataFrame]:
    """The counts over the findings by the name of their table."""
    ledger = commitments(analyses)
    return {
        "commitments_by_area": by_area(ledger, names),
        "commitments_by_actor": by_actor(ledger, names),
        "commitments_by_actor_and_area": by_actor_and_area(ledger, names),
        "commitments_by_strength_and_kind": by_strength_and_kind(ledger),
        "commitments_by_document": by_document(analyses),
        "commitments_together": together(analyses, names),
        "commitments_by_deadline": deadlines(analyses),
        "sums": pd.DataFrame(sums(analyses, names), columns=list(columns(PromisedSum)), dtype=object),
        "acts_by_area": acts_by_area(analyses, names),
        "acts_by_document": acts_by_document(analyses),
        "entities_most_frequent": entities(analyses),
    }


def commitments(analyses: Sequence[Analysis]) -> pd.DataFrame:
    """One row a commitment: commitment_id, doc_id, date, actors, areas (lists, [""] for none), strength, kind."""
    rows = [
        (
            c.commitment_id,
            c.doc_id,
            a.document.date,
            list(c.actors) or [""],
            list(c.areas) or [""],
            c.strength,
            c.kind,
        )
        for a in analyses
        for c in a.commitments
    ]
    return pd.DataFrame(
        rows, columns=["commitment_id", "doc_id", "date", "actors", "areas", "strength", "kind"], dtype=object
    )


def by_area(ledger: pd.DataFrame, names: Names) -> pd.DataFrame:
    """Commitments on each policy area, most first: area, title, commitments, share, strengths, kinds."""
    table = _counts(ledger.explode("areas"), "areas", len(ledger)).rename(columns={"areas": "area"})
    table.insert(1, "title", [names.area_title(code) for code in table["area"]])
    return table


def by_actor(ledger: pd.DataFrame, names: Names) -> pd.DataFrame:
    """Commitments of each actor, most first: the columns of :class:`pipeline.aggregates.ActorCount`."""
    exploded = ledger.explode("actors")
    table = _counts(exploded, "actors", len(ledger)).rename(columns={"actors": "actor"})
    table.insert(1, "name", [names.actor_name(code) for code in table["actor"]])
    documents = exploded.groupby("actors")["doc_id"].nunique()
    table["documents"] = [int(documents[actor]) for actor in table["actor"]]
    latest = exploded.dropna(subset=["date"]).groupby("actors")["date"].max()
    table["member_of"] = [names.member_of(actor, latest.get(actor)) for actor in table["actor"]]
    return table


def by_actor_and_area(ledger: pd.DataFrame, names: Names) -> pd.DataFrame:
    """Commitments of each actor on each area: actor, name, area, title, commitments, share_of_actor."""
    exploded = ledger.explode("actors")
    totals = exploded["actors"].value_counts()
    pairs = Counter(zip(*(exploded.explode("areas")[c].tolist() for c in ("actors", "areas")), strict=True))
    rows = sorted(
        ((actor, area, count) for (actor, area), count in pairs.items()),
        key=lambda row: (-int(totals[row[0]]), row[0], -row[2], row[1]),
    )
    return pd.DataFrame(
        [
            (actor, names.actor_name(actor), area, names.area_title(area), count, count / int(totals[actor]))
            for actor, area, count in rows
        ],
        columns=["actor", "name", "area", "title", "commitments", "share_of_actor"],
    )


def acts_by_area(analyses: Sequence[Analysis], names: Names) -> pd.DataFrame:
    """Sentences on each policy area by act, most first: area, title, and a column an act."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for s in (s for a in analyses for s in a.sentences if s.acts):
        for area in s.areas or ("",):
            counts[area].update(s.acts)
    areas = sorted(counts, key=lambda area: (not area, -counts[area].total(), area))
    rows = [[area, names.area_title(area), *(counts[area][act] for act in ACTS)] for area in areas]
    return pd.DataFrame(rows, columns=["area", "title", *ACTS])


def together(analyses: Sequence[Analysis], names: Names) -> pd.DataFrame:
    """Pairs of actors that commit together, most first: actor, name, other, other_name, commitments."""
    pairs = Counter(pair for a in analyses for c in a.commitments for pair in combinations(sorted(set(c.actors)), 2))
    rows = sorted(pairs.items(), key=lambda item: (-item[1], item[0]))
    return pd.DataFrame(
        [(a, names.actor_name(a), b, names.actor_name(b), count) for (a, b), count in rows],
        columns=["actor", "name", "other", "other_name", "commitments"],
    )


def deadlines(analyses: Sequence[Analysis]) -> pd.DataFrame:
    """Commitments with a deadline that can be dated, earliest first: deadline_date, commitment_id, actors, strength."""
    rows = sorted(
        (c.deadline_date, c.commitment_id, c.actors, c.strength)
        for a in analyses
        for c in a.commitments
        if c.deadline_date
    )
    return pd.DataFrame(rows, columns=["deadline_date", "commitment_id", "actors", "strength"], dtype=object)


def by_strength_and_kind(ledger: pd.DataFrame) -> pd.DataFrame:
    """Commitments of each strength and kind: strength, kind, commitments, share."""
    counts = ledger.groupby(["strength", "kind"]).size().to_dict()
    rows = [(s, k, int(counts.get((s, k), 0))) for s in STRENGTHS for k in KINDS]
    return pd.DataFrame(
        [(s, k, n, n / len(ledger) if len(ledger) else 0.0) for s, k, n in rows],
        columns=["strength", "kind", "commitments", "share"],
    )


def by_document(analyses: Sequence[Analysis]) -> pd.DataFrame:
    """Commitments in each document, by date, with shares, strengths, kinds, and the number per 1,000 words."""
    total = sum(len(a.commitments) for a in analyses)
    rows = []
    for a in by_date(analyses):
        found = a.commitments
        words = word_count(a.document.text)
        rows.append(
            [
                a.document.date,
                a.document.doc_id,
                a.document.title,
                len(found),
                len(found) / total if total else 0.0,
                *(sum(c.strength == strength for c in found) for strength in STRENGTHS),
                *(sum(c.kind == kind for c in found) for kind in KINDS),
                1000 * len(found) / words if words else 0.0,
            ]
        )
    names = ["date", "doc_id", "title", "commitments", "share", *STRENGTHS, *KINDS, "per_1000_words"]
    return pd.DataFrame(rows, columns=names)


def acts_by_document(analyses: Sequence[Analysis]) -> pd.DataFrame:
    """Sentences that do each act, by document and date: their number and their share of the document's sentences."""
    rows = []
    for a in by_date(analyses):
        counts = [sum(act in s.acts for s in a.sentences) for act in ACTS]
        shares = [n / len(a.sentences) if a.sentences else 0.0 for n in counts]
        rows.append([a.document.date, a.document.doc_id, a.document.title, len(a.sentences), *counts, *shares])
    names = ["date", "doc_id", "title", "sentences", *ACTS, *(f"{act}_share" for act in ACTS)]
    return pd.DataFrame(rows, columns=names)


def entities(analyses: Sequence[Analysis]) -> pd.DataFrame:
    """The most frequent entities: label, entity_id, name, mentions, share (of all mentions), documents."""
    names = ["label", "entity_id", "name", "doc_id"]
    mentions = pd.DataFrame(
        [(e.label, e.entity_id, e.name or e.text, e.doc_id) for a in analyses for e in a.entities], columns=names
    )
    grouped = mentions.groupby(names[:3])["doc_id"].agg(["size", "nunique"]).reset_index()
    grouped = grouped.sort_values(["size", *names[:3]], ascending=[False, True, True, True]).head(MOST_FREQUENT)
    return pd.DataFrame(
        {
            **{name: grouped[name] for name in names[:3]},
            "mentions": grouped["size"],
            "share": grouped["size"] / max(len(mentions), 1),
            "documents": grouped["nunique"],
        }
    )


def by_date(analyses: Sequence[Analysis]) -> Iterator[Analysis]:
    """The analyses by date, those without a date last."""
    return iter(sorted(analyses, key=lambda a: (a.document.date is None, str(a.document.date), a.document.doc_id)))


def word_count(text: str) -> int:
    """Number of words, divided by white space."""
    return len(text.split())


def _counts(exploded: pd.DataFrame, key: str, total: int) -> pd.DataFrame:
    """Rows of ``exploded`` by ``key``, most first, the row without a value last: commitments, share of ``total``, and a
    column for each strength and kind.
    """
    table = exploded.groupby(key).size().rename("commitments").reset_index()
    for column, values in (("strength", STRENGTHS), ("kind", KINDS)):
        counts = exploded.groupby([key, column]).size().to_dict()
        for value in values:
            table[value] = [int(counts.get((k, value), 0)) for k in table[key]]
    table["none"] = table[key] == ""
    table = table.sort_values(["none", "commitments", key], ascending=[True, False, True], ignore_index=True)
    del table["none"]
    table.insert(2, "share", table["commitments"] / max(total, 1))
    return table
