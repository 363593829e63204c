"""Pictures of time: how dense with commitments the documents of a period are, and when commitments are due."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.records import STRENGTHS, Analysis
from pipeline.report.charts.canvas import Chart, chart, spoken
from pipeline.report.charts.choices import chosen, years
from pipeline.report.charts.columns import Column, columns
from pipeline.report.charts.periods import UNDATED, of_documents, periods
from pipeline.report.labels import Names, plural
from pipeline.report.summaries import deadlines
from pipeline.views import counted, words

if TYPE_CHECKING:
    import pandas as pd

MOST_COLUMNS = 14
ALL = "commitments"
"""Column of the sums over strengths."""


def density(analyses: Sequence[Analysis], names: Names, base: str) -> Chart | None:
    """Commitments for each 1,000 words of the documents of a period, by strength; None for fewer than two periods."""
    light = counted(analyses)
    found = of_documents([a.document for a in light], MOST_COLUMNS)
    if len(set(found.labels) - {UNDATED}) < 2 or not any(a.commitments for a in light):
        return None
    import pandas as pd  # a third of a second, which a report of one period does without

    documents = (
        pd.DataFrame({"period": found.labels, "words": list(words(analyses))})
        .groupby("period")["words"]
        .agg(documents="count", words="sum")
        .reindex(list(found.order), fill_value=0)
    )
    given = zip(found.labels, light, strict=True)
    counts = _by_strength([(period, c.strength) for period, a in given for c in a.commitments], found.order)
    numbers = documents.join(counts)
    rates = (1000 * counts).div(documents["words"].clip(lower=1), axis="index")
    shown = [
        Column(period, tuple(parts), f"{rate:.1f}" if number else "", f"n = {number:,}", _made(period))
        for number, (period, rate, *parts) in zip(documents["documents"], rates.itertuples(name=None), strict=True)
    ]
    said = [(column.label, column.above) for column in shown if column.above]
    return chart(
        "commitments_over_time",
        "Commitments per 1,000 words of the documents, over time",
        f"{base} Each column is {found.span}; below it the number of documents (n) it rests on.",
        f"Columns by {found.unit}: {spoken(said, 12)}.",
        lambda width: columns(shown, STRENGTHS, width),
        ("period", *numbers.columns),
        [(_made(period), (period, *values)) for period, *values in numbers.itertuples(name=None)],
    )


def due(analyses: Sequence[Analysis], names: Names, base: str) -> Chart | None:
    """Commitments by the date that they are due, stacked by strength; None where they are not due in two periods."""
    dated = deadlines(analyses)
    found = periods([row.deadline_date for row in dated], MOST_COLUMNS)
    if len(set(found.labels)) < 2:
        return None
    counts = _by_strength(
        [(period, row.strength) for period, row in zip(found.labels, dated, strict=True)], found.order
    )
    shown = [
        Column(period, tuple(parts), f"{total:,}" if total else "", choose=_due(period))
        for period, total, *parts in counts.itertuples(name=None)
    ]
    said = [(column.label, column.above) for column in shown if column.above]
    return chart(
        "deadlines",
        "When commitments are due",
        f"{base} {plural(len(dated), 'commitment')} with a deadline that can be dated; each column is {found.span}.",
        f"Columns by {found.unit} of the deadline: {spoken(said, 12)}.",
        lambda width: columns(shown, STRENGTHS, width),
        ("period", *counts.columns),
        [(_due(period), (period, *values)) for period, *values in counts.itertuples(name=None)],
    )


def _made(period: str) -> str:
    """The search for what documents of the period promise."""
    return chosen(year=of) if (of := years(period)) else ""


def _due(period: str) -> str:
    """The search for what is due in the period."""
    return chosen(due=of) if (of := years(period)) else ""


def _by_strength(found: Sequence[tuple[str, str]], order: Sequence[str]) -> "pd.DataFrame":
    """Commitments, given as period and strength, of each period: how many, and how many of each strength."""
    import pandas as pd

    table = pd.DataFrame(found, columns=["period", "strength"])
    counts = pd.crosstab(table["period"], table["strength"]).reindex(
        index=list(order), columns=list(STRENGTHS), fill_value=0
    )
    counts.insert(0, ALL, counts.sum(axis="columns"))
    return counts
