"""Without an address that a person gives, no command looks up a name or opens a connection."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.readers.officelayouts import styled_docx
from tests.readers.printlayouts import letterhead
from tests.readers.statements import FISHERIES, HEALTH, STATEMENTS

ROOT = Path(__file__).parents[3]
GUARD = """
import os, sys

def guard(event, arguments):
    looks_up = event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr")
    reaches_out = event in ("socket.connect", "socket.sendto") and isinstance(arguments[1], tuple)
    if looks_up or reaches_out:
        with open(os.environ["GUARD_LOG"], "a") as log:
            print(event, arguments[1:] if reaches_out else arguments[:2], file=log)
        raise PermissionError("no connections here")

sys.addaudithook(guard)
"""
"""Loaded by every Python process under it, worker processes too: writes each attempt down and prevents it."""
PAGE = """<!DOCTYPE html SYSTEM "http://example.org/page.dtd"><html><head><base href="http://example.org/">
<link rel="stylesheet" href="http://example.org/a.css"><script src="http://example.org/a.js"></script>
<meta http-equiv="refresh" content="0; url=http://example.org/b"></head><body><img src="http://example.org/a.png">
<iframe src="http://example.org/c"></iframe><p>Norland and Sudmark agreed to build a bridge by 2035.</p></body></html>
"""


def attempts(folder: Path, *arguments: str | Path) -> list[str]:
    """The connections that a command tried to open."""
    (folder / "sitecustomize.py").write_text(GUARD, encoding="utf-8")
    log = folder / "log.txt"
    log.write_text("", encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "pipeline.cli", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(folder), "GUARD_LOG": str(log)},
        capture_output=True,
        timeout=300,
        check=False,
    )
    return log.read_text(encoding="utf-8").splitlines()


@pytest.fixture
def press(tmp_path: Path) -> Path:
    """Files that name addresses wherever their format allows it."""
    folder = tmp_path / "press"
    folder.mkdir()
    (folder / "page.html").write_text(PAGE, encoding="utf-8")
    (folder / "health.pdf").write_bytes(letterhead(HEALTH))
    (folder / "fish.docx").write_bytes(styled_docx(FISHERIES))
    (folder / "talks.txt").write_text("\n\n".join(STATEMENTS[0].sentences()), encoding="utf-8")
    (folder / "talks.meta.yaml").write_text("url: http://example.org/talks\n", encoding="utf-8")
    return folder


def test_adding_listing_and_the_main_job_open_no_connection(tmp_path: Path, press: Path) -> None:
    corpus, outputs = tmp_path / "corpus", tmp_path / "outputs"
    assert attempts(tmp_path, "add", press, "--corpus", corpus) == []
    assert attempts(tmp_path, "corpus", "--corpus", corpus) == []
    assert attempts(tmp_path, "run", "--corpus", corpus, "--outputs", outputs, "--workers", "2") == []
    assert len((outputs / "documents.csv").read_text(encoding="utf-8").splitlines()) == 5


def test_an_address_that_is_given_is_what_opens_one(tmp_path: Path) -> None:
    tried = attempts(tmp_path, "add", "--url", "http://example.org/talks", "--corpus", tmp_path / "corpus")
    assert tried
    assert "example.org" in tried[0]
