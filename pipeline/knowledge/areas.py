"""The policy areas and their terms, as an analyst writes them in ``knowledge/areas.toml``."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.errors import KnowledgeError
from pipeline.knowledge.base import Knowledge

FILE = "areas.toml"
FIELDS = {"key", "title", "definition", "strong", "weak", "examples"}


@dataclass(frozen=True, slots=True)
class Area:
    """A policy area: its key in tables, its name, what it covers, its terms, and sentences that its terms must find."""

    key: str
    title: str
    definition: str
    strong: tuple[str, ...]
    weak: tuple[str, ...]
    examples: tuple[str, ...]


def read_areas(knowledge: Knowledge) -> tuple[Area, ...]:
    """The areas in the order of the file.

    Raises :class:`KnowledgeError` naming the area and the mend where a field is missing or unknown, a key or a term
    stands twice, or a term is not written in lower case. That the examples fire is checked by
    :func:`pipeline.classify.terms.term_index`.
    """
    entries = knowledge.toml(FILE).get("area", [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise KnowledgeError(f"{FILE}: 'area' is no table; write [[area]] above the fields of each policy area.")
    areas = tuple(_area(number, entry) for number, entry in enumerate(entries, 1))
    if not areas:
        raise KnowledgeError(f"{FILE}: no [[area]] found; write one for each policy area.")
    keys = [area.key for area in areas]
    for key in keys:
        if keys.count(key) > 1:
            raise KnowledgeError(f"{FILE}: the area '{key}' stands twice; keep one.")
    return areas


def area_keys(knowledge: Knowledge) -> tuple[str, ...]:
    """Keys of the areas, in the order of the file."""
    return tuple(area.key for area in knowledge.get(read_areas))


def _area(number: int, entry: dict[str, Any]) -> Area:
    place = f"{FILE}, area {entry.get('key', number)}"
    if unknown := sorted(set(entry) - FIELDS):
        raise KnowledgeError(f"{place}: '{unknown[0]}' is not a field; use {', '.join(sorted(FIELDS))}.")
    if missing := sorted(FIELDS - set(entry)):
        raise KnowledgeError(f"{place}: '{missing[0]}' is missing; add it.")
    for field in ("key", "title", "definition"):
        if not isinstance(entry[field], str) or not entry[field].strip():
            raise KnowledgeError(f"{place}: '{field}' must be a text between quotes.")
    if not entry["key"].replace("_", "a").isalnum() or entry["key"] != entry["key"].lower():
        raise KnowledgeError(f"{place}: write the key in lower-case letters, digits and '_'.")
    lists = {field: _texts(entry[field], field, place) for field in ("strong", "weak", "examples")}
    terms = lists["strong"] + lists["weak"]
    for term in terms:
        if terms.count(term) > 1:
            raise KnowledgeError(f"{place}: the term '{term}' stands twice; keep one.")
        if term != term.lower() or not any(c.isalnum() for c in term):
            raise KnowledgeError(f"{place}: write the term '{term}' as lower-case words.")
    return Area(entry["key"], entry["title"], entry["definition"], **lists)


def _texts(value: Any, field: str, place: str) -> tuple[str, ...]:
    if not isinstance(value, Sequence) or isinstance(value, str) or not all(isinstance(v, str) for v in value):
        raise KnowledgeError(f'{place}: \'{field}\' must be a list of texts: ["...", "..."].')
    return tuple(value)
