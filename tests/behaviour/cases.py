"""The cases: one JSON object a line in ``cases/<kind>.jsonl``, checked strictly when they are read.

A case holds ``id`` (``<kind>-01``), ``text``, ``expect``, and, where they matter, ``title`` ("Notice" where absent, no
title line where ""), ``date`` (3 May 2026 where absent, none where ""), ``parties`` (codes), ``issuer``, and a ``note``
for readers. What ``expect`` leaves out is not tested:

* ``commitments``: each has to be found in a row of its own, with the fields named: ``action_has`` and ``action_lacks``
  (words, or a list of them), ``actors`` (just these), ``actors_lack`` (none of these), ``kind``, ``strength``,
  ``negated``, ``conditional``, ``towards``, ``deadline`` and ``amount`` (words that they hold; "" for none),
  ``deadline_date``, ``amount_value`` (null for none), ``amount_currency``
* ``extra_ok``: true where commitments beyond these do no harm
* ``actions_cover``: words each of which stands in some action
* ``acts``: ``{"has": [...], "lacks": [...]}``, of all sentences together
* ``entities`` and ``no_entities``: ``[text, label]`` or ``[text, label, id]``, the label null for any
* ``sentences``: how many there are
* ``silent``: words of furniture, which stand in no sentence that has an act

Words are compared without regard to case, white space and the shape of quotation marks and dashes.
"""

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.records import ACTS, ENTITY_LABELS, KINDS, STRENGTHS

FOLDER = Path(__file__).parent / "cases"
KEYS = frozenset({"id", "text", "expect", "title", "date", "parties", "issuer", "note", "kind"})
EXPECTATIONS = frozenset(
    {"commitments", "extra_ok", "actions_cover", "acts", "entities", "no_entities", "sentences", "silent"}
)
WORDS = ("action_has", "action_lacks", "deadline", "amount")
FIELDS = frozenset(
    {*WORDS, "actors", "actors_lack", "kind", "strength", "negated", "conditional", "towards", "deadline_date"}
    | {"amount_value", "amount_currency"}
)
CLOSED: dict[str, tuple[object, ...]] = {
    "kind": KINDS,
    "strength": STRENGTHS,
    "negated": (True, False),
    "conditional": (True, False),
}
TYPES: dict[str, type | tuple[type, ...]] = {
    "actors": list,
    "actors_lack": list,
    "towards": str,
    "deadline_date": str,
    "amount_value": (int, float, type(None)),
    "amount_currency": str,
}
SHAPES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "\u00a0": " "})


class CaseError(Exception):
    """A case that is written wrongly: where, and what."""


@dataclass(frozen=True, slots=True)
class Case:
    """A small text and what has to be found in it."""

    case_id: str
    kind: str
    text: str
    expect: Mapping[str, Any]
    title: str = "Notice"
    date: str = "2026-05-03"
    parties: tuple[str, ...] = ()
    issuer: str = ""


def fold(text: str) -> str:
    """Words to compare: lower case, single spaces, plain quotation marks and dashes."""
    return " ".join(text.translate(SHAPES).casefold().split())


def listed(value: str | list[str]) -> list[str]:
    """A value that may stand alone, as a list."""
    return value if isinstance(value, list) else [value]


def read_cases(folder: Path = FOLDER) -> list[Case]:
    """All cases of a folder, by kind. Raises :class:`CaseError` where one is written wrongly."""
    cases = [case for path in sorted(folder.glob("*.jsonl")) for case in read_kind(path)]
    if not cases:
        raise CaseError(f"{folder} holds no cases")
    return cases


def read_kind(path: Path) -> Iterator[Case]:
    """The cases of one file. Raises :class:`CaseError` with the line of one that is written wrongly."""
    seen: set[str] = set()
    texts: set[str] = set()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            case = understand(json.loads(line), path.stem)
        except (ValueError, CaseError, KeyError, TypeError, AttributeError) as error:
            raise CaseError(f"{path.name}, line {number}: {error!r}") from error
        whole = repr((case.text, case.title, case.date, case.parties, case.issuer))
        if case.case_id in seen or whole in texts:
            raise CaseError(f"{path.name}, line {number}: {case.case_id} or its text stands twice")
        seen.add(case.case_id)
        texts.add(whole)
        yield case


def understand(values: dict[str, Any], kind: str) -> Case:
    """The case of one line. Raises :class:`CaseError` on keys and values that mean nothing."""
    _known(values, KEYS, "key")
    if values.get("kind", kind) != kind or not re.fullmatch(rf"{kind}-\d\d\d?", values["id"]):
        raise CaseError(f"the id {values['id']} does not fit the file {kind}.jsonl")
    _check(values["expect"], fold(values["text"]))
    given = {key: values[key] for key in ("title", "date", "issuer") if key in values}
    return Case(values["id"], kind, values["text"], values["expect"], parties=tuple(values.get("parties", ())), **given)


def _known(names: Iterable[str], allowed: frozenset[str], what: str) -> None:
    if unknown := set(names) - allowed:
        raise CaseError(f"unknown {what} {sorted(unknown)}")


def _check(expect: dict[str, Any], text: str) -> None:
    """Refuse expectations that mean nothing, or that name words which do not stand in the text."""
    _known(expect, EXPECTATIONS, "expectation")
    if not set(expect) - {"extra_ok"}:
        raise CaseError("nothing is expected")
    for wanted in expect.get("commitments", ()):
        _check_commitment(wanted, text)
    for words in [*expect.get("actions_cover", ()), *expect.get("silent", ())]:
        _stands(words, text)
    for row in [*expect.get("entities", ()), *expect.get("no_entities", ())]:
        if len(row) not in {2, 3} or row[1] not in {*ENTITY_LABELS, None}:
            raise CaseError(f"entity {row}")
        _stands(row[0], text)
    _known(expect.get("acts", {}), frozenset({"has", "lacks"}), "word of acts")
    for acts in expect.get("acts", {}).values():
        _known(acts, frozenset(ACTS), "act")


def _check_commitment(wanted: dict[str, Any], text: str) -> None:
    _known(wanted, FIELDS, "field")
    for key in WORDS:
        for words in listed(wanted.get(key, [])):
            _stands(words, text)
    for key, allowed in CLOSED.items():
        if key in wanted and wanted[key] not in allowed:
            raise CaseError(f"{key} {wanted[key]!r}")
    for key, kind in TYPES.items():
        if key in wanted and not isinstance(wanted[key], kind):
            raise CaseError(f"{key} {wanted[key]!r}")


def _stands(words: str, text: str) -> None:
    if fold(words) not in text:
        raise CaseError(f'"{words}" does not stand in the text')


def read_open() -> dict[str, str]:
    """The cases that fail today, by their identifier, each with what stands in the way."""
    with (Path(__file__).parent / "open.csv").open(encoding="utf-8", newline="") as file:
        return {row["case"]: row["why"] for row in csv.DictReader(file)}
