from pathlib import Path

import pytest

from pipeline.errors import KnowledgeError
from pipeline.knowledge import Knowledge
from pipeline.names.sharedstates import meant
from tests.shipped import KNOWLEDGE


@pytest.mark.parametrize(
    ("name", "parties", "state"),
    [
        ("Korean", {"KOR", "PER"}, "KOR"),
        ("Koreans", {"PRK"}, "PRK"),
        ("Congo", {"COG", "FRA"}, "COG"),
        ("Korean", {"KOR", "PRK"}, ""),
        ("Korean", {"JPN", "USA"}, ""),
        ("Peruvian", {"PER"}, ""),
    ],
)
def test_a_shared_name_is_that_of_the_one_party_that_bears_it(name: str, parties: set[str], state: str) -> None:
    assert meant(name, frozenset(parties), KNOWLEDGE) == state


def test_an_unknown_code_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "shared_states.csv").write_text("name,states\nKorea,KOR|XYZ\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"shared_states\.csv, line 2: 'XYZ' is no code"):
        meant("Korea", frozenset(), Knowledge(tmp_path))
