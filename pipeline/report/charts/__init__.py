"""The charts of ``outputs/charts/``, also set into the report."""

from collections.abc import Sequence
from pathlib import Path

from pipeline.records import Analysis
from pipeline.report import summaries
from pipeline.report.charts import bars
from pipeline.report.charts.canvas import Chart, style, write
from pipeline.report.charts.timeline import timeline
from pipeline.report.labels import plural


def draw(analyses: Sequence[Analysis]) -> list[Chart]:
    """All charts, in the order of the report."""
    ledger = summaries.commitments(analyses)
    base = f"Source: Communiqué. n = {plural(len(ledger), 'commitment')} in {plural(len(analyses), 'document')}."
    with style():
        return [
            bars.areas_by_strength(summaries.by_area(ledger), base),
            bars.actors(summaries.by_actor(ledger), base),
            timeline(summaries.by_document(analyses), base),
            bars.acts(summaries.acts_by_document(analyses), base),
        ]


def write_charts(charts: Sequence[Chart], folder: Path) -> list[Path]:
    """Write the charts into ``folder``, which holds nothing else afterwards that has their form; returns the paths."""
    folder.mkdir(parents=True, exist_ok=True)
    written = [path for chart in charts for path in write(chart, folder)]
    for stale in {*folder.glob("*.png"), *folder.glob("*.svg")} - set(written):
        stale.unlink()
    return written
