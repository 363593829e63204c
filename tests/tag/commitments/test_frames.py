"""Frames: every one finds its example, none its counter-example; they are tried in the order of the table."""

import re
from typing import get_args

import pytest
from spacy.language import Language

from pipeline.knowledge import Knowledge
from pipeline.tag.commitments.forms import Form, Frame
from pipeline.tag.commitments.frames import FINDERS, Finder, actions, found
from pipeline.tag.commitments.scope import read_scope
from pipeline.tag.commitments.sites import PREPOSITIONS, Site
from tests.tag.parsed import parsed, token

SCOPE = Knowledge().get(read_scope)


def governed(nlp: Language, written: str, frame: Frame) -> list[str]:
    """The actions of the cue in square brackets."""
    doc = nlp(re.sub(r"[\[\]{}]", "", written))
    start = re.sub(r"[{}]", "", written).index("[")
    cue = next(t for t in doc if t.idx == start)
    return [doc[a.start : a.end].text for a in actions(cue, cue.i + 1, (frame,), SCOPE)]


@pytest.mark.parametrize("finder", FINDERS, ids=lambda finder: finder.frame)
def test_a_frame_finds_its_example_and_not_its_counter_example(finder: Finder, nlp: Language) -> None:
    assert governed(nlp, finder.example, finder.frame) == re.findall(r"\{(.*?)\}", finder.example)
    assert governed(nlp, finder.counter_example, finder.frame) == []


def test_every_frame_of_the_lexicon_has_one_finder() -> None:
    assert sorted(finder.frame for finder in FINDERS) == sorted(get_args(Frame))
    assert set(PREPOSITIONS) <= set(get_args(Frame)) & set(get_args(Form))


@pytest.mark.parametrize(
    ("frames", "expected"),
    [
        (("to_verb", "on_noun"), "to act"),
        (("on_noun", "to_verb"), "to act"),
        (("on_noun",), "fund"),
        (("object", "on_noun"), "aid"),
        (("gerund",), None),
        ((), None),
    ],
)
def test_frames_are_tried_in_the_order_of_the_table(frames: tuple[Frame, ...], expected: str | None) -> None:
    doc = parsed(
        "agree/VBP aid/NN/obj>agree on/IN/case>fund fund/NN/obl>agree "
        "to/TO/mark>act act/VB/xcomp>agree now/RB/advmod>act"
    )
    opening = found(Site(token(doc, "agree"), 1, frozenset(frames), SCOPE))
    assert (doc[opening.start : opening.head.i + 1].text if opening else None) == expected


def test_the_words_right_behind_the_cue_come_before_the_parse() -> None:
    doc = parsed("agree/VBP on/IN/case>fund fund/NN/obl>agree aid/NN/obj>agree")
    opening = found(Site(doc[0], 1, frozenset({"object", "on_noun"}), SCOPE))
    assert opening is not None
    assert opening.form == "on_noun"


def test_where_a_frame_finds_nothing_there_is_no_action() -> None:
    assert actions(parsed("agree/VBP .")[0], 1, ("to_verb",), SCOPE) == []


def test_an_action_ends_where_another_statement_begins() -> None:
    doc = parsed(
        "agree/VBP to/TO/mark>act act/VB/xcomp>agree now/RB/advmod>act and/CC/cc>act in/IN/case>May May/NNP/obl>act"
    )
    assert [(a.start, a.end) for a in actions(doc[0], 1, ("to_verb",), SCOPE)] == [(1, 7)]
    assert [(a.start, a.end) for a in actions(doc[0], 1, ("to_verb",), SCOPE, frozenset({4}))] == [(1, 4)]
