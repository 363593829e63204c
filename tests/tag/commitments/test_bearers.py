"""Who is named as the one who acts, and who can promise at all, over tokens written by hand."""

import pytest

from pipeline.tag.commitments.bearers import POINTING, THEY, WE, Bearers, read_bearers
from pipeline.tag.commitments.subjects import SPEAKER, Mention, Source
from tests.shipped import KNOWLEDGE
from tests.tag.parsed import parsed


@pytest.fixture(scope="module")
def bearers() -> Bearers:
    return KNOWLEDGE.get(read_bearers)


def mention(word: str, label: str = "", source: Source = "subject") -> Mention:
    """A mention of one word, ``word/TAG``."""
    doc = parsed(word, ents=[(word.split("/")[0].split("=")[0], label, "")] if label else [])
    return Mention(doc[:1], doc[0], source)


@pytest.mark.parametrize(
    ("word", "label", "kind", "of_party", "where_none_is_known"),
    [
        ("We/PRP", "", "we", "we", "we"),
        ("I/PRP", "", "we", "we", "we"),
        ("They/PRP", "", "they", "they+", "they?"),
        ("Both/DT", "", "they", "they+", "they?"),
        ("Who/WP", "", "they", "they+", "they?"),
        ("You/PRP", "", "you", "you", "you"),
        ("This/DT", "", "demonstrative", "demonstrative", "demonstrative"),
        ("Which/WDT", "", "demonstrative", "demonstrative", "demonstrative"),
        ("Rain/NN", "", "thing", "thing+", "thing"),
        ("Ocean/NNP", "LOC", "thing", "thing+", "thing"),
        ("Chad/NNP", "GPE", "name", "party", "name?"),
        ("Ministers=minister/NNS", "", "name", "party", "name?"),
        ("latter/JJ", "", "name", "party", "name?"),
    ],
)
def test_the_kind_of_words_that_name_the_actor(
    word: str, label: str, kind: str, of_party: str, where_none_is_known: str, bearers: Bearers
) -> None:
    assert bearers.subject_kind(mention(word, label), "outsider") == kind
    assert bearers.subject_kind(mention(word, label), "party") == of_party
    assert bearers.subject_kind(mention(word, label), "open") == where_none_is_known


def test_the_speaker_and_a_patient_are_kinds_of_their_own(bearers: Bearers) -> None:
    assert bearers.subject_kind(SPEAKER, "party") == "speaker"
    assert bearers.subject_kind(Mention(None, mention("We/PRP").head, "subject"), "outsider") == "speaker"
    assert bearers.subject_kind(Mention(mention("We/PRP").span, None, "subject"), "outsider") == "speaker"
    assert bearers.subject_kind(mention("We/PRP", source="patient"), "party") == "patient"


@pytest.mark.parametrize("word", sorted(WE | THEY | POINTING))
def test_every_pronoun_has_its_kind(word: str, bearers: Bearers) -> None:
    expected = "we" if word in {"we", "us", "our", "i", "my", "ours"} else "they" if word in THEY else "demonstrative"
    assert bearers.subject_kind(mention(f"{word}/PRP"), "outsider") == expected


def test_the_pronouns() -> None:
    assert {"we", "us", "our", "i", "my", "ours"} == WE
    assert {"they", "their", "them", "he", "she", "his", "her", "it", "its"} < THEY
    assert THEY - {"they", "their", "them", "he", "she", "his", "her", "it", "its"} == {
        "both", "all", "each", "one", "who", "either", "neither", "none",
    }  # fmt: skip
    assert {"this", "that", "these", "those", "which", "there"} == POINTING


@pytest.mark.parametrize(
    ("word", "label", "bearer"),
    [
        ("Chad/NNP", "GPE", "state"),
        ("Chadians/NNPS", "NORP", "state"),
        ("Union/NNP", "ORG", "body"),
        ("Anna/NNP", "PERSON", "person"),
        ("President/NN", "", "person"),
        ("He/PRP", "", "person"),
        ("Majesty/NNP", "", "person"),
        ("We/PRP", "", "we"),
        ("Their/PRP$", "", "their"),
        ("Both/DT", "", "both"),
        ("Two/CD", "", "two"),
        ("Government/NN", "", "state"),
        ("Country/NNP", "", "state"),
        ("Countries=country/NNS", "", "several"),
        ("Governments=government/NNPS", "", "several"),
        ("Rain/NN", "", "thing"),
        ("Ocean/NNP", "LOC", "thing"),
        ("Experts=expert/NNS", "", "several"),
        ("Delegations=delegation/NNPS", "", "several"),
        ("Expert/NN", "", "actor"),
    ],
)
def test_who_bears_a_promise(word: str, label: str, bearer: str, bearers: Bearers) -> None:
    assert bearers.bearer(mention(word, label).head) == bearer


def test_nobody_and_a_joint_organ_bear_too(bearers: Bearers) -> None:
    assert bearers.bearer(None) == "nobody"
    for noun in bearers.nouns["joint"] - bearers.nouns["office"] - bearers.nouns["government"]:
        if " " not in noun:
            assert bearers.bearer(mention(f"{noun.capitalize()}/NN").head) == "organ", noun


@pytest.mark.parametrize(
    ("word", "label", "can"),
    [
        ("Chad/NNP", "GPE", True),
        ("Union/NNP", "ORG", True),
        ("Anna/NNP", "PERSON", True),
        ("Chadian/JJ", "NORP", True),
        ("Ocean/NNP", "LOC", False),
        ("They/PRP", "DATE", False),
        ("They/PRP", "", True),
        ("Their/PRP$", "", True),
        ("Two/CD", "", True),
        ("Both/DT", "", True),
        ("Rain/NN", "", False),
        ("Leader/NN", "", True),
        ("Leaders=x/NNS", "", False),
        ("Leaders/NNS", "", True),
        ("X=leader/NNS", "", True),
        ("Navy/NN", "", True),
        ("Navies=navy/NNS", "", True),
    ],
)
def test_who_can_promise(word: str, label: str, can: bool, bearers: Bearers) -> None:
    assert bearers.can_act(mention(word, label).head or pytest.fail("no head")) is can


@pytest.mark.parametrize(
    ("word", "label", "is_person"),
    [
        ("Anna/NNP", "PERSON", True),
        ("He/PRP", "", True),
        ("She/PRP", "", True),
        ("They/PRP", "", False),
        ("Highness/NNP", "", True),
        ("King/NN", "", True),
        ("X=king/NN", "", True),
        ("King=x/NN", "", True),
        ("Kings/NNS", "", False),
        ("Chad/NNP", "GPE", False),
    ],
)
def test_who_is_a_single_person(word: str, label: str, is_person: bool, bearers: Bearers) -> None:
    assert bearers.is_person(mention(word, label).head or pytest.fail("no head")) is is_person
