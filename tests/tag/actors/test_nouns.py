"""Nouns that stand for somebody, and what stands beside them."""

from pathlib import Path

import pytest

from pipeline.errors import KnowledgeError
from pipeline.knowledge import Knowledge
from pipeline.tag.actors.nouns import Phrases, members, read_collectives, read_outsiders, read_phrases
from tests.tag.parsed import parsed


@pytest.fixture(scope="module")
def phrases() -> Phrases:
    return Knowledge().get(read_phrases)


@pytest.mark.parametrize(
    ("phrase", "kind", "is_plural"),
    [
        ("The/DT/det>leaders leaders=leader/NNS", "parties", True),
        ("The/DT/det>leader leader/NN", "office", False),
        ("The/DT/det>participant participant/NN", None, False),
        ("The/DT/det>Ministers Ministers=Ministers/NNPS", "parties", True),
        ("THE/DT/det>PARTIES PARTIES=PARTIES/NNP", "parties", True),
        ("the/DT/det>President President/NNP", "office", False),
        ("the/DT/det>Government Government/NNP", "government", False),
        ("Prime/NNP/compound>Minister Minister/NNP", "office", False),
        ("the/DT/det>company company/NN", "company", False),
        ("the/DT/det>partnership partnership/NN", "joint", False),
        ("the/DT/det>storm storm/NN", None, False),
        ("the/DT/det>storms storms=storm/NNS", None, True),
    ],
)
def test_the_head_of_a_phrase_stands_for(phrases: Phrases, phrase: str, kind: str | None, is_plural: bool) -> None:
    assert phrases.kind_of(parsed(phrase)[:]) == (kind, is_plural)


def test_a_phrase_whose_head_stands_outside_stands_for_nobody(phrases: Phrases) -> None:
    doc = parsed("leaders=leader/NNS/nsubj>leaders.2 of/IN/case>leaders.2 leaders=leader/NNS")
    assert phrases.kind_of(doc[0:0]) == (None, False)


@pytest.mark.parametrize(
    ("phrase", "kept"),
    [
        ("Peru/NNP , together/RB/advmod>Peru with/IN/case>Japan Japan/NNP/nmod>Peru", "Peru"),
        ("Peru/NNP , in/IN/case>cooperation close/JJ/amod>cooperation cooperation/NN/nmod>Peru with/IN/case>Japan "
         "Japan/NNP/nmod>cooperation", "Peru"),
        ("Peru/NNP in/IN/case>consultation consultation/NN/nmod>Peru with/IN/case>Japan Japan/NNP/nmod>Peru", "Peru"),
        ("Peru/NNP in/IN/case>contact contact/NN/nmod>Peru with/IN/case>Japan Japan/NNP/nmod>Peru", "Peru in contact"),
        ("Peru/NNP alongside/IN/case>Japan Japan/NNP/nmod>Peru", "Peru"),
        ("Peru/NNP and/CC/cc>Japan Japan/NNP/conj>Peru", "Peru and Japan"),
    ],
)  # fmt: skip
def test_those_who_merely_go_along_are_left_out(phrases: Phrases, phrase: str, kept: str) -> None:
    assert phrases.without_companions(parsed(phrase)[:]).text == kept


@pytest.mark.parametrize(
    ("phrase", "parts"),
    [
        ("the/DT/det>President President/NNP and/CC/cc>Minister the/DT/det>Minister Minister/NNP/conj>President",
         ["the President", "and the Minister"]),
        ("the/DT/det>President President/NNP of/IN/case>Peru Peru/NNP/nmod>President", ["the President"]),
    ],
)  # fmt: skip
def test_the_members_of_a_phrase(phrase: str, parts: list[str]) -> None:
    assert [part.text for part in members(parsed(phrase)[:])] == parts


def test_a_folder_of_ones_own_has_its_own_nouns(tmp_path: Path) -> None:
    (tmp_path / "collectives.csv").write_text("noun,kind\nenvoy,parties\n", encoding="utf-8")
    (tmp_path / "outsiders.txt").write_text("alien\n", encoding="utf-8")
    knowledge = Knowledge(tmp_path)
    assert read_collectives(knowledge)["parties"] == {"envoy"}
    assert read_collectives(knowledge)["office"] == frozenset()
    assert read_outsiders(knowledge) == {"alien"}
    assert knowledge.get(read_phrases).kind_of(parsed("envoys=envoy/NNS")[:]) == ("parties", True)


@pytest.mark.parametrize(
    ("line", "message"), [("Envoy,parties", "write the noun in lower case"), ("envoy,friends", "kind is 'friends'")]
)
def test_a_wrong_noun_is_refused_with_its_mend(line: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "collectives.csv").write_text(f"noun,kind\n{line}\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=message):
        read_collectives(Knowledge(tmp_path))
