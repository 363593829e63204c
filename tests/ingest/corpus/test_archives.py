"""ZIP archives of documents: what is in them is read where it lies, and nothing leaves them."""

import stat
import warnings
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ingest.stage import read_entry
from tests.ingest.corpus.test_rows import LIMIT, TEXT, found, lines, put
from tests.shipped import KNOWLEDGE

Member = tuple[str | ZipInfo, str | bytes]


def zipped(*members: Member) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED, compresslevel=1) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # names that come twice are the point of some tests
        for name, content in members:
            archive.writestr(name, content)
    return stream.getvalue()


def reasons_of(corpus: Path, members: Iterable[Member]) -> dict[str, str]:
    """Reasons by place for an archive that holds ``members`` and one good document, which is read."""
    put(corpus, "press.zip", zipped(("good.txt", TEXT), *members))
    documents, reasons = found(corpus)
    assert [entry.doc_id for entry in documents] == ["good"]
    return reasons


def test_members_are_documents_with_their_metadata_files(tmp_path: Path) -> None:
    put(
        tmp_path,
        "press.zip",
        zipped(
            ("may/lights.txt", TEXT),
            ("may/lights.meta.yaml", "title: On Lights\n"),
            ("README.md", "notes"),
            ("__MACOSX/may/._lights.txt", b"\0"),
            ("rows.jsonl", lines({"text": TEXT, "doc_id": "row"})),
        ),
    )
    documents, reasons = found(tmp_path)
    assert [(e.doc_id, e.path) for e in documents] == [
        ("lights", "press.zip/may/lights.txt"),
        ("row", "press.zip/rows.jsonl#1"),
    ]
    assert read_entry(documents[0], KNOWLEDGE).title == "On Lights"
    assert reasons == {}


def test_only_a_member_that_changed_has_another_digest(tmp_path: Path) -> None:
    put(tmp_path, "press.zip", zipped(("a.txt", "one"), ("b.txt", "two")))
    before = [entry.digest for entry in found(tmp_path)[0]]
    put(tmp_path, "press.zip", zipped(("a.txt", "one"), ("b.txt", "2"), ("c.txt", "three")))
    after = [entry.digest for entry in found(tmp_path)[0]]
    assert (before[0] == after[0], before[1] == after[1], len(after)) == (True, False, 3)


@pytest.mark.parametrize(
    "name",
    ["../../evil.txt", "/etc/evil.txt", "a/../../evil.txt", "C:/evil.txt", "..\\evil.txt", "\\\\host\\evil.txt"],
)
def test_names_that_lead_out_are_refused_and_nothing_is_written(tmp_path: Path, name: str) -> None:
    corpus = tmp_path / "deep" / "corpus"
    corpus.mkdir(parents=True)
    (reason,) = reasons_of(corpus, [(name, TEXT)]).values()
    assert "leads out of the archive" in reason
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["press.zip"]


def link(name: str) -> ZipInfo:
    info = ZipInfo(name)
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info


@pytest.mark.parametrize(
    ("member", "says"),
    [
        ((link("link.txt"), "/etc/passwd"), "a link"),
        (("inner.zip", zipped(("a.txt", TEXT))), "archive inside an archive"),
        (("good.txt", "again"), "twice"),
        (("sub/good.txt", "another"), "same name"),
        (("a\nb.txt", TEXT), "line breaks"),
        ((f"{'n' * 300}.txt", TEXT), "longer than 200 bytes"),
        (("huge.txt", b"a" * (LIMIT + 1)), "MB that are read"),
        (("huge.meta.yaml", "x"), ""),
    ],
)
def test_a_bad_member_is_listed_and_the_rest_goes_on(tmp_path: Path, member: Member, says: str) -> None:
    reasons = reasons_of(tmp_path, [member])
    assert [says in reason for reason in reasons.values()] == ([True] if says else [])


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    put(tmp_path, "bomb.zip", zipped(*((f"{n}.txt", bytes(60_000_000)) for n in range(18))))
    documents, reasons = found(tmp_path)
    assert documents == []
    assert "would unpack to 1,080 MB" in reasons["bomb.zip"]


def test_an_archive_that_lies_about_sizes_gives_no_more_than_it_says(tmp_path: Path) -> None:
    data = bytearray(zipped(("a.txt", b"a" * 50_000)))
    true, lie = (50_000).to_bytes(4, "little"), (10).to_bytes(4, "little")
    put(tmp_path, "press.zip", bytes(data).replace(true, lie))
    documents, reasons = found(tmp_path)
    assert documents == []
    assert "damaged" in reasons["press.zip/a.txt"]


@pytest.mark.parametrize("name", [b"\0.txt", b""])
def test_a_member_without_a_name_is_listed_and_the_rest_goes_on(tmp_path: Path, name: bytes) -> None:
    data = bytearray(zipped(("good.txt", TEXT), ("q.txt", TEXT)))
    start = data.rindex(b"q.txt")
    data[start : start + 5] = name.ljust(5, b"\0")
    if not name:  # the entry in the archive's list says how long its name is
        data[start - 18 : start - 16] = bytes(2)
        data[start : start + 5] = b""
        end = data.rindex(b"PK\x05\x06")
        size = int.from_bytes(data[end + 12 : end + 16], "little") - 5
        data[end + 12 : end + 16] = size.to_bytes(4, "little")
    put(tmp_path, "press.zip", bytes(data))
    documents, reasons = found(tmp_path)
    assert [entry.doc_id for entry in documents] == ["good"]
    assert len(reasons) == 1


def test_an_archive_with_a_password_says_so(tmp_path: Path) -> None:
    data = bytearray(zipped(("a.txt", TEXT)))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    put(tmp_path, "press.zip", bytes(data))
    assert "password" in found(tmp_path)[1]["press.zip"]


def test_an_archive_of_countless_names_is_not_listed_name_by_name(tmp_path: Path) -> None:
    put(tmp_path, "press.zip", zipped(("a.txt", TEXT)) + b"PK\x01\x02" * 300_000)
    assert "split it" in found(tmp_path)[1]["press.zip"]


@pytest.mark.parametrize("content", [b"", b"no archive", zipped(("a.txt", TEXT))[:40]], ids=["empty", "text", "cut"])
def test_a_file_that_is_no_archive_says_so(tmp_path: Path, content: bytes) -> None:
    put(tmp_path, "press.zip", content)
    assert "damaged" in found(tmp_path)[1]["press.zip"]


WHOLE = zipped(("a.txt", TEXT), ("b.csv", f"doc_id,text\nb,{TEXT}\n"), ("c.meta.yaml", "title: x\n"), ("c.txt", TEXT))


@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), min_size=1, max_size=8))
def test_a_damaged_archive_ends_in_sentences(
    tmp_path_factory: pytest.TempPathFactory, damage: list[tuple[int, int]]
) -> None:
    folder = tmp_path_factory.mktemp("damaged")
    data = bytearray(WHOLE)
    for place, byte in damage:
        data[place] = byte
    put(folder, "press.zip", bytes(data))
    documents, reasons = found(folder)
    assert all(entry.path.startswith("press.zip/") for entry in documents)
    assert all(reason.endswith(".") for reason in reasons.values())
