"""Noun phrases as actors: names, people, offices, governments, "the two sides", "neither party", "the group"."""

from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from pipeline.language import syntax
from pipeline.names import numbers
from pipeline.tag.actors import antecedents, governments, heirs, holders, offices
from pipeline.tag.actors.actor import Actor
from pipeline.tag.actors.memory import Memory, is_conjoined
from pipeline.tag.actors.nouns import NounKind, Phrases, members, unknown_name
from pipeline.tag.actors.words import WordKind
from pipeline.tag.entities.spans import entities_within

ONE_OF_TWO: tuple[WordKind, WordKind] = ("first", "second")


@dataclass(frozen=True, slots=True)
class NounPhrases:
    """Resolves noun phrases against what a document has said."""

    memory: Memory
    phrases: Phrases

    def resolve(self, mention: Span) -> Actor:
        """Who a noun phrase stands for."""
        if any(t.lower_ == "i" for t in mention):
            return self._and_i(mention)
        if (ordinal := self._one_of_two(mention)) is not None:
            return ordinal
        if len(pair := members(mention)) == 2 and _is_deputy(pair[1]) and self.memory.names_person(pair[0]):
            return replace(self.resolve(pair[0]), text=mention.text)
        counted = self._counted(mention)
        kind, is_plural = self.phrases.kind_of(counted)
        codes = self.memory.codes_in(mention)
        speakers = self.memory.speakers
        if kind == "company" or self._is_called_company(mention):
            return heirs.heir(mention, kind, self.memory, self.phrases) or self._company(mention)
        if self._is_of_both_sides(mention, codes):
            return Actor(speakers, mention.text, False)
        if self.phrases.is_own_servant(mention):
            return self._servant(mention)
        if codes:
            if kind == "joint" and set(codes) <= set(speakers) and not mention.root.ent_type_:
                return Actor(speakers, mention.text, True)
            return self.with_counterpart(mention, codes)
        if self._is_bare_count(mention) and (floated := self._floated(mention)) is not None:
            return floated
        if (kind or self._is_bare_count(mention)) and (group := self._group(mention)) is not None:
            return group
        if kind and self.phrases.is_each(mention):
            return self.speakers(mention)
        if self.is_indefinite(mention) or self._is_foreign_body(mention, kind) or _counts_people(mention):
            return Actor(self._names(mention), mention.text, False)
        if mention[0].lower_ in holders.OWNED_BY_A_PERSON and kind in {"government", "office", "joint"}:
            codes = holders.person_before(self.memory, mention[0], self.phrases, self.resolve)
            return Actor(codes, mention.text, bool(codes))
        if (taken_up := heirs.heir(mention, kind, self.memory, self.phrases)) is not None:
            return taken_up
        if kind == "government" and governments.are_of_a_state(mention, self.memory):
            return governments.government(mention, self.memory)
        if kind == "parties" or (kind and is_plural):
            return Actor((), mention.text, False) if self.is_outside(mention) else self.speakers(mention)
        if kind == "body_office":
            return offices.of_body(mention, self.memory)
        if kind == "office":
            actor = offices.holder(mention, self.memory, self.phrases)
            return self.with_counterpart(mention, actor.codes) if actor.codes and actor.certain else actor
        if kind == "government":
            return governments.government(mention, self.memory)
        if kind == "joint":
            return Actor(speakers, mention.text, False)
        if self.memory.holds_office(mention):
            return Actor(self.memory.own(), mention.text, False)
        if self._is_joint_body(mention):
            return Actor(speakers, mention.text, False)
        if self.memory.names_home_organs(mention) and (own := self.memory.home()):
            return Actor(own, mention.text, False)
        return Actor(self._names(mention), mention.text, False)

    def _is_of_both_sides(self, mention: Span, codes: tuple[str, ...]) -> bool:
        """Whether "and" joins two officers, in a text of two parties, of whom at least one's state is not told."""
        speakers = self.memory.speakers
        if len(speakers) != 2 or len(codes) > 1 or not set(codes) <= set(speakers) or len(members(mention)) != 2:
            return False
        return all(
            self.memory.names_person(one) or self.phrases.kind_of(one)[0] == "office" for one in members(mention)
        ) and any(self.memory.names_person(one) for one in members(mention))

    def _is_joint_body(self, mention: Span) -> bool:
        """Whether a text of several parties names a body, without a code, that they made: "the NCG", a "Group"."""
        noun = self.memory.head_noun(mention)
        return len(self.memory.speakers) > 1 and noun in self.phrases.nouns["joint"]

    def _is_foreign_body(self, mention: Span, kind: NounKind | None) -> bool:
        """Whether a phrase names a body, in full, that is nobody's organ here, though its noun could be one."""
        names = self.memory.names_in(mention)
        is_full = any(len(name.split()) > 1 for name in names)
        if kind == "joint":
            return is_full and len(self.memory.speakers) < 2 and self.memory.names_wide_body(mention)
        return kind in {"government", "body"} and is_full and not self.memory.names_home_organs(mention)

    def _servant(self, mention: Span) -> Actor:
        """Who acts for the one that speaks, "our engineers": all parties, of "my office" the single speaker."""
        return self.speakers(mention) if mention[0].lower_ == "our" else self.speaker_alone(mention, mention.root)

    def _names(self, mention: Span) -> tuple[str, ...]:
        """Names as written: of bodies without a code, of a town that acts, else the one that a phrase ends in though no
        entity is known.
        """
        if names := self.memory.names_in(mention):
            return names
        if town := governments.place_that_acts(mention):
            return (town,)
        name = unknown_name(mention.root)
        return (name.text,) if name is not None and mention.start <= name.start else ()

    def speakers(self, mention: Span) -> Actor:
        """Those for whom the document speaks, under the words of ``mention``."""
        return Actor(self.memory.speakers, mention.text, bool(self.memory.speakers))

    def speaker_alone(self, mention: Span, at: Token) -> Actor:
        """Who says "I": the person to whom the words are given, else the single speaker of the document."""
        if said := antecedents.quoted_speaker(self.memory, at.i):
            return Actor((said,), mention.text, True)
        own = self.memory.own()
        return Actor(own, mention.text, bool(own))

    def place_of(self, noun: Token) -> int | None:
        """Which of two that were named together a word means, 0 or 1; None where it means neither."""
        return next((place for place, kind in enumerate(ONE_OF_TWO) if noun.lower_ in self.phrases.words[kind]), None)

    def with_counterpart(self, mention: Span, codes: tuple[str, ...]) -> Actor:
        """Named states; in a text of two parties, a person of unknown state beside one party's is the other's."""
        speakers = self.memory.speakers
        people = (ent for ent in entities_within(mention) if ent.label_ == "PERSON")
        is_half = len(codes) == 1 and len(speakers) == 2 and codes[0] in speakers
        if is_conjoined(mention) and is_half and not all(self.memory.code_of(person) for person in people):
            return Actor(speakers, mention.text, False)
        return Actor(codes, mention.text, True)

    def is_outside(self, mention: Span) -> bool:
        """Whether a collective noun stands for others: "other countries", "African leaders"."""
        if self._is_all_of_us(mention):
            return False
        return any(t.lower_ in self.phrases.outsiders or t.ent_type_ in {"NORP", "LOC", "ORG"} for t in mention)

    def is_indefinite(self, mention: Span) -> bool:
        """Whether a phrase counts or sets apart some whom it does not name: "other countries", "nobody"."""
        if mention.root.lower_ in self.phrases.words["nobody"]:
            return True
        kind, _ = self.phrases.kind_of(mention)
        opener = mention[1] if mention[0].lower_ == "the" and len(mention) > 1 else mention[0]
        return kind is not None and opener.lower_ in self.phrases.words["indefinite"]

    def _is_all_of_us(self, mention: Span) -> bool:
        """Whether "all" counts the parties themselves: "all three countries", "all members" of a text of several."""
        if mention[0].lower_ != "all" or len(self.memory.speakers) <= 2:
            return False
        rest = mention[1:]
        return not any(t.lower_ in self.phrases.outsiders for t in rest) and not any(
            t.lower_ in {"of", "to", "in"} for t in rest
        )

    def _and_i(self, mention: Span) -> Actor:
        """Somebody "and I": the speaker and those named beside."""
        codes = self.memory.codes_in(mention)
        speaker = self.speaker_alone(mention, mention.root)
        return Actor(tuple(sorted({*codes, *speaker.codes})), mention.text, speaker.certain and bool(codes))

    def _one_of_two(self, mention: Span) -> Actor | None:
        """The first or the second of two that were named together, "the former", "the latter"; None for other words."""
        place = self.place_of(mention.root)
        if place is None:
            return None
        pair = antecedents.group_before(self.memory, mention.start, 2)
        return Actor(pair[place : place + 1], mention.text, bool(pair))

    def _counted(self, mention: Span) -> Span:
        """What a word for each or a number counts: "the two governments" of "each of the two governments"."""
        root = mention.root
        if root.lower_ in self.phrases.words["each"] | {"all"} or root.like_num:
            nouns = (noun for word, noun in syntax.prepositional(root) if word == "of" and noun.i < mention.end)
            if (noun := next(nouns, None)) is not None:
                return mention.doc[noun.left_edge.i : noun.i + 1]
        return mention

    def _is_bare_count(self, mention: Span) -> bool:
        """Whether a phrase is no more than a count of those who were named: "both", "the three"."""
        words = [t for t in mention if t.lower_ != "the"]
        return len(words) == 1 and (words[0].lower_ in self.phrases.words["each"] or words[0].like_num)

    def _floated(self, mention: Span) -> Actor | None:
        """Those who stand in front of a word that counts them: "*Quad countries* each plan to"; None where none do."""
        before = mention.doc[mention.start - 1] if mention.start > mention.sent.start else None
        if before is None or before.pos_ not in {"NOUN", "PROPN"}:
            return None
        phrase = mention.doc[syntax.first_conjunct(before).left_edge.i : mention.start]
        return replace(self.resolve(phrase), text=phrase.text, start=phrase.start_char, end=phrase.end_char)

    def _group(self, mention: Span) -> Actor | None:
        """Those whom a phrase counts, "both sides", "the three ministers": the parties where they are so many, else so
        many who were named together; None where it counts none, or others cannot be told.
        """
        count = self._count(mention)
        speakers = self.memory.speakers
        if count < 2 or count == len(speakers):
            return self.speakers(mention) if count > 1 else None
        if count == 2 and len(speakers) == 1:
            other = antecedents.last_state_beside(self.memory, speakers[0], mention.start)
            codes = tuple(sorted((speakers[0], other))) if other else speakers
            return Actor(codes, mention.text, bool(other))
        if speakers:
            return None
        group = antecedents.group_before(self.memory, mention.start, count)
        return Actor(tuple(sorted(group)), mention.text, bool(group))

    def _count(self, mention: Span) -> int:
        """How many a phrase counts; 0 where it does not count."""
        words = {t.lower_ for t in mention}
        if words & self.phrases.words["pair"]:
            return 2
        counts = (numbers.value(t.text) for t in mention if t.like_num)
        return next((int(count) for count in counts if count is not None), 0)

    def _is_called_company(self, mention: Span) -> bool:
        """Whether an apposition calls a body a company: "Lanterna, a Peruvian company"."""
        companies = self.phrases.nouns["company"]
        return (
            mention.root.ent_type_ == "ORG"
            and not mention.root.ent_kb_id_
            and any(t.i > mention.root.i and t.lower_ in companies and not t.ent_type_ for t in mention)
        )

    def _company(self, mention: Span) -> Actor:
        """A company by its name, a bank of states by its code."""
        named = [ent for ent in entities_within(mention) if ent.start <= mention.root.i < ent.end and ent.kb_id_]
        if named:
            return Actor((named[0].kb_id_,), mention.text, True)
        return Actor(self.memory.names_in(mention), mention.text, False)


def _is_deputy(office: Span) -> bool:
    """Whether somebody is named with the office of a deputy: behind his chief he is of the same state."""
    return any(t.lower_ in {"vice", "deputy"} for t in office)


def _counts_people(mention: Span) -> bool:
    """Whether a phrase counts people, who are no party: "almost 500 million people"."""
    return mention.root.lower_ in {"people", "persons"} and any(t.like_num for t in mention)
