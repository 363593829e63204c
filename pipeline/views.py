"""Documents with what was found in them, as much of them as is asked: what does not lie in memory is read each time.

A corpus of 100,000 documents does not fit into memory with all its sentences. Whoever counts needs few of their fields,
and whoever writes needs one document at a time: functions of the report take a sequence of analyses, and ask here for
the view that they need. A list of analyses, as tests and small programs have it, is each of its own views.
"""

from abc import abstractmethod
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import TypeVar

from pipeline.records import Analysis

T = TypeVar("T")


class Remade(Collection[T]):
    """So many items, which ``make`` makes anew each time that they are gone through: they take no memory."""

    def __init__(self, count: int, make: Callable[[], Iterator[T]]) -> None:
        self._count = count
        self._make = make

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[T]:
        return self._make()

    def __contains__(self, item: object) -> bool:
        return any(item == made for made in self)

    def __eq__(self, other: object) -> bool:
        """Whether the other makes equal items in the same order."""
        return isinstance(other, Remade | Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]


class Views(Sequence[Analysis]):
    """Whole documents in the order of their ids, one at a time in memory, and lighter views of the same documents."""

    @property
    @abstractmethod
    def ledger(self) -> Sequence[Analysis]:
        """Without sentences and entities; one at a time in memory."""

    @property
    @abstractmethod
    def described(self) -> Sequence[Analysis]:
        """Nothing but what is known of the document, without its text; one at a time in memory."""

    @property
    @abstractmethod
    def named(self) -> Sequence[Analysis]:
        """Nothing but the entities and what is known of the document; one at a time in memory."""

    @property
    @abstractmethod
    def counted(self) -> Sequence[Analysis]:
        """Without texts, entities and wording: what sentences do and are about, and of commitments all that is counted,
        their deadlines, and the actions of those with a day or a sum. Kept in memory, half a KB for each commitment.
        In place of the id of a sentence stands "?" where its policy area is uncertain, nothing elsewhere.
        """

    @property
    @abstractmethod
    def texts(self) -> Iterable[tuple[str, str]]:
        """The id and the text of each document; one at a time in memory."""

    @property
    @abstractmethod
    def words(self) -> Sequence[int]:
        """The words of each text."""

    @abstractmethod
    def chosen(self, doc_ids: Sequence[str]) -> Sequence[Analysis]:
        """The whole documents with these ids, in this order, one at a time in memory."""

    @abstractmethod
    def worded(self, doc_ids: Sequence[str]) -> Sequence[Analysis]:
        """As :attr:`ledger`, of the documents with these ids, in this order."""


def ledger(analyses: Sequence[Analysis]) -> Sequence[Analysis]:
    """See :attr:`Views.ledger`."""
    return analyses.ledger if isinstance(analyses, Views) else analyses


def described(analyses: Sequence[Analysis]) -> Sequence[Analysis]:
    """See :attr:`Views.described`."""
    return analyses.described if isinstance(analyses, Views) else analyses


def named(analyses: Sequence[Analysis]) -> Sequence[Analysis]:
    """See :attr:`Views.named`."""
    return analyses.named if isinstance(analyses, Views) else analyses


def texts(analyses: Sequence[Analysis]) -> Iterable[tuple[str, str]]:
    """See :attr:`Views.texts`."""
    if isinstance(analyses, Views):
        return analyses.texts
    return ((a.document.doc_id, a.document.text) for a in analyses)


def words(analyses: Sequence[Analysis]) -> Sequence[int]:
    """See :attr:`Views.words`."""
    return analyses.words if isinstance(analyses, Views) else [word_count(a.document.text) for a in analyses]


def word_count(text: str) -> int:
    """Number of words, divided by white space."""
    return len(text.split())


def counted(analyses: Sequence[Analysis]) -> Sequence[Analysis]:
    """See :attr:`Views.counted`."""
    return analyses.counted if isinstance(analyses, Views) else analyses


def chosen(analyses: Sequence[Analysis], doc_ids: Iterable[str]) -> Sequence[Analysis]:
    """See :meth:`Views.chosen`."""
    if isinstance(analyses, Views):
        return analyses.chosen(list(doc_ids))
    return _among(analyses, doc_ids)


def worded(analyses: Sequence[Analysis], doc_ids: Iterable[str]) -> Sequence[Analysis]:
    """See :meth:`Views.worded`."""
    if isinstance(analyses, Views):
        return analyses.worded(list(doc_ids))
    return _among(analyses, doc_ids)


def _among(analyses: Sequence[Analysis], doc_ids: Iterable[str]) -> Sequence[Analysis]:
    by_id = {a.document.doc_id: a for a in analyses}
    return [by_id[doc_id] for doc_id in doc_ids]
