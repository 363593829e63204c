"""What the taggers leave on spans lives in the document, and goes with it where it goes."""

from datetime import date

import pytest
from spacy.language import Language
from spacy.tokens import Doc, DocBin

import pipeline
from pipeline.language.extensions import DocumentContext
from pipeline.records import Block
from pipeline.tag.annotations import SpanAnnotation, annotate

TEXT = "We will open two ports by the end of next year."
CONTEXT = DocumentContext((Block("item", 0, 0, len(TEXT)),), ("CHL", "NOR"), "Harbour talks", "", date(2031, 5, 8))


@pytest.fixture(scope="module")
def nlp() -> Language:
    return pipeline.load()


def made(nlp: Language, context: DocumentContext) -> Doc:
    doc = nlp.make_doc(TEXT)
    doc._.communique = context
    return doc


def check(doc: Doc) -> None:
    (span,) = doc.spans["commitments"]
    (sentence,) = doc.sents
    commitment = span._.communique.commitment
    assert doc._.communique == CONTEXT
    assert commitment.actors == ("CHL", "NOR")
    assert commitment.deadline_date == date(2032, 12, 31)
    assert sentence._.communique.acts == ("commitment",)


def test_nothing_is_known_of_a_document_or_span_at_first(nlp: Language) -> None:
    doc = nlp.make_doc(TEXT)
    assert doc._.communique == DocumentContext()
    assert doc[0:2]._.communique == SpanAnnotation()


def test_spans_of_the_same_characters_share_what_is_known(nlp: Language) -> None:
    doc = nlp.make_doc(TEXT)
    annotate(doc[0:3], name="We")
    annotate(doc[0:3], acts=("report",))
    assert doc[0:3]._.communique == SpanAnnotation(name="We", acts=("report",))
    assert doc[0:2]._.communique == SpanAnnotation()


def test_everything_survives_bytes_and_storage(nlp: Language) -> None:
    doc = nlp(made(nlp, CONTEXT))
    check(doc)
    check(Doc(nlp.vocab).from_bytes(doc.to_bytes()))
    (again,) = (
        DocBin(store_user_data=True).from_bytes(DocBin(store_user_data=True, docs=[doc]).to_bytes()).get_docs(nlp.vocab)
    )
    check(again)
    check(doc.copy())


def test_everything_survives_worker_processes(nlp: Language) -> None:
    docs = list(nlp.pipe([made(nlp, CONTEXT) for _ in range(3)], n_process=2, batch_size=1))
    assert len(docs) == 3
    for doc in docs:
        check(doc)
