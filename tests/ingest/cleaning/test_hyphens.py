"""Words broken at the end of a line."""

import pytest

from pipeline.ingest.cleaning.hyphens import Speller, join_hyphenated, keeps_hyphen, learn_spelling
from pipeline.ingest.passages import Passage
from tests.ingest.cleaning.cleaned import clean
from tests.shipped import KNOWLEDGE

FILLING = ["of the ministers who met in the old harbour", "and went on by boat to the end of the bay to"]


def mended(first: str, second: str, *before: str) -> str:
    """The text between "spoke of" and the next comma, where it was broken between ``first`` and ``second``."""
    lines = [
        *before,
        *FILLING,
        *FILLING,
        f"see the herring and then spoke of {first}",
        f"{second}, which they like, and of",
    ]
    text = clean("\n".join([*lines, *FILLING, *FILLING, "speak once more."])).text
    return text.rpartition("spoke of ")[2].partition(",")[0]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("coopera-", "tion", "cooperation"),
        ("coopera\u00ad", "tion", "cooperation"),
        ("long\u00ad", "term", "longterm"),
        ("long-", "term plans", "long-term plans"),
        ("Indo-", "Pacific ties", "Indo-Pacific ties"),
        ("the Covid-", "19 rules", "the Covid-19 rules"),
        ("the G-", "dansk", "the G-dansk"),
        ("self-", "serving plans", "self-serving plans"),
        ("govern-", "ments", "governments"),
        ("zorb-", "lings", "zorblings"),
    ],
)
def test_a_broken_word_is_made_whole(first: str, second: str, expected: str) -> None:
    assert mended(first, second) == expected


def test_a_compound_that_the_document_writes_elsewhere_keeps_its_hyphen() -> None:
    assert mended("zorb-", "lings", "Many zorb-lings came along the coast to the") == "zorb-lings"


def test_the_change_says_what_was_joined() -> None:
    text = "\n".join([*FILLING, *FILLING, "see the herring and spoke of coopera-", "tion and of the old harbour."])
    (change,) = [c for c in clean(text).changes if c.rule == "hyphen"]
    assert (change.line, change.before, change.after) == (5, "coopera- ⏎ tion", "cooperation")


KNOWN = frozenset({"long", "term", "cooperation", "well-known", "boat", "house", "atlantic", "berg", "free"})


@pytest.mark.parametrize(
    ("head", "tail", "keeps"),
    [
        ("coopera", "tion", False),
        ("long", "term", True),
        ("long", "Term", True),
        ("loNG", "term", True),
        ("long", "19", True),
        ("well", "known", True),
        ("zorb", "term", False),
        ("long", "zorb", False),
        ("self", "zorb", True),
        ("Self", "zorb", True),
        ("very-long", "term", True),
        ("long", "term-free", True),
        ("very-zorb", "term", False),
        ("long", "zorb-term", False),
        # a name of the document before a known word that is longer than a syllable
        ("Olsen", "house", True),
        ("olsen", "house", False),
        ("Dahl", "house", False),
        ("Olsen", "boat", False),
        ("Olsen", "zorbs", False),
        ("Long", "boat", True),
        # how the document writes it elsewhere
        ("cod", "free", True),
        ("eel", "free", False),
    ],
)
def test_which_words_keep_their_hyphen(head: str, tail: str, keeps: bool) -> None:
    words = frozenset({"olsen", "cod-free", "eel-free", "eelfree"})
    assert keeps_hyphen(head, tail, Speller(words, KNOWN, frozenset({"self"}))) is keeps


def test_a_document_teaches_its_words_but_for_broken_ends() -> None:
    lines = [Passage(1, "The Old cod-free coopera-"), Passage(2, "tion of 5 boats"), Passage(3, "Zorb’s bay-")]
    assert learn_spelling(lines, KNOWLEDGE).words == {"the", "old", "cod-free", "tion", "of", "boats", "zorb’s"}


def joined(*texts: str) -> list[str]:
    """What becomes of lines of one paragraph."""
    speller = Speller(frozenset(), KNOWN, frozenset())
    return join_hyphenated([Passage(n, text) for n, text in enumerate(texts, 1)], speller)[0]


def test_lines_without_a_broken_word_stay_pieces() -> None:
    assert joined("the coopera-", "tion of a long-", "term boat") == ["the cooperation of a long-term boat"]
    assert joined("the boat", "of old", "berg") == ["the boat", "of old", "berg"]
    assert joined("the boat -", "of old") == ["the boat -", "of old"]
    assert joined("the long-", "“term") == ["the long-", "“term"]
    assert joined("the long\u00ad", "term") == ["the longterm"]
    assert joined("the coopera‐", "tion") == ["the cooperation"]


def test_a_change_quotes_the_hyphen_that_stays() -> None:
    passages = [Passage(1, "a long-"), Passage(2, "term boat"), Passage(3, "and coopera\u00ad"), Passage(4, "tion")]
    changes = join_hyphenated(passages, Speller(frozenset(), KNOWN, frozenset()))[1]
    assert [(c.line, c.before, c.after) for c in changes] == [
        (1, "long- ⏎ term", "long-term"),
        (3, "coopera- ⏎ tion", "cooperation"),
    ]
