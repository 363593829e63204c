"""Who a mention stands for: "we", "the two leaders", "the Prime Minister", "they", names and lists of names.

The memory of a document holds its parties, its issuer, its people and who was named where; a mention is resolved
against it to codes of states and bodies (GUIDELINES section 3, actors). What cannot be told is left open with the words
kept.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from pipeline.knowledge import Knowledge
from pipeline.language import syntax
from pipeline.language.extensions import context_of
from pipeline.names.gazetteer import Gazetteer
from pipeline.names.parties import OPENING, infer_parties, speaker_codes
from pipeline.tag.entities.identity import people, state_of
from pipeline.tag.entities.spans import entities_within

KINDS = ("parties", "office", "government", "joint", "company")
FIRST_PLURAL = frozenset({"we", "us", "our", "ours", "ourselves", "let"})
FIRST_SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
THIRD_PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
THIRD_PERSON = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
THIRD_THING = frozenset({"it", "its", "itself"})
RELATIVE = frozenset({"who", "which", "that", "whose", "whom"})
PAIR = frozenset({"both", "two"})
EACH = frozenset({"each", "both", "either"})
STATE_LABELS = frozenset({"GPE", "NORP", "PERSON", "ORG"})
SENTENCES_BACK = 6
"""How far back a pronoun may reach."""

_COMPANIONS = re.compile(
    r",?\s+(?:(?:together|along|jointly|in (?:close )?(?:cooperation|coordination|partnership|consultation))\s+)?"
    r"(?:with|alongside|as well as with)\s",
    re.IGNORECASE,
)
_OWNER = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Actor:
    """Who a mention stands for: sorted codes (empty where it cannot be told), its words, and whether that is sure.

    ``start`` and ``end`` are the offsets of the words in the document's text, None where there are no words.
    """

    codes: tuple[str, ...]
    text: str
    certain: bool
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class _Named:
    """A state or body named at token ``i``: its code, and the office where a person was named."""

    i: int
    code: str
    is_person: bool
    office: str


class ActorMemory:
    """What a document has said about who is who. Built once a document, after its entities are set."""

    def __init__(self, doc: Doc, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self._doc = doc
        self._people = people(doc, knowledge)
        self._issuer = speaker_codes(context_of(doc).issuer, knowledge)
        self.speakers: tuple[str, ...] = tuple(sorted(context_of(doc).parties)) or infer_parties(
            context_of(doc).title, doc.text[:OPENING], context_of(doc).issuer, knowledge
        )
        self._named = [named for ent in doc.ents if (named := self._name(ent))]
        self._places = [named.i for named in self._named]
        gazetteer = knowledge.get(Gazetteer)
        self._parties = {*self.speakers, *self._issuer}
        self._parties |= {member for code in self._parties for member in gazetteer.members(code)}

    def is_party(self, actor: Actor) -> bool:
        """Whether the actor, or one of the actors, speaks in this document, is a member of a body that does, or is a
        body all of whose members do.
        """
        return any(code in self._parties or self._is_made_of_parties(code) for code in actor.codes)

    def _is_made_of_parties(self, code: str) -> bool:
        members = self.knowledge.get(Gazetteer).members(code)
        return bool(members) and self._parties.issuperset(members)

    def resolve(self, mention: Span | None, at: Token) -> Actor:
        """Who ``mention`` stands for where token ``at`` speaks of it; None stands for the speaker of the text."""
        if mention is None:
            return Actor(self.speakers, "", bool(self.speakers))
        mention = _without_companions(mention)
        actor = self._of_words(mention, at)
        if actor.start is not None:
            return actor
        return replace(actor, start=mention.start_char, end=mention.end_char)

    def _of_words(self, mention: Span, at: Token) -> Actor:
        """As :meth:`resolve`; only an antecedent, whose words stand elsewhere, has its place already."""
        text = mention.text
        word = _OWNER.sub("", text.lower())
        if word in FIRST_PLURAL or (mention[0].lower_ in {"we", "us"} and len(mention) > 1):
            return Actor(self.speakers, text, bool(self.speakers))
        if word in FIRST_SINGULAR:
            return self._speaker(text, at)
        if word in THIRD_PLURAL:
            return self._they(text, mention[0])
        if word in THIRD_PERSON:
            return self._last(text, mention.start, lambda named: named.is_person)
        if word in THIRD_THING:
            return self._it(text, mention[0])
        if word in RELATIVE:
            return self._antecedent(mention, at)
        return self._noun_phrase(mention)

    def _collective(self, mention: Span) -> tuple[str, bool]:
        return _collective(mention, self.knowledge.get(read_collectives))

    def _noun_phrase(self, mention: Span) -> Actor:
        text = mention.text
        codes = self._codes_in(mention)
        if any(t.lower_ == "i" for t in mention):
            return self._and_i(mention, codes)
        kind, is_plural = self._collective(mention)
        if kind == "joint" and codes and not mention.root.ent_type_ and set(codes) <= set(self.speakers):
            return Actor(self.speakers, text, True)
        if codes and kind != "company":
            return self._with_counterpart(mention, codes)
        if kind == "company":
            return Actor(self._names_in(mention), text, False)
        first = mention[0].lower_
        if kind and len(self.speakers) == 1 and any(t.lower_ in PAIR for t in mention):
            return self._pair(mention)
        if kind and first in EACH:
            return Actor(self.speakers, text, bool(self.speakers))
        if kind == "parties" or (kind and is_plural):
            is_outside = any(
                t.lower_ in self.knowledge.get(read_outsiders) or t.ent_type_ in {"NORP", "LOC", "ORG"} for t in mention
            )
            if is_outside:
                return Actor((), text, False)
            return Actor(self.speakers, text, bool(self.speakers))
        if kind == "office":
            offices = [phrase for phrase in _members(mention) if self._collective(phrase)[0] == "office"]
            if len(offices) > 1:
                return self._offices(mention, offices)
            actor = self._office(mention)
            return self._with_counterpart(mention, actor.codes) if actor.codes and actor.certain else actor
        if kind == "government":
            return self._government(text, mention[0])
        if kind == "joint":
            return Actor(self.speakers, text, False)
        return Actor(self._names_in(mention), text, False)

    def _and_i(self, mention: Span, codes: tuple[str, ...]) -> Actor:
        """Somebody "and I": the speaker and those named beside."""
        speaker = self._speaker(mention.text, mention.root)
        both = tuple(sorted({*codes, *speaker.codes}))
        return Actor(both, mention.text, speaker.certain and bool(codes))

    def _with_counterpart(self, mention: Span, codes: tuple[str, ...]) -> Actor:
        """Named states; in a text of two parties, a person of unknown state beside one party's is the other's."""
        is_joined = any(syntax.is_conjunct(t) for t in mention)
        is_unknown = any(ent.label_ == "PERSON" and not self._code(ent) for ent in entities_within(mention))
        is_half = len(codes) == 1 and len(self.speakers) == 2 and codes[0] in self.speakers
        if is_joined and is_unknown and is_half:
            return Actor(self.speakers, mention.text, False)
        return Actor(codes, mention.text, True)

    def _pair(self, mention: Span) -> Actor:
        """Both sides in the text of one: it, and the state that was named last beside it."""
        own = self.speakers[0]
        states = self.knowledge.get(Gazetteer).is_country
        other = next((n.code for n in self._before(mention.start) if n.code != own and states(n.code)), None)
        codes = tuple(sorted((own, other))) if other else self.speakers
        return Actor(codes, mention.text, other is not None)

    def _codes_in(self, mention: Span) -> tuple[str, ...]:
        """Codes of the states and bodies that a noun phrase names, those inside relative clauses left out."""
        end = next(
            (t.i for t in mention if t.i > mention.start and t.lower_ in RELATIVE and t.tag_[:1] == "W"), mention.end
        )
        found = set()
        for ent in entities_within(self._doc[mention.start : end]):
            if ent.label_ in STATE_LABELS:
                found.add(self._code(ent))
        if (before := self._joined_before(mention)) is not None:
            found.add(self._code(before))
        members = {m for code in found & set(self.speakers) for m in self.knowledge.get(Gazetteer).members(code)}
        return tuple(sorted(found - (members - set(self.speakers)) - {""}))

    def _joined_before(self, mention: Span) -> Span | None:
        """The name that opens the clause and that "and" joins to the phrase, where the parse left it out."""
        i = mention.start - 1
        if i < 1 or self._doc[i].lower_ != "and" or not self._doc[i - 1].ent_type_:
            return None
        name = next((e for e in entities_within(self._doc[mention.sent.start : i]) if e.end == i), None)
        if name is None:
            return None
        opening = name.start - (self._doc[name.start - 1].lower_ == "the" if name.start else 0)
        is_clause = opening == mention.sent.start or self._doc[opening - 1].text == ","
        return name if is_clause and name.label_ in STATE_LABELS else None

    def _code(self, ent: Span) -> str:
        if ent.text in self.speakers:
            return ent.text
        if ent.label_ in {"GPE", "ORG", "NORP"} and ent.kb_id_:
            return ent.kb_id_
        return state_of(ent, self._people, self.knowledge)

    def _names_in(self, mention: Span) -> tuple[str, ...]:
        """Names, as written, of bodies that have no code and of companies."""
        return tuple(sorted({ent.text for ent in entities_within(mention) if ent.label_ == "ORG" and not ent.kb_id_}))

    def _name(self, ent: Span) -> _Named | None:
        if ent.label_ not in STATE_LABELS:
            return None
        code = self._code(ent)
        is_person = ent.label_ == "PERSON"
        if not code:
            return None
        identity = self._people.get(" ".join(ent.text.split())) if is_person else None
        return _Named(ent.start, code, is_person, identity.title.lower() if identity else "")

    def _before(self, i: int) -> Iterator[_Named]:
        """Who was named before token ``i``, the nearest sentence's subjects first, then the nearest name."""
        sentence = self._doc[i].sent
        stop = bisect_left(self._places, i)
        reach = 0
        while reach < SENTENCES_BACK:
            begin = bisect_left(self._places, sentence.start)
            inside = self._named[begin:stop]
            yield from sorted(inside, key=lambda n: (not self._is_subject(n), -n.i))
            if sentence.start == 0:
                return
            stop, reach = begin, reach + 1
            sentence = self._doc[sentence.start - 1].sent

    def _is_subject(self, named: _Named) -> bool:
        token = self._doc[named.i]
        return any(t.dep_.startswith("nsubj") for t in (token, token.head, token.head.head))

    def _last(self, text: str, i: int, fits: Callable[[_Named], bool]) -> Actor:
        found = next((named for named in self._before(i) if fits(named)), None)
        return Actor((found.code,), text, True) if found else Actor((), text, False)

    def _it(self, text: str, pronoun: Token) -> Actor:
        """The subject in front of the pronoun in its sentence, else the state or body that was named last."""
        for token in reversed([t for t in pronoun.sent if t.i < pronoun.i and t.dep_.startswith("nsubj")]):
            phrase = self._doc[slice(*syntax.noun_phrase(token))]
            if phrase.end <= pronoun.i and token.tag_ in {"NN", "NNP"}:
                actor = self._noun_phrase(phrase)
                if actor.codes and not self._names_person(phrase):
                    return Actor(actor.codes, text, actor.certain)
        opener = self._doc[pronoun.sent.start : pronoun.sent.start + 2].text.lower()
        if len(self.speakers) == 1 and opener in {"my country", "our country", "my government", "our government"}:
            return Actor(self.speakers, text, True)
        found = next((named for named in self._before(pronoun.i) if not named.is_person), None)
        if found and self._doc[found.i].sent == pronoun.sent:
            return Actor((found.code,), text, True)
        return Actor((found.code,) if found and self._is_subject(found) else (), text, False)

    def _names_person(self, phrase: Span) -> bool:
        return any(ent.label_ == "PERSON" for ent in entities_within(phrase))

    def _they(self, text: str, pronoun: Token) -> Actor:
        """Several who were just named, a plural subject of the same sentence, else the parties."""
        for sentence in _sentences_back(pronoun.sent, 2):
            for token in reversed([t for t in sentence if t.i < pronoun.i and t.dep_.startswith("nsubj")]):
                if token.lower_ in FIRST_PLURAL | THIRD_PLURAL:
                    return Actor(self.speakers, text, bool(self.speakers))
                phrase = self._doc[slice(*syntax.noun_phrase(token))]
                actor = self._noun_phrase(phrase)
                if len(actor.codes) > 1:
                    return Actor(actor.codes, text, actor.certain)
                if actor.codes and sentence == pronoun.sent and syntax.conjuncts(token):
                    return Actor(actor.codes, text, False)
                if token.tag_ == "NNS" and sentence == pronoun.sent and not self._collective(phrase)[0]:
                    return Actor((), text, False)
        return Actor(self.speakers, text, len(self.speakers) > 1)

    def _antecedent(self, mention: Span, at: Token) -> Actor:
        clause = next((t for t in (mention.root, *syntax.ancestors(mention.root)) if syntax.is_relative(t)), None)
        if clause is None or clause.head.i >= mention.start:
            return Actor((), mention.text, False)
        start, end = syntax.noun_phrase(clause.head)
        phrase = self._doc[start : min(end, mention.start)]
        return self.resolve(phrase, at) if len(phrase) else Actor((), mention.text, False)

    def _office(self, mention: Span) -> Actor:
        """The last-named person with that office; the head of the issuer's own government where none was named."""
        words = {t.lower_ for t in mention if t.is_alpha}
        noun = mention.root.lower_
        for named in self._before(mention.start):
            title = set(named.office.split())
            if named.is_person and noun in title and (words - {"the", "a", "then", "former", "said"}) <= title:
                return Actor((named.code,), mention.text, True)
        known = {n.code for n in self._named if n.is_person and noun in n.office.split()}
        if len(known) == 1:
            return Actor(tuple(known), mention.text, True)
        own = self._issuer if len(self._issuer) == 1 else ()
        return Actor(own, mention.text, False)

    def _offices(self, mention: Span, offices: Sequence[Span]) -> Actor:
        """Holders of several offices; in a text of two parties, one that cannot be told stands for the other side."""
        found = [self._office(office) for office in offices]
        codes = tuple(sorted({code for actor in found if actor.certain for code in actor.codes}))
        if all(actor.certain for actor in found):
            return Actor(codes, mention.text, True)
        return Actor(self.speakers if len(self.speakers) == len(offices) else codes, mention.text, False)

    def _government(self, text: str, noun: Token) -> Actor:
        if len(self._issuer) == 1:
            return Actor(self._issuer, text, True)
        if len(self.speakers) == 1:
            return Actor(self.speakers, text, True)
        return self._it(text, noun)

    def _speaker(self, text: str, at: Token) -> Actor:
        """Who says "I": the person to whom the words are given, else the single speaker of the document."""
        for named in self._before(at.i):
            if named.is_person and named.code in self._parties and self._says(named):
                return Actor((named.code,), text, True)
        for own in (self._issuer, self.speakers):
            if len(own) == 1:
                return Actor(own, text, True)
        return Actor((), text, False)

    def _says(self, named: _Named) -> bool:
        """Whether the person is the subject of a sentence that opens a quotation."""
        sentence = self._doc[named.i].sent
        return self._is_subject(named) and any(t.text in {'"', "“", ":"} for t in sentence)


