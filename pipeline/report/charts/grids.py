"""Grids of counts, darker for more: actors by policy area, policy areas over time, money by currency."""

from collections.abc import Callable, Iterable, Sequence

import pandas as pd
from matplotlib.colors import LinearSegmentedColormap

from pipeline.report.charts.canvas import INK, Chart, finish, listing, paper, short
from pipeline.report.charts.periods import UNDATED, periods
from pipeline.report.labels import NO_ACTOR, NO_AREA, Names

MOST_ROWS = 20
MOST_COLUMNS = 16
MOST_LETTERS = 75
"""Letters of the column labels that fit side by side."""
_SHADES = LinearSegmentedColormap.from_list("shades", ["#eef4fa", "#9dc3e3", "#2f74b0", "#08306b"])


def actors_by_area(table: pd.DataFrame, base: str) -> Chart | None:
    """Commitments of the leading actors on each policy area; None where there are none.

    ``table`` as :func:`pipeline.report.summaries.by_actor_and_area`.
    """
    if table.empty:
        return None
    names = {
        code: short(name, 30) if code else NO_ACTOR for code, name in zip(table["actor"], table["name"], strict=True)
    }
    titles = _titles(table)
    grid = table.pivot(index="actor", columns="area", values="commitments").fillna(0)
    rows = _most(dict.fromkeys(table["actor"]), MOST_ROWS)
    columns = _ranked(grid.sum())
    grid = grid.loc[rows, columns]
    title = "Commitments of each actor by policy area"
    shown, named = (sum(map(bool, codes)) for codes in (rows, names))
    rest = f" The {shown} of {named} actors with the most." if shown < named else ""
    caption = f"{base} A commitment of several actors or areas counts for each.{rest}"
    return _grid("actors_by_area", title, caption, grid, [names[r] for r in rows], [titles[c] for c in columns], _count)


def areas_over_time(ledger: pd.DataFrame, names: Names, base: str) -> Chart | None:
    """Commitments on each policy area in each period; None where there is but one period.

    ``ledger`` as :func:`pipeline.report.summaries.commitments`.
    """
    found = periods(ledger["date"], MOST_COLUMNS)
    if len(set(found.order) - {UNDATED}) < 2:
        return None
    exploded = ledger.assign(period=found.labels).explode("areas")
    grid = exploded.groupby(["areas", "period"]).size().unstack(fill_value=0)
    rows = _ranked(grid.sum(axis=1))
    grid = grid.reindex(index=rows, columns=list(found.order), fill_value=0)
    title = "Commitments on each policy area over time"
    caption = f"{base} Each column is {found.span}. A commitment on several areas counts for each."
    return _grid("areas_over_time", title, caption, grid, list(map(names.area_title, rows)), list(found.order), _count)


def _grid(
    name: str,
    title: str,
    caption: str,
    grid: pd.DataFrame,
    rows: Sequence[str],
    columns: Sequence[str],
    write: Callable[[float], str],
    shades: pd.DataFrame | None = None,
) -> Chart:
    """Cells with their value written in.

    ``shades`` (0 to 1) defaults to the value's part of the largest one among named rows and columns.
    """
    turned = max(map(len, columns)) * len(columns) > MOST_LETTERS
    figure, axes = paper((2.6 if turned else 1.5) + 0.3 * len(rows))
    values = grid.to_numpy(dtype=float)
    named = grid.loc[grid.index != "", grid.columns != ""].to_numpy(dtype=float)
    largest = float(named.max()) if named.size else float(values.max())
    scale = (values / max(largest, 1.0) if shades is None else shades.to_numpy(dtype=float)).clip(0, 1)
    axes.pcolormesh(scale, cmap=_SHADES, vmin=0, vmax=1, edgecolors="white", linewidth=1.2)
    for y, row in enumerate(values):
        for x, value in enumerate(row):
            if value:
                ink = "white" if scale[y, x] > 0.5 else INK
                axes.text(x + 0.5, y + 0.5, write(value), ha="center", va="center", fontsize=8.5, color=ink)
    axes.set_xticks([x + 0.5 for x in range(len(columns))], columns, fontsize=8.5)
    if turned:
        for label in axes.get_xticklabels():
            label.set(rotation=40, ha="right", rotation_mode="anchor")
    axes.set_yticks([y + 0.5 for y in range(len(rows))], rows, fontsize=9)
    axes.set_xlim(0, max(len(columns), 4))
    axes.set_ylim(len(rows), 0)
    axes.tick_params(length=0)
    for spine in axes.spines.values():
        spine.set_visible(False)
    cells = [(values[y, x], f"{row}, {column}") for y, row in enumerate(rows) for x, column in enumerate(columns)]
    cells.sort(key=lambda cell: (-cell[0], cell[1]))
    spoken = listing([f"{place} {write(value)}" for value, place in cells[:8] if value])
    return finish(figure, name, title, caption, f"Grid of {len(rows)} by {len(columns)}. Largest: {spoken}.")


def _titles(table: pd.DataFrame) -> dict[str, str]:
    return {code: title if code else NO_AREA for code, title in zip(table["area"], table["title"], strict=True)}


def _ranked(sums: "pd.Series[int]") -> list[str]:
    """Index by its sums, largest first, the empty one last."""
    return sorted(sums.index, key=lambda code: (code == "", -sums[code], code))


def _most(codes: Iterable[str], count: int) -> list[str]:
    """The first ``count`` codes, the empty one among them last."""
    first = list(codes)[:count]
    return sorted(first, key=lambda code: code == "")


def _count(value: float) -> str:
    return f"{int(value):,}"
