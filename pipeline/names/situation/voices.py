"""Whose words stand where: the turns of a transcript by their labels, and quotations by those to whom they are given.

"SECRETARY DAHL: We will ..." is Dahl's state; "QUESTION: ..." is nobody's; "We will help," said the Foreign Minister of
Norway, is Norway.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline.knowledge import Knowledge
from pipeline.names.gazetteer import Gazetteer
from pipeline.names.people import find_people, read_titles
from pipeline.names.situation.cast import cast_of, codes, surname

LONGEST_LABEL = 60
LONGEST_ATTRIBUTION = 160

_LABEL = re.compile(
    r"^[ \t]*(?P<label>[A-ZÀ-Þ][\w.'’\-]*(?:[ \t](?:(?:of|for|and)[ \t](?:the[ \t])?)?[A-ZÀ-Þ][\w.'’\-]*){0,7}?)"
    r"(?:[ \t]?[(\[](?P<beside>[^)\]\n]{1,40})[)\]])?[ \t]?:[ \t]*(?=\S|$)",
    re.MULTILINE,
)
_QUOTATION = re.compile(
    r"[“\"](?P<words>[^“”\"]{12,1500}?)[”\"]|(?:(?<=\s)|^)[‘'](?=[A-Z])[^‘“”\"]{12,1500}?[,.!?][’'](?=\s|$)",
    re.DOTALL | re.MULTILINE,
)
_SAID = (
    r"(?:said|says|stated|added|noted|stressed|told|declared|announced|explained|emphasi[sz]ed|promised|pledged|warned|"
    r"commented|remarked|concluded|underlined|underscored|confirmed|continued|insisted|vowed|wrote)"
)
_SAID_BEHIND = re.compile(rf"\s*,?\s*(?:he|she|they)?\s*{_SAID}\s(?P<who>[^.“”\"\n]{{2,{LONGEST_ATTRIBUTION}}})")
_NAMED_BEHIND = re.compile(rf"\s*,?\s*(?P<who>(?:the\s)?[A-ZÀ-Þ][^.“”\"\n]{{2,{LONGEST_ATTRIBUTION}}}?)\s{_SAID}\b")
_SAID_BEFORE = re.compile(
    rf"(?:^|[.!?”\"]\s+|\n)(?P<who>[^.“”\"\n]{{2,{LONGEST_ATTRIBUTION}}}?)\s{_SAID}\b[^.“”\"\n]{{0,60}}[:,]\s*$"
)
_PRONOUN = re.compile(rf"\s*,?\s*(?:he|she)\s{_SAID}\b|\s*,?\s*{_SAID}\s(?:he|she)\b")


@dataclass(frozen=True, slots=True)
class Voice:
    """The characters ``start`` to ``end`` are the words of ``codes``; of nobody that is known where they are empty."""

    start: int
    end: int
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Label:
    """A speaker's label, where his words begin and end, and whether it names an office."""

    name: str
    start: int
    end: int
    is_office: bool
    asks: bool


def labels(text: str, knowledge: Knowledge) -> tuple[Label, ...]:
    """The labels of a transcript, in order; none where the text is none."""
    offices = knowledge.get(_read_office_words)
    askers = knowledge.get(_read_askers)
    found = []
    for match in _LABEL.finditer(text):
        name = " ".join(match["label"].split())
        words = name.upper().replace(".", "").split()
        asks = " ".join(words) in askers or (bool(words) and words[0] in askers)
        is_office = any(word in offices for word in words[:-1]) or name.upper() in _ALONE
        is_person = words[0] in {"MR", "MS", "MRS", "DR", "SENATOR"} or (name.isupper() and len(words) < 4)
        if len(name) <= LONGEST_LABEL and (asks or is_office or is_person):
            whole = f"{name} ({match['beside']})" if match["beside"] else name
            found.append((whole, match.end(), is_office, asks, match.start()))
    if not any(office or asks for _, _, office, asks, _ in found) or (len(found) < 2 and not any(f[2] for f in found)):
        return ()
    ends = [start for *_, start in found[1:]] + [len(text)]
    return tuple(
        Label(name, begin, end, office, asks) for (name, begin, office, asks, _), end in zip(found, ends, strict=True)
    )


