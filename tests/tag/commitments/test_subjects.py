"""Which words name the one who binds itself, over parses written by hand."""

import pytest

from pipeline.tag.commitments import subjects
from pipeline.tag.commitments.subjects import Mention
from tests.tag.parsed import parsed, token

ACTIVE = "Both/DT/det>sides sides/NNS/nsubj>open will/MD/aux>open open/VB ports/NNS/obj>open ."
BY = (
    "Ports/NNS/nsubj:pass>opened were=be/VBD/aux:pass>opened opened/VBN by/IN/case>{0} {0}/{1}/obl>opened "
    "by/IN/case>us us/PRP/obl>opened ."
)
STATES = (
    "We/PRP/nsubj:pass>committed are=be/VBP/aux:pass>committed committed/VBN to/IN/case>peace peace/NN/obl>committed ."
)
IT = "It/PRP/nsubj:pass>agreed was=be/VBD/aux:pass>agreed agreed/VBN to/TO/mark>meet meet/VB/xcomp>agreed ."
BARE = "Ports/NNS/dep>open soon/RB/advmod>open open/VB ."
NOUN = "They/PRP/nsubj>affirmed affirmed/VBD {0}commitment/NN/obj>affirmed to/IN/case>peace peace/NN/nmod>commitment ."


def words(mention: Mention) -> tuple[str, str, str]:
    """The words of a mention, its head and its source."""
    assert mention.span is not None
    assert mention.head is not None
    return mention.span.text, mention.head.text, mention.source


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        (ACTIVE, "open", ("Both sides", "sides", "subject")),
        (BY.format("Norway", "NNP"), "opened", ("Norway", "Norway", "agent")),
        (BY.format("2030", "NNP"), "opened", ("us", "us", "agent")),
        (BY.format("Monday", "NNP"), "opened", ("us", "us", "agent")),
        (IT.replace("It/PRP", "Peace/NN"), "agreed", ("Peace", "Peace", "patient")),
        (IT.replace("It/PRP", "Peace/NN/nsubj:pass>agreed aid/NN"), "agreed", ("Peace", "Peace", "patient")),
        (IT.replace("It/PRP", "Peace/NN/nsubj:pass>agreed it/PRP"), "agreed", ("Peace", "Peace", "patient")),
        (BARE.replace("soon/RB/advmod", "may/MD/aux"), "open", ("Ports", "Ports", "before")),
        (ACTIVE.replace("sides/NNS/nsubj", "ready/JJ/nsubj").replace(">sides", ">ready").replace("ports/NNS/obj",
         "we/PRP/nsubj"), "open", ("we", "we", "subject")),
    ],
)  # fmt: skip
def test_who_does_what_a_verb_promises(text: str, verb: str, expected: tuple[str, str, str]) -> None:
    doc = parsed(text, ents=[("Monday", "DATE", "")])
    assert words(subjects.of_verb(token(doc, verb), token(doc, verb))) == expected


@pytest.mark.parametrize("tag", ["JJ", "IN", "RB"])
def test_a_subject_that_is_no_noun_names_nobody(tag: str) -> None:
    doc = parsed(f"Ready/{tag}/nsubj>open open/VB ports/NNS/obj>open .")
    assert subjects.of_verb(token(doc, "open"), token(doc, "open")) == subjects.SPEAKER


def test_it_was_agreed_leaves_it_to_the_speaker() -> None:
    doc = parsed(IT)
    assert subjects.of_verb(token(doc, "agreed"), token(doc, "agreed")) == subjects.SPEAKER


def test_an_it_of_another_verb_than_the_cue_is_a_patient() -> None:
    doc = parsed(IT)
    assert words(subjects.of_verb(token(doc, "agreed"), token(doc, "meet"))) == ("It", "It", "patient")


def test_a_passive_without_subject_and_agent_leaves_it_to_the_speaker() -> None:
    doc = parsed("We/PRP/dep>agreed being=be/VBG/aux:pass>agreed agreed/VBN to/TO/mark>meet meet/VB/xcomp>agreed .")
    assert subjects.of_verb(token(doc, "agreed"), token(doc, "agreed")) == subjects.SPEAKER


