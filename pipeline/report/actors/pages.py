"""A page for each actor: ``outputs/actors/JPN.html``, without scripts, which needs nothing else."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from pipeline.records import Commitment, Standing
from pipeline.report.actors.profiles import FOREMOST, Profile, listed, profile_row
from pipeline.report.addresses import web_address
from pipeline.report.labels import Names, plural
from pipeline.report.page.assets import style
from pipeline.report.page.marking import anchor
from pipeline.report.page.page import brief
from pipeline.tables import replacing

FOLDER = "actors"
MOST = 250
"""Actors with a page, those with most promises; the tables have all."""
ROWS = FOREMOST
"""Rows of a table in a page; the tables have all."""
STANDINGS: dict[Standing, str] = {
    "standing": "Stand as said",
    "strengthened": "Strengthened when last said",
    "weakened": "Weakened when last said",
    "overdue": "Deadline is past",
    "not_repeated": "Not said again by the next document of the series",
}


@dataclass(frozen=True, slots=True)
class Cell:
    """An actor's promises on an area in a year: its own, and those of its bodies."""

    own: int
    through: int


def write_actor_pages(found: Sequence[Profile], names: Names, today: datetime.date | None, outputs: Path) -> list[Path]:
    """Write the pages of states and bodies; those of an earlier run are removed. Returns what was written."""
    folder = outputs / FOLDER
    known = [profile for profile in found if names.gazetteer.name_of(profile.actor)][:MOST]
    if known:
        folder.mkdir(parents=True, exist_ok=True)
    template = _environment(names).get_template("actor.html")
    written = []
    for profile in known:
        written.append(folder / f"{anchor(profile.actor)[2:]}.html")
        with replacing(written[-1]) as file:
            file.writelines(template.generate(_context(profile, names, today)))
    for stale in set(folder.glob("*.html")) - set(written):
        stale.unlink()
    return written


def _context(profile: Profile, names: Names, today: datetime.date | None) -> dict[str, Any]:
    cells = {*profile.own, *profile.through}
    years = sorted({year for _, year in cells if year is not None})
    columns: list[int | None] = [*years[-ROWS:], *([None] if any(year is None for _, year in cells) else [])]
    areas = sorted({area for area, _ in cells}, key=lambda area: (not area, names.area_title(area)))
    return {
        "profile": profile,
        "row": profile_row(profile, names, today),
        "name": names.actor_name(profile.actor),
        "bodies": listed(profile.bodies),
        "years": columns,
        "areas": [(area, [Cell(profile.own[area, y], profile.through[area, y]) for y in columns]) for area in areas],
        "ahead": _due(profile, today, ahead=True),
        "past": _due(profile, today, ahead=False)[::-1],
        "standings": [
            (words, profile.standings[key], profile.threads[key])
            for key, words in STANDINGS.items()
            if profile.standings[key]
        ],
        "most": ROWS,
        "style": Markup(style()),
    }


def _due(profile: Profile, today: datetime.date | None, *, ahead: bool) -> list[tuple[datetime.date, Commitment]]:
    return [(day, made) for day, made in profile.due if (today is None or day >= today) == ahead]


def _environment(names: Names) -> Environment:
    environment = Environment(
        loader=PackageLoader("pipeline.report.actors"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters |= {"area_title": names.area_title, "actor_name": names.actor_name, "plural": plural}
    environment.filters |= {"anchor": anchor, "web_address": web_address, "brief": brief}
    environment.filters["counted"] = lambda values: _counted(values, names)
    return environment


def _counted(values: Sequence[str], names: Names) -> str:
    """Codes with numbers ("NATO 12") as names with numbers."""
    parts = (value.rpartition(" ") for value in values)
    return ", ".join(f"{names.actor_name(code)} ({count})" for code, _, count in parts)
