"""What the page says of its method: what counts, with examples, how well it is found, and what the corpus is."""

import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from pipeline.knowledge import Knowledge
from pipeline.knowledge.areas import read_areas
from pipeline.records import Analysis
from pipeline.views import counted


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured figure of this release, as ``pipeline/model/accuracy.toml`` has it: values as they are written."""

    what: str
    plain: str
    known: str
    others: str
    readers: str


@dataclass(frozen=True, slots=True)
class AreaWords:
    """A policy area for readers."""

    title: str
    definition: str
    example: str


@dataclass(frozen=True, slots=True)
class Method:
    """All of it. ``issuers`` and ``years`` are the documents counted by who issued them and by year."""

    basis: str
    figures: tuple[Figure, ...]
    areas: tuple[AreaWords, ...]
    issuers: tuple[tuple[str, int], ...]
    years: tuple[tuple[str, int], ...]


def method(analyses: Sequence[Analysis], knowledge: Knowledge) -> Method:
    """What is said of the method over these documents."""
    areas = knowledge.get(read_areas)
    light = counted(analyses)
    issuers = Counter(a.document.issuer or "not known" for a in light)
    years = Counter(str(a.document.date.year) if a.document.date else "undated" for a in light)
    basis, figures = accuracy()
    return Method(
        basis=basis,
        figures=figures,
        areas=tuple(AreaWords(a.title, a.definition, a.examples[0] if a.examples else "") for a in areas),
        issuers=tuple(sorted(issuers.items(), key=lambda item: (-item[1], item[0]))),
        years=tuple(sorted(years.items())),
    )


@cache
def accuracy() -> tuple[str, tuple[Figure, ...]]:
    """The release's measured figures, and on what they were measured."""
    text = (resources.files("pipeline") / "model" / "accuracy.toml").read_text(encoding="utf-8")
    read = tomllib.loads(text)
    return read["basis"], tuple(Figure(**entry) for entry in read["figure"])
