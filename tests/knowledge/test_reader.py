from pathlib import Path

import pytest

from pipeline.errors import KnowledgeError
from pipeline.knowledge.reading import read_list, read_table, read_toml


def write(folder: Path, text: str) -> Path:
    (folder / "table.csv").write_text(text, encoding="utf-8")
    return folder


def test_a_table_is_read_with_comments_and_lists(tmp_path: Path) -> None:
    write(tmp_path, '# countries\ncode,names\n\nNLD,"Norland | Kingdom of Norland"\n')
    (row,) = read_table(tmp_path / "table.csv", ["code", "names"])
    assert row["code"] == "NLD"
    assert row.values("names") == ("Norland", "Kingdom of Norland")
    assert row.line == 4


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("code;names\n", r"table.csv, line 1: the header must read code,names"),
        ("code,names\nNLD,Norland,the North\n", r"table.csv, line 2: 3 cells where 2 are needed; put a cell"),
    ],
)
def test_a_broken_table_is_refused_with_file_line_and_mend(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(KnowledgeError, match=says):
        list(read_table(write(tmp_path, text) / "table.csv", ["code", "names"]))


def test_a_cell_outside_its_choices_is_refused(tmp_path: Path) -> None:
    (row,) = read_table(write(tmp_path, "cue,strength\nvow,mighty\n") / "table.csv", ["cue", "strength"])
    with pytest.raises(KnowledgeError, match=r"table.csv, line 2: strength is 'mighty'; write one of strong, weak"):
        row.choice("strength", {"strong", "weak"})


def test_lists_and_toml(tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text("# abbreviations\nMr.  # Mister\n\nNo.\n")
    assert read_list(tmp_path / "list.txt") == ("Mr.", "No.")
    (tmp_path / "broken.toml").write_text("a = \n")
    with pytest.raises(KnowledgeError, match=r"broken.toml: .*line 1"):
        read_toml(tmp_path / "broken.toml")
