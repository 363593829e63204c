"""The taggers on a pipeline, and what a document hands to them."""

from datetime import date
from pathlib import Path

import spacy

from pipeline.records import Analysis
from pipeline.store import Store
from pipeline.tag.stage import TAGGERS, add_taggers, make_doc, tag
from tests import records, staged
from tests.invariants import check


def test_the_taggers_are_added_once_and_in_their_order() -> None:
    nlp = spacy.blank("en")
    assert add_taggers(nlp) is nlp
    assert nlp.pipe_names == ["communique_entities", "communique_commitments", "communique_statements"]
    assert add_taggers(nlp).pipe_names == list(TAGGERS)


def test_the_taggers_take_the_folder_of_knowledge(tmp_path: object) -> None:
    assert add_taggers(spacy.blank("en")).get_pipe_config(TAGGERS[1])["knowledge"] is None
    own = add_taggers(spacy.blank("en"), str(tmp_path))
    assert [own.get_pipe_config(name)["knowledge"] for name in TAGGERS] == [str(tmp_path)] * 3


def test_a_document_hands_over_its_layout_and_what_is_known_of_it() -> None:
    document = records.document()
    doc = make_doc(document, spacy.blank("en"))
    known = doc._.communique
    assert doc.text == document.text
    assert known.blocks == document.blocks
    assert (known.parties, known.title, known.issuer, known.date) == (
        ("NOR", "CHL"),
        "Joint Statement",
        "Ministry of Bridges of Norway",
        date(2031, 5, 1),
    )


def test_documents_come_back_in_their_order() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    found = list(tag([records.document("b"), records.document("a")], nlp))
    assert all(isinstance(one, Analysis) for one in found)
    assert [one.document.doc_id for one in found] == ["b", "a"]
    assert found[0].sentences


def test_towards_whom_a_promise_is_made_reaches_the_table(tmp_path: Path) -> None:
    document = staged.ingested("Norway will provide aid to Chad and Peru. Norway will open a school in Chad.")
    made = staged.classified(staged.tagged(document))
    with Store(tmp_path) as store:
        store.put_document(document, "ingest", "digest")
        store.put_tagged(made, "tag")
        store.put_classified(made, "classify")
        (found,) = store.analyses(store.finished())
    assert [c.towards for c in found.commitments] == [("PER", "TCD"), ()]
    check(found)


def test_titles_and_headings_are_no_sentences_and_an_item_keeps_its_marker() -> None:
    text = (
        "Joint Statement\n\nTrade\n\nThey met.\n\n1. Norway will lower its tariffs.\n\n2. Chile will lower its own.\n"
    )
    found = staged.tagged(staged.ingested(text, title="Joint Statement"))
    assert [(s.sentence_id, s.text, s.block) for s in found.sentences] == [
        ("talks:1", "They met.", "paragraph"),
        ("talks:2", "1. Norway will lower its tariffs.", "item"),
        ("talks:3", "2. Chile will lower its own.", "item"),
    ]
    check(found)
