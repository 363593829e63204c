"""Certainty, holder and condition of an event, and the lines of the file that are refused."""

from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.errors import KnowledgeError
from pipeline.knowledge import Knowledge
from pipeline.tag.factuality.certainty import Certainty, Holder
from pipeline.tag.factuality.cues import COLUMNS, Cues, read_cues
from pipeline.tag.factuality.events import Event, event_of
from pipeline.tag.factuality.reading import Factuality, is_conditional, read_factuality
from tests.tag.parsed import parsed, token

HEADER = ",".join(COLUMNS)
LINE = "deny,denial,complement,both,,They denied that it will {close}.,It will {close}."
IF = (
    "If/IN/mark>fail talks/NNS/nsubj>fail fail/VBP/advcl>open , we/PRP/nsubj>open will/MD/aux>open open/VB "
    "ports/NNS/obj>open ."
)
EARLIER_IF = (
    "Unless/IN/mark>end talks/NNS/nsubj>end end/VBP/dep>open , we/PRP/nsubj>open will/MD/aux>open open/VB "
    "ports/NNS/obj>open ."
)
PLAIN = "We/PRP/nsubj>open will/MD/aux>open open/VB ports/NNS/obj>open ."
ASKED = (
    "We/PRP/nsubj>open will/MD/aux>open open/VB ports/NNS/obj>open and/CC/cc>ask ask/VB/conj>open "
    "whether/IN/mark>left they/PRP/nsubj>left left=leave/VBD/ccomp>ask ."
)


@pytest.fixture(scope="module")
def cues() -> Cues:
    return read_cues(Knowledge())


def read(text: str, verb: str, nlp: Language, cues: Cues) -> Factuality:
    doc: Doc = nlp(text)
    word = token(doc, verb)
    return read_factuality(event_of(word), cues.matches(word.sent))


@pytest.mark.parametrize(
    ("text", "conditional"),
    [(IF, True), (EARLIER_IF, True), (PLAIN, False), (ASKED, False)],
    ids=["clause", "opening word", "none", "of another clause"],
)
def test_a_promise_hangs_on_the_condition_of_its_clause(text: str, conditional: bool, cues: Cues) -> None:
    doc = parsed(text)
    event = Event(token(doc, "will"), token(doc, "open"), token(doc, "open"))
    assert is_conditional(event, cues.matches(doc[:])) is conditional


@pytest.mark.parametrize(
    ("text", "holder", "certainty"),
    [
        ("Norway will close the port.", "author", "certain"),
        ("Norway said that it will close the port.", "party", "certain"),
        ("Norway did not say that it will close the port.", "party", "denial"),
        ("Norway denied that it would close the port.", "party", "denial"),
        ("Norway denied a quarrel and said that it will close the port.", "party", "certain"),
        ("Nobody believes that Norway will close the port.", "party", "doubt"),
        ("There is no doubt that Norway will close the port.", "author", "certain"),
        ("Critics say that Norway will close the port.", "other", "hearsay"),
        ("According to the press, Norway will close the port.", "other", "hearsay"),
        ("Rumours that Norway will close the port are old.", "other", "hearsay"),
        ("We hope that calm will hold and that Norway will close the port.", "party", "opinion"),
        ("They feared a storm, but Norway will close the port.", "author", "certain"),
        ("“We will close the port,” a clerk joked.", "author", "jest"),
    ],
)
def test_who_says_so_and_how_surely(text: str, holder: Holder, certainty: Certainty, nlp: Language, cues: Cues) -> None:
    seen = read(text, "close", nlp, cues)
    assert (seen.holder, seen.certainty) == (holder, certainty)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (LINE.replace("denial", "denying"), "category is 'denying'"),
        (LINE.replace("complement", "far"), "reach is 'far'"),
        (LINE.replace("both", "up"), "direction is 'up'"),
        (LINE.replace("deny,", ","), "the cue is missing"),
        (LINE.replace("They denied", "They said"), "the example must contain the cue 'deny'"),
        (LINE.replace("It will {close}.", "It will close."), "the counter_example must hold one event in braces"),
    ],
)
def test_a_wrong_line_is_refused_with_its_number(line: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "factuality.csv").write_text(f"{HEADER}\n{line}\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=f"factuality.csv, line 2: {message}"):
        read_cues(Knowledge(tmp_path))


def test_of_cues_that_overlap_the_longest_counts(cues: Cues) -> None:
    doc = parsed("We/PRP/nsubj>open will/MD/aux>open not/RB/advmod>open only/RB/advmod>open open/VB .")
    assert [m.span.text for m in cues.matches(doc[:])] == ["not only"]
