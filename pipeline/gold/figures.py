"""From the counts of documents to figures with bootstrap intervals, and their floors."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from pipeline.errors import CommuniqueError
from pipeline.gold.scoring import Tally
from pipeline.records import ACTS

RESAMPLES = 1000
SEED = 20250207

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure between 0 and 1 with the bounds of its 95 % interval; precision and recall where it is an F1."""

    value: float
    low: float
    high: float
    precision: float | None = None
    recall: float | None = None


def figures(tallies: Sequence[Tally]) -> dict[str, Figure]:
    """Figures over all documents, in the scorer's order.

    The intervals come from the percentile bootstrap over documents (Efron 1979): documents are drawn with replacement,
    because sentences of one document resemble each other.
    """
    rng = np.random.default_rng(SEED)
    draws = rng.integers(0, len(tallies), size=(RESAMPLES, len(tallies)))
    weights = np.vstack([np.ones(len(tallies)), *(np.bincount(d, minlength=len(tallies)) for d in draws)])
    keys = sorted({key for tally in tallies for key in tally})
    totals = weights @ np.array([[tally[key] for key in keys] for tally in tallies], dtype=float)
    sums = {key: totals[:, i] for i, key in enumerate(keys)}

    names = list(dict.fromkeys(name for name, _ in keys))
    values = {name: _values(sums, name) for name in names}
    values["acts_f1"] = _macro(values, sums, [f"act_{act}_f1" for act in ACTS])
    values["area_macro_f1"] = _macro(values, sums, [n for n in names if n.startswith("area_") and n != "area_micro_f1"])
    return {name: _figure(values[name], sums, name) for name in sorted(values, key=_order) if values[name].size}


_FIRST = (
    *("parties_exact", "parties_f1"),
    *("sentence_f1", "entity_f1", "entity_span_f1", "commitment_sent_f1", "commitment_f1", "firm_f1"),
    *("actors_acc", "kind_acc", "strength_acc", "negated_acc", "record_f1", "deadline_f1", "amount_f1"),
    *("acts_f1", "area_micro_f1", "area_macro_f1", "primary_acc"),
)


def _order(name: str) -> tuple[int, str]:
    return (_FIRST.index(name) if name in _FIRST else len(_FIRST), name)


def _get(sums: Mapping[tuple[str, str], Floats], name: str, part: str) -> Floats:
    return sums.get((name, part), np.zeros(RESAMPLES + 1))


def _values(sums: Mapping[tuple[str, str], Floats], name: str) -> Floats:
    if (name, "of") in sums:
        return _ratio(sums[name, "hit"], sums[name, "of"])
    right = _get(sums, name, "tp")
    return _ratio(2 * right, 2 * right + _get(sums, name, "fp") + _get(sums, name, "fn"))


def _ratio(part: Floats, whole: Floats) -> Floats:
    return np.divide(part, whole, out=np.full_like(whole, np.nan), where=whole > 0)


def _macro(values: Mapping[str, Floats], sums: Mapping[tuple[str, str], Floats], names: Sequence[str]) -> Floats:
    """Mean over the labels that the gold holds."""
    held = [n for n in names if n in values and (_get(sums, n, "tp") + _get(sums, n, "fn"))[0] > 0]
    return np.nanmean([values[n] for n in held], axis=0) if held else np.empty(0)


def _figure(values: Floats, sums: Mapping[tuple[str, str], Floats], name: str) -> Figure:
    draws = values[1:][~np.isnan(values[1:])]
    low, high = np.percentile(draws, [2.5, 97.5]) if draws.size else (np.nan, np.nan)
    precision = recall = None
    if (name, "tp") in sums:
        right = sums[name, "tp"]
        precision = float(_ratio(right, right + _get(sums, name, "fp"))[0])
        recall = float(_ratio(right, right + _get(sums, name, "fn"))[0])
    return Figure(float(values[0]), float(low), float(high), precision, recall)


def table(measured: Mapping[str, Figure]) -> str:
    """The figures as lines for a terminal."""
    lines = [f"{'figure':34s} value   95 % interval   precision  recall"]
    for name, figure in measured.items():
        detail = "" if figure.precision is None else f"{figure.precision:12.3f}{figure.recall:8.3f}"
        lines.append(f"{name:34s} {figure.value:.3f}   {figure.low:.3f} - {figure.high:.3f}{detail}")
    return "\n".join(lines)


def sunk(measured: Mapping[str, Figure], floors: Path) -> list[str]:
    """Sentences about the figures that lie under their floors; ``floors`` is a JSON object of figure and floor."""
    try:
        wanted: dict[str, float] = json.loads(floors.read_text(encoding="utf-8"))
    except (OSError, json.JSONDecodeError) as error:
        raise CommuniqueError(
            f"The floors {floors} cannot be read ({error}): mend the file or leave --floors out."
        ) from error
    unknown = sorted(wanted.keys() - measured.keys())
    if unknown:
        raise CommuniqueError(
            f"The floors {floors} name {', '.join(unknown)}, which this gold does not measure: take them out."
        )
    return [
        f"{name} is {measured[name].value:.3f}, under its floor {floor:.3f}"
        for name, floor in wanted.items()
        if not measured[name].value >= floor
    ]
