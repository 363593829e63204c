"""The report in a real browser: safety, accessibility, and what its controls do."""

import csv
import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from operator import itemgetter
from pathlib import Path
from typing import Any

import pytest

from pipeline.records import Analysis, Tracking
from pipeline.report.brief.short import in_short
from pipeline.report.charts import draw
from pipeline.report.labels import read_names
from pipeline.report.page.method import method
from pipeline.report.page.page import Contents, write_page
from pipeline.report.stage import Results, report
from tests.report.corpora import corpus
from tests.report.test_stage import hostile
from tests.shipped import KNOWLEDGE

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install playwright")
axe = pytest.importorskip(
    "axe_core_python.sync_playwright", reason="axe-core is not installed: pip install axe-core-python"
)
CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed: apt-get install chromium")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report over eight documents, one of them of hostile wording, with more rows than one screen holds."""
    made = tmp_path_factory.mktemp("report")
    report(Results([*corpus(7, 20), hostile()]), made, KNOWLEDGE)
    return made


@pytest.fixture(scope="module")
def address(folder: Path) -> str:
    return (folder / "report.html").as_uri()


def open_page(browser: Any, address: str, width: int = 1280, **options: Any) -> Any:
    page = browser.new_page(viewport={"width": width, "height": 900}, **options)
    page.problems = []
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    page.on("console", lambda message: page.problems.append(message.text) if message.type == "error" else None)
    page.on("dialog", lambda dialog: page.problems.append(f"dialog: {dialog.message}") or dialog.dismiss())
    page.on(
        "request",
        lambda request: (
            None if request.url.startswith(("file:", "data:", "blob:")) else page.problems.append(request.url)
        ),
    )
    page.goto(address)
    return page


def choose(page: Any, name: str, value: str) -> None:
    """Tick a value of a filter, wherever it is folded away."""
    page.evaluate(f"document.querySelector('#facet-list [name={name}][value=\"{value}\"]').click()")


def sentences(page: Any) -> list[str]:
    return list(page.locator("#rows .said").all_inner_texts())