def label_codes(label: Label, people: Mapping[str, str], knowledge: Knowledge) -> tuple[str, ...]:
    """The state or body of a label's speaker, by the label itself or by what the text tells of the person."""
    if label.asks:
        return ()
    name, _, beside = label.name.partition(" (")
    for words in (beside.rstrip(")"), name.title() if name.isupper() else name):
        named = codes(cast_of(words, knowledge, people))
        if len(named) == 1:
            return tuple(named)
    known = people.get(surname(name), "")
    if not known and label.is_office:
        known = knowledge.get(Gazetteer).leaders.get(surname(name), "")
    return (known,) if known else ()


def turns(text: str, people: Mapping[str, str], home: tuple[str, ...], knowledge: Knowledge) -> tuple[Voice, ...]:
    """The turns of a transcript whose speakers are known, and of those who ask, who speak for nobody.

    A spokesman, and the only officer of unknown state, speak for ``home``, where others ask.
    """
    found = labels(text, knowledge)
    known = {label.name: label_codes(label, people, knowledge) for label in found}
    has_askers = any(label.asks for label in found)
    unknown = {label.name: label for label in found if not label.asks and not known[label.name]}
    officers = [label for label in unknown.values() if label.is_office]
    for name, label in unknown.items():
        if len(officers) == 1 if label.is_office else has_askers and not officers:
            known[name] = home
    return tuple(Voice(x.start, x.end, known[x.name]) for x in found if known[x.name] or x.asks)


def quotations(
    text: str, people: Mapping[str, str], knowledge: Knowledge, home: tuple[str, ...] = ()
) -> Iterator[Voice]:
    """Quotations that the text gives to somebody whose state is known, in order.

    Officers of whom the text does not say whose they are speak for ``home``, those who publish it.
    """
    officers: frozenset[str] | None = None if len(home) == 1 else frozenset()
    last: tuple[str, ...] = ()
    for match in _QUOTATION.finditer(text):
        behind = text[match.end() : match.end() + LONGEST_ATTRIBUTION + 40]
        before = text[max(0, match.start() - LONGEST_ATTRIBUTION - 40) : match.start()]
        if _PRONOUN.match(behind):
            last = last or _person_before(text[: match.start()], people, knowledge)
            if last:
                yield Voice(match.start(), match.end(), last)
            continue
        who = _SAID_BEHIND.match(behind) or _NAMED_BEHIND.match(behind) or _SAID_BEFORE.search(before)
        if who is None:
            continue
        cast = [one for one in cast_of(who["who"], knowledge, people) if not one.is_place and one.link != "with"]
        named = codes(cast[:1]) if cast and cast[0].kind == "person" else codes(cast)
        if not named and cast:
            officers = _officers(text, knowledge) - set(people) if officers is None else officers
            named = set(home) if surname(who["who"][cast[0].start : cast[0].end]) in officers else named
        if len(named) == 1:
            last = tuple(named)
            yield Voice(match.start(), match.end(), last)


def _person_before(text: str, people: Mapping[str, str], knowledge: Knowledge) -> tuple[str, ...]:
    """The state of the person named last in the sentences right before a quotation."""
    persons = [one for one in cast_of(text[-LONGEST_ATTRIBUTION * 2 :], knowledge, people) if one.kind == "person"]
    return (persons[-1].code,) if persons and persons[-1].code else ()


def _officers(text: str, knowledge: Knowledge) -> frozenset[str]:
    """Surnames of the persons to whom a text gives an office without its state."""
    people = find_people(text, knowledge.get(Gazetteer).mentions(text), knowledge)
    return frozenset(surname(text[p.start : p.end]) for p in people if p.kind != "honorific" and not p.country)


_ALONE = frozenset({"PM", "PRIME MINISTER", "PRESIDENT", "FOREIGN MINISTER", "MINISTER", "SECRETARY", "THE PRESIDENT"})


def _read_office_words(knowledge: Knowledge) -> frozenset[str]:
    """Last words of offices, in capitals ("MINISTER"), by ``titles.csv``."""
    return frozenset(
        title.upper().split()[-1] for title, kind in knowledge.get(read_titles).items() if kind != "honorific"
    )


def _read_askers(knowledge: Knowledge) -> frozenset[str]:
    """Labels of those who ask and lead through a meeting with the press (``askers.txt``), in capitals."""
    return frozenset(entry.upper() for entry in knowledge.entries("askers.txt"))
