"""Pages that lie askew, on their side or upside down, and text that is written so."""

import math

import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pipeline.ingest.formats.pdf.sheet import Glyph
from pipeline.ingest.formats.pdf.turning import levelled, skew
from tests.ingest.formats.pdfs import A4, blocks, drawn, lines, reading, rising
from tests.readers.typesetting import grey

TALKS = (
    "The two governments agreed in Port Alder to deepen the harbour of the",
    "capital and to share the cost of the work between them, as they had in",
    "the year before. They will send their engineers to the northern coast as",
    "soon as the ice has gone and will report to the council on what is left",
    "to be done there. Both of them thanked the pilots for their long service.",
)
WHOLE = " ".join(TALKS)


@pytest.mark.parametrize("degrees", [-2.0, -0.8, -0.2, 0.0, 0.4, 1.1, 2.0])
def test_words_on_rising_baselines_stay_in_their_lines(degrees: float) -> None:
    found = reading(drawn(rising(TALKS, degrees)))
    assert [line.text for line in found.lines] == [WHOLE]
    assert found.doubts == ()


@pytest.mark.parametrize("degrees", [-1.7, -0.5, 0.9, 2.0])
def test_a_page_that_was_turned_a_little_reads_as_it_was(degrees: float) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rotate(degrees)
        lines(TALKS, top=720)(canvas)

    assert blocks(drawn(draw)) == [WHOLE]


def test_the_skew_of_two_columns_leaves_them_columns() -> None:
    words = WHOLE.split()
    left = [" ".join(words[i : i + 5]) for i in range(0, len(words), 5)]

    def draw(canvas: Canvas) -> None:
        canvas.rotate(1.3)
        lines(left, x=60, top=700)(canvas)
        lines(left, x=320, top=700)(canvas)

    assert " ".join(blocks(drawn(draw))) == f"{WHOLE} {WHOLE}"


@pytest.mark.parametrize("quarters", [1, 2, 3])
@pytest.mark.parametrize("shown", [0, 90, 180, 270])
def test_text_in_any_of_four_directions_is_read_on_a_page_shown_in_any(quarters: int, shown: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.translate(A4[0] / 2, A4[1] / 2)
        canvas.rotate(90 * quarters)
        lines(TALKS, x=-280, top=200, size=10)(canvas)

    assert blocks(drawn(draw, turned=shown)) == [WHOLE]


def test_a_level_page_that_is_shown_on_its_side_is_read() -> None:
    assert blocks(drawn(lines(TALKS), turned=90)) == [WHOLE]


def test_a_page_with_text_in_two_directions_has_both() -> None:
    def draw(canvas: Canvas) -> None:
        lines(TALKS, top=780)(canvas)
        canvas.translate(300, 100)
        canvas.rotate(90)
        lines([line.replace("harbour", "airport") for line in TALKS], x=0, top=0, size=10)(canvas)

    assert blocks(drawn(draw)) == [WHOLE, WHOLE.replace("harbour", "airport")]


@pytest.mark.parametrize("degrees", [45, 90, 270])
def test_a_stamp_across_the_page_is_left_out_and_listed(degrees: int) -> None:
    def draw(canvas: Canvas) -> None:
        lines(TALKS)(canvas)
        canvas.translate(300, 300)
        canvas.rotate(degrees)
        canvas.drawString(0, 0, "DRAFT OF MAY")

    found = reading(drawn(draw))
    assert [line.text for line in found.lines] == [WHOLE]
    assert ("furniture", "page 1: DRAFT OF MAY") in [(change.rule, change.before) for change in found.changes]


def test_the_hidden_text_of_a_scan_is_read() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(grey()), 0, 0, *A4)
        text = canvas.beginText(60, 700)
        text.setFont("Times-Roman", 11)
        text.setTextRenderMode(3)
        for line in TALKS:
            text.textLine(line)
        canvas.drawText(text)

    assert blocks(drawn(draw)) == [WHOLE]


def glyphs(slope: float, count: int = 60, across: float = 5.0) -> list[Glyph]:
    """Letters ten points high on a baseline of that slope."""
    return [
        Glyph("n", x, x * slope, x, x * slope - 2, x + across, x * slope + 8, 0.0, False, False, False)
        for x in (i * across for i in range(count))
    ]


def test_the_skew_is_that_of_most_of_the_text() -> None:
    assert skew(glyphs(0.02)) == pytest.approx(0.02)
    assert skew([*glyphs(0.02), *glyphs(0.0, count=30)]) == pytest.approx(0.02)
    assert skew([*glyphs(0.02, count=30), *glyphs(0.0)]) == 0
    assert skew(glyphs(0.02, count=20)) == 0
    assert skew([]) == 0


def test_letters_are_levelled_unless_the_page_is_level_or_far_from_it() -> None:
    level = levelled(glyphs(0.03))
    assert max(abs(glyph.base) for glyph in level) < 1e-6
    assert level[-1].x == pytest.approx(59 * 5 * math.hypot(1, 0.03))
    assert levelled(glyphs(0.0005)) == glyphs(0.0005)
    assert levelled(glyphs(0.07)) == glyphs(0.07)
