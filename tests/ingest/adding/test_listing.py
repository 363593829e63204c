"""The list of the corpus: what is known, missing, doubtful and wrong."""

import gzip
from pathlib import Path

import pytest

from pipeline.console import Console
from pipeline.errors import CommuniqueError
from pipeline.ingest.adding.listing import Listed, list_corpus, summary
from pipeline.ingest.adding.printing import remarks
from tests.ingest.adding.test_add import FRENCH, OTHER
from tests.ingest.corpus.test_corpus import LIMIT, STATEMENT, put
from tests.ingest.corpus.test_rows import lines
from tests.shipped import KNOWLEDGE


def listed(corpus: Path) -> list[Listed]:
    return list_corpus(corpus, LIMIT, KNOWLEDGE, Console())


def test_a_document_is_listed_with_gaps_and_doubts(tmp_path: Path) -> None:
    put(tmp_path, "lights.txt")
    (row,) = listed(tmp_path)
    assert (row.doc_id, row.kind, str(row.date), row.parties) == ("lights", "txt", "2024-05-03", ("CHL", "NOR"))
    assert row.words == len(STATEMENT.split())
    assert row.gaps == ("issuer",)
    assert row.doubts == ("date inferred", "parties inferred", "title inferred")
    assert row.problem == ""


def test_near_duplicates_name_each_other(tmp_path: Path) -> None:
    body = " ".join(f"Article {n} says that the parties will light lamp {n} of the coast." for n in range(9))
    put(tmp_path, "oslo.txt", STATEMENT + body)
    put(tmp_path, "santiago.txt", "Santiago, 3 May 2024\n\n" + STATEMENT + body)
    put(tmp_path, "else.txt", OTHER)
    assert [row.near_duplicates for row in listed(tmp_path)] == [(), ("santiago (100%)",), ("oslo (100%)",)]


def test_a_row_of_a_packed_table_is_of_the_kind_of_the_table(tmp_path: Path) -> None:
    put(tmp_path, "year.jsonl.gz", gzip.compress(lines({"text": OTHER}).encode()))
    assert [row.kind for row in listed(tmp_path)] == ["jsonl"]


def test_another_language_is_a_doubt_and_an_unreadable_file_a_problem(tmp_path: Path) -> None:
    put(tmp_path, "french.txt", FRENCH * 3)
    put(tmp_path, "empty.txt", b"")
    put(tmp_path, "year.jsonl", lines({"text": OTHER}, {"text": ""}))
    french, row, *problems = listed(tmp_path)
    assert french.language == "fr"
    assert "not English but French: not processed" in french.doubts
    assert (row.doc_id, row.kind) == ("year-00001", "jsonl")
    assert [(p.source, p.kind) for p in problems] == [("empty.txt", "txt"), ("year.jsonl#2", "jsonl")]
    assert summary(listed(tmp_path)) == (
        "2 documents, 2 with gaps, 2 with doubts, 0 with near-duplicates, 2 with problems"
    )


def test_a_folder_that_is_not_there_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(CommuniqueError, match="does not exist"):
        listed(tmp_path / "nowhere")


def test_remarks_say_in_words_what_is_missing_and_doubtful(tmp_path: Path) -> None:
    put(tmp_path, "lights.txt")
    put(tmp_path, "empty.txt", b"")
    lights, empty = listed(tmp_path)
    assert remarks(lights) == "no issuer; date inferred; parties inferred; title inferred"
    assert remarks(empty).startswith("empty.txt holds no text")
