"""How a later sentence takes up an earlier one: repeated, strengthened, weakened or followed up, and what changed.

The relation is told of the sentences, as the guidelines have it. Whose cue is firmer is told by rule. Other rules say
whether what was planned is now carried out, and what concrete was added or dropped; a regression weighs them with what
else is in one sentence alone.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from pipeline.knowledge import Knowledge
from pipeline.names.words import tokens
from pipeline.records import STRENGTHS, Changed, Relation
from pipeline.track.differences import Relations, differences, heft
from pipeline.track.sayings import Promise, Saying
from pipeline.track.wording import Rarity, names, stems

COLUMNS = ("stage", "words", "example")
STAGES = ("tentative", "plan", "carry_out", "report", "outcome", "mechanism")
Verdict = tuple[Relation, str]
"""A relation and its ground in words."""
SAME = 0.7
"""Part of the words, by weight, that must be common for two sentences to be much the same."""
MOST_NEW = 4
"""Words that a sentence may add to one that it holds whole for that to be no more than another wording."""


@dataclass(frozen=True, slots=True)
class Steps:
    """The words of ``steps.csv`` by stage."""

    tentative: frozenset[str]
    plan: frozenset[str]
    carry_out: frozenset[str]
    report: frozenset[str]
    outcome: frozenset[str]
    mechanism: frozenset[str]


def read_steps(knowledge: Knowledge) -> Steps:
    """The words of ``steps.csv``.

    Raises :class:`pipeline.errors.KnowledgeError` for an unknown stage, and for an example without any of the words.
    """
    words: dict[str, set[str]] = {stage: set() for stage in STAGES}
    for row in knowledge.table("steps.csv", COLUMNS):
        listed = row.values("words")
        if not set(listed) & set(tokens(row["example"])):
            raise row.error(f"none of {', '.join(listed)} stands in the example: mend one of them")
        words[row.choice("stage", set(STAGES))].update(listed)
    return Steps(**{stage: frozenset(found) for stage, found in words.items()})


ADDED: dict[Relation, str] = {
    "repeated": "the same force",
    "strengthened": "something was added",
    "weakened": "something was left out",
    "followed_up": "the next step",
}
"""The ground of a relation that the differences speak for, where no rule tells one."""


def relation(later: Saying, earlier: Saying, steps: Steps, relations: Relations, rarity: Rarity) -> Verdict:
    """The relation of a later saying to an earlier one that makes the same undertaking, with its ground.

    Some rules are certain (:func:`ruled`); of all else, the other rules among it, a regression says what it speaks for.
    """
    (rule, ground), certain = ruled(later, earlier, steps, rarity)
    if certain:
        return rule, ground
    found = relations(differences(later, earlier, rule, limited(later, earlier), rarity))
    return found, ground if found == rule else ADDED[found]


def ruled(later: Saying, earlier: Saying, steps: Steps, rarity: Rarity) -> tuple[Verdict, bool]:
    """What the rules tell of two sayings, and whether that is certain.

    It is where a cue is firmer or softer, and where something concrete was added or dropped and all else is the same.
    """
    step = _step(later, earlier, steps)
    if not step and (force := _force(later, earlier, steps)):
        return force, True
    told = step or _concrete(later, earlier) or _scope(later, earlier)
    return (told, _same_beside(later, earlier, rarity)) if told else (("repeated", ADDED["repeated"]), False)


def _step(later: Saying, earlier: Saying, steps: Steps) -> Verdict | None:
    now, before = set(tokens(later.text)), set(tokens(earlier.text))
    planned = before & (steps.tentative | steps.plan | steps.carry_out)
    if now & steps.report and now & steps.outcome and planned and not before & steps.report:
        return "followed_up", "what was planned is told as done"
    fresh = (now & steps.carry_out) - before
    if fresh and before & (steps.tentative | steps.plan) and not before & _same(fresh, steps):
        return "followed_up", f"what was planned is carried out ({min(fresh)})"
    return None


def _same(words: Iterable[str], steps: Steps) -> set[str]:
    """The words that carry something out and have a stem in common with some of ``words``."""
    wanted = set(stems(" ".join(words)))
    return {word for word in steps.carry_out if wanted.intersection(stems(word))}


def _same_beside(later: Saying, earlier: Saying, rarity: Rarity) -> bool:
    """Whether two sayings have most of their words in common, sums and time limits aside."""
    now, before = _beside(later), _beside(earlier)
    common = heft(now & before, rarity)
    return common >= SAME * max(heft(now, rarity), heft(before, rarity))


def _beside(saying: Saying) -> set[str]:
    concrete = {word for promise in saying.promises for word in stems(f"{promise.amount} {promise.deadline}")}
    return set(stems(saying.text)) - concrete


def _force(later: Saying, earlier: Saying, steps: Steps) -> Verdict | None:
    now, before = _softness(later, steps), _softness(earlier, steps)
    if now == before:
        return None
    return ("strengthened", "a firmer cue") if now < before else ("weakened", "a softer cue")


def _softness(saying: Saying, steps: Steps) -> int:
    """How soft the firmest promise is: a strong cue for what is but to be explored is softer than one for a deed."""
    return min(STRENGTHS.index(promise.strength) + _is_tentative(promise, steps) for promise in saying.promises)


def _is_tentative(promise: Promise, steps: Steps) -> bool:
    return not steps.tentative.isdisjoint(tokens(promise.action)[:1])


def _concrete(later: Saying, earlier: Saying) -> Verdict | None:
    gained = [
        (bool(now) - bool(before), name)
        for name, now, before in (
            ("sum", _first(p.amount for p in later.promises), _first(p.amount for p in earlier.promises)),
            (
                "time limit",
                _first(p.deadline for p in later.promises),
                _first(_ahead(p, later) for p in earlier.promises),
            ),
        )
    ]
    balance = sum(sign for sign, _ in gained)
    named = " and ".join(name for sign, name in gained if sign * balance > 0)
    if balance > 0:
        return "strengthened", f"a {named} that was not there"
    return ("weakened", f"the {named} is gone") if balance < 0 else None


def limited(later: Saying, earlier: Saying) -> bool:
    """Whether the earlier saying has a time limit that was still to come."""
    return any(_ahead(promise, later) for promise in earlier.promises)


def _ahead(promise: Promise, later: Saying) -> str:
    """The time limit of an earlier promise where its day was still to come: of one that is past nothing was dropped."""
    day = promise.deadline_date
    return promise.deadline if day and (day > later.paper.date or any(p.deadline for p in later.promises)) else ""


def _scope(later: Saying, earlier: Saying) -> Verdict | None:
    """A sentence that holds the other whole, and more."""
    now, before = set(stems(later.text)), set(stems(earlier.text))
    if before < now and len(now - before) > MOST_NEW:
        return "strengthened", "the same and more"
    return ("weakened", "less of the same") if now < before and len(before - now) > MOST_NEW else None


def _first(words: Iterable[str]) -> str:
    return next((word for word in words if word), "")


def changes(
    later: Saying, earlier: Saying, promise: Promise, before: Promise, steps: Steps
) -> Iterator[tuple[Changed, str]]:
    """What changed from a promise of the earlier saying to one of the later: the kind of change, old and new words."""
    fields: tuple[tuple[Changed, str, str], ...] = (
        ("cue", before.cue.lower(), promise.cue.lower()),
        ("strength", before.strength, promise.strength),
        ("amount", before.amount, promise.amount),
        ("deadline", before.deadline, promise.deadline),
        ("mechanism", *_parted(earlier, later, lambda text: [w for w in tokens(text) if w in steps.mechanism])),
        ("scope", *_parted(earlier, later, names)),
        ("partners", ", ".join(before.actors), ", ".join(promise.actors)),
    )
    told = [(kind, f"{old or 'none'} -> {new or 'none'}") for kind, old, new in fields if old != new]
    if not told and later.text.split() != earlier.text.split():
        told = [("wording", "")]
    yield from told


def _parted(earlier: Saying, later: Saying, words: Callable[[str], Iterable[str]]) -> tuple[str, str]:
    """What only the earlier, and what only the later sentence has of some words."""
    before, now = dict.fromkeys(words(earlier.text)), dict.fromkeys(words(later.text))
    return ", ".join(w for w in before if w not in now), ", ".join(w for w in now if w not in before)
