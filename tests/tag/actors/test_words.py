"""Words beside an actor, as the knowledge file gives them."""

from pathlib import Path

import pytest

from pipeline.errors import KnowledgeError
from pipeline.knowledge import Knowledge
from pipeline.tag.actors.words import WORD_KINDS, read_actor_words
from tests.shipped import KNOWLEDGE


def written(folder: Path, *lines: str) -> Knowledge:
    (folder / "actor_words.csv").write_text("\n".join(("kind,word,example", *lines)), encoding="utf-8")
    return Knowledge(folder)


def test_every_kind_has_words() -> None:
    words = KNOWLEDGE.get(read_actor_words)
    assert [kind for kind in WORD_KINDS if not words[kind]] == []


def test_a_folder_of_ones_own_may_add_words(tmp_path: Path) -> None:
    words = written(tmp_path, 'joined,side by side with,"Peru, side by side with Chad, will pay."').get(
        read_actor_words
    )
    assert words["joined"] == {"side by side with"}


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("joined,Together with,Together with Chad we pay.", "capitals"),
        ("joined,along with,Together with Chad we pay.", "example"),
        ("beside,along with,Along with Chad we pay.", "kind"),
    ],
)
def test_a_wrong_line_is_told(tmp_path: Path, line: str, complaint: str) -> None:
    with pytest.raises(KnowledgeError, match=rf"actor_words.csv, line 2: .*{complaint}"):
        written(tmp_path, line).get(read_actor_words)
