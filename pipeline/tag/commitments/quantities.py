"""Shares and counted things in a parsed text: "45 percent", "300 scholarships", "20,000 tonnes of rice"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from pipeline.names.numbers import FIGURE, ONES, SCALES, value
from pipeline.tag.commitments.unpromised import AmountWords

_VAGUE = (
    rf"(?:(?:several|many|a\sfew|a\scouple\sof)\s{SCALES}"
    r"|(?:tens|dozens|scores|hundreds|thousands|millions)\sof(?:\s(?:thousands|millions)\sof)?)"
)
_JOIN = r"(?(between)\sand\s|\s?(?:-|–|—|to|or)\s?)"
_NUMBER = re.compile(
    rf"(?<![\w.,$€£¥#/-])(?P<between>between\s)?(?:(?P<low>{FIGURE})(?:{_JOIN}(?P<high>{FIGURE}))?|(?P<vague>{_VAGUE}))"
    r"(?P<share>\s?(?:percent\b|per\s?cent\b|percentage\spoints?\b|%))?(?![\w%™-])",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_ONE = re.compile(r"one|1", re.IGNORECASE)
_ONE_TO_NINE = re.compile(rf"(?:{ONES}|[1-9])", re.IGNORECASE)
_DEFINITE = frozenset(
    [
        "the",
        "our",
        "their",
        "its",
        "his",
        "her",
        "all",
        "both",
        "these",
        "those",
        "this",
        "that",
        "each",
        "every",
        "combined",
        "whose",
    ]
)
_INSIDE = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "ADV", "VERB", "X"})
_BEFORE_NOUNS = frozenset({"VERB", "ADV", "ADJ"})
_JOINTS = frozenset({"-", "‑", "–", "'s", "’s"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_NEAR = 6
"""Within how many tokens of the action's first word a number from one to nine counts its object."""
_OPEN_TO = frozenset({"with", "of", "a", "an", "to"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """A share or counted thing between two offsets of the text; ``value`` is None where the words tell no number, and
    the upper end of a range.
    """

    start: int
    end: int
    value: float | None


def find_quantities(region: Span, words: AmountWords) -> Iterator[Quantity]:
    """The shares and counted things in ``region``, in order."""
    offset = region.start_char
    for match in _NUMBER.finditer(region.text):
        start = match.end("between") if match["between"] and not match["high"] else match.start()
        number = None if match["vague"] else _value(match)
        if match["share"]:
            yield Quantity(offset + start, _of_what(region, offset + match.end()), number)
            continue
        counted = _counted(region, offset + start, offset + match.end(), words)
        if counted is None or _YEAR.fullmatch(match.group()) or _ONE.fullmatch(match.group()):
            continue
        if _ONE_TO_NINE.fullmatch(match.group()) and not _is_object(region, offset + start):
            continue
        yield Quantity(offset + start, counted, number)


def _of_what(region: Span, end: int) -> int:
    """The offset behind what a share is taken of, where that is a plain noun phrase: "80 percent *of buildings*"."""
    rest = region.doc.char_span(end, region.end_char, alignment_mode="contract")
    words = [t for t in rest or () if not t.is_space]
    if len(words) < 2 or words[0].lower_ != "of" or words[0].idx != end + 1:
        return end
    noun = next((k for k, t in enumerate(words[1:5], 1) if t.tag_ in {"NNS", "NNPS"}), None)
    if noun is None or any(t.pos_ not in _INSIDE | {"DET", "PRON"} for t in words[1:noun]):
        return end
    return int(words[noun].idx + len(words[noun].text))


def _value(match: re.Match[str]) -> float | None:
    number = value(match["high"] or match["low"])
    return None if number is None else float(number)


def _counted(region: Span, start: int, end: int, words: AmountWords) -> int | None:
    """The offset behind the noun that a number counts; None where it counts none, or what is no amount."""
    doc = region.doc
    first = doc.char_span(start, end, alignment_mode="expand")
    if first is None:
        return None
    before = doc[first.start - 1].lower_ if first.start > first.sent.start else ""
    if before in _DEFINITE or before in words.numbered:
        return None
    noun = _noun_behind(region, first.end, words)
    if noun is None or noun.ent_type_ == "DATE" or (first[0].ent_type_ == "DATE" and first[0].ent_iob_ == "I"):
        return None
    if noun.lower_ in words.uncounted or doc[first.end].lower_ in {"other", "or", "and"}:
        return None
    return _with_complement(noun, region, words) if _is_plural(noun, words) else None


def _noun_behind(region: Span, at: int, words: AmountWords) -> Token | None:
    """The last noun of the run of adjectives and nouns from a token on."""
    noun = None
    for token in region.doc[at : region.end]:
        if token.pos_ in _NOUNS or (noun is None and _measure(token) in words.measures):
            noun = token
            continue
        goes_on = token.pos_ in _INSIDE or token.text in _JOINTS
        if not goes_on or (noun is not None and token.pos_ in _BEFORE_NOUNS):
            break
    return noun


def _measure(token: Token) -> str:
    """The word before a stroke: the "bcm" of "bcm/year"."""
    return token.lower_.partition("/")[0]


def _is_plural(noun: Token, words: AmountWords) -> bool:
    return noun.tag_ in {"NNS", "NNPS"} or noun.lower_ in words.plurals or _measure(noun) in words.measures


def _with_complement(noun: Token, region: Span, words: AmountWords) -> int:
    """The offset behind a noun, or behind the "of" phrase without which it does not say what is promised."""
    end: int = noun.idx + len(noun.text)
    rest = region.doc[noun.i + 1 : region.end]
    if len(rest) < 2 or rest[0].lower_ != "of":
        return end
    if _measure(noun) in words.measures or (noun.text[0].isupper() and rest[1].text[0].isupper()):
        last = _noun_behind(region, noun.i + 2, words)
        return last.idx + len(last.text) if last is not None else end
    return end


def _is_object(region: Span, start: int) -> bool:
    """Whether a small number stands so near behind the first word of an action that it counts its object."""
    between = [t for t in region if t.idx < start]
    return len(between) <= _NEAR and all(t.pos_ != "ADP" or t.lower_ in _OPEN_TO for t in between)
