"""The report in a real browser: safety, accessibility, and what its controls do."""

import csv
import shutil
from collections.abc import Iterator
from operator import itemgetter
from pathlib import Path
from typing import Any

import pytest

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
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A report over twelve documents."""
    folder = tmp_path_factory.mktemp("report")
    report(Results(corpus(12, 20)), folder, KNOWLEDGE)
    return (folder / "report.html").as_uri()


@pytest.fixture(scope="module")
def short(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A report over four documents, which has every picture and kind of row, and more rows than one page holds."""
    folder = tmp_path_factory.mktemp("short")
    written = report(Results(corpus(4)), folder, KNOWLEDGE)
    assert len([path for path in written if path.suffix == ".svg"]) == 10
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


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing(browser: Any, short: str, width: int) -> None:
    page = open_page(browser, short, width, bypass_csp=True)
    # The checker takes the text of closed documents for visible text in the wrong place.
    page.evaluate("for (const closed of document.querySelectorAll('details')) closed.open = true")
    found = axe.Axe().run(page)["violations"]
    assert [(v["id"], v["nodes"][0]["html"]) for v in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_filters_narrow_the_ledger_and_are_kept_in_the_address(browser: Any, address: str) -> None:
    page = open_page(browser, address)
    total = page.inner_text("#shown")
    page.select_option("[name=strength]", "weak")
    page.fill("[name=words]", "bridge")
    narrowed = page.inner_text("#shown")
    assert narrowed != total
    rows = page.locator("#commitments tbody tr").all_inner_texts()
    assert rows
    assert all("weak" in row and "bridge" in row for row in rows)
    again = open_page(browser, page.url)
    assert again.inner_text("#shown") == narrowed
    assert again.input_value("[name=strength]") == "weak"
    again.click("button[type=reset]")
    sync_api.expect(again.locator("#shown")).to_have_text(total)
    assert page.problems == again.problems == []


def test_back_from_a_sentence_returns_to_the_same_filtered_ledger(browser: Any, address: str) -> None:
    page = open_page(browser, address)
    page.select_option("[name=strength]", "weak")
    narrowed = page.inner_text("#shown")
    page.locator("#commitments tbody tr").first.locator("td:nth-child(2) a").click()
    assert page.locator(".sentence.chosen").is_visible()
    page.go_back()
    assert page.input_value("[name=strength]") == "weak"
    assert page.inner_text("#shown") == narrowed
    page.reload()
    assert page.inner_text("#shown") == narrowed
    page.evaluate("location.hash = '#ledger'")
    sync_api.expect(page.locator("[name=strength]")).to_have_value("")
    assert page.problems == []


def test_the_order_of_the_rows_is_kept_in_the_address(browser: Any, address: str) -> None:
    page = open_page(browser, address)
    strengths = page.locator("#commitments tbody td:nth-child(3)")
    page.locator("#commitments thead th").nth(2).click()
    page.locator("#commitments thead th").nth(2).click()
    sync_api.expect(strengths.first).to_have_text("weak")
    page.goto(page.evaluate("location.href") + "&kind=new")
    page.reload()
    assert strengths.first.inner_text() == "weak"
    assert page.input_value("[name=kind]") == "new"
    assert page.problems == []


def test_printing_leaves_the_chosen_rows_a_page(browser: Any, address: str) -> None:
    page = open_page(browser, address)
    page.select_option("#ledger .dt-length select", "100")
    page.evaluate("dispatchEvent(new Event('beforeprint')); dispatchEvent(new Event('afterprint'))")
    assert page.input_value("#ledger .dt-length select") == "100"
    assert page.problems == []


def test_a_row_leads_by_keyboard_to_its_sentence(browser: Any, address: str) -> None:
    page = open_page(browser, address)
    link = page.locator("#commitments tbody tr").nth(3).locator("td:nth-child(2) a")
    words = link.inner_text()
    link.focus()
    page.keyboard.press("Enter")
    chosen = page.locator(".sentence.chosen")
    assert words in chosen.inner_text()
    assert chosen.is_visible()
    assert page.problems == []


def saved_rows(page: Any) -> list[dict[str, str]]:
    """What the ledger saves as it is filtered."""
    with page.expect_download() as download:
        page.click("#take")
    with Path(download.value.path()).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_filtered_rows_are_saved_as_in_the_table_of_commitments(browser: Any, tmp_path: Path) -> None:
    report(Results([*corpus(3, 20), hostile()]), tmp_path, KNOWLEDGE)
    with (tmp_path / "commitments.csv").open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    page = open_page(browser, (tmp_path / "report.html").as_uri())
    by_id = itemgetter("commitment_id")
    assert sorted(saved_rows(page), key=by_id) == sorted(table, key=by_id)
    page.select_option("[name=kind]", "new")
    assert sorted(saved_rows(page), key=by_id) == sorted((r for r in table if r["kind"] == "new"), key=by_id)


def test_hostile_wording_does_nothing(browser: Any, tmp_path: Path) -> None:
    report(Results([hostile()]), tmp_path, KNOWLEDGE)
    page = open_page(browser, (tmp_path / "report.html").as_uri())
    assert "alert(1)" in page.inner_text("#documents")
    assert page.is_visible("h1")
    assert page.locator("img").count() == 0
    assert page.problems == []


def test_without_a_script_the_rows_are_there_all_the_same(browser: Any, address: str) -> None:
    page = open_page(browser, address, java_script_enabled=False)
    assert page.locator("#commitments tbody tr").count() > 50
    assert not page.is_visible("#filters")
