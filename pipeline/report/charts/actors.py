"""Pictures of the actors: how often they commit where they speak, on what, and with whom."""

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from pipeline.records import KINDS, Analysis
from pipeline.report.charts.bars import Bar, bars
from pipeline.report.charts.canvas import Chart, chart, spoken
from pipeline.report.charts.choices import by_own, years
from pipeline.report.charts.matrix import Head, Row, matrix
from pipeline.report.charts.multiples import Panel, multiples
from pipeline.report.charts.periods import UNDATED, of_documents
from pipeline.report.labels import NO_AREA, Names, plural
from pipeline.report.summaries import by_actor, by_actor_and_area

MOST_ACTORS = 20
MOST_PAIRS = 20
SMALL_CORPUS = 5
"""Documents up to which a rate per document says no more than a count."""
ENOUGH_DOCUMENTS = 3
"""Documents of an actor from which its rate is drawn."""
MANY_PARTIES = 8
"""Texts of more parties are declarations of everybody: they say little of who commits with whom."""
MOST_PERIODS = 8
FIRM_COMMITMENTS = 10
PANELS = 4


def actors(analyses: Sequence[Analysis], names: Names, base: str) -> Chart | None:
    """Commitments of each actor in its own name for each document to which it is a party, or in which it commits; in a
    small corpus their number. None for fewer than two actors.
    """
    counts = [count for count in by_actor(analyses, names) if count.actor]
    present: Counter[str] = Counter()
    for a in analyses:
        present.update({*a.document.parties, *(actor for c in a.commitments for actor in c.actors)})
    small = len(analyses) <= SMALL_CORPUS
    eligible = [count for count in counts if small or present[count.actor] >= ENOUGH_DOCUMENTS]
    if len(eligible) < 2:
        return None
    rates = {count.actor: count.commitments / (1 if small else present[count.actor]) for count in eligible}
    shown = sorted(eligible, key=lambda count: (-count.commitments, count.actor))[:MOST_ACTORS]
    shown.sort(key=lambda count: (-rates[count.actor], count.actor))
    found = []
    for count in shown:
        rate, documents = rates[count.actor], present[count.actor]
        announced, again = count.new / count.commitments * rate, count.continuing / count.commitments * rate
        note = f"{rate:,.0f}" if small else f"{rate:.1f}  ({count.commitments:,} in {plural(documents, 'document')})"
        found.append(
            Bar(
                count.name,
                (announced, again),
                note,
                count.actor,
                by_own(count.actor),
                tuple(by_own(count.actor, kind=kind) for kind in KINDS),
            )
        )
    rest = f" The {len(shown)} of {len(counts)} actors with the largest number." if len(shown) < len(counts) else ""
    rule = "" if small else f" Only actors of at least {ENOUGH_DOCUMENTS} documents."
    return chart(
        "commitments_by_actor",
        "Commitments of each actor" if small else "Commitments of each actor, per document in which it speaks",
        f"{base} In the actor's own name; what it promised as a member of a body stands under the body. One of several "
        f"actors counts for each.{rule}{rest}",
        f"Bars by kind: {spoken([(bar.label, bar.note) for bar in found])}.",
        lambda width: bars(found, ("announced", "reaffirmed"), width),
        ("actor", "name", "commitments", "documents", "new", "continuing"),
        [(by_own(c.actor), (c.actor, c.name, c.commitments, present[c.actor], c.new, c.continuing)) for c in shown],
    )


def actors_by_area(analyses: Sequence[Analysis], names: Names, base: str) -> Chart | None:
    """The share of each policy area in the commitments of the leading actors; None for fewer than two of either.

    An actor of few commitments has no shares worth the name.
    """
    counts = {count.actor: count.commitments for count in by_actor(analyses, names) if count.actor}
    shown = [actor for actor, number in counts.items() if number >= FIRM_COMMITMENTS][:MOST_ACTORS]
    cells = {(c.actor, c.area): c for c in by_actor_and_area(analyses, names)}
    areas: Counter[str] = Counter()
    for (actor, area), cell in cells.items():
        if actor in shown:
            areas[area] += cell.commitments
    heads = sorted(areas, key=lambda area: (area == "", -areas[area], area))
    if len(shown) < 2 or len(heads) < 2:
        return None
    rows = [
        Row(
            names.actor_name(actor),
            f"n = {counts[actor]:,}",
            tuple(cells[actor, area].share_of_actor if (actor, area) in cells else None for area in heads),
            actor,
            by_own(actor),
            tuple(by_own(actor, area=area) for area in heads),
        )
        for actor in shown
    ]
    ranked = sorted(
        (cell for (actor, area), cell in cells.items() if actor in shown and area),
        key=lambda cell: (-cell.commitments, cell.actor, cell.area),
    )
    said = [(f"{cell.name}, {cell.title}", f"{cell.share_of_actor:.0%}") for cell in ranked]
    rest = f" The {len(shown)} of {len(counts)} actors with the largest numbers." if len(shown) < len(counts) else ""
    titles = [Head(names.area_title(area) if area else NO_AREA, area) for area in heads]
    return chart(
        "actors_by_area",
        "What each actor commits to: shares of its commitments, in percent",
        f"{base} n = commitments of the actor in its own name. One on several areas counts for each, so that a row may "
        f"add up to more than 100.{rest}",
        f"Grid of {len(rows)} actors by {len(heads)} areas. Largest numbers: {spoken(said)}.",
        lambda width: matrix(rows, titles, width),
        ("actor", "name", "area", "title", "commitments", "share_of_actor"),
        [
            (by_own(actor, area=area), (c.actor, c.name, c.area, c.title, c.commitments, c.share_of_actor))
            for actor in shown
            for area in heads
            if (c := cells.get((actor, area)))
        ],
    )


