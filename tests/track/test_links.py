"""Sentences that take up what an earlier document said, and how."""

from types import SimpleNamespace

import numpy as np
import pytest

from pipeline.track import candidates
from pipeline.track.links import chosen
from pipeline.track.wording import word_diff
from tests.track.small import BESIDE, analysis, taken_up, tracked


@pytest.mark.parametrize(
    ("before", "now", "relation"),
    [
        (
            "Norway will supply Chile with forty rescue boats.",
            "Norway will supply Chile with forty rescue boats.",
            "repeated",
        ),
        (
            "The Ministers will explore a joint fund for coastal railways.",
            "The Ministers will establish a joint fund for coastal railways.",
            "strengthened",
        ),
        (
            "The Ministers intend to open a joint school for harbour pilots.",
            "The Ministers will open a joint school for harbour pilots.",
            "strengthened",
        ),
        (
            "The Ministers will open a joint school for harbour pilots.",
            "The Ministers hope to open a joint school for harbour pilots.",
            "weakened",
        ),
        (
            "Norway will train Chilean harbour pilots in Bergen.",
            "Norway will train Chilean harbour pilots in Bergen by 2035.",
            "strengthened",
        ),
        (
            "Norway will provide $40 million for flood barriers in Valdivia.",
            "Norway will provide funding for flood barriers in Valdivia.",
            "weakened",
        ),
        (
            "The Ministers will explore a joint satellite for coastal rescue.",
            "The Ministers will launch the joint satellite for coastal rescue.",
            "followed_up",
        ),
    ],
)
def test_how_a_later_sentence_takes_up_an_earlier_one(before: str, now: str, relation: str) -> None:
    assert {link.relation for link in taken_up(before, now)} == {relation}


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (
            "Both sides will deepen cooperation on cyber security.",
            "Norway will pay for a new roof of the opera house in Santiago.",
        ),
        (
            "Norway will supply Chile with forty rescue boats.",
            "Norway will sign the convention on migratory whales.",
        ),
    ],
)
def test_another_undertaking_is_not_taken_for_the_same(before: str, now: str) -> None:
    assert taken_up(before, now) == []


def test_what_changed_is_told_in_words() -> None:
    (link,) = taken_up(
        "Norway will provide $40 million for flood barriers in Valdivia.",
        "Norway intends to provide $60 million for flood barriers in Valdivia by 2035.",
    )
    assert {"cue", "strength", "amount", "deadline"} <= set(link.changed)
    assert "amount: $40 million -> $60 million" in link.details
    assert "strength: strong -> medium" in link.details
    assert "[-will provide $40-]" in link.diff or "[-will-]" in link.diff


def test_the_difference_of_two_wordings_can_be_read_back() -> None:
    diff = word_diff("We urge all states to act.", "We call on all states to act now.")
    assert diff == "We [-urge-]{+call on+} all states to act{+ now+}."


def test_other_actors_do_not_take_up_what_somebody_said() -> None:
    said = "{} will restore the customs house of the northern harbour."
    one = analysis(2030, said.format("Norway"), parties=("NOR",), title="Statement by Norway")
    other = analysis(2031, said.format("Ghana"), parties=("GHA",), title="Statement by Ghana")
    assert not tracked(one, other).links


def test_a_body_stands_for_its_members() -> None:
    said = "will provide $40 million for flood barriers in Valdivia."
    one = analysis(2030, f"The G7 {said}", parties=("G7",), title="G7 Statement")
    states = ("CAN", "FRA", "DEU", "ITA", "JPN", "GBR", "USA")
    other = analysis(2031, f"We {said}", parties=states, title="Joint Statement of Seven States")
    assert [link.relation for link in tracked(one, other).links] == ["repeated"]


def test_of_several_earlier_documents_the_latest_that_says_it_is_linked() -> None:
    said = "Norway will supply Chile with forty rescue boats."
    documents = [analysis(year, said, *BESIDE) for year in (2030, 2031, 2032)]
    links = [link for link in tracked(*documents).links if link.later_id == "2032-meeting:1.1"]
    assert [link.earlier_id for link in links] == ["2031-meeting:1.1"]


def test_without_an_encoder_words_decide() -> None:
    from dataclasses import replace

    said = "Norway will supply Chile with forty rescue boats."
    documents = [
        replace(a, sentences=tuple(replace(s, vector=b"") for s in a.sentences))
        for a in (analysis(2030, said, *BESIDE), analysis(2031, said, *BESIDE))
    ]
    links = tracked(*documents).links
    assert ("2031-meeting:1.1", "2030-meeting:1.1", "repeated") in {
        (link.later_id, link.earlier_id, link.relation) for link in links
    }


def test_in_a_large_group_the_latest_of_the_earlier_sentences_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    said = "Norway will supply Chile with forty rescue boats."
    documents = [analysis(year, said, *BESIDE) for year in range(2030, 2034)]
    everywhere = [(link.later_id, link.earlier_id) for link in tracked(*documents).links]
    monkeypatch.setattr(candidates, "WINDOW", 3)
    assert [(link.later_id, link.earlier_id) for link in tracked(*documents).links] == everywhere != []


@pytest.mark.parametrize(("of_latest", "links"), [(0.7, [1]), (0.4, [0])])
def test_a_link_leads_to_the_latest_document_unless_it_is_far_likelier_in_an_earlier_one(
    of_latest: float, links: list[int]
) -> None:
    table = SimpleNamespace(papers=np.array([0, 1, 2]))
    later, earlier = np.array([2, 2]), np.array([0, 1])
    assert chosen(table, later, earlier, np.array([0.9, of_latest]), 0.3) == links  # type: ignore[arg-type]
