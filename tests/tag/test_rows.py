"""From what stands on a document to the rows of the tables: places, ids and order, over parses written by hand."""

from dataclasses import replace

import pytest
from spacy.tokens import Doc, Span

from pipeline.records import Analysis, Block, Document
from pipeline.tag.annotations import annotate
from pipeline.tag.rows import analysis
from tests import records
from tests.tag.parsed import parsed, vocab

MET = "They/PRP/nsubj>met met=meet/VBD ."
ITEM = "•/NFP/punct>Open Open/VB ports/NNS/obj>Open ."
WILL = "We/PRP/nsubj>open will/MD/aux>open open/VB ports/NNS/obj>open ."


def rows(doc: Doc, *blocks: Block) -> Analysis:
    """The rows of a parsed document with a layout."""
    return analysis(document(doc, *blocks), doc)


def document(doc: Doc, *blocks: Block) -> Document:
    return replace(records.document("d"), text=doc.text, blocks=blocks)


def promise(doc: Doc, start: int, end: int) -> Span:
    """An action with its commitment."""
    span = Span(doc, start, end, label="COMMITMENT")
    annotate(span, commitment=replace(records.commitment(), commitment_id="", sentence_id="", action=span.text))
    return span


def test_sentences_are_numbered_and_have_their_words_place_and_acts() -> None:
    doc = parsed(MET, WILL)
    first, second = doc.sents
    annotate(second, acts=("commitment", "report"))
    one, two = rows(doc, Block("paragraph", 0, 0, len(doc.text))).sentences
    assert (one.doc_id, one.sentence_id, one.text, one.start, one.end) == ("d", "d:1", "They met.", 0, 9)
    assert (two.sentence_id, two.text, two.start) == ("d:2", "We will open ports.", 10)
    assert (one.acts, two.acts) == ((), ("commitment", "report"))
    assert (one.areas, one.area_scores, one.uncertain, one.block) == ((), (), False, "paragraph")
    assert first.text == one.text


def test_without_a_layout_all_is_one_paragraph() -> None:
    (sentence,) = rows(parsed(MET)).sentences
    assert (sentence.text, sentence.block) == ("They met.", "paragraph")


@pytest.mark.parametrize(("kind", "kept"), [("title", 1), ("heading", 1), ("paragraph", 2), ("item", 2)])
def test_titles_and_headings_are_no_sentences_and_take_no_number(kind: str, kept: int) -> None:
    doc = parsed(MET, WILL)
    found = rows(doc, Block(kind, 0, 0, 9), Block("paragraph", 10, 10, len(doc.text))).sentences
    assert [s.sentence_id for s in found] == ["d:1", "d:2"][:kept]
    assert found[-1].text == "We will open ports."


def test_a_sentence_is_of_the_block_in_which_it_begins() -> None:
    doc = parsed(MET, WILL, MET)
    blocks = (Block("paragraph", 0, 0, 9), Block("item", 10, 10, 29), Block("paragraph", 30, 30, 39))
    assert [s.block for s in rows(doc, *blocks).sentences] == ["paragraph", "item", "paragraph"]


def test_a_sentence_before_the_first_block_counts_as_of_it() -> None:
    (sentence,) = rows(parsed(MET), Block("item", 3, 3, 9)).sentences
    assert sentence.block == "item"


def test_an_item_has_its_marker_and_a_marker_alone_is_no_sentence() -> None:
    doc = parsed("•/NFP", "Open/VB ports/NNS/obj>Open .")
    (item,) = rows(doc, Block("item", 0, 2, len(doc.text))).sentences
    assert (item.start, item.text) == (0, "• Open ports.")
    (without,) = rows(parsed(ITEM), Block("item", 0, 2, 13)).sentences
    assert (without.start, without.text) == (0, "• Open ports.")


def test_a_marker_with_letters_alone_is_no_sentence() -> None:
    doc = parsed("a/LS", "Open/VB ports/NNS/obj>Open .")
    assert [s.text for s in rows(doc, Block("item", 0, 2, len(doc.text))).sentences] == ["a Open ports."]


def test_a_later_sentence_of_an_item_begins_where_it_begins() -> None:
    doc = parsed(ITEM, MET)
    assert [s.text for s in rows(doc, Block("item", 0, 2, len(doc.text))).sentences] == ["• Open ports.", "They met."]


def test_stray_punctuation_and_blanks_are_no_sentences() -> None:
    words, starts = ["They", "met", "*", "\n", "Rain"], [True, False, True, True, True]
    doc = Doc(vocab(), words=words, spaces=[True, False, False, False, False], sent_starts=starts)
    assert [(s.sentence_id, s.text) for s in rows(doc).sentences] == [("d:1", "They met"), ("d:2", "Rain")]


def test_blanks_around_a_sentence_are_left_out() -> None:
    doc = parsed("\\n They/PRP/nsubj>met met=meet/VBD . \\n \\n")
    (sentence,) = rows(doc, Block("paragraph", 1, 1, 10)).sentences
    assert (sentence.text, sentence.start, sentence.end) == ("They met.", 1, 10)


def test_names_are_rows_of_the_sentence_they_stand_in() -> None:
    doc = parsed(
        MET, "Chad/NNP/nsubj>met met=meet/VBD Peru/NNP/obj>met .", ents=[("Chad", "GPE", "TCD"), ("Peru", "GPE", "")]
    )
    annotate(doc.ents[0], name="Republic of Chad")
    chad, peru = rows(doc).entities
    assert (chad.doc_id, chad.sentence_id, chad.text, chad.label) == ("d", "d:2", "Chad", "GPE")
    assert (chad.start, chad.end, chad.entity_id, chad.name) == (10, 14, "TCD", "Republic of Chad")
    assert (peru.entity_id, peru.name) == ("", "Peru")


def test_names_in_headings_are_left_out() -> None:
    chad = "Chad/NNP/nsubj>met met=meet/VBD ."
    before = parsed(chad, MET, ents=[("Chad", "GPE", "TCD")])
    assert rows(before, Block("heading", 0, 0, 9), Block("paragraph", 10, 10, 19)).entities == ()
    between = parsed(MET, chad, MET, ents=[("Chad", "GPE", "TCD")])
    blocks = (Block("paragraph", 0, 0, 9), Block("heading", 10, 10, 19), Block("paragraph", 20, 20, 29))
    assert rows(between, *blocks).entities == ()


def test_commitments_are_sorted_and_numbered_by_sentence() -> None:
    doc = parsed(WILL, MET, WILL)
    last = promise(doc, 10, 12)
    long, short = promise(doc, 2, 4), promise(doc, 2, 3)
    doc.spans["commitments"] = [last, long, short]
    found = rows(doc).commitments
    assert [(c.commitment_id, c.sentence_id, c.action) for c in found] == [
        ("d:1.1", "d:1", "open"),
        ("d:1.2", "d:1", "open ports"),
        ("d:3.1", "d:3", "open ports"),
    ]
    assert {(c.doc_id, c.sentence) for c in found} == {("d", "We will open ports.")}


def test_spans_without_commitment_and_commitments_outside_sentences_are_no_rows() -> None:
    doc = parsed(WILL, WILL)
    doc.spans["commitments"] = [promise(doc, 2, 4), doc[7:9], promise(doc, 7, 8)]
    found = rows(doc, Block("heading", 0, 0, 19), Block("paragraph", 20, 20, len(doc.text))).commitments
    assert [c.commitment_id for c in found] == ["d:1.1"]


def test_a_document_without_commitments_has_no_rows_of_them() -> None:
    doc = parsed(WILL)
    assert rows(doc).commitments == ()
    assert rows(doc).document == document(doc)
