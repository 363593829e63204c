"""The charts say what they show, rest on the tables, and their words do not stand on each other."""

import csv
import io
import re
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import matplotlib
import pytest
from lxml import etree
from PIL import Image

from pipeline.records import Analysis
from pipeline.report.charts import draw, write_charts
from pipeline.report.charts.canvas import Chart
from pipeline.report.charts.choices import years
from pipeline.report.charts.drawing import Box, Drawing, Words
from pipeline.report.charts.letters import cut, legible, width
from pipeline.report.charts.periods import of_documents, periods
from pipeline.report.charts.rendering import picture
from pipeline.report.charts.vectors import element
from pipeline.report.labels import read_names
from pipeline.report.stage import write_findings
from tests.records import analysis
from tests.report.corpora import corpus
from tests.shipped import KNOWLEDGE

NAMES = KNOWLEDGE.get(read_names)
LARGE = corpus(60, 6)


@pytest.fixture(scope="module")
def large() -> list[Chart]:
    return draw(LARGE, NAMES)


def boxes(drawing: Drawing) -> list[tuple[float, float, float, float, str]]:
    """Left, right, top and bottom of the words that lie level."""
    found = []
    for mark in drawing.marks:
        if isinstance(mark, Words) and mark.text and not mark.turned:
            wide = width(mark.text, mark.size, mark.bold)
            left = mark.x - wide * {"start": 0, "middle": 0.5, "end": 1}[mark.anchor]
            found.append((left, left + wide, mark.y - 0.7 * mark.size, mark.y, mark.text))
    return found


@pytest.mark.parametrize(("documents", "actors"), [(1, 2), (20, 8), (60, 20)])
def test_no_words_overlap_and_none_are_cut_off_on_screen_and_phone(documents: int, actors: int) -> None:
    charts = draw(corpus(documents, actors), NAMES)
    assert charts
    for drawing in (drawing for chart in charts for drawing in (chart.wide, chart.narrow)):
        words = boxes(drawing)
        for n, (left, right, top, bottom, text) in enumerate(words):
            assert left >= -1, text
            assert right <= drawing.width + 1, text
            assert bottom <= drawing.height, text
            for other in words[n + 1 :]:
                apart = right <= other[0] or other[1] <= left or bottom <= other[2] or other[3] <= top
                assert apart, (text, other[4])


def test_titles_say_what_is_drawn_and_claim_nothing_that_the_sampling_made(large: list[Chart]) -> None:
    for chart in large:
        assert not re.search(r"\b(most|peaks?|largest|promised|rises?|falls?)\b", chart.title, re.IGNORECASE)
        assert re.search(r"[\d,]+ commitments in 60 documents", chart.caption)


def test_a_picture_of_nothing_or_of_one_value_is_left_out() -> None:
    assert draw([], NAMES) == []
    assert draw([replace(analysis(), commitments=())], NAMES) == []
    assert [chart.name for chart in draw([analysis()], NAMES)] == ["commitments_by_actor"]


def test_a_large_corpus_gets_every_picture(large: list[Chart]) -> None:
    assert [chart.name for chart in large] == [
        "commitments_by_area",
        "two_periods",
        "areas_over_time",
        "commitments_by_actor",
        "actors_by_area",
        "actors_over_time",
        "together",
        "commitments_over_time",
        "demands_and_positions",
    ]


def written(analyses: list[Analysis], folder: Path) -> list[list[dict[str, str]]]:
    """The rows of commitments.csv, documents.csv and sentences.csv."""
    write_findings(analyses, folder)
    tables = []
    for name in ("commitments", "documents", "sentences"):
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            tables.append(list(csv.DictReader(file)))
    return tables


