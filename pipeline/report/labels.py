"""Names for readers: titles of policy areas, names of actors, words for the values of the tables."""

from functools import cache

from pipeline.knowledge import read_table, read_toml

NO_AREA = "No area found"
NO_ACTOR = "Actor not named"

ENTITY_LABELS = {
    "PERSON": "person",
    "NORP": "nationality or group",
    "GPE": "country or city",
    "LOC": "place",
    "ORG": "organisation",
    "FAC": "facility",
    "LAW": "treaty or document",
    "EVENT": "event",
    "DATE": "date",
    "MONEY": "sum of money",
}

RULES = {
    "caption": "photo caption or credit taken out",
    "furniture": "menu, share button or page furniture taken out",
    "line_break": "line break inside a sentence mended",
    "hyphen": "word divided at the line end joined",
    "mojibake": "garbled characters mended",
    "encoding": "encoding other than UTF-8 read",
    "control": "invisible or control characters taken out",
}


def area_title(code: str) -> str:
    """Title of a policy area as ``areas.toml`` gives it; a code that it does not know is its own title."""
    return _areas().get(code, code) or NO_AREA


def actor_name(code: str) -> str:
    """Name of a country or body by its code; an actor without a code is its own name."""
    return _actors().get(code, code)


def rule_words(rule: str) -> str:
    """What a cleaning rule did, in words."""
    return RULES.get(rule, rule.replace("_", " "))


def plural(count: int, word: str) -> str:
    """``count`` things, with thousands separators: "1 commitment", "2,104 commitments"."""
    ending = "" if count == 1 else "s"
    return f"{count:,} {word[:-1]}ies" if ending and word.endswith("y") else f"{count:,} {word}{ending}"


@cache
def _areas() -> dict[str, str]:
    return {str(area["key"]): str(area["title"]) for area in read_toml("areas.toml")["area"]}


@cache
def _actors() -> dict[str, str]:
    names = {
        row["code"]: row["name"]
        for row in read_table("countries.csv", ("code", "name", "aliases", "adjectives", "capitals"))
    }
    bodies = read_table("bodies.csv", ("code", "name", "aliases", "state", "members"))
    for row in bodies:
        names.setdefault(row["code"], row["name"])  # organs that speak for a body follow it under its code
    names.pop("", None)
    return names
