"""Candidates for commitments: every cue with the action it governs, who makes it, and what speaks for or against it.

A candidate that a rule refuses keeps the reason, so that :mod:`pipeline.tag.explain` can say why nothing was found.
What the rules leave open is weighed by :mod:`pipeline.tag.judge`, from :attr:`Candidate.features`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from spacy.tokens import Doc, Span, Token

from pipeline.knowledge import Knowledge
from pipeline.language import syntax
from pipeline.language.encoder.meaning import Meaning, meaning_of
from pipeline.records import Act, Kind, Strength
from pipeline.tag.actors.actor import Actor
from pipeline.tag.actors.resolution import ActorMemory
from pipeline.tag.commitments import extents, frames, items, programme
from pipeline.tag.commitments.attribution import Attribution, attribute
from pipeline.tag.commitments.bearers import WE, read_bearers
from pipeline.tag.commitments.circumstances import Circumstances, ItemCircumstances
from pipeline.tag.commitments.continuing import is_continuing
from pipeline.tag.commitments.cues import Match, read_lexicon
from pipeline.tag.commitments.ellipsis import elliptic_clauses
from pipeline.tag.commitments.features import features, item_features
from pipeline.tag.commitments.forms import Action, Form
from pipeline.tag.commitments.lists import Stem, read_stem
from pipeline.tag.commitments.observing import Sighting, observe
from pipeline.tag.commitments.refusals import refusal
from pipeline.tag.commitments.scope import Category, read_scope
from pipeline.tag.commitments.stems import Place, places
from pipeline.tag.commitments.subjects import Mention
from pipeline.tag.commitments.towards import helps
from pipeline.tag.commitments.wordings import as_promised
from pipeline.tag.factuality import cues as factual
from pipeline.tag.factuality.cues import Match as Said
from pipeline.tag.factuality.events import Event
from pipeline.tag.factuality.polarity import behind_negation, is_refusal
from pipeline.tag.factuality.reading import Factuality, read_factuality
from pipeline.tag.reading import action_readings
from pipeline.tag.wording import word_features, words

OUTER_FORMS: frozenset[Form] = frozenset({"verb", "to_verb", "to_gerund", "gerund", "own_officials"})
"""Forms in which the outer of two cues binds: "will continue to"; else the inner one, "agreed on the importance of"."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A cue with one action. ``refused`` names the rule against it, empty where the judge decides."""

    cue: Span
    rule: str
    action: Span
    head: Token
    form: Form
    mention: Mention
    actor: Actor
    kind: Kind
    strength: Strength
    negated: bool
    conditional: bool
    refused: str
    features: tuple[str, ...]
    circumstances: Circumstances | ItemCircumstances


def find_candidates(doc: Doc, memory: ActorMemory, knowledge: Knowledge) -> list[Candidate]:
    """Candidates of a parsed document, in text order of cue and action."""
    if not syntax.is_parsed(doc):
        return []
    finder = _Finder(doc, memory, knowledge)
    return [candidate for sentence, place in places(doc) for candidate in finder.in_sentence(sentence, place)]


