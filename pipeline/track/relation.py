"""How a later sentence takes up an earlier one: repeated, strengthened, weakened or followed up, and what changed."""

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.records import STRENGTHS, Changed, Relation
from pipeline.track.sayings import Promise, Saying
from pipeline.track.wording import stems

_STEP = frozenset(("launch", "establish", "open", "complete", "sign", "adopt", "implement", "operationalise", "begin"))
_PLAN = frozenset(("explore", "consider", "examine", "study", "discuss", "develop", "plan", "intend", "seek"))
_TOKEN = re.compile(r"\s+|[^\W_]+(?:['’-][^\W_]+)*|[^\w\s]|_")


@dataclass(frozen=True, slots=True)
class Comparison:
    """The relation, what changed, the changes in words, and the ground of the relation."""

    relation: Relation
    changed: tuple[Changed, ...]
    details: tuple[str, ...]
    ground: str


def compare(later: Saying, earlier: Saying, promise: Promise, before: Promise) -> Comparison:
    """How ``promise`` of a later saying takes up the promise ``before`` of an earlier one."""
    changes = dict(_changes(promise, before))
    if later.text != earlier.text and not changes:
        changes["wording"] = ""
    details = tuple(f"{name}: {words}" for name, words in changes.items() if words)
    relation, ground = _relation(promise, before, changes)
    return Comparison(relation, tuple(changes), details, ground)


def _changes(now: Promise, before: Promise) -> Iterator[tuple[Changed, str]]:
    if now.cue.lower() != before.cue.lower():
        yield "cue", f"{before.cue} -> {now.cue}"
    if now.strength != before.strength:
        yield "strength", f"{before.strength} -> {now.strength}"
    if now.amount != before.amount:
        yield "amount", f"{before.amount or 'none'} -> {now.amount or 'none'}"
    if now.deadline != before.deadline:
        yield "deadline", f"{before.deadline or 'none'} -> {now.deadline or 'none'}"
    if now.actors != before.actors:
        yield "partners", f"{', '.join(before.actors) or 'none'} -> {', '.join(now.actors) or 'none'}"


def _relation(now: Promise, before: Promise, changes: dict[Changed, str]) -> tuple[Relation, str]:
    if _STEP.intersection(stems_of(now)) and _PLAN.intersection(stems_of(before)):
        return "followed_up", "the next step of what was planned"
    if "strength" in changes:
        firmer = STRENGTHS.index(now.strength) < STRENGTHS.index(before.strength)
        return ("strengthened", "a firmer cue") if firmer else ("weakened", "a softer cue")
    gained = [bool(now.amount) - bool(before.amount), bool(now.deadline) - bool(before.deadline)]
    if sum(gained) > 0:
        return "strengthened", "a sum or time limit that was not there"
    if sum(gained) < 0:
        return "weakened", "a sum or time limit is gone"
    return "repeated", "the same force"


def stems_of(promise: Promise) -> set[str]:
    """The words of cue and action, with endings and without."""
    words = f"{promise.cue} {promise.action}".lower().split()
    return {*words, *stems(" ".join(words))}


def word_diff(before: str, after: str) -> str:
    """One wording made into another: ``[-taken out-]`` and ``{+put in+}`` around words, as GNU ``wdiff`` marks them."""
    old, new = _TOKEN.findall(" ".join(before.split())), _TOKEN.findall(" ".join(after.split()))
    parts = []
    for change, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if change == "equal":
            parts.append("".join(new[c:d]))
            continue
        parts += [f"[-{''.join(old[a:b])}-]"] * (b > a) + [f"{{+{''.join(new[c:d])}+}}"] * (d > c)
    return "".join(parts)