def test_the_numbers_of_the_pictures_are_those_of_the_tables(tmp_path: Path, large: list[Chart]) -> None:
    ledger, documents, sentences = written(LARGE, tmp_path)
    write_charts(large, tmp_path / "charts")

    def drawn(name: str) -> list[dict[str, str]]:
        with (tmp_path / "charts" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def counted(column: str, rows: list[dict[str, str]]) -> Counter[str]:
        return Counter(value for row in rows for value in row[column].split(";"))

    areas, actors = counted("areas", ledger), counted("actors", ledger)
    assert {row["area"]: int(row["commitments"]) for row in drawn("commitments_by_area")} == areas
    for row in drawn("commitments_by_actor"):
        assert int(row["commitments"]) == actors[row["actor"]]
        own = {r["doc_id"] for r in ledger if row["actor"] in r["actors"].split(";")}
        assert int(row["documents"]) == len(own | {r["doc_id"] for r in documents if row["actor"] in r["parties"]})
    for row in drawn("actors_by_area"):
        mine = [r for r in ledger if row["actor"] in r["actors"].split(";")]
        assert int(row["commitments"]) == counted("areas", mine)[row["area"]]
        assert float(row["share_of_actor"]) == pytest.approx(int(row["commitments"]) / len(mine), abs=0.001)
    days = {row["doc_id"]: row["date"] for row in documents}
    dated = [row for row in ledger if days[row["doc_id"]]]
    for row in drawn("two_periods"):
        later = [r for r in dated if days[r["doc_id"]] >= row["from"]]
        assert int(row["later_commitments"]) == counted("areas", later)[row["area"]]
        assert float(row["later"]) == pytest.approx(int(row["later_commitments"]) / len(later), abs=0.001)
    for row in drawn("areas_over_time"):
        here = [r for r in dated if periods_of(row["period"], days[r["doc_id"]])]
        assert (int(row["commitments"]), int(row["on_area"])) == (len(here), counted("areas", here)[row["area"]])
    for row in drawn("actors_over_time"):
        mine = [r for r in dated if row["actor"] in r["actors"].split(";")]
        here = [r for r in mine if periods_of(row["period"], days[r["doc_id"]])]
        assert (int(row["commitments"]), int(row["on_area"])) == (len(here), counted("areas", here)[row["area"]])
    for row in drawn("together"):
        both = [r for r in ledger if {row["actor"], row["other"]} <= set(r["actors"].split(";"))]
        assert (int(row["commitments"]), int(row["documents"])) == (len(both), len({r["doc_id"] for r in both}))
    for row in drawn("demands_and_positions"):
        told = [r["acts"].split(";") for r in sentences if row["area"] in r["areas"].split(";")]
        assert [int(row[act]) for act in ("demand", "position")] == [
            sum(act in acts for acts in told) for act in ("demand", "position")
        ]
    for row in drawn("commitments_over_time"):
        here = [r for r in documents if periods_of(row["period"], r["date"])]
        assert (int(row["documents"]), int(row["words"])) == (len(here), sum(int(r["words"]) for r in here))
        assert int(row["commitments"]) == sum(int(r["commitments"]) for r in here)


def periods_of(period: str, day: str) -> bool:
    """Whether an ISO date falls into a year or a quarter."""
    if period == "undated" or not day:
        return (period == "undated") == (not day)
    year, _, quarter = period.partition(" Q")
    return day[:4] == year and (not quarter or (int(day[5:7]) - 1) // 3 + 1 == int(quarter))


def test_pairs_are_counted_in_all_documents_and_not_chosen_by_declarations_of_everybody() -> None:
    made = analysis()

    def text(n: int, *actors: str) -> Analysis:
        promise = replace(made.commitments[0], actors=actors, doc_id=str(n))
        return replace(made, document=replace(made.document, doc_id=str(n), parties=actors), commitments=(promise,) * 2)

    everybody = ("CHL", "NOR", *(f"P{n}" for n in range(7)))
    found = [text(n, "CHL", "NOR", "PER") for n in range(2)] + [text(n, *everybody) for n in range(2, 5)]
    (chart,) = [chart for chart in draw(found, NAMES) if chart.name == "together"]
    assert [(row[0], row[2], *row[4:]) for row in chart.numbers.itertuples(index=False)] == [
        ("CHL", "NOR", 5, 10),
        ("CHL", "PER", 2, 4),
        ("NOR", "PER", 2, 4),
    ]
    assert "3 documents of more than 8 parties counted, but not to choose the pairs" in chart.caption
    assert chart.choices[0] == "actor=CHL&actor=NOR&alone=yes&both=yes"


def test_marks_and_rows_of_numbers_lead_to_the_search_for_what_they_count(large: list[Chart]) -> None:
    (areas,) = [chart for chart in large if chart.name == "commitments_by_area"]
    area = areas.numbers["area"][0]
    marks = [mark for mark in areas.wide.marks if isinstance(mark, Box | Words) and mark.choose]
    assert areas.choices[0] == f"area={area}"
    assert {mark.choose for mark in marks if isinstance(mark, Box)} >= {f"area={area}&strength=strong"}
    assert f'data-choose="area={area}&amp;strength=strong"' in areas.inline
    assert "<a " not in areas.inline


@pytest.mark.parametrize(
    ("period", "found"),
    [("2031", ("2031",)), ("2029–2031", ("2029", "2030", "2031")), ("2031 Q2", ()), ("undated", ("undated",))],
)
def test_a_period_leads_to_its_years_and_a_part_of_a_year_nowhere(period: str, found: tuple[str, ...]) -> None:
    assert years(period) == found


def test_deadlines_in_two_periods_are_drawn() -> None:
    made = analysis()
    days = [date(2031, 6, 1), date(2033, 6, 1), date(2033, 7, 1)]
    ledger = tuple(replace(made.commitments[0], deadline_date=day) for day in days)
    (chart,) = [c for c in draw([replace(made, commitments=ledger)], NAMES) if c.name == "deadlines"]
    assert [(row[0], row[1]) for row in chart.numbers.itertuples(index=False) if row[1]] == [
        ("2031 Q2", 1),
        ("2033 Q2", 1),
        ("2033 Q3", 1),
    ]


def test_a_picture_is_twice_as_fine_as_a_screen_and_carries_no_date(large: list[Chart]) -> None:
    pixels = picture(large[0].wide)
    image = Image.open(io.BytesIO(pixels))
    assert image.width == 2 * large[0].wide.width
    assert set(image.info) <= {"dpi", "transparency"}
    assert image.convert("RGB").getpixel((0, 0)) == (255, 255, 255)
    assert pixels == picture(large[0].wide)
    for svg in (large[0].svg, large[0].inline, large[0].phone):
        assert svg.startswith("<svg ")
        assert "<metadata" not in svg


def test_pictures_are_the_same_whatever_a_users_matplotlibrc_says() -> None:
    drawing = Drawing(60, 30, (Box(0, 0, 20, 30, "#d3e3f1", hatched=True), Words(22, 20, "Energy")))
    before = element(drawing, "a"), picture(drawing)
    with matplotlib.rc_context(
        {"font.family": "serif", "svg.fonttype": "path", "hatch.linewidth": 5, "figure.dpi": 300}
    ):
        assert (element(drawing, "a"), picture(drawing)) == before


def test_pictures_in_one_page_share_no_ids_and_no_style_sheet(large: list[Chart]) -> None:
    page = "".join(svg for chart in large for svg in (chart.inline, chart.phone))
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(set(ids)) == len(ids) > 1
    assert set(re.findall(r"(?:url\(|href=\")#([\w-]+)", page)) == set(ids)
    assert "<style" not in page


def test_hatched_boxes_keep_their_colour_in_a_page() -> None:
    svg = element(Drawing(20, 20, (Box(0, 0, 20, 20, "#d3e3f1", hatched=True),)), "a")
    assert re.search(r'<pattern id="a-[^>]*><rect [^>]*fill="#d3e3f1"/>', svg)


@pytest.mark.filterwarnings("error")
def test_words_whose_letters_the_font_lacks_are_left_to_the_browser_and_drawn_otherwise_in_png() -> None:
    drawing = Drawing(90, 30, (Words(0, 20, "エネルギー", instead="energy"),))
    assert ">エネルギー</text>" in element(drawing, "a")
    assert picture(drawing) == picture(Drawing(90, 30, (Words(0, 20, "energy"),)))


def test_words_with_signs_of_markup_and_what_xml_forbids_stay_words() -> None:
    root = etree.fromstring(element(Drawing(90, 30, (Words(1 / 3, 20, "R&D <b>\x0b", turned=True),)), "a"))
    (words,) = root
    assert (words.text, words.get("x"), words.get("transform")) == ("R&D <b>", "0.33", "rotate(-40 0.33 20)")


def test_pictures_of_an_earlier_run_are_removed(tmp_path: Path) -> None:
    (tmp_path / "together.png").write_bytes(b"old")
    names = {path.name for path in write_charts(draw([analysis()], NAMES), tmp_path)}
    assert names == {path.name for path in tmp_path.iterdir()}
    assert names == {f"commitments_by_actor.{form}" for form in ("png", "svg", "csv")}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Energy – énergie", "Energy – énergie"),
        ("Ενέργεια", "Ενέργεια"),
        ("الطاقة", "الطاقة"),
        ("エネルギー", "energy"),
        ("G7 外相会合 foreign ministers", "G7 foreign ministers"),
    ],
)
def test_letters_that_the_font_lacks_are_never_boxes(text: str, shown: str) -> None:
    assert legible(text, "energy") == shown


