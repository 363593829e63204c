"""Lemmas of the shipped model: rules for open classes, the treebanks' word for the rest."""

from pathlib import Path

import pytest
import spacy
from spacy.language import Language


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
def test_lemmas_follow_rules_and_treebanks(language: Language, sentence: str, word: str, lemma: str) -> None:
    assert next(t.lemma_ for t in language(sentence) if t.text == word) == lemma


def test_the_lemmatizer_survives_the_disk(language: Language, tmp_path: Path) -> None:
    language.to_disk(tmp_path)
    text = "The envoys have met and were content."
    assert [t.lemma_ for t in spacy.load(tmp_path)(text)] == [t.lemma_ for t in language(text)]
