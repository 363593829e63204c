"""What the encoder read, as features."""

import numpy as np
from spacy.tokens import Doc
from spacy.vocab import Vocab

from pipeline.language.encoder.meaning import Meaning, meaning_of, set_meaning
from pipeline.tag.reading import action_readings, sentence_readings

NO_VECTORS = np.zeros((0, 0), dtype=np.int8)


def read(words: str, acts: list[list[float]], tags: list[list[float]], starts: list[int]) -> Doc:
    doc = Doc(Vocab(), words.split())
    set_meaning(doc, Meaning(np.array(starts), np.array(acts), np.zeros((len(acts), 2)), np.array(tags), NO_VECTORS))
    return doc


QUIET = [1.0, 0.0, 0.0, 0.0]


def test_a_score_is_told_in_steps() -> None:
    doc = read("We agree .", [[0.3, 0.0, 0.04, 0.0, 0.0]], [QUIET] * 3, [0])
    assert list(sentence_readings(meaning_of(doc), doc[:])) == [
        "reads=commitment>0",
        "reads=commitment>1",
        "reads=commitment>2",
    ]


def test_a_sentence_is_asked_about_itself_and_not_about_its_neighbour() -> None:
    doc = read("We agree . They met .", [[0.0] * 5, [0.0, 0.0, 0.0, 0.0, 0.1]], [QUIET] * 6, [0, 3])
    assert list(sentence_readings(meaning_of(doc), doc[0:3])) == []
    assert list(sentence_readings(meaning_of(doc), doc[3:6])) == ["reads=report>0"]


def test_an_action_is_asked_about_its_words_and_the_cue() -> None:
    tags = [QUIET, [0.3, 0.7, 0.0, 0.0], [0.1, 0.0, 0.9, 0.0], [0.3, 0.0, 0.0, 0.7]]
    doc = read("We will build bridges", [[0.0] * 5], tags, [0])
    found = list(action_readings(meaning_of(doc), doc[1:2], doc[2:4]))
    assert "reads=action>7" in found
    assert "reads=action>8" not in found
    assert "reads=begin>8" in found
    assert "reads=cue>6" in found


def test_without_an_encoder_nothing_is_read() -> None:
    doc = Doc(Vocab(), ["We", "agree"])
    assert meaning_of(doc) is None
    assert list(sentence_readings(None, doc[:])) == []
    assert list(action_readings(None, doc[:1], doc[1:])) == []


def test_what_was_read_survives_a_stored_document() -> None:
    doc = read("We agree .", [[0.314, 0.0, 0.0, 0.0, 0.0]], [QUIET] * 3, [0])
    again = meaning_of(Doc(doc.vocab).from_bytes(doc.to_bytes()))
    assert again is not None
    assert np.isclose(again.acts[0, 0], 0.31)
