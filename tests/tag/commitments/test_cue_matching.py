"""Which words of a sentence are cues, over parses written by hand and a lexicon of a few lines."""

import pytest

from pipeline.records import Act
from pipeline.tag.commitments.cues import Cue, Lexicon, PartOfSpeech
from tests.tag.parsed import parsed, token


def cue(text: str, pos: PartOfSpeech = "verb", act: Act = "commitment") -> Cue:
    return Cue(text, pos, ("to_verb",), act, "strong", None, "", "", 2)


def found(cues: list[Cue], *sentences: str) -> list[str]:
    """The words of the cues in the last sentence."""
    return [match.span.text for match in Lexicon(cues).matches(list(parsed(*sentences).sents)[-1])]


PLEDGE = "We/PRP/nsubj>pledge pledge/VBP to/TO/mark>open open/VB/xcomp>pledge ports/NNS/obj>open ."


def test_a_cue_is_found_by_its_lemma_and_by_its_form() -> None:
    assert found([cue("pledge")], PLEDGE) == ["pledge"]
    assert found(
        [cue("pledge")], PLEDGE.replace("pledge/VBP", "pledged=pledge/VBD").replace(">pledge", ">pledged")
    ) == ["pledged"]
    assert found([cue("pledge")], PLEDGE.replace("pledge/VBP", "vow/VBP").replace(">pledge", ">vow")) == []


@pytest.mark.parametrize("form", ["hope", "hopes", "hoped"])
def test_a_verb_in_e_is_found_where_its_lemma_was_misread(form: str) -> None:
    text = f"They/PRP/nsubj>{form} {form}=hop/VBD to/TO/mark>open open/VB/xcomp>{form} ports/NNS/obj>open ."
    assert found([cue("hope")], text) == [form]


def test_verbs_have_forms_of_their_own_and_nouns_have_none() -> None:
    lexicon = Lexicon([cue("vow"), cue("hope"), cue("resolve", "noun")])
    verbs = {"vow", "vows", "vowing", "hope", "hopes", "hoped", "hoping"}
    assert set(lexicon.by_word) == verbs | {"resolve"}


def test_the_longest_phrase_of_an_act_is_the_cue_and_other_acts_have_their_own() -> None:
    text = "We/PRP/nsubj>look look/VBP forward/RB/advmod>look to/IN/case>meeting meeting/VBG/advcl>look ."
    assert found([cue("look"), cue("look forward"), cue("look forward to")], text) == ["look forward to"]
    assert found([cue("look"), cue("look forward", act="position")], text) == ["look forward", "look"]
    assert found([cue("look"), cue("look ahead")], text) == ["look"]


def test_a_phrase_ends_within_its_sentence() -> None:
    assert found([cue("look forward")], "We/PRP/nsubj>look look/VBP forward/RB/advmod>look") == ["look forward"]
    doc = parsed("We/PRP/nsubj>look look/VBP", "forward/RB")
    assert list(Lexicon([cue("look forward")]).matches(next(iter(doc.sents)))) == []


@pytest.mark.parametrize(
    ("pos", "text", "is_cue"),
    [
        ("modal", "We/PRP/nsubj>open vow/MD/aux>open open/VB .", True),
        ("modal", "We/PRP/nsubj>vow vow/VBP ports/NNS/obj>vow .", False),
        ("modal", "A/DT/det>vow vow/MD .", False),
        ("noun", "Our/PRP$/nmod:poss>vow vow/NN .", True),
        ("noun", "Our/PRP$/nmod:poss>vow vow/NNS .", True),
        ("noun", "Our/PRP$/nmod:poss>vow vow/NNP .", True),
        ("noun", "Our/PRP$/nmod:poss>Vow Vow/NNP .", False),
        ("noun", "Our/PRP$/nmod:poss>Vow Vow/NN .", True),
        ("noun", "Our/PRP$/nmod:poss>vow vow/JJ .", False),
        ("noun", "We/PRP/nsubj>vow vow/VBP .", False),
        ("noun", "We/PRP/dep>vow vow/NN our/PRP$/nmod:poss>men men/NNS/obj>vow .", False),
        ("adj", "We/PRP/nsubj>vow are=be/VBP/cop>vow vow/JJ .", True),
        ("adj", "We/PRP/nsubj>vow are=be/VBP/cop>vow vow/JJR .", True),
        ("adj", "We/PRP/nsubj>vow are=be/VBP/aux:pass>vow vow/VBN .", True),
        ("adj", "We/PRP/nsubj>vow remain/VBP/cop>vow vow/VBN .", True),
        ("adj", "We/PRP/nsubj>vow have/VBP/aux>vow vow/VBN .", False),
        ("adj", "We/PRP/nsubj>vow are=be/VBP/aux>vow vow/VBG .", False),
        ("adj", "We/PRP/nsubj>feel feel/VBP vow/VBN/xcomp>feel .", True),
        ("adj", "We/PRP/nsubj>feel feel/VBP vow/VBN/acomp>feel .", True),
        ("adj", "We/PRP/nsubj>feel feel/VBP vow/VBN/amod>feel .", False),
        ("adj", "We/PRP/nsubj>feel feel/VBP vow/VB/xcomp>feel .", False),
        ("verb", "We/PRP/nsubj>vow vow/VBP .", True),
        ("verb", "We/PRP/nsubj>vow vow/NN .", False),
        ("verb", "We/PRP/dep>vow vow/NN our/PRP$/nmod:poss>men men/NNS/obj>vow .", True),
        ("verb", "It/PRP/nsubj:pass>vow was=be/VBD/aux:pass>vow vow/VBN .", True),
    ],
)
def test_a_cue_is_of_its_part_of_speech(pos: PartOfSpeech, text: str, is_cue: bool) -> None:
    assert bool(found([cue("vow", pos)], text)) is is_cue


