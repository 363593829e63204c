"""Measure the readers against known texts in many layouts, beside the bare libraries: ``make measure-readers``.

Three figures for each kind of file: F1 of the words, the lowest of all files; and the share of sentences that come out
whole. A bare library's lines are read as paragraphs where an empty line ends them. Then the share of files whose title,
date and issuer are right, which is empty where the layout does not tell it; below the floor the command fails.
"""

import io
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from statistics import mean

import docx
import pypdfium2
import trafilatura
from striprtf.striprtf import rtf_to_text

from pipeline.ingest.cleaning.clean import clean_passages
from pipeline.ingest.formats.readers import reader_of
from tests.readers.hardprints import HARD_PRINTS
from tests.readers.laterlayouts import LATER_LAYOUTS
from tests.readers.measuring import whole_sentences, word_f1
from tests.readers.officelayouts import OFFICE_LAYOUTS
from tests.readers.printlayouts import PRINT_LAYOUTS
from tests.readers.statements import STATEMENTS, Statement
from tests.readers.telling import FIELDS, SILENT, Told, told
from tests.readers.textlayouts import ADDED, TEXT_LAYOUTS
from tests.readers.weblayouts import WEB_LAYOUTS
from tests.shipped import KNOWLEDGE

LAYOUTS = WEB_LAYOUTS | LATER_LAYOUTS | TEXT_LAYOUTS | PRINT_LAYOUTS | HARD_PRINTS | OFFICE_LAYOUTS
UNISSUED = frozenset(
    (
        *("blog", "nameless", "preformatted", "asian-ministry", "board", "assembly", *PRINT_LAYOUTS, *HARD_PRINTS),
        *("plain-docx", "tracked-docx", "odt", "rtf"),
    )
)
"""Layouts that do not say who issued the text, or only in a running head."""
TOLD_FLOOR = 0.95


@dataclass(frozen=True, slots=True)
class Score:
    """How much of a file's text came back: F1 of the words, and the share of its sentences that are whole."""

    layout: str
    title: str
    words: float
    sentences: float


def ours(data: bytes, ending: str) -> list[str]:
    """The blocks of a file as ingest cleans them."""
    reading = reader_of(ending, f"file{ending}", KNOWLEDGE)(data, f"file{ending}")
    cleaned = clean_passages(reading.lines, reading.changes, KNOWLEDGE)
    return [cleaned.text[block.start : block.end] for block in cleaned.blocks]


def bare(data: bytes, ending: str) -> list[str]:
    """The paragraphs of a file as the library for its format gives them; nothing where there is none for it."""
    library = _LIBRARIES.get(ending)
    return re.split(r"\n\s*\n", library(data).replace("\r", "")) if library else []


def score(read: Callable[[bytes, str], list[str]], layout: str, statement: Statement) -> Score:
    """The score of one way of reading, for one statement in one layout."""
    ending, draw = LAYOUTS[layout]
    blocks = read(draw(statement), ending)
    added = ADDED.get(layout, lambda s: "")
    return Score(
        layout,
        statement.title,
        word_f1("\n\n".join(blocks), f"{statement.wording()} {added(statement)}"),
        whole_sentences(blocks, statement),
    )


def tell(layout: str, statement: Statement) -> Told:
    """What is told of one statement in one layout."""
    ending, draw = LAYOUTS[layout]
    return told(layout, draw(statement), ending, statement, frozenset(("issuer",)) if layout in UNISSUED else SILENT)


def _pdf(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def _docx(data: bytes) -> str:
    """The paragraphs of a Word file; nothing of Strict Open XML, which python-docx does not read."""
    try:
        return "\n\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs)
    except KeyError:
        return ""


_LIBRARIES: dict[str, Callable[[bytes], str]] = {
    ".html": lambda data: (trafilatura.extract(data) or "").replace("\n", "\n\n"),
    ".htm": lambda data: (trafilatura.extract(data) or "").replace("\n", "\n\n"),
    ".pdf": _pdf,
    ".docx": _docx,
    ".rtf": lambda data: rtf_to_text(data.decode("ascii")).replace("\n", "\n\n"),
}


def main() -> None:
    """Print the table."""
    heads = f"{'layout':16} {'files':>5}   {'words F1':>8} {'lowest':>8} {'whole':>8}   {'bare F1':>8} {'whole':>8}"
    print(heads + "".join(f" {field:>8}" for field in FIELDS))
    everything: list[tuple[Score, Score]] = []
    all_told: list[Told] = []
    for layout in LAYOUTS:
        scores = [(score(ours, layout, s), score(bare, layout, s)) for s in STATEMENTS]
        tellings = [tell(layout, s) for s in STATEMENTS]
        everything += scores
        all_told += tellings
        _print(layout, scores, tellings)
    _print("all", everything, all_told)
    shares = {field: mean(t.right[field] for t in all_told) for field in FIELDS}
    if sunk := [f"{field} {share:.3f}" for field, share in shares.items() if share < TOLD_FLOOR]:
        sys.exit(f"right in less than {TOLD_FLOOR}: {', '.join(sunk)}")


def _print(name: str, scores: list[tuple[Score, Score]], tellings: list[Told]) -> None:
    us = [one for one, _ in scores]
    them = [other for _, other in scores if other.words]
    shown = (mean(s.words for s in us), min(s.words for s in us), mean(s.sentences for s in us))
    library = f"{'–':>8} {'–':>8}"
    if them:
        library = f"{mean(s.words for s in them):8.3f} {mean(s.sentences for s in them):8.3f}"
    shares = " ".join(f"{mean(t.right[field] for t in tellings):8.2f}" for field in FIELDS)
    print(f"{name:16} {len(scores):5}   {shown[0]:8.3f} {shown[1]:8.3f} {shown[2]:8.3f}   {library} {shares}")


if __name__ == "__main__":
    main()
