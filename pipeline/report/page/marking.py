"""A document's text cut into passages and stretches, each with the roles that it plays: what the report marks.

Nothing is lost and nothing is added: the stretches of a passage, put together, are the text of its block.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from pipeline.records import Analysis, Block, BlockKind, Commitment, Document, Entity, Sentence
from pipeline.report.labels import ENTITY_LABELS, KIND_WORDS, Names
from pipeline.report.listmarks import spoken_start

Role = Literal["action", "cue", "actor", "entity"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A role over the characters ``start`` to ``end`` of the text; ``note`` says it in words.

    ``commitment`` is the commitment whose mark it is, by its number in the sentence; 0 for entities. ``anchor`` is the
    address of the commitment that begins here, empty elsewhere.
    """

    start: int
    end: int
    role: Role
    note: str
    anchor: str = ""
    commitment: int = 0


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text with the same marks from end to end: each its role and the number of its commitment in the sentence.

    ``note`` says what the entities in it are; ``anchors`` are the commitments whose mark begins with it.
    """

    text: str
    marks: tuple[tuple[Role, int], ...]
    note: str
    anchors: tuple[str, ...]

    @property
    def roles(self) -> tuple[Role, ...]:
        """The roles that the text plays, each once."""
        return tuple(sorted({role for role, _ in self.marks}))


@dataclass(frozen=True, slots=True)
class Note:
    """A commitment in a few words, for the margin, with the titles of its own policy areas."""

    who: str
    words: str
    areas: tuple[str, ...]
    refusal: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of a passage, or, with ``sentence`` None, what stands between sentences."""

    sentence: Sentence | None
    stretches: tuple[Stretch, ...]
    commitments: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of the document with its sentences."""

    kind: BlockKind
    marker: str
    lines: tuple[Line, ...]


def passages(analysis: Analysis, names: Names) -> Iterator[Passage]:
    """The document's blocks in reading order, with commitments, cues, actors and entities marked."""
    text = analysis.document.text
    marks: dict[str, list[Mark]] = defaultdict(list)
    ledger: dict[str, list[Note]] = defaultdict(list)
    for commitment in analysis.commitments:
        ledger[commitment.sentence_id].append(_note(commitment, names))
        marks[commitment.sentence_id] += _of_commitment(commitment)
    for entity in analysis.entities:
        marks[entity.sentence_id].append(Mark(entity.start, entity.end, "entity", _entity_note(entity)))
    sentences = sorted(analysis.sentences, key=lambda s: (s.start, s.end))
    position = 0
    for block in _whole(analysis.document.blocks, text):
        lines: list[Line] = []
        marker_end, at = block.body, block.start
        while position < len(sentences) and sentences[position].start < block.end:
            sentence = sentences[position]
            first = block.body if sentence.start < block.body < sentence.end else sentence.start
            start, end = max(first, at), min(sentence.end, block.end)
            if start < end:
                marker_end = min(marker_end, start)
                between = text[max(at, marker_end) : start]
                lines += [_plain(between)] if between else []
                stretches = tuple(cut(text, start, end, marks[sentence.sentence_id]))
                lines.append(Line(sentence, stretches, tuple(dict.fromkeys(ledger[sentence.sentence_id]))))
                at = end
            if sentence.end > block.end:
                break
            position += 1
        rest = text[max(at, marker_end) : block.end]
        lines += [_plain(rest)] if rest else []
        yield Passage(block.kind, text[block.start : marker_end], tuple(lines))


def cut(text: str, start: int, end: int, marks: Iterable[Mark]) -> Iterator[Stretch]:
    """Cut ``text[start:end]`` wherever a mark begins or ends."""
    events: dict[int, tuple[list[Mark], list[Mark]]] = defaultdict(lambda: ([], []))
    for mark in marks:
        first, last = max(mark.start, start), min(mark.end, end)
        if first < last:
            events[first][0].append(mark)
            events[last][1].append(mark)
    active: list[Mark] = []
    points = sorted({start, end, *events})
    for here, there in pairwise(points):
        opening, closing = events.get(here, ([], []))
        active = [mark for mark in active if mark not in closing] + opening
        yield Stretch(
            text[here:there],
            tuple(sorted({(mark.role, mark.commitment) for mark in active})),
            "; ".join(dict.fromkeys(mark.note for mark in active if mark.note)),
            tuple(mark.anchor for mark in opening if mark.anchor),
        )


def wording(commitment: Commitment, sentence: Sentence, document: Document) -> Iterator[Stretch]:
    """The sentence of a commitment as it stands in the text, with the cue and the action of this commitment marked.

    The mark of the list's item in which it stands is left out.
    """
    marks = [
        Mark(commitment.cue_start, commitment.cue_end, "cue", ""),
        Mark(commitment.action_start, commitment.action_end, "action", ""),
    ]
    start = spoken_start(document.blocks, sentence.start)
    return cut(document.text, start if start < sentence.end else sentence.start, sentence.end, marks)


def number(commitment: Commitment) -> int:
    """The number of a commitment in its sentence, from 1."""
    return int(commitment.commitment_id.rpartition(".")[2])


def anchor(identifier: str) -> str:
    """An identifier as the id of an element: letters, digits, ``.``, ``:``, ``-`` stay, all else is written in hex."""
    return "c-" + re.sub(r"[^\w.:-]", lambda found: f"_{ord(found[0]):x}_", identifier)


def _of_commitment(commitment: Commitment) -> Iterator[Mark]:
    k = number(commitment)
    spans: list[tuple[int, int, Role]] = [
        (commitment.cue_start, commitment.cue_end, "cue"),
        (commitment.action_start, commitment.action_end, "action"),
    ]
    first = min(spans)
    for span in spans:
        yield Mark(*span, "", anchor(commitment.commitment_id) if span is first else "", k)
    if commitment.actor_start is not None and commitment.actor_end is not None:
        yield Mark(commitment.actor_start, commitment.actor_end, "actor", "", "", k)


def _note(commitment: Commitment, names: Names) -> Note:
    details: list[str] = [commitment.strength, KIND_WORDS[commitment.kind]]
    details += [commitment.deadline, commitment.amount]
    return Note(
        who=_who(commitment, names),
        words=", ".join(detail for detail in details if detail),
        areas=tuple(names.area_title(code) for code in commitment.areas),
        refusal=commitment.negated,
    )


def _who(commitment: Commitment, names: Names) -> str:
    return ", ".join(names.actor_name(code) for code in commitment.actors) or "actor not named"


def _entity_note(entity: Entity) -> str:
    name = f" {entity.name}" if entity.name and entity.name != entity.text else ""
    code = f" ({entity.entity_id})" if entity.entity_id and entity.entity_id != entity.name else ""
    return f"{ENTITY_LABELS.get(entity.label, entity.label)}{':' if name or code else ''}{name}{code}"


def _plain(text: str) -> Line:
    return Line(None, (Stretch(text, (), "", ()),), ())


def _whole(blocks: Iterable[Block], text: str) -> Iterator[Block]:
    """The blocks, and a paragraph for wording that stands outside all blocks."""
    at = 0
    for block in sorted(blocks, key=lambda b: b.start):
        if text[at : block.start].strip():
            yield Block("paragraph", at, at, block.start)
        yield block
        at = max(at, block.end)
    if text[at:].strip():
        yield Block("paragraph", at, at, len(text))
