"""Names that several states share ("Korea", "Congolese"): which is meant, the parties of a document may tell."""

from collections.abc import Mapping

from pipeline.knowledge import Knowledge
from pipeline.names.gazetteer import Gazetteer


def read_shared_states(knowledge: Knowledge) -> Mapping[str, frozenset[str]]:
    """The states that share a name (``shared_states.csv``), by the name as written.

    Raises :class:`pipeline.errors.KnowledgeError` where a code is none of a country.
    """
    gazetteer = knowledge.get(Gazetteer)
    shared: dict[str, frozenset[str]] = {}
    for row in knowledge.table("shared_states.csv", ("name", "states")):
        states = frozenset(row.values("states"))
        for code in sorted(states):
            if not gazetteer.is_country(code):
                raise row.error(f"{code!r} is no code of countries.csv; write a code such as FRA")
        shared |= dict.fromkeys(row.values("name"), states)
    return shared


def meant(name: str, parties: frozenset[str], knowledge: Knowledge) -> str:
    """The one of the states sharing a name that is among ``parties``; empty where none is, or several are."""
    found = knowledge.get(read_shared_states).get(name, frozenset()) & parties
    return next(iter(found)) if len(found) == 1 else ""