def test_behind_a_form_of_to_be_a_participle_that_is_an_adjective_is_no_verb() -> None:
    both = [cue("commit"), cue("committed", "adj", "position")]
    text = "We/PRP/nsubj>committed {0} committed=commit/VBN to/IN/case>peace peace/NN/obl>committed ."
    state, done = text.format("are=be/VBP/cop>committed"), text.format("have/VBP/aux>committed")
    assert [m.cue.text for m in Lexicon(both).matches(next(parsed(state).sents))] == ["committed"]
    assert [m.cue.text for m in Lexicon(both).matches(next(parsed(done).sents))] == ["commit"]
    assert [m.cue.text for m in Lexicon(both[:1]).matches(next(parsed(state).sents))] == ["commit"]


def test_the_word_of_a_match_is_its_first() -> None:
    doc = parsed("We/PRP/nsubj>look look/VBP forward/RB/advmod>look .")
    (match,) = Lexicon([cue("look forward")]).matches(next(doc.sents))
    assert match.token == token(doc, "look")
    assert match.cue.words == ("look", "forward")


@pytest.mark.parametrize(
    ("text", "is_modal"),
    [
        ("We/PRP/nsubj>act will/MD/aux>act act/VB .", True),
        ("Will/MD/aux>act to/TO/mark>act act/VB .", True),
        ("We/PRP/nsubj>lack lack/VBP will/MD/obj>lack to/TO/mark>act act/VB/acl>will .", False),
        ("We/PRP/nsubj>lack lack/VBP a/DT/det>will will/MD/obj>lack .", False),
        ("We/PRP/nsubj>lack lack/VBP an/DT/det>will will/MD/obj>lack .", False),
        ("We/PRP/nsubj>lack lack/VBP no/DT/det>will will/MD/obj>lack .", False),
        ("We/PRP/nsubj>lack lack/VBP our/PRP$/nmod:poss>will will/MD/obj>lack .", False),
        ("We/PRP/nsubj>lack lack/VBP the/DT/det>will will/MD/obj>lack .", True),
        ("We/PRP/nsubj>lack lack/VBP a/DT/det>will real/JJ/amod>will will/MD/obj>lack .", False),
        ("We/PRP/nsubj>lack lack/VBP the/DT/det>will real/JJ/amod>will will/MD/obj>lack .", True),
        ("We/PRP/nsubj>lack lack/VBP a/DT/det>ship ship/NN/obj>lack will/MD/dep>ship .", True),
        ("Rich/JJ/nsubj>act will/MD/aux>act act/VB .", True),
        ("We/PRP/nsubj>act act/VBP , will/MD/dep>act .", True),
    ],
)
def test_a_will_that_is_a_noun_is_no_modal(text: str, is_modal: bool) -> None:
    assert bool(found([cue("will", "modal")], "They/PRP/nsubj>need need/VBP a/DT/obj>need", text)) is is_modal


def test_the_next_sentence_does_not_make_a_modal_a_noun() -> None:
    doc = parsed("We/PRP/nsubj>will will/MD", "To/IN/case>us us/PRP")
    assert len(list(Lexicon([cue("will", "modal")]).matches(next(iter(doc.sents))))) == 1


@pytest.mark.parametrize(
    ("text", "is_verb"),
    [
        ("Chad/NNP/dep>plans plans=plan/NNS to/TO/mark>act act/VB/acl>plans .", True),
        ("Chad/NNP/dep>plans plans=plan/NNS that/IN/mark>act act/VB/acl>plans .", True),
        ("Trade/NN/dep>plans plans=plan/NNS to/TO/mark>act act/VB/acl>plans .", True),
        ("Great/JJ/amod>plans plans=plan/NNS to/TO/mark>act act/VB/acl>plans .", False),
        ("Chad/NNP/dep>plans plans=plan/NNS for/IN/case>us us/PRP/nmod>plans .", False),
        ("Chad/NNP/dep>PLANS PLANS=plan/NNS to/TO/mark>act act/VB/acl>PLANS .", False),
        ("We/PRP/dep>saw saw=see/VBD Peru/NNP/dep>saw plans=plan/NNS/obj>saw to/TO/mark>act act/VB/acl>plans .", False),
        ("Plans=plan/NNS to/TO/mark>act act/VB/acl>Plans .", False),
        ("Chad/NNP/dep>plans plans=plan/NNS", False),
        ("And/CC/cc>plan plan/NN our/PRP$/nmod:poss>talks talks/NNS/obj>plan .", True),
        ("The/DT/det>plan plan/NN our/PRP$/nmod:poss>talks talks/NNS/obj>plan .", False),
        ("And/CC/cc>plan plan/NN the/DT/det>talks talks/NNS/obj>plan .", False),
        ("And/CC/cc>plan plan/NN our/PRP$/nmod:poss>talks talks/NNS/dep>plan .", False),
        ("plan/NN our/PRP$/nmod:poss>talks talks/NNS/obj>plan .", False),
        ("And/CC/cc>plan plan/NN our/PRP$/obj>plan", True),
    ],
)  # fmt: skip
def test_a_verb_in_the_present_may_be_tagged_as_a_noun(text: str, is_verb: bool) -> None:
    before = "Ships/NNS/nsubj>met met=meet/VBD Chad/NNP/obj>met"
    assert bool(found([cue("plan")], before, text)) is is_verb
    assert bool(found([cue("plan", "noun")], before, text)) is not is_verb


def test_the_next_sentence_does_not_make_a_noun_a_verb() -> None:
    doc = parsed("Chad/NNP/dep>plans plans=plan/NNS", "To/IN/case>us us/PRP")
    assert list(Lexicon([cue("plan")]).matches(next(iter(doc.sents)))) == []
