"""A picture of the sentences that ask something of others or take a position."""

from collections import Counter
from collections.abc import Sequence

from pipeline.records import Analysis
from pipeline.report.charts.bars import Bar, bars
from pipeline.report.charts.canvas import Chart, chart, spoken
from pipeline.report.charts.choices import chosen
from pipeline.report.labels import NO_AREA, Names, plural
from pipeline.report.summaries import acts_by_area

SHOWN = ("demand", "position")


def demands_and_positions(analyses: Sequence[Analysis], names: Names, base: str) -> Chart | None:
    """Sentences with a demand or a position on each policy area; None for fewer than two areas."""
    counts = [count for count in acts_by_area(analyses, names) if count.demand + count.position]
    counts.sort(key=lambda count: (not count.area, -count.demand - count.position, count.area))
    if len(counts) < 2:
        return None
    total: Counter[str] = Counter(act for a in analyses for s in a.sentences for act in set(s.acts))
    demands, positions = (total[act] for act in SHOWN)
    shown = [
        Bar(
            count.title if count.area else NO_AREA,
            (count.demand, count.position),
            f"{count.demand + count.position:,}",
            count.area,
            choices=tuple(chosen(tab=f"{act}s", area=count.area) for act in SHOWN),
        )
        for count in counts
    ]
    return chart(
        "demands_and_positions",
        "Demands on others and positions, by policy area",
        f"{base} {plural(demands, 'sentence')} with a demand and {plural(positions, 'sentence')} with a position, each "
        "counted once here; in the bars one on several areas counts for each.",
        f"Bars: {spoken([(bar.label, bar.note) for bar in shown])}.",
        lambda width: bars(shown, SHOWN, width),
        ("area", "title", *SHOWN),
        [(chosen(tab="positions", area=c.area), (c.area, c.title, c.demand, c.position)) for c in counts],
    )
