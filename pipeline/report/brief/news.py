"""What the last report that changed something brought, with the rows of the ledger that it brought."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.records import Analysis, Change, Commitment, Document
from pipeline.views import counted, worded


@dataclass(frozen=True, slots=True)
class News:
    """A change, its document, and the commitment that it is about; None where they are gone."""

    change: Change
    document: Document | None
    commitment: Commitment | None


def news(changes: Sequence[Change], analyses: Sequence[Analysis]) -> tuple[News, ...]:
    """The changes in their order, with what they are about. Of several commitments with the same words and actors in a
    document, the changes get them one after the other.
    """
    named = {change.doc_id for change in changes}
    known = sorted(named.intersection(a.document.doc_id for a in counted(analyses)))
    documents: dict[str, Document] = {}
    rows: dict[tuple[str, tuple[str, ...], str], list[Commitment]] = {}
    for a in worded(analyses, known):
        documents[a.document.doc_id] = a.document
        for c in reversed(a.commitments):
            rows.setdefault((c.doc_id, c.actors, " ".join(c.action.split())), []).append(c)
    found = []
    for change in changes:
        waiting = rows.get((change.doc_id, change.actors, change.wording), [])
        commitment = waiting.pop() if change.what == "commitment" and change.change != "gone" and waiting else None
        found.append(News(change, documents.get(change.doc_id), commitment))
    return tuple(found)
