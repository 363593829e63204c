"""Pictures of time: how dense with commitments the documents of a period are, and when commitments are due."""

from collections import Counter
from collections.abc import Sequence

from pipeline.records import STRENGTHS, Analysis
from pipeline.report.charts.canvas import Chart, chart, spoken
from pipeline.report.charts.columns import Column, columns
from pipeline.report.charts.periods import UNDATED, of_documents, periods
from pipeline.report.labels import Names, plural
from pipeline.report.summaries import deadlines, word_count

MOST_COLUMNS = 14


def density(analyses: Sequence[Analysis], names: Names, base: str) -> Chart | None:
    """Commitments for each 1,000 words of the documents of a period, by strength; None for fewer than two periods."""
    found = of_documents([a.document for a in analyses], MOST_COLUMNS)
    if len(set(found.labels) - {UNDATED}) < 2 or not any(a.commitments for a in analyses):
        return None
    words, documents = Counter[str](), Counter[str](found.labels)
    counts: Counter[tuple[str, str]] = Counter()
    for period, a in zip(found.labels, analyses, strict=True):
        words[period] += word_count(a.document.text)
        counts.update((period, c.strength) for c in a.commitments)
    rates = {p: tuple(1000 * counts[p, s] / max(words[p], 1) for s in STRENGTHS) for p in found.order}
    shown = [
        Column(p, rates[p], f"{sum(rates[p]):.1f}" if documents[p] else "", f"n = {documents[p]:,}")
        for p in found.order
    ]
    said = [(p, f"{sum(rates[p]):.1f}") for p in found.order if documents[p]]
    return chart(
        "commitments_over_time",
        "Commitments per 1,000 words of the documents, over time",
        f"{base} Each column is {found.span}; below it the number of documents (n) it rests on.",
        f"Columns by {found.unit}: {spoken(said, 12)}.",
        lambda width: columns(shown, STRENGTHS, width),
        ("period", "documents", "words", "commitments", *STRENGTHS),
        [
            (p, documents[p], words[p], sum(counts[p, s] for s in STRENGTHS), *(counts[p, s] for s in STRENGTHS))
            for p in found.order
        ],
    )


def due(analyses: Sequence[Analysis], names: Names, base: str) -> Chart | None:
    """Commitments by the date that they are due, stacked by strength; None where they are not due in two periods."""
    dated = deadlines(analyses)
    found = periods([row.deadline_date for row in dated], MOST_COLUMNS)
    if len(set(found.labels)) < 2:
        return None
    counts = Counter((period, row.strength) for period, row in zip(found.labels, dated, strict=True))
    sums = {p: sum(counts[p, s] for s in STRENGTHS) for p in found.order}
    shown = [Column(p, tuple(counts[p, s] for s in STRENGTHS), f"{sums[p]:,}" if sums[p] else "") for p in found.order]
    said = [(p, f"{sums[p]:,}") for p in found.order if sums[p]]
    return chart(
        "deadlines",
        "When commitments are due",
        f"{base} {plural(len(dated), 'commitment')} with a deadline that can be dated; each column is {found.span}.",
        f"Columns by {found.unit} of the deadline: {spoken(said, 12)}.",
        lambda width: columns(shown, STRENGTHS, width),
        ("period", "commitments", *STRENGTHS),
        [(p, sums[p], *(counts[p, s] for s in STRENGTHS)) for p in found.order],
    )
