"""Which sums and numbers beside a promise are not promised: prices, fees, thresholds, stocks, what was paid before."""

import re
from dataclasses import dataclass
from typing import Literal, get_args

from spacy.tokens import Doc, Token

from pipeline.knowledge import Knowledge
from pipeline.language import syntax

_Kind = Literal["uncounted", "numbered", "measure", "rate", "used", "plural"]

_PRICE = re.compile(r"\bat\s(?:(?:about|around|approximately|over|under)\s)?$")
_EACH = re.compile(r"\s?(?:a|an|per|each)\b\s?(?!year|annum|month|week|day)", re.IGNORECASE)
_THRESHOLD = re.compile(
    r"\b(?:all|any|every|each|those|no)\s[^,;]{1,60}\b(?:worth|above|over|exceeding|of|than)\s(?:[a-z]+\s){0,2}$"
    r"|\b(?:above|below|under|beneath|exceeding|beyond)\s$|\b(?:less|fewer)\sthan\s$",
    re.IGNORECASE,
)
_OTHER_SUM = re.compile(
    r"\b(?:including|in\saddition\sto|on\stop\sof|besides|following|out\sof|alongside|for\sthe\sbenefit\sof)"
    r"\s(?:[a-z]+\s){0,2}$|\bas\spart\sof\s[^;]{0,60}$"
    r"|\b(?:threshold|ceiling|cap|limit|levy|duty|tax|fee)s?\b[^;,.]{0,90}\sfrom\s(?:[^;,.]{0,40}\sto\s)?$"
    r"|\bbringing\s[^;]*\bto\s(?:[a-z]+\s){0,2}$|\b(?:an\sestimated|existing)\s$|\btotal\s(?:of\s)?already\s[^,;]*$",
    re.IGNORECASE,
)
_RATE_OF = re.compile(
    r"\b(?:tariff|duty|tax|levy|interest|customs|import)(?:\s[a-z]+){0,2}\s(?:of|at)\s$", re.IGNORECASE
)
"""Before a share that is the height of a rate: "a tariff rate of 18 percent"."""
_HELPING = frozenset({"help", "support", "assist", "enable", "encourage", "back"})
_GOAL = re.compile(
    r"\b(?:its|their|his|her|[\w.]+['’]s?)\s(?:[a-z]+\s)?(?:goal|target|aim|objective)\sof\s(?:[a-z]+\s){0,2}$"
)
"""The goal of somebody: of another, where the action helps him."""
_FEES = "price|fee|toll|fine|charge|fare|ticket|penalty|ceiling|cap|threshold"
"""Nouns before which a sum tells their height."""
_DEFINITE = re.compile(r"\b(?:the|its|their|our|this|that|those|these)\s(?:[a-z]+\s)?$", re.IGNORECASE)
_NEAR = 100


@dataclass(frozen=True, slots=True)
class AmountWords:
    """The words of ``amount_words.csv`` by kind, whose meanings stand in the file."""

    uncounted: frozenset[str]
    numbered: frozenset[str]
    measures: frozenset[str]
    used: frozenset[str]
    plurals: frozenset[str]
    rate: re.Pattern[str]
    """A noun for a price, a fee or a threshold, up to the sum that tells its height."""
    priced: re.Pattern[str]
    """Words behind a sum up to such a noun: "the $25 *visa fee*"."""


def read_amount_words(knowledge: Knowledge) -> AmountWords:
    """The words of ``amount_words.csv``."""
    words: dict[_Kind, set[str]] = {kind: set() for kind in get_args(_Kind)}
    for row in knowledge.table("amount_words.csv", ("kind", "word")):
        words[row.choice("kind", get_args(_Kind))].add(row["word"])
    rates = "|".join(re.escape(word) for word in sorted(words["rate"]))
    return AmountWords(
        uncounted=frozenset(words["uncounted"]),
        numbered=frozenset(words["numbered"]),
        measures=frozenset(words["measure"]),
        used=frozenset(words["used"]),
        plurals=frozenset(words["plural"]),
        rate=re.compile(
            rf"\b(?:{rates})s?\s(?:[a-z]+\s){{0,12}}?(?:of|from|at|to|by|is|was)\s(?:[a-z]+\s){{0,2}}$", re.IGNORECASE
        ),
        priced=re.compile(rf"\s(?:[a-z]+\s){{0,2}}?(?:{_FEES})s?\b", re.IGNORECASE),
    )


def is_unpromised(doc: Doc, start: int, end: int, words: AmountWords) -> bool:
    """Whether a number between two offsets is a price, a fee, a threshold, a stock, or was pledged or paid before."""
    text = doc.text
    first = doc.char_span(start, end, alignment_mode="expand")
    opening = first.sent.start_char if first is not None else 0
    before = text[max(opening, start - _NEAR) : start]
    if _PRICE.search(before) and _EACH.match(text, end):
        return True
    share = text[end - 1] == "%" or text[start:end].lower().endswith(("cent", "points"))
    if (words.rate.search(before) and not share) or _THRESHOLD.search(before) or _OTHER_SUM.search(before):
        return True
    if share and _RATE_OF.search(before):
        return True
    if words.priced.match(text, end) and not share:
        return True
    if first is None:
        return False
    if _GOAL.search(before) and any(t.lemma_ in _HELPING for t in syntax.ancestors(first.root)):
        return True
    behind = doc[first.end : min(first.end + 6, first.sent.end)]
    if _DEFINITE.search(before) and any(t.lower_ in {"that", "which"} or t.lower_ in words.used for t in behind):
        return True
    return _is_described(first[0], words)


def _is_described(token: Token, words: AmountWords) -> bool:
    """Whether a number stands in a relative clause about the past, or with a participle of money that is there."""
    for above in syntax.ancestors(token):
        if above.i < token.i and syntax.is_relative(above):
            return syntax.tense(above) in {"past", "perfect", "pluperfect", "present"}
        if above.i < token.i and above.dep_ == "acl" and above.lower_ in words.used:
            return True
    return False
