"""The charts say what they show, and their words do not stand on each other."""

import re
from dataclasses import replace
from datetime import date

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from pipeline.report.charts import canvas, draw
from pipeline.report.charts.canvas import short
from pipeline.report.charts.periods import periods
from pipeline.report.labels import read_names
from tests.records import analysis
from tests.report.corpora import corpus
from tests.shipped import KNOWLEDGE

BASIC = {"commitments_by_area", "commitments_by_actor"}

NAMES = KNOWLEDGE.get(read_names)


@pytest.fixture
def figures(monkeypatch: pytest.MonkeyPatch) -> list[Figure]:
    """The figures that are drawn while the test runs, laid out."""
    kept: list[Figure] = []
    paper = canvas.Figure

    class Kept(paper):  # type: ignore[misc, valid-type]
        def __init__(self, *args: object, **options: object) -> None:
            super().__init__(*args, **options)
            kept.append(self)

    monkeypatch.setattr(canvas, "Figure", Kept)
    return kept


@pytest.mark.parametrize(("documents", "actors"), [(1, 2), (20, 8), (60, 60)])
def test_no_two_labels_overlap_and_none_is_cut_off(figures: list[Figure], documents: int, actors: int) -> None:
    draw(corpus(documents, actors), NAMES)
    assert len(figures) >= 3
    for figure in figures:
        renderer = FigureCanvasAgg(figure).get_renderer()
        (axes,) = figure.axes
        ticks = [axes.get_xticklabels(), axes.get_yticklabels()] if axes.axison else []
        for labels in ticks:
            upright = [t for t in labels if t.get_text() and t.get_visible() and t.get_rotation() == 0]
            boxes = [t.get_window_extent(renderer) for t in upright]
            for n, box in enumerate(boxes):
                assert not any(box.overlaps(other) for other in boxes[n + 1 :])
        for text in [*(ticks[1] if ticks else []), *axes.texts, *figure.texts]:
            if text.get_text().strip():
                box = text.get_window_extent(renderer)
                assert figure.bbox.x0 - 2 <= box.x0
                assert box.x1 <= figure.bbox.x1 + 2


def test_titles_say_what_is_drawn_and_claim_nothing_that_the_sampling_made() -> None:
    for chart in draw(corpus(30, 20), NAMES):
        assert not re.search(r"\d|\b(most|peaks?|largest|promised)\b", chart.title, re.IGNORECASE)
        assert re.search(r"n = [\d,]+ commitments in 30 documents", chart.caption)
        assert chart.svg.startswith("<svg")
        assert chart.png.startswith(b"\x89PNG")


def test_pictures_of_nothing_are_left_out_but_for_the_basic_ones() -> None:
    charts = draw([replace(analysis(), commitments=())], NAMES)
    assert {chart.name for chart in charts} == BASIC
    assert {c.title for c in charts} >= {"No commitments found, so none by policy area"}


def test_a_large_corpus_gets_every_picture() -> None:
    names = {chart.name for chart in draw(corpus(30, 20), NAMES)}
    more = {"actors_by_area", "areas_over_time", "commitments_over_time", "together", "demands_and_positions"}
    assert names == BASIC | more | {"acts_by_document"}


def test_one_document_gets_no_picture_of_a_single_column() -> None:
    names = {chart.name for chart in draw([analysis()], NAMES)}
    assert names & {"commitments_over_time", "acts_by_document", "deadlines", "areas_over_time"} == set()


def test_a_picture_carries_no_date_and_no_name_of_software() -> None:
    for chart in draw(corpus(2), NAMES):
        assert b"Software" not in chart.png
        assert "metadata" not in chart.svg
        assert "http://www.w3.org" in chart.svg


@pytest.mark.parametrize(
    ("days", "unit", "order"),
    [
        ([date(2031, 5, 1)], "day", ("2031-05-01",)),
        ([date(2031, 5, 1), None], "day", ("2031-05-01", "undated")),
        ([date(2031, 5, 31), date(2031, 7, 1)], "month", ("2031-05", "2031-06", "2031-07")),
        ([date(2030, 12, 1), date(2031, 8, 1)], "quarter", ("2030 Q4", "2031 Q1", "2031 Q2", "2031 Q3")),
        ([date(2029, 1, 1), date(2033, 1, 1)], "year", ("2029", "2030", "2031", "2032", "2033")),
        ([date(1945, 1, 1), date(2031, 1, 1)], "50 years", ("1900–1949", "1950–1999", "2000–2049")),
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


def test_undated_is_always_labelled_and_labels_keep_their_distance() -> None:
    found = periods([date(2000 + n, 1, 1) for n in range(15)] + [None], 30)
    assert found.ticks(16) == list(range(16))
    assert found.ticks(6) == [0, 3, 6, 9, 12, 15]
    assert found.span == "a year"


def test_long_names_of_periods_are_thinned_out() -> None:
    found = periods([date(2000 + 5 * n, 1, 1) for n in range(12)], 24)
    assert found.order[0] == "2000–2004"
    assert found.ticks(14) == [0, 2, 4, 6, 8, 10]


def test_a_body_bears_its_own_name_not_that_of_its_organs() -> None:
    assert [NAMES.actor_name(code) for code in ("EU", "JPN", "Elbonia")] == ["European Union", "Japan", "Elbonia"]


def test_long_words_are_cut_at_a_word_or_with_an_ellipsis() -> None:
    assert short("a short one", 20) == "a short one"
    assert short("a much longer sentence", 14) == "a much longer…"
    assert short("x" * 50, 10) == "x" * 9 + "…"
