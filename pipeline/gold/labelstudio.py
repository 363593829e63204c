"""Label Studio: tasks with pre-annotations, the labelling interface for them, and annotated tasks read back.

A task is a document. Regions labelled SENTENCE carry acts and areas, regions labelled COMMITMENT (the action) carry
kind, strength, negated and the actors' codes, and relations lead from the action to its cue, the words that name the
actor, the deadline and the amount. Label Studio counts code points, as we do, since its version 1.4
(github.com/HumanSignal/label-studio, pull request 1559: "Store code points instead of js length").
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from xml.etree import ElementTree

from pipeline.gold.checks import (
    Link,
    Mark,
    Vocabulary,
    inside,
    optional,
    properties,
    read_properties,
    related,
    strings,
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

AREAS = tuple(f"area{n}" for n in range(1, MOST_AREAS + 1))
CONTROLS = ("acts", *AREAS, "kind", "strength", "negated", "actors")
NEGATED = "negated"


def task(document: GoldDocument) -> dict[str, Any]:
    """A task whose prediction holds the marks of ``document``."""
    result: list[dict[str, Any]] = []
    links: list[tuple[str, str, str]] = []
    shared: dict[tuple[str, Span], str] = {}
    for n, sentence in enumerate(document.sentences, 1):
        result += _region(f"s{n}", sentence.span, "SENTENCE", document.text, _sentence_values(sentence))
        for k, entity in enumerate(sentence.entities, 1):
            result += _region(f"e{n}.{k}", entity.span, entity.label, document.text, {})
        for k, commitment in enumerate(sentence.commitments, 1):
            id_ = f"c{n}.{k}"
            result += _region(id_, commitment.action, "COMMITMENT", document.text, _commitment_values(commitment))
            for label, span in _parts(commitment):
                if (label, span) not in shared:
                    shared[label, span] = f"r{len(shared) + 1}"
                    result += _region(shared[label, span], span, label, document.text, {})
                links.append((id_, shared[label, span], ROLES[label]))
    result += [
        {"type": "relation", "from_id": one, "to_id": other, "direction": "right", "labels": [role]}
        for one, other, role in links
    ]
    data = {**properties(document), "text": document.text}
    return {"data": data, "predictions": [{"model_version": "communique", "result": result}]}


def interface(vocabulary: Vocabulary) -> str:
    """The labelling interface (XML) for these tasks."""
    view = ElementTree.Element("View")
    ElementTree.SubElement(view, "Style").text = ".htx-text{ white-space: pre-wrap; }"
    ElementTree.SubElement(view, "Header", value="$title")
    relations = ElementTree.SubElement(view, "Relations")
    for role in ROLES.values():
        ElementTree.SubElement(relations, "Relation", value=role)
    labels = ElementTree.SubElement(view, "Labels", name="label", toName="text")
    for label, colour in (("SENTENCE", "#d9d9d9"), ("COMMITMENT", "#e69f00"), *((role, "#56b4e9") for role in ROLES)):
        ElementTree.SubElement(labels, "Label", value=label, background=colour)
    for label in vocabulary.entities:
        ElementTree.SubElement(labels, "Label", value=label, background="#009e73")
    ElementTree.SubElement(view, "Text", name="text", value="$text")
    of_sentence = _panel(view, "SENTENCE")
    _choices(of_sentence, "acts", vocabulary.acts, "Acts", choice="multiple")
    for place, name in zip(("First", "Second", "Third"), AREAS, strict=True):
        _choices(of_sentence, name, vocabulary.areas, f"{place} policy area", choice="single", layout="select")
    of_commitment = _panel(view, "COMMITMENT")
    _choices(of_commitment, "kind", vocabulary.kinds, "Kind", choice="single")
    _choices(of_commitment, "strength", vocabulary.strengths, "Strength", choice="single")
    _choices(of_commitment, "negated", [NEGATED], "A promise not to do something", choice="multiple")
    ElementTree.SubElement(of_commitment, "Header", value="Actors: one code an entry, such as JPN", size="5")
    ElementTree.SubElement(
        of_commitment, "TextArea", name="actors", toName="text", perRegion="true", editable="true", maxSubmissions="99"
    )
    ElementTree.indent(view)
    return ElementTree.tostring(view, encoding="unicode") + "\n"


def read_task(record: Any, vocabulary: Vocabulary) -> tuple[GoldDocument, bool]:
    """The document of an exported task, and whether a reader annotated it (else the predictions are taken).

    Raises :class:`BrokenMarkError` for anything that cannot become gold.
    """
    about, text = read_properties(take(record, "data", dict))
    result, annotated = _result(record)
    regions = _regions([r for r in result if _type(r) != "relation"], text)
    marks = {id_: region.mark for id_, region in regions.items()}
    links = [_link(r) for r in result if _type(r) == "relation"]
    of_commitment = related(marks, links, {i for i, m in marks.items() if m.label == "COMMITMENT"}, text)
    sentences, commitments, entities = [], [], []
    for id_, region in regions.items():
        span, label = region.mark.span, region.mark.label
        where = f"the region {quoted(text, span)}"
        if label == "SENTENCE":
            sentences.append((span, *_read_sentence(region, vocabulary, where)))
        elif label == "COMMITMENT":
            commitments.append(_read_commitment(region, of_commitment[id_], vocabulary, text))
        elif label not in ROLES:
            vocabulary.check(label, "label", vocabulary.entities, where)
            entities.append(GoldEntity(span, label))
    return assemble(about, text, sentences, commitments, entities), annotated


@dataclass(slots=True)
class _Region:
    """A region with the values given to it, by the name of the control."""

    mark: Mark
    values: dict[str, tuple[str, ...]] = field(default_factory=dict)


def _sentence_values(sentence: GoldSentence) -> dict[str, Sequence[str]]:
    return {"acts": sentence.acts} | {name: [area] for name, area in zip(AREAS, sentence.areas, strict=False)}


def _commitment_values(commitment: GoldCommitment) -> dict[str, Sequence[str]]:
    return {
        "kind": [commitment.kind],
        "strength": [commitment.strength],
        "negated": [NEGATED] if commitment.negated else [],
        "actors": commitment.actors,
    }


def _parts(commitment: GoldCommitment) -> Iterator[tuple[str, Span]]:
    yield "CUE", commitment.cue
    yield from (("ACTOR", span) for span in commitment.actor_words)
    if commitment.deadline and commitment.deadline.span:
        yield "DEADLINE", commitment.deadline.span
    if commitment.amount and commitment.amount.span:
        yield "AMOUNT", commitment.amount.span


def _region(
    id_: str, span: Span, label: str, text: str, values: Mapping[str, Sequence[str]]
) -> Iterator[dict[str, Any]]:
    place = {"start": span[0], "end": span[1]}
    words = {**place, "text": text[span[0] : span[1]], "labels": [label]}
    yield {"id": id_, "from_name": "label", "to_name": "text", "type": "labels", "value": words}
    for name, chosen in values.items():
        if chosen:
            type_, key = ("textarea", "text") if name == "actors" else ("choices", "choices")
            value = {**place, key: list(chosen)}
            yield {"id": id_, "from_name": name, "to_name": "text", "type": type_, "value": value}


def _panel(view: ElementTree.Element, label: str) -> ElementTree.Element:
    shown = {"visibleWhen": "region-selected", "whenTagName": "label", "whenLabelValue": label}
    return ElementTree.SubElement(view, "View", shown)


def _choices(parent: ElementTree.Element, name: str, values: Iterable[str], title: str, **attributes: str) -> None:
    ElementTree.SubElement(parent, "Header", value=title, size="5")
    choices = ElementTree.SubElement(parent, "Choices", name=name, toName="text", perRegion="true")
    choices.attrib.update({"showInline": "true"} | attributes)
    for value in values:
        ElementTree.SubElement(choices, "Choice", value=value)


def _result(record: Mapping[str, Any]) -> tuple[list[Any], bool]:
    """The annotation that counts: the only one, or the only ground truth; without any, the prediction."""
    annotations = [
        a for a in optional(record, "annotations", list) if not (isinstance(a, Mapping) and a.get("was_cancelled"))
    ]
    if len(annotations) > 1:
        annotations = [a for a in annotations if isinstance(a, Mapping) and a.get("ground_truth")]
        if len(annotations) != 1:
            raise BrokenMarkError("it has several annotations: mark one, and only one, as ground truth")
    chosen = annotations or [p for p in optional(record, "predictions", list) if isinstance(p, Mapping)]
    if not chosen:
        raise BrokenMarkError("it has no annotation: annotate it, or leave it out of the export")
    return take(chosen[0], "result", list), bool(annotations)


def _type(result: Any) -> str:
    return str(take(result, "type", str))


def _regions(results: Iterable[Any], text: str) -> dict[str, _Region]:
    regions: dict[str, _Region] = {}
    values: list[tuple[str, str, tuple[str, ...]]] = []
    for result in results:
        id_, name, value = take(result, "id", str), take(result, "from_name", str), take(result, "value", dict)
        if name == "label":
            if id_ in regions:
                raise BrokenMarkError(f"two regions have the id {id_!r}: delete one")
            regions[id_] = _Region(_mark(value, text))
        elif name in CONTROLS:
            values.append((id_, name, strings(value.get("text" if name == "actors" else "choices"), name)))
        else:
            raise BrokenMarkError(f"the control {name!r} is unknown: use the exported labelling interface")
    for id_, name, chosen in values:
        if id_ not in regions:
            raise BrokenMarkError(f"{name!r} belongs to the region {id_!r}, which has no label: label it or delete it")
        regions[id_].values[name] = chosen
    return regions


def _mark(value: Mapping[str, Any], text: str) -> Mark:
    labels = strings(value.get("labels"), "labels")
    span = inside((take(value, "start", int), take(value, "end", int)), len(text), "a region")
    where = f"the region {quoted(text, span)}"
    if len(labels) != 1:
        raise BrokenMarkError(f"{where} has {len(labels)} labels: give it one")
    words = value.get("text")
    if isinstance(words, str) and _letters(words) != _letters(text[span[0] : span[1]]):
        raise BrokenMarkError(
            f"{where} was marked on other words, {quoted(words, (0, len(words)))}: use the exported text unchanged, "
            "in Label Studio 1.4 or newer"
        )
    return Mark(span, labels[0])


def _letters(words: str) -> str:
    """Words without white space, which Label Studio changes when it quotes: a line end becomes a backslash and n."""
    return "".join(words.replace("\\n", "").split())


def _link(result: Mapping[str, Any]) -> Link:
    labels = strings(optional(result, "labels", list), "labels")
    if len(labels) > 1:
        raise BrokenMarkError(f"a relation has {len(labels)} names ({', '.join(labels)}): give it one")
    return Link(take(result, "from_id", str), take(result, "to_id", str), "".join(labels))


def _read_sentence(region: _Region, known: Vocabulary, where: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    acts = tuple(known.check(act, "act", known.acts, where) for act in region.values.get("acts", ()))
    areas = tuple(
        known.check(area, "policy area", known.areas, where) for name in AREAS for area in region.values.get(name, ())
    )
    if len(set(areas)) != len(areas):
        raise BrokenMarkError(f"{where} has the same policy area twice: choose each once")
    return tuple(act for act in known.acts if act in acts), areas


def _read_commitment(
    region: _Region, parts: Mapping[str, Sequence[Mark]], known: Vocabulary, text: str
) -> GoldCommitment:
    where = f"the region {quoted(text, region.mark.span)}"
    chosen = {}
    for name, allowed in (("kind", known.kinds), ("strength", known.strengths)):
        values = region.values.get(name, ())
        if len(values) != 1:
            raise BrokenMarkError(f"{where} needs one {name}: choose {' or '.join(allowed)}")
        chosen[name] = known.check(values[0], name, allowed, where)
    negated = region.values.get("negated", ())
    for value in negated:
        known.check(value, "choice", [NEGATED], where)
    return GoldCommitment(
        action=region.mark.span,
        cue=the_cue(parts, where),
        actors=tuple(sorted({actor.strip() for actor in region.values.get("actors", ())} - {""})),
        kind=chosen["kind"],
        strength=chosen["strength"],
        negated=bool(negated),
        actor_words=tuple(sorted({mark.span for mark in parts.get("actor", ())})),
        deadline=words_at(text, the_only(parts, "deadline", where)),
        amount=words_at(text, the_only(parts, "amount", where)),
    )
