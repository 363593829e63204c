"""Our counts on small cases, where a reader can count along."""

import pytest

from pipeline.gold.alignment import Aligner, pair
from pipeline.gold.documents import About, GoldCommitment, GoldDocument, GoldEntity, GoldSentence, Words
from pipeline.gold.figures import Figure, figures
from pipeline.gold.scoring import score_document
from pipeline.gold.spans import Span, overlap
from tests.records import TEXT, analysis


def place(words: str) -> Span:
    """Where the words stand in the text."""
    start = TEXT.index(words)
    return start, start + len(words)


GOLD = GoldDocument(
    About("2031-05-01-bridge", parties=("NOR",)),
    text=TEXT,
    sentences=(
        GoldSentence(
            span=place("Norway and Chile will build a bridge by 2035."),
            acts=("commitment",),
            areas=("trade_investment",),
            commitments=(
                GoldCommitment(
                    place("build a bridge by 2035"),
                    place("will"),
                    ("NOR",),
                    "new",
                    "strong",
                    False,
                    deadline=Words("by 2035"),
                ),
            ),
            entities=(
                GoldEntity(place("Norway"), "GPE"),
                GoldEntity(place("Chile"), "ORG"),
                GoldEntity(place("2035"), "DATE"),
            ),
        ),
        GoldSentence(place("They discussed trade."), ("report", "position"), ()),
    ),
)


@pytest.fixture(scope="module")
def measured() -> dict[str, Figure]:
    return figures([score_document(analysis(), GOLD).tally])


@pytest.mark.parametrize(
    ("figure", "value"),
    [
        ("parties_exact", 0.0),
        ("parties_f1", 2 / 3),
        ("sentence_f1", 1.0),
        ("entity_f1", 2 / 3),
        ("entity_span_f1", 1.0),
        ("commitment_f1", 1.0),
        ("actors_acc", 0.0),
        ("kind_acc", 1.0),
        ("record_f1", 0.0),
        ("deadline_f1", 1.0),
        ("act_report_f1", 1.0),
        ("act_position_f1", 0.0),
        ("acts_f1", 2 / 3),
        ("primary_acc", 0.0),
    ],
)
def test_figures_of_one_document(measured: dict[str, Figure], figure: str, value: float) -> None:
    assert measured[figure].value == pytest.approx(value)


def test_a_document_that_was_not_processed_counts_as_missed() -> None:
    missing = figures([score_document(None, GOLD).tally])
    assert missing["sentence_f1"].value == 0
    assert missing["commitment_f1"].recall == 0


def test_errors_are_lines_to_read() -> None:
    (line,) = score_document(analysis(), GOLD).errors
    assert line == ("2031-05-01-bridge\tfields\tours=CHL;NOR|new|strong\tgold=NOR|new|strong\tbuild a bridge by 2035")


def test_intervals_hold_the_figure_and_come_out_the_same_each_time() -> None:
    tallies = [score_document(analysis(), GOLD).tally, score_document(None, GOLD).tally]
    first, second = figures(tallies), figures(tallies)
    assert str(first) == str(second)
    assert first["sentence_f1"].low <= first["sentence_f1"].value <= first["sentence_f1"].high


def test_spans_align_over_other_line_breaks_and_removed_wording() -> None:
    to_gold = Aligner("They agreed\nto meet.", "They agreed to (photo) meet.")
    assert to_gold((0, 11)) == (0, 10)
    assert to_gold((15, 20)) == (19, 24)


def test_pairs_are_one_to_one_and_best_first() -> None:
    assert pair([(0, 10), (0, 9)], [(0, 9), (20, 30)], 0.5) == [(1, 0)]
    assert overlap((0, 10), (5, 15)) == pytest.approx(1 / 3)
