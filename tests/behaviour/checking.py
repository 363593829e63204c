"""What of a case does not hold, said in short sentences."""

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from pipeline.records import Analysis, Commitment, Entity
from tests.behaviour.cases import SHAPES, Case, fold, listed


def faults(case: Case, analysis: Analysis) -> list[str]:
    """What of a case does not hold in what was found; nothing where it passes."""
    expect = case.expect
    out = list(_ledger_faults(expect, analysis.commitments))
    said = {act for sentence in analysis.sentences for act in sentence.acts}
    out += [f"act {act} missing" for act in expect.get("acts", {}).get("has", ()) if act not in said]
    out += [f"act {act} not expected" for act in expect.get("acts", {}).get("lacks", ()) if act in said]
    for row in expect.get("entities", ()):
        if not any(_is_entity(row, entity) for entity in analysis.entities):
            out.append(f"entity {row} missing")
    for row in expect.get("no_entities", ()):
        if any(_is_entity(row, entity) for entity in analysis.entities):
            out.append(f"entity {row} not expected")
    if expect.get("sentences", len(analysis.sentences)) != len(analysis.sentences):
        out.append(f"{len(analysis.sentences)} sentences, not {expect['sentences']}")
    for words in expect.get("silent", ()):
        acts = {act for s in analysis.sentences if fold(words) in fold(s.text) for act in s.acts}
        if acts:
            out.append(f'furniture "{words}" has acts {sorted(acts)}')
    return out


def _ledger_faults(expect: Mapping[str, Any], found: Sequence[Commitment]) -> Iterator[str]:
    if "commitments" in expect:
        wanted = expect["commitments"]
        pairs = match(wanted, found)
        free = [row for place, row in enumerate(found) if place not in pairs.values()]
        for number, one in enumerate(wanted):
            if number not in pairs:
                yield _missing(one, free)
        if len(found) > len(wanted) and not expect.get("extra_ok"):
            yield f"{len(found)} commitments, not {len(wanted)}: " + "; ".join(f'"{row.action}"' for row in free)
    for words in expect.get("actions_cover", ()):
        if not any(fold(words) in fold(row.action) for row in found):
            yield f'"{words}" stands in no action'


def _missing(wanted: Mapping[str, Any], free: Sequence[Commitment]) -> str:
    label = " + ".join(listed(wanted.get("action_has", "any action")))
    if not free:
        return f'"{label}" not found'
    nearest = min(free, key=lambda row: len(differences(wanted, row)))
    return f'"{label}" not found as expected; "{nearest.action}" has ' + ", ".join(differences(wanted, nearest))


def match(wanted: Sequence[Mapping[str, Any]], found: Sequence[Commitment]) -> dict[int, int]:
    """One row for each expected commitment, for as many as can be: index of expectation to index of row."""
    fits = [[place for place, row in enumerate(found) if not differences(one, row)] for one in wanted]
    taken: dict[int, int] = {}

    def settle(number: int, seen: set[int]) -> bool:
        for place in fits[number]:
            if place not in seen:
                seen.add(place)
                if place not in taken or settle(taken[place], seen):
                    taken[place] = number
                    return True
        return False

    for number in range(len(wanted)):
        settle(number, set())
    return {number: place for place, number in taken.items()}


def differences(wanted: Mapping[str, Any], row: Commitment) -> list[str]:
    """What of an expected commitment a row does not fulfil; the action first."""
    action = fold(row.action)
    out = [f'no "{words}" in it' for words in listed(wanted.get("action_has", [])) if fold(words) not in action]
    out += [f'"{words}" in it' for words in listed(wanted.get("action_lacks", [])) if fold(words) in action]
    if "actors" in wanted and _names(row.actors) != _names(wanted["actors"]):
        out.append(f"actors {';'.join(row.actors) or 'none'}, not {';'.join(wanted['actors']) or 'none'}")
    if wrong := set(_names(row.actors)) & set(_names(wanted.get("actors_lack", ()))):
        out.append(f"actors with {sorted(wrong)}")
    for key, value in _cells(row).items():
        if key in wanted and value != wanted[key]:
            out.append(f"{key} {value}, not {wanted[key]}")
    for key, words in (("deadline", row.deadline), ("amount", row.amount)):
        if key in wanted and (bool(words) != bool(wanted[key]) or fold(wanted[key]) not in fold(words)):
            out.append(f'{key} "{words}", not "{wanted[key]}"')
    if "amount_value" in wanted and not _same(row.amount_value, wanted["amount_value"]):
        out.append(f"amount_value {row.amount_value}, not {wanted['amount_value']}")
    return out


def _cells(row: Commitment) -> dict[str, object]:
    return {
        "kind": row.kind,
        "strength": row.strength,
        "negated": row.negated,
        "conditional": row.conditional,
        "towards": ";".join(row.towards),
        "deadline_date": row.deadline_date.isoformat() if row.deadline_date else "",
        "amount_currency": row.amount_currency,
    }


def _same(found: float | None, wanted: float | None) -> bool:
    if found is None or wanted is None:
        return found is wanted
    return math.isclose(found, wanted, rel_tol=1e-9, abs_tol=1e-9)


def _names(values: Iterable[str]) -> list[str]:
    return sorted(_name(value).casefold() for value in values)


def _name(text: str) -> str:
    """A name without a leading "the" and a trailing "'s"."""
    plain = " ".join(text.translate(SHAPES).split())
    return re.sub(r"'s$", "", re.sub(r"^the ", "", plain, flags=re.IGNORECASE))


def _is_entity(wanted: Sequence[Any], entity: Entity) -> bool:
    text, label, *code = wanted
    return (
        _name(entity.text) == _name(text)
        and (label is None or entity.label == label)
        and (not code or entity.entity_id == code[0])
    )
