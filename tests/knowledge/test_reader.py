from pathlib import Path

import pytest

from pipeline.errors import KnowledgeError
from pipeline.knowledge.reading import read_expressions, read_list, read_table, read_toml


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


@pytest.mark.parametrize("pattern", ["(", "a{99999999999}", "(?i)port", "port)|(bay", "(?P<port>port)", "(" * 5000])
def test_an_expression_that_cannot_stand_beside_others_is_refused_with_its_mend(tmp_path: Path, pattern: str) -> None:
    (tmp_path / "list.txt").write_text(f"ports?|harbou?r\n{pattern}\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"^list.txt: .* is no regular expression \(.*\); mend it\.$"):
        read_expressions(tmp_path / "list.txt")


@pytest.mark.parametrize("text", ["a = " + "9" * 5000, "a = " + "[" * 5000, "a = 2024-02-30", "a = {"])
def test_whatever_is_wrong_with_a_toml_file_is_said(tmp_path: Path, text: str) -> None:
    (tmp_path / "areas.toml").write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"^areas.toml: .*; mend that line\.$"):
        read_toml(tmp_path / "areas.toml")


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
