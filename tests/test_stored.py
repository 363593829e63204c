"""Documents that are read from the record when they are asked for: the report is the one over a list of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.records import Analysis
from pipeline.report.labels import read_names
from pipeline.report.stage import Results, report
from pipeline.report.summaries import summaries
from pipeline.store import Store
from pipeline.stored import Stored
from pipeline.views import chosen, counted, described, ledger, named, texts, worded, words
from tests.report.corpora import corpus
from tests.shipped import KNOWLEDGE

MADE = sorted(corpus(8, 4), key=lambda a: a.document.doc_id)


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stored]:
    with Store(tmp_path_factory.mktemp("record")) as store:
        for a in MADE:
            store.put_document(a.document, "i", a.document.sha256)
            store.put_tagged(a, "t")
            store.put_classified(a, "c")
        yield Stored(store)


def test_it_is_a_sequence_of_whole_documents(stored: Stored) -> None:
    assert list(stored) == MADE
    assert list(reversed(stored)) == MADE[::-1]
    assert (len(stored), stored[2], list(stored[5:])) == (8, MADE[2], MADE[5:])
    assert list(chosen(stored, [MADE[4].document.doc_id, MADE[1].document.doc_id])) == [MADE[4], MADE[1]]


def test_lighter_views_hold_what_they_say_and_no_more(stored: Stored) -> None:
    assert [a.commitments for a in ledger(stored)] == [a.commitments for a in MADE]
    assert [a.entities for a in named(stored)] == [a.entities for a in MADE]
    assert list(words(stored)) == list(words(MADE))
    assert list(texts(stored)) == list(texts(MADE))
    assert [(a.document.title, a.document.url, a.document.text) for a in described(stored)] == [
        (a.document.title, a.document.url, "") for a in MADE
    ]
    (last, first) = worded(stored, [MADE[7].document.doc_id, MADE[0].document.doc_id])
    assert (last.commitments, first.document.text) == (MADE[7].commitments, MADE[0].document.text)
    assert list(worded(MADE, [MADE[3].document.doc_id])) == [MADE[3]]
    light = counted(stored)
    assert {a.document.text for a in light} == {""}
    assert {c.sentence for a in light for c in a.commitments} == {""}
    assert [[(s.acts, s.areas) for s in a.sentences] for a in light] == [
        [(s.acts, s.areas) for s in a.sentences] for a in MADE
    ]
    assert all(c.action for a in light for c in a.commitments if c.deadline_date or c.amount_currency)
    assert counted(MADE) is MADE


def test_the_report_is_that_over_a_list(stored: Stored, tmp_path: Path) -> None:
    names = KNOWLEDGE.get(read_names)
    assert summaries(stored, names) == summaries(MADE, names)

    def written(analyses: list[Analysis] | Stored, folder: Path) -> dict[str, bytes]:
        paths = report(Results(analyses), folder, KNOWLEDGE)
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}

    of_record, of_list = written(stored, tmp_path / "record"), written(MADE, tmp_path / "list")
    assert {name for name in of_list if of_record.get(name) != of_list[name]} == set()
