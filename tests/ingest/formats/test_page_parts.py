"""Parts of printed pages: rows of tables, numbers of lines, broken words, raised figures, columns."""

import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from tests.ingest.formats.pdfs import blocks, drawn, embedded, lines, reading, stretched
from tests.readers.typesetting import grey

COAST = (
    "The ministers of both countries met for two days to speak of the coast,",
    "and agreed that the lighthouses are to be repaired before the winter. It",
    "was the third of their meetings, and the longest. They will meet again in",
    "the spring and will then open the school for pilots that was promised, in",
    "the old customs house. Until then the commission will carry on the work.",
)
WHOLE = " ".join(COAST)


def stands(*parts) -> bytes:  # type: ignore[no-untyped-def]
    """A page on which each part is drawn."""

    def draw(canvas: Canvas) -> None:
        for part in parts:
            part(canvas)

    return drawn(draw)


@pytest.mark.parametrize(
    "line", ["carry on the RECONSTRUCTION-2031", "and the work of RECONSTRUCTION-2031", "and RECONSTRUCTION-2031"]
)
def test_a_short_line_stretched_over_the_column_is_no_row_of_a_table(line: str) -> None:
    above = (
        "The two countries will train forty pilots a year and will in all of the ports",
        "of the northern coast and of the islands with their own means and workers",
    )
    data = stands(lines(above), stretched(line, 350, 60, 732), lines(["programme, which began in May."], top=718))
    assert blocks(data) == [f"{' '.join(above)} {line} programme, which began in May."]


def test_two_stretched_lines_are_no_table_either() -> None:
    data = stands(
        lines(["They agreed that the work on the harbours of both coasts goes on and that"]),
        stretched("they will finish the RECONSTRUCTION-2031", 330, 60, 746),
        stretched("and also that of LIGHTHOUSES-2031", 330, 60, 732),
        lines(["before the winter."], top=718),
    )
    assert "|" not in "".join(blocks(data))
    assert len(blocks(data)) == 1


def test_cells_that_stand_under_each_other_are_rows() -> None:
    rows = (("Port", "Year", "Cost"), ("Old Harbour", "2030", "12 million"), ("Grey Strait", "2031", "9 million"))
    cells = [
        lines([c], x=x, top=600 - 14 * i)
        for i, row in enumerate(rows)
        for c, x in zip(row, (60, 240, 380), strict=True)
    ]
    found = blocks(stands(lines(COAST), *cells))
    assert found == [WHOLE, "Port | Year | Cost", "Old Harbour | 2030 | 12 million", "Grey Strait | 2031 | 9 million"]


def test_names_under_a_treaty_are_rows() -> None:
    signed = (("For the Republic of Chile", "For the Kingdom of Norway"), ("A. Rojas", "I. Dahl"))
    cells = [
        lines([c], x=x, top=600 - 14 * i) for i, row in enumerate(signed) for c, x in zip(row, (60, 330), strict=True)
    ]
    assert blocks(stands(lines(COAST), *cells))[1:] == [" | ".join(row) for row in signed]


@pytest.mark.parametrize(("x", "first"), [(30.0, 1), (40.0, 117), (560.0, 9)])
def test_numbers_of_lines_in_the_margin_are_no_text(x: float, first: int) -> None:
    numbers = [str(first + i) for i in range(len(COAST))]
    found = reading(stands(lines(COAST, size=10), lines(numbers, x=x, size=8)))
    assert [line.text for line in found.lines] == [WHOLE]
    assert f"page 1: numbers of lines: {numbers[0]} to {numbers[-1]}" in [change.before for change in found.changes]


def test_numbers_of_every_fifth_line_are_no_text() -> None:
    numbers = [lines([str(5 * i)], x=40, top=760 - 14 * (5 * i - 1)) for i in range(1, 6)]
    assert blocks(stands(lines(COAST * 5), *numbers)) == [" ".join([WHOLE] * 5)]


def test_numbers_of_items_are_text() -> None:
    items = [
        "Open the port",
        "Train the pilots",
        "Paint the pier",
        "Light the lamps",
        "Close the road",
        "Feed the gulls",
    ]
    numbered = [
        part
        for i, item in enumerate(items)
        for part in (lines([str(i + 1)], x=40, top=760 - 14 * i), lines([item], top=760 - 14 * i))
    ]
    found = "\n".join(blocks(stands(*numbered)))
    assert all(str(i + 1) in found for i in range(6))


