"""What a document has said about who is who: its parties, its issuer, its people, and who was named where."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from pipeline.knowledge import Knowledge
from pipeline.language import syntax
from pipeline.language.extensions import context_of
from pipeline.names.gazetteer import Gazetteer
from pipeline.names.membership import represented
from pipeline.names.owners import is_home_organ, is_wide
from pipeline.names.sharedstates import meant
from pipeline.tag.actors.speech import read_speech, situation_of
from pipeline.tag.annotations import annotation_of
from pipeline.tag.entities.identity import people, state_of
from pipeline.tag.entities.spans import entities_within

RELATIVE = frozenset({"who", "which", "that", "whose", "whom"})
STATE_LABELS = frozenset({"GPE", "NORP", "PERSON", "ORG"})
CODED_LABELS = frozenset({"GPE", "ORG", "NORP"})
SENTENCES_BACK = 6
"""How far back a pronoun may reach."""


@dataclass(frozen=True, slots=True)
class Named:
    """A state or body named at token ``i``: its code, and the office where a person was named."""

    i: int
    code: str
    is_person: bool
    office: str


class Memory:
    """Who was named where in a document. Built once a document, after its entities are set.

    ``speakers`` are the codes of those for whom "we" speaks, ``issuer`` of those who published the document, and
    ``named`` who was named, in text order.
    """

    def __init__(self, doc: Doc, knowledge: Knowledge) -> None:
        context = context_of(doc)
        self._knowledge = knowledge
        self._day = context.date
        self.doc = doc
        self.people = people(doc, knowledge)
        self.issuer, self.speakers = situation_of(doc, context, knowledge)
        self._own = frozenset((*self.speakers, *self.issuer))
        self.speech = read_speech(doc, self.issuer, context, knowledge)
        self.named = tuple(named for ent in doc.ents if (named := self._name(ent)))
        self.bodies = tuple(ent for ent in doc.ents if ent.label_ == "ORG")
        self.parties = self._parties()
        self._places = [named.i for named in self.named]

    def _parties(self) -> frozenset[str]:
        """Speakers and issuer, with the members of those among them that are groups."""
        return self._own.union(*(self.members(code) for code in self._own))

    def members(self, code: str) -> tuple[str, ...]:
        """Codes of those for whom a group speaks on the day of the document, empty for all other codes."""
        return represented(code, self._knowledge, self._day)

    def is_state(self, code: str) -> bool:
        """Whether a code is that of a state, not of a body."""
        return self._knowledge.get(Gazetteer).is_country(code)

    def is_party(self, code: str) -> bool:
        """Whether a state or body speaks in this document, is a member of a body that does, or is a body all of whose
        members do.
        """
        members = self.members(code)
        return code in self.parties or (bool(members) and self.parties.issuperset(members))

    def code_of(self, ent: Span) -> str:
        """The code of the state or body for which an entity stands, empty where it stands for none."""
        if ent.text in self.speakers:
            return ent.text
        if ent.label_ in CODED_LABELS and (code := ent.kb_id_ or meant(ent.text, self._own, self._knowledge)):
            return code
        return state_of(ent, self.people, self._knowledge)

    def codes_in(self, mention: Span) -> tuple[str, ...]:
        """Codes of the states and bodies that a noun phrase names, those inside relative clauses left out."""
        end = next(
            (t.i for t in mention if t.i > mention.start and t.lower_ in RELATIVE and t.tag_[:1] == "W"), mention.end
        )
        found = {self.code_of(e) for e in self._within(self.doc[mention.start : end]) if e.label_ in STATE_LABELS}
        if (before := self._joined_before(mention)) is not None:
            found.add(self.code_of(before))
        members = {m for code in found & set(self.speakers) for m in self.members(code)}
        return tuple(sorted(found - (members - set(self.speakers)) - {""}))

    def _within(self, mention: Span) -> list[Span]:
        """The entities of a phrase that are no dateline's."""
        return [ent for ent in entities_within(mention) if not self.speech.is_dateline(ent)]

    def names_in(self, mention: Span) -> tuple[str, ...]:
        """Names, as written, of bodies that have no code and of companies."""
        return tuple(sorted({ent.text for ent in entities_within(mention) if ent.label_ == "ORG" and not ent.kb_id_}))

    def own(self) -> tuple[str, ...]:
        """Who publishes, else who speaks, where it is one alone; empty where there are several."""
        return next((own for own in (self.issuer, self.speakers) if len(own) == 1), ())

    def home(self) -> tuple[str, ...]:
        """Whose organs need not say whose they are: of the one who speaks alone; empty where several speak together."""
        return self.own() if len(self.speakers) < 2 else ()

    def full_name(self, body: Span) -> str:
        """The name in full of a body that may stand there by its acronym."""
        return annotation_of(body).name or body.text

    def names_wide_body(self, mention: Span) -> bool:
        """Whether a phrase names a body without a code that is nobody's own: "the International Maritime Bureau"."""
        return any(
            is_wide(self.full_name(ent), self._knowledge) for ent in entities_within(mention) if ent.label_ == "ORG"
        )

    def head_noun(self, mention: Span) -> str:
        """The last word of the full name of the only body without a code that a phrase is; empty for other phrases."""
        named = [ent for ent in entities_within(mention) if ent.label_ == "ORG" and not ent.kb_id_]
        return self.full_name(named[0]).lower().split()[-1] if len(named) == 1 and mention.root in named[0] else ""

    def names_home_organs(self, mention: Span) -> bool:
        """Whether all bodies without a code that a phrase names are organs of a government that need not say whose they
        are: "the Environment Authority".
        """
        named = [ent for ent in entities_within(mention) if ent.label_ == "ORG" and not ent.kb_id_]
        return bool(named) and all(is_home_organ(self.full_name(ent), self._knowledge) for ent in named)

    def last_named_person(self, i: int) -> Span | None:
        """The person named last before token ``i``, within the sentences that a pronoun may reach."""
        sentences = list(sentences_back(self.doc[i].sent, SENTENCES_BACK - 1))
        inside = entities_within(self.doc[sentences[-1].start : i])
        return next((ent for ent in reversed(inside) if ent.label_ == "PERSON"), None)

    def officer_state(self, ent: Span) -> str:
        """The state of a person whose office is told without it: of the one for whom the text speaks alone, or who
        publishes it, where this is the first person whom the text names; empty where it cannot be told.
        """
        who = self.people.get(" ".join(ent.text.split()))
        if ent.label_ != "PERSON" or who is None or who.country or not who.title:
            return ""
        own = self.own()
        if len(self.speakers) < 2:
            return "".join(own)
        first = next((e for e in self.doc.ents if e.label_ == "PERSON"), None)
        is_first = first is not None and self.people.get(" ".join(first.text.split())) == who
        return own[0] if is_first and own and own[0] in self.speakers else ""

    def names_person(self, mention: Span) -> bool:
        """Whether a noun phrase names a person."""
        return any(ent.label_ == "PERSON" for ent in entities_within(mention))

    def holds_office(self, mention: Span) -> bool:
        """Whether a noun phrase names a person whose office is told, and not the state: "Secretary Berg"."""
        named = (ent for ent in entities_within(mention) if ent.label_ == "PERSON")
        return any(
            (who := self.people.get(" ".join(ent.text.split()))) is not None and who.title and not who.country
            for ent in named
        )

    def before(self, i: int) -> Iterator[Named]:
        """Who was named before token ``i``, the nearest sentence's subjects first, then the nearest name."""
        sentence = self.doc[i].sent
        stop = bisect_left(self._places, i)
        reach = 0
        while reach < SENTENCES_BACK:
            begin = bisect_left(self._places, sentence.start)
            inside = self.named[begin:stop]
            yield from sorted(inside, key=lambda n: (not self.is_subject(n), -n.i))
            if sentence.start == 0:
                return
            stop, reach = begin, reach + 1
            sentence = self.doc[sentence.start - 1].sent

    def is_subject(self, named: Named) -> bool:
        """Whether a name is, or stands in, the subject of its clause."""
        token = self.doc[named.i]
        return any(t.dep_.startswith("nsubj") for t in (token, token.head, token.head.head))

    def _joined_before(self, mention: Span) -> Span | None:
        """The name that opens the clause and that "and" joins to the phrase, where the parse left it out."""
        i = mention.start - 1
        if i < 1 or self.doc[i].lower_ != "and" or not self.doc[i - 1].ent_type_:
            return None
        name = next((e for e in entities_within(self.doc[mention.sent.start : i]) if e.end == i), None)
        if name is None:
            return None
        opening = name.start - (self.doc[name.start - 1].lower_ == "the" if name.start else 0)
        is_clause = opening == mention.sent.start or self.doc[opening - 1].text == ","
        return name if is_clause and name.label_ in STATE_LABELS else None

    def _name(self, ent: Span) -> Named | None:
        if ent.label_ not in STATE_LABELS or self.speech.is_dateline(ent):
            return None
        code = self.code_of(ent)
        if not code:
            return None
        is_person = ent.label_ == "PERSON"
        identity = self.people.get(" ".join(ent.text.split())) if is_person else None
        return Named(ent.start, code, is_person, identity.title.lower() if identity else "")


def sentences_back(sentence: Span, count: int) -> Iterator[Span]:
    """A sentence and ``count`` sentences before it, the nearest first."""
    yield sentence
    for _ in range(count):
        if sentence.start == 0:
            return
        sentence = sentence.doc[sentence.start - 1].sent
        yield sentence


def is_conjoined(mention: Span) -> bool:
    """Whether a noun phrase joins several."""
    return any(syntax.is_conjunct(t) for t in mention)
