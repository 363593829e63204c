"""Firefox by WebDriver BiDi, which the browser itself speaks: no driver is needed beside it (W3C, WebDriver BiDi)."""

import asyncio
import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Coroutine, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tornado.websocket import WebSocketClientConnection, websocket_connect

MOST_BYTES = 200_000_000
KEYS = {"Tab": "\ue004", "Enter": "\ue007", "ArrowRight": "\ue014"}


class Firefox:
    """A window of Firefox, from its start to its end; ``scheme`` is "light" or "dark"."""

    name = "Firefox"

    def __init__(self, scheme: str) -> None:
        program = shutil.which("firefox-esr") or shutil.which("firefox")
        if program is None:
            raise SystemExit("no Firefox is installed: apt-get install firefox-esr")
        self._loop = asyncio.new_event_loop()
        self._profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        preferences = {
            "layout.css.prefers-color-scheme.content-override": "0" if scheme == "dark" else "1",
            "ui.prefersReducedMotion": "1",
        }
        lines = [f"user_pref({json.dumps(name)}, {value});\n" for name, value in preferences.items()]
        Path(self._profile.name, "user.js").write_text("".join(lines), encoding="utf-8")
        self._process = subprocess.Popen(
            [program, "--headless", "--remote-debugging-port=0", "--profile", self._profile.name],
            stderr=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            encoding="utf-8",
        )
        self._socket: WebSocketClientConnection = self._run(self._connect())
        self._count = 0
        self.problems: list[str] = []
        self._send("session.new", capabilities={})
        self._send("session.subscribe", events=["log.entryAdded"])
        self._page = self._send("browsingContext.create", type="window")["context"]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._process.terminate()
        self._process.wait()
        self._profile.cleanup()
        self._loop.close()

    def open(self, address: str) -> None:
        """Go to an address, anew also where only what stands behind its "#" is another."""
        self._send("browsingContext.navigate", context=self._page, url="about:blank", wait="complete")
        self._send("browsingContext.navigate", context=self._page, url=address, wait="complete")

    def resize(self, width: int, height: int = 900) -> None:
        """Give the page so much room, in pixels."""
        self._send("browsingContext.setViewport", context=self._page, viewport={"width": width, "height": height})

    def evaluate(self, expression: str) -> Any:
        """The value of an expression in the page; of a promise what it comes to."""
        found = self._send(
            "script.evaluate",
            expression=f"(async () => JSON.stringify(await ({expression})) ?? 'null')()",
            target={"context": self._page},
            awaitPromise=True,
        )
        if found["type"] == "exception":
            raise ValueError(found["exceptionDetails"]["text"])
        return json.loads(found["result"]["value"])

    def add(self, script: str) -> None:
        """Run a script in the page."""
        self._send("script.evaluate", expression=script, target={"context": self._page}, awaitPromise=False)

    def press(self, keys: Sequence[str]) -> None:
        """Press keys one after the other."""
        actions = [{"type": kind, "value": KEYS.get(key, key)} for key in keys for kind in ("keyDown", "keyUp")]
        self._send(
            "input.performActions",
            context=self._page,
            actions=[{"type": "key", "id": "keyboard", "actions": actions}],
        )

    async def _connect(self) -> WebSocketClientConnection:
        for line in self._process.stderr or ():
            if found := re.search(r"WebDriver BiDi listening on (ws://\S+)", line):
                return await websocket_connect(f"{found[1]}/session", max_message_size=MOST_BYTES)
        raise SystemExit("Firefox ended before it could be asked anything")

    def _run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self._loop.run_until_complete(work)

    def _send(self, method: str, **parameters: Any) -> Any:
        self._count += 1
        return self._run(self._answer(self._count, method, parameters))

    async def _answer(self, number: int, method: str, parameters: dict[str, Any]) -> Any:
        await self._socket.write_message(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            message = await self._socket.read_message()
            if message is None:
                raise SystemExit("Firefox ended")
            said = json.loads(message)
            if said.get("method") == "log.entryAdded" and said["params"]["level"] == "error":
                self.problems.append(said["params"]["text"] or "")
            if said.get("id") == number:
                if said["type"] == "error":
                    raise ValueError(f"{method}: {said['message']}")
                return said["result"]
