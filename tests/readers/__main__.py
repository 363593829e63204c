"""Measure the readers against known texts in many layouts, beside the bare libraries: ``make measure-readers``.

Three figures for each kind of file: F1 of the words, the lowest of all files; and the share of sentences that come out
whole. A bare library's lines are read as paragraphs where an empty line ends them.
"""

import io
import re
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
from tests.readers.measuring import whole_sentences, word_f1
from tests.readers.officelayouts import OFFICE_LAYOUTS
from tests.readers.printlayouts import PRINT_LAYOUTS
from tests.readers.statements import STATEMENTS, Statement
from tests.readers.weblayouts import WEB_LAYOUTS
from tests.shipped import KNOWLEDGE

LAYOUTS = WEB_LAYOUTS | PRINT_LAYOUTS | HARD_PRINTS | OFFICE_LAYOUTS


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
    return Score(
        layout,
        statement.title,
        word_f1("\n\n".join(blocks), statement.wording()),
        whole_sentences(blocks, statement),
    )


def _pdf(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


_LIBRARIES: dict[str, Callable[[bytes], str]] = {
    ".html": lambda data: (trafilatura.extract(data) or "").replace("\n", "\n\n"),
    ".htm": lambda data: (trafilatura.extract(data) or "").replace("\n", "\n\n"),
    ".pdf": _pdf,
    ".docx": lambda data: "\n\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs),
    ".rtf": lambda data: rtf_to_text(data.decode("ascii")).replace("\n", "\n\n"),
}


def main() -> None:
    """Print the table."""
    print(f"{'layout':16} {'files':>5}   {'words F1':>8} {'lowest':>8} {'whole':>8}   {'bare F1':>8} {'whole':>8}")
    everything: list[tuple[Score, Score]] = []
    for layout in LAYOUTS:
        scores = [(score(ours, layout, s), score(bare, layout, s)) for s in STATEMENTS]
        everything += scores
        _print(layout, scores)
    _print("all", everything)


def _print(name: str, scores: list[tuple[Score, Score]]) -> None:
    us = [one for one, _ in scores]
    them = [other for _, other in scores if other.words]
    shown = (mean(s.words for s in us), min(s.words for s in us), mean(s.sentences for s in us))
    library = f"{'–':>8} {'–':>8}"
    if them:
        library = f"{mean(s.words for s in them):8.3f} {mean(s.sentences for s in them):8.3f}"
    print(f"{name:16} {len(scores):5}   {shown[0]:8.3f} {shown[1]:8.3f} {shown[2]:8.3f}   {library}")


if __name__ == "__main__":
    main()
