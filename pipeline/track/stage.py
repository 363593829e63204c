"""The fourth stage: links between the commitments of a corpus, threads, series, and what was not said again."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from pipeline.knowledge import Knowledge
from pipeline.records import Analysis, Link, NotRepeated, SeriesEntry, Thread, Tracking, doc_of
from pipeline.threads import one_thread
from pipeline.track.relation import Steps, read_steps
from pipeline.track.sayings import Paper, Saying, ledgers
from pipeline.track.series import series
from pipeline.track.threads import Tie, thread_roots, threads
from pipeline.views import Remade

if TYPE_CHECKING:
    from pipeline.track.columns import Columns
    from pipeline.track.links import Pair
    from pipeline.track.matcher import Matchers


def track(
    analyses: Iterable[Analysis],
    knowledge: Knowledge,
    load: Callable[[], "Matchers"],
    before: Iterable[Thread] = (),
) -> Tracking:
    """What became of the commitments of ``analyses``; ``before`` are threads of an earlier run, which keep their names.

    ``load`` gives what tracking has learned, and is asked where there is something to compare. Of the analyses only the
    document and what binds in it are asked. Links and threads are made anew each time that they are gone through, of
    what is kept in few words.
    """
    steps = knowledge.get(read_steps)
    papers, sayings = _read(analyses, knowledge)
    paired: list[Pair] = []
    if len(papers) > 1:
        matchers = load()
        table = _table(sayings, matchers)
        sayings = table.sayings
        paired = _paired(table, matchers, steps)
        del table
    ties = [tie for pair in paired for tie in _ties(pair, sayings)]
    roots = thread_roots(sayings, ties)
    entries = series(papers, knowledge)
    gone = tuple(_not_repeated(sayings, papers, roots, ties, entries))
    found = threads(sayings, roots, ties, frozenset(row.commitment_id for row in gone), before)
    paired.sort(key=lambda pair: sayings[pair.later].paper.doc_id)
    return Tracking(Remade(len(ties), lambda: _links(sayings, paired, steps)), found, entries, gone)


def _ties(pair: "Pair", sayings: Sequence[Saying]) -> Iterator[Tie]:
    now, before = sayings[pair.later], sayings[pair.earlier]
    for a, b in pair.promises:
        yield Tie(now.promises[a].commitment_id, before.promises[b].commitment_id, pair.verdict[0])


def _links(sayings: Sequence[Saying], paired: Sequence["Pair"], steps: Steps) -> Iterator[Link]:
    if paired:
        from pipeline.track.links import links

        yield from links(sayings, paired, steps)


def _read(analyses: Iterable[Analysis], knowledge: Knowledge) -> tuple[list[Paper], Sequence[Saying]]:
    """The documents that have a date, and what they say, by date."""
    papers: list[Paper] = []
    sayings: list[Saying] = []
    for ledger in ledgers(analyses, knowledge):
        papers.append(ledger.paper)
        sayings += ledger.sayings
    sayings.sort(key=lambda saying: (saying.paper.date, saying.paper.doc_id))
    return papers, sayings


def _table(sayings: Sequence[Saying], matchers: "Matchers") -> "Columns":
    """The columns of sayings, which hold them as far as they are asked from here on."""
    # With scipy's matrices: a third of a second, which a corpus of one document does without.
    from pipeline.track.columns import columns, unread

    with one_thread():
        table = columns(sayings, matchers.rarity, matchers.projection)
    return replace(table, sayings=unread(table.sayings))


def _paired(table: "Columns", matchers: "Matchers", steps: Steps) -> list["Pair"]:
    from pipeline.track.links import pairs

    with one_thread():
        return list(pairs(table, matchers, steps))


def _not_repeated(
    sayings: Sequence[Saying],
    papers: Iterable[Paper],
    roots: Mapping[str, str],
    ties: Iterable[Tie],
    entries: Sequence[SeriesEntry],
) -> Iterator[NotRepeated]:
    """The commitments of each document of a series that the next one neither links to nor says in their thread."""
    days = {paper.doc_id: paper.date for paper in papers}
    of_series = {entry.doc_id for entry in entries}
    promised: dict[str, list[str]] = defaultdict(list)
    for saying in sayings:
        if saying.paper.doc_id in of_series:
            promised[saying.paper.doc_id] += [promise.commitment_id for promise in saying.promises]
    kept = defaultdict(set)
    for tie in ties:
        if (doc_id := doc_of(tie.later_id)) in of_series:
            kept[doc_id].add(tie.earlier_id)
    for one, following in pairwise(entries):
        if one.series_id == following.series_id and days[one.doc_id] < days[following.doc_id]:
            said = {roots[commitment_id] for commitment_id in promised[following.doc_id]}
            for commitment_id in promised[one.doc_id]:
                if commitment_id not in kept[following.doc_id] and roots[commitment_id] not in said:
                    yield NotRepeated(one.series_id, one.doc_id, following.doc_id, commitment_id)
