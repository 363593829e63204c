"""Archives are read within bounds, whatever they say about themselves."""

import io
import struct
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import DocumentError
from pipeline.ingest.formats.zipped import Limits, members

SMALL = Limits(members=3, member_bytes=1_000, total_bytes=1_500)


def packed(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


def test_files_come_out_and_folders_do_not() -> None:
    data = packed({"a/": b"", "a/b.txt": b"text", "c.txt": b""})
    assert list(members(data, "x.zip", SMALL)) == [("a/b.txt", b"text"), ("c.txt", b"")]


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({str(i): b"" for i in range(4)}, "holds 4 files"),
        ({"bomb": b"\0" * 1_001}, "would unpack to"),
        ({"a": b"\0" * 800, "b": b"\0" * 800}, "would unpack to"),
    ],
)
def test_too_much_is_refused_before_it_is_inflated(files: dict[str, bytes], reason: str) -> None:
    with pytest.raises(DocumentError, match=reason):
        next(members(packed(files), "x.zip", SMALL))


def test_an_archive_that_understates_its_sizes_is_refused_at_the_stated_size() -> None:
    data = packed({"bomb": b"\0" * 1_000_000})
    lying = data.replace(struct.pack("<L", 1_000_000), struct.pack("<L", 10))
    assert lying != data
    with pytest.raises(DocumentError, match="damaged"):
        list(members(lying, "x.zip", SMALL))


def test_packing_methods_that_cannot_be_bounded_are_refused() -> None:
    with pytest.raises(DocumentError, match="unusual method"):
        list(members(packed({"a": b"text"}, zipfile.ZIP_LZMA), "x.zip", SMALL))


def test_encrypted_members_are_refused() -> None:
    data = bytearray(packed({"a": b"text"}))
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(DocumentError, match="password"):
        list(members(bytes(data), "x.zip", SMALL))


@given(st.data())
def test_a_damaged_archive_gives_members_or_one_error(data: st.DataObject) -> None:
    good = packed({"a.txt": b"some text " * 20, "b/c.txt": b"other"})
    damaged = bytearray(good)
    for place in data.draw(st.lists(st.integers(0, len(good) - 1), min_size=1, max_size=8)):
        damaged[place] = data.draw(st.integers(0, 255))
    try:
        for _, content in members(bytes(damaged), "x.zip", SMALL):
            assert len(content) <= SMALL.member_bytes
    except DocumentError:
        pass
