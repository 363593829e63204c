"""The knowledge object: a folder of one's own lies over the shipped files."""

from pathlib import Path

import pytest

from pipeline.errors import KnowledgeError
from pipeline.knowledge import Knowledge


def openers(knowledge: Knowledge) -> list[str]:
    return list(knowledge.entries("openers.txt"))


def test_without_a_folder_the_shipped_files_are_read() -> None:
    assert len(Knowledge().entries("openers.txt")) > 1


def test_a_file_of_ones_own_takes_the_place_of_the_shipped_one_and_the_others_stay(tmp_path: Path) -> None:
    (tmp_path / "openers.txt").write_text("Hear ye # an old form\n", encoding="utf-8")
    knowledge = Knowledge(tmp_path)
    assert knowledge.entries("openers.txt") == ("Hear ye",)
    assert knowledge.entries("unions.txt") == Knowledge().entries("unions.txt")


def test_what_is_made_of_the_files_is_made_once_for_each_object(tmp_path: Path) -> None:
    (tmp_path / "openers.txt").write_text("Hear ye\n", encoding="utf-8")
    shipped, own = Knowledge(), Knowledge(tmp_path)
    assert shipped.get(openers) is shipped.get(openers)
    assert own.get(openers) == ["Hear ye"] != shipped.get(openers)


def test_the_digest_tells_another_wording_from_the_shipped_one(tmp_path: Path) -> None:
    assert Knowledge(tmp_path).digest == Knowledge().digest
    (tmp_path / "openers.txt").write_text("Hear ye\n", encoding="utf-8")
    assert Knowledge(tmp_path).digest != Knowledge().digest


def test_a_folder_that_is_not_there_and_a_file_with_an_unknown_name_are_said(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="does not exist"):
        Knowledge(tmp_path / "nowhere")
    (tmp_path / "opener.txt").write_text("Hear ye\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"opener\.txt is not a knowledge file"):
        Knowledge(tmp_path)


def test_a_file_in_another_encoding_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "openers.txt").write_bytes("One\nDéclaration\n".encode("latin-1"))
    with pytest.raises(KnowledgeError, match=r"openers\.txt, line 2: not UTF-8"):
        Knowledge(tmp_path).entries("openers.txt")
