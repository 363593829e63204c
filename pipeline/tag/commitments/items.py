"""List items that open with their own verb: "Strengthen cooperation on ...", "Launching a fund ...".

Which first words count as verbs is data, ``knowledge/action_verbs.txt``, since taggers take capitalised words for
nouns.
"""

from dataclasses import dataclass

from spacy.tokens import Span, Token

from pipeline.language import syntax
from pipeline.records import Strength
from pipeline.tag.commitments.lists import points_to_actions
from pipeline.tag.commitments.scope import Scope
from pipeline.tag.commitments.stems import Place, StemKind

NOT_OPENING = frozenset({"is", "are", "do", "does", "has", "have", "having", "be"})
STARTING = frozenset({"beginning", "starting", "commencing"})
SHORTEST = 2
"""A line outside a list that has no more words behind its first is a heading, not an item."""
MONEY = "MONEY"
FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
BINDING: frozenset[StemKind] = frozenset({"binding", "commitment"})
"""Stems under which an item binds too that does not begin with a verb."""


@dataclass(frozen=True, slots=True)
class ItemOpening:
    """How an item begins: its first word of content, the form of that word (VB, VBG or another tag), whether behind a
    "not".
    """

    first: Token
    opener: str
    is_refusal: bool


def read_item(place: Place, end: int, stem: StemKind, scope: Scope) -> ItemOpening | None:
    """The opening of an item that :func:`opens_item` and ends before token ``end``; None where it names no action."""
    first = place.first
    denials = _denials(first, end)
    first = first.doc[first.i + denials]
    asked = asks_for_verb(place.stem)
    if (
        not asked
        and asks_for_phrase(place.stem)
        and not is_action_verb(first, scope)
        and first.tag_ not in {"VB", "VBG"}
    ):
        return ItemOpening(first, first.tag_, denials > 0) if stem in BINDING else None
    verbal = first.tag_ in {"VB", "VBG", "VBP", "TO"} or is_action_verb(first, scope) or asked
    if (not verbal or first.tag_ == "TO") and stem not in BINDING:
        return None
    if first.lower_ == "to":
        first = first.nbor(1)
    opener = "VBG" if first.lower_.endswith("ing") else "VB" if verbal else first.tag_
    return ItemOpening(first, opener, denials > 0)


def _denials(first: Token, end: int) -> int:
    """How many words of denial open an item: "not raise", "no longer sell"; 0 where none does."""
    words = tuple(t.lower_ for t in first.doc[first.i : min(first.i + 2, end)])
    if words == ("no", "longer") and first.i + 2 < end:
        return 2
    return int(words[:1] in {("not",), ("never",)} and first.i + 1 < end)


def strength_of(lemma: str, stem: Strength, scope: Scope) -> Strength:
    """Strength of an item: that of its stem ("intends to:" is medium), or less by its verb."""
    if lemma in scope.words("tentative") or stem == "weak":
        return "weak"
    return "medium" if lemma in scope.words("aiming") or stem == "medium" else "strong"


def opens_item(place: Place, scope: Scope) -> bool:
    """Whether a sentence is an item that names an action by its first word."""
    first = place.first
    if place.stem is not None:
        first = first.doc[first.i + _denials(first, first.sent.end)]
    if not first.text[0].isalpha() or (place.stem is None and first.i + SHORTEST >= first.sent.end):
        return False
    goes_on = place.is_item and is_action_verb(first, scope) and asks_for_verb(place.stem)
    if (
        not (place.opens_line or goes_on)
        or _is_labelled(first)
        or _tells_when(first)
        or first.lemma_.lower() in scope.words("praise")
    ):
        return False
    if is_action_verb(first, scope):
        return place.is_item or place.stem is not None
    if _is_told(first) or _is_compound(first):
        return False
    if place.is_item and asks_for_verb(place.stem):
        return first.pos_ != "PRON" and not syntax.own_subjects(first)
    if place.is_item and asks_for_phrase(place.stem) and first.pos_ in {"DET", "NUM", "ADJ", "NOUN", "PROPN"}:
        return _is_phrase(first)
    if first.lower_ == "to" and first.i + 1 < first.sent.end:
        following = first.nbor(1)
        if following.tag_ == "VB" or (place.is_item and following.lower_ in scope.bare_verbs):
            return place.stem is not None
    if first.tag_ in {"VB", "VBG", "VBP"}:
        return first.lower_ not in NOT_OPENING | scope.words("beginning")
    if not place.is_item or first.tag_ == "PRP":
        return False
    return place.stem is not None and first.tag_ in {"NN", "NNS", "NNP", "JJ"} and _is_phrase(first)


