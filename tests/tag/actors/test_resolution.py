"""Who a mention stands for, over parses written by hand (``resolution.cases``)."""

from pathlib import Path

import pytest

from pipeline.tag.actors.resolution import ActorMemory
from tests.shipped import KNOWLEDGE
from tests.tag.actors.documents import document
from tests.tag.parsed import Case, read_cases

CASES = read_cases(Path(__file__).parent / "resolution.cases")


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_mention_stands_for(case: Case) -> None:
    *said, (mention, expected) = case.answers
    told = dict(said)
    doc = document(*case.sentences, parties=told.get("parties", "CHL NOR"), issuer=told.get("issuer", ""))
    start = doc.text.rindex(mention)
    span = doc.char_span(start, start + len(mention))
    actor = ActorMemory(doc, KNOWLEDGE).resolve(span, span.root)
    sure = "" if actor.certain else " ?"
    words = "" if actor.text == mention else f" ({actor.text})"
    assert f"{';'.join(actor.codes) or '-'}{sure}{words}" == expected


def test_where_no_words_name_the_actor_it_is_the_speakers() -> None:
    doc = document("REAFFIRMING=reaffirm/VBG their/PRP$/nmod:poss>pledge pledge/NN/obj>REAFFIRMING .")
    actor = ActorMemory(doc, KNOWLEDGE).resolve(None, doc[0])
    assert (actor.codes, actor.text, actor.certain, actor.start, actor.end) == (("CHL", "NOR"), "", True, None, None)


def test_where_nobody_is_known_to_speak_nothing_is_sure() -> None:
    doc = document("We/PRP/nsubj>pay pay/VBP .", parties="")
    memory = ActorMemory(doc, KNOWLEDGE)
    assert [memory.resolve(span, doc[1]).certain for span in (None, doc[0:1])] == [False, False]


def test_the_words_of_an_actor_have_their_place() -> None:
    doc = document("Peru/NNP/nsubj>pays with/IN/case>Japan Japan/NNP/nmod>Peru pays=pay/VBZ .")
    actor = ActorMemory(doc, KNOWLEDGE).resolve(doc[0:3], doc[3])
    assert (actor.text, actor.start, actor.end) == ("Peru", 0, 4)


def test_an_antecedent_has_its_own_place() -> None:
    doc = document(
        "Now/RB/advmod>pays Peru/NNP/nsubj>pays , which/WDT/nsubj>wet is=be/VBZ/cop>wet wet/JJ/acl:relcl>Peru , "
        "pays=pay/VBZ ."
    )
    actor = ActorMemory(doc, KNOWLEDGE).resolve(doc[3:4], doc[5])
    assert (actor.text, actor.start, actor.end) == ("Peru", 4, 8)
