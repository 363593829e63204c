"""Tables of documents: one a row, each checked by itself."""

import json
import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import DocumentError
from pipeline.ingest.corpus.containers import entries
from pipeline.ingest.corpus.entries import Entry
from pipeline.ingest.corpus.folder import find
from pipeline.ingest.corpus.rows import HOPELESS, LISTED
from pipeline.ingest.stage import read_entry
from pipeline.records import Skipped
from tests.shipped import KNOWLEDGE

LIMIT = 100_000
TEXT = "The Ministers of Norway and Chile agreed to restore four lighthouses in the north by 2030."


def found(corpus: Path) -> tuple[list[Entry], dict[str, str]]:
    """Documents of a corpus, and the reasons for the others by their place."""
    sources, skipped = find(corpus)
    every = [*entries(sources, LIMIT), *skipped]
    return [e for e in every if isinstance(e, Entry)], {s.source: s.reason for s in every if isinstance(s, Skipped)}


def put(corpus: Path, name: str, content: str | bytes) -> Path:
    path = corpus / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def lines(*rows: object) -> str:
    return "".join(json.dumps(row) + "\n" for row in rows)


def test_a_row_is_a_document_with_its_metadata(tmp_path: Path) -> None:
    row = {"doc_id": "lights", "title": "On Lights", "date": "2024-05-03", "parties": ["NOR", "CHL"], "text": TEXT}
    put(tmp_path, "year.jsonl", lines(row))
    (entry,), reasons = found(tmp_path)
    document = read_entry(entry, KNOWLEDGE)
    assert (document.doc_id, document.source, document.text) == ("lights", "year.jsonl#1", TEXT)
    assert (document.title, document.date, document.parties) == ("On Lights", date(2024, 5, 3), ("NOR", "CHL"))
    assert "title" not in document.inferred
    assert reasons == {}


def test_a_row_without_a_doc_id_is_named_by_file_and_number(tmp_path: Path) -> None:
    put(tmp_path, "year.jsonl", lines({"text": TEXT}) + "\n" + lines({"text": TEXT}))
    assert [(e.doc_id, e.path) for e in found(tmp_path)[0]] == [
        ("year-00001", "year.jsonl#1"),
        ("year-00003", "year.jsonl#3"),
    ]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("comma", f'doc_id,date,parties,text\na,2024-05-03,NOR;CHL,"{TEXT}\n\nThey met in ""Oslo""."\n'),
        ("semicolon", f'doc_id;date;parties;text\na;2024-05-03;NOR,CHL;"{TEXT}\n\nThey met in ""Oslo""."\n'),
        ("tab", f'doc_id\tdate\tparties\ttext\na\t2024-05-03\tNOR;CHL\t"{TEXT}\n\nThey met in ""Oslo""."\n'),
        (
            "byte order mark",
            f'\ufeffText,doc_id,date,parties\n"{TEXT}\n\nThey met in ""Oslo"".",a,2024-05-03,NOR;CHL\n',
        ),
        ("windows", f'doc_id,date,parties,text\r\na,2024-05-03,NOR;CHL,"{TEXT}\r\n\r\nThey met in ""Oslo""."\r\n'),
    ],
)
def test_csv_is_read_as_spreadsheets_write_it(tmp_path: Path, name: str, content: str) -> None:
    put(tmp_path, "year.csv", content)
    (entry,), reasons = found(tmp_path)
    document = read_entry(entry, KNOWLEDGE)
    assert reasons == {}
    assert (document.doc_id, document.date, document.parties[0]) == ("a", date(2024, 5, 3), "NOR"), name
    assert document.text == f'{TEXT}\n\nThey met in "Oslo".'


def test_the_columns_of_the_own_table_are_understood(tmp_path: Path) -> None:
    header = "doc_id,title,date,issuer,parties,url,source,text_path,sha256,words,sentences,commitments,text\n"
    put(tmp_path, "documents.csv", header + f"a,On Lights,2024-05-03,Utopia,NOR,,a.txt,text/a.txt,00,3,1,1,{TEXT}\n")
    (entry,), _ = found(tmp_path)
    document = read_entry(entry, KNOWLEDGE)
    assert (document.title, document.issuer) == ("On Lights", "Utopia")
    assert not [edit for edit in document.edits if edit.rule == "metadata"]