@pytest.mark.parametrize(
    ("days", "unit", "order"),
    [
        ([date(2031, 5, 1)], "day", ("2031-05-01",)),
        ([date(2031, 5, 1), None], "day", ("2031-05-01", "undated")),
        ([date(2031, 5, 31), date(2031, 7, 1)], "month", ("2031-05", "2031-06", "2031-07")),
        ([date(2030, 12, 1), date(2031, 8, 1)], "quarter", ("2030 Q4", "2031 Q1", "2031 Q2", "2031 Q3")),
        ([date(2029, 1, 1), date(2033, 1, 1)], "year", ("2029", "2030", "2031", "2032", "2033")),
        ([date(1945, 1, 1), date(2031, 1, 1)], "50 years", ("1945–1949", "1950–1999", "2000–2031")),
        ([], "day", ()),
        ([None], "day", ("undated",)),
    ],
)
def test_days_are_gathered_as_finely_as_there_is_room(
    days: list[date | None], unit: str, order: tuple[str, ...]
) -> None:
    found = periods(days, 5)
    assert (found.unit, found.order) == (unit, order)
    assert len(found.labels) == len(days)
    assert set(found.labels) <= set(order)


def test_a_body_bears_its_own_name_not_that_of_its_organs() -> None:
    assert [NAMES.actor_name(code) for code in ("EU", "JPN", "Elbonia")] == ["European Union", "Japan", "Elbonia"]


def test_a_date_known_to_the_year_is_undated_where_periods_are_shorter() -> None:
    exact = [replace(analysis().document, date=date(2031, month, 1)) for month in (2, 5)]
    vague = replace(exact[0], date=date(2031, 1, 1), date_precision="year")
    assert of_documents([*exact, vague], 12).labels == ("2031-02", "2031-05", "undated")
    far = replace(exact[0], date=date(2040, 1, 1))
    assert of_documents([*exact, vague, far], 12).labels == ("2031", "2031", "2031", "2040")


def test_a_last_period_that_is_not_over_does_not_pass_for_a_whole() -> None:
    found = periods([date(1998, 1, 1), date(2021, 1, 1), date(2026, 1, 1)], 7)
    assert found.order == ("1998–1999", "2000–2004", "2005–2009", "2010–2014", "2015–2019", "2020–2024", "2025–2026")
    assert found.span == "at most 5 years"


def test_long_words_are_cut_at_a_word_or_with_an_ellipsis() -> None:
    assert cut("a short one", 200, 10) == "a short one"
    assert cut("a much longer sentence", width("a much longer…", 10), 10) == "a much longer…"
    assert cut("x" * 50, width("x" * 9 + "…", 10), 10) == "x" * 9 + "…"
