"""What the stem of a list does: "The leaders decided to:" binds for its items, "We call on all sides to:" asks."""

import re
from dataclasses import dataclass

from spacy.tokens import Span, Token

from pipeline.language import syntax
from pipeline.records import STRENGTHS, Strength
from pipeline.tag.commitments import subjects
from pipeline.tag.commitments.cues import Lexicon, Match
from pipeline.tag.commitments.stems import StemKind
from pipeline.tag.commitments.subjects import Mention

CALLING = frozenset({"to", "will", "shall", "following", "follows", "on", "upon", "of", "are", "is"})
"""Words at the end of a stem that hand its promise to the items."""
POINTING = re.compile(r"\b(?:the following|these)\s(?:[\w-]+\s){0,2}[\w-]+:$", re.IGNORECASE)
"""The end of a stem that names what its items are: "the following joint measures:"."""
CONTAINING = frozenset({"include", "comprise", "contain", "cover"})
"""Verbs of a stem whose items are parts of a thing."""
CLOSE = 3
"""A cue that ends so few tokens before its stem does is said of the items: "we commit to these steps:"."""


@dataclass(frozen=True, slots=True)
class Stem:
    """The act of a stem ("binding" where its promise is made in the items), who speaks in it, and its cue's word.

    ``strength`` is that of its firmest word ("are *determined* to work together to:"); ``hands_down``: its cue leads to
    the items ("they discussed:").
    """

    kind: StemKind
    mention: Mention
    at: Token | None
    strength: Strength = "strong"
    hands_down: bool = False


NO_STEM = Stem("none", subjects.SPEAKER, None)
BARE = Stem("bare", subjects.SPEAKER, None)


def read_stem(stem: Span | None, cues: Lexicon) -> Stem:
    """What a stem does; weak cues of commitments do not count."""
    if stem is None:
        return NO_STEM
    matches = [m for m in cues.matches(stem) if m.cue.strength != "weak" or m.cue.act != "commitment"]
    if not matches:
        return BARE
    binding = [m for m in matches if m.cue.act == "commitment" and _is_own(m, stem)]
    match = (binding or matches)[-1]
    if binding and _is_handed_down(stem, match):
        strength = min((m.cue.strength for m in binding), key=STRENGTHS.index)
        return Stem("binding", _speaker(match), match.token, strength, hands_down=True)
    return Stem(match.cue.act, _speaker(match), match.token, hands_down=_is_handed_down(stem, match))


def _is_own(match: Match, stem: Span) -> bool:
    """Whether a cue binds the speakers: one that gives orders does so only to their own people ("our ministers")."""
    return "own_officials" not in match.cue.frames or any(t.tag_ == "PRP$" for t in stem if t.i > match.token.i)


def _is_handed_down(stem: Span, match: Match) -> bool:
    tail = stem.text.rstrip(": \n").split()[-1:]
    called = bool(tail) and (tail[0].lower() in CALLING or match.span.end >= stem.end - CLOSE)
    return called or (bool(tail) and points_to_actions(stem))


def points_to_actions(stem: Span) -> bool:
    """Whether a stem names its items as what is done, "agreed on the following measures:"; not as the parts of a thing,
    "the plan will include the following parts:".
    """
    parts = any(token.lemma_ in CONTAINING for token in stem)
    return not parts and POINTING.search(stem.text.rstrip()) is not None


def _speaker(match: Match) -> Mention:
    if match.cue.pos == "noun":
        return subjects.of_noun(match.token)
    return subjects.of_verb(syntax.governing_verb(match.token), match.token, match.cue.pos == "adj")
