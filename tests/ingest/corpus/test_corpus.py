"""The corpus folder: what counts as a document, and what is said of the rest."""

import os
from datetime import date
from pathlib import Path

import pytest

from pipeline.errors import DocumentError
from pipeline.ingest.corpus.containers import entries
from pipeline.ingest.corpus.entries import load
from pipeline.ingest.corpus.folder import find
from pipeline.ingest.stage import read
from pipeline.records import Document, Skipped
from tests.shipped import KNOWLEDGE

LIMIT = 1_000_000
STATEMENT = (
    "Joint Statement by Norway and Chile on Lighthouses\n\n"
    "Oslo, 3 May 2024\n\n"
    "The Foreign Ministers of Norway and Chile met in Oslo and agreed to restore four lighthouses in the north.\n"
)


def put(corpus: Path, name: str, content: str | bytes = STATEMENT) -> Path:
    path = corpus / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def read_one(corpus: Path) -> Document:
    (source,) = find(corpus)[0]
    return read(source, LIMIT, KNOWLEDGE)


def test_documents_are_found_in_sub_folders_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "deep/a.md", ".hidden.txt", "README.md", "b.meta.yaml"):
        put(tmp_path, name, "title: x\n" if name.endswith("yaml") else STATEMENT)
    sources, skipped = find(tmp_path)
    assert [(s.doc_id, s.path) for s in sources] == [("a", "deep/a.md"), ("b", "b.txt")]
    assert skipped == []


