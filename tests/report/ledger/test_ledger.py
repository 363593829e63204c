"""The ledger for people says what the tables say, in words and dates."""

import csv
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

from lxml import etree

from pipeline.records import Analysis, Thread, Tracking
from pipeline.report.labels import read_names
from pipeline.report.ledger.files import write_ledger
from pipeline.report.ledger.rows import COLUMNS
from tests.records import analysis
from tests.report.corpora import corpus
from tests.shipped import KNOWLEDGE

NO_TRACKING = Tracking()
NAMES = KNOWLEDGE.get(read_names)
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def table(found: list[Analysis], folder: Path, tracking: Tracking = NO_TRACKING) -> list[dict[str, str]]:
    write_ledger(found, tracking, NAMES, folder)
    with (folder / "ledger.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def cells(book: Path, sheet: int) -> list[list[tuple[str, str]]]:
    """Type and text of the cells of a sheet; a date has the type of a number."""
    with zipfile.ZipFile(book) as file:
        root = etree.fromstring(file.read(f"xl/worksheets/sheet{sheet}.xml"))
    return [
        [(cell.get("t", "n"), "".join(map(str, cell.itertext()))) for cell in row] for row in root.iter(f"{SHEET}row")
    ]


def test_an_uncertain_area_is_said_as_in_the_page(tmp_path: Path) -> None:
    made = analysis()
    unsure = tuple(replace(s, uncertain=True) for s in made.sentences)
    for sentences, said in ((made.sentences, ""), (unsure, "yes")):
        rows = table([replace(made, sentences=sentences)], tmp_path)
        assert {row["Area uncertain"] for row in rows} == {said}


def test_names_dates_and_the_words_of_the_text(tmp_path: Path) -> None:
    made = analysis()
    paid = replace(
        made.commitments[0], amount="2 million kroner", amount_value=2e6, amount_currency="NOK", areas=("energy",)
    )
    (row,) = table([replace(made, commitments=(paid,))], tmp_path)
    expected = {
        "Date": "2031-05-01",
        "Document": "Joint Statement",
        "Who": "Chile; Norway",
        "Commitment": "will build a bridge by 2035",
        "Kind": "announced",
        "Refusal": "",
        "Due": "2035-12-31",
        "Value": "2000000",
        "Currency": "NOK",
        "Policy areas": "Energy",
        "Sentence": "Norway and Chile will build a bridge by 2035.",
        "Row in the report": "report.html#c-2031-05-01-bridge:1.1",
    }
    assert {head: row[head] for head in expected} == expected


def test_excel_sees_that_the_file_is_utf8(tmp_path: Path) -> None:
    table([analysis()], tmp_path)
    assert (tmp_path / "ledger.csv").read_bytes().startswith(b"\xef\xbb\xbfDate,")


def test_a_date_known_to_the_year_is_no_day(tmp_path: Path) -> None:
    made = analysis()
    vague = replace(made, document=replace(made.document, date=date(2031, 1, 1), date_precision="year"))
    assert [row["Date"] for row in table([vague], tmp_path)] == ["2031"]


def test_what_other_documents_say_too_is_counted(tmp_path: Path) -> None:
    made = analysis()
    name = made.commitments[0].commitment_id
    thread = Thread("t", "", (), (), None, None, 3, 3, "strong", None, "", "standing", (name,))
    assert [row["Said in documents"] for row in table([made], tmp_path, Tracking(threads=(thread,)))] == ["3"]


def test_the_workbook_has_real_dates_numbers_and_a_sheet_of_codes(tmp_path: Path) -> None:
    found = corpus(3)
    rows = table(found, tmp_path)
    head, *lines = cells(tmp_path / "ledger.xlsx", 1)
    assert [text for _, text in head] == [column.head for column in COLUMNS]
    assert len(lines) == len(rows) == sum(len(a.commitments) for a in found)
    dated = [line[0] for line, row in zip(lines, rows, strict=True) if row["Date"]]
    assert dated
    assert {kind for kind, _ in dated} == {"n"}
    key = dict(
        row for row in ([text for _, text in line] for line in cells(tmp_path / "ledger.xlsx", 2)) if len(row) == 2
    )
    assert key["energy"] == "Energy"
    assert key["Due"] == "its last day, where it can be computed"


def test_wording_is_never_a_formula_nor_a_link(tmp_path: Path) -> None:
    made = analysis()
    evil = '=HYPERLINK("http://x.example")'
    hostile = replace(made.commitments[0], deadline=evil, sentence=evil)
    unsafe = replace(
        made, document=replace(made.document, title=evil, url="javascript:alert(1)"), commitments=(hostile,)
    )
    (row,) = table([unsafe], tmp_path)
    assert (row["Deadline"], row["Document"], row["Address"]) == (f"'{evil}", f"'{evil}", "")
    with zipfile.ZipFile(tmp_path / "ledger.xlsx") as file:
        sheet = file.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "javascript" not in sheet


def test_the_same_ledger_is_the_same_bytes(tmp_path: Path) -> None:
    written = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        written.append([p.read_bytes() for p in write_ledger(corpus(2), Tracking(), NAMES, tmp_path / name)])
    assert written[0] == written[1]


def test_the_contract_names_every_column() -> None:
    text = (Path(__file__).parents[3] / "docs" / "tables.md").read_text(encoding="utf-8")
    assert [
        f"| {column.head} | {column.meaning} |"
        for column in COLUMNS
        if f"| {column.head} | {column.meaning} |" not in text
    ] == []


def test_an_empty_ledger_has_its_head(tmp_path: Path) -> None:
    assert table([], tmp_path) == []
    assert len(cells(tmp_path / "ledger.xlsx", 1)) == 1
