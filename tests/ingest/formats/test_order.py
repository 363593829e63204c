"""The order of a page: that of its layout, unless library and file both have it otherwise."""

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from pipeline.console import Console
from pipeline.ingest.adding.listing import list_corpus
from pipeline.ingest.corpus.folder import find
from pipeline.ingest.formats.pdf.document import PdfReader
from pipeline.ingest.formats.pdf.lines import Line
from pipeline.ingest.formats.pdf.order import Verdict, are_doubtful, plain_lines, verdict
from pipeline.ingest.formats.pdf.pieces import Piece
from pipeline.ingest.formats.pdf.process import ReadingProcess
from pipeline.ingest.formats.readers import read_readers
from pipeline.ingest.stage import ingest, read
from pipeline.knowledge import Knowledge
from tests.ingest.formats.crashing import CRASH, CRASHING
from tests.ingest.formats.pdfs import drawn, lines
from tests.shipped import KNOWLEDGE

WORDS = [f"word{n}" for n in range(100)]
KNOWN = frozenset({"the", "harbour", "was", "opened", "today", "by", "a", "queen"})


def printed(texts: list[str], orders: list[int], places: list[int], plain: list[str] | None = None) -> list[Line]:
    """Lines of one piece each, as the layout has them, with their place in the file and in the library's reading."""
    shown = plain or [f"\n{text}" for text in texts]
    return [
        Line((Piece(text, 60, 300, 700 - 12 * i, 698 - 12 * i, 708 - 12 * i, False, order, said, place),), 60, 300)
        for i, (text, order, place, said) in enumerate(zip(texts, orders, places, shown, strict=True))
    ]


TEXTS = [" ".join(WORDS[i : i + 8]) for i in range(0, 40, 8)]
ROUND, SCATTERED = [0, 1, 2, 3, 4], [3, 0, 4, 1, 2]


@pytest.mark.parametrize(
    ("orders", "places", "is_sure", "expected"),
    [
        (ROUND, ROUND, False, "ours"),
        (ROUND, SCATTERED, False, "ours"),
        (SCATTERED, ROUND, False, "ours"),
        (SCATTERED, SCATTERED, False, "plain"),
        (SCATTERED, SCATTERED, True, "columns"),
    ],
)
def test_the_library_is_believed_where_the_file_agrees(orders, places, is_sure, expected) -> None:  # type: ignore[no-untyped-def]
    assert verdict(printed(TEXTS, orders, places), KNOWN, is_sure=is_sure).order == expected


def test_the_plain_order_is_that_of_the_library() -> None:
    found = plain_lines(printed(TEXTS, ROUND, SCATTERED))
    assert [line.text for line in found] == [TEXTS[i] for i in (1, 3, 4, 0, 2)]


@pytest.mark.parametrize(
    ("ours", "library", "expected"),
    [
        ("the harbour was opened today by a queen", "\ntheharbour wasopened todayby aqueen", "ours"),
        ("t he har bour w as op ened tod ay by a que en", "\nthe harbour was opened today by a queen", "plain"),
    ],
)
def test_of_two_ways_to_space_a_line_that_with_the_known_words_stands(ours: str, library: str, expected: str) -> None:
    assert verdict(printed([ours], [0], [0], [library]), KNOWN, is_sure=False).order == expected


def test_a_document_is_doubtful_by_the_share_of_all_its_words() -> None:
    whole, broken = Verdict("ours", 300, 0), Verdict("plain", 100, 60)
    assert are_doubtful([broken, whole])
    assert not are_doubtful([broken, whole, whole])
    assert not are_doubtful([])


RUNNING = (
    [f"the ministers of the north and of island {n} came and" for n in range(9)],
    [f"whose boats of the south and of harbour {n} lay and" for n in range(9)],
)
BROKEN = (
    [f"The ministers of the north and of island {n} came." for n in range(9)],
    [f"Boats of the south and of old harbour {n} lay still." for n in range(9)],
)


def woven(columns: tuple[list[str], list[str]], heads: list[str]) -> bytes:
    """Two columns that the file draws across, a line of each in turn, under ``heads``."""

    def draw(canvas: Canvas) -> None:
        lines(heads, x=50, top=760, size=14)(canvas)
        for i, (one, other) in enumerate(zip(*columns, strict=True)):
            lines([one], x=50, top=700 - 14 * i, size=10)(canvas)
            lines([other], x=320, top=700 - 14 * i, size=10)(canvas)

    return drawn(draw)


@pytest.mark.parametrize("heads", [[], ["Joint Statement by the Ministers of the Northern and Southern Harbours"]])
def test_columns_beyond_doubt_are_read_down_though_the_file_writes_across(tmp_path: Path, heads: list[str]) -> None:
    (tmp_path / "talks.pdf").write_bytes(woven(RUNNING, heads))
    (found,) = find(tmp_path)[0]
    document = read(found, 1_000_000, KNOWLEDGE)
    text = " ".join(document.text.split())
    assert "island 0 came and the ministers of the north and of island 1" in text
    assert text.index("island 8") < text.index("harbour 0")
    assert document.doubtful == ()
    assert [e.before for e in document.edits if e.rule == "reading_order"] == [
        "page 1: read in columns, which the file writes across"
    ]


def test_a_document_of_doubtful_order_is_marked_and_listed(tmp_path: Path) -> None:
    (tmp_path / "talks.pdf").write_bytes(woven(BROKEN, []))
    (row,) = list_corpus(tmp_path, 1_000_000, KNOWLEDGE, Console(0))
    assert "reading order doubtful" in row.doubts
    (found,) = find(tmp_path)[0]
    document = read(found, 1_000_000, KNOWLEDGE)
    assert document.doubtful == ("reading order",)
    assert [e.before for e in document.edits if e.rule == "reading_order"] == [
        "page 1: read in the order of the file, as its layout does not tell one"
    ]


def test_a_crash_costs_one_document_of_a_corpus(tmp_path: Path) -> None:
    knowledge = Knowledge()
    knowledge.get(read_readers)[".pdf"] = PdfReader(knowledge, ReadingProcess(CRASHING))
    (tmp_path / "bad.pdf").write_bytes(CRASH)
    (tmp_path / "good.pdf").write_bytes(drawn(lines(["The two ports will share their pilots by 2031."])))
    (tmp_path / "text.txt").write_text("They will meet again in the spring to speak of the ships.", encoding="utf-8")
    found = list(ingest(find(tmp_path)[0], 1_000_000, knowledge))
    assert [type(item).__name__ for item in found] == ["Skipped", "Ingested", "Ingested"]
    assert found[0].reason.startswith("bad.pdf ")  # type: ignore[union-attr]
