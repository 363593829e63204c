"""doccano: examples for a sequence labelling project with relations and overlapping spans, and examples read back.

An example is a document. Such a project knows spans and relations only, so labels carry the values:

- ``SENTENCE``, and on the same span ``ACT:report`` and ``AREA1:energy`` (the most important area; ``AREA2:`` and
  ``AREA3:`` come next)
- ``COMMITMENT:new:strong`` on the action, ``COMMITMENT:new:strong:negated`` for a promise not to do something
- ``CUE``, ``DEADLINE``, ``AMOUNT``, and ``ACTOR:JPN`` on the words that name the actor; where no words name it, on the
  action itself; ``ACTOR`` where the words name nobody known
- the labels of entities

Relations lead from the action to cue, actor, deadline and amount. doccano counts UTF-16 code units, as JavaScript does
(github.com/doccano/doccano, issue 2290), while the project option "Count grapheme clusters as one character" is off:
a character beyond U+FFFF, such as an emoji, counts as two.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pipeline.gold.checks import (
    Link,
    Mark,
    Vocabulary,
    inside,
    optional,
    properties,
    read_properties,
    related,
    take,
    the_cue,
    the_only,
)
from pipeline.gold.documents import (
    ROLES,
    BrokenMarkError,
    GoldCommitment,
    GoldDocument,
    GoldEntity,
    GoldSentence,
    assemble,
    words_at,
)
from pipeline.gold.spans import Span, quoted
from pipeline.records import MOST_AREAS

NEGATED = "negated"
AREAS = tuple(f"AREA{n}" for n in range(1, MOST_AREAS + 1))


def example(document: GoldDocument) -> dict[str, Any]:
    """An example with the marks of ``document``."""
    units = _Units(document.text)
    marks: list[Mark] = []
    shared: dict[Mark, int] = {}
    links: list[tuple[int, int, str]] = []
    for sentence in document.sentences:
        marks += _sentence_marks(sentence)
        marks += [Mark(entity.span, entity.label) for entity in sentence.entities]
        for commitment in sentence.commitments:
            action = len(marks)
            marks.append(Mark(commitment.action, _commitment_label(commitment)))
            for mark in _parts(commitment):
                if mark not in shared:
                    shared[mark] = len(marks)
                    marks.append(mark)
                links.append((action, shared[mark], ROLES[mark.label.partition(":")[0]]))
    entities = [
        {"id": n, "label": m.label, "start_offset": units.before(m.span[0]), "end_offset": units.before(m.span[1])}
        for n, m in enumerate(marks)
    ]
    relations = [{"id": n, "from_id": one, "to_id": two, "type": role} for n, (one, two, role) in enumerate(links)]
    return {"text": document.text, **properties(document), "entities": entities, "relations": relations}


def labels(vocabulary: Vocabulary) -> list[dict[str, Any]]:
    """The span labels, as doccano's label settings import them; ``ACTOR:`` labels come with the examples."""
    commitments = [
        ":".join(parts)
        for kind in vocabulary.kinds
        for strength in vocabulary.strengths
        for parts in (("COMMITMENT", kind, strength), ("COMMITMENT", kind, strength, NEGATED))
    ]
    groups = [
        ("#d9d9d9", ["SENTENCE", *(f"ACT:{act}" for act in vocabulary.acts)]),
        ("#cccccc", [f"{place}:{area}" for place in AREAS for area in vocabulary.areas]),
        ("#e69f00", commitments),
        ("#56b4e9", list(ROLES)),
        ("#009e73", list(vocabulary.entities)),
    ]
    return [
        {"text": label, "prefixKey": None, "suffixKey": None, "backgroundColor": colour, "textColor": "#000000"}
        for colour, named in groups
        for label in named
    ]


def read_example(record: Any, vocabulary: Vocabulary) -> GoldDocument:
    """The document of an exported example.

    Raises :class:`BrokenMarkError` for anything that cannot become gold.
    """
    about, text = read_properties(record)
    units = _Units(text)
    marks: dict[str, Mark] = {}
    for entity in take(record, "entities", list):
        id_ = str(take(entity, "id", int))
        if id_ in marks:
            raise BrokenMarkError(f"two spans have the id {id_}: export it from the tool again")
        marks[id_] = _read_mark(entity, units)
    links = [
        Link(str(take(r, "from_id", int)), str(take(r, "to_id", int)), take(r, "type", str))
        for r in optional(record, "relations", list)
    ]
    actions = {id_ for id_, mark in marks.items() if mark.label.partition(":")[0] == "COMMITMENT"}
    of_commitment = related(marks, links, actions, text)
    commitments = [_read_commitment(marks[id_], parts, vocabulary, text) for id_, parts in of_commitment.items()]
    entities = []
    for mark in marks.values():
        head = mark.label.partition(":")[0]
        if head not in ROLES and head not in ("SENTENCE", "COMMITMENT", "ACT", *AREAS):
            vocabulary.check(mark.label, "label", vocabulary.entities, f"the span {quoted(text, mark.span)}")
            entities.append(GoldEntity(mark.span, mark.label))
    return assemble(about, text, _read_sentences(list(marks.values()), vocabulary, text), commitments, entities)


