"""The summary "In short": plain sentences made from the tables alone, each with the rows it stands on."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from pipeline.aggregates import PromisedSum
from pipeline.knowledge import Knowledge
from pipeline.records import Analysis, Change, Commitment, Thread, Tracking
from pipeline.report.brief.concrete import Concrete, most_concrete, read_vague_verbs
from pipeline.report.brief.news import News, news
from pipeline.report.labels import Names, issued, plural, read_names
from pipeline.report.page.ledger import DOUBTFUL
from pipeline.report.sums import sums
from pipeline.views import counted

MOST_NEWS = 500
"""Changes of which the rows of the ledger are looked up; all stand in ``summary/changes.csv``."""
MOST_ROWS = 5_000
"""Rows of a statement that are listed; the tables tell which they are."""
AHEAD = timedelta(days=365)
"""How far deadlines ahead are looked for."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of the summary, and the ids of the commitments that it counts; none where they are too many for a list
    (:data:`MOST_ROWS`).
    """

    text: str
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Due:
    """A commitment with a deadline that can be dated. ``ahead`` says whether it falls in the year after the latest
    document; a page knows better, for it knows its reader's day.
    """

    deadline: date
    commitment: Commitment
    ahead: bool


@dataclass(frozen=True, slots=True)
class Short:
    """The summary of a corpus.

    ``latest`` is the date of its latest document, to which ``ahead`` refers; ``due`` are all deadlines, earliest first;
    ``news`` is what the last run that changed something brought, documents first; ``promised`` are the sums of money in
    strong words, ``intended`` those in others, in each currency largest first.
    """

    statements: tuple[Statement, ...]
    concrete: tuple[Concrete, ...]
    due: tuple[Due, ...]
    latest: date | None
    news: tuple[News, ...]
    promised: tuple[PromisedSum, ...]
    intended: tuple[PromisedSum, ...]


def in_short(
    analyses: Sequence[Analysis], changes: Collection[Change], tracking: Tracking, knowledge: Knowledge
) -> Short:
    """Sum up a corpus. Says nothing that the tables do not say."""
    names = knowledge.get(read_names)
    light = counted(analyses)
    latest = max((a.document.date for a in light if a.document.date), default=None)
    due = tuple(deadlines(light, latest))
    listed = sums(light, names)
    return Short(
        statements=tuple(_statements(light, due, latest, tracking, names)),
        concrete=most_concrete(analyses, knowledge.get(read_vague_verbs)),
        due=due,
        latest=latest,
        news=news(list(islice(changes, MOST_NEWS)), analyses),
        promised=tuple(s for s in listed if s.strength == "strong"),
        intended=tuple(s for s in listed if s.strength != "strong"),
    )


def deadlines(analyses: Sequence[Analysis], latest: date | None) -> Iterator[Due]:
    """The commitments with a deadline that can be dated, earliest first."""
    dated = ((c.deadline_date, c) for a in analyses for c in a.commitments if c.deadline_date)
    for day, commitment in sorted(dated, key=lambda pair: (pair[0], pair[1].commitment_id)):
        yield Due(day, commitment, latest is not None and latest <= day <= latest + AHEAD)


def _statements(
    analyses: Sequence[Analysis], due: Sequence[Due], latest: date | None, tracking: Tracking, names: Names
) -> Iterator[Statement]:
    ledger = [c for a in analyses for c in a.commitments]
    if not ledger:
        return
    strengths = Counter(c.strength for c in ledger)
    yield _said(
        f"{_corpus(analyses)}: {plural(len(ledger), 'commitment')}, {strengths['strong']:,} strong, "
        f"{strengths['medium']:,} medium and {strengths['weak']:,} weak.",
        ledger,
    )
    yield from _leading_area(ledger, names)
    yield from _leading_actor(analyses, ledger, names)
    again = [c for c in ledger if c.kind == "continuing"]
    if again:
        keep = "keeps something up or says" if len(again) == 1 else "keep something up or say"
        yield _said(
            f"{len(again):,} of {plural(len(ledger), 'commitment')} ({len(again) / len(ledger):.0%}) {keep} it again, "
            "as the wording tells; the others are announced.",
            again,
        )
    repeated, several = _repeated(tracking.threads)
    if repeated:
        yield _said(
            f"{plural(repeated, 'undertaking')} {'seems' if repeated == 1 else 'seem'} to be made in more than one "
            "document, by the likeness of the wording.",
            (c for c in ledger if c.commitment_id in several),
        )
    if due and latest:
        ahead = [d.commitment for d in due if d.ahead]
        yield _said(
            f"{_name(len(due))} a deadline that can be dated; {_fall(len(ahead))} in the 12 months after "
            f"{latest}, the date of the latest document.",
            ahead or [d.commitment for d in due],
        )
    paid = [c for c in ledger if c.amount_currency and c.amount_value and not c.negated]
    if paid:
        firm = sum(c.strength == "strong" for c in paid)
        yield _said(f"{_name(len(paid))} a sum of money, {_share(firm, len(paid))} in strong words.", paid)
    refusals = [c for c in ledger if c.negated]
    if refusals:
        yield _said(f"{_are(len(refusals))} not to do something.", refusals)
    conditional = [c for c in ledger if c.conditional]
    if conditional:
        yield _said(f"{_hang(len(conditional))} on a condition.", conditional)
    doubtful = [c for c in ledger if not c.actors or c.confidence < DOUBTFUL]
    if doubtful:
        nobody = sum(not c.actors for c in doubtful)
        unsure = sum(c.confidence < DOUBTFUL for c in doubtful)
        yield _said(f"To be read with care: {nobody:,} without a named actor, {unsure:,} doubtful.", doubtful)


def _repeated(threads: Iterable[Thread]) -> tuple[int, Set[str]]:
    """How many undertakings several documents make, and their commitments where these are few enough for a list."""
    count, several = 0, set[str]()
    for thread in threads:
        if thread.documents > 1:
            count += 1
            if len(several) <= MOST_ROWS:
                several.update(thread.commitment_ids)
    return count, several if len(several) <= MOST_ROWS else frozenset()


def _share(part: int, whole: int) -> str:
    """So many of them, in words where it is none or all."""
    if part == whole:
        return "all" if whole > 1 else "and that"
    return f"{part:,} of them" if part else "none of them" if whole > 1 else "but not"


def _corpus(analyses: Sequence[Analysis]) -> str:
    days = [issued(a.document) for a in sorted(analyses, key=lambda a: str(a.document.date)) if a.document.date]
    issuers = {a.document.issuer for a in analyses if a.document.issuer}
    words = plural(len(analyses), "document")
    if len(issuers) > 1:
        words += f" of {len(issuers):,} issuers"
    if days:
        words += f" from {days[0]} to {days[-1]}" if days[0] != days[-1] else f" of {days[0]}"
    return words


def _leading_area(ledger: Sequence[Commitment], names: Names) -> Iterator[Statement]:
    """The policy area with the largest number of commitments, where one alone has it and no document decides that."""
    first = _leader((c.doc_id, area) for c in ledger for area in c.areas)
    if first:
        rows = [c for c in ledger if first in c.areas]
        yield _said(
            f"The policy area with the largest number of commitments is {names.area_title(first)}: {len(rows):,} of "
            f"{len(ledger):,} ({len(rows) / len(ledger):.0%}).",
            rows,
        )


def _leading_actor(analyses: Sequence[Analysis], ledger: Sequence[Commitment], names: Names) -> Iterator[Statement]:
    """The actor with the largest number of commitments, with the number of documents that this rests on."""
    first = _leader((c.doc_id, actor) for c in ledger for actor in c.actors)
    if first:
        rows = [c for c in ledger if first in c.actors]
        documents = len({c.doc_id for c in rows})
        base = f", in {documents:,} of {len(analyses):,} documents" if len(analyses) > 1 else ""
        yield _said(
            f"The actor with the largest number of commitments in its own name is {names.actor_name(first)}: "
            f"{len(rows):,} of {len(ledger):,}{base}.",
            rows,
        )


def _leader(pairs: Iterable[tuple[str, str]]) -> str:
    """The value counted most often, empty where another is too, or where leaving out one document makes it another."""
    found = list(pairs)
    counts = Counter(value for _, value in found)
    ranked = counts.most_common(2)
    if len(ranked) < 2 or ranked[0][1] == ranked[1][1]:
        return ""
    leader = ranked[0][0]
    documents: dict[str, Counter[str]] = {}
    for doc_id, value in found:
        documents.setdefault(doc_id, Counter())[value] += 1
    if len(documents) == 1:
        return leader
    others = [value for value in counts if value != leader]
    stands = all(
        counts[leader] - of[leader] > max(counts[value] - of[value] for value in others) for of in documents.values()
    )
    return leader if stands else ""


def _said(text: str, rows: Iterable[Commitment]) -> Statement:
    ids = tuple(c.commitment_id for c in islice(rows, MOST_ROWS + 1))
    return Statement(text, ids if len(ids) <= MOST_ROWS else ())


def _name(count: int) -> str:
    return f"{plural(count, 'commitment')} name{'s' if count == 1 else ''}"


def _fall(count: int) -> str:
    return f"{count:,} of these {'falls' if count == 1 else 'fall'}"


def _are(count: int) -> str:
    return "1 commitment is a promise" if count == 1 else f"{count:,} commitments are promises"


def _hang(count: int) -> str:
    return f"{plural(count, 'commitment')} hang{'s' if count == 1 else ''}"
