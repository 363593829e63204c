"""The charts of ``outputs/charts/``, also set into the report.

Titles say what is drawn and make no claim: who has the largest number, or when there were most, depends on what was put
into the corpus. So rates and shares are drawn where there is more than a handful of documents, each with its base.
"""

from collections.abc import Sequence
from pathlib import Path

from pipeline.records import Analysis
from pipeline.report.charts import actors, areas, sentences, times
from pipeline.report.charts.canvas import Chart, write
from pipeline.report.labels import Names, plural
from pipeline.views import counted


def whole(analyses: Sequence[Analysis]) -> Sequence[Analysis]:
    """All of the documents."""
    return analyses


_PICTURES = (
    (areas.areas_by_strength, counted),
    (areas.two_periods, counted),
    (areas.areas_over_time, counted),
    (actors.actors, counted),
    (actors.actors_by_area, counted),
    (actors.actors_over_time, counted),
    (actors.pairs, counted),
    (times.density, whole),
    (times.due, counted),
    (sentences.demands_and_positions, counted),
)
"""What is drawn, and how much of the documents it needs."""


def draw(analyses: Sequence[Analysis], names: Names) -> list[Chart]:
    """The charts in the order of the report; a picture of nothing, or of a single value, is left out."""
    total = sum(len(a.commitments) for a in counted(analyses))
    base = f"Source: Communiqué. {plural(total, 'commitment')} in {plural(len(analyses), 'document')}."
    return [chart for picture, view in _PICTURES if (chart := picture(view(analyses), names, base))]


def write_charts(charts: Sequence[Chart], folder: Path) -> list[Path]:
    """Write the charts into ``folder``, which holds nothing else afterwards that has their form; returns the paths."""
    folder.mkdir(parents=True, exist_ok=True)
    written = [path for chart in charts for path in write(chart, folder)]
    for stale in {path for form in ("png", "svg", "csv") for path in folder.glob(f"*.{form}")} - set(written):
        stale.unlink()
    return written
