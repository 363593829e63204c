"""Two documents compared: rows, highlights, page, tables and Word document."""

import re
import zipfile
from dataclasses import replace
from datetime import date
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from pipeline.records import Analysis, Commitment, Link
from pipeline.track.compare.comparison import Comparison, compare
from pipeline.track.compare.files import write_comparison
from pipeline.track.compare.force import force_words
from pipeline.track.compare.ledger import side_by_side
from pipeline.track.compare.sides import side_rows
from tests.records import commitment
from tests.shipped import KNOWLEDGE
from tests.staged import ingested

EARLIER = """Joint Statement of the Northern Council

The members urge all neighbours to join the treaty on cod. Each member pays $50 billion for harbours by 2030.

1. The members thanked their hosts for the warm welcome in the old town.

2. A school for pilots opens its doors to students of both islands in the spring.

3. The members agreed that the lighthouse of Eastport stays lit throughout the winter months.
"""
LATER = """Joint Statement of the Northern Council

1. The members agreed that the lighthouse of Eastport stays lit throughout the winter months.

The members call on all neighbours to join the treaty on cod. Each member pays for harbours by 2035.

2. The members thanked their hosts for the warm welcome in the old town.

3. New buoys mark the entrance to the western harbour from next summer on.
"""


def untagged(text: str, doc_id: str = "council") -> Analysis:
    return Analysis(ingested(text, doc_id, title="Joint Statement", date=date(2031, 5, 1)), (), (), ())


@cache
def comparison() -> Comparison:
    return compare(untagged(EARLIER, "council-1"), untagged(LATER, "council-2"), (), KNOWLEDGE.get(force_words))


def said(before: str, after: str) -> list[str]:
    """What is told in words of two texts."""
    return [h.words for h in compare(untagged(before), untagged(after), (), KNOWLEDGE.get(force_words)).highlights]


def test_the_rows_tell_the_fate_of_every_passage() -> None:
    assert [row.fate for row in comparison().rows] == ["same", "moved", "changed", "same", "gone", "moved_away", "new"]


def test_both_places_of_a_moved_passage_lead_to_each_other() -> None:
    moved, away = (next(r for r in comparison().rows if r.fate == fate) for fate in ("moved", "moved_away"))
    assert (moved.other, away.other) == (away.number, moved.number)


def test_changed_words_and_figures_are_told_in_words() -> None:
    assert [h.words for h in comparison().highlights] == [
        "“urge” became “call on”",
        "“$50 billion” is gone",
        "“2030” became “2035”",
    ]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (
            "We will consider a ban on the sale of nets.",
            "We may consider a ban on the sale of nets.",
            ["“will” became “may”"],
        ),
        (
            "They pay 2 percent of it to the fund.",
            "They pay 3 percent of it to the fund.",
            ["“2 percent” became “3 percent”"],
        ),
        ("We welcome the plan for a new canal.", "We note the plan for a new canal.", ["“welcome” is gone"]),
        ("The plan for a new canal is long.", "The plan for a new canal is wide.", []),
    ],
)
def test_only_words_of_force_and_figures_are_told(before: str, after: str, told: list[str]) -> None:
    assert said(before, after) == told


def test_a_sum_that_stands_elsewhere_is_not_told_to_be_gone() -> None:
    before = "The port gets $9 million for the pier.\n\nThe members thanked their hosts for the welcome."
    after = (
        "The members thanked their hosts for the welcome.\n\nFor the pier of Eastport there is now a sum of $9 million."
    )
    assert not [words for words in said(before, after) if "9 million" in words]


def linked(later_id: str, earlier_id: str, relation: str, *details: str) -> Link:
    return Link(later_id, earlier_id, relation, 0.9, (), "", details, "")  # type: ignore[arg-type]


def promise(doc_id: str, number: int) -> Commitment:
    return replace(commitment(doc_id), commitment_id=f"{doc_id}:{number}.1", sentence_id=f"{doc_id}:{number}")


