"""What cleaning does to press text, and what it says it did."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ingest.cleaning.clean import Cleaned, clean
from tests.shipped import KNOWLEDGE


def blocks(cleaned: Cleaned) -> list[tuple[str, str, str]]:
    """Kind, list marker and wording of every block."""
    text = cleaned.text
    return [(b.kind, text[b.start : b.body].strip(), text[b.body : b.end]) for b in cleaned.blocks]


def wording(text: str, title: str = "") -> list[str]:
    return [words for _, _, words in blocks(clean(text, KNOWLEDGE, title))]


def rules(text: str) -> list[str]:
    return [change.rule for change in clean(text, KNOWLEDGE).changes]


def test_a_caption_in_the_middle_of_a_sentence_is_taken_out_and_said() -> None:
    text = (
        "The two sides confirmed the repair of the harbour in accordance\n\n\n"
        "Above: The ministers visit the harbour.\n\n"
        "with the plan of 2030. They also agreed to dredge it.\n\n"
        "The talks went on in the evening and ended at midnight with a dinner for all guests."
    )
    assert wording(text)[0] == (
        "The two sides confirmed the repair of the harbour in accordance with the plan of 2030. "
        "They also agreed to dredge it."
    )
    (caption,) = [c for c in clean(text, KNOWLEDGE).changes if c.rule == "caption"]
    assert (caption.line, caption.before) == (4, "Above: The ministers visit the harbour.")


def test_hard_line_breaks_and_hyphens_at_line_ends_are_mended() -> None:
    text = (
        "The Governments of Norland and Vastria, two neighbours in the Indo-\n"
        "Pacific since the last century, met in the capital and agreed on closer coopera-\n"
        "tion in the fields of fishing, forestry and the care of lighthouses in\n"
        "the north. They will report on the progress of this cooperation to the\n"
        "two parliaments before the end of the year, and publish the report.\n"
    )
    (paragraph,) = wording(text)
    assert "neighbours in the Indo-Pacific since" in paragraph
    assert "closer cooperation in the fields" in paragraph
    assert "\n" not in paragraph
    assert "hyphen" in rules(text)


def test_headings_stand_apart_from_sentences() -> None:
    text = (
        "Joint Statement on Bridges\n\nTrade and Tolls\n\nThe sides will cut tolls.\n\nEnergy\n\nThey will build dams."
    )
    assert [(kind, words) for kind, _, words in blocks(clean(text, KNOWLEDGE, "Joint Statement on Bridges"))] == [
        ("title", "Joint Statement on Bridges"),
        ("heading", "Trade and Tolls"),
        ("paragraph", "The sides will cut tolls."),
        ("heading", "Energy"),
        ("paragraph", "They will build dams."),
    ]


@pytest.mark.parametrize("marker", ["1.", "(2)", "a)", "iv.", "-", "•", "*", "\uf0b7"])
def test_list_markers_are_told_from_the_wording(marker: str) -> None:
    text = f"The leaders decided to:\n\n{marker} open a bridge;\n\n{marker} close a tunnel."
    assert blocks(clean(text, KNOWLEDGE))[1][1:] == (marker, "open a bridge;")


def test_quotes_and_dashes_stay_as_they_were_printed() -> None:
    text = "The Minister said: “We’ll meet – soon — in ‘Old Town’…”"
    assert wording(text) == [text]


def test_mojibake_is_mended_and_said() -> None:
    text = "The Ministerâ€™s visit to CÃ³rdoba was welcomed by all who met him there."
    assert wording(text) == ["The Minister’s visit to Córdoba was welcomed by all who met him there."]
    assert "mojibake" in rules(text)


def test_web_furniture_goes() -> None:
    text = "Share this page\n\nThe sides will meet again in the spring of next year in Norland.\n\n###\n\nPrint"
    assert wording(text) == ["The sides will meet again in the spring of next year in Norland."]


def test_a_text_of_one_paragraph_a_line_keeps_its_paragraphs() -> None:
    lines = [
        "The first paragraph speaks at some length of fishing in the north. " * 3,
        "The second speaks of trees. " * 6,
    ]
    assert wording("\n".join(lines)) == [line.strip() for line in lines]


def test_cleaning_a_cleaned_text_changes_nothing() -> None:
    text = "Joint Statement\n\nThe sides met.\n\n1. They will meet again.\n\n- in Oslo\n\nDone at Oslo."
    once = clean(text, KNOWLEDGE, "Joint Statement").text
    assert clean(once, KNOWLEDGE, "Joint Statement").text == once


@given(st.text(max_size=400))
def test_blocks_tile_any_text(text: str) -> None:
    cleaned = clean(text, KNOWLEDGE)
    end = 0
    for block in cleaned.blocks:
        assert block.start == (end + 2 if end else 0)
        assert block.start <= block.body < block.end
        assert cleaned.text[end : block.start] == ("\n\n" if end else "")
        assert "\n" not in cleaned.text[block.start : block.end]
        end = block.end
    assert end == len(cleaned.text)


WORDS = st.lists(
    st.sampled_from(["the", "leaders", "agreed", "to", "build", "forty", "lighthouses", "in", "Norland", "by", "2030"]),
    min_size=1,
    max_size=14,
)


@given(st.lists(WORDS, min_size=1, max_size=8), st.sampled_from([" ", "\n", "\n\n", "\n\n\n"]))
def test_no_word_is_lost_but_what_an_edit_quotes(lines: list[list[str]], gap: str) -> None:
    text = gap.join(" ".join(words).capitalize() + "." for words in lines)
    cleaned = clean(text, KNOWLEDGE)
    taken_out = " ".join(c.before for c in cleaned.changes if not c.after)
    for word in re.findall(r"\w+", text):
        assert word in cleaned.text or word in taken_out


@pytest.mark.parametrize("filling", ["a", "\n", "😀", "שלום ", "- ", "(1) ", "“", "a line that comes back\n\n"])
def test_a_megabyte_of_anything_is_cleaned(filling: str) -> None:
    clean(filling * (1_000_000 // len(filling)), KNOWLEDGE)