class _Finder:
    """Carries what the sentences of a document share: the actors' memory and the stems already read."""

    def __init__(self, doc: Doc, memory: ActorMemory, knowledge: Knowledge) -> None:
        self.doc = doc
        self.memory = memory
        self.cues = knowledge.get(read_lexicon)
        self.scope = knowledge.get(read_scope)
        self.bearers = knowledge.get(read_bearers)
        self.factual_cues = knowledge.get(factual.read_cues)
        self.stems: dict[int, Stem] = {}

    @cached_property
    def meaning(self) -> Meaning | None:
        """What the encoder read, where there was one."""
        return meaning_of(self.doc)

    @cached_property
    def is_programme(self) -> bool:
        """Whether the document announces what people will do on a visit."""
        return programme.is_programme(self.doc, self.bearers)

    def stem(self, stem: Span | None) -> Stem:
        """What the stem of a list does, read once for all its items."""
        start = stem.start if stem is not None else -1
        if start not in self.stems:
            self.stems[start] = read_stem(stem, self.cues)
        return self.stems[start]

    def in_sentence(self, sentence: Span, place: Place) -> list[Candidate]:
        matches = list(self.cues.matches(sentence))
        said = self.factual_cues.matches(sentence)
        elliptic = elliptic_clauses(sentence)
        commitments = [m for m in matches if m.cue.act == "commitment" and m.token.i not in elliptic]
        found: list[Candidate] = []
        if items.opens_item(place, self.scope):
            found += self._item(sentence, place, {m.cue.act for m in matches if m.token.i == place.first.i}, said)
        elif (money := items.given_sum(place)) is not None:
            found += self._given(money, place)
        heads: set[int] = {c.head.i for c in found}
        told = [m.token for m in matches if m.token.tag_ == "VBD" and not _is_aside(m.token)]
        led = [m.token for m in matches if m.token.tag_ == "VBG"] if place.first.tag_ == "VBG" else []
        stops = extents.statement_starts(sentence, [m.token for m in commitments] + told + led, self.scope)
        stops |= frozenset(elliptic.values())
        governed = [
            (m, [as_promised(action, m.token, said) for action in self._actions(m, said, stops)]) for m in commitments
        ]
        governing = {m.token.i for m, acts in governed if acts}
        for match, acts in governed:
            token = match.token
            carried = token.head.i in heads and token.head.lemma_ in self.scope.words("staying")
            nested = token.i in heads or carried
            if acts and acts[0].head.i in governing and acts[0].form not in OUTER_FORMS:
                continue
            for action in acts:
                heads.add(action.head.i)
                factuality = read_factuality(Event(token, action.head, acts[0].head), said)
                found.append(self._candidate(match, action, place, matches, nested, acts[0].start, factuality))
        worded = tuple(word_features(words(sentence))) if found else ()
        return [
            replace(c, features=(*c.features, *worded, *action_readings(self.meaning, c.cue, c.action)))
            for c in _without_doubles(found)
        ]

    def _actions(self, match: Match, said: Sequence[Said], stops: frozenset[int]) -> list[Action]:
        """The actions of a cue; the negation behind a modal is passed over."""
        end = behind_negation(match.span.end, said) if match.cue.pos == "modal" else match.span.end
        return frames.actions(match.token, end, match.cue.frames, self.scope, stops)

    def _item(self, sentence: Span, place: Place, acts: set[Act], said: Sequence[Said]) -> list[Candidate]:
        """The actions of a list item or line that begins with its own verb, which is a cue for ``acts``."""
        opening = items.read_item(place, sentence.end, self.stem(place.stem).kind, self.scope)
        if opening is None or not self._takes_items(place) or _is_order(place, said):
            return []
        found = []
        for number, action in enumerate(extents.item(opening.first, sentence.end, self.scope)):
            circumstances = ItemCircumstances(
                self.stem(place.stem).kind,
                opener=opening.opener,
                action=action.head.lemma_.lower(),
                is_marked=place.is_item,
                is_further=number > 0,
                acts=tuple(sorted(acts)),
            )
            cue = self.doc[action.head.i : action.head.i + 1]
            refused = opening.is_refusal != is_refusal(action.head, said)
            found.append(self._of_item(place, cue, action, opening.first, circumstances, refused))
        return found

    def _given(self, money: Span, place: Place) -> list[Candidate]:
        """What is given by a list item that opens with a sum."""
        if not self._takes_items(place):
            return []
        end = extents.trimmed(self.doc, money.start, money.sent.end)
        action = Action(money.root, money.start, end, "item")
        circumstances = ItemCircumstances(
            self.stem(place.stem).kind,
            opener=items.MONEY,
            action=items.MONEY.lower(),
            is_marked=place.is_item,
            is_further=False,
            acts=(),
        )
        return [self._of_item(place, money, action, place.first, circumstances, False)]

    def _takes_items(self, place: Place) -> bool:
        """Whether the items of a stem are the speakers' own actions."""
        stem = self.stem(place.stem)
        if stem.kind == "demand" or self._is_topic(stem):
            return False
        if self._ends_with(place.stem, "debating") or self._ends_with(place.stem, "noticing"):
            return False
        return not (stem.kind == "binding" and self._is_thing(stem.mention))

    def _of_item(
        self,
        place: Place,
        cue: Span,
        action: Action,
        first: Token,
        circumstances: ItemCircumstances,
        is_refused: bool,
    ) -> Candidate:
        """The candidate of an item whose content begins at ``first``; ``is_refused``: it says what is not done."""
        stem, head = self.stem(place.stem), action.head
        goes_on = stem.kind == "binding" and self._ends_with(place.stem, "keeping")
        refuses = stem.kind == "binding" and self._ends_with(place.stem, "refusing")
        return Candidate(
            cue=cue,
            rule="list item",
            action=self.doc[action.start : action.end],
            head=head,
            form="item",
            mention=stem.mention,
            actor=self.memory.resolve(stem.mention.span, stem.at or first),
            kind="continuing" if goes_on or is_continuing(head, head, action.start, self.scope) else "new",
            strength=items.strength_of(circumstances.action, stem.strength, self.scope),
            negated=is_refused != refuses,
            conditional=False,
            refused="",
            features=tuple(item_features(circumstances)),
            circumstances=circumstances,
        )

    def _ends_with(self, stem: Span | None, category: Category) -> bool:
        """Whether the last verb of a stem is of a category: "will *continue* to:", "*refuses* to:"."""
        verb = next((t for t in reversed(list(stem or ())) if t.pos_ == "VERB"), None)
        return verb is not None and verb.lemma_ in self.scope.words(category)

    def _is_topic(self, stem: Stem) -> bool:
        """Whether a stem only says what was talked about in its items: "The ministers discussed:"."""
        talked = stem.at is not None and stem.at.lemma_ in self.scope.words("noticing")
        return stem.kind == "report" and stem.hands_down and talked

    def _is_thing(self, mention: Mention) -> bool:
        """Whether a stem speaks of a thing, which binds itself to nothing: "The agenda will include:"."""
        return mention.head is not None and mention.source != "patient" and not self.bearers.can_act(mention.head)

    def _candidate(
        self,
        match: Match,
        action: Action,
        place: Place,
        matches: Sequence[Match],
        nested: bool,
        first: int,
        factuality: Factuality,
    ) -> Candidate:
        token, cue, head = match.token, match.cue, action.head
        stem = self.stem(place.stem) if place.stem is not None else None
        who = attribute(match, action, stem if place.is_item else None, self.memory, self.scope)
        seen = Sighting(
            match=match,
            action=action,
            place=place,
            matches=matches,
            mention=who.mention,
            standing=who.standing,
            is_indefinite=who.is_indefinite,
            is_nested=nested,
            is_for_others=self._is_for_others(head, who.actor),
            in_programme=cue.text == "will" and self.is_programme,
            stem=stem.kind if stem is not None else None,
            factuality=factuality,
        )
        circumstances = observe(seen, self.scope, self.bearers)
        continuing = cue.kind == "continuing" or is_continuing(token, head, first, self.scope)
        return Candidate(
            cue=match.span,
            rule=f"{cue.text} ({cue.pos}), {action.form}, cues.csv line {cue.line}",
            action=self.doc[action.start : action.end],
            head=head,
            form=action.form,
            mention=who.mention,
            actor=self._other_than_helped(who, action),
            kind="continuing" if continuing else "new",
            strength=cue.strength,
            negated=factuality.polarity == "negative",
            conditional=factuality.conditional,
            refused=refusal(circumstances),
            features=tuple(features(circumstances)),
            circumstances=circumstances,
        )

    def _other_than_helped(self, who: Attribution, action: Action) -> Actor:
        """The actor; nobody where "we" were one party and it is that party who is helped: "we will support *Chile*"."""
        first_person = who.mention.head is None or who.mention.head.lower_ in WE
        codes, said = who.actor.codes, self.doc[action.start : action.end]
        if first_person and len(codes) == 1 and helps(said, codes[0], self.scope):
            return replace(who.actor, codes=(), certain=False)
        return who.actor

    def _is_for_others(self, head: Token, actor: Actor) -> bool:
        """Whether a state or body that is no party has to act: "agreed that *Ruritania* must free the sailors"."""
        doer = next(iter(syntax.own_subjects(head)), None)
        code = doer.ent_kb_id_ if doer is not None else ""
        return bool(code) and code not in actor.codes and not self.memory.speaks(code)


def _is_order(place: Place, said: Sequence[Said]) -> bool:
    """Whether a line that stands alone tells somebody to leave off: "Stop the shelling of the port."."""
    alone = not place.is_item and place.stem is None
    return alone and any(m.anchor.i == place.first.i and any(m.of("refusal")) for m in said)


def _is_aside(verb: Token) -> bool:
    """Whether a verb belongs to a relative clause: "the experts, who met and discussed ..."."""
    return syntax.is_relative(syntax.first_conjunct(verb))


def _without_doubles(found: list[Candidate]) -> list[Candidate]:
    """Of candidates for one action the first stays: the outer cue."""
    kept: dict[int, Candidate] = {}
    for candidate in found:
        known = kept.get(candidate.head.i)
        if known is None or (known.refused and not candidate.refused):
            kept[candidate.head.i] = candidate
    return sorted(kept.values(), key=lambda c: (c.action.start, c.cue.start))
