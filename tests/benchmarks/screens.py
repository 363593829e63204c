"""The report page on every screen, in Chromium and Firefox: what axe-core finds, what is wider than the screen, where
the keyboard leads, errors of the script. ``--report FILE`` looks at a report of your own.

Widths under 768 pixels are also those of wider screens at 200 % zoom: 720 of 1440, 512 of 1024, 384 of 768.
"""

import argparse
import tempfile
import time
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

from pipeline.report.stage import Results, report
from tests.benchmarks.browsers.chromium import Chromium
from tests.benchmarks.browsers.firefox import Firefox
from tests.report.corpora import corpus
from tests.shipped import KNOWLEDGE

WIDTHS = (1440, 1024, 768, 720, 512, 390, 384, 320)
READ = (1440, 1024, 768, 720, 390)
"""Widths at which axe-core reads the page: at the others only its width is looked at."""
PLACES = ("", "#ledger?tab=demands", "#ledger?tab=documents", "#ledger?tab=actors", "#ledger?words=nowhere", "reading")
STEPS = 60

# Of what there is much of the same a few are left: axe-core reads each element.
OPEN = """(() => {
  if (%s) document.querySelector('#rows .source a').click();
  const many = '#pictures figure:nth-of-type(n+3), .facet li:nth-child(n+6), .counts li:nth-child(n+4), ' +
    '#found tbody tr:nth-child(n+8), #reading .text p:nth-child(n+14)';
  document.querySelectorAll(many).forEach((one) => one.remove());
  document.querySelectorAll('details').forEach((one) => { one.open = true; });
  [...document.querySelectorAll('#found .more')].slice(0, 2).forEach((one) => one.click());
  [...document.querySelectorAll('#rows > li')].slice(4).forEach((one) => one.remove());
})()"""
VIOLATIONS = """axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
  violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 160)}`))"""
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
FOCUSED = """(() => {
  const { activeElement: at } = document;
  const box = at.getBoundingClientRect();
  const shown = getComputedStyle(at);
  const name = at.id || `${at.name ?? ''} ${at.value ?? ''}`.trim() || at.textContent.slice(0, 30);
  const isSeen = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight;
  return [at.tagName, name, isSeen, at === document.body || shown.outlineStyle !== 'none'];
})()"""


def faults(browser: Chromium | Firefox, address: str) -> Iterator[str]:
    """What is wrong with the page in a browser, in words."""
    reader = (resources.files("axe_core_python") / "axe.min.js").read_text(encoding="utf-8")
    for place in PLACES:
        browser.resize(WIDTHS[0])
        browser.open(address if place == "reading" else address + place)
        browser.evaluate(OPEN % ("true" if place == "reading" else "false"))
        browser.add(reader)
        for width in WIDTHS:
            browser.resize(width)
            over = browser.evaluate(TOO_WIDE)
            if over > 0:
                yield f"{place or 'top'} at {width}: {over} pixels too wide"
            if width in READ:
                yield from (f"{place or 'top'} at {width}: {found}" for found in browser.evaluate(VIOLATIONS))
    yield from walked(browser, address)
    yield from browser.problems


def walked(browser: Chromium | Firefox, address: str) -> Iterator[str]:
    """What goes wrong when the page is walked through by keyboard: each stop is seen, and none holds one fast."""
    browser.resize(WIDTHS[0])
    browser.open(address)
    stops = []
    for _ in range(STEPS):
        browser.press(["Tab"])
        tag, name, *seen = browser.evaluate(FOCUSED)
        stops.append((tag, name))
        if not all(seen):
            yield f"keyboard: the stop {len(stops)}, {tag} {name}, is not seen, or is not marked"
    if len(set(stops)) < STEPS / 2 or not any(name == "words" for _, name in stops):
        yield f"keyboard: {len(set(stops))} different stops of {STEPS}, {stops[-1]} the last"


def main() -> None:
    """Look, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--report", type=Path)
    parser.add_argument("--browser", choices=("Chromium", "Firefox"), action="append")
    parser.add_argument("--scheme", choices=("light", "dark"), action="append")
    given = parser.parse_args()
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        if given.report is None:
            report(Results(corpus(30, 20)), Path(folder), KNOWLEDGE)
        address = (given.report or Path(folder, "report.html")).resolve().as_uri()
        for kind in (Chromium, Firefox):
            for scheme in given.scheme or ("light", "dark"):
                if given.browser and kind.name not in given.browser:
                    continue
                start = time.perf_counter()
                with kind(scheme) as browser:
                    found = list(dict.fromkeys(faults(browser, address)))
                print(f"{kind.name}, {scheme}: {len(found)} faults, {time.perf_counter() - start:.0f} s", flush=True)
                for fault in found:
                    print(f"  {fault}")
                failed |= bool(found)
    raise SystemExit(int(failed))


if __name__ == "__main__":
    main()
