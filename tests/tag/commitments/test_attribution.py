"""Who binds itself by a cue, over parses written by hand."""

import pytest
from spacy.tokens import Doc

from pipeline.language.extensions import DocumentContext
from pipeline.tag.actors.resolution import ActorMemory
from pipeline.tag.commitments.attribution import Attribution, attribute
from pipeline.tag.commitments.cues import Cue, Match, PartOfSpeech
from pipeline.tag.commitments.forms import Action, Frame
from pipeline.tag.commitments.lists import Stem
from pipeline.tag.commitments.scope import read_scope
from pipeline.tag.commitments.subjects import Mention
from tests.shipped import KNOWLEDGE
from tests.tag.parsed import parsed, token

CHAD = [("Chad", "GPE", "TCD"), ("Peru", "GPE", "PER")]
THAT = (
    "{0} agreed=agree/VBD that/IN/mark>{2} {1} will/MD/aux>{2} be/VB/aux:pass>{2} {2}={3}/VBN/ccomp>agreed "
    "in/IN/case>May May/NNP/obl>{2} ."
)
WE = "We/PRP/nsubj>agreed"


def who(
    doc: Doc, word: str, head: str, pos: PartOfSpeech, text: str = "", *, frames: tuple[Frame, ...] = (),
    stem: Stem | None = None,
) -> Attribution:  # fmt: skip
    """Who binds itself by the cue ``word`` of a text of Chad."""
    doc._.communique = DocumentContext(parties=("TCD",))
    at, verb = token(doc, word), token(doc, head)
    cue = Cue(text or at.lemma_, pos, frames, "commitment", "strong", None, "", "", 2)
    action = Action(verb, verb.i, len(doc) - 1, "verb")
    memory = ActorMemory(doc, KNOWLEDGE)
    return attribute(Match(cue, doc[at.i : at.i + 1]), action, stem, memory, KNOWLEDGE.get(read_scope))


def shown(found: Attribution) -> tuple[str, str, tuple[str, ...], bool]:
    """The words of the mention, how it was found, the codes, and whether it is a party."""
    words = found.mention.span.text if found.mention.span is not None else ""
    return words, found.mention.source, found.actor.codes, found.standing == "party"


def test_the_subject_of_a_verb_binds_itself() -> None:
    doc = parsed("We/PRP/nsubj>pledge pledge/VBP to/TO/mark>open open/VB/xcomp>pledge ports/NNS/obj>open .")
    assert shown(who(doc, "pledge", "open", "verb")) == ("We", "subject", ("TCD",), True)


def test_the_subject_of_a_modal_is_that_of_the_action() -> None:
    doc = parsed("They/PRP/nsubj>say say/VBP we/PRP/nsubj>open will/MD/aux>open open/VB/ccomp>say ports/NNS/obj>open .")
    assert shown(who(doc, "will", "open", "modal")) == ("we", "subject", ("TCD",), True)


def test_another_than_a_party_may_bind_itself() -> None:
    doc = parsed("Peru/NNP/nsubj>open will/MD/aux>open open/VB ports/NNS/obj>open .", ents=CHAD)
    assert shown(who(doc, "will", "open", "modal")) == ("Peru", "subject", ("PER",), False)


@pytest.mark.parametrize(("pos", "source"), [("adj", "subject"), ("verb", "patient")])
def test_the_subject_of_a_participle_is_the_actor_of_an_adjective_alone(pos: PartOfSpeech, source: str) -> None:
    doc = parsed(
        "We/PRP/nsubj:pass>committed are=be/VBP/aux:pass>committed committed=commit/VBN to/IN/case>peace "
        "peace/NN/obl>committed ."
    )
    assert who(doc, "committed", "peace", pos).mention.source == source


@pytest.mark.parametrize(
    ("frames", "words"), [((), "sides"), (("of_gerund",), "We"), (("of_noun",), "We"), (("to_verb",), "sides")]
)
def test_the_of_phrase_of_a_noun_is_its_owner_unless_it_is_the_action(frames: tuple[Frame, ...], words: str) -> None:
    doc = parsed("We/PRP/nsubj>saw saw=see/VBD need/NN/obj>saw of/IN/case>sides sides/NNS/nmod>need .")
    assert shown(who(doc, "need", "sides", "noun", frames=frames))[0] == words


