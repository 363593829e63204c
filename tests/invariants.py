"""What holds of every analysis that the stages make, whatever the text: builders of tests are held to it too."""

from collections import defaultdict
from itertools import pairwise

from pipeline.records import ACTS, ENTITY_LABELS, KINDS, MOST_AREAS, STRENGTHS, Analysis, Commitment, Document, Sentence

Place = tuple[int | None, int | None]


def check(analysis: Analysis) -> None:
    """Fail where the analysis is none that the stages could have made."""
    check_document(analysis.document)
    check_sentences(analysis)
    check_entities(analysis)
    check_commitments(analysis)


def check_document(document: Document) -> None:
    """Blocks follow each other, begin and end with a character, and lie within the text."""
    for block in document.blocks:
        assert 0 <= block.start <= block.body < block.end <= len(document.text), block
        assert not document.text[block.start].isspace(), block
        assert not document.text[block.end - 1].isspace(), block
    assert all(a.end <= b.start for a, b in pairwise(document.blocks))
    assert all(edit.doc_id == document.doc_id for edit in document.edits)


def check_sentences(analysis: Analysis) -> None:
    """Sentences are numbered in the order of the text, quote it, and stand in paragraphs and items alone."""
    document = analysis.document
    for number, sentence in enumerate(analysis.sentences, 1):
        assert (sentence.doc_id, sentence.sentence_id) == (document.doc_id, f"{document.doc_id}:{number}")
        assert sentence.text == document.text[sentence.start : sentence.end]
        assert sentence.text.strip() == sentence.text
        assert any(character.isalnum() for character in sentence.text), sentence
        kinds = {b.kind for b in document.blocks if b.start < sentence.end and sentence.start < b.end}
        assert kinds <= {"paragraph", "item"}, sentence
        assert sentence.block in (kinds or {"paragraph"})
        _check_labels(sentence)
    assert all(a.end <= b.start for a, b in pairwise(analysis.sentences))


def _check_labels(sentence: Sentence) -> None:
    assert set(sentence.acts) <= set(ACTS)
    assert len(sentence.acts) == len(set(sentence.acts))
    assert len(sentence.areas) == len(sentence.area_scores) == len(set(sentence.areas)) <= MOST_AREAS
    assert all(0 <= score <= 1 for score in sentence.area_scores)


def check_entities(analysis: Analysis) -> None:
    """Entities follow each other, quote the text, and lie each within its sentence."""
    sentences = {s.sentence_id: s for s in analysis.sentences}
    for entity in analysis.entities:
        sentence = sentences[entity.sentence_id]
        assert sentence.start <= entity.start < entity.end <= sentence.end, entity
        assert entity.doc_id == analysis.document.doc_id
        assert entity.text == analysis.document.text[entity.start : entity.end]
        assert entity.label in ENTITY_LABELS
        assert entity.name
    assert all(a.end <= b.start for a, b in pairwise(analysis.entities))


def check_commitments(analysis: Analysis) -> None:
    """Commitments are numbered within their sentence, which has their act; all places quote their words."""
    sentences = {s.sentence_id: s for s in analysis.sentences}
    number: dict[str, int] = defaultdict(int)
    for found in analysis.commitments:
        sentence = sentences[found.sentence_id]
        number[found.sentence_id] += 1
        assert found.commitment_id == f"{found.sentence_id}.{number[found.sentence_id]}"
        assert (found.doc_id, found.sentence) == (sentence.doc_id, sentence.text)
        assert "commitment" in sentence.acts
        assert sentence.start <= found.action_start < found.action_end <= sentence.end, found
        _check_places(found, analysis.document.text)
        _check_values(found)
    assert [c.action_start for c in analysis.commitments] == sorted(c.action_start for c in analysis.commitments)
    assert {s.sentence_id for s in analysis.sentences if "commitment" in s.acts} == set(number)


def _check_places(found: Commitment, text: str) -> None:
    quoted: list[tuple[str, Place]] = [
        (found.cue, (found.cue_start, found.cue_end)),
        (found.action, (found.action_start, found.action_end)),
        (found.actor_text, (found.actor_start, found.actor_end)),
        (found.deadline, (found.deadline_start, found.deadline_end)),
        (found.amount, (found.amount_start, found.amount_end)),
    ]
    for words, (start, end) in quoted:
        if words:
            assert start is not None, (words, found)
            assert text[start:end] == words, found
        else:
            assert (start, end) == (None, None), found


def _check_values(found: Commitment) -> None:
    assert list(found.actors) == sorted(set(found.actors))
    assert list(found.towards) == sorted(set(found.towards))
    assert not set(found.actors) & set(found.towards)
    assert found.kind in KINDS
    assert found.strength in STRENGTHS
    assert found.deadline or found.deadline_date is None
    assert found.amount or found.amount_value is None
    assert found.amount_value is not None or not found.amount_currency
    assert 0 <= found.confidence <= 1
    assert found.reason
