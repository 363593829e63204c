"""What sum or number an action promises: its words, value and currency (GUIDELINES section 3, amount).

A sum of money comes before a share or a counted thing. What only stands near is none: prices, fees and
thresholds, stocks, money that was pledged or paid before (see :mod:`pipeline.tag.commitments.unpromised`).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from pipeline.knowledge import Knowledge
from pipeline.language import syntax
from pipeline.language.extensions import context_of
from pipeline.tag.commitments.quantities import Quantity, find_quantities
from pipeline.tag.commitments.unpromised import is_unpromised, read_amount_words
from pipeline.tag.entities.money import Money, find_money, read_shared_units

_ABOUT = re.compile(
    r"\b(?:(?:more|no\sless|not\sless|less)\sthan|at\s(?:least|most)|up\sto|over|nearly|almost|close\sto|about|around|some"
    r"|approximately|roughly|as\s(?:much|many)\sas|an\sestimated|a\sminimum\sof|an\sadditional(?=\s\d))\s$",
    re.IGNORECASE,
)
"""Words before a number that belong to what is promised; "up to" limits it."""
_RATE = re.compile(
    r"(?:/|\sper\s)(?:year|annum|month|week|day|[a-z]+)\b|\sa\s(?:year|month|week|day)\b|\sworth\sof\s", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Amount:
    """The words of a sum or number, its value, and the ISO 4217 code of its currency (empty where there is none).

    ``start`` and ``end`` are the offsets of the words in the document's text.
    """

    text: str
    value: float | None
    currency: str
    start: int
    end: int


def find_amount(action: Span, actors: tuple[str, ...], knowledge: Knowledge) -> Amount | None:
    """The sum of money that an action of ``actors`` promises, else its share or counted thing; None without either.

    It stands in the words of the action, in the subject of a passive ("$40 million will be provided") or before the
    noun that binds ("its $2 billion commitment to ...").
    """
    words = knowledge.get(read_amount_words)
    regions = [action, *_subject(action), *_noun_before(action)]
    for region in regions:
        for money in _sums(region, knowledge):
            if not is_unpromised(action.doc, money.start, money.end, words):
                return _of_money(action, money, actors, knowledge)
    for region in regions:
        for quantity in find_quantities(region, words):
            if not is_unpromised(action.doc, quantity.start, quantity.end, words):
                return _of_quantity(action, quantity)
    return None


def _sums(region: Span, knowledge: Knowledge) -> Iterator[Money]:
    offset = region.start_char
    for found in find_money(region.text, knowledge):
        yield Money(found.start + offset, found.end + offset, found.value, found.low, found.currency, found.unit)


def _of_money(action: Span, money: Money, actors: tuple[str, ...], knowledge: Knowledge) -> Amount:
    text = action.doc.text
    start, end = _widened(text, action.sent.start_char, money.start, money.end)
    parties = context_of(action.doc).parties
    currency = (
        money.currency or _of_country(money.unit, actors, knowledge) or _of_country(money.unit, parties, knowledge)
    )
    return Amount(text[start:end], money.value, currency, start, end)


def _of_quantity(action: Span, quantity: Quantity) -> Amount:
    text = action.doc.text
    start, end = _widened(text, action.sent.start_char, quantity.start, quantity.end)
    return Amount(text[start:end], quantity.value, "", start, end)


def _widened(text: str, first: int, start: int, end: int) -> tuple[int, int]:
    """A number with "at least" and the like before it, and with "per year" behind it."""
    before = _ABOUT.search(text[first:start])
    rate = _RATE.match(text, end)
    ends = rate.end() if rate and "worth" not in rate.group() else end
    return (first + before.start() if before else start), ends


def _of_country(unit: str, countries: Iterable[str], knowledge: Knowledge) -> str:
    """The currency that a unit of several countries is between some of them: plain where it is the only one."""
    shared = knowledge.get(read_shared_units)
    paid = {code for country in countries if (code := shared.get((unit, country)))}
    return paid.pop() if len(paid) == 1 else ""


def _subject(action: Span) -> list[Span]:
    """What the sentence says is given, where the action is in the passive or tells where money goes."""
    verb = action.root
    if not (syntax.is_passive(verb) or action[0].lemma_ == "be" or verb.lemma_ in _GOING):
        return []
    found = [_phrase(subject) for subject in syntax.subjects(verb) if action.sent.start <= subject.i < action.start]
    return found or _words_before_modal(action)


def _words_before_modal(action: Span) -> list[Span]:
    """Where the parse tells no subject: the words before the auxiliary, up to a comma."""
    before = action.doc[action.sent.start : action.start]
    modal = next((token.i for token in reversed(before) if token.tag_ == "MD"), None)
    if modal is None or action.start - modal > _ADVERBS + 1:
        return []
    first = next(
        (t.i + 1 for t in reversed(action.doc[action.sent.start : modal]) if t.text in ",;:"), action.sent.start
    )
    return [Span(action.doc, first, modal)] if first < modal else []


_ADVERBS = 2
"""How many words may stand between an auxiliary and the action."""
_GOING = frozenset({"go", "come", "flow"})


def _phrase(head: Token) -> Span:
    first, last = syntax.noun_phrase(head)
    return Span(head.doc, first, last)


def _noun_before(action: Span) -> list[Span]:
    """The noun phrase that an action completes: "Norway's $2 billion commitment" before "to ..."."""
    if action.start == action.sent.start:
        return []
    noun = action.doc[action.start - 1]
    if noun.tag_ not in {"NN", "NNS"} or noun.left_edge.i < action.sent.start:
        return []
    return [Span(action.doc, noun.left_edge.i, noun.i + 1)]
