"""The shapes in which an action stands behind its cue, and the records that carry one from rule to rule."""

from typing import Literal, NamedTuple

from spacy.tokens import Token

Frame = Literal[
    "verb",
    "to_verb",
    "to_gerund",
    "to_noun",
    "in_noun",
    "towards_noun",
    "for_noun",
    "at_noun",
    "on_noun",
    "of_noun",
    "of_gerund",
    "that",
    "that_doing",
    "gerund",
    "object",
    "adjective",
    "in_gerund",
    "money",
    "own_officials",
    "own_cooperation",
    "own_noun",
    "proposal",
]
"""What a cue of the lexicon may govern, see :data:`pipeline.tag.commitments.frames.FINDERS`."""

Form = Literal[
    "verb",
    "to_verb",
    "to_gerund",
    "to_noun",
    "in_gerund",
    "in_noun",
    "towards_gerund",
    "towards_noun",
    "toward_gerund",
    "toward_noun",
    "for_gerund",
    "for_noun",
    "at_gerund",
    "at_noun",
    "on_gerund",
    "on_noun",
    "upon_gerund",
    "upon_noun",
    "of_gerund",
    "of_noun",
    "that",
    "gerund",
    "object",
    "adjective",
    "own_officials",
    "own_noun",
    "item",
]
"""How an action stands in the text: the frame by which it was found, with the preposition that was written."""

BEHIND: dict[str, tuple[Form, Form]] = {
    "to": ("to_noun", "to_gerund"),
    "in": ("in_noun", "in_gerund"),
    "towards": ("towards_noun", "towards_gerund"),
    "toward": ("toward_noun", "toward_gerund"),
    "for": ("for_noun", "for_gerund"),
    "at": ("at_noun", "at_gerund"),
    "on": ("on_noun", "on_gerund"),
    "upon": ("upon_noun", "upon_gerund"),
    "of": ("of_noun", "of_gerund"),
}
"""The forms of a noun and of a gerund behind each preposition."""

NOUNS: frozenset[Form] = frozenset({noun for noun, _ in BEHIND.values()} | {"own_noun"})
"""Forms whose head is a noun phrase, which a finite verb ends."""

GERUNDS: frozenset[Form] = frozenset({gerund for _, gerund in BEHIND.values()} | {"gerund"})

INFINITIVES: frozenset[Form] = frozenset({"to_verb", "own_officials"})
"""Forms whose head is an infinitive with "to"."""


class Opening(NamedTuple):
    """Where an action begins: its head, the index of its first token, and its form."""

    head: Token
    start: int
    form: Form


class Action(NamedTuple):
    """An action: its head, the index of its first and behind its last token, and its form."""

    head: Token
    start: int
    end: int
    form: Form
