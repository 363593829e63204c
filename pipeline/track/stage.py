"""The fourth stage: links between the commitments of a corpus, threads, series, and what was not said again."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from pipeline.knowledge import Knowledge
from pipeline.records import Analysis, Link, NotRepeated, SeriesEntry, Thread, Tracking, doc_of
from pipeline.threads import one_thread
from pipeline.track.columns import columns
from pipeline.track.links import links
from pipeline.track.matcher import Matchers
from pipeline.track.relation import read_steps
from pipeline.track.sayings import Ledger, ledgers
from pipeline.track.series import series
from pipeline.track.threads import thread_roots, threads


def track(
    analyses: Iterable[Analysis], knowledge: Knowledge, matchers: Matchers, before: Iterable[Thread] = ()
) -> Tracking:
    """What became of the commitments of ``analyses``; ``before`` are threads of an earlier run, which keep their names.

    Of the analyses only the document and what binds in it are asked.
    """
    read = list(ledgers(analyses, knowledge))
    with one_thread():
        table = columns([saying for ledger in read for saying in ledger.sayings], matchers.rarity, matchers.projection)
        linked = tuple(links(table, matchers.of(read=table.read), knowledge.get(read_steps)))
    roots = thread_roots(table.sayings, linked)
    entries = series((ledger.paper for ledger in read), knowledge)
    gone = tuple(_not_repeated(read, roots, linked, entries))
    ids = frozenset(row.commitment_id for row in gone)
    found = threads(table.sayings, roots, linked, ids, before)
    return Tracking(_in_order(linked), found, entries, gone)


def _in_order(linked: Sequence[Link]) -> tuple[Link, ...]:
    """Links by document of the later commitment, as they stand in it."""
    return tuple(sorted(linked, key=lambda link: doc_of(link.later_id)))


def _not_repeated(
    read: Sequence[Ledger], roots: Mapping[str, str], linked: Iterable[Link], entries: Sequence[SeriesEntry]
) -> Iterator[NotRepeated]:
    """The commitments of each document of a series that the next one neither links to nor says in their thread."""
    promised = {
        ledger.paper.doc_id: [promise.commitment_id for saying in ledger.sayings for promise in saying.promises]
        for ledger in read
    }
    kept = defaultdict(set)
    days = {ledger.paper.doc_id: ledger.paper.date for ledger in read}
    for link in linked:
        kept[doc_of(link.later_id)].add(link.earlier_id)
    for one, following in pairwise(entries):
        if one.series_id == following.series_id and days[one.doc_id] < days[following.doc_id]:
            said = {roots[commitment_id] for commitment_id in promised[following.doc_id]}
            for commitment_id in promised[one.doc_id]:
                if commitment_id not in kept[following.doc_id] and roots[commitment_id] not in said:
                    yield NotRepeated(one.series_id, one.doc_id, following.doc_id, commitment_id)
