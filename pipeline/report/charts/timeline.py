"""Commitments over time, in columns."""

import pandas as pd
from matplotlib.ticker import MaxNLocator

from pipeline.records import KINDS
from pipeline.report.charts.canvas import SERIES, Chart, empty, finish, legend, listing, paper
from pipeline.report.charts.periods import UNDATED, periods

MOST_COLUMNS = 40
MOST_LABELS = 14


def timeline(table: pd.DataFrame, base: str) -> Chart:
    """Commitments in each period, stacked by kind; ``table`` as :func:`pipeline.report.summaries.by_document`.

    Each column says how many documents it rests on.
    """
    name = "commitments_over_time"
    if table.empty or not int(table["commitments"].sum()):
        return empty(name, "No commitments found, so none over time", base)
    found = periods(table["date"], MOST_COLUMNS)
    grouped = table.groupby(pd.Series(found.labels, index=table.index))
    counts = grouped[[*KINDS, "commitments"]].sum().reindex(found.order, fill_value=0)
    documents = grouped.size().reindex(found.order, fill_value=0)
    figure, axes = paper(4.4)
    bottom = pd.Series(0, index=counts.index)
    places = range(len(counts))
    for kind in KINDS:
        colour, hatch = SERIES[kind]
        edge = "white" if not hatch else "#6b7280"
        axes.bar(
            places,
            counts[kind],
            bottom=bottom,
            width=0.8,
            color=colour,
            hatch=hatch,
            edgecolor=edge,
            linewidth=0.4,
            label=kind,
        )
        bottom = bottom + counts[kind]
    step = -(-len(counts) // MOST_LABELS)
    shown = [n for n in places if n % step == 0]
    axes.set_xticks(shown, [_label(found.order[n], int(documents.iloc[n])) for n in shown], fontsize=8.5)
    axes.tick_params(length=0)
    axes.set_xlim(-0.5 - max(0, 5 - len(counts)) / 2, len(counts) - 0.5 + max(0, 5 - len(counts)) / 2)
    axes.set_ylim(0, float(counts["commitments"].max()) * 1.08)
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
    axes.yaxis.set_major_formatter(lambda y, _: f"{y:,.0f}")
    axes.grid(axis="y")
    axes.set_ylabel("number of commitments")
    legend(axes)
    dated = counts.drop(index=UNDATED, errors="ignore")["commitments"]
    title = "No commitment stands in a dated document"
    if len(dated) and int(dated.max()):
        when = "on" if found.unit == "day" else "in"
        title = f"Most commitments were made {when} {dated.idxmax()}: {int(dated.max()):,}"
    spoken = [f"{label} {int(n):,}" for label, n in counts["commitments"].items() if n][:12]
    alt = f"Columns by {found.unit}: {listing(spoken)}."
    caption = f"{base} One column a {found.unit}; below it the number of documents (d) it rests on."
    if step > 1:
        caption += f" One column in {step} is labelled."
    return finish(figure, name, title, caption, alt)


def _label(period: str, documents: int) -> str:
    return f"{period}\n{documents:,} d"
