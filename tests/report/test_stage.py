"""The report stage: what it leaves in the outputs folder."""

import csv
import os
import pickle
import re
import subprocess
import sys
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from pipeline.aggregates import AreaTerm
from pipeline.catalogue import FILES, TABLES
from pipeline.records import Analysis, Skipped
from pipeline.report.labels import read_names
from pipeline.report.page.marking import anchor
from pipeline.report.page.page import document_anchor
from pipeline.report.stage import Results, report
from pipeline.report.summaries import summaries
from tests.records import TEXT, analysis
from tests.report.corpora import corpus
from tests.shipped import KNOWLEDGE

ROOT = Path(__file__).parents[2]
HOSTILE = '</script><script>alert(1)</script><img src=x onerror="alert(2)"><style>*{display:none}</style> =1+1'


class Elements(HTMLParser):
    """Names and attributes of all elements of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def attributes(self, tag: str, name: str) -> list[str]:
        return [value for found, attributes in self.found if found == tag and (value := attributes.get(name))]


def contents(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def page_of(analyses: list[Analysis], folder: Path, skipped: tuple[Skipped, ...] = ()) -> str:
    report(Results(analyses, skipped), folder, KNOWLEDGE)
    return (folder / "report.html").read_text(encoding="utf-8")


def hostile() -> Analysis:
    made = analysis()
    text = TEXT.replace("They discussed trade.", HOSTILE)
    sentence = replace(made.sentences[1], end=len(text), text=HOSTILE)
    return replace(
        made,
        document=replace(
            made.document, text=text, title=HOSTILE, issuer=HOSTILE, url="javascript:alert(3)", parties=(HOSTILE,)
        ),
        sentences=(made.sentences[0], sentence),
        commitments=(replace(made.commitments[0], actors=(HOSTILE,), sentence=HOSTILE, deadline=HOSTILE),),
    )


def test_everything_is_there_and_listed(tmp_path: Path) -> None:
    written = report(Results([analysis()]), tmp_path, KNOWLEDGE)
    names = {path.relative_to(tmp_path).as_posix() for path in written}
    assert names == set(contents(tmp_path))
    assert {"documents.csv", "sentences.csv", "entities.csv", "commitments.csv", "report.html"} <= names
    assert "text/2031-05-01-bridge.txt" in names
    assert "summary/commitments_by_area.csv" in names


def test_cleaned_texts_are_kept_to_the_letter(tmp_path: Path) -> None:
    made = analysis()
    text = TEXT.replace("trade", "tra\u2028de\r\n é")
    report(Results([replace(made, document=replace(made.document, text=text))]), tmp_path, KNOWLEDGE)
    assert (tmp_path / "text" / "2031-05-01-bridge.txt").read_bytes() == text.encode()


def test_texts_of_documents_that_are_gone_are_removed(tmp_path: Path) -> None:
    report(Results([analysis("a"), analysis("b")]), tmp_path, KNOWLEDGE)
    report(Results([analysis("b")]), tmp_path, KNOWLEDGE)
    assert [p.name for p in (tmp_path / "text").iterdir()] == ["b.txt"]


def test_same_records_same_bytes_whatever_hash_seed_locale_and_time_zone(tmp_path: Path) -> None:
    code = (
        "import pickle, sys; from pathlib import Path;"
        "from pipeline.report.stage import Results, report; from tests.shipped import KNOWLEDGE;"
        "report(Results(pickle.loads(Path(sys.argv[1]).read_bytes())), Path(sys.argv[2]), KNOWLEDGE)"
    )
    records = tmp_path / "records"
    records.write_bytes(pickle.dumps(corpus(4)))
    for name, environment in (
        ("one", {"PYTHONHASHSEED": "1", "LC_ALL": "C", "PYTHONUTF8": "0", "TZ": "Asia/Tokyo"}),
        ("two", {"PYTHONHASHSEED": "2", "LC_ALL": "C.UTF-8", "TZ": "America/Lima"}),
    ):
        command = [sys.executable, "-c", code, str(records), str(tmp_path / name)]
        subprocess.run(command, cwd=ROOT, env={**os.environ, **environment}, check=True)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_hostile_wording_changes_nothing_in_the_page(tmp_path: Path) -> None:
    plain = Elements(page_of([analysis()], tmp_path / "plain"))
    page = page_of([hostile()], tmp_path / "hostile", (Skipped(HOSTILE, HOSTILE),))
    elements = Elements(page)
    for tag in ("script", "style", "img"):
        assert len(elements.attributes(tag, "src")) == 0
        count = [sum(found == tag for found, _ in e.found) for e in (plain, elements)]
        assert count[0] == count[1]
    assert not [name for _, attributes in elements.found for name in attributes if name.startswith("on")]
    assert not [href for href in elements.attributes("a", "href") if href.lower().startswith("javascript")]
    assert HOSTILE in unescape(page)


def test_the_page_asks_for_nothing_from_outside(tmp_path: Path) -> None:
    elements = Elements(page_of(corpus(3), tmp_path))
    (policy,) = [v for v in elements.attributes("meta", "content") if v.startswith("default-src")]
    assert "default-src 'none'" in policy
    assert not [e for e in elements.found if e[0] in ("link", "iframe", "object", "embed", "base")]
    assert not [v for tag, a in elements.found for k, v in a.items() if k == "src"]


def test_every_link_within_the_page_has_its_place_and_every_place_is_one(tmp_path: Path) -> None:
    made = corpus(4)
    elements = Elements(page_of(made, tmp_path))
    ids = [a["id"] for _, a in elements.found if "id" in a]
    assert len(ids) == len(set(ids))
    targets = {href[1:].partition("?")[0] for href in elements.attributes("a", "href") if href.startswith("#")}
    of_script = {document_anchor(a.document.doc_id) for a in made}
    of_script |= {anchor(c.commitment_id) for a in made for c in a.commitments}
    assert targets <= {*ids, *of_script}
    assert {"ledger", "pictures", "doubt", "method"} <= targets


def test_headings_stand_in_order_and_pictures_have_words(tmp_path: Path) -> None:
    elements = Elements(page_of(corpus(2), tmp_path))
    levels = [int(tag[1]) for tag, _ in elements.found if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))
    pictures = [a for _, a in elements.found if a.get("role") == "img"]
    assert len(pictures) == len(list((tmp_path / "charts").glob("*.svg")))
    assert all(len(a["aria-label"] or "") > 40 for a in pictures)


def test_what_was_not_processed_is_listed_with_its_reason(tmp_path: Path) -> None:
    page = page_of([], tmp_path, (Skipped("sub/ä.txt", "The file is empty: put the text there."),))
    assert "sub/ä.txt" in page
    assert "The file is empty" in page
    assert "No documents were processed" in page
    assert (tmp_path / "summary" / "not_processed.csv").read_text(encoding="utf-8").count("\n") == 2


def test_near_duplicates_are_named_as_a_pair_and_kept(tmp_path: Path) -> None:
    made = analysis("a")
    long = TEXT + "\n\n" + " ".join(f"Article {n} names lamp {n} of the northern coast." for n in range(9))
    twins = [analysis(doc_id, long) for doc_id in ("b", "c")]
    page = page_of([made, *twins], tmp_path)
    table = (tmp_path / "summary" / "near_duplicates.csv").read_text(encoding="utf-8").splitlines()
    assert table[0] == "doc_id,other_id,share,resemblance,shingles"
    assert [line.split(",")[:4] for line in table[1:]] == [["b", "c", "1", "1"]]
    assert "<td>100%</td>" in page
    assert (tmp_path / "documents.csv").read_text(encoding="utf-8").count("\n") == 4


@pytest.mark.parametrize("found", [[], [replace(analysis(), commitments=())]])
def test_without_commitments_everything_is_still_written(tmp_path: Path, found: list[Analysis]) -> None:
    page = page_of(found, tmp_path)
    assert "No commitments were found" in page
    assert list((tmp_path / "charts").iterdir()) == []
    assert (tmp_path / "commitments.csv").read_text().count("\n") == 1


def test_summaries_count_and_share(tmp_path: Path) -> None:
    made = analysis()
    two = replace(made.commitments[0], commitment_id="x:2.2", actors=("CHL",), strength="weak", kind="continuing")
    report(Results([replace(made, commitments=(*made.commitments, two))]), tmp_path, KNOWLEDGE)
    with (tmp_path / "summary" / "commitments_by_actor.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(r["actor"], r["commitments"], r["share"], r["weak"], r["new"], r["documents"]) for r in rows] == [
        ("CHL", "2", "1", "1", "1", "1"),
        ("NOR", "1", "0.5", "0", "1", "1"),
    ]
    members = [set(row["member_of"].split(";")) for row in rows]
    assert {"Pacific Alliance", "OAS"} <= members[0]
    assert {"NATO", "EFTA"} <= members[1]


def test_every_file_of_the_catalogue_is_written_with_its_columns(tmp_path: Path) -> None:
    report(Results([analysis()], terms=[AreaTerm("energy", 1, "grid", 2.5)]), tmp_path, KNOWLEDGE)
    assert {table.file for table in FILES} == {
        name for name in contents(tmp_path) if name.endswith(".csv") and not name.startswith(("charts/", "ledger."))
    }
    for table in FILES:
        with (tmp_path / table.file).open(encoding="utf-8", newline="") as file:
            assert tuple(next(csv.reader(file))) == table.columns
    assert (tmp_path / "summary" / "area_terms.csv").read_text().splitlines()[1] == "energy,1,grid,2.5"


def test_counts_are_the_records_of_their_tables() -> None:
    for name, table in summaries([analysis()], KNOWLEDGE.get(read_names)).items():
        assert all(isinstance(row, TABLES[name].row) for row in table)
