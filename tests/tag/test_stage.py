"""The taggers on a pipeline, and what a document hands to them."""

from datetime import date

import spacy

from pipeline.records import Analysis
from pipeline.tag.stage import TAGGERS, add_taggers, make_doc, tag
from tests import records


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
        ("NOR", "VAS"),
        "Joint Statement",
        "Ministry of Bridges of Norland",
        date(2031, 5, 1),
    )


def test_documents_come_back_in_their_order() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    found = list(tag([records.document("b"), records.document("a")], nlp))
    assert all(isinstance(one, Analysis) for one in found)
    assert [one.document.doc_id for one in found] == ["b", "a"]
    assert found[0].sentences
