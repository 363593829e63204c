"""Short names that a document introduces in brackets: "Nuclear Consultative Group (NCG)", "... (the “Treaty”)"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.knowledge import Knowledge
from pipeline.names.words import occurrences
from pipeline.tag.entities.spans import Candidate
from pipeline.tag.entities.words import read_common_acronyms

_BRACKET = re.compile(
    r"[”\"’']?\s?\((?:hereinafter\s|hereafter\s|also\s)?(?:referred\sto\sas\s|called\s)?(?:the\s)?"
    r"(?:(?P<open>[“\"‘'])(?:the\s)?(?P<quoted>[A-Z][^“”\"()\n]{1,40})[”\"’']|(?P<acronym>[A-Za-z]*[A-Z][\w&/+-]*[A-Z0-9][\w&/+-]*))\)"
)
_UNKNOWN = re.compile(
    r"(?P<the>\b[Tt]he\s)?(?<![\w$€£./-])(?P<acronym>[A-Z]{3,8})(?P<owner>['’]s?)?(?![\w/.-])(?!\s[A-Z]{2,}\b)"
)
_NAMED = frozenset({"ORG", "LAW", "EVENT", "FAC"})


def introduced(text: str, names: Iterable[Candidate]) -> dict[str, Candidate]:
    """Short names of the document, to the full names for which they stand.

    A bracket counts right behind a name. An acronym must share its first letter with a word of the name.
    """
    short: dict[str, Candidate] = {}
    for name in names:
        bracket = _BRACKET.match(text, name.end)
        if bracket is None:
            continue
        wording = bracket["quoted"] or bracket["acronym"]
        full = text[name.start : name.end]
        initials = {word[0].upper() for word in re.findall(r"\w+", full)}
        if bracket["quoted"] or (name.label in _NAMED and wording[0].upper() in initials and wording != full):
            short.setdefault(wording.strip(), replace(name, name=name.name or full))
    return short


def uses(text: str, short: dict[str, Candidate]) -> Iterator[Candidate]:
    """Where the short names stand in ``text``; each with label, code and name of what it stands for."""
    for start, end, wording in occurrences(text, short):
        name = short[wording]
        yield Candidate(start, end, name.label, name.code, name.name)


def unknown(text: str, knowledge: Knowledge) -> Iterator[Candidate]:
    """Acronyms behind "the", or with a possessive, of three letters and more, that the list of common ones lacks.

    In diplomatic text they name bodies; lines of capitals are left out.
    """
    common = knowledge.get(read_common_acronyms)
    for match in _UNKNOWN.finditer(text):
        wording = match["acronym"]
        if wording not in common and (match["the"] or match["owner"]):
            yield Candidate(match.start("acronym"), match.end("acronym"), "ORG", rank=-1)