def test_a_table_of_other_things_says_what_is_missing(tmp_path: Path) -> None:
    put(tmp_path, "prices.csv", "name,price\nbread,3\n")
    put(tmp_path, "empty.csv", "")
    put(tmp_path, "wide.csv", "doc_id,text\na,b\n".encode("utf-16"))
    put(tmp_path, "twice.csv", "text,title,title\na,b,c\n")
    _, reasons = found(tmp_path)
    assert "no column 'text'" in reasons["prices.csv"]
    assert "no column 'text'" in reasons["empty.csv"]
    assert "save it as UTF-8" in reasons["wide.csv"]
    assert "'title' twice" in reasons["twice.csv"]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{'text': 'x'}", "no valid JSON"),
        ("[" * 50_000, "no valid JSON"),
        ('["text"]', "no JSON object"),
        ('{"title": "a"}', "no text"),
        ('{"text": 5}', "no text"),
        ('{"text": "a", "doc_id": "../../etc/passwd"}', "a path"),
        ('{"text": "a", "doc_id": ".hidden"}', "a path"),
        ('{"text": "a", "doc_id": "a\\nb"}', "line breaks"),
        (json.dumps({"text": "a", "doc_id": "a" * 300}), "longer than 200 bytes"),
        (json.dumps({"text": "a" * (LIMIT + 1)}), "MB that are read"),
        (json.dumps({"text": "ä" * (LIMIT // 2 + 1)}, ensure_ascii=False), "MB that are read"),
        ('{"text": "a", "doc_id": "good"}', "same name"),
    ],
)
def test_a_bad_row_is_skipped_and_the_rest_goes_on(tmp_path: Path, line: str, says: str) -> None:
    put(tmp_path, "year.jsonl", f'{{"text": "x", "doc_id": "good"}}\n{line}\n{{"text": "x", "doc_id": "last"}}\n')
    documents, reasons = found(tmp_path)
    assert [entry.doc_id for entry in documents] == ["good", "last"]
    assert says in reasons["year.jsonl#2"]


def test_a_row_with_too_few_or_too_large_cells_is_skipped(tmp_path: Path) -> None:
    put(tmp_path, "year.csv", f"doc_id,text\na\nb,{'x' * 2 * LIMIT}\nc,fine\n")
    documents, reasons = found(tmp_path)
    assert [entry.doc_id for entry in documents] == ["c"]
    assert "1 cells where the header has 2" in reasons["year.csv#1"]
    assert "MB that are read" in reasons["year.csv#2"]


def test_an_open_quotation_mark_does_not_swallow_memory(tmp_path: Path) -> None:
    put(tmp_path, "year.csv", 'doc_id,text\na,fine\nb,"never closed\n' + "word " * 200_000)
    documents, reasons = found(tmp_path)
    assert [entry.doc_id for entry in documents] == ["a"]
    assert "quotation mark" in reasons["year.csv"]


def test_metadata_of_a_row_is_checked_like_a_metadata_file(tmp_path: Path) -> None:
    put(tmp_path, "year.jsonl", lines({"text": TEXT, "language": "Elvish"}, {"text": TEXT, "titel": "x"}))
    for entry, says in zip(found(tmp_path)[0], ("no language", "did you mean 'title'"), strict=True):
        with pytest.raises(DocumentError, match=says):
            read_entry(entry, KNOWLEDGE)


def test_halves_of_characters_and_null_bytes_end_nowhere(tmp_path: Path) -> None:
    put(tmp_path, "year.jsonl", '{"text": "The Ministers met \\ud800 in Oslo.", "title": "A\\u0000B \\udfff"}\n')
    document = read_entry(found(tmp_path)[0][0], KNOWLEDGE)
    assert document.title == "A B"
    document.text.encode()


def test_a_metadata_file_beside_a_table_holds_for_rows_that_say_nothing(tmp_path: Path) -> None:
    put(tmp_path, "year.jsonl", lines({"text": TEXT}, {"text": TEXT, "issuer": "Embassy"}))
    put(tmp_path, "year.meta.yaml", "issuer: Ministry\n")
    assert [read_entry(entry, KNOWLEDGE).issuer for entry in found(tmp_path)[0]] == ["Ministry", "Embassy"]


def test_only_a_row_that_changed_has_another_digest(tmp_path: Path) -> None:
    put(tmp_path, "year.jsonl", lines({"text": "one"}, {"text": "two"}, {"text": "three", "title": "x"}))
    before = [entry.digest for entry in found(tmp_path)[0]]
    put(tmp_path, "year.jsonl", lines({"text": "one"}, {"text": "2"}, {"text": "three", "title": "y"}))
    after = [entry.digest for entry in found(tmp_path)[0]]
    assert [a == b for a, b in zip(before, after, strict=True)] == [True, False, False]


def test_very_many_bad_rows_are_no_flood(tmp_path: Path) -> None:
    put(tmp_path, "noise.jsonl", lines({"text": TEXT}) + "?\n" * (LISTED + 500))
    documents, reasons = found(tmp_path)
    assert len(documents) == 1
    assert len(reasons) == LISTED + 1
    assert "500 more rows" in reasons["noise.jsonl"]


def test_a_file_of_another_kind_is_refused_once(tmp_path: Path) -> None:
    put(tmp_path, "pretty.jsonl", json.dumps([{"text": TEXT}] * 20, indent=1))
    put(tmp_path, "short.jsonl", "?\n" * (HOPELESS - 1) + lines({"text": TEXT}))
    documents, reasons = found(tmp_path)
    assert "no JSONL file" in reasons.pop("pretty.jsonl")
    assert (len(documents), len(reasons)) == (1, HOPELESS - 1)


def test_a_table_that_cannot_be_opened_is_listed(tmp_path: Path) -> None:
    path = put(tmp_path, "year.jsonl", lines({"text": TEXT}))
    sources, _ = find(tmp_path)
    path.unlink()
    (skipped,) = entries(sources, LIMIT)
    assert isinstance(skipped, Skipped)
    assert "vanished" in skipped.reason


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_table_without_permission_is_listed(tmp_path: Path) -> None:
    put(tmp_path, "year.jsonl", lines({"text": TEXT})).chmod(0)
    assert "permissions" in found(tmp_path)[1]["year.jsonl"]


@given(data=st.binary(max_size=400), ending=st.sampled_from(["jsonl", "csv"]))
def test_whatever_the_bytes_are_something_is_said(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, ending: str
) -> None:
    folder = tmp_path_factory.mktemp("noise")
    put(folder, f"a.{ending}", data)
    documents, reasons = found(folder)
    for entry in documents:
        assert entry.digest
    assert all(reason.endswith(".") for reason in reasons.values())


@given(
    st.lists(st.dictionaries(st.sampled_from(["text", "doc_id", "title", "date"]), st.text(max_size=20)), max_size=5)
)
def test_every_row_of_a_table_is_a_document_or_listed(
    tmp_path_factory: pytest.TempPathFactory, rows: list[dict[str, str]]
) -> None:
    folder = tmp_path_factory.mktemp("rows")
    put(folder, "a.jsonl", lines(*rows))
    documents, reasons = found(folder)
    assert len(documents) + len(reasons) == len(rows)