def given_sum(place: Place) -> Span | None:
    """The sum with which an item or a line under a stem opens and which is given to somebody, or for something: "$1
    million to UNICEF to mend the wells".
    """
    first = place.first
    doc, stop = first.doc, first.sent.end
    begin = first.i - 1 if first.i > first.sent.start and doc[first.i - 1].ent_type_ == MONEY else first.i
    end = next((k for k in range(begin, stop) if doc[k].ent_type_ != MONEY), stop)
    opens = place.opens_line and (place.is_item or place.stem is not None)
    if not opens or begin == end or end >= stop or doc[end].lower_ not in {"to", "for", "towards"}:
        return None
    return doc[begin:end] if _is_phrase(first) and not asks_for_verb(place.stem) else None


def _is_told(first: Token) -> bool:
    """Whether a sentence behind its opening has a subject and a finite verb: "To keep the peace, Chad has sent ..."."""
    root = first.sent.root
    return root.i > first.i and syntax.is_finite(root) and any(t.i > first.i for t in syntax.own_subjects(root))


def _tells_when(first: Token) -> bool:
    """Whether a sentence opens with the time from which its own subject acts: "Beginning in May, Chile will ..."."""
    if first.lower_ not in STARTING or first.i + 1 >= first.sent.end:
        return False
    return first.nbor(1).pos_ in {"ADP", "SCONJ"} and not _is_phrase(first)


def _is_compound(first: Token) -> bool:
    """Whether an item begins with a noun or adjective in two parts: "Cross-border trade"."""
    after = first.doc[first.i + 1 : min(first.i + 3, first.sent.end)]
    return len(after) == 2 and after[0].text == "-" and not after[1].tag_.startswith("VB")


def is_action_verb(first: Token, scope: Scope) -> bool:
    """Whether an item opens with a verb of ``action_verbs.txt``, whatever its tag: "Enhance trade", "Sharing data"."""
    alone = first.i + 1 >= first.sent.end
    return not alone and first.nbor(1).lower_ not in {"of", "for", ":", "-"} and first.lower_ in scope.item_verbs


def asks_for_verb(stem: Span | None) -> bool:
    """Whether a stem ends so that each item begins with a verb: "We will:", "The leaders decided to:"."""
    if stem is None:
        return False
    words = stem.text.rstrip(" :\n").rsplit(None, 1)
    return bool(words) and words[-1].lower() in {"to", "will", "shall"}


def asks_for_phrase(stem: Span | None) -> bool:
    """Whether a stem ends so that each item names an action: "The ministers agreed on:", "... the following:"."""
    if stem is None:
        return False
    words = stem.text.rstrip(" :\n").rsplit(None, 1)
    called = bool(words) and words[-1].lower() in {"on", "upon", "of", "following", "follows", "to"}
    return called or points_to_actions(stem)


def _is_labelled(first: Token) -> bool:
    """Whether an item begins with a label, "Clean water: ..."; then its sentence speaks for itself."""
    words = [token.text for token in first.doc[first.i : first.sent.end] if not token.is_space]
    return ":" in words[:-1]


def _is_phrase(first: Token) -> bool:
    """Whether an item is a phrase without a finite verb of its own."""
    return not any(
        token.tag_ in FINITE and not syntax.is_relative(token) for token in first.doc[first.i : first.sent.end]
    )
