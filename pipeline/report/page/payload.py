"""What the page's script reads: documents with their marked sentences, commitments as rows, names once.

The page stays within a budget of bytes whatever the corpus. Newest documents come first: of each its sentences that
commit, demand or take a position are kept as long as there is room, then whole texts. A text that is left out stands in
a page of its own.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import chain, islice, repeat
from typing import Any

from pipeline.records import ACTS, Act, Analysis, Commitment, columns
from pipeline.report.labels import Names, issued
from pipeline.report.page.ledger import Entry, entries, known_actors
from pipeline.report.page.marking import Line, Passage, Stretch, anchor, passages
from pipeline.views import word_count

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

    ``rows`` is the number of commitments that are in it; ``left_out`` are the ids of the documents whose text is
    not, or not whole.
    """

    text: str
    rows: int
    left_out: tuple[str, ...]


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

    notes: int
    said: int
    commitments: int
    rows: str
    texts: tuple[str, str, str]


_LEFT_OUT = _Part(0, 0, 0, "[]", ("[]", "[]", "[]"))


def payload(
    analyses: Sequence[Analysis], light: Sequence[Analysis], names: Names, extra: Mapping[str, Any], budget: int
) -> Payload:
    """The data of the documents in the order given, newest first, in about ``budget`` bytes at most.

    ``light`` are the same documents as they are counted (see :mod:`pipeline.views`); ``extra`` is taken over as it is.
    """
    actors = _actors(light, names)
    head = {
        **extra,
        "acts": ACTS,
        "columns": columns(Commitment),
        "actors": actors,
        "bodies": [code for code in actors if names.is_body(code)],
        "areas": dict(names.areas),
    }
    about = [_json(_about(a)) for a in analyses]
    left = budget - len(_json(head).encode()) - sum(len(words.encode()) + len(_EMPTY) for words in about)
    notes = _Notes()
    parts = list(_fitting(_parts(analyses, known_actors(light), names, notes), left))
    extents = [*_extents(parts, left), *[Extent.NOTHING] * (len(about) - len(parts))]
    most = max((part.notes for part in parts), default=0)
    every = zip(about, extents, chain(parts, repeat(_LEFT_OUT)), strict=False)
    documents = ",".join(_DOCUMENT.format(words, int(e), part.texts[e], part.rows) for words, e, part in every)
    return Payload(
        text=f'{_json(head)[:-1]},"notes":{_json(list(notes.known)[:most])},"documents":[{documents}]}}',
        rows=sum(part.commitments for part in parts),
        left_out=tuple(a.document.doc_id for a, e in zip(light, extents, strict=True) if e is not Extent.WHOLE),
    )


def _parts(analyses: Iterable[Analysis], known: Sequence[str], names: Names, notes: _Notes) -> Iterator[_Part]:
    before = 0
    for a in analyses:
        rows = [_row(row, notes) for row in entries([a], names, known)]
        text = [_passage(p, notes) for p in passages(a, names)]
        searched = [[p[0], "", lines] for p in text if (lines := [line for line in p[2] if _is_searched(line)])]
        said = sum(len(note.encode()) + 3 for note in islice(notes.known, before, None))
        before = len(notes.known)
        yield _Part(before, said, len(a.commitments), _json(rows), ("[]", _json(searched), _json(text)))


def _fitting(parts: Iterable[_Part], left: int) -> Iterator[_Part]:
    """The first parts, as many as have room for their rows in so many bytes."""
    commitments = ROWS
    for part in parts:
        left -= _cost(part)
        commitments -= part.commitments
        if left < 0 or commitments < 0:
            return
        yield part


def _extents(parts: Sequence[_Part], left: int) -> list[Extent]:
    """How much of each there is room for: a run of whole ones, then of rows only."""
    extents = [Extent.ROWS] * len(parts)
    left -= sum(map(_cost, parts))
    for n, part in enumerate(parts):
        left -= len(part.texts[Extent.WHOLE].encode()) - len(part.texts[Extent.ROWS].encode())
        if left < 0:
            break
        extents[n] = Extent.WHOLE
    return extents


def _cost(part: _Part) -> int:
    return part.said + len(part.rows.encode()) + len(part.texts[Extent.ROWS].encode())


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
