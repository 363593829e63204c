"""Pages of print drawn line by line: columns of any number and height, and raised figures."""

import io

from reportlab.pdfgen.canvas import Canvas

from pipeline.ingest.formats.readers import reader_of
from tests.shipped import KNOWLEDGE

LEFT = (
    "Norland and Vastria met again at Port Alder",
    "to speak about the ships in the Grey Strait,",
    "about the lighthouses on the northern coast,",
    "and about the harbour pilots whom both of",
    "the countries have trained since the treaty.",
)
MIDDLE = (
    "The ministers agreed to open a new centre",
    "for the rescue of people from the sea, and",
    "to staff it around the clock from the first",
    "day of the coming year until its work is",
    "taken over by the commission of the strait.",
)
RIGHT = (
    "They will pay for it in equal parts. Each of",
    "the two parliaments will receive a report on",
    "the costs before the summer, and a second",
    "one as soon as the centre has been at work",
    "for a whole winter with all of its boats.",
)


def paragraphs(*columns: tuple[float, float, tuple[str, ...]], raised: tuple[float, float, str] | None = None) -> str:
    """What is read of a page with columns, each with the place of its first line; ``raised`` is set small."""
    stream = io.BytesIO()
    canvas = Canvas(stream, invariant=True)
    canvas.setFont("Times-Roman", 9)
    for left, top, lines in columns:
        for i, line in enumerate(lines):
            canvas.drawString(left, top - 11 * i, line)
    if raised:
        canvas.setFont("Times-Roman", 6)
        canvas.drawString(*raised)
    canvas.save()
    return "\n".join(line.text for line in reader_of(".pdf", "a.pdf", KNOWLEDGE)(stream.getvalue(), "a.pdf").lines)


def in_order(*columns: tuple[str, ...]) -> str:
    return " ".join(" ".join(lines) for lines in columns)


def test_three_columns_are_read_one_after_the_other_whatever_their_lines_do() -> None:
    found = paragraphs((40, 700, LEFT), (225, 696, MIDDLE), (410, 703, RIGHT))
    assert found.split() == in_order(LEFT, MIDDLE, RIGHT).split()


def test_a_column_that_begins_above_the_one_before_it_still_comes_second() -> None:
    found = paragraphs((60, 680, LEFT), (320, 702, MIDDLE))
    assert found.split() == in_order(LEFT, MIDDLE).split()


def test_a_date_above_the_columns_comes_first() -> None:
    found = paragraphs((60, 680, LEFT), (320, 680, MIDDLE), (420, 740, ("14 May 2031",)))
    assert found.split() == in_order(("14 May 2031",), LEFT, MIDDLE).split()


def test_a_raised_figure_is_the_mark_of_a_note_but_behind_a_short_unit() -> None:
    line = "They closed the strait to all of the heavy tankers."
    end = 60 + Canvas(io.BytesIO()).stringWidth(line, "Times-Roman", 9)
    assert paragraphs((60, 700, (line,)), raised=(end, 703, "3")) == line
    area = "The park in the strait has more than 400 km"
    end = 60 + Canvas(io.BytesIO()).stringWidth(area, "Times-Roman", 9)
    assert paragraphs((60, 700, (area,)), raised=(end, 703, "2")) == area + "2"
