"""The fourth stage: links between the commitments of a corpus, threads, series, and what was not said again."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.knowledge import Knowledge
from pipeline.records import Analysis, NotRepeated, SeriesEntry, Thread, Tracking, doc_of
from pipeline.threads import one_thread
from pipeline.track.columns import Columns, columns, unread
from pipeline.track.links import Pair, links, pairs
from pipeline.track.matcher import Matchers
from pipeline.track.relation import read_steps
from pipeline.track.sayings import Paper, Saying, ledgers
from pipeline.track.series import series
from pipeline.track.threads import Tie, thread_roots, threads
from pipeline.views import Remade


def track(
    analyses: Iterable[Analysis], knowledge: Knowledge, matchers: Matchers, before: Iterable[Thread] = ()
) -> Tracking:
    """What became of the commitments of ``analyses``; ``before`` are threads of an earlier run, which keep their names.

    Of the analyses only the document and what binds in it are asked. Links and threads are made anew each time that
    they are gone through, of what is kept in few words.
    """
    steps = knowledge.get(read_steps)
    papers, table = _read(analyses, knowledge, matchers)
    with one_thread():
        paired = list(pairs(table, matchers, steps))
    sayings = table.sayings
    del table
    ties = [tie for pair in paired for tie in _ties(pair, sayings)]
    roots = thread_roots(sayings, ties)
    entries = series(papers, knowledge)
    gone = tuple(_not_repeated(sayings, papers, roots, ties, entries))
    found = threads(sayings, roots, ties, frozenset(row.commitment_id for row in gone), before)
    paired.sort(key=lambda pair: sayings[pair.later].paper.doc_id)
    return Tracking(Remade(len(ties), lambda: links(sayings, paired, steps)), found, entries, gone)


def _ties(pair: Pair, sayings: Sequence[Saying]) -> Iterator[Tie]:
    now, before = sayings[pair.later], sayings[pair.earlier]
    for a, b in pair.promises:
        yield Tie(now.promises[a].commitment_id, before.promises[b].commitment_id, pair.verdict[0])


def _read(analyses: Iterable[Analysis], knowledge: Knowledge, matchers: Matchers) -> tuple[list[Paper], Columns]:
    """The documents that have a date, and the columns of what they say."""
    papers: list[Paper] = []
    sayings: list[Saying] = []
    for ledger in ledgers(analyses, knowledge):
        papers.append(ledger.paper)
        sayings += ledger.sayings
    with one_thread():
        table = columns(sayings, matchers.rarity, matchers.projection)
    return papers, replace(table, sayings=unread(table.sayings))


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
