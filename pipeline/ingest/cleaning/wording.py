"""Signs at the edges of a stretch of text: does it end a sentence, does the next one go on with it."""

import re

SMALL_WORDS = frozenset(
    (
        *("a", "an", "and", "as", "at", "between", "but", "by", "for", "from", "in", "into", "nor", "of", "on", "or"),
        *("over", "per", "than", "the", "to", "under", "upon", "via", "vs", "with", "within", "without"),
    )
)
"""Words that titles write small, and that no line of wording ends with unless it goes on."""

_END = re.compile(r"[.!?:;…][\"'”’)\]»]*$")


def is_finished(text: str) -> bool:
    """Whether ``text`` ends with a mark that ends a sentence or opens a list."""
    return bool(_END.search(text[-8:]))


def runs_on(first: str, second: str) -> bool:
    """Whether ``second`` begins in lower case where ``first`` has no mark at its end: the sentence goes on."""
    return second[:1].islower() and (first[-1:].isalnum() or first[-1:] in tuple(",-–—\u00ad)”’\"'%€£$"))


def title_runs_on(first: str, second: str) -> bool:
    """Whether a title goes on in the next line: a small word ends its line ("Annex A" apart) or begins the next."""
    ends, starts = first.rpartition(" ")[2].lower(), second.partition(" ")[0].lower()
    return (ends in SMALL_WORDS and ends != "a") or starts in SMALL_WORDS or first.endswith((",", "-", "–"))
