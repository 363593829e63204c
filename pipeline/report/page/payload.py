"""What the page's script reads: documents with their marked sentences, commitments as rows, names once.

The page stays within a budget of bytes whatever the corpus. Newest documents come first: of each its sentences that
commit, demand or take a position are kept as long as there is room, then whole texts. A text that is left out stands in
a page of its own.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import islice
from typing import Any

from pipeline.records import ACTS, Act, Analysis, Commitment, columns
from pipeline.report.labels import Names, issued
from pipeline.report.page.ledger import Entry
from pipeline.report.page.marking import Line, Passage, Stretch, anchor, passages
from pipeline.report.summaries import word_count

ROWS = 20_000
"""Commitments that the page holds; the rest is in ``commitments.csv``."""
SEARCHED: frozenset[Act] = frozenset({"commitment", "demand", "position"})
"""Acts whose sentences are rows of the page."""

_UNSAFE_IN_SCRIPT = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}
_DOCUMENT = "[{},{},{},{}]"
_EMPTY = f"{_DOCUMENT.format('', 0, '[]', '[]')},"
"""What a document takes besides what is said about it, where there is no room for its text."""
_LETTERS = {"cue": "c", "action": "a", "actor": "w", "entity": "e"}


class Extent(IntEnum):
    """How much of a document's text the page holds."""

    NOTHING = 0
    ROWS = 1
    WHOLE = 2


@dataclass(frozen=True, slots=True)
class Payload:
    """The data as JSON that is safe inside a ``<script>`` element, and what did not find room in it.

    ``rows`` is the number of commitments that are in it; ``left_out`` are the documents whose text is not, or not
    whole.
    """

    text: str
    rows: int
    left_out: tuple[Analysis, ...]


@dataclass(slots=True)
class _Notes:
    """What entities are, and pieces of reasons, each wording once."""

    known: dict[str, int] = field(default_factory=dict)

    def number(self, note: str) -> int:
        return self.known.setdefault(note, len(self.known))


@dataclass(frozen=True, slots=True)
class _Part:
    """A document's part of the data, in each extent.

    ``notes`` is how many notes are known behind it, ``said`` how many bytes those take that are new in it.
    """

    analysis: Analysis
    notes: int
    said: int
    about: str
    rows: str
    texts: tuple[str, str, str]


def payload(
    analyses: Sequence[Analysis],
    entries: Sequence[Entry],
    names: Names,
    extra: Mapping[str, Any],
    budget: int,
) -> Payload:
    """The data of the documents in the order given, newest first, in about ``budget`` bytes at most.

    ``extra`` is taken over as it is.
    """
    notes = _Notes()
    parts = list(_parts(analyses, entries, names, notes))
    actors = _actors(analyses, names)
    head = {
        **extra,
        "acts": ACTS,
        "columns": columns(Commitment),
        "actors": actors,
        "bodies": [code for code in actors if names.is_body(code)],
        "areas": dict(names.areas),
    }
    extents = _extents(parts, budget - len(_json(head).encode()))
    shown = [entry for entry in entries if extents[entry.document]]
    most = max((part.notes for part, extent in zip(parts, extents, strict=True) if extent), default=0)
    documents = ",".join(
        _DOCUMENT.format(part.about, int(extent), part.texts[extent], part.rows if extent else "[]")
        for part, extent in zip(parts, extents, strict=True)
    )
    return Payload(
        text=f'{_json(head)[:-1]},"notes":{_json(list(notes.known)[:most])},"documents":[{documents}]}}',
        rows=len(shown),
        left_out=tuple(p.analysis for p, e in zip(parts, extents, strict=True) if e is not Extent.WHOLE),
    )


