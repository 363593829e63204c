"""Words around a cue and how far they reach, over parses written by hand."""

from pathlib import Path

import pytest

from pipeline.errors import KnowledgeError
from pipeline.knowledge import Knowledge
from pipeline.tag.commitments.scope import COLUMNS, Scope, governors, read_scope
from tests.tag.parsed import parsed, token

WELCOME = (
    "They/PRP/nsubj>welcome welcome/VBP the/DT/det>decision decision/NN/obj>welcome to/TO/mark>open "
    "open/VB/acl>decision ports/NNS/obj>open ."
)
AGREED = (
    "We/PRP/nsubj>regret regret/VBP that/IN/mark>agreed they/PRP/nsubj>agreed agreed=agree/VBD/ccomp>regret "
    "to/TO/mark>open open/VB/xcomp>agreed ports/NNS/obj>open ."
)
CONFIDENT = (
    "We/PRP/nsubj>confident are=be/VBP/cop>confident confident/JJ that/IN/mark>open they/PRP/nsubj>open "
    "will/MD/aux>open open/VB/ccomp>confident ports/NNS/obj>open ."
)


@pytest.fixture(scope="module")
def scope() -> Scope:
    return read_scope(Knowledge())


def test_a_verb_above_a_cue_is_told_by_its_category_and_distance(scope: Scope) -> None:
    assert scope.above(token(parsed(WELCOME), "decision")) == {("praise", 0)}
    assert scope.above(token(parsed(AGREED), "open")) == {("praise", 1)}


def test_a_third_verb_above_a_cue_says_nothing_of_it(scope: Scope) -> None:
    doc = parsed(
        "We/PRP/nsubj>regret regret/VBP that/IN/mark>said he/PRP/nsubj>said said=say/VBD/ccomp>regret "
        "they/PRP/nsubj>agreed agreed=agree/VBD/ccomp>said to/TO/mark>open open/VB/xcomp>agreed ."
    )
    assert scope.above(token(doc, "open")) == frozenset()


def test_an_adjective_near_above_a_cue_tells_an_opinion(scope: Scope) -> None:
    assert scope.above(token(parsed(CONFIDENT), "will")) == {("opinion", 0)}


def test_governors_are_the_verbs_above_nearest_first() -> None:
    words = [verb.text for verb in governors(token(parsed(AGREED), "ports"))]
    assert words == ["open", "agreed", "regret"]
    assert [verb.text for verb in governors(token(parsed(AGREED), "ports"), 2)] == ["open", "agreed"]


def test_item_verbs_are_bare_and_gerunds() -> None:
    scope = Scope({}, frozenset({"share", "cut"}))
    assert {"share", "sharing", "cut", "cutting"} <= scope.item_verbs


def test_a_word_knows_its_categories(scope: Scope) -> None:
    assert scope.categories("join") == {"calendar", "escort"}
    assert scope.categories("ports") == frozenset()


@pytest.mark.parametrize("word", ["take place", ""])
def test_a_word_that_can_never_match_is_refused_with_file_line_and_mend(word: str, tmp_path: Path) -> None:
    lines = [",".join(COLUMNS), "meet,calendar,They will meet.", f"{word},calendar,It will take place."]
    (tmp_path / "scope.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=rf"scope.csv, line 3: '{word}' is not one word.* write the lemma"):
        read_scope(Knowledge(tmp_path))


def test_the_words_of_a_line_stand_under_its_category(tmp_path: Path) -> None:
    (tmp_path / "scope.csv").write_text(f"{','.join(COLUMNS)}\nmeet,calendar,They will meet.\n", encoding="utf-8")
    assert read_scope(Knowledge(tmp_path)).categories("meet") == {"calendar"}