def test_a_state_has_a_subject_and_no_patient() -> None:
    doc = parsed(STATES)
    cue = token(doc, "committed")
    assert words(subjects.of_verb(cue, cue, stative=True)) == ("We", "We", "subject")
    assert words(subjects.of_verb(cue, cue)) == ("We", "We", "patient")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Water/NN/nsubj>build : Norway/NNP/nsubj>build will/MD/aux>build build/VB wells/NNS/obj>build .", "Norway"),
        ("Water/NN/nsubj>build , Norway/NNP/nsubj>build will/MD/aux>build build/VB wells/NNS/obj>build .", "Water"),
        ("Water/NN/nsubj>build will/MD/aux>build build/VB : wells/NNS/obj>build .", "Water"),
        (
            "Today/NN/dep>build : food/NN/nsubj>build , Norway/NNP/nsubj>build will/MD/aux>build build/VB .",
            "food",
        ),
        (
            "Water/NN/nsubj>build food/NN/nsubj>build : Norway/NNP/nsubj>build will/MD/aux>build build/VB "
            "wells/NNS/obj>build .",
            "Norway",
        ),
    ],
    ids=["colon", "comma", "colon behind", "colon before all", "two before"],
)
def test_a_subject_behind_a_label_is_the_one(text: str, expected: str) -> None:
    doc = parsed(text)
    mention = subjects.of_verb(token(doc, "build"), token(doc, "build"))
    assert mention.head is not None
    assert mention.head.text == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Today/NN/dep>open Chad/NNP/dep>open will/MD/aux>open open/VB .", "Chad"),
        ("Chad/NNP/dep>open soon/RB/advmod>open will/MD/aux>open open/VB .", "Chad"),
        ("They/PRP/dep>open open/VB .", "They"),
        ("All/DT/dep>open open/VB .", "All"),
        ("Five/CD/dep>open open/VB .", "Five"),
        ("Ports/NNS/dep>open of/IN/case>Chad Chad/NNP/nmod>Ports open/VB .", "Ports"),
        ("Port/NNP/dep>open of/IN/case>call call/NN/nmod>Port in/IN/case>Chad Chad/NNP/nmod>call open/VB .", "Port"),
        ("Fast/JJ/dep>open open/VB .", None),
        ("Go/VB/dep>open all/DT/dep>Go open/VB .", "all"),
        ("And/CC/dep>open , open/VB .", None),
        ("Soon/RB/advmod>open open/VB .", None),
    ],
)
def test_without_a_subject_the_noun_before_the_cue_names_the_actor(text: str, expected: str | None) -> None:
    doc = parsed("They/PRP/nsubj>met met=meet/VBD we/PRP/obj>met", text)
    cue = token(doc, "open")
    mention = subjects.of_verb(cue, cue)
    assert (mention.head.text if mention.head is not None else None) == expected
    assert mention.source == ("before" if expected else "speaker")


def test_a_noun_before_the_cue_may_have_its_head_behind_it() -> None:
    doc = parsed("Trade/NN/compound>ports open/VB/dep>ports ports/NNS .")
    mention = subjects.of_verb(token(doc, "open"), token(doc, "open"))
    assert words(mention) == ("Trade", "Trade", "before")


def test_a_mention_begins_behind_the_preposition_and_mark_before_its_noun() -> None:
    doc = parsed("“ Of/IN/case>us us/PRP/nsubj>open will/MD/aux>open open/VB .".replace("“ ", "(/-LRB-/punct>us "))
    assert words(subjects.of_verb(token(doc, "open"), token(doc, "open"))) == ("us", "us", "subject")
    doc = parsed("Whether/IN/mark>Chad Chad/NNP/nsubj>open will/MD/aux>open open/VB .")
    assert words(subjects.of_verb(token(doc, "open"), token(doc, "open"))) == ("Chad", "Chad", "subject")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (NOUN.format("their/PRP$/nmod:poss>commitment "), ("their", "their", "possessor")),
        (
            NOUN.format("").replace(
                "to/IN/case>peace peace/NN", "of/IN/case>Chad Chad/NNP/nmod>commitment of/IN/case>Peru Peru/NNP"
            ),
            ("Chad", "Chad", "possessor"),
        ),
        (NOUN.format("U.S./NNP/compound>commitment "), ("U.S.", "U.S.", "modifier")),
        (NOUN.format("Norwegian/JJ/amod>commitment "), ("Norwegian", "Norwegian", "modifier")),
        (NOUN.format("firm/JJ/amod>commitment "), ("They", "They", "governor")),
        (
            NOUN.format("North/NNP/compound>Sea Sea/NNP/compound>commitment and/CC/dep>commitment "),
            ("North Sea", "Sea", "modifier"),
        ),
        (
            NOUN.format("Chad/NNP/compound>commitment and/CC/dep>commitment Peru/NNP/compound>commitment "),
            ("Chad and Peru", "Peru", "modifier"),
        ),
        (
            NOUN.replace("They/PRP/nsubj>affirmed ", "Peace/NN/nsubj:pass>affirmed was=be/VBD/aux:pass>affirmed ")
            .format("").replace(" .", " by/IN/case>Chad Chad/NNP/obl>affirmed ."),
            ("Chad", "Chad", "agent"),
        ),
    ],
)  # fmt: skip
def test_whose_commitment_a_noun_names(text: str, expected: tuple[str, str, str]) -> None:
    doc = parsed(text, ents=[("Norwegian", "NORP", "NOR")])
    assert words(subjects.of_noun(token(doc, "commitment"))) == expected


