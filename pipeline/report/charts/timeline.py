"""Commitments over time, in columns."""

from collections.abc import Sequence

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from pipeline.records import KINDS, STRENGTHS
from pipeline.report.charts.canvas import SERIES, Chart, finish, legend, listing, paper
from pipeline.report.charts.periods import UNDATED, periods
from pipeline.report.labels import plural

MOST_COLUMNS = 40
MOST_DEADLINES = 24
MOST_LABELS = 14


def timeline(table: pd.DataFrame, base: str) -> Chart | None:
    """Commitments in each period, stacked by kind; None where there is but one period with a date.

    ``table`` as :func:`pipeline.report.summaries.by_document`.

    Each column says how many documents it rests on.
    """
    name = "commitments_over_time"
    found = periods(table["date"], MOST_COLUMNS)
    if len(set(found.labels) - {UNDATED}) < 2 or not int(table["commitments"].sum()):
        return None
    grouped = table.groupby(pd.Series(found.labels, index=table.index))
    counts = grouped[[*KINDS, "commitments"]].sum().reindex(found.order, fill_value=0)
    documents = grouped.size().reindex(found.order, fill_value=0)
    figure, axes = paper(4.4)
    _columns(axes, counts, KINDS)
    shown = found.ticks(MOST_LABELS)
    axes.set_xticks(shown, [_label(found.order[n], int(documents.iloc[n])) for n in shown], fontsize=8.5)
    title = f"Commitments by {found.unit.removeprefix('a ')} of the document"
    spoken = [f"{label} {int(n):,}" for label, n in counts["commitments"].items() if n][:12]
    alt = f"Columns by {found.unit}: {listing(spoken)}."
    caption = f"{base} Each column is {found.span}; below it the number of documents (d) it rests on."
    return finish(figure, name, title, caption, alt)


def deadlines(table: pd.DataFrame, base: str) -> Chart | None:
    """Commitments by the date that they are due, stacked by strength; None where they are not due in two periods.

    ``table`` as :func:`pipeline.report.summaries.deadlines`.
    """
    found = periods(table["deadline_date"], MOST_DEADLINES)
    if len(set(found.labels)) < 2:
        return None
    due = pd.Series(found.labels, index=table.index, name="due")
    counts = table.groupby([due, "strength"]).size().unstack(fill_value=0)
    counts = counts.reindex(index=list(found.order), columns=list(STRENGTHS), fill_value=0)
    sums = counts.sum(axis=1)
    figure, axes = paper(3.8)
    _columns(axes, counts, STRENGTHS)
    shown = found.ticks(MOST_LABELS)
    axes.set_xticks(shown, [found.order[n] for n in shown], fontsize=8.5)
    title = "When commitments are due"
    caption = f"{base} {plural(len(table), 'commitment')} with a datable deadline; each column is {found.span}."
    spoken = listing([f"{label} {int(n):,}" for label, n in sums.items() if n][:12])
    return finish(figure, "deadlines", title, caption, f"Columns by {found.unit} of the deadline: {spoken}.")


def _columns(axes: Axes, counts: pd.DataFrame, series: Sequence[str]) -> None:
    """Stacked columns, one for each row of ``counts``; few of them are kept narrow."""
    bottom = pd.Series(0, index=counts.index)
    places = range(len(counts))
    for value in series:
        colour, hatch = SERIES[value]
        edge = "#6b7280" if hatch else "white"
        axes.bar(
            places,
            counts[value],
            bottom=bottom,
            width=0.8,
            color=colour,
            hatch=hatch,
            edgecolor=edge,
            linewidth=0.4,
            label=value,
        )
        bottom = bottom + counts[value]
    side = 0.5 + max(0, 5 - len(counts)) / 2
    axes.set_xlim(-side, len(counts) - 1 + side)
    axes.set_ylim(0, float(bottom.max()) * 1.08)
    axes.tick_params(length=0)
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
    axes.yaxis.set_major_formatter(lambda y, _: f"{y:,.0f}")
    axes.grid(axis="y")
    axes.set_ylabel("number of commitments")
    legend(axes)


def _label(period: str, documents: int) -> str:
    return f"{period}\n{documents:,} d"