class _Units:
    """Conversion between code points and UTF-16 code units of one text."""

    def __init__(self, text: str) -> None:
        self._astral = [place for place, character in enumerate(text) if ord(character) > 0xFFFF]
        self._behind = [place + n + 2 for n, place in enumerate(self._astral)]
        self.length = len(text) + len(self._astral)

    def before(self, place: int) -> int:
        """Code units before the code point at ``place``."""
        return place + bisect_left(self._astral, place)

    def point(self, unit: int) -> int:
        """The code point that begins at the code unit ``unit``; raises :class:`BrokenMarkError` inside a character."""
        place = unit - bisect_right(self._behind, unit)
        if self.before(place) != unit:
            raise BrokenMarkError(
                f"the offset {unit} divides a character: mark it again, with doccano's option "
                '"Count grapheme clusters as one character" off'
            )
        return place


def _sentence_marks(sentence: GoldSentence) -> Iterator[Mark]:
    yield Mark(sentence.span, "SENTENCE")
    yield from (Mark(sentence.span, f"ACT:{act}") for act in sentence.acts)
    yield from (Mark(sentence.span, f"{place}:{area}") for place, area in zip(AREAS, sentence.areas, strict=False))


def _commitment_label(commitment: GoldCommitment) -> str:
    ending = f":{NEGATED}" if commitment.negated else ""
    return f"COMMITMENT:{commitment.kind}:{commitment.strength}{ending}"


def _parts(commitment: GoldCommitment) -> Iterator[Mark]:
    yield Mark(commitment.cue, "CUE")
    named = commitment.actor_words[0] if commitment.actor_words else commitment.action
    yield from (Mark(named, f"ACTOR:{actor}") for actor in commitment.actors)
    yield from (Mark(words, "ACTOR") for words in commitment.actor_words[1 if commitment.actors else 0 :])
    if commitment.deadline and commitment.deadline.span:
        yield Mark(commitment.deadline.span, "DEADLINE")
    if commitment.amount and commitment.amount.span:
        yield Mark(commitment.amount.span, "AMOUNT")


def _read_mark(entity: Any, units: _Units) -> Mark:
    label = take(entity, "label", str)
    offsets = inside(
        (take(entity, "start_offset", int), take(entity, "end_offset", int)), units.length, f"a span labelled {label}"
    )
    return Mark((units.point(offsets[0]), units.point(offsets[1])), label)


def _read_sentences(
    marks: Sequence[Mark], known: Vocabulary, text: str
) -> list[tuple[Span, tuple[str, ...], tuple[str, ...]]]:
    """Sentences with the acts and areas that are marked within them."""
    spans = sorted({mark.span for mark in marks if mark.label == "SENTENCE"})
    starts = [span[0] for span in spans]
    acts: dict[Span, set[str]] = {span: set() for span in spans}
    areas: dict[Span, dict[str, str]] = {span: {} for span in spans}
    for mark in marks:
        head, _, value = mark.label.partition(":")
        if head != "ACT" and head not in AREAS:
            continue
        where = f"the span {quoted(text, mark.span)}"
        place = bisect_right(starts, mark.span[0]) - 1
        if place < 0 or mark.span[1] > spans[place][1]:
            raise BrokenMarkError(f"{where}, labelled {mark.label}, lies in no sentence: mark the sentence as SENTENCE")
        if head == "ACT":
            acts[spans[place]].add(known.check(value, "act", known.acts, where))
        elif areas[spans[place]].setdefault(head, known.check(value, "policy area", known.areas, where)) != value:
            raise BrokenMarkError(f"{where} lies in a sentence with two {head}: keep one")
    for span in spans:
        if len(set(areas[span].values())) != len(areas[span]):
            raise BrokenMarkError(f"the sentence {quoted(text, span)} has the same policy area twice: keep one")
    return [
        (
            span,
            tuple(act for act in known.acts if act in acts[span]),
            tuple(areas[span][head] for head in AREAS if head in areas[span]),
        )
        for span in spans
    ]


def _read_commitment(mark: Mark, parts: Mapping[str, Sequence[Mark]], known: Vocabulary, text: str) -> GoldCommitment:
    where = f"the commitment {quoted(text, mark.span)}"
    _, *values = mark.label.split(":")
    if len(values) not in (2, 3) or values[2:] not in ([], [NEGATED]):
        raise BrokenMarkError(
            f"{where} is labelled {mark.label}: label it COMMITMENT:kind:strength, with :negated behind where it is"
        )
    actors = parts.get("actor", ())
    codes = {actor.label.partition(":")[2].strip() for actor in actors}
    return GoldCommitment(
        action=mark.span,
        cue=the_cue(parts, where),
        actors=tuple(sorted(codes - {""})),
        kind=known.check(values[0], "kind", known.kinds, where),
        strength=known.check(values[1], "strength", known.strengths, where),
        negated=values[2:] == [NEGATED],
        actor_words=tuple(sorted({actor.span for actor in actors} - {mark.span})),
        deadline=words_at(text, the_only(parts, "deadline", where)),
        amount=words_at(text, the_only(parts, "amount", where)),
    )
