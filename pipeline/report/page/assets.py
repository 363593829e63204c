"""Style and script of the page: small files, put together in one order, with nothing from outside."""

import base64
import hashlib
from functools import cache
from importlib import resources

STYLES = ("base.css", "overview.css", "charts.css", "search.css", "reading.css", "screens.css", "print.css")
SCRIPTS = (
    "elements.js",
    "data.js",
    "words.js",
    "dates.js",
    "today.js",
    "facets.js",
    "address.js",
    "rows.js",
    "card.js",
    "tables.js",
    "reading.js",
    "saving.js",
    "page.js",
)
"""In the order in which they need one another: together they are one module."""


@cache
def style() -> str:
    """The page's style sheet."""
    return "\n".join(_read("styles", name) for name in STYLES)


@cache
def script() -> str:
    """The page's script, one module."""
    return "\n".join(_read("script", name) for name in SCRIPTS)


def digest(text: str) -> str:
    """The hash by which a content security policy knows an inline script."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _read(folder: str, name: str) -> str:
    return (resources.files("pipeline.report.page") / "templates" / folder / name).read_text(encoding="utf-8")
