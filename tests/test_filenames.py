"""Names of files on every system: capitals, accents in one or two pieces, characters that Windows refuses."""

import json
import unicodedata
from pathlib import Path

import pytest

from pipeline.filenames import file_name, remove_others, same_name
from pipeline.ingest.corpus.containers import entries
from pipeline.ingest.corpus.entries import Entry
from pipeline.ingest.corpus.folder import find
from pipeline.records import Skipped
from tests.fuzzing.seeds import pack

APART = unicodedata.normalize("NFD", "Café-talks")
WHOLE = unicodedata.normalize("NFC", APART)


def found(corpus: Path) -> tuple[list[Entry], list[Skipped]]:
    sources, skipped = find(corpus)
    all_found = list(entries(sources, 1_000_000))
    refused = [item for item in all_found if isinstance(item, Skipped)]
    return [item for item in all_found if isinstance(item, Entry)], [*skipped, *refused]


@pytest.mark.parametrize("other", ["TALKS.txt", "Talks.md", "old/tALKS.txt"])
def test_of_two_names_that_differ_in_capitals_one_is_read_and_the_other_listed(tmp_path: Path, other: str) -> None:
    (tmp_path / "old").mkdir()
    for name in ("talks.txt", other):
        (tmp_path / name).write_text(f"Norway will open a port in {name}.", encoding="utf-8")
    documents, (refused,) = found(tmp_path)
    assert len(documents) == 1
    assert {documents[0].path, refused.source} == {"talks.txt", other}
    assert refused.reason.endswith("has the same name but for its ending, folder or capitals: rename one of them.")


def test_of_two_names_that_differ_in_how_an_accent_is_stored_one_is_read_and_the_other_listed(tmp_path: Path) -> None:
    row = json.dumps({"doc_id": APART, "text": "Norway will open a port."})
    (tmp_path / "year.jsonl").write_text(f"{row}\n", encoding="utf-8")
    (tmp_path / "year.zip").write_bytes(pack({f"{WHOLE}.txt": b"Norway will open a port."}))
    (document,), (refused,) = found(tmp_path)
    assert document.doc_id == WHOLE
    assert "the same name" in refused.reason


def test_a_file_whose_accents_another_system_took_apart_is_the_same_document(tmp_path: Path) -> None:
    texts = []
    for name in (WHOLE, APART):
        folder = tmp_path / str(len(name))
        folder.mkdir()
        (folder / f"{name}.txt").write_text("Norway will open a port.", encoding="utf-8")
        ((document,), _) = found(folder)
        texts.append((document.doc_id, document.path, document.digest))
    assert texts[0] == texts[1]
    assert texts[0][:2] == (WHOLE, f"{WHOLE}.txt")


def test_names_are_the_same_whatever_their_capitals_and_accents() -> None:
    assert same_name(APART.upper()) == same_name(WHOLE)
    assert same_name("cafe-talks") != same_name(WHOLE)


@pytest.mark.parametrize(
    ("doc_id", "name"),
    [
        ("2031-05-08-talks", "2031-05-08-talks"),
        ("Joint Statement: Oslo?", "Joint Statement%3A Oslo%3F"),
        ("100%", "100%25"),
        ("Con", "%43on"),
        ("nul.talks", "%6Eul.talks"),
        ("conference", "conference"),
        ("com10", "com10"),
        (WHOLE, WHOLE),
    ],
)
def test_a_document_has_a_file_that_every_system_can_hold(doc_id: str, name: str) -> None:
    assert file_name(doc_id) == name


def test_what_was_just_written_is_not_taken_for_another_by_its_spelling(tmp_path: Path) -> None:
    for name in (f"{APART}.txt", "Oslo.txt", "old.txt", "kept.csv"):
        (tmp_path / name).touch()
    remove_others(tmp_path, "*.txt", [tmp_path / f"{WHOLE}.txt", tmp_path / "oslo.txt"])
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"{APART}.txt", "Oslo.txt", "kept.csv"]


def test_the_page_and_the_files_write_names_alike() -> None:
    script = Path(__file__).parents[1] / "pipeline/report/page/templates/script/rows.js"
    pattern = r'[<>:"/\\|?*%]|^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?=\.|$)'
    assert f"const unsafe = /{pattern}/gi;" in script.read_text(encoding="utf-8")
    source = Path(__file__).parents[1] / "pipeline/filenames.py"
    assert f"re.compile(r'{pattern}', re.IGNORECASE)" in source.read_text(encoding="utf-8")
