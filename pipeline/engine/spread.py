"""A work spread over a pool of workers: bounded, in order, and not stopped by a document that ends its worker."""

import pickle
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, Protocol

from pipeline.engine.batches import WORDS_A_BATCH, batches
from pipeline.engine.messages import request, results
from pipeline.engine.processes import WorkerDiedError
from pipeline.engine.work import Failed, Item, Result, Work
from pipeline.errors import CommuniqueError
from pipeline.records import Skipped

MOST_IN_A_ROW = 5
"""Documents that may end their workers one after the other: after that it is not the documents."""


class Pending(Protocol):
    """An answer to come."""

    def result(self) -> bytes:
        """The answer. Raises :class:`WorkerDiedError` where the worker died."""


class Pool(Protocol):
    """Workers that answer requests."""

    @property
    def ahead(self) -> int:
        """How many requests may wait for their answers at once."""

    def submit(self, request: bytes) -> Pending:
        """Ask one of the workers."""


class Spread(Generic[Item, Result]):
    """One work over one pool.

    A batch whose worker died is done again document by document; one that ends its worker then as well did so twice,
    and is set aside.
    """

    def __init__(self, work: Work[Item, Result], pool: Pool) -> None:
        self._work, self._pool = work, pool
        self._pickled = pickle.dumps(work)
        self._in_a_row = 0

    def results(self, items: Iterable[Item]) -> Iterator[Result | Failed]:
        """One result for each item, in their order.

        Raises :class:`CommuniqueError` where workers die again and again.
        """
        waiting: deque[tuple[list[Item], Pending]] = deque()
        for batch in batches(items, self._work.words, WORDS_A_BATCH):
            waiting.append((batch, self._submit(batch)))
            while len(waiting) >= self._pool.ahead:
                yield from self._settled(*waiting.popleft())
        while waiting:
            yield from self._settled(*waiting.popleft())

    def _submit(self, batch: Sequence[Item]) -> Pending:
        return self._pool.submit(request(self._pickled, batch))

    def _settled(self, batch: Sequence[Item], pending: Pending) -> Iterable[Result | Failed]:
        try:
            return results(pending.result())
        except WorkerDiedError:
            return self._one_by_one(batch)

    def _one_by_one(self, batch: Sequence[Item]) -> Iterator[Result | Failed]:
        for item in batch:
            try:
                found = results(self._submit([item]).result())
            except WorkerDiedError as error:
                self._in_a_row += 1
                if self._in_a_row >= MOST_IN_A_ROW:
                    raise CommuniqueError(
                        "Worker processes die one after the other, probably for want of memory: run again with "
                        "WORKERS=1; what is done is kept."
                    ) from error
                yield self._set_aside(item)
            else:
                self._in_a_row = 0
                yield from found

    def _set_aside(self, item: Item) -> Failed:
        reason = f"{self._work.name} ended the process that did it, twice; please report this document."
        return Failed(Skipped(self._work.source(item), reason))
