"""Stray bytes, entities that were escaped twice, wide figures and stops: what is read, and what is listed."""

import pytest

from pipeline.ingest.cleaning.clean import Cleaned, clean
from pipeline.ingest.cleaning.spelledout import narrow, unescape
from tests.ingest.description.described import described
from tests.shipped import KNOWLEDGE

GOOD = "Minister Álvaro Íñiguez of Chile will open four “lighthouses” by 2030."
PAGE = (
    f"<html><head><meta charset='{{}}'></head><body><main><h1>Talks</h1><p>{GOOD}</p><p>Caf#</p></main></body></html>"
)


@pytest.mark.parametrize(
    ("stray", "letter"), [(b"\xe9", "é"), (b"\x93", "“"), (b"\x80", "€"), (b"\xa0\xe9", "é"), (b"\xff", "ÿ")]
)
def test_a_stray_byte_changes_nothing_in_the_rest(stray: bytes, letter: str) -> None:
    document = described(f"Talks\n\n{GOOD}\n\nCaf".encode() + stray + b" owners watched the talks.\n")
    assert GOOD in document.text
    assert f"Caf{letter} owners" in document.text.replace(" é", "é")
    assert [(edit.line, edit.after) for edit in document.edits if edit.rule == "encoding"][-1] == (5, letter)


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", ""])
def test_a_stray_byte_in_a_page_changes_nothing_in_the_rest(charset: str) -> None:
    data = PAGE.format(charset).encode().replace(b"#", b"\xe9 owners watched the talks of the ministers.")
    assert GOOD in described(data, ".html").text
    assert "Café owners" in described(data, ".html").text


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_other_encodings_are_still_told(encoding: str) -> None:
    text = "Minister Muñoz of Chile met the café owners of León, São Paulo and Århus.\n\nThe talks went on for a day."
    assert text in described(b"Talks\n\n" + text.encode(encoding)).text


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Norway &amp;amp; Chile met &amp;ndash; again", "Norway & Chile met – again"),
        ("The keepers&amp;#8217; lamps &#x201C;shine&#x201D;", "The keepers’ lamps “shine”"),
        ("AT&T; and R&D; cost &euro;5", "AT&T; and R&D; cost €5"),
        ("Fish & ships; nets", "Fish & ships; nets"),
        ("&#0; &#xD800; stay", "&#0; &#xD800; stay"),
    ],
)
def test_entities_are_what_they_stand_for(line: str, text: str) -> None:
    assert unescape(line).replace("\ufffd", "&#0;", 1).replace("\ufffd", "&#xD800;") == text


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Norway will open it by ２０３０。Chile agreed", "Norway will open it by 2030. Chile agreed"),
        ("１．Norway（ＮＯＲ）will pay １００ million", "1. Norway(NOR)will pay 100 million"),
        ("日本は２０３０年。", "日本は２０３０年。"),
    ],
)
def test_wide_figures_and_stops_in_latin_text(line: str, text: str) -> None:
    assert narrow(line) == text


def test_what_was_mended_is_listed() -> None:
    cleaned: Cleaned = clean("Talks\n\nNorway &amp; Chile will open it by ２０３０。", KNOWLEDGE)
    assert {change.rule for change in cleaned.changes} == {"entity", "full_width"}
    assert cleaned.text.endswith("Norway & Chile will open it by 2030.")
