"""What is done with documents, apart from where: a work names its stage's function, and loads what that needs."""

import traceback
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from pipeline.errors import CommuniqueError
from pipeline.records import Skipped

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Failed:
    """A document on which the work failed: the reason in a sentence, and the traceback where there is one."""

    skipped: Skipped
    trace: str = ""


class Work(ABC, Generic[Item, Result]):
    """The work of one stage. Instances are small and can be pickled: they travel to where the work is done."""

    name: ClassVar[str]
    """What sentences call it: "the language work"."""
    words_a_process: ClassVar[int]
    """A further process spends about as long on its start as on this many words: fewer do not pay for it."""

    @abstractmethod
    def load(self) -> Callable[[Sequence[Item]], Iterable[Result]]:
        """The function that does it, one result for each item in order, with all that it needs in memory."""

    @abstractmethod
    def words(self, item: Item) -> int:
        """About how many words an item has."""

    @abstractmethod
    def source(self, item: Item) -> str:
        """What messages call an item."""

    def identity(self) -> Mapping[str, str]:
        """By name, digests of what the results depend on: where another machine has others, it may not do the work."""
        return {}


Function = Callable[[Sequence[Item]], Iterable[Result]]


def perform(work: Work[Item, Result], function: Function[Item, Result], batch: Sequence[Item]) -> list[Result | Failed]:
    """What ``function``, loaded by ``work``, makes of ``batch``; an item on which it fails costs no other.

    Raises :class:`CommuniqueError` for a mistake in knowledge or settings, which is no document's.
    """
    try:
        return list(function(batch))
    except CommuniqueError:
        raise
    except Exception as error:  # one bad document must not stop the run, whatever is wrong with it
        if len(batch) == 1:
            return [_failed(work, batch[0], error)]
    return [result for item in batch for result in perform(work, function, [item])]


def _failed(work: Work[Item, Result], item: Item, error: Exception) -> Failed:
    reason = f"{type(error).__name__}: {error}".splitlines()[0]
    trace = "".join(traceback.format_exception(error))
    return Failed(Skipped(work.source(item), f"{work.name} failed ({reason}); please report this document."), trace)