def actors_over_time(analyses: Sequence[Analysis], names: Names, base: str) -> Chart | None:
    """The share of the leading policy areas in the commitments of the leading actors over time, a row of panels an
    actor; None where fewer than two actors have two periods with enough commitments.
    """
    dated = [a for a in analyses if a.document.date and a.commitments]
    found = of_documents([a.document for a in dated], MOST_PERIODS)
    order = tuple(p for p in found.order if p != UNDATED)
    totals: Counter[tuple[str, str]] = Counter()
    counts: Counter[tuple[str, str, str]] = Counter()
    areas: Counter[str] = Counter()
    for period, a in zip(found.labels, dated, strict=True):
        for c in a.commitments:
            areas.update(c.areas)
            for actor in c.actors:
                totals[actor, period] += 1
                counts.update((actor, area, period) for area in c.areas)
    firm = {actor: tuple(totals[actor, p] >= FIRM_COMMITMENTS for p in order) for actor, _ in totals}
    sizes = Counter[str]()
    for (actor, _), number in totals.items():
        sizes[actor] += number
    eligible = sorted((actor for actor in firm if sum(firm[actor]) >= 2), key=lambda actor: (-sizes[actor], actor))
    leading = sorted(areas, key=lambda area: (-areas[area], area))[:PANELS]
    if len(eligible) < 2 or not leading:
        return None
    shown = eligible[:PANELS]

    def shares(actor: str, area: str) -> tuple[float | None, ...]:
        return tuple(counts[actor, area, p] / n if (n := totals[actor, p]) else None for p in order)

    panels = [
        Panel(
            f"{names.actor_name(actor)}: {names.area_title(area)}",
            shares(actor, area),
            firm[actor],
            f"{actor}: {area}",
            by_own(actor, area=area),
            tuple(by_own(actor, area=area, year=of) if (of := years(p)) else "" for p in order),
        )
        for actor in shown
        for area in leading
    ]
    return chart(
        "actors_over_time",
        "Leading policy areas in the commitments of the leading actors over time",
        f"{base} The {len(shown)} actors and {len(leading)} areas with the largest numbers; each period {found.span}. "
        f"Discs: at least {FIRM_COMMITMENTS} commitments of the actor in the period; rings: fewer.",
        f"Small multiples by {found.unit} for {', '.join(map(names.actor_name, shown))}, each with "
        f"{', '.join(map(names.area_title, leading))}.",
        lambda width: multiples(panels, order, PANELS, width),
        ("actor", "area", "period", "commitments", "on_area"),
        [
            (by_own(actor, area=area, year=years(p)), (actor, area, p, totals[actor, p], counts[actor, area, p]))
            for actor in shown
            for area in leading
            for p in order
            if totals[actor, p]
        ],
    )


def _counted_together(
    analyses: Sequence[Analysis], wanted: frozenset[tuple[str, str]]
) -> tuple[Counter[tuple[str, str]], Counter[tuple[str, str]]]:
    """The numbers of documents and of commitments in which the wanted pairs commit together."""
    codes = {code for pair in wanted for code in pair}
    documents: Counter[tuple[str, str]] = Counter()
    commitments: Counter[tuple[str, str]] = Counter()
    for a in analyses:
        found = [pair for c in a.commitments for pair in combinations(sorted(codes.intersection(c.actors)), 2)]
        here = Counter(pair for pair in found if pair in wanted)
        documents.update(here.keys())
        commitments.update(here)
    return documents, commitments


def pairs(analyses: Sequence[Analysis], names: Names, base: str) -> Chart | None:
    """Pairs of actors by the number of documents in which they commit together, from two documents on; None for fewer
    than three such pairs.

    Documents of many parties do not choose the pairs, which are counted in all documents, as the search finds them.
    """
    chosen: Counter[tuple[str, str]] = Counter()
    large = 0
    for a in analyses:
        if len(a.document.parties) > MANY_PARTIES or any(len(c.actors) > MANY_PARTIES for c in a.commitments):
            large += 1
            continue
        chosen.update({pair for c in a.commitments for pair in combinations(sorted(set(c.actors)), 2)})
    ranked = sorted((pair for pair, number in chosen.items() if number >= 2), key=lambda pair: (-chosen[pair], pair))
    if len(ranked) < 3:
        return None
    documents, commitments = _counted_together(analyses, frozenset(ranked[:MOST_PAIRS]))
    shown = sorted(documents, key=lambda pair: (-documents[pair], -commitments[pair], pair))
    found = [
        Bar(
            f"{names.actor_name(a)} – {names.actor_name(b)}",
            (documents[a, b],),
            f"{plural(documents[a, b], 'document')}, {plural(commitments[a, b], 'commitment')}",
            f"{a} – {b}",
            by_own((a, b), both="yes"),
        )
        for a, b in shown
    ]
    apart = (
        f" {plural(large, 'document')} of more than {MANY_PARTIES} parties counted, but not to choose the pairs."
        if large
        else ""
    )
    rest = f" The first {MOST_PAIRS} of {len(ranked):,}." if len(ranked) > MOST_PAIRS else ""
    return chart(
        "together",
        "Who commits together, by number of documents",
        f"{base} Pairs that commit together in at least two documents.{rest}{apart}",
        f"Bars: {spoken([(bar.label, bar.note) for bar in found])}.",
        lambda width: bars(found, ("documents",), width),
        ("actor", "name", "other", "other_name", "documents", "commitments"),
        [
            (
                by_own((a, b), both="yes"),
                (a, names.actor_name(a), b, names.actor_name(b), documents[a, b], commitments[a, b]),
            )
            for a, b in shown
        ],
    )
