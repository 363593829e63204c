"""Who binds itself, as it is told from words, and how the document stands to it."""

from dataclasses import dataclass
from typing import Literal

Standing = Literal["party", "open", "outsider"]
"""A party of the document; somebody in a document whose parties are not known; somebody else."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who a mention stands for: sorted codes (empty where it cannot be told), its words, and whether that is sure.

    ``start`` and ``end`` are the offsets of the words in the document's text, None where there are no words.
    """

    codes: tuple[str, ...]
    text: str
    certain: bool
    start: int | None = None
    end: int | None = None
