"""Chromium by Playwright."""

import shutil
from collections.abc import Sequence
from types import TracebackType
from typing import Any, Self

from playwright.sync_api import sync_playwright


class Chromium:
    """A window of Chromium, from its start to its end; ``scheme`` is "light" or "dark"."""

    name = "Chromium"

    def __init__(self, scheme: Any) -> None:
        self._playwright = sync_playwright().start()
        program = shutil.which("chromium") or shutil.which("google-chrome")
        self._browser = self._playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        self.page = self._browser.new_page(bypass_csp=True, color_scheme=scheme, reduced_motion="reduce")
        self.problems: list[str] = []
        self.page.on("pageerror", lambda error: self.problems.append(str(error)))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._browser.close()
        self._playwright.stop()

    def open(self, address: str) -> None:
        """Go to an address, anew also where only what stands behind its "#" is another."""
        self.page.goto("about:blank")
        self.page.goto(address)

    def resize(self, width: int, height: int = 900) -> None:
        """Give the page so much room, in pixels."""
        self.page.set_viewport_size({"width": width, "height": height})

    def evaluate(self, expression: str) -> Any:
        """The value of an expression in the page; of a promise what it comes to."""
        return self.page.evaluate(expression)

    def add(self, script: str) -> None:
        """Run a script in the page."""
        self.page.add_script_tag(content=script)

    def press(self, keys: Sequence[str]) -> None:
        """Press keys one after the other."""
        for key in keys:
            self.page.keyboard.press(key)
