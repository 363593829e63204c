"""Who commits together: actors on a circle, groups side by side, lines for shared commitments."""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import cos, degrees, pi, sin

import networkx
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from pipeline.report.charts.canvas import Chart, finish, listing, paper, short

MOST_ACTORS = 40


def together(table: pd.DataFrame, base: str) -> Chart | None:
    """Actors joined by a line where they commit together, thicker for more; None for fewer than three.

    ``table`` as :func:`pipeline.report.summaries.together`. Groups are communities of the greedy modularity method
    (Clauset, Newman and Moore, 2004); they stand side by side on the circle.
    """
    edges = [
        (str(one), str(other), int(shared))
        for one, other, shared in zip(table["name"], table["other_name"], table["commitments"], strict=True)
    ]
    weight: Counter[str] = Counter()
    for one, other, shared in edges:
        weight.update({one: shared, other: shared})
    if len(weight) < 3:
        return None
    shown = sorted(weight, key=lambda name: (-weight[name], name))[:MOST_ACTORS]
    edges = [edge for edge in edges if edge[0] in shown and edge[1] in shown]
    nodes = _grouped(shown, edges)
    angle = {node: pi / 2 - 2 * pi * n / len(nodes) for n, node in enumerate(nodes)}
    figure, axes = paper(7.4)
    heaviest = max(shared for _, _, shared in edges)
    for one, other, shared in sorted(edges, key=lambda edge: (edge[2], edge)):
        _curve(axes, angle[one], angle[other], 0.5 + 4.5 * shared / heaviest, 0.25 + 0.6 * shared / heaviest)
    most = max(weight[node] for node in nodes)
    for node in nodes:
        x, y = cos(angle[node]), sin(angle[node])
        axes.scatter([x], [y], s=25 + 150 * weight[node] / most, color="#08306b", edgecolor="white", zorder=3)
        turn = degrees(angle[node]) % 360
        left = 90 < turn < 270
        axes.text(
            1.07 * x,
            1.07 * y,
            short(node, 26),
            rotation=turn - 180 if left else turn,
            rotation_mode="anchor",
            ha="right" if left else "left",
            va="center",
            fontsize=9 if len(nodes) <= 30 else 8,
        )
    axes.set_xlim(-2.4, 2.4)
    axes.set_ylim(-1.6, 1.6)
    axes.set_aspect("equal")
    axes.axis("off")
    title = "Who commits together"
    rest = f" The {MOST_ACTORS} of {len(weight)} actors that share the most." if len(weight) > MOST_ACTORS else ""
    caption = f"{base} Lines join actors of the same commitment, thicker and darker for more.{rest}"
    spoken = [f"{one} and {other} {shared}" for one, other, shared in edges[:8]]
    alt = f"Network of {len(nodes)} actors. Most shared: {listing(spoken)}."
    return finish(figure, "together", title, caption, alt)


def _grouped(names: Sequence[str], edges: Iterable[tuple[str, str, int]]) -> list[str]:
    """The names, those that belong together side by side, large groups first."""
    number = {name: n for n, name in enumerate(names)}  # numbers, for the order of a set of words is left to chance
    graph: networkx.Graph[int] = networkx.Graph()
    graph.add_nodes_from(number.values())
    graph.add_weighted_edges_from((number[one], number[other], shared) for one, other, shared in edges)
    groups = networkx.community.greedy_modularity_communities(graph, weight="weight")
    return [names[n] for group in sorted(map(sorted, groups), key=lambda group: (-len(group), group)) for n in group]


def _curve(axes: Axes, one: float, other: float, width: float, strength: float) -> None:
    """A line between two places of the circle, bent towards its middle."""
    begin, end = (cos(one), sin(one)), (cos(other), sin(other))
    points = [begin, (0.25 * (begin[0] + end[0]), 0.25 * (begin[1] + end[1])), end]
    path = Path(points, [Path.MOVETO, Path.CURVE3, Path.CURVE3])
    axes.add_patch(PathPatch(path, fill=False, edgecolor="#2f74b0", linewidth=width, alpha=strength))
