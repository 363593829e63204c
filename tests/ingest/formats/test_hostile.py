"""One run over hostile files: the good ones are processed, the others listed, and nothing else is touched."""

import csv
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ingest.corpus.test_archives import link, zipped
from tests.ingest.formats.test_readers import SAMPLES, SENTENCE, drawn, page, repacked, with_entity

ROOT = Path(__file__).parents[3]
SECRET = "the hidden wording"


def entities(depth: int) -> str:
    return '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{i + 1} "{f"&a{i};" * 10}">' for i in range(depth))


def files(secret: str) -> Iterator[tuple[str, bytes, str]]:
    """Names, bytes, and what the reason must say; empty for what is read."""
    yield "good.txt", SENTENCE.encode(), ""
    yield "bomb.zip", zipped(*((f"{n}.txt", bytes(60_000_000)) for n in range(17))), "would unpack to 1,020 MB"
    yield "bomb.docx", repacked(SAMPLES[".docx"], {"word/document.xml": b" " * 60_000_000}), "would unpack to 60 MB"
    yield "laughs.docx", with_entity(".docx", entities(9), "a9"), "damaged"
    yield "leak.docx", with_entity(".docx", f'<!ENTITY leak SYSTEM "{secret}">', "leak"), "no text"
    yield "leaks.odt", with_entity(".odt", f'<!ENTITY leak SYSTEM "{secret}">', "leak"), ""
    yield "leaking.html", page(f'<p>{SENTENCE}</p><iframe src="{secret}"></iframe>'), ""
    yield "lie.pdf", SAMPLES[".docx"], ""
    yield "lying.docx", b"\x89PNG\r\n\x1a\n" + bytes(900), "picture"
    yield "table.jsonl", SAMPLES[".pdf"], "no JSONL file"
    yield "deep.html", page("<div>" * 100_000 + SENTENCE), "too deeply"
    yield "long.txt", SENTENCE.encode() * 100_000, "MB that are read"
    yield "book.pdf", drawn(["x"] * 1_001), "1,001 pages"
    yield "zeros.txt", bytes(10_000), "binary data"
    yield "two\nlines.txt", SENTENCE.encode(), "line breaks"
    yield f"{'n' * 240}.txt", SENTENCE.encode(), "longer than 200 bytes"
    yield "code.txt", SENTENCE.encode(), "not valid YAML"
    yield "code.meta.yaml", b"title: !!python/object/apply:os.mkdir [evil]\n", ""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """The corpus, and by file what the reason of those that are refused must say."""
    folder = tmp_path_factory.mktemp("hostile") / "corpus"
    folder.mkdir()
    secret = folder.parent / "secret.txt"
    secret.write_text(SECRET, encoding="utf-8")
    says: dict[str, str] = {}
    for name, data, reason in files(secret.as_uri()):
        (folder / name).write_bytes(data)
        if reason:
            says[name.replace("\n", "\\n")] = reason
    climbing = ("../evil.txt", str(folder.parent / "evil.txt"), "..\\evil.txt")
    archive = zipped(*((name, SENTENCE) for name in (*climbing, "inside.txt")), (link("linked.txt"), str(secret)))
    (folder / "press.zip").write_bytes(archive)
    (folder / "link.txt").symlink_to(secret)
    (folder / "linked").symlink_to(folder.parent)
    os.mkfifo(folder / "pipe.txt")
    return folder, says | {"link.txt": "leads outside", "linked": "Links to folders", "pipe.txt": "no ordinary file"}


def contents(folder: Path) -> dict[str, bytes]:
    """Bytes by path of all that lies under a folder but the outputs."""
    found = (path for path in folder.rglob("*") if "outputs" not in path.relative_to(folder).parts)
    return {str(path): path.read_bytes() if path.is_file() else b"" for path in found}


def test_the_good_are_processed_the_others_listed_and_nothing_else_is_touched(
    hostile: tuple[Path, dict[str, str]],
) -> None:
    corpus, says = hostile
    outputs = corpus.parent / "outputs"
    before = contents(corpus.parent)
    command = [sys.executable, "-m", "pipeline.cli", "run", "--corpus", str(corpus), "--outputs", str(outputs)]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    assert result.returncode == 0, result.stderr
    assert "Traceback" not in result.stderr
    assert contents(corpus.parent) == before
    with (outputs / "summary" / "not_processed.csv").open(encoding="utf-8", newline="") as table:
        reasons = {row["source"]: row["reason"] for row in csv.DictReader(table)}
    for source, part in says.items():
        assert part in reasons.pop(source)
    assert len(reasons) == 4
    assert all(source.startswith("press.zip/") for source in reasons)
    with (outputs / "documents.csv").open(encoding="utf-8", newline="") as table:
        assert [row["doc_id"] for row in csv.DictReader(table)] == ["good", "inside", "leaking", "leaks", "lie"]
    for path in outputs.rglob("*"):
        assert path.is_dir() or SECRET.encode() not in path.read_bytes()
