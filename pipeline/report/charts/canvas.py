"""Paper and ink of the charts: one look, fixed bytes, colours that differ in lightness as well as in hue."""

import io
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from textwrap import shorten, wrap
from typing import Any

import matplotlib
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine
from matplotlib.transforms import blended_transform_factory

WIDTH = 9.0
"""Inches; the report shows charts at about 100 pixels an inch."""

INK, GREY, LINE = "#1b1f24", "#4c545e", "#c9ced6"

SERIES: dict[str, tuple[str, str]] = {
    "strong": ("#08306b", ""),
    "medium": ("#4a90c4", ""),
    "weak": ("#d3e3f1", "////"),
    "new": ("#0b4f8a", ""),
    "continuing": ("#e9a23b", "////"),
    "commitment": ("#08306b", ""),
    "demand": ("#c8511b", ""),
    "position": ("#56b4e9", ""),
    "appraisal": ("#f3d35c", "////"),
    "report": ("#dcdfe3", ""),
}
"""Colour and hatch of each value that charts tell apart (after Okabe and Ito, 2008, spread in lightness)."""

_STYLE: Any = {
    "font.family": ["DejaVu Sans"],
    "font.size": 10,
    "text.color": INK,
    "axes.labelcolor": GREY,
    "axes.edgecolor": LINE,
    "xtick.color": GREY,
    "ytick.color": INK,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "grid.color": "#e4e7ec",
    "hatch.linewidth": 0.7,
    "svg.fonttype": "none",
    "svg.hashsalt": "communique",
    "text.parse_math": False,
}


@dataclass(frozen=True, slots=True)
class Chart:
    """A finished chart.

    ``name`` is its file name without ending, ``title`` the finding, ``caption`` the base that it rests on, ``alt`` the
    text for those who do not see it, ``svg`` the picture as an ``<svg>`` element.
    """

    name: str
    title: str
    caption: str
    alt: str
    svg: str
    png: bytes


def font_list() -> str:
    """Families that stand in for the font of the measurements, widest first left out."""
    return "'DejaVu Sans', Verdana, Helvetica, Arial, sans-serif"


@contextmanager
def style() -> Iterator[None]:
    """Matplotlib's own defaults plus ours, whatever the user's ``matplotlibrc`` says."""
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(_STYLE)
        yield


def paper(height: float) -> tuple[Figure, Axes]:
    """An empty figure of the common width."""
    figure = Figure(figsize=(WIDTH, height), layout=ConstrainedLayoutEngine(w_pad=0.08, h_pad=0.06))
    return figure, figure.subplots()


def legend(axes: Axes) -> None:
    """The key of the series: one line at the left edge, between title and picture."""
    figure = axes.get_figure(root=True)
    assert figure is not None
    key = axes.legend(
        loc="lower left",
        bbox_to_anchor=(0.005, 1),
        bbox_transform=blended_transform_factory(figure.transFigure, axes.transAxes),
        ncols=len(axes.get_legend_handles_labels()[1]),
        frameon=False,
        handlelength=1.4,
        columnspacing=1.4,
        labelcolor=GREY,
    )
    key.set_in_layout(False)


def finish(figure: Figure, name: str, title: str, caption: str, alt: str) -> Chart:
    """Set title and caption, and draw. Must be called inside :func:`style`."""
    room_for_key = "\n " if any(axes.get_legend() for axes in figure.axes) else ""
    figure.suptitle("\n".join(wrap(title, 84)) + room_for_key, x=0.01, ha="left", fontsize=13, fontweight="bold")
    figure.supxlabel("\n".join(wrap(caption, 126)), x=0.01, ha="left", fontsize=8.5, color=GREY)
    pixels, vectors = io.BytesIO(), io.StringIO()
    figure.savefig(pixels, format="png", metadata={"Software": None})
    figure.savefig(vectors, format="svg", metadata={"Date": None, "Creator": None, "Format": None, "Type": None})
    return Chart(name, title, caption, alt, _element(vectors.getvalue(), name), pixels.getvalue())


def empty(name: str, title: str, caption: str) -> Chart:
    """A picture that says that there is nothing to draw."""
    figure, axes = paper(2.2)
    axes.axis("off")
    axes.text(0.5, 0.5, "Nothing to show", ha="center", va="center", fontsize=11, color=GREY)
    return finish(figure, name, title, caption, f"{title}. {caption}")


def write(chart: Chart, folder: Path) -> list[Path]:
    """Write the chart as PNG and SVG files into ``folder``; returns their paths."""
    png, svg = folder / f"{chart.name}.png", folder / f"{chart.name}.svg"
    png.write_bytes(chart.png)
    svg.write_bytes(f'<?xml version="1.0" encoding="utf-8"?>\n{chart.svg}\n'.encode())
    return [png, svg]


def short(text: str, width: int) -> str:
    """Text cut at a word to at most ``width`` characters, with an ellipsis."""
    line = " ".join(text.split())
    return (
        line
        if len(line) <= width
        else shorten(line, width, placeholder="…")
        if " " in line[:width]
        else line[: width - 1] + "…"
    )


def listing(parts: Sequence[str]) -> str:
    """Parts as an enumeration: "a, b and c"."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)


def _element(document: str, name: str) -> str:
    """The ``<svg>`` element alone, with ids of its own, so that several fit in one page."""
    svg = document[document.index("<svg") :].strip()
    svg = re.sub(r"\s*<metadata>.*?</metadata>", "", svg, flags=re.DOTALL)
    svg = re.sub(r'(\bid="|url\(#|href="#)', rf"\g<1>{name}-", svg)
    return re.sub(r"font: ?([^;\"]*?)px [^;\"]*", rf"font: \g<1>px {font_list()}", svg)