@pytest.mark.parametrize(("label", "named"), [("GPE", True), ("ORG", True), ("NORP", True), ("DATE", False)])
def test_an_entity_before_a_noun_names_its_owner(label: str, named: bool) -> None:
    doc = parsed(NOUN.format("EU/JJ/amod>commitment "), ents=[("EU", label, "")])
    assert subjects.of_noun(token(doc, "commitment")).source == ("modifier" if named else "governor")


@pytest.mark.parametrize(
    "text",
    [
        "Commitment/NN to/IN/case>peace peace/NN/nmod>Commitment .",
        "Commitment/NN/nsubj>grows grows/VBZ .",
        "Commitment/NN/nsubj:pass>praised was=be/VBD/aux:pass>praised praised/VBN .",
    ],
    ids=["heading", "subject itself", "passive without agent"],
)
def test_a_noun_that_nobody_asserts_is_left_to_the_speaker(text: str) -> None:
    assert subjects.of_noun(token(parsed(text), "Commitment")) == subjects.SPEAKER


def test_the_subject_of_a_verb_further_above_asserts_a_noun() -> None:
    doc = parsed("We/PRP/nsubj>hope hope/VBP that/IN/mark>lasts commitment/NN/nsubj>lasts lasts/VBZ/ccomp>hope .")
    assert words(subjects.of_noun(token(doc, "commitment"))) == ("We", "We", "governor")


def test_the_clause_of_an_adjective_asserts_a_noun() -> None:
    doc = parsed(
        "We/PRP/nsubj>say say/VBP that/IN/mark>firm they/PRP/nsubj>firm are=be/VBP/cop>firm firm/JJ/ccomp>say "
        "in/IN/case>commitment commitment/NN/obl>firm ."
    )
    assert words(subjects.of_noun(token(doc, "commitment"))) == ("they", "they", "governor")
    doc = parsed(
        "We/PRP/nsubj>say say/VBP that/IN/mark>firm they/PRP/nsubj>firm are=be/VBP/cop>firm firm/JJ/conj>say "
        "in/IN/case>commitment commitment/NN/obl>firm ."
    )
    assert words(subjects.of_noun(token(doc, "commitment"))) == ("We", "We", "governor")


@pytest.mark.parametrize(("takes_of", "expected"), [(False, "sides"), (True, "They")])
def test_the_of_phrase_is_the_owner_or_the_action(takes_of: bool, expected: str) -> None:
    doc = parsed("They/PRP/nsubj>saw saw=see/VBD importance/NN/obj>saw of/IN/case>sides sides/NNS/nmod>importance .")
    mention = subjects.of_noun(token(doc, "importance"), takes_of)
    assert mention.head is not None
    assert mention.head.text == expected


def test_an_owner_before_the_noun_stays_the_owner_where_of_takes_the_action() -> None:
    doc = parsed(
        "They/PRP/nsubj>saw saw=see/VBD our/PRP$/nmod:poss>need need/NN/obj>saw of/IN/case>aid aid/NN/nmod>need ."
    )
    assert words(subjects.of_noun(token(doc, "need"), True)) == ("our", "our", "possessor")
