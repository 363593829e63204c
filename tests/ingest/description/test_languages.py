"""The language of a document: a code in the record, a name in messages."""

import pytest

from pipeline.errors import DocumentError
from pipeline.ingest.description.languages import looks_like
from pipeline.ingest.description.metadata import understand
from tests.shipped import KNOWLEDGE

GERMAN = (
    "Die Minister haben vereinbart, die Leuchttürme an der Küste mit den Mitteln des Fonds zu erneuern und zu schützen."
)


@pytest.mark.parametrize(
    ("text", "code", "name"),
    [
        ("The Ministers agreed to restore the lighthouses on the coast with the means of the fund.", "en", "English"),
        (GERMAN, "de", "German"),
        ("Министры договорились восстановить маяки.", "und", "a language in Cyrillic letters"),
        ("外相は灯台を修復することで合意しました。", "ja", "Japanese"),
        ("部长们同意修复灯塔", "und", "Chinese or Japanese"),
        ("Oslo, Bergen", "en", "English"),
    ],
)
def test_a_text_is_of_the_language_that_its_letters_and_commonest_words_tell(text: str, code: str, name: str) -> None:
    language = looks_like(text, KNOWLEDGE)
    assert (language.code, language.name) == (code, name)


@pytest.mark.parametrize(
    ("given", "code"),
    [("en", "en"), ("English", "en"), ("en-GB", "en"), ("fra", "fr"), ("German", "de"), ("fil", "fil")],
)
def test_a_language_that_is_given_becomes_its_code(given: str, code: str) -> None:
    assert understand({"language": given}, "talks.meta.yaml")[0].language == code


def test_a_language_that_is_none_is_refused_with_a_mend() -> None:
    with pytest.raises(DocumentError, match="language is 'legalese', which is no language: write a code"):
        understand({"language": "legalese"}, "talks.meta.yaml")
