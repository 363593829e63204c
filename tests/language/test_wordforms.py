"""What is one word: hyphenated verbs are, the mark of a footnote is no part of its word."""

from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer

from pipeline.errors import KnowledgeError
from pipeline.knowledge import Knowledge
from pipeline.language.wordforms import adapt_tokenizer, forms, read_hyphenated
from tests.shipped import KNOWLEDGE


@pytest.fixture(scope="module")
def adapted() -> Language:
    nlp = spacy.blank("en")
    adapt_tokenizer(nlp, KNOWLEDGE)
    return nlp


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("will re-open the pier", "will re-open the pier"),
        ("co-hosting, de-mining", "co-hosting , de-mining"),
        ("to fast-track visas", "to fast-track visas"),
        ("Ring-fenced (kick-starting) it", "Ring-fenced ( kick-starting ) it"),
        ("non-selectively inspect", "non-selectively inspect"),
        # names and adjectives are parted as ever
        ("non-tariff and high-quality", "non - tariff and high - quality"),
        ("care-free pre-war core-periphery", "care - free pre-war core - periphery"),
        # marks of footnotes, not exponents
        ("the lamps¹ by", "the lamps ¹ by"),
        ("the lamps.² Peru", "the lamps . ² Peru"),
        ("40 km² of bog", "40 km² of bog"),
    ],
)
def test_words_are_parted(text: str, words: str, adapted: Language) -> None:
    doc = adapted.make_doc(text)
    assert " ".join(token.text for token in doc) == words
    assert doc.text == text


def test_a_tokenizer_that_parts_nothing_at_hyphens_stays_as_it_is() -> None:
    nlp = spacy.blank("en")
    nlp.tokenizer = Tokenizer(nlp.vocab)
    adapt_tokenizer(nlp, KNOWLEDGE)
    assert [t.text for t in nlp.make_doc("co-host lamps¹")] == ["co-host", "lamps¹"]
    assert nlp.tokenizer.suffix_search is None


def test_the_tokenizer_survives_the_disk(adapted: Language) -> None:
    copy = spacy.blank("en")
    copy.tokenizer.from_bytes(adapted.tokenizer.to_bytes())
    text = "We will co-host and fast-track it.¹"
    assert [t.text for t in copy.make_doc(text)] == [t.text for t in adapted.make_doc(text)]


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("fast-track", ("fast-track", "fast-tracks", "fast-tracked", "fast-tracking")),
        ("fine-tune", ("fine-tune", "fine-tunes", "fine-tuned", "fine-tuning")),
        ("head-crash", ("head-crash", "head-crashes", "head-crashed", "head-crashing")),
    ],
)
def test_a_verb_has_four_forms(verb: str, expected: tuple[str, ...]) -> None:
    assert forms(verb) == expected


def test_an_entry_that_is_no_pair_of_words_is_refused(tmp_path: Path) -> None:
    (tmp_path / "hyphenated_verbs.txt").write_text("re-\nfast-track\n", encoding="utf-8")
    assert read_hyphenated(Knowledge(tmp_path)) == (("re",), ("fast-track",))
    (tmp_path / "hyphenated_verbs.txt").write_text("fasttrack\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match="'fasttrack' is no verb in two parts"):
        read_hyphenated(Knowledge(tmp_path))
