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
WILL_OPEN = "We/PRP/nsubj>open will/MD/aux>open {0}open/VB ports/NNS/obj>open ."
IF = (
    "If/IN/mark>fail talks/NNS/nsubj>fail fail/VBP/advcl>open , we/PRP/nsubj>open will/MD/aux>open open/VB "
    "ports/NNS/obj>open ."
)
EARLIER_IF = (
    "Unless/IN/mark>end talks/NNS/nsubj>end end/VBP/dep>open , we/PRP/nsubj>open will/MD/aux>open open/VB "
    "ports/NNS/obj>open ."
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


@pytest.mark.parametrize(
    ("text", "conditional"),
    [(IF, True), (EARLIER_IF, True), (WILL_OPEN.format(""), False)],
    ids=["clause", "opening word", "none"],
)
def test_a_promise_hangs_on_the_condition_of_its_clause(text: str, conditional: bool, scope: Scope) -> None:
    doc = parsed(text)
    assert scope.is_conditional(token(doc, "will"), token(doc, "open")) is conditional


def test_a_condition_of_another_clause_is_none_of_the_promise(scope: Scope) -> None:
    doc = parsed(
        "We/PRP/nsubj>open will/MD/aux>open open/VB ports/NNS/obj>open and/CC/cc>ask ask/VB/conj>open "
        "whether/IN/mark>left they/PRP/nsubj>left left=leave/VBD/ccomp>ask ."
    )
    assert not scope.is_conditional(token(doc, "will"), token(doc, "open"))


@pytest.mark.parametrize(
    ("words", "negated"),
    [
        ("not/RB/advmod>open ", True),
        ("never/RB/advmod>open ", True),
        ("not/RB/advmod>open only/RB/advmod>open ", False),
        ("soon/RB/advmod>open ", False),
        ("", False),
    ],
)
def test_a_not_between_cue_and_action_refuses(words: str, negated: bool, scope: Scope) -> None:
    doc = parsed(WILL_OPEN.format(words))
    head = token(doc, "open")
    assert scope.is_negated(token(doc, "will"), head, head.i) is negated


def test_a_not_right_before_the_action_refuses(scope: Scope) -> None:
    doc = parsed(
        "They/PRP/nsubj>agreed agreed=agree/VBD not/RB/advmod>open to/TO/mark>open open/VB/xcomp>agreed "
        "ports/NNS/obj>open ."
    )
    assert scope.is_negated(token(doc, "to"), token(doc, "open"), token(doc, "to").i)


def test_a_verb_of_refraining_refuses(scope: Scope) -> None:
    doc = parsed(WILL_OPEN.format("").replace("open/VB", "refrain/VB").replace(">open", ">refrain"))
    head = token(doc, "refrain")
    assert scope.is_negated(token(doc, "will"), head, head.i)


@pytest.mark.parametrize(
    ("text", "cue", "head", "continuing"),
    [
        (WILL_OPEN.format(""), "will", "open", False),
        (WILL_OPEN.format("").replace("open/VB", "uphold/VB").replace(">open", ">uphold"), "will", "uphold", True),
        (WILL_OPEN.format("still/RB/advmod>open "), "will", "open", True),
        ("Again/RB/advmod>open we/PRP/nsubj>open will/MD/aux>open open/VB ports/NNS/obj>open .", "will", "open", True),
        (
            "We/PRP/nsubj>reaffirm reaffirm/VBP our/PRP$/nmod:poss>resolve resolve/NN/obj>reaffirm to/TO/mark>open "
            "open/VB/acl>resolve .",
            "resolve",
            "open",
            True,
        ),
    ],
    ids=["new", "verb of going on", "between", "before", "verb above a noun"],
)
def test_what_goes_on_or_is_said_again_is_continuing(
    text: str, cue: str, head: str, continuing: bool, scope: Scope
) -> None:
    doc = parsed(text)
    action = token(doc, head)
    assert scope.is_continuing(token(doc, cue), action, action.i) is continuing


def test_what_stands_far_before_the_cue_does_not_make_it_continuing(scope: Scope) -> None:
    doc = parsed(
        "Still/RB/advmod>open , the/DT/det>states small/JJ/amod>states island/NN/compound>states "
        "states/NNS/nsubj>open will/MD/aux>open open/VB ports/NNS/obj>open ."
    )
    assert not scope.is_continuing(token(doc, "will"), token(doc, "open"), token(doc, "open").i)


def test_an_action_below_to_continue_goes_on(scope: Scope) -> None:
    doc = parsed(
        "We/PRP/nsubj>continue will/MD/aux>continue continue/VB to/TO/mark>open open/VB/xcomp>continue "
        "ports/NNS/obj>open ."
    )
    assert scope.is_continuing(token(doc, "will"), token(doc, "open"), token(doc, "to").i)


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
