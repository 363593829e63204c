"""Pictures of the policy areas: how many commitments each has, and what part of them at what time."""

from collections import Counter
from collections.abc import Sequence

from pipeline.records import STRENGTHS, Analysis
from pipeline.report.charts.bars import Bar, bars
from pipeline.report.charts.canvas import Chart, chart, spoken
from pipeline.report.charts.choices import chosen, years
from pipeline.report.charts.dumbbells import Pair, dumbbells
from pipeline.report.charts.multiples import Panel, multiples
from pipeline.report.charts.periods import UNDATED, of_documents
from pipeline.report.labels import NO_AREA, Names, plural
from pipeline.report.summaries import by_area

MOST_PERIODS = 12
MOST_PANELS = 12
FIRM_DOCUMENTS, FIRM_COMMITMENTS = 3, 20
"""What a period needs so that its shares are drawn as firm."""
FEW_DOCUMENTS = 10
"""Dated documents with commitments that a comparison of two periods needs."""


def areas_by_strength(analyses: Sequence[Analysis], names: Names, base: str) -> Chart | None:
    """Commitments on each policy area, stacked by strength; None for fewer than two areas."""
    counts = by_area(analyses, names)
    if len(counts) < 2:
        return None
    shown = [
        Bar(
            count.title if count.area else NO_AREA,
            (count.strong, count.medium, count.weak),
            f"{count.commitments:,} ({count.share:.0%})",
            count.area,
            chosen(area=count.area),
            tuple(chosen(area=count.area, strength=strength) for strength in STRENGTHS),
        )
        for count in counts
    ]
    return chart(
        "commitments_by_area",
        "Commitments by policy area and strength",
        f"{base} In brackets the share of all commitments. One on several areas counts for each.",
        f"Bars: {spoken([(bar.label, bar.note) for bar in shown])}.",
        lambda width: bars(shown, STRENGTHS, width),
        ("area", "title", "commitments", "share", *STRENGTHS),
        [(chosen(area=c.area), (c.area, c.title, c.commitments, c.share, c.strong, c.medium, c.weak)) for c in counts],
    )


def areas_over_time(analyses: Sequence[Analysis], names: Names, base: str) -> Chart | None:
    """The share of each policy area among the commitments of each period, a panel an area; None for fewer than two
    periods with enough documents behind them.
    """
    dated = [a for a in analyses if a.document.date and a.commitments]
    found = of_documents([a.document for a in dated], MOST_PERIODS)
    order = tuple(p for p in found.order if p != UNDATED)
    totals, documents = Counter[str](), Counter[str](found.labels)
    counts: Counter[tuple[str, str]] = Counter()
    for period, a in zip(found.labels, dated, strict=True):
        totals[period] += len(a.commitments)
        counts.update((area, period) for c in a.commitments for area in c.areas)
    firm = tuple(documents[p] >= FIRM_DOCUMENTS and totals[p] >= FIRM_COMMITMENTS for p in order)
    if sum(firm) < 2:
        return None
    areas = Counter[str]()
    for (area, _), count in counts.items():
        areas[area] += count
    leading = sorted(areas, key=lambda area: (-areas[area], area))[:MOST_PANELS]
    shares = {area: tuple(counts[area, p] / totals[p] if totals[p] else None for p in order) for area in leading}
    panels = [
        Panel(
            names.area_title(area),
            shares[area],
            firm,
            area,
            chosen(area=area),
            tuple(chosen(area=area, year=of) if (of := years(p)) else "" for p in order),
        )
        for area in leading
    ]
    said = [
        (names.area_title(area), f"from {shares[area][firm.index(True)]:.0%} to {_last(shares[area], firm):.0%}")
        for area in leading
    ]
    return chart(
        "areas_over_time",
        "Share of each policy area in the commitments of a period",
        f"{base} {plural(len(dated), 'document')} with a date and commitments, each period {found.span}. Discs: at "
        f"least {FIRM_DOCUMENTS} documents and {FIRM_COMMITMENTS} commitments in the period; rings: fewer. The "
        "documents of the periods are not the same in kind or issuer: a difference may come from that.",
        f"Small multiples by {found.unit}, first and last period with enough documents: {spoken(said)}.",
        lambda width: multiples(panels, order, 3, width),
        ("area", "title", "period", "documents", "commitments", "on_area", "share"),
        [
            (
                chosen(area=area, year=years(p)),
                (
                    area,
                    names.area_title(area),
                    p,
                    documents[p],
                    totals[p],
                    counts[area, p],
                    counts[area, p] / totals[p],
                ),
            )
            for area in leading
            for p in order
            if totals[p]
        ],
    )


def two_periods(analyses: Sequence[Analysis], names: Names, base: str) -> Chart | None:
    """The share of each policy area in the earlier and in the later half of the documents; None for few documents."""
    dated = sorted((a.document.date, a.document.doc_id, a) for a in analyses if a.document.date and a.commitments)
    if len(dated) < FEW_DOCUMENTS or dated[0][0] == dated[-1][0]:
        return None
    border = dated[len(dated) // 2][0]
    if any(a.document.date_precision == "year" and day.year == border.year for day, _, a in dated):
        border = border.replace(month=1, day=1)
    halves = [[a for day, _, a in dated if day < border], [a for day, _, a in dated if day >= border]]
    if min(map(len, halves)) < FEW_DOCUMENTS // 2:
        return None
    counts = [Counter(area for a in half for c in a.commitments for area in c.areas) for half in halves]
    totals = [sum(len(a.commitments) for a in half) for half in halves]
    areas = sorted(counts[0] | counts[1], key=lambda area: (-counts[1][area] / totals[1], area))
    pairs = [
        Pair(names.area_title(area), counts[0][area] / totals[0], counts[1][area] / totals[1], area, chosen(area=area))
        for area in areas
    ]
    before = f"before {border}: {plural(len(halves[0]), 'document')}"
    since = f"since {border}: {plural(len(halves[1]), 'document')}"
    said = [(pair.label, f"{pair.earlier:.0%} and {pair.later:.0%}") for pair in pairs]
    return chart(
        "two_periods",
        "Share of each policy area in the commitments, earlier and later",
        f"{base} {totals[0]:,} commitments in the earlier documents, {totals[1]:,} in the later ones. The documents of "
        "the two periods are not the same in kind or issuer: a difference may come from that.",
        f"Two shares an area, {before} and {since}: {spoken(said)}.",
        lambda width: dumbbells(pairs, before, since, width),
        ("area", "title", "earlier", "later", "earlier_commitments", "later_commitments", "from"),
        [
            (
                pair.choose,
                (area, pair.label, pair.earlier, pair.later, counts[0][area], counts[1][area], border.isoformat()),
            )
            for area, pair in zip(areas, pairs, strict=True)
        ],
    )


def _last(shares: Sequence[float | None], firm: Sequence[bool]) -> float:
    """The share in the last firm period."""
    return next(
        share for share, sure in zip(reversed(shares), reversed(firm), strict=True) if sure and share is not None
    )