@pytest.mark.parametrize(
    ("width", "scheme", "place"),
    [(1440, "light", ""), (390, "dark", "#ledger?tab=documents"), (1024, "light", "#ledger?tab=actors")],
)
def test_axe_finds_nothing(browser: Any, address: str, width: int, scheme: str, place: str) -> None:
    page = open_page(browser, address + place, width, bypass_csp=True, color_scheme=scheme)
    page.evaluate("for (const closed of document.querySelectorAll('details')) closed.open = true")
    if not place:
        page.locator("#rows .more").first.click()
        page.locator("#rows .source a").first.click()
        sync_api.expect(page.locator(".sentence.chosen")).to_be_visible()
    found = axe.Axe().run(page)["violations"]
    assert [(v["id"], v["nodes"][0]["html"]) for v in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.problems == []


def test_words_are_found_in_any_order_together_in_plural_and_without_accents(browser: Any, address: str) -> None:
    page = open_page(browser, address)
    search = page.locator("[name=words]")
    search.fill("LIGHTHOUSE thrée")
    found = sentences(page)
    assert found
    assert all("three lighthouses" in sentence for sentence in found)
    assert page.locator("#rows mark").first.inner_text() in ("three", "lighthouses")
    search.fill('"harbour of eastport" "will"')
    assert all("harbour of Eastport" in sentence for sentence in sentences(page))
    search.fill('"eastport harbour"')
    assert "Nothing fits" in page.inner_text("#shown")
    search.fill("lighth")
    assert sentences(page)
    assert "beginnings are found" in page.inner_text("#shown")
    assert page.problems == []


def test_filters_add_up_and_are_kept_in_the_address(browser: Any, address: str) -> None:
    page = open_page(browser, address)
    total = page.inner_text("#shown")
    page.fill("[name=words]", "will")
    choose(page, "strength", "weak")
    weak = page.locator("#rows .row").count()
    choose(page, "strength", "medium")
    both = page.locator("#rows .row").count()
    assert 0 < weak < both
    assert set(page.locator("#rows .strength").all_inner_texts()) == {"weak", "medium"}
    narrowed = page.inner_text("#shown")
    again = open_page(browser, page.url)
    assert again.inner_text("#shown") == narrowed
    assert again.locator("[name=strength]:checked").count() == 2
    again.click("#all")
    assert again.inner_text("#shown") == total
    assert page.problems == again.problems == []


def test_the_count_beside_a_value_is_what_choosing_it_shows(browser: Any, address: str) -> None:
    page = open_page(browser, address)
    choose(page, "strength", "strong")
    item = page.locator("#facet-list li:has([name=area])").first
    counted = item.locator(".of").inner_text()
    item.locator("input").click()
    assert page.inner_text("#shown").startswith(f"{counted} of ")


def test_bars_and_their_numbers_lead_to_the_rows_that_they_count(browser: Any, folder: Path, address: str) -> None:
    with (folder / "charts" / "commitments_by_area.csv").open(encoding="utf-8", newline="") as file:
        counted = next(csv.DictReader(file))
    page = open_page(browser, address)
    page.click("#commitments_by_area .on-screen [data-choose*='strength=strong']")
    sync_api.expect(page.locator("#shown")).to_contain_text(f"{counted['strong']} of ")
    page.locator("#commitments_by_area .numbers summary").click()
    page.locator("#commitments_by_area tbody a").first.click()
    sync_api.expect(page.locator("#shown")).to_contain_text(f"{counted['commitments']} of ")
    assert page.problems == []


def test_a_document_of_the_table_shows_its_most_concrete_commitments(browser: Any, address: str) -> None:
    page = open_page(browser, f"{address}#ledger?tab=documents")
    page.locator("#found .more").first.click()
    card = page.locator("#found .opened .card li")
    assert 0 < card.count() <= 3
    assert card.first.locator(".m.action").count()
    page.locator("#found .more").first.click()
    assert card.count() == 0


def test_links_to_texts_that_have_no_room_lead_to_what_the_page_has_of_them(browser: Any, tmp_path: Path) -> None:
    made = corpus(12)
    contents = Contents(made, (), (), (), (), method(made, KNOWLEDGE), in_short(made, (), Tracking(), KNOWLEDGE))
    path = tmp_path / "report.html"
    write_page(contents, KNOWLEDGE.get(read_names), path)
    write_page(contents, KNOWLEDGE.get(read_names), path, path.stat().st_size - 10_000)
    extents = {about[0]: (about[1], extent, about[-1]) for about, extent, *_ in data_of(path)["documents"]}
    assert {extent for _, extent, _ in extents.values()} >= {0, 1}
    for doc_id, (name, extent, commitments) in extents.items():
        page = open_page(browser, f"{path.as_uri()}#d-{name}")
        if extent == 1:
            assert page.inner_text("#shown").startswith(f"{commitments} of ")
            assert page.locator("#rows .source").first.inner_text().count("↗") == 1
        elif not extent:
            assert doc_id in str(page.locator("#found tbody a").first.get_attribute("href"))
        assert page.url.startswith(path.as_uri())
        assert page.problems == []


def test_the_chart_of_deadlines_has_todays_line_by_the_clock_of_the_reader(browser: Any, tmp_path: Path) -> None:
    def due(a: Analysis, day: date) -> Analysis:
        return replace(a, commitments=tuple(replace(c, deadline="then", deadline_date=day) for c in a.commitments))

    made = [due(a, date(2031 + n, 7, 1)) for n, a in enumerate(corpus(6))]
    charts = draw(made, KNOWLEDGE.get(read_names))
    contents = Contents(made, (), (), (), charts, method(made, KNOWLEDGE), in_short(made, (), Tracking(), KNOWLEDGE))
    write_page(contents, KNOWLEDGE.get(read_names), tmp_path / "report.html")
    columns = "#deadlines .on-screen rect[data-choose='due=2033']"
    for year, lines in ((2033, 1), (2099, 0)):
        page = browser.new_page()
        page.clock.install(time=f"{year}-07-01T12:00:00")
        page.goto((tmp_path / "report.html").as_uri())
        line = page.locator("#deadlines .on-screen line")
        assert line.count() == lines
        if lines:
            left, wide = (float(page.locator(columns).first.get_attribute(name)) for name in ("x", "width"))
            assert float(line.get_attribute("x1")) == pytest.approx(left + wide / 2, abs=2)


def data_of(path: Path) -> Any:
    """The data of the page's script."""
    found = re.search(r'id="data">(.*?)</script>', path.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    return json.loads(found[1])


def test_back_from_a_sentence_returns_to_the_row_in_the_same_list(browser: Any, address: str) -> None:
    page = open_page(browser, address)
    choose(page, "strength", "weak")
    narrowed = page.inner_text("#shown")
    row = page.locator("#rows .row").nth(1)
    place, words = row.get_attribute("id"), row.locator(".m.action").all_inner_texts()
    row.locator(".source a").focus()
    page.keyboard.press("Enter")
    chosen = page.locator(".sentence.chosen")
    sync_api.expect(chosen).to_be_visible()
    assert all(part in chosen.inner_text() for part in words)
    page.go_back()
    page.wait_for_function(f"document.activeElement.closest('.row')?.id === {json.dumps(place)}")
    assert page.inner_text("#shown") == narrowed
    page.evaluate("location.hash = '#ledger'")
    sync_api.expect(page.locator("[name=strength]:checked")).to_have_count(0)
    assert page.problems == []


def test_a_note_of_the_document_leads_to_its_row_with_its_card(browser: Any, address: str) -> None:
    page = open_page(browser, address)
    page.locator("#rows .source a").first.click()
    page.locator(".aside a").first.click()
    sync_api.expect(page.locator("#rows .row")).to_have_count(1)
    sync_api.expect(page.locator("#rows .card")).to_be_visible()
    assert page.problems == []


def test_tabs_show_demands_positions_documents_and_actors(browser: Any, folder: Path, address: str) -> None:
    with (folder / "sentences.csv").open(encoding="utf-8", newline="") as file:
        acts = [row["acts"].split(";") for row in csv.DictReader(file)]
    page = open_page(browser, address)
    for tab, expected in (
        ("demands", sum("demand" in act for act in acts)),
        ("positions", sum("position" in act for act in acts)),
        ("documents", 8),
    ):
        page.click(f"#tab-{tab}")
        assert page.inner_text(f"#tab-{tab}").split()[-1] == str(expected)
    page.click("#found thead button:has-text('Title')")
    titles = page.locator("#found tbody td:nth-child(2)").all_inner_texts()
    assert titles == sorted(titles, key=str.lower)
    page.reload()
    assert page.locator("#found tbody td:nth-child(2)").all_inner_texts() == titles
    page.click("#tab-actors")
    assert page.locator("#found tbody tr").count() > 3
    assert page.problems == []


def saved_rows(page: Any) -> list[dict[str, str]]:
    """What the ledger saves as it is filtered."""
    with page.expect_download() as download:
        page.click("#take")
    with Path(download.value.path()).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_filtered_rows_are_saved_as_in_the_table_of_commitments(browser: Any, folder: Path, address: str) -> None:
    with (folder / "commitments.csv").open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    page = open_page(browser, address)
    by_id = itemgetter("commitment_id")

    def saved() -> list[dict[str, str]]:
        return sorted(({name: row[name] for name in table[0]} for row in saved_rows(page)), key=by_id)

    assert saved() == sorted(table, key=by_id)
    choose(page, "kind", "new")
    assert saved() == sorted((r for r in table if r["kind"] == "new"), key=by_id)


def test_a_deadline_is_ahead_or_past_by_the_clock_of_the_reader(browser: Any, address: str) -> None:
    for year, words in ((2030, "ahead"), (2040, "past")):
        page = browser.new_page()
        page.clock.install(time=f"{year}-06-01T12:00:00")
        page.goto(f"{address}#ledger?deadline=any")
        chips = page.locator("#rows .chip.deadline").all_inner_texts()
        assert chips
        assert {chip.rpartition(", ")[2] for chip in chips if "2035-12-31" in chip} == {words}


def test_a_quotation_is_copied_with_its_source(browser: Any, address: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}#ledger?words=lighthouses")
    page.locator("#rows .more").first.click()
    page.click("#rows .card button:has-text('Copy quotation')")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert page.locator("#rows .said").first.inner_text() in copied
    assert page.locator("#rows .source a").first.inner_text()[:10] in copied
    assert "https://press.example/talks" in copied


def test_printing_shows_all_chosen_rows_and_goes_back(browser: Any, address: str) -> None:
    page = open_page(browser, address)
    rows = page.locator("#rows .row")
    before = rows.count()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.inner_text("#shown").startswith(f"{rows.count()} of ")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert rows.count() == before
    assert page.problems == []


def test_hostile_wording_does_nothing(browser: Any, address: str) -> None:
    page = open_page(browser, f"{address}#ledger?words=alert")
    page.locator("#rows .more").first.click()
    page.locator("#rows .source a").first.click()
    sync_api.expect(page.locator("#reading .text")).to_contain_text("alert(1)")
    assert page.is_visible("h1")
    assert page.locator("img").count() == 0
    assert page.problems == []


def test_without_a_script_the_rows_are_there_all_the_same(browser: Any, address: str) -> None:
    page = open_page(browser, address, java_script_enabled=False)
    assert page.locator("#rows .row").count() > 30
    assert not page.is_visible("#filters")
