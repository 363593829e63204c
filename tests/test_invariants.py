"""What the stages make keeps the invariants of records, and so does what the builders of the tests make."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.gold.files import read_gold
from pipeline.records import Analysis
from pipeline.store import Store
from tests import staged
from tests.classify import documents
from tests.invariants import check
from tests.records import analysis, classified, renamed
from tests.report.corpora import corpus

PIECES = (
    *("Joint Statement", "Trade", "- ", "1. ", "(a) ", "* * *", "“", "”", ";", ":", ".", "🌉", "é", "\u2028", "2035"),
    *("Norway", "Chile", "we", "the leaders", "agreed", "will", "committed to", "not", "to build a port", "pay"),
    *(
        "3 million euros",
        "by the end of 2036",
        "to Peru",
        "and",
        "which",
        "They met.",
        "Norway will lower its tariffs.",
    ),
)
OWN = read_gold(Path(__file__).parent / "gold" / "own.jsonl")


def test_the_shipped_document(shipped_outputs: Path) -> None:
    with Store(shipped_outputs) as store:
        (found,) = store.analyses(store.finished())
    assert found.commitments
    check(found)


@pytest.mark.parametrize("document", OWN, ids=lambda d: d.about.doc_id)
def test_our_own_gold(document: object) -> None:
    about, text = document.about, document.text  # type: ignore[attr-defined]
    found = staged.classified(staged.tagged(staged.ingested(text, about.doc_id, title=about.title)))
    assert found.sentences
    check(found)


@pytest.mark.parametrize(
    "made",
    [
        lambda: analysis(),
        lambda: classified(analysis("a"), "energy"),
        lambda: renamed(analysis(), "other"),
        lambda: documents.analysis("They met.", "They will lower tariffs."),
    ],
    ids=["records", "classified", "renamed", "documents"],
)
def test_builders_of_small_texts(made: object) -> None:
    check(made())  # type: ignore[operator]


def test_builder_of_corpora() -> None:
    made: list[Analysis] = corpus(30, 20)
    for one in made:
        check(one)
    assert sum(len(one.commitments) for one in made) > 100


@settings(max_examples=20)
@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from([" ", " ", "\n", "\n\n"])), min_size=2, max_size=25))
def test_any_order_of_pieces(pieces: list[tuple[str, str]]) -> None:
    text = "They met. " + "".join(piece + gap for piece, gap in pieces)
    check(staged.classified(staged.tagged(staged.ingested(text, language="en", date="2031-05-01"))))
