"""Wordings that bind beyond doubt: each accepts its example, and leaves its counter-example to the judge."""

from dataclasses import replace

import pytest
from spacy.language import Language

from pipeline.tag.commitments.circumstances import Circumstances, ItemCircumstances
from pipeline.tag.commitments.outright import WORDINGS, Wording, binds_outright
from tests.tag.commitments.seen import PLAIN, candidates_of

BY_NAME = [pytest.param(wording, id=wording.name) for wording in WORDINGS]


def applies(wording: Wording, text: str, nlp: Language) -> bool:
    seen = [c.circumstances for c in candidates_of(text, nlp) if not c.refused]
    return any(wording.applies(c) for c in seen if isinstance(c, Circumstances))


@pytest.mark.parametrize("wording", BY_NAME)
def test_a_wording_accepts_its_example_and_not_its_counter_example(wording: Wording, nlp: Language) -> None:
    assert applies(wording, wording.example, nlp)
    assert not applies(wording, wording.counter_example, nlp)


WILL = replace(
    PLAIN,
    cue=replace(PLAIN.cue, text="will", pos="modal", frames=("verb",), strength="strong"),
    tense="modal", subject="party", bearer="state", form="verb", source="subject",
)  # fmt: skip


@pytest.mark.parametrize(
    "doubt",
    [
        {"is_cue_negated": True}, {"is_question": True}, {"is_told": True}, {"is_relative": True}, {"is_quoted": True},
        {"is_programme": True}, {"is_nested": True}, {"marker": "if"}, {"stem": "demand"},
        {"above": frozenset({("opinion", 0)})}, {"action_in": frozenset({"calendar"})}, {"is_action_state": True},
        {"has_outing": True}, {"is_speaker_alone": True}, {"bearer": "person"}, {"subject": "name"}, {"tense": "past"},
    ],
    ids=lambda doubt: next(iter(doubt)),
)  # fmt: skip
def test_what_casts_doubt_leaves_the_wording_to_the_judge(doubt: dict[str, object]) -> None:
    assert binds_outright(WILL)
    assert not binds_outright(replace(WILL, **doubt))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("stem", "is_marked", "acts", "expected"),
    [
        ("binding", True, (), True),
        ("binding", True, ("commitment",), True),
        ("binding", True, ("report",), True),
        ("binding", True, ("demand",), False),
        ("binding", False, (), False),
        ("commitment", True, (), False),
    ],
)
def test_marked_items_bind_under_a_stem_that_hands_its_promise_down(
    stem: str, is_marked: bool, acts: tuple[str, ...], expected: bool
) -> None:
    item = ItemCircumstances(stem, "VB", "open", is_marked=is_marked, is_further=False, acts=acts)  # type: ignore[arg-type]
    assert binds_outright(item) is expected