def test_two_files_of_one_name_are_not_dropped_silently(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    put(tmp_path, "old/a.txt")
    sources, (skipped,) = find(tmp_path)
    assert len(sources) == 1
    assert "same name" in skipped.reason


def test_a_change_of_the_metadata_file_is_a_change_of_the_document(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    before = load(find(tmp_path)[0][0], LIMIT).digest
    put(tmp_path, "a.meta.yaml", "title: Another title\n")
    assert load(find(tmp_path)[0][0], LIMIT).digest != before


def test_a_file_of_another_time_is_the_same_document(tmp_path: Path) -> None:
    file = put(tmp_path, "a.txt")
    before = load(find(tmp_path)[0][0], LIMIT).digest
    for year in (1971, 2091):
        os.utime(file, ((year - 1970) * 31_556_952,) * 2)
        assert load(find(tmp_path)[0][0], LIMIT).digest == before


def test_links_out_of_the_corpus_are_not_followed(tmp_path: Path) -> None:
    secret = put(tmp_path, "outside.txt")
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "link.txt").symlink_to(secret)
    sources, (skipped,) = find(tmp_path / "corpus")
    assert sources == []
    assert skipped.source == "link.txt"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_encodings_are_told_apart(tmp_path: Path, encoding: str) -> None:
    put(tmp_path, "a.txt", (STATEMENT + "\nThe “Zürich–Øresund” line opens.").encode(encoding))
    document = read_one(tmp_path)
    assert "“Zürich–Øresund” line" in document.text
    assert document.title == "Joint Statement by Norway and Chile on Lighthouses"


def test_what_is_not_given_is_inferred_and_marked(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "---\nurl: https://example.org/a\nparties: [NOR, CHL]\n---\n" + STATEMENT)
    document = read_one(tmp_path)
    assert (document.title, document.date) == ("Joint Statement by Norway and Chile on Lighthouses", date(2024, 5, 3))
    assert document.url == "https://example.org/a"
    assert set(document.parties) == {"CHL", "NOR"}
    assert {"title", "date"} <= set(document.inferred)
    assert not {"url", "parties"} & set(document.inferred)


def test_a_metadata_file_wins_over_the_text(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    put(tmp_path, "a.meta.yaml", "title: The Lighthouse Pact\ndate: 2024-05-04\n")
    document = read_one(tmp_path)
    assert (document.title, document.date) == ("The Lighthouse Pact", date(2024, 5, 4))


def test_front_matter_goes_before_the_metadata_file_value_by_value(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "---\ntitle: The Lighthouse Pact\nissuer:\n---\n" + STATEMENT)
    put(tmp_path, "a.meta.yaml", "title: Another\nissuer: Embassy\nparties: [NOR]\ninferred: [title, parties]\n")
    document = read_one(tmp_path)
    assert (document.title, document.issuer, document.parties) == ("The Lighthouse Pact", "Embassy", ("NOR",))
    assert not {"title", "issuer"} & set(document.inferred)
    assert "parties" in document.inferred


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.txt", b"", "no text"),
        ("a.txt", bytes(range(256)) * 50, "a.txt"),
        ("a.txt", b"They will meet. " * 100_000, "max_bytes"),
        ("a.txt", b"They will meet. " * 40_000, "more than the 500,000 read at once"),
        ("a.pptx", b"PK", "kind that is not read"),
        ("a.txt", "Les ministres se sont réunis à Paris et sont convenus de coopérer pour la paix. " * 3, "French"),
        ("a.txt", "---\ntitle: [a\n---\n" + STATEMENT, "not valid YAML"),
        ("a.txt", "---\ntitel: A\ntitle: B\n---\n" + STATEMENT, "did you mean 'title'"),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path: Path, name: str, content: str | bytes, says: str) -> None:
    put(tmp_path, name, content)
    with pytest.raises(DocumentError, match=says):
        read_one(tmp_path)


def test_a_file_that_vanishes_says_so(tmp_path: Path) -> None:
    path = put(tmp_path, "a.txt")
    (source,) = find(tmp_path)[0]
    path.unlink()
    with pytest.raises(DocumentError, match=r"a\.txt"):
        read(source, LIMIT, KNOWLEDGE)


@pytest.mark.parametrize("name", ["a\nb.txt", "tab\there.txt", f"{'n' * 220}.txt", f"{'ß' * 110}.txt"])
def test_names_that_no_table_or_file_system_can_hold_are_refused(tmp_path: Path, name: str) -> None:
    put(tmp_path, name)
    put(tmp_path, "good.txt")
    sources, (skipped,) = find(tmp_path)
    assert [source.doc_id for source in sources] == ["good"]
    assert "The name" in skipped.reason
    assert skipped.source.isprintable()


def test_a_name_that_is_no_text_is_refused(tmp_path: Path) -> None:
    with open(bytes(tmp_path) + b"/caf\xe9.txt", "wb") as file:  # noqa: PTH123 (a Path cannot hold these bytes)
        file.write(STATEMENT.encode())
    sources, (skipped,) = find(tmp_path)
    assert sources == []
    skipped.source.encode()


def test_linked_folders_metadata_files_and_pipes_are_named_and_not_followed(tmp_path: Path) -> None:
    put(tmp_path, "outside/a.txt")
    put(tmp_path, "outside/title.yaml", "title: Secret\n")
    put(tmp_path, "corpus/b.txt")
    (tmp_path / "corpus" / "b.meta.yaml").symlink_to(tmp_path / "outside" / "title.yaml")
    (tmp_path / "corpus" / "folder").symlink_to(tmp_path / "outside")
    os.mkfifo(tmp_path / "corpus" / "pipe.txt")
    sources, skipped = find(tmp_path / "corpus")
    assert sources == []
    assert {item.source for item in skipped} == {"b.txt", "folder", "pipe.txt"}


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_files_and_folders_without_permission_are_listed(tmp_path: Path) -> None:
    put(tmp_path, "a.txt").chmod(0)
    put(tmp_path, "shut/b.txt").parent.chmod(0)
    sources, skipped = find(tmp_path)
    reasons = [item.reason for item in (*entries(sources, LIMIT), *skipped) if isinstance(item, Skipped)]
    (tmp_path / "shut").chmod(0o700)
    assert len(reasons) == 2
    assert all("mend its permissions" in reason for reason in reasons)


@pytest.mark.parametrize("key", ["date", "title", "parties", "issuer"])
def test_a_metadata_file_that_multiplies_itself_costs_nothing(tmp_path: Path, key: str) -> None:
    levels = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    levels += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    put(tmp_path, "a.txt")
    put(tmp_path, "a.meta.yaml", "\n".join([*levels, f"{key}: *a11"]))
    with pytest.raises(DocumentError, match=f"a.meta.yaml: {key}"):
        read_one(tmp_path)


def test_characters_that_no_file_can_hold_are_taken_out_of_metadata(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    put(tmp_path, "a.meta.yaml", 'title: "On \\ud800 Lights\\0"\nissuer: "Emb\\u200bassy"\nparties: ["N\\u0007OR"]\n')
    document = read_one(tmp_path)
    assert (document.title, document.issuer, document.parties) == ("On Lights", "Embassy", ("N OR",))


def test_a_number_of_ten_thousand_digits_is_no_title(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    put(tmp_path, "a.meta.yaml", f"title: 0x{'f' * 10_000}\n")
    with pytest.raises(DocumentError, match="a number of no use"):
        read_one(tmp_path)


def test_a_text_that_is_far_too_long_is_not_even_cleaned(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", b"a\n" * 1_100_000)
    (source,) = find(tmp_path)[0]
    with pytest.raises(DocumentError, match="has 1,100,000 characters"):  # cleaned, it would have blank lines too
        read(source, 5_000_000, KNOWLEDGE)
