"""What a report says otherwise than the one before it into the same folder."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from pipeline.records import Analysis, Change, ChangeKind, Commitment, Document, Reported

COMPARED = ("actors", "kind", "strength", "negated", "deadline", "amount", "areas")
"""Columns of a commitment in which a change is told; one with another action is another commitment."""

Entry = tuple[str, ...]
"""A commitment as it is compared: its action, then the columns of ``COMPARED``."""


@dataclass(frozen=True, slots=True)
class ChangeCounts:
    """How many documents and commitments are new, gone and changed."""

    new_documents: int
    gone_documents: int
    changed_documents: int
    new_commitments: int
    gone_commitments: int
    changed_commitments: int


def reported(analysis: Analysis) -> Reported:
    """What a report says of a document."""
    document = analysis.document
    return Reported(
        doc_id=document.doc_id,
        title=document.title,
        content=_digest(document.text),
        about=_digest(*_about(document)),
        ledger=tuple(_entry(commitment) for commitment in analysis.commitments),
    )


Pair = tuple[Reported | None, Reported | None]
"""What the earlier report said of a document and what this one says; None where it says nothing."""


def changes(pairs: Callable[[], Iterable[Pair]]) -> Iterator[Change]:
    """Documents, then commitments that came, went or read differently; each in the order of the pairs.

    These are asked for twice, so that those of a large corpus need not be kept.
    """
    for before, after in pairs():
        yield from _of_document(before, after)
    for before, after in pairs():
        yield from _of_ledger(before, after)


def counts(found: Iterable[Change]) -> ChangeCounts:
    """The changes in numbers."""
    number = Counter((change.change, change.what) for change in found)
    return ChangeCounts(
        new_documents=number["new", "document"],
        gone_documents=number["gone", "document"],
        changed_documents=number["changed", "document"],
        new_commitments=number["new", "commitment"],
        gone_commitments=number["gone", "commitment"],
        changed_commitments=number["changed", "commitment"],
    )


def _of_document(before: Reported | None, after: Reported | None) -> Iterator[Change]:
    either = after or before
    assert either is not None
    kind: ChangeKind = "changed" if before and after else "new" if after else "gone"
    details: tuple[str, ...] = ()
    if before and after:
        details = tuple(
            name
            for name, differs in (("text", before.content != after.content), ("metadata", before.about != after.about))
            if differs
        )
        if not details:
            return
    yield Change(kind, "document", either.doc_id, (), either.title, details)


def _of_ledger(before: Reported | None, after: Reported | None) -> Iterator[Change]:
    """Entries alike in all are left out; of the others, those of the same action belong together in their order."""
    either = after or before
    assert either is not None
    doc_id = either.doc_id
    old = Counter(map(tuple, before.ledger)) if before else Counter()
    new = Counter(map(tuple, after.ledger)) if after else Counter()
    gone: dict[str, list[Entry]] = defaultdict(list)
    for entry in (old - new).elements():
        gone[entry[0]].append(entry)
    for entry in (new - old).elements():
        if gone[entry[0]]:
            yield _change("changed", doc_id, entry, tuple(_differences(gone[entry[0]].pop(0), entry)))
        else:
            yield _change("new", doc_id, entry, ())
    for entries in gone.values():
        for entry in entries:
            yield _change("gone", doc_id, entry, ())


def _change(kind: ChangeKind, doc_id: str, entry: Entry, details: tuple[str, ...]) -> Change:
    return Change(kind, "commitment", doc_id, tuple(filter(None, entry[1].split(";"))), entry[0], details)


def _differences(before: Entry, after: Entry) -> Iterator[str]:
    for name, old, new in zip(COMPARED, before[1:], after[1:], strict=True):
        if old != new:
            yield f"{name}: {old or 'none'} -> {new or 'none'}"


def _entry(commitment: Commitment) -> Entry:
    values = (getattr(commitment, name) for name in COMPARED)
    return (" ".join(commitment.action.split()), *map(_text, values))


def _text(value: object) -> str:
    if isinstance(value, tuple):
        return ";".join(value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def _about(document: Document) -> Iterator[str]:
    yield from (document.title, str(document.date), document.issuer, ";".join(document.parties), document.url)


def _digest(*texts: str) -> str:
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()
