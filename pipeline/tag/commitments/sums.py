"""Noun phrases that name an amount."""

from spacy.tokens import Token

from pipeline.language import syntax


def leads_with_amount(noun: Token) -> bool:
    """Whether a noun phrase is led by an amount: "$50 million", "a total of two billion euros", "thirty doctors"."""
    led = [*noun.lefts, noun, *(obj for preposition, obj in syntax.prepositional(noun) if preposition == "of")]
    return any(_counts(token) or any(_counts(child) for child in token.lefts) for token in led)


def _counts(token: Token) -> bool:
    return token.like_num or token.is_currency or token.ent_type_ == "MONEY"