def test_commitments_stand_beside_what_they_take_up() -> None:
    earlier, later = [promise("a", n) for n in (1, 2, 3)], [promise("b", n) for n in (1, 2, 3)]
    links = [linked("b:1.1", "a:2.1", "strengthened", "cue: plan -> will"), linked("b:3.1", "a:1.1", "repeated")]
    rows = side_by_side(earlier, later, links)
    assert [
        (row.verdict, row.later and row.later.commitment_id, [e.commitment_id for e in row.earlier]) for row in rows
    ] == [
        ("stronger", "b:1.1", ["a:2.1"]),
        ("new", "b:2.1", []),
        ("same", "b:3.1", ["a:1.1"]),
        ("gone", None, ["a:3.1"]),
    ]
    assert rows[0].changes == ("cue: plan -> will",)


def test_a_sentence_with_several_commitments_stands_in_the_table_once() -> None:
    sentence = "Norway will build a pier and light the harbour."
    made = [
        replace(promise("b", 1), commitment_id=f"b:1.{n}", sentence=sentence, action=action, actors=("NOR",))
        for n, action in enumerate(("build a pier", "light the harbour"), 1)
    ]
    (row,) = side_rows(side_by_side([], made, []))
    assert row.earlier == ()
    assert [side.stretches for side in row.later] == [
        (("Norway will ", False), ("build a pier", True), (" and ", False), ("light the harbour", True), (".", False))
    ]


class Text(HTMLParser):
    """The words of a page inside and outside changes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.inside: list[str] = []
        self.found: list[tuple[str, str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"ins", "del"}:
            self.inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in {"ins", "del"}:
            self.inside.pop()

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.found.append((self.inside[-1], data))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("compared")
    write_comparison(comparison(), made, KNOWLEDGE)
    return made


def test_the_page_says_changes_without_colour_and_runs_no_script(folder: Path) -> None:
    page = (folder / "compare.html").read_text(encoding="utf-8")
    found = Text(page).found
    assert ("del", "urge ") in found
    assert ("ins", "call on ") in found
    assert ("del", "[taken out: ") in found
    assert ("ins", "[put in: ") in found
    assert "<script" not in page
    assert "default-src 'none'" in page


def test_hostile_wording_stays_wording(tmp_path: Path) -> None:
    hostile = "<script>alert(1)</script> =1+1 <ins>we</ins> agree that the pier is long."
    made = compare(untagged(hostile), untagged(f"{hostile} Indeed."), (), KNOWLEDGE.get(force_words))
    write_comparison(made, tmp_path, KNOWLEDGE)
    page = (tmp_path / "compare.html").read_text(encoding="utf-8")
    assert "<script" not in page
    assert "&lt;ins&gt;" in page


def test_the_tables_hold_the_redline(folder: Path) -> None:
    assert "[-urge-] {+call on+} all" in (folder / "wording.csv").read_text(encoding="utf-8")
    assert (folder / "highlights.csv").read_text(encoding="utf-8").splitlines()[0] == "subject,before,after,row"


def wording_of(path: Path, kept: str, dropped: str) -> str:
    """The words of a Word document after all changes of one kind are kept and those of the other dropped."""
    words = []
    for paragraph in docx.Document(str(path)).element.body.iter(qn("w:p")):
        for node in paragraph.iter(qn("w:t"), qn("w:delText")):
            around = {a.tag for a in node.iterancestors()}
            if qn(dropped) not in around:
                words.append(node.text or "")
        words.append(" ")
    return "".join("".join(words).split())


def text_of(text: str) -> str:
    return "".join(re.sub(r"(?m)^\d\. ", "", text).split())


def test_who_accepts_the_tracked_changes_has_the_later_wording_and_who_rejects_them_the_earlier(folder: Path) -> None:
    path = folder / "compare.docx"
    assert wording_of(path, "w:ins", "w:del") == text_of(LATER)
    assert wording_of(path, "w:del", "w:ins") == text_of(EARLIER)


def test_the_same_comparison_has_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    write_comparison(comparison(), tmp_path, KNOWLEDGE)
    for path in folder.iterdir():
        if path.suffix != ".docx":
            assert (tmp_path / path.name).read_bytes() == path.read_bytes()
    parts = [zipfile.ZipFile(f / "compare.docx").read("word/document.xml") for f in (folder, tmp_path)]
    assert parts[0] == parts[1]
