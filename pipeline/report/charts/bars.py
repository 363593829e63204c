"""Horizontal stacked bars: policy areas by strength, actors by kind, acts by document."""

from collections.abc import Sequence

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator, PercentFormatter

from pipeline.records import ACTS, KINDS, STRENGTHS
from pipeline.report.charts.canvas import INK, SERIES, Chart, empty, finish, legend, listing, paper, short
from pipeline.report.charts.periods import periods
from pipeline.report.labels import NO_ACTOR, NO_AREA

MOST_ACTORS = 20
MOST_DOCUMENTS = 30


def areas_by_strength(table: pd.DataFrame, base: str) -> Chart:
    """Commitments on each policy area, stacked by strength; ``table`` as :func:`pipeline.report.summaries.by_area`."""
    name = "commitments_by_area"
    if table.empty:
        return empty(name, "No commitments found, so none by policy area", base)
    labels = [NO_AREA if not code else title for code, title in zip(table["area"], table["title"], strict=True)]
    title = "Commitments by policy area and strength"
    caption = f"{base} A commitment on several areas counts for each."
    return _bars(name, title, caption, labels, table, STRENGTHS, "commitments")


def actors(table: pd.DataFrame, base: str) -> Chart:
    """Commitments of each actor, stacked by kind; ``table`` as :func:`pipeline.report.summaries.by_actor`."""
    name = "commitments_by_actor"
    if table.empty:
        return empty(name, "No commitments found, so no actor that made one", base)
    shown = table.head(MOST_ACTORS)
    title = "Commitments by actor and kind"
    named = int((table["actor"] != "").sum())
    shown_named = int((shown["actor"] != "").sum())
    rest = f" The {shown_named} of {named} actors with the most commitments." if shown_named < named else ""
    caption = (
        f"{base} A commitment of several actors counts for each. How many an actor has depends on how many of its "
        f"texts are in the corpus.{rest}"
    )
    labels = [NO_ACTOR if not code else short(n, 38) for code, n in zip(shown["actor"], shown["name"], strict=True)]
    return _bars(name, title, caption, labels, shown, KINDS, "commitments")


def demands_and_positions(table: pd.DataFrame, base: str) -> Chart | None:
    """Sentences with a demand or a position on each policy area; None where there are none.

    ``table`` as :func:`pipeline.report.summaries.acts_by_area`.
    """
    series = ("demand", "position")
    shown = table.assign(commitments=table[list(series)].sum(axis=1)).query("commitments > 0")
    if shown.empty:
        return None
    shown = shown.assign(none=shown["area"] == "")
    shown = shown.sort_values(["none", "commitments", "area"], ascending=[True, False, True], ignore_index=True)
    title = "Positions and demands on others, by policy area"
    caption = f"{base} Number of sentences; one on several areas counts for each."
    labels = [title if area else NO_AREA for area, title in zip(shown["area"], shown["title"], strict=True)]
    return _bars("demands_and_positions", title, caption, labels, shown, series, "sentences")


def acts(table: pd.DataFrame, base: str) -> Chart | None:
    """What the sentences of each document do, in shares of all acts; many documents are drawn by period.

    None where that would be a single bar.

    ``table`` as :func:`pipeline.report.summaries.acts_by_document`.
    """
    name = "acts_by_document"
    counts = table[list(ACTS)]
    if not int(counts.to_numpy().sum()):
        return None
    if len(table) > MOST_DOCUMENTS:
        keys = periods(table["date"], MOST_DOCUMENTS).labels
        counts = counts.groupby(pd.Series(keys, index=table.index), sort=False).sum()
        labels, unit = [str(key) for key in counts.index], "period"
    else:
        labels, unit = _document_labels(table), "document"
    if len(labels) < 2:
        return None
    sums = counts.sum(axis=1).clip(lower=1)
    shares = counts.div(sums, axis=0).iloc[::-1].reset_index(drop=True)
    title = "What the sentences do"
    figure, axes = paper(1.9 + 0.27 * len(labels))
    _stack(axes, labels[::-1], shares, ACTS)
    for y, count in enumerate(counts.sum(axis=1).iloc[::-1]):
        axes.annotate(f"n = {int(count):,}", (1, y), (4, 0), textcoords="offset points", va="center", fontsize=9)
    axes.set_xlim(0, 1.08)
    axes.set_xticks([0, 0.2, 0.4, 0.6, 0.8, 1])
    axes.xaxis.set_major_formatter(PercentFormatter(1))
    axes.set_xlabel(f"share of the {unit}'s acts")
    alt = f"Stacked bars, one a {unit}: {_spoken({act: int(counts[act].sum()) for act in ACTS})}."
    caption = f"{base} A sentence that does several things counts for each; n = acts."
    return finish(figure, name, title, caption, alt)


def _bars(
    name: str, title: str, caption: str, labels: Sequence[str], table: pd.DataFrame, series: Sequence[str], unit: str
) -> Chart:
    """Bars of counts, the first row on top, each with its sum at the end."""
    figure, axes = paper(1.9 + 0.3 * len(labels))
    data = table[list(series)].iloc[::-1].reset_index(drop=True)
    _stack(axes, labels[::-1], data, series)
    most = int(table["commitments"].max())
    for y, count in enumerate(table["commitments"].iloc[::-1]):
        axes.annotate(f"{count:,}", (count, y), (4, 0), textcoords="offset points", va="center", fontsize=9)
    axes.set_xlim(0, most * 1.08)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.xaxis.set_major_formatter(lambda x, _: f"{x:,.0f}")
    axes.set_xlabel(f"number of {unit}")
    spoken = _spoken(dict(zip(labels, (int(n) for n in table["commitments"]), strict=True)))
    return finish(figure, name, title, caption, f"Stacked bars by {listing(series)}: {spoken}.")


def _stack(axes: Axes, labels: Sequence[str], data: pd.DataFrame, series: Sequence[str]) -> None:
    left = pd.Series(0.0, index=data.index)
    for value in series:
        colour, hatch = SERIES[value]
        axes.barh(
            range(len(data)),
            data[value],
            left=left,
            height=0.72,
            color=colour,
            hatch=hatch,
            edgecolor="white" if not hatch else "#6b7280",
            linewidth=0.4,
            label=value,
        )
        left = left + data[value]
    axes.set_yticks(range(len(labels)), labels, color=INK)
    axes.set_ylim(-0.6, max(len(labels), 2) - 0.4)
    axes.tick_params(length=0)
    axes.grid(axis="x")
    axes.spines["bottom"].set_visible(False)
    legend(axes)


def _document_labels(table: pd.DataFrame) -> list[str]:
    days = [day.isoformat() if day is not None and day == day else "undated" for day in table["date"]]
    return [f"{day}  {short(str(title), 40)}" for day, title in zip(days, table["title"], strict=True)]


def _spoken(counts: dict[str, int]) -> str:
    """The longest bars in words, for the alternative text."""
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    words = [f"{label} {count:,}" for label, count in ranked[:8]]
    return listing(words) + (f"; {len(ranked) - 8} more" if len(ranked) > 8 else "")
