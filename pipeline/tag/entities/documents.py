"""Documents and conferences by number, and articles of documents: "Article V of the ...", "resolution 1325", COP28."""

import re
from collections.abc import Iterator

from pipeline.tag.entities.spans import Candidate

_ARTICLE = re.compile(
    r"\b(?:Articles?|Chapters?|Sections?|Annex(?:es)?|Paragraphs?)\s(?:[IVXLC]+|\d+[A-Z]?)(?:\(\w\))*\b"
    r"(?:,?\s(?:and\s|or\s)?(?:paragraphs?\s)?(?:[IVXLC]+|\d+)\b)*(?P<of>\sof\s(?:the\s)?(?:[A-Z]\w+['’]s\s)?)?"
)
_NUMBERS = r"(?:[A-Z]+/)*(?:ES-)?\d[\d/]*(?:\s?\((?:19|20)\d\d\))?"
_RESOLUTION = re.compile(
    r"\b(?:(?:(?:UN|U\.N\.|United\sNations)\s)?(?:(?:Security\sCouncil|General\sAssembly|Human\sRights\sCouncil|UNSC|UNGA"
    rf"|IAEA)\s)?[Rr]esolutions?|UNSCRs?)\s(?:No\.?\s)?{_NUMBERS}(?:(?:,\s(?:and\s)?|\sand\s){_NUMBERS}\b)*"
    r"|\b[Rr]esolution\s[A-Z][\w/-]*\d[\w/-]*"
)
_ORDER = re.compile(r"\bExecutive\sOrder\s(?:No\.?\s)?\d+|\bCOP\s?\d{1,2}\b|\bUNEA[-\s]?\d\b")


def with_articles(text: str, names: list[Candidate]) -> Iterator[Candidate]:
    """The names, those of documents with "Article V of the" before them where it stands; and articles alone."""
    starts = {n.start: n for n in names if n.label == "LAW"}
    merged: set[int] = set()
    for match in _ARTICLE.finditer(text):
        law = starts.get(match.end()) if match["of"] else None
        if law is not None:
            merged.add(law.start)
            yield Candidate(match.start(), law.end, "LAW")
        elif match.group().startswith("Article"):
            yield Candidate(match.start(), match.start("of") if match["of"] else match.end(), "LAW")
    yield from (n for n in names if n.start not in merged)


def numbered(text: str) -> Iterator[Candidate]:
    """Numbered documents and conferences: resolutions, executive orders, COP28."""
    for match in _RESOLUTION.finditer(text):
        yield Candidate(match.start(), match.end(), "LAW")
    for match in _ORDER.finditer(text):
        yield Candidate(match.start(), match.end(), "LAW" if match.group().startswith("Exec") else "EVENT")
