"""The charts of ``outputs/charts/``, also set into the report."""

from collections.abc import Sequence
from pathlib import Path

from pipeline.records import Analysis
from pipeline.report import summaries
from pipeline.report.charts import bars, grids, network, timeline
from pipeline.report.charts.canvas import Chart, style, write
from pipeline.report.labels import Names, plural


def draw(analyses: Sequence[Analysis], names: Names) -> list[Chart]:
    """All charts, in the order of the report; those beyond the basic four are left out where they would be empty."""
    ledger = summaries.commitments(analyses)
    base = f"Source: Communiqué. n = {plural(len(ledger), 'commitment')} in {plural(len(analyses), 'document')}."
    with style():
        charts = [
            bars.areas_by_strength(summaries.by_area(ledger, names), base),
            bars.actors(summaries.by_actor(ledger, names), base),
            grids.actors_by_area(summaries.by_actor_and_area(ledger, names), base),
            timeline.timeline(summaries.by_document(analyses), base),
            grids.areas_over_time(ledger, names, base),
            timeline.deadlines(summaries.deadlines(analyses), base),
            network.together(summaries.together(analyses, names), base),
            bars.acts(summaries.acts_by_document(analyses), base),
            bars.demands_and_positions(summaries.acts_by_area(analyses, names), base),
        ]
    return [chart for chart in charts if chart]


def write_charts(charts: Sequence[Chart], folder: Path) -> list[Path]:
    """Write the charts into ``folder``, which holds nothing else afterwards that has their form; returns the paths."""
    folder.mkdir(parents=True, exist_ok=True)
    written = [path for chart in charts for path in write(chart, folder)]
    for stale in {*folder.glob("*.png"), *folder.glob("*.svg")} - set(written):
        stale.unlink()
    return written
