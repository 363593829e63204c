"""Lemmas of the shipped model: rules for open classes, the treebanks' word for the rest."""

from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from pipeline.language.load import load_language
from pipeline.settings import Settings


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_language(Settings().language_model)


@pytest.mark.parametrize(
    ("sentence", "word", "lemma"),
    [
        ("The ministers were in Geneva.", "ministers", "minister"),
        ("The ministers were in Geneva.", "were", "be"),
        ("They've needed better ships.", "needed", "need"),
        ("They've needed better ships.", "'ve", "have"),
        ("They've needed better ships.", "better", "good"),
        ("Norway agreed to buy an icebreaker.", "agreed", "agree"),
    ],
)
def test_lemmas_follow_rules_and_treebanks(nlp: Language, sentence: str, word: str, lemma: str) -> None:
    assert next(t.lemma_ for t in nlp(sentence) if t.text == word) == lemma


def test_the_lemmatizer_survives_the_disk(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    text = "The envoys have met and were content."
    assert [t.lemma_ for t in spacy.load(tmp_path)(text)] == [t.lemma_ for t in nlp(text)]
