"""What a document's words tell about who takes part in it: clues with their reason and trust, and what they add up to.

A clue says that some words, in some part of the document, name somebody as publisher, speaker or partner. Clues are
weighed as independent witnesses: their doubts are multiplied (noisy-or; Pearl 1988).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from math import prod


class Part(StrEnum):
    """Where in a document a clue stands."""

    GIVEN = "given"
    TITLE = "title"
    MASTHEAD = "masthead"
    DATELINE = "dateline"
    PREAMBLE = "preamble"
    LEAD = "lead"
    LABEL = "speaker label"
    SIGNATURE = "signature"
    ADDRESS = "address"
    TEXT = "text"


DOUBTFUL = 0.75
"""A party under this trust is marked as doubtful."""

LEAST = 0.5
"""A party under this trust is not named at all."""

LONGEST_QUOTE = 80


@dataclass(frozen=True, slots=True)
class Clue:
    """Words of a part of the document that name the states and bodies ``codes``; ``trust`` lies between 0 and 1."""

    codes: tuple[str, ...]
    part: Part
    words: str
    trust: float

    @property
    def reason(self) -> str:
        """The clue in words: the part, and what stands there."""
        words = " ".join(self.words.split())
        quote = words if len(words) <= LONGEST_QUOTE else f"{words[: LONGEST_QUOTE - 3]}..."
        return f"{self.part}: {quote}"


@dataclass(frozen=True, slots=True)
class Party:
    """A state or body for which a document speaks, why it is thought so, and how sure that is."""

    code: str
    reason: str
    trust: float

    @property
    def explanation(self) -> str:
        """The party in words: code, trust and reason."""
        return f"{self.code} ({self.trust:.2f}) by {self.reason}"

    @property
    def is_doubtful(self) -> bool:
        """Whether a reader should look."""
        return self.trust < DOUBTFUL


@dataclass(frozen=True, slots=True)
class Situation:
    """The speech situation: ``issuer`` are the codes of those who publish, ``parties`` those for whom the text speaks.

    Both are sorted by code, and empty where nothing is certain enough.
    """

    issuer: tuple[str, ...] = ()
    parties: tuple[Party, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """Codes of the parties, sorted."""
        return tuple(party.code for party in self.parties)


NOBODY = Situation()


def weigh(clues: Iterable[Clue]) -> tuple[Party, ...]:
    """The parties that the clues name, sorted by code, each with the reason of its best clue."""
    by_code: dict[str, list[Clue]] = {}
    for clue in clues:
        for code in clue.codes:
            by_code.setdefault(code, []).append(clue)
    parties = []
    for code, named in sorted(by_code.items()):
        best = max(named, key=lambda clue: clue.trust)
        parties.append(Party(code, best.reason, round(1 - prod(1 - clue.trust for clue in named), 2)))
    return tuple(parties)
