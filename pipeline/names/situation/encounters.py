"""Who met, called, hosted or visited whom, by the first sentences: the clause "A met with B of C in D to discuss E".

The clause is read by its verb: names before it that no preposition of place ties are its subjects; names behind it, up
to the next place, time or purpose, are those met.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from pipeline.knowledge import Knowledge
from pipeline.knowledge.reading import any_of
from pipeline.names.datelines import dateline_end
from pipeline.names.situation.cast import Named, cast_of, codes, sentences

LEAD_SENTENCES = 4
TITLE_WORDS = re.compile(r"(?:[A-ZÀ-Þ“\"][\w.,’'-]*\s|today,?\s|the\s|of\s|for\s|and\s|\d+,?\s)*")
"""Words that may stand in front of the first person of a sentence, where that person is its subject."""

VerbKind = Literal["encounter", "visit", "joint", "said"]
VERB_KINDS: tuple[VerbKind, ...] = get_args(VerbKind)

_OBJECT_END = re.compile(
    r"\bto (?!the\b|[A-ZÀ-Þ]|a\b|an\b|his\b|her\b)[a-z]+|\b(?:in|at|on|during|where|regarding|about|"
    r"following|from|for|before|ahead|"
    r"after|as|while|under|against|and (?:discussed|reaffirmed|underscored|congratulated|expressed|thanked|"
    r"reiterated|agreed|welcomed))\b"
    r"(?! (?:his|her|their) (?:official|state|working))"
)
_PURPOSE = re.compile(
    r"\bto (?!the\b|[A-ZÀ-Þ]|a\b|an\b|his\b|her\b|their\b)[a-z]+|\b(?:regarding|about|following)\b"
    r"|\bon (?!\w+day\b|\d|the (?:sidelines|margins|occasion)|[A-Z][a-z]+ \d)"
)
_VISIT_PLACE = re.compile(r"\b(?:visit|trip)s?\b[^.,]{0,25}?\bto\s(?:the\s)?|^\s(?:the\s)?(?=[A-Z])", re.IGNORECASE)
_ADDRESSED = re.compile(
    r"\b(?:Dear|Excellencies|Your Excellency|[Ll]adies and [Gg]entlemen|[Tt]hank you|Mr\.? (?:President|Chair))\b"
)
_ACTS = re.compile(
    r"(?:\s*\([^()]*\))?\s*(?:(?:has|have|had|today|also|recently|\w+ly)\s)*(?:(?:and|,)\s.{0,80})?", re.DOTALL
)
_INVITATION = re.compile(r"\bat the invitation of\b", re.IGNORECASE)
_COMMA_OR_VERB = re.compile(r",\s|\bwill\b|\bto\b")
_FIRST_PERSON = re.compile(r"\b(?:[Ww]e|I)\s(?:\w+\s)?$")


@dataclass(frozen=True, slots=True)
class LeadVerbs:
    """What the verbs of a lead tell, and the pattern that finds them, the longest first."""

    kinds: Mapping[str, VerbKind]
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Encounter:
    """Who acts and who is met in a clause: sets of codes; ``inviters`` tells whether a host is named as such."""

    kind: VerbKind
    subjects: frozenset[str]
    objects: frozenset[str]
    inviters: bool
    words: str


def read_lead(text: str, knowledge: Knowledge, people: Mapping[str, str]) -> Encounter | None:
    """The clause of the first sentence of ``text`` that names a state, body or officer; None where it tells nothing.

    ``people`` gives the states of persons by surname.
    """
    for sentence in sentences(text[dateline_end(text) :])[:LEAD_SENTENCES]:
        cast = cast_of(sentence, knowledge, people)
        if codes(cast):
            return read_clause(sentence, cast, knowledge)
    return None


def read_clause(sentence: str, cast: tuple[Named, ...], knowledge: Knowledge) -> Encounter | None:
    """Who acts in a sentence, and whom they met, by its first verb that tells so."""
    verbs = knowledge.get(read_lead_verbs)
    inviters = frozenset(codes(_inviters(sentence, cast)))
    verb = verbs.pattern.search(sentence)
    if verb is None and inviters:
        invited = codes(one for one in cast if one.kind == "person" and not one.is_place)
        return Encounter("visit", inviters | invited, frozenset(), True, sentence)
    if verb is None:
        return _opened(sentence, cast)
    subjects = _subjects(sentence, verb.start(), cast)
    is_own = bool(_FIRST_PERSON.search(sentence[: verb.start()]))
    kind = verbs.kinds[verb.group()]
    plain = codes(
        one for one in cast if one.kind == "state" and one.start >= verb.end() and _beside(sentence, verb, one)
    )
    if kind == "encounter" and plain and len(codes(subjects)) == 1 and not _meets(subjects, sentence):
        return Encounter(kind, frozenset(codes(subjects) | plain), frozenset(), False, sentence)
    if kind in ("encounter", "visit") and not (is_own or inviters or _meets(subjects, sentence)):
        kind = "said"
    if _ADDRESSED.search(sentence) or (not subjects and not inviters and (not is_own or kind != "encounter")):
        return _opened(sentence, cast)
    objects = frozenset(codes(_objects(sentence, verb, cast, kind)))
    return Encounter(kind, frozenset(codes(subjects)) | inviters, objects, bool(inviters), sentence)


def _beside(sentence: str, verb: re.Match[str], one: Named) -> bool:
    """Whether a state is named right behind the verb, or behind "with", as the one that another state met."""
    return one.link == "with" or sentence[verb.end() : one.start].strip() in {"", "the"}


def _opened(sentence: str, cast: tuple[Named, ...]) -> Encounter | None:
    """The person with whose office and name a sentence begins, as the one who acts; None where it begins otherwise."""
    first = next((one for one in cast if one.kind == "person"), None)
    if first and first.code and not first.is_place and TITLE_WORDS.fullmatch(sentence[: first.start]):
        return Encounter("said", frozenset({first.code}), frozenset(), False, sentence)
    return None


def _meets(subjects: list[Named], sentence: str) -> bool:
    """Whether officers act, or several: a single state or body that "held" something met nobody."""
    return any(one.is_held(sentence) for one in subjects) or len(codes(subjects)) > 1


def _subjects(sentence: str, verb: int, cast: tuple[Named, ...]) -> list[Named]:
    """Names before the verb that neither a place nor company ties; a body only where it acts itself."""
    before = [one for one in cast if one.end <= verb and not one.is_place and one.link not in {"with", "by"}]
    return [
        one
        for one in before
        if one.kind != "body" or one.is_held(sentence) or _ACTS.fullmatch(sentence[one.end : verb])
    ]


def _inviters(sentence: str, cast: tuple[Named, ...]) -> list[Named]:
    found = _INVITATION.search(sentence)
    if not found:
        return []
    end = _COMMA_OR_VERB.search(sentence, found.end())
    stop = end.start() if end else len(sentence)
    return [one for one in cast if found.end() <= one.start < stop]


def _objects(sentence: str, verb: re.Match[str], cast: tuple[Named, ...], kind: VerbKind) -> list[Named]:
    """Those met: named behind the verb, before place, time or purpose; of a visit the state visited too."""
    behind = sentence[verb.end() :]
    end = _OBJECT_END.search(behind)
    stop = verb.end() + (end.start() if end else len(behind))
    after = [one for one in cast if one.start >= verb.end()]
    met = [one for one in after if (one.start < stop and not one.is_place) or one.link == "with"]
    met = [one for one in met if one.is_held(sentence) and one.start < _purpose(sentence, verb.end())]
    if kind == "visit" and (to := _VISIT_PLACE.search(behind)):
        start = verb.end() + to.end()
        met += [one for one in after if one.kind == "state" and start <= one.start <= start + 30]
    return met


def _purpose(sentence: str, start: int) -> int:
    """Where the purpose of a meeting begins: "to discuss ..."."""
    found = _PURPOSE.search(sentence, start)
    return found.start() if found else len(sentence)


def read_lead_verbs(knowledge: Knowledge) -> LeadVerbs:
    """The verbs of ``lead_verbs.csv``."""
    kinds: dict[str, VerbKind] = {}
    for row in knowledge.table("lead_verbs.csv", ("kind", "verb")):
        kinds[row["verb"]] = row.choice("kind", VERB_KINDS)
    return LeadVerbs(kinds, re.compile(rf"\b{any_of(kinds)}\b"))
