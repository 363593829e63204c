"""Nouns that stand for somebody: "the two leaders", "both sides", "the Prime Minister", "the Task Force".

Which nouns do is data, ``knowledge/collectives.csv``; which words make them somebody else's, ``outsiders.txt``; which
nouns say that somebody merely goes along ("in cooperation with its partners"), ``companions.txt``; which words say who
acts as well, ``actor_words.csv``.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from spacy.tokens import Span, Token

from pipeline.knowledge import Knowledge
from pipeline.language import syntax
from pipeline.tag.actors.words import ActorWords, read_actor_words

NounKind = Literal["parties", "body_office", "office", "government", "joint", "body", "company", "servant"]
KINDS: tuple[NounKind, ...] = get_args(NounKind)
"""What a noun may stand for, in the order in which a noun of several kinds is read."""

ALONE: tuple[NounKind, ...] = tuple(kind for kind in KINDS if kind != "servant")
"""What a noun may stand for by itself."""
OWN = frozenset({"my", "our"})
SHORTEST_ACRONYM = 2

Nouns = Mapping[NounKind, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Phrases:
    """What the nouns of the knowledge files say of a phrase."""

    nouns: Nouns
    words: ActorWords
    outsiders: frozenset[str]
    companions: re.Pattern[str]

    def kind_of(self, mention: Span) -> tuple[NounKind | None, bool]:
        """What the head noun of a phrase stands for, None for nobody that is known, and whether it is plural."""
        head = mention.root
        if not mention.start <= head.i < mention.end:
            return None, False
        is_office = head.lower_ in self.nouns["office"]
        is_plural = head.tag_ in {"NNS", "NNPS"} or (head.lower_.endswith("s") and not is_office)
        is_plural = is_plural or self.is_each(mention)
        before = mention.doc[head.i - 1].lower_ if head.i > mention.start else ""
        if before == "-" and head.i - 2 >= mention.start:
            before = mention.doc[head.i - 2].lower_
        for noun in _nouns(head, before):
            for kind in ALONE:
                if noun in self.nouns[kind] and (kind != "parties" or is_plural):
                    return kind, is_plural
        return None, is_plural

    def is_own_servant(self, mention: Span) -> bool:
        """Whether a phrase names somebody who acts for the one that speaks: "our engineers", "my Office"."""
        root = mention.root
        if mention[0].lower_ not in OWN or root.ent_type_ in {"NORP", "PERSON"} or root.i < mention.start:
            return False
        before = root.nbor(-1).lower_ if root.i > mention.start else ""
        return any(noun in self.nouns["servant"] for noun in _nouns(root, before))

    def is_each(self, mention: Span) -> bool:
        """Whether a phrase stands for every one of several, or for none: "each side", "neither party", "no party"."""
        first = mention[0].lower_
        return bool({first, f"{first} {mention.root.lower_}"} & self.words["each"])

    def without_companions(self, mention: Span) -> Span:
        """The phrase without those who merely go along: "the United States, with its partners"."""
        match = self.companions.search(mention.text)
        if not match or not match.start():
            return mention
        kept = mention.doc.char_span(mention.start_char, mention.start_char + match.start(), alignment_mode="contract")
        return kept if kept is not None and len(kept) else mention


def unknown_name(noun: Token) -> Span | None:
    """The name that ends in a noun and of which no entity is known: two words or more, "Lanterna Shipping", or one in
    capitals, "LHA"; None for other nouns.
    """
    doc, start = noun.doc, noun.i
    while start > noun.sent.start and doc[start - 1].tag_ == "NNP" and not doc[start - 1].ent_type_:
        start -= 1
    is_name = not noun.ent_type_ and (_is_acronym(noun) or (noun.tag_ == "NNP" and start < noun.i))
    return doc[start : noun.i + 1] if is_name and all(t.text.isalpha() for t in doc[start : noun.i + 1]) else None


def _is_acronym(noun: Token) -> bool:
    """Whether a word is three capitals or more, in a sentence that is not all in capitals."""
    return noun.text.isupper() and len(noun) > SHORTEST_ACRONYM and not noun.sent.text.isupper()


def members(mention: Span) -> list[Span]:
    """The phrases that "and" joins in a noun phrase, each from the end of the one before to its own head."""
    heads = sorted(
        {mention.root.i, *(t.i for t in syntax.conjuncts(mention.root) if mention.start <= t.i < mention.end)}
    )
    starts = [mention.start, *(i + 1 for i in heads[:-1])]
    return [mention.doc[start : head + 1] for start, head in zip(starts, heads, strict=True)]


def read_phrases(knowledge: Knowledge) -> Phrases:
    """All that the four files say; raises :class:`pipeline.errors.KnowledgeError` on a wrong line."""
    joined = "|".join(re.escape(noun) for noun in knowledge.entries("companions.txt"))
    companions = re.compile(
        rf",?\s+(?:(?:together|along|jointly|in (?:close )?(?:{joined}))\s+)?(?:with|alongside|as well as with)\s",
        re.IGNORECASE,
    )
    return Phrases(
        knowledge.get(read_collectives), knowledge.get(read_actor_words), knowledge.get(read_outsiders), companions
    )


def read_collectives(knowledge: Knowledge) -> Nouns:
    """The nouns of ``collectives.csv`` by their kind; raises :class:`pipeline.errors.KnowledgeError` on capitals."""
    found: dict[NounKind, set[str]] = {kind: set() for kind in KINDS}
    for row in knowledge.table("collectives.csv", ("noun", "kind")):
        kind = row.choice("kind", KINDS)
        if row["noun"] != row["noun"].lower():
            raise row.error(f"{row['noun']!r} has capitals; write the noun in lower case")
        found[kind].add(row["noun"])
    return {kind: frozenset(nouns) for kind, nouns in found.items()}


def read_outsiders(knowledge: Knowledge) -> frozenset[str]:
    """Words of ``outsiders.txt``, that make a collective noun somebody else's."""
    return frozenset(knowledge.entries("outsiders.txt"))


def _nouns(head: Token, before: str) -> Iterator[str]:
    """The singular forms that a head noun may have, each with the word before it and alone."""
    for single in dict.fromkeys((head.lemma_.lower(), *_singulars(head.lower_))):
        yield from (f"{before} {single}", single)


def _singulars(word: str) -> Iterator[str]:
    """The word, and what it may be the plural of: names in capitals ("the Ministers") have no lemma of their own."""
    yield word
    if word.endswith("ies"):
        yield f"{word[:-3]}y"
    yield word.removesuffix("s")
