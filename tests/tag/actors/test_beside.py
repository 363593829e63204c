"""Who acts with the one that a phrase names, over parses written by hand."""

import pytest

from pipeline.tag.actors.resolution import ActorMemory
from tests.shipped import KNOWLEDGE
from tests.tag.actors.documents import document
from tests.tag.parsed import token

PAY = "will/MD/aux>pay pay/VB ."


def actors(text: str, mention: str) -> str:
    """Who pays in a text of Chile, Norway and Peru, and the words that say so."""
    doc = document(f"{text} {PAY}", parties="CHL NOR PER")
    start = doc.text.rindex(mention)
    span = doc.char_span(start, start + len(mention))
    actor = ActorMemory(doc, KNOWLEDGE).resolve(span, token(doc, "will"))
    return f"{';'.join(actor.codes)}: {actor.text}"


LIST = (
    "{} Chile/NNP/nsubj>pay ,/,/punct>Chile Norway/NNP/appos>Chile (/-LRB-/punct>host host/NN/appos>Norway "
    ")/-RRB-/punct>host and/CC/cc>Peru Peru/NNP/nsubj>pay"
)


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("", "CHL;NOR;PER: Chile, Norway (host) and Peru"),
        ("Today/NN/obl>pay ,/,/punct>pay", "CHL;NOR;PER: Chile, Norway (host) and Peru"),
        ("The/DT/det>Governments Governments/NNPS/nsubj>pay of/IN/case>Chile",
         "CHL;NOR;PER: The Governments of Chile, Norway (host) and Peru"),
        ("In/IN/case>Chile", "NOR;PER: Norway (host) and Peru"),
    ],
)  # fmt: skip
def test_a_list_is_read_past_brackets_unless_a_preposition_governs_it(opening: str, expected: str) -> None:
    assert actors(LIST.format(opening).strip(), "Peru") == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("together/RB/advmod>pay with/IN/case>Peru", "NOR;PER: Norway"),
        ("along/IN/advmod>pay with/IN/case>Peru", "NOR;PER: Norway"),
        ("alone/RB/advmod>pay with/IN/case>Peru", "NOR: Norway"),
        ("except/IN/case>Peru", "NOR: Norway"),
    ],
)
def test_who_acts_as_well_stands_behind_words_that_say_so(words: str, expected: str) -> None:
    text = f"Norway/NNP/nsubj>pay ,/,/punct>pay {words} Peru/NNP/obl>pay ,/,/punct>pay"
    assert actors(text, "Norway") == expected


def test_who_acts_as_well_may_stand_in_front() -> None:
    text = "Together/RB/advmod>pay with/IN/case>Peru Peru/NNP/obl>pay ,/,/punct>pay Norway/NNP/nsubj>pay"
    assert actors(text, "Norway") == "NOR;PER: Norway"


def test_whoever_is_excepted_does_not_act() -> None:
    text = (
        "The/DT/det>parties parties=party/NNS/nsubj>pay ,/,/punct>pay with/IN/case>exception the/DT/det>exception "
        "exception/NN/obl>pay of/IN/case>Chile Chile/NNP/nmod>exception ,/,/punct>pay"
    )
    assert actors(text, "The parties") == "NOR;PER: The parties"


def test_owners_are_joined_whatever_governs_them() -> None:
    text = "pay/VB Chile/NNP/nmod:poss>aid and/CC/cc>Peru Peru/NNP/conj>Chile ’s/POS/case>Peru aid/NN/obj>pay ."
    doc = document(text)
    assert ActorMemory(doc, KNOWLEDGE).resolve(doc[3:5], doc[5]).codes == ("CHL", "PER")
