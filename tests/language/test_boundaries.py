"""Where sentences of press text begin."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.language.boundaries import FACTORY
from pipeline.language.extensions import DocumentContext
from pipeline.records import Block


def english() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe(FACTORY)
    return nlp


NLP = english()


def paragraph(text: str) -> Doc:
    """The text as one paragraph of a document whose layout is known."""
    doc = NLP.make_doc(text)
    doc._.communique = DocumentContext(blocks=(Block("paragraph", 0, 0, len(text)),))
    return NLP(doc)


def sentences(doc: Doc) -> list[str]:
    return [sentence.text.strip() for sentence in doc.sents if sentence.text.strip()]


@pytest.mark.parametrize(
    "parts",
    [
        ["The envoys met in the U.S. They agreed on a calendar.", "It is long."],
        ["The U.S. Ambassador to Norland, Mr. J. R. Hale, Jr., signed.", "H.E. Dr. Ana Ruiz signed too."],
        ["Under Art. 5 and No. 3 of the list, 3.5 million people, i.e. Norlanders, gain.", "Trade grows."],
        ["They will meet at 5 p.m. on Jan. 3.", "In May they will sign."],
        ['He said: "We are ready.', "We will sign the treaty.”", "The hall applauded."],
        ["Vastria (which joined late. Very late.) will pay.", "Norland will not."],
        ["Is that enough?", "Yes!", "The sides said so."],
        ["They agreed to: open an office; close a base; and consult.", "2030 is the target."],
        ["Norland will pay Rs. 500 crore and Fr. 20.", "It has sect. 4 and chap. 2 to thank, incl. Annex I."],
        ["The shop opens at 10 a.m. and closes at 4 p.m.", "Norland will pay."],
        ["They met at 10 a.m. Monday, at noon GMT and at 4 p.m. Oslo time."],
        ["They will mend mills, wells, etc.", "Norland will pay."],
        ["“Is the mill safe?” Minister Hale asked.", "“It is!”", "Nobody moved."],
        ["They met.", "2. Norland will pay.", "3. Vastria will not."],
        ["The leaders thanked Norland Inc. for its help.", "“Never again,” they said."],
    ],
)
def test_sentences_end_where_a_reader_ends_them(parts: list[str]) -> None:
    joined = " ".join(parts)
    doc = paragraph(joined)
    expected = [p for part in parts for p in _split(part)]
    assert sentences(doc) == expected


def _split(part: str) -> list[str]:
    """The first case holds two sentences around an abbreviation that ends one of them."""
    return ["The envoys met in the U.S.", "They agreed on a calendar."] if part.startswith("The envoys") else [part]


def test_lines_and_list_markers_stand_apart() -> None:
    text = "Next Steps\n\n1. Norland will\n\n- build roads; and\n\n- mend bridges"
    blocks = (
        Block("heading", 0, 0, 10),
        Block("paragraph", 12, 15, 27),
        Block("item", 29, 31, 46),
        Block("item", 48, 50, 62),
    )
    doc = NLP.make_doc(text)
    doc._.communique = DocumentContext(blocks=blocks)
    assert sentences(NLP(doc)) == ["Next Steps", "1.", "Norland will", "-", "build roads; and", "-", "mend bridges"]


def test_a_blank_line_is_a_boundary_where_the_layout_is_unknown() -> None:
    assert sentences(NLP("Joint Statement\n\nThe sides met")) == ["Joint Statement", "The sides met"]


def test_the_parser_decides_only_what_the_wording_leaves_open_where_the_layout_is_unknown() -> None:
    doc = NLP("Joint statement Mr. Hale spoke. They agreed")
    assert {t.text: t.is_sent_start for t in doc[1:]} == {
        "statement": None,
        "Mr.": None,
        "Hale": False,
        "spoke": None,
        ".": None,
        "They": True,
        "agreed": None,
    }


@given(st.text(max_size=200))
def test_any_text_is_split_without_loss(text: str) -> None:
    doc = paragraph(text)
    assert "".join(sentence.text_with_ws for sentence in doc.sents) == text