def _sentences_back(sentence: Span, count: int) -> Iterator[Span]:
    yield sentence
    for _ in range(count):
        if sentence.start == 0:
            return
        sentence = sentence.doc[sentence.start - 1].sent
        yield sentence


def _members(mention: Span) -> list[Span]:
    """The phrases that "and" joins in a noun phrase, each from the end of the one before to its own head."""
    heads = sorted(
        {mention.root.i, *(t.i for t in syntax.conjuncts(mention.root) if mention.start <= t.i < mention.end)}
    )
    starts = [mention.start, *(i + 1 for i in heads[:-1])]
    return [mention.doc[start : head + 1] for start, head in zip(starts, heads, strict=True)]


def _without_companions(mention: Span) -> Span:
    """The phrase without those who merely go along: "the United States, with its partners"."""
    match = _COMPANIONS.search(mention.text)
    if not match or not match.start():
        return mention
    kept = mention.doc.char_span(mention.start_char, mention.start_char + match.start(), alignment_mode="contract")
    return kept if kept is not None and len(kept) else mention


def _collective(mention: Span, nouns: Mapping[str, frozenset[str]]) -> tuple[str, bool]:
    """What the head noun of a phrase stands for (a kind of collectives.csv, or nothing), and whether it is plural."""
    head = mention.root
    if not mention.start <= head.i < mention.end:
        return "", False
    is_plural = head.tag_ in {"NNS", "NNPS"} or (head.lower_.endswith("s") and head.lower_ not in nouns["office"])
    before = mention.doc[head.i - 1].lower_ if head.i > mention.start else ""
    for single in dict.fromkeys((head.lemma_.lower(), *_singulars(head.lower_))):
        for noun in (f"{before} {single}", single):
            for kind in KINDS:
                if noun in nouns[kind] and (kind != "parties" or is_plural):
                    return kind, is_plural
    return "", is_plural


def _singulars(word: str) -> Iterator[str]:
    """The word, and what it may be the plural of: names in capitals ("the Ministers") have no lemma of their own."""
    yield word
    if word.endswith("ies"):
        yield f"{word[:-3]}y"
    yield word.removesuffix("s")


def read_collectives(knowledge: Knowledge) -> dict[str, frozenset[str]]:
    """The nouns of collectives.csv by their kind."""
    rows = list(knowledge.table("collectives.csv", ("noun", "kind")))
    for row in rows:
        row.choice("kind", KINDS)
        if row["noun"] != row["noun"].lower():
            raise row.error(f"{row['noun']!r} has capitals; write the noun in lower case")
    return {kind: frozenset(row["noun"] for row in rows if row["kind"] == kind) for kind in KINDS}


def read_outsiders(knowledge: Knowledge) -> frozenset[str]:
    """Words that make a collective noun somebody else's."""
    return frozenset(knowledge.entries("outsiders.txt"))