def test_who_assures_is_the_owner_of_what_it_assures() -> None:
    doc = parsed("He/PRP/nsubj>assures assures=assure/VBZ you/PRP/obj>assures of/IN/case>aid our/PRP$/nmod:poss>aid "
                 "aid/NN/obl>assures .")  # fmt: skip
    assert shown(who(doc, "assures", "aid", "verb", "assure")) == ("our", "possessor", ("TCD",), True)
    assert shown(who(doc, "assures", "aid", "verb", "vow"))[:2] == ("He", "subject")


def test_an_item_without_subject_binds_who_speaks_in_its_stem() -> None:
    doc = parsed("Peru/NNP/nsubj>met met=meet/VBD .", "Open/VB ports/NNS/obj>Open .", ents=CHAD)
    stem = Stem("binding", Mention(doc[:1], doc[0], "subject"), doc[1])
    assert shown(who(doc, "Open", "ports", "verb", stem=stem)) == ("Peru", "subject", ("PER",), False)
    assert shown(who(doc, "Open", "ports", "verb")) == ("", "speaker", ("TCD",), True)


def test_an_item_with_a_subject_keeps_it() -> None:
    doc = parsed(
        "Peru/NNP/nsubj>met met=meet/VBD .",
        "We/PRP/nsubj>open will/MD/aux>open open/VB ports/NNS/obj>open .",
        ents=CHAD,
    )
    stem = Stem("binding", Mention(doc[:1], doc[0], "subject"), doc[1])
    assert shown(who(doc, "will", "open", "modal", stem=stem))[0] == "We"


@pytest.mark.parametrize(
    ("subject", "verb", "lemma", "expected"),
    [
        ("talks/NNS/nsubj:pass>held", "held", "hold", "We"),
        ("talks/NNS/nsubj>met", "met", "meet", "We"),
        ("talks/NNS/nsubj>take", "take", "seize", "We"),
        ("talks/NNS/nsubj>grow", "grow", "grow", "talks"),
        ("they/PRP/nsubj:pass>held", "held", "hold", "they"),
        ("Peru/NNP/nsubj>met", "met", "meet", "Peru"),
    ],
    ids=["passive", "calendar", "take place", "forecast", "pronoun", "name"],
)
def test_those_who_agree_bind_themselves_to_what_will_take_place(
    subject: str, verb: str, lemma: str, expected: str
) -> None:
    text = THAT.format(WE, subject, verb, lemma)
    if "pass" not in subject:
        text = text.replace(f" be/VB/aux:pass>{verb}", "")
    assert shown(who(parsed(text, ents=CHAD), "will", verb, "modal"))[0] == expected


def test_where_nobody_agrees_what_takes_place_has_its_own_subject() -> None:
    text = THAT.format(WE, "talks/NNS/nsubj>met", "met", "meet").replace("agreed=agree", "agreed=hear")
    doc = parsed(text.replace(" be/VB/aux:pass>met", ""))
    assert shown(who(doc, "will", "met", "modal"))[0] == "talks"


def test_only_a_modal_is_asked_for_those_who_agree() -> None:
    doc = parsed(THAT.format(WE, "talks/NNS/nsubj:pass>held", "held", "hold"))
    assert shown(who(doc, "held", "May", "verb"))[:2] == ("talks", "patient")


def test_what_a_passive_is_done_to_does_not_bind_itself() -> None:
    doc = parsed("Peru/NNP/nsubj:pass>told was=be/VBD/aux:pass>told told=tell/VBN .", ents=CHAD)
    assert shown(who(doc, "told", "told", "verb")) == ("Peru", "patient", ("TCD",), True)


