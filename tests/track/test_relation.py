from pathlib import Path

import pytest

from pipeline.errors import KnowledgeError
from pipeline.knowledge import Knowledge
from pipeline.track.relation import read_steps


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("plan,intend,They will open a fund.", "none of intend stands in the example"),
        ("someday,intend,They intend to open a fund.", "someday"),
    ],
)
def test_a_mistaken_line_of_the_steps_is_named(tmp_path: Path, line: str, said: str) -> None:
    (tmp_path / "steps.csv").write_text(f"stage,words,example\n{line}\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=rf"steps\.csv, line 2.*{said}"):
        read_steps(Knowledge(tmp_path))
