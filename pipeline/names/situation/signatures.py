"""Who signed: "Done at Oslo ... For the Government of A: ... For the Government of B: ..."."""

import re

from pipeline.knowledge import Knowledge
from pipeline.names.situation.cast import cast_of, codes
from pipeline.names.situation.evidence import Clue, Part
from pipeline.names.situation.paper import Paper, is_prose

SIGNED = 0.97
LONGEST_LINE = 400

_FOR = re.compile(r"\b(?:for|on behalf of) (?:and on behalf of )?(?:the )?", re.IGNORECASE)
_DONE = re.compile(r"\b(?:done|signed)\b[^.]{0,60}\b(?:at|in)\b", re.IGNORECASE)
_BLOCK = re.compile(r"^(?:for|on behalf of)\b", re.IGNORECASE)


def read_signatures(paper: Paper, knowledge: Knowledge) -> Clue | None:
    """The clue of lines of signature for two governments or more; None where there are none."""
    named: set[str] = set()
    words = ""
    for i, line in enumerate(paper.lines):
        if not _BLOCK.match(line) or len(line) > LONGEST_LINE or is_prose(line):
            continue
        signed = codes(cast_of(_FOR.sub("", line), knowledge)) if len(line.split()) > 1 else set()
        if signed and _is_block(paper.lines, i):
            named |= signed
            words = words or line
    return Clue(tuple(sorted(named)), Part.SIGNATURE, words, SIGNED) if len(named) > 1 else None


def _is_block(lines: tuple[str, ...], i: int) -> bool:
    """Whether a line that begins with "For" is one of signature: another one, or "Done at", stands close by."""
    near = [line for j, line in enumerate(lines[max(0, i - 6) : i + 7], max(0, i - 6)) if j != i]
    return any(_BLOCK.match(line) or _DONE.search(line) for line in near)