OFFICIALS = (
    "{0} {1} that/IN/mark>work rain/NN/nsubj>work will/MD/aux>work work/VB/ccomp>{2} in/IN/case>May May/NNP/obl>work ."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (OFFICIALS.format("We/PRP/nsubj>decided", "decided=decide/VBD", "decided"), ("TCD",)),
        (OFFICIALS.format("We/PRP/nsubj>heard", "heard=hear/VBD", "heard"), ()),
        (OFFICIALS.format("We/PRP/nsubj>decided", "decided=decide/VBD", "decided").replace("ccomp", "advcl"), ()),
        (OFFICIALS.format("Peru/NNP/nsubj>decided", "decided=decide/VBD", "decided"), ()),
        (OFFICIALS.format("Soon/RB/advmod>decided", "decided=decide/VBD", "decided"), ()),
        (
            "We/PRP/nsubj>decided decided=decide/VBD that/IN/mark>fall rain/NN/nsubj>fall fall/VB/ccomp>decided "
            "and/CC/cc>work snow/NN/nsubj>work will/MD/aux>work work/VB/conj>fall .",
            ("TCD",),
        ),
    ],
    ids=["stated", "heard", "no that-clause", "no party", "nobody", "second clause"],
)
def test_who_states_a_clause_stands_for_a_subject_that_is_nobody(text: str, expected: tuple[str, ...]) -> None:
    found = who(parsed(text, ents=CHAD), "will", "work", "modal")
    assert found.actor.codes == expected
    assert found.mention.source == "subject"
    assert found.standing == "outsider"


def test_who_states_a_clause_stands_for_no_other_state_and_for_no_agent() -> None:
    text = OFFICIALS.format("We/PRP/nsubj>decided", "decided=decide/VBD", "decided")
    other = parsed(text.replace("rain/NN", "Peru/NNP"), ents=CHAD)
    assert shown(who(other, "will", "work", "modal")) == ("Peru", "subject", ("PER",), False)
    agent = parsed(
        "We/PRP/nsubj>confirmed confirmed=confirm/VBD that/IN/mark>cut ties/NNS/nsubj:pass>cut will/MD/aux>cut "
        "be/VB/aux:pass>cut cut/VBN/ccomp>confirmed by/IN/case>rain rain/NN/obl>cut ."
    )
    assert shown(who(agent, "will", "cut", "modal")) == ("rain", "agent", (), False)


SHOWS = (
    "We/PRP/nsubj>stress stress/VBP that/IN/mark>shows this/DT/nsubj>shows shows=show/VBZ/ccomp>stress "
    "need/NN/obj>shows to/TO/mark>act act/VB/acl>need ."
)


def test_who_asserts_a_noun_in_a_that_clause_binds_itself() -> None:
    assert shown(who(parsed(SHOWS), "need", "act", "noun")) == ("We", "asserter", ("TCD",), True)
    other = parsed(SHOWS.replace("We/PRP", "Peru/NNP"), ents=CHAD)
    assert shown(who(other, "need", "act", "noun"))[:2] == ("this", "governor")
    assert shown(who(parsed(SHOWS.replace("ccomp", "advcl")), "need", "act", "noun"))[:2] == ("this", "governor")


def test_an_asserter_is_looked_for_above_the_nearest_clause_too() -> None:
    doc = parsed(
        "We/PRP/nsubj>stress stress/VBP that/IN/mark>says Peru/NNP/nsubj>says says=say/VBZ/ccomp>stress "
        "that/IN/mark>shows this/DT/nsubj>shows shows=show/VBZ/ccomp>says need/NN/obj>shows to/TO/mark>act "
        "act/VB/acl>need .",
        ents=CHAD,
    )
    assert shown(who(doc, "need", "act", "noun"))[:2] == ("We", "asserter")


def test_only_a_noun_without_owner_is_asserted() -> None:
    owned = parsed(SHOWS.replace("need/NN", "Peru/NNP/nmod:poss>need need/NN"), ents=CHAD)
    assert shown(who(owned, "need", "act", "noun"))[:2] == ("Peru", "possessor")
    assert shown(who(parsed(SHOWS), "shows", "act", "verb"))[:2] == ("this", "subject")
