"""The documents of the record as a sequence that reads them when they are asked for."""

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar, overload

from pipeline.records import Analysis
from pipeline.store import Store
from pipeline.views import Views, word_count

Key = TypeVar("Key")
Item = TypeVar("Item")


class Read(Sequence[Item], Generic[Key, Item]):
    """The items with these keys, made anew by ``read`` each time that they are gone through."""

    def __init__(self, read: Callable[[Iterable[Key]], Iterator[Item]], keys: Sequence[Key]) -> None:
        self._read = read
        self._keys = keys

    def __len__(self) -> int:
        return len(self._keys)

    def __iter__(self) -> Iterator[Item]:
        return self._read(self._keys)

    def __reversed__(self) -> Iterator[Item]:
        return self._read(reversed(self._keys))

    @overload
    def __getitem__(self, place: int) -> Item: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Item]: ...

    def __getitem__(self, place: int | slice) -> Item | Sequence[Item]:
        if isinstance(place, slice):
            return Read(self._read, self._keys[place])
        return next(self._read([self._keys[place]]))


class Stored(Read[str, Analysis], Views):
    """What the record holds of the documents that went through all stages, in order."""

    def __init__(self, store: Store) -> None:
        super().__init__(store.analyses, store.finished())
        self._store = store
        self._kept: list[Analysis] | None = None
        self._words: array[int] | None = None

    @property
    def ledger(self) -> Sequence[Analysis]:
        """See :attr:`Views.ledger`."""
        return Read(self._store.worded, self._keys)

    @property
    def counted(self) -> Sequence[Analysis]:
        """See :attr:`Views.counted`."""
        if self._kept is None:
            self._kept = list(self._store.counted(self._keys))
        return self._kept

    @property
    def described(self) -> Sequence[Analysis]:
        """See :attr:`Views.described`."""
        return Read(self._store.described, self._keys)

    @property
    def named(self) -> Sequence[Analysis]:
        """See :attr:`Views.named`."""
        return Read(self._store.named, self._keys)

    @property
    def texts(self) -> Iterable[tuple[str, str]]:
        """See :attr:`Views.texts`."""
        return self._store.texts(self._keys)

    @property
    def words(self) -> Sequence[int]:
        """See :attr:`Views.words`."""
        if self._words is None:
            self._words = array("l", (word_count(text) for _, text in self.texts))
        return self._words

    def chosen(self, doc_ids: Sequence[str]) -> Sequence[Analysis]:
        """See :meth:`Views.chosen`."""
        return Read(self._store.analyses, doc_ids)

    def worded(self, doc_ids: Sequence[str]) -> Sequence[Analysis]:
        """See :meth:`Views.worded`."""
        return Read(self._store.worded, doc_ids)
