"""How fast the report page is in a browser with many commitments: ``--documents 2300`` (about 20,000 commitments).

Writes the page over made-up documents, opens it three times, searches and filters four times each, and prints the
shortest times: neighbours on a machine only ever make them longer.
"""

import argparse
import shutil
import tempfile
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from pipeline.records import Tracking
from pipeline.report.brief.short import in_short
from pipeline.report.labels import read_names
from pipeline.report.page.method import method
from pipeline.report.page.page import Contents, write_page
from tests.report.corpora import corpus
from tests.shipped import KNOWLEDGE

SEARCH = """(words) => {
  const field = document.querySelector('[name=words]');
  field.value = words;
  const start = performance.now();
  field.dispatchEvent(new Event('input', { bubbles: true }));
  document.body.offsetHeight;
  return performance.now() - start;
}"""
CHOOSE = """(name) => {
  const box = document.querySelector(`#facet-list [name=${name}]`);
  const start = performance.now();
  box.click();
  document.body.offsetHeight;
  return performance.now() - start;
}"""


def write(folder: Path, documents: int) -> Path:
    """The page over made-up documents."""
    made = corpus(documents, 60)
    short = in_short(made, (), Tracking(), KNOWLEDGE)
    path = folder / "report.html"
    write_page(Contents(made, (), (), (), (), method(made, KNOWLEDGE), short), KNOWLEDGE.get(read_names), path)
    return path


def opening(page: Any, path: Path) -> float:
    """Milliseconds from the address to the rows that the script made."""
    page.goto("about:blank")
    start = time.perf_counter()
    page.goto(path.as_uri())
    page.wait_for_selector("#rows .more")
    return 1000 * (time.perf_counter() - start)


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=2300)
    documents = parser.parse_args().documents
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = write(Path(folder), documents)
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page()
        print(f"size {path.stat().st_size / 1e6:.1f} MB")
        print(f"open {min(opening(page, path) for _ in range(3)):.0f} ms; {page.inner_text('#shown')}")
        page.wait_for_timeout(10_000)
        for words in ("bridge", "will bridge", '"harbour of eastport"', "lighth"):
            print(f"search {words}: {min(page.evaluate(SEARCH, words) for _ in range(4)):.0f} ms")
        page.evaluate(SEARCH, "")
        for name in ("actor", "area", "year", "strength"):
            print(f"choose {name}: {min(page.evaluate(CHOOSE, name) for _ in range(4)):.0f} ms")
        browser.close()


if __name__ == "__main__":
    main()
