"""The form of our own gold: offsets, codes and labels agree with each other."""

from pathlib import Path

import pytest

from pipeline.gold.documents import GoldDocument
from pipeline.gold.files import read_gold
from pipeline.names.gazetteer import Gazetteer
from pipeline.records import ACTS, KINDS, STRENGTHS
from tests.shipped import KNOWLEDGE

DOCUMENTS = read_gold(Path(__file__).with_name("own.jsonl"))
assert DOCUMENTS, "own.jsonl is empty"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda d: d.about.doc_id)
def test_quoted_words_stand_in_their_sentence(document: GoldDocument) -> None:
    for sentence in document.sentences:
        start, end = sentence.span
        spans = [c.action for c in sentence.commitments] + [e.span for e in sentence.entities]
        assert all(start <= first < last <= end for first, last in spans)
        for commitment in sentence.commitments:
            words = document.text[start:end].lower()
            assert document.words(commitment.cue).lower() in words
            for said in (commitment.deadline, commitment.amount):
                assert said is None or said.text.lower() in words


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda d: d.about.doc_id)
def test_labels_are_those_of_the_guidelines(document: GoldDocument) -> None:
    gazetteer = KNOWLEDGE.get(Gazetteer)
    for sentence in document.sentences:
        assert set(sentence.acts) <= set(ACTS)
        assert ("commitment" in sentence.acts) == bool(sentence.commitments)
        for commitment in sentence.commitments:
            assert commitment.kind in KINDS
            assert commitment.strength in STRENGTHS
            assert all(gazetteer.name_of(code) for code in commitment.actors)


def test_sentences_follow_each_other() -> None:
    for document in DOCUMENTS:
        assert document.sentences
        ends = [0, *(sentence.span[1] for sentence in document.sentences)]
        assert all(end <= sentence.span[0] for end, sentence in zip(ends, document.sentences, strict=False))


def test_there_are_enough_sentences_to_tell_a_change() -> None:
    assert sum(len(document.sentences) for document in DOCUMENTS) >= 150