@pytest.mark.parametrize(
    ("end", "beginning", "whole"),
    [
        ("light\u00ad", "houses", "lighthouses"),
        ("sea\u00ad", "port", "seaport"),
        ("long-", "term", "long-term"),
        ("re-", "publish", "republish"),
        ("re-", "elect", "re-elect"),
        ("un-", "named", "unnamed"),
        ("South-", "West", "South-West"),
        ("Indo-", "Pacific", "Indo-Pacific"),
    ],
)
def test_a_word_broken_at_the_end_of_a_line_is_made_whole(end: str, beginning: str, whole: str) -> None:
    wording = [
        "They will with all of their means and of the others who are there " + end,
        beginning + " offices go on.",
    ]
    data = stands(lines(wording, font=embedded(), size=9))
    assert blocks(data) == [f"They will with all of their means and of the others who are there {whole} offices go on."]


def raised(before: str, small: str, after: str, y: float = 760) -> bytes:
    """A line with small letters set higher in it."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", 11)
        canvas.drawString(60, y, before)
        at = 60 + stringWidth(before, "Times-Roman", 11)
        canvas.setFont("Times-Roman", 6.5)
        canvas.drawString(at, y + 4.5, small)
        canvas.setFont("Times-Roman", 11)
        canvas.drawString(at + stringWidth(small, "Times-Roman", 6.5), y, after)

    return drawn(draw)


@pytest.mark.parametrize(
    ("before", "small", "after", "whole"),
    [
        ("They will hold the 3", "rd", " round of talks.", "They will hold the 3rd round of talks."),
        ("It ends on the 30", "th", " of June 2030.", "It ends on the 30th of June 2030."),
        ("They will open two harbours", "1", " by 2030.", "They will open two harbours by 2030."),
        ("They will train forty pilots", "12", ", and meet.", "They will train forty pilots, and meet."),
        ("They will meet by 2030.", "2", " The work goes on.", "They will meet by 2030. The work goes on."),
        ("The park has 400 km", "2", " of shore.", "The park has 400 km2 of shore."),
        ("They will open two harbours¹ by 2030.", "", "", "They will open two harbours by 2030."),
        ("They will meet by 2030.²³", "", " The work goes on.", "They will meet by 2030. The work goes on."),
        ("The park has 400 km² of shore.", "", "", "The park has 400 km² of shore."),
    ],
)
def test_raised_letters_are_part_of_the_word_or_a_mark(before: str, small: str, after: str, whole: str) -> None:
    assert blocks(raised(before, small, after)) == [whole]


NARROW = tuple(" ".join(WHOLE.split()[i : i + 5]) for i in range(0, len(WHOLE.split()), 5))
OTHER = tuple(line.replace("winter", "summer").replace("coast", "shore") for line in NARROW)
BOTH = " ".join((*NARROW, *OTHER))


@pytest.mark.parametrize("lowered", [0, 60, 200])
def test_a_picture_over_one_column_leaves_the_order(lowered: int) -> None:
    found = reading(
        stands(
            lines(["Joint Statement by Chile and Norway on the coast"], size=16, top=800),
            lines(NARROW, top=740 - lowered),
            lines(OTHER, x=320, top=740),
        )
    )
    assert " ".join(line.text for line in found.lines[1:]) == BOTH
    assert found.doubts == ()


def test_columns_written_across_are_read_down() -> None:
    rows = [
        part
        for i, (left, right) in enumerate(zip(NARROW, OTHER, strict=True))
        for part in (lines([left], top=740 - 14 * i), lines([right], x=320, top=740 - 14 * i))
    ]
    found = reading(stands(*rows))
    assert " ".join(line.text for line in found.lines) == BOTH
    assert found.doubts == ()


@pytest.mark.parametrize(
    ("caption", "stays"),
    [
        ("The two ministers on the quay of the old harbour.", False),
        ("The two ministers visit the quay of the old harbour.", True),
        ("Both countries will repair the quay of the old harbour.", True),
        ("The quay of the old harbour was repaired by the two countries.", True),
    ],
)
def test_small_letters_below_a_picture_go_unless_they_make_a_statement(caption: str, stays: bool) -> None:
    def picture(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(grey()), 60, 640, 300, 40)

    found = blocks(stands(lines(COAST), picture, lines([caption], top=630, size=8), lines(COAST[:3], top=600)))
    assert found == [WHOLE, " ".join(COAST[:3]), *([caption] if stays else [])]


@pytest.mark.parametrize("x", [20, 420])
def test_a_note_in_the_margin_stands_behind_the_text(x: float) -> None:
    note = ("See the map", "of the coast")
    text = lines(COAST * 2, x=100, size=10)
    margin = lines(note, x=x, top=732, leading=9, size=7)
    found = blocks(stands(text, margin))
    assert found == [f"{WHOLE} {WHOLE}", " ".join(note)]


def test_small_letters_within_the_column_are_its_text() -> None:
    data = stands(lines(COAST, size=10), lines(["A smaller line of the same text, written below."], top=680, size=8))
    assert "A smaller line of the same text, written below." in " ".join(blocks(data))


def test_small_numbers_in_the_margin_are_no_notes() -> None:
    found = reading(stands(lines(COAST, x=100, size=10), lines(["§ 4"], x=60, top=760, size=7)))
    assert [change for change in found.changes if change.rule == "margin_note"] == []


def test_a_title_in_several_lines_of_large_letters_is_one_heading() -> None:
    title = ("Joint Statement by Chile and Norway on the Repair", "of the Lighthouses of the Coast")
    data = stands(lines(title, font="Times-Bold", size=16, leading=20, top=790), lines(COAST, top=730))
    assert blocks(data) == [" ".join(title), WHOLE]


def test_a_title_in_capitals_may_end_in_a_short_line() -> None:
    title = ("JOINT STATEMENT BY CHILE AND NORWAY ON ALL OF THE LIGHTHOUSES OF THE", "COAST")
    data = stands(lines(title, font="Courier", size=10, top=790), lines(COAST, font="Courier", size=10, top=740))
    assert blocks(data) == [" ".join(title), WHOLE]


@pytest.mark.parametrize("bullet", ["!", "§", "~"])
def test_a_bullet_that_reads_as_another_sign_begins_an_item(bullet: str) -> None:
    items = ("The lamps of the north shall be repaired before the winter,", "The school for pilots shall be opened.")
    parts = [lines((*COAST[:2], "was the third of their meetings. They agreed:"))]
    for i, item in enumerate(items):
        parts += [lines([bullet], x=70, top=700 - 14 * i), lines([item], x=100, top=700 - 14 * i)]
    assert blocks(stands(*parts))[1:] == [f"• {item}" for item in items]


def test_a_title_that_comes_back_as_running_head_stays_on_the_first_page() -> None:
    def draw(canvas: Canvas) -> None:
        lines(["The Charter of the Old Harbours"], top=800, size=18)(canvas)
        for _ in range(4):
            lines(COAST)(canvas)
            canvas.showPage()
            lines(["The Charter of the Old Harbours"], top=800, size=10)(canvas)
        lines(COAST)(canvas)

    found = blocks(drawn(draw))
    assert found[0] == "The Charter of the Old Harbours"
    assert found.count("The Charter of the Old Harbours") == 1


@pytest.mark.parametrize("gap", [18, 21])
def test_a_title_broken_by_hand_is_one_heading(gap: float) -> None:
    title = ("Chile and Norway", "A Plan for the Coast")
    data = stands(lines(title, font="Times-Bold", size=16, leading=gap, top=790), lines(COAST, top=730))
    assert blocks(data) == [" ".join(title), WHOLE]


@pytest.mark.parametrize(
    "above", ["PRESS RELEASE", "Ministry of Ports of Norway", "Joint Statement", "Oslo, 3 May 2031"]
)
def test_what_is_no_part_of_a_title_stands_apart_from_it(above: str) -> None:
    title = (above, "A Plan for the Coast")
    data = stands(lines(title, font="Times-Bold", size=16, leading=18, top=790), lines(COAST, top=730))
    assert blocks(data) == [*title, WHOLE]


def test_paragraphs_of_one_line_are_told_apart_below_a_title_of_two() -> None:
    title = (
        "Statement on the Detention of the Keepers at the Border of the Valley and on the Treatment of",
        "their Families",
    )
    said = [
        "The treaty provides for the return of all stolen lamps within six months.",
        "Parliament will debate the treaty in the autumn session of this year.",
        "The keepers, for their part, will ease the rules for their pensions.",
    ]
    heading = lines(title, font="Times-Bold", size=11, leading=14, top=790)
    assert blocks(stands(heading, lines(said, leading=22, top=740))) == [" ".join(title), *said]
