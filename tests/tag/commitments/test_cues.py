"""The lexicon reads, refuses wrong lines with a message that helps, and finds its own examples."""

from pathlib import Path

import pytest
from spacy.language import Language

from pipeline import load
from pipeline.errors import KnowledgeError
from pipeline.knowledge import Knowledge
from pipeline.tag.commitments.cues import COLUMNS, read_cues, read_lexicon
from pipeline.tag.commitments.scope import CATEGORIES, read_scope
from pipeline.tag.explain import explain
from tests.tag.commitments.examples import failing_examples

HEADER = ",".join(COLUMNS)
LINE = "pledge,verb,to_verb,commitment,strong,,We pledge to help.,"


def table(folder: Path, *lines: str) -> Path:
    (folder / "cues.csv").write_text("\n".join([HEADER, *lines]) + "\n", encoding="utf-8")
    return folder


def test_a_line_of_the_table_becomes_a_cue(tmp_path: Path) -> None:
    (cue,) = read_cues(Knowledge(table(tmp_path, LINE)))
    assert (cue.text, cue.pos, cue.frames, cue.strength, cue.kind) == ("pledge", "verb", ("to_verb",), "strong", None)
    assert cue.line == 2


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (LINE.replace("to_verb", "to_sing"), "line 2: frame 'to_sing' is unknown"),
        (LINE.replace("strong", "iron"), "strength is 'iron'; write one of medium, strong, weak"),
        (LINE.replace("commitment", "vow"), "act is 'vow'"),
        (LINE.replace("We pledge to help.", "We help."), "the example must contain the cue 'pledge'"),
        (LINE.replace("We pledge to help.", "pledge"), "must be a sentence"),
        (LINE.replace("pledge,verb", ",verb"), "line 2: the cue is missing"),
        (LINE.replace("to_verb", ""), "a commitment cue needs a frame"),
    ],
)
def test_a_wrong_line_is_refused_with_its_mend(line: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=message):
        list(read_cues(Knowledge(table(tmp_path, line))))


def test_the_shipped_tables_read() -> None:
    knowledge = Knowledge()
    assert len(knowledge.get(read_lexicon).by_word) > 100
    for category in CATEGORIES:
        assert knowledge.get(read_scope).words(category), category


def test_a_users_lexicon_takes_the_place_of_the_shipped_one(tmp_path: Path) -> None:
    """Two pipelines with different cues live side by side."""
    own = load(knowledge=str(table(tmp_path, LINE)))
    pledge, promise = own("We pledge to open two ports."), own("We will open two ports.")
    assert [span.text for span in pledge.spans["commitments"]] == ["to open two ports"]
    assert not list(promise.spans["commitments"])
    assert "none: no word of this sentence" in explain("We will open two ports.", own)


def test_the_shipped_examples_are_found_and_their_counter_examples_are_not(nlp: Language) -> None:
    failing = list(failing_examples(nlp))
    assert not failing, "\n".join(failing)
