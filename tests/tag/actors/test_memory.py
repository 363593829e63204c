"""Who was named where in a document, and who of them speaks in it."""

import pytest

from pipeline.tag.actors.memory import SENTENCES_BACK, Memory, is_conjoined, sentences_back
from pipeline.tag.entities import identity
from tests.shipped import KNOWLEDGE
from tests.tag.actors.documents import document
from tests.tag.parsed import parsed

MEETING = (
    "President/NNP/compound>Boric Boric/NNP/nsubj>met of/IN/case>Chile Chile/NNP/nmod>Boric met=meet/VBD "
    "the/DT/det>Union European/NNP/compound>Union Union/NNP/obj>met in/IN/case>Oslo Oslo/NNP/obl>met .",
    "It/PRP/nsubj>rained rained=rain/VBD in/IN/case>Peru Peru/NNP/obl>rained and/CC/cc>Sweden Sweden/NNP/conj>Peru .",
)
RAIN = "It/PRP/nsubj>rained rained=rain/VBD ."


def codes_before(memory: Memory, i: int) -> list[str]:
    return [named.code for named in memory.before(i)]


def test_persons_states_and_bodies_are_named_where_they_stand() -> None:
    named = Memory(document(*MEETING), KNOWLEDGE).named
    assert [(n.i, n.code, n.is_person, n.office) for n in named] == [
        (1, "CHL", True, "president"),
        (3, "CHL", False, ""),
        (6, "EU", False, ""),
        (9, "NOR", False, ""),
        (14, "PER", False, ""),
        (16, "SWE", False, ""),
    ]


def test_names_that_stand_for_no_state_or_body_are_not_kept() -> None:
    doc = document(
        "The/DT/det>Force Task/NNP/compound>Force Force/NNP/nsubj>met met=meet/VBD in/IN/case>Asia Asia/NNP/obl>met ."
    )
    assert Memory(doc, KNOWLEDGE).named == ()


def test_the_nearest_sentence_comes_first_and_in_it_the_subjects_then_the_nearest_name() -> None:
    memory = Memory(document(*MEETING, RAIN), KNOWLEDGE)
    assert codes_before(memory, 18) == ["SWE", "PER", "CHL", "CHL", "NOR", "EU"]
    assert codes_before(memory, 14) == ["CHL", "CHL", "NOR", "EU"]
    assert codes_before(memory, 4) == ["CHL", "CHL"]
    assert codes_before(memory, 0) == []


@pytest.mark.parametrize(("between", "reached"), [(SENTENCES_BACK - 2, True), (SENTENCES_BACK - 1, False)])
def test_a_pronoun_reaches_six_sentences_back(between: int, reached: bool) -> None:
    doc = document("Peru/NNP/nsubj>paid paid=pay/VBD .", *[RAIN] * between, RAIN)
    assert SENTENCES_BACK == 6
    assert (codes_before(Memory(doc, KNOWLEDGE), len(doc) - 2) == ["PER"]) is reached


def test_sentences_are_given_from_the_nearest_on() -> None:
    doc = parsed(*[f"It/PRP/nsubj>{verb} {verb}/VBD ." for verb in ("rained", "snowed", "blew")])
    sentences = list(doc.sents)
    assert [s[1].text for s in sentences_back(sentences[2], 1)] == ["blew", "snowed"]
    assert [s[1].text for s in sentences_back(sentences[1], 5)] == ["snowed", "rained"]


@pytest.mark.parametrize(
    ("label", "is_subject"), [("nsubj>paid", True), ("nsubj:pass>paid", True), ("obj>paid", False), ("obl>paid", False)]
)
def test_a_name_is_a_subject_by_its_label(label: str, is_subject: bool) -> None:
    memory = Memory(document(f"Peru/NNP/{label} paid=pay/VBD ."), KNOWLEDGE)
    assert memory.is_subject(memory.named[0]) is is_subject


@pytest.mark.parametrize(
    ("sentence", "is_subject"),
    [
        ("The/DT/det>crew crew/NN/nsubj>paid of/IN/case>Peru Peru/NNP/nmod>crew paid=pay/VBD .", True),
        (
            "Crews=crew/NNS/nsubj>paid of/IN/case>ports ports=port/NNS/nmod>Crews in/IN/case>Peru Peru/NNP/nmod>ports "
            "paid=pay/VBD .",
            True,
        ),
        (
            "Crews=crew/NNS/nsubj>paid of/IN/case>ports ports=port/NNS/nmod>Crews in/IN/case>towns "
            "towns=town/NNS/nmod>ports "
            "of/IN/case>Peru Peru/NNP/nmod>towns paid=pay/VBD .",
            False,
        ),
    ],
)
def test_a_name_inside_a_subject_is_one_up_to_two_heads_above(sentence: str, is_subject: bool) -> None:
    memory = Memory(document(sentence), KNOWLEDGE)
    assert memory.is_subject(memory.named[0]) is is_subject


@pytest.mark.parametrize(
    ("code", "parties", "issuer", "expected"),
    [
        ("NOR", "CHL NOR", "", True),
        ("SWE", "CHL NOR", "", False),
        ("SWE", "EU", "", True),
        ("NOR", "EU", "", False),
        ("SWE", "CHL", "Ministry of Foreign Affairs of Sweden", True),
        ("AUKUS", "AUS GBR USA", "", True),
        ("AUKUS", "AUS GBR", "", False),
        ("UN", "AUS GBR USA", "", False),
    ],
)
def test_parties_are_the_speakers_their_issuer_their_members_and_bodies_made_of_them(
    code: str, parties: str, issuer: str, expected: bool
) -> None:
    assert Memory(document(RAIN, parties=parties, issuer=issuer), KNOWLEDGE).is_party(code) is expected


