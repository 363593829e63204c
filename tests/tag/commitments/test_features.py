"""The words in which the judge is told what is seen; it was trained on these spellings."""

from dataclasses import replace
from typing import Any

import pytest

from pipeline.tag.commitments.circumstances import ItemCircumstances
from pipeline.tag.commitments.cues import Cue
from pipeline.tag.commitments.features import features, item_features
from tests.tag.commitments.seen import PLAIN

NEED = Cue("need", "noun", ("to_verb",), "commitment", "weak", None, "We affirm the need to act.", "", 2)
COMMIT = Cue("commit", "verb", ("to_verb",), "commitment", "strong", None, "We commit to act.", "", 3)


def test_a_plain_promise_is_told_by_cue_form_actor_and_tense() -> None:
    assert list(features(PLAIN)) == [
        "group=modal:strong",
        "cue=will/modal",
        "form=verb",
        "cue+form=will|verb",
        "subject=we",
        "group+subject=modal:strong|we",
        "cue+subject=will|we",
        "tense=modal",
        "group+tense=modal:strong|modal",
        "form+tense=verb|modal",
        "source=subject",
        "action=open",
        "head~open",
        "group+bearer=modal:strong|we",
        "who=we",
        "who~we",
        "head=open",
    ]


@pytest.mark.parametrize(
    ("seen", "told"),
    [
        ({"is_agreed": True}, ["agreed_on"]),
        ({"is_hereby": True}, ["hereby"]),
        ({"above": frozenset({("praise", 1), ("opinion", 0)})}, ["above=opinion0", "above=praise1"]),
        ({"is_action_passive": True}, ["passive"]),
        ({"is_action_state": True}, ["copula"]),
        ({"has_outing": True}, ["outing|False"]),
        ({"has_sum": True}, ["sum", "sum|False"]),
        ({"has_sum": True, "is_one_person": True}, ["sum", "sum|True"]),
        ({"has_outing": True, "is_one_person": True}, ["outing|True"]),
        (
            {"action_in": frozenset({"calendar"})},
            ["verb=calendar", "verb+subject=calendar|we", "verb+person=calendar|False"],
        ),
        (
            {"action_in": frozenset({"forecast"}), "is_agreed": True},
            ["agreed_on", "verb=forecast", "verb+subject=forecast|we", "verb+person=forecast|False"],
        ),
        ({"action_in": frozenset({"calendar"}), "is_agreed": True}, ["agreed_on"]),
        ({"action_in": frozenset({"calendar", "escort"})}, []),
        (
            {"action_in": frozenset({"calendar", "escort"}), "is_action_passive": True},
            ["passive", "verb=calendar", "verb+subject=calendar|we", "verb+person=calendar|False"],
        ),
        ({"action_in": frozenset({"saying"})}, []),
        ({"is_relative": True}, ["relative", "relative+modal:strong"]),
        ({"marker": "that"}, ["mark=that"]),
        ({"is_speaker_alone": True}, ["speaker_alone"]),
        ({"doer": "state"}, ["doer=verb|state"]),
        ({"is_told": True}, ["ago", "ago+tense=modal"]),
        ({"is_cue_negated": True}, ["cue_negated"]),
        ({"is_nested": True}, ["nested"]),
        ({"is_later": True}, ["later_cue"]),
        ({"beside": ("demand", "report")}, ["beside=demand", "beside=report"]),
        ({"is_quoted": True}, ["quoted"]),
        ({"is_question": True}, ["question"]),
        ({"is_inside_item": True}, ["inside_item"]),
        ({"stem": "binding"}, ["stem=binding"]),
        ({"is_programme": True}, ["programme"]),
    ],
)
def test_what_else_is_seen_adds_its_word(seen: dict[str, Any], told: list[str]) -> None:
    plain = set(features(PLAIN))
    assert [name for name in features(replace(PLAIN, **seen)) if name not in plain] == told


def test_an_actor_that_is_named_by_no_noun_has_no_word() -> None:
    assert not [name for name in features(replace(PLAIN, actor_noun=None)) if name.startswith("who")]


@pytest.mark.parametrize(
    ("seen", "told"),
    [
        ({"tense": "past"}, ["cue+tense=commit|past"]),
        ({"tense": "gerund", "clause_role": "advcl"}, ["cue+tense=commit|gerund", "participle=advcl"]),
        ({"is_cue_passive": True}, ["cue+tense=commit|modal", "cue_passive"]),
        ({"form": "own_officials", "officials": "own"}, ["officials=own", "cue+tense=commit|modal"]),
        ({"form": "object"}, ["object=other", "cue+tense=commit|modal"]),
        ({"form": "object", "cue_in": frozenset({"giving"})}, ["object=promised", "cue+tense=commit|modal"]),
        ({"action_in": frozenset({"saying"})}, ["says", "says+cue=commit", "cue+tense=commit|modal"]),
    ],
)
def test_a_verb_is_told_with_its_tense_and_object(seen: dict[str, Any], told: list[str]) -> None:
    names = list(features(replace(PLAIN, cue=COMMIT, **seen)))
    assert names[names.index("who~we") + 1 :] == told


def test_a_weak_noun_is_told_with_its_governor() -> None:
    need = replace(
        PLAIN,
        cue=NEED,
        form="to_verb",
        determiner="the",
        governor="acknowledge",
        governor_in=frozenset({"noticing"}),
        governor_act="position",
        role="obj",
    )
    names = list(features(need))
    assert names[names.index("who~we") + 1 :] == [
        "determiner=the|subject",
        "governor=acknowledge",
        "governor_act=position",
        "noun_role=obj",
        "weak=True|True|True",
        "weak=subject|to_verb",
        "weak=to_verb|True",
        "weak=acknowledge|True",
        "weak=need|acknowledge",
    ]


@pytest.mark.parametrize(
    ("seen", "told"),
    [
        ({"form": "to_verb"}, "weak=True|True|False"),
        ({"form": "of_gerund"}, "weak=True|True|False"),
        ({"form": "for_noun"}, "weak=False|True|False"),
        ({"form": "for_noun", "is_action_gerund": True}, "weak=True|True|False"),
        ({"form": "for_noun", "are_several": False}, "weak=False|False|False"),
        ({"form": "for_noun", "is_action_nominal": True}, "object=abstract"),
        ({"form": "for_noun"}, "object=name"),
        ({"form": "for_noun"}, "governor=none"),
    ],
)
def test_a_weak_noun_is_told_with_its_action(seen: dict[str, Any], told: str) -> None:
    assert told in list(features(replace(PLAIN, cue=NEED, **seen)))


def test_a_list_item_is_told_by_its_opening_and_stem() -> None:
    item = ItemCircumstances("binding", "VB", "share", is_marked=True, is_further=True, acts=("demand",))
    assert list(item_features(item)) == [
        "cue=item",
        "stem=binding",
        "item=VB",
        "item+stem=VB|binding",
        "head=share",
        "head~share",
        "marker=True",
        "number=1",
        "item_act=demand",
    ]