def _parts(analyses: Sequence[Analysis], entries: Sequence[Entry], names: Names, notes: _Notes) -> Iterator[_Part]:
    remaining = iter(entries)
    known = 0
    for a in analyses:
        rows = [_row(row, notes) for row in islice(remaining, len(a.commitments))]
        text = [_passage(p, notes) for p in passages(a, names)]
        searched = [[p[0], "", lines] for p in text if (lines := [line for line in p[2] if _is_searched(line)])]
        before, known = known, len(notes.known)
        said = sum(len(note.encode()) + 3 for note in islice(notes.known, before, known))
        texts = ("[]", _json(searched), _json(text))
        yield _Part(a, known, said, _json(_about(a)), _json(rows), texts)


def _extents(parts: Sequence[_Part], budget: int) -> list[Extent]:
    """How much of each document there is room for: a run of whole ones, of rows only, of nothing."""
    extents = [Extent.NOTHING] * len(parts)
    left = budget - sum(len(part.about.encode()) + len(_EMPTY) for part in parts)
    commitments = ROWS
    for n, part in enumerate(parts):
        cost = part.said + len(part.rows.encode()) + len(part.texts[Extent.ROWS].encode())
        commitments -= len(part.analysis.commitments)
        if cost > left or commitments < 0:
            break
        extents[n] = Extent.ROWS
        left -= cost
    for n, part in enumerate(parts):
        cost = len(part.texts[Extent.WHOLE].encode()) - len(part.texts[Extent.ROWS].encode())
        if extents[n] is not Extent.ROWS or cost > left:
            break
        extents[n] = Extent.WHOLE
        left -= cost
    return extents


def _about(a: Analysis) -> list[Any]:
    """A document without its text, in the order in which the script reads it."""
    d = a.document
    return [
        d.doc_id,
        anchor(d.doc_id)[2:],
        d.title or d.doc_id,
        issued(d),
        d.issuer,
        d.url,
        d.licence,
        d.source,
        d.parties,
        d.inferred,
        word_count(d.text),
        len(a.sentences),
        len(a.commitments),
    ]


def _row(entry: Entry, notes: _Notes) -> list[Any]:
    """A commitment; what its document's id and its marked sentence say already is not said again."""
    known: dict[str, Any] = {
        "doc_id": "",
        "commitment_id": entry.suffix,
        "sentence_id": "",
        "sentence": entry.own_sentence,
        "cue": entry.own("cue", entry.record.cue),
        "action": entry.own("action", entry.record.action),
        "reason": [notes.number(piece) for piece in entry.record.reason.split(" ")],
    }
    values = dict(zip(columns(Commitment), entry.cells(), strict=True)) | known
    return [*values.values(), entry.through, int(entry.uncertain)]


def _passage(passage: Passage, notes: _Notes) -> list[Any]:
    return [passage.kind, passage.marker, [_line(line, notes) for line in passage.lines]]


def _line(line: Line, notes: _Notes) -> Any:
    stretches = [_stretch(s, notes) for s in line.stretches]
    if line.sentence is None:
        return stretches[0]
    s = line.sentence
    number = int(s.sentence_id.rpartition(":")[2])
    return [number, stretches, [ACTS.index(act) for act in s.acts], s.areas, int(s.uncertain)]


def _stretch(stretch: Stretch, notes: _Notes) -> Any:
    if not stretch.marks:
        return stretch.text
    marks = " ".join(f"{_LETTERS[role]}{k or ''}" for role, k in stretch.marks)
    return [stretch.text, marks, notes.number(stretch.note)] if stretch.note else [stretch.text, marks]


def _is_searched(line: Any) -> bool:
    return isinstance(line, list) and any(ACTS[act] in SEARCHED for act in line[2])


def _actors(analyses: Sequence[Analysis], names: Names) -> dict[str, str]:
    """Names of all codes of actors, addressees and parties."""
    codes = {code for a in analyses for code in a.document.parties}
    codes |= {code for a in analyses for c in a.commitments for code in (*c.actors, *c.towards)}
    return {code: names.actor_name(code) for code in sorted(codes)}


def _json(value: object) -> str:
    """JSON that is safe inside a ``<script>`` element."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE_IN_SCRIPT)
