"""The lexicon reads, refuses wrong lines with a message that helps, and finds its own examples."""

from pathlib import Path

import pytest
from spacy.language import Language

from pipeline.errors import KnowledgeError
from pipeline.tag.commitments import scope
from pipeline.tag.commitments.cues import COLUMNS, lexicon, read_cues
from tests.tag.commitments.examples import failing_examples

HEADER = ",".join(COLUMNS)
LINE = "pledge,verb,to_verb,commitment,strong,,We pledge to help.,"


def table(folder: Path, *lines: str) -> Path:
    (folder / "cues.csv").write_text("\n".join([HEADER, *lines]) + "\n", encoding="utf-8")
    return folder


def test_a_line_of_the_table_becomes_a_cue(tmp_path: Path) -> None:
    (cue,) = read_cues(table(tmp_path, LINE))
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
        (LINE.replace("to_verb", ""), "a commitment cue needs a frame"),
    ],
)
def test_a_wrong_line_is_refused_with_its_mend(line: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=message):
        list(read_cues(table(tmp_path, line)))


def test_the_shipped_tables_read() -> None:
    assert len(lexicon().by_word) > 100
    for category in scope.CATEGORIES:
        assert scope.words(category), category


def test_the_shipped_examples_are_found_and_their_counter_examples_are_not(nlp: Language) -> None:
    failing = list(failing_examples(nlp))
    assert len(failing) <= 5, "\n".join(failing)
