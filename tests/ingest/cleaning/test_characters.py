"""Clean characters, and the bytes of files."""

import pytest

from pipeline.errors import DocumentError
from pipeline.ingest.cleaning.characters import clean_characters, split_lines
from pipeline.ingest.cleaning.decoding import decode


@pytest.mark.parametrize(
    ("raw", "clean", "changes"),
    [
        ("  We   met. ", "We met.", []),
        ("We\u00a0met.", "We met.", []),
        ("We\tmet.", "We met.", []),
        ("We\u200b met.", "We met.", ["U+200B"]),
        ("Cafe\u0301", "Café", []),
        ("coopera\u00ad", "coopera\u00ad", ["U+00AD"]),
        ("co\u00adopera", "coopera", ["U+00AD"]),
        ("We\ufe0f met\uffff.", "We met.", ["U+FE0F, U+FFFF"]),
        ("We\x07 met.", "We met.", ["U+0007"]),
        ("“Nö”", "“Nö”", []),
    ],
)
def test_a_line_has_plain_spaces_and_nothing_invisible(raw: str, clean: str, changes: list[str]) -> None:
    text, found = clean_characters(raw, 3)
    assert text == clean
    assert [(c.line, c.rule, c.before) for c in found] == [(3, "control", names) for names in changes]


def test_mojibake_and_lost_characters_are_said() -> None:
    text, (mended,) = clean_characters("The Ministerâ€™s", 2)
    assert (text, mended.line, mended.rule, mended.before, mended.after) == (
        "The Minister’s", 2, "mojibake", "The Ministerâ€™s", "The Minister’s",
    )  # fmt: skip
    _, (lost,) = clean_characters("x" * 50 + "The \ufffd sides" + "y" * 50, 4)
    assert (lost.line, lost.rule) == (4, "unreadable_character")
    assert lost.before == "x" * 36 + "The \ufffd sides" + "y" * 33


def test_lines_keep_their_numbers_the_gaps_above_and_their_indent() -> None:
    passages, _ = split_lines("One\n\n\n   Two\n\tThree\n\u00a0\nFour")
    assert [(p.number, p.text, p.gap, p.indent) for p in passages] == [
        (1, "One", 0, 0),
        (4, "Two", 2, 3),
        (5, "Three", 0, 8),
        (7, "Four", 1, 0),
    ]


def test_an_indent_counts_up_to_eighty_columns() -> None:
    assert [split_lines(f"{' ' * count}Two")[0][0].indent for count in (0, 1, 79, 80, 200)] == [0, 1, 79, 80, 80]
    assert [p.indent for p in split_lines("x   Two\n\t\tThree")[0]] == [0, 16]


TEXT = "The Minister’s visit to Córdoba was welcome – and long."


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("utf-8", []),
        ("utf-8-sig", []),
        ("utf-16", ["utf-16-le"]),
        ("utf-16-le", ["utf-16-le"]),
        ("utf-16-be", ["utf-16-be"]),
        ("cp1252", ["windows-1252"]),
    ],
)
def test_bytes_are_read_in_their_encoding_and_it_is_said(encoding: str, said: list[str]) -> None:
    text, changes = decode(TEXT.encode(encoding), "a.txt")
    assert text == TEXT
    assert [(c.line, c.rule, c.before, c.after) for c in changes] == [(1, "encoding", name, "utf-8") for name in said]


def test_another_alphabet_is_told_from_windows_1252() -> None:
    russian = "Министры обеих стран встретились в старой гавани и говорили о торговле. " * 5
    text, (change,) = decode(russian.encode("cp1251"), "a.txt")
    assert text == russian
    assert change.before != "windows-1252"


def test_binary_data_is_refused() -> None:
    with pytest.raises(DocumentError, match=r"a\.txt holds binary data"):
        decode(bytes(range(32)) * 20 + b"text" * 100, "a.txt")


def test_a_few_control_bytes_are_no_binary_data() -> None:
    assert decode(b"The sides met. " * 100 + b"\x07", "a.txt")[0].endswith("\x07")


def test_a_broken_byte_behind_a_long_valid_text_is_listed() -> None:
    data = ("Córdoba " * 10_000).encode() + b"\xff"
    text, (change,) = decode(data, "a.txt")
    assert text.endswith("Córdoba ÿ")
    assert (change.before, change.after) == ("byte FF", "ÿ")


def test_pictures_before_a_line_go_and_are_listed() -> None:
    lines, changes = split_lines("⚡️ Talks in Lima\n🗓 8 March 2031\n● an item\n☎")
    assert [line.text for line in lines] == ["Talks in Lima", "8 March 2031", "● an item", "☎"]
    assert [c.before for c in changes if c.rule == "furniture"] == ["⚡", "🗓"]