def test_where_no_parties_are_told_they_are_read_off_the_title() -> None:
    memory = Memory(document(RAIN, parties="", title="Joint Statement by Norway and Chile"), KNOWLEDGE)
    assert memory.speakers == ("CHL", "NOR")


def test_parties_that_are_told_are_sorted() -> None:
    assert Memory(document(RAIN, parties="NOR CHL"), KNOWLEDGE).speakers == ("CHL", "NOR")


@pytest.mark.parametrize(
    ("sentence", "first", "last", "codes"),
    [
        ("Peru/NNP/nsubj>paid and/CC/cc>Japan Japan/NNP/conj>Peru paid=pay/VBD .", 0, 3, "JPN PER"),
        ("Asia/NNP/nsubj>paid paid=pay/VBD .", 0, 1, ""),
        # relative clauses are left out, a "that" which points is not
        ("Peru/NNP/nsubj>paid which/WDT/nsubj>saw saw=see/VBD/acl:relcl>Peru Japan/NNP/obj>saw "
         "paid=pay/VBD .", 0, 4, "PER"),
        ("that/DT/det>crew crew/NN/nsubj>paid of/IN/case>Peru Peru/NNP/nmod>crew paid=pay/VBD .", 0, 4, "PER"),
        ("crews=crew/NNS/nsubj>paid of/IN/case>ship that/DT/det>ship ship/NN/nmod>crews of/IN/case>Peru "
         "Peru/NNP/nmod>ship paid=pay/VBD .", 0, 6, "PER"),
        ("who/WP/nsubj>saw saw=see/VBD Peru/NNP/obj>saw", 0, 3, "PER"),
        # a name that opens the clause and that the parse left out
        ("Peru/NNP/dep>paid and/CC/cc>paid Japan/NNP/nsubj>paid paid=pay/VBD .", 2, 3, "JPN PER"),
        ("The/DT/det>Union European/NNP/compound>Union Union/NNP/dep>paid and/CC/cc>paid Japan/NNP/nsubj>paid "
         "paid=pay/VBD .", 4, 5, "EU JPN"),
        ("Now/RB/advmod>paid , Peru/NNP/dep>paid and/CC/cc>paid Japan/NNP/nsubj>paid paid=pay/VBD .", 4, 5, "JPN PER"),
        ("Now/RB/advmod>paid Peru/NNP/dep>paid and/CC/cc>paid Japan/NNP/nsubj>paid paid=pay/VBD .", 3, 4, "JPN"),
        ("Peru/NNP/dep>paid or/CC/cc>paid Japan/NNP/nsubj>paid paid=pay/VBD .", 2, 3, "JPN"),
        ("Crews/NNS/dep>paid and/CC/cc>paid Japan/NNP/nsubj>paid paid=pay/VBD .", 2, 3, "JPN"),
        ("Asia/NNP/dep>paid and/CC/cc>paid Japan/NNP/nsubj>paid paid=pay/VBD .", 2, 3, "JPN"),
        ("and/CC/cc>paid Japan/NNP/nsubj>paid paid=pay/VBD .", 1, 2, "JPN"),
    ],
)  # fmt: skip
def test_the_codes_of_a_phrase(sentence: str, first: int, last: int, codes: str) -> None:
    doc = document(sentence)
    assert " ".join(Memory(doc, KNOWLEDGE).codes_in(doc[first:last])) == codes


@pytest.mark.parametrize(("parties", "codes"), [("EU", ("EU",)), ("CHL NOR", ("EU", "SWE")), ("EU SWE", ("EU", "SWE"))])
def test_members_of_a_speaking_body_are_named_with_it_but_do_not_count_beside_it(
    parties: str, codes: tuple[str, ...]
) -> None:
    doc = document(
        "European/NNP/compound>Union Union/NNP/nsubj>paid and/CC/cc>Sweden Sweden/NNP/conj>Union paid=pay/VBD .",
        parties=parties,
    )
    assert Memory(doc, KNOWLEDGE).codes_in(doc[0:4]) == codes


def test_bodies_without_a_code_are_named_by_their_words() -> None:
    doc = document(
        "Task/NNP/compound>Force Force/NNP/nsubj>paid , Asia/NNP/appos>Force and/CC/cc>Nations "
        "United/NNP/compound>Nations Nations/NNP/conj>Force paid=pay/VBD ."
    )
    assert Memory(doc, KNOWLEDGE).names_in(doc[0:7]) == ("Task Force",)


def test_a_phrase_names_a_person_or_none() -> None:
    doc = document(MEETING[0])
    memory = Memory(doc, KNOWLEDGE)
    assert (memory.names_person(doc[0:4]), memory.names_person(doc[2:4])) == (True, False)


def test_several_are_joined_or_not() -> None:
    doc = document(MEETING[1])
    assert (is_conjoined(doc[3:6]), is_conjoined(doc[3:4])) == (True, False)


def test_a_party_that_is_written_as_its_code_is_itself() -> None:
    doc = parsed("FRD/NNP/nsubj>paid paid=pay/VBD .", ents=[("FRD", "ORG", "")])
    doc._.communique = document(RAIN, parties="FRD")._.communique
    assert Memory(doc, KNOWLEDGE).code_of(doc.ents[0]) == "FRD"


def test_the_people_whom_the_entity_component_found_are_taken() -> None:
    doc = document(MEETING[0])
    assert identity.people(doc, KNOWLEDGE)["Boric"].country == "CHL"
    identity.remember(doc, {"Boric": identity.Identity("Gabriel Boric", "President", "NOR")})
    assert identity.people(doc, KNOWLEDGE) == {"Boric": identity.Identity("Gabriel Boric", "President", "NOR")}
    assert Memory(doc, KNOWLEDGE).named[0].code == "NOR"
