"""What a robots.txt says to one program, read as RFC 9309 has it."""

import math
from collections import defaultdict
from dataclasses import dataclass
from urllib.parse import unquote

_EVERY = "*"
_DELAY = "crawl-delay"
"""Not in the RFC, but widely written: seconds between two visits."""


@dataclass(frozen=True, slots=True)
class Rules:
    """Paths with whether they are allowed, as robots.txt writes them, and seconds between two visits; 0 for none."""

    paths: tuple[tuple[str, bool], ...] = ()
    delay: float = 0.0

    def permit(self, path: str) -> bool:
        """Whether a path, with its query, may be fetched: the longest rule that fits decides, Allow where two do."""
        plain = unquote(path)
        fitting = [(len(rule), allowed) for rule, allowed in self.paths if _fits(plain, unquote(rule))]
        return max(fitting)[1] if fitting else True


def parse_rules(text: str, agent: str) -> Rules:
    """The rules for a program: those of all groups that name it, else those for every program."""
    groups: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    named: set[str] = set()
    are_rules = False
    for line in text.splitlines():
        key, _, value = (part.strip() for part in line.partition("#")[0].partition(":"))
        key = key.lower()
        if key == "user-agent":
            named = {value.partition("/")[0].lower()} | (set() if are_rules else named)
            are_rules = False
        elif key in ("allow", "disallow", _DELAY):
            are_rules = True
            for name in named:
                groups[name].append((key, value))
    said = groups.get(agent.lower(), groups.get(_EVERY, []))
    paths = tuple((value, key == "allow") for key, value in said if key != _DELAY and value)
    return Rules(paths, max((_seconds(value) for key, value in said if key == _DELAY), default=0.0))


def _fits(path: str, rule: str) -> bool:
    """Whether a rule fits the beginning of a path, or all of it where the rule ends in $; * stands for anything."""
    whole = rule.endswith("$")
    first, *others = rule.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    place = len(first)
    if not others:
        return not whole or place == len(path)
    last = others.pop() if whole else ""
    for part in others:
        if (found := path.find(part, place)) < 0:
            return False
        place = found + len(part)
    return path.endswith(last) and len(path) - len(last) >= place


def _seconds(value: str) -> float:
    try:
        seconds = float(value)
    except ValueError:
        return 0.0
    return seconds if math.isfinite(seconds) and seconds > 0 else 0.0
