"""Documents in batches of about as many words each, so that a batch takes about as long as another."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

WORDS_A_BATCH = 5_000
"""Words of a batch that travels: seconds of work, so that sending it costs nothing by comparison."""
WORDS_HERE = 500
"""Words of a batch that stays in this process: small, so that progress is seen and little is lost where it ends."""

Item = TypeVar("Item")


def batches(items: Iterable[Item], words: Callable[[Item], int], most: int) -> Iterator[list[Item]]:
    """The items in their order, in lists that are full when they have ``most`` words."""
    batch: list[Item] = []
    filled = 0
    for item in items:
        batch.append(item)
        filled += words(item)
        if filled >= most:
            yield batch
            batch, filled = [], 0
    if batch:
        yield batch
