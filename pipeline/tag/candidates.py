"""Candidates for commitments: every cue with the action it governs, who makes it, and what speaks for or against it.

A candidate that a rule refuses keeps the reason, so that :mod:`pipeline.tag.explain` can say why nothing was found. What
the rules leave open is weighed by :mod:`pipeline.tag.judge`, from :attr:`Candidate.features`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Doc, Span, Token

from pipeline.knowledge import read_list
from pipeline.language import syntax
from pipeline.records import Kind, Strength
from pipeline.tag import extents, frames, scope, subjects
from pipeline.tag.actors import Actor, ActorMemory, nouns
from pipeline.tag.cues import Cue, Lexicon, Match, lexicon
from pipeline.tag.extents import Action
from pipeline.tag.stems import Place, places
from pipeline.tag.subjects import Mention

WEAK_ITEM_VERBS = frozenset({"explore", "consider", "examine"})
MEDIUM_ITEM_VERBS = frozenset({"seek", "aim", "strive", "endeavour", "endeavor", "plan", "intend"})
STAYING = frozenset({"remain", "be", "stay", "stand", "continue"})
STATING = frozenset(
    {"agree", "concur", "decide", "confirm", "affirm", "reaffirm", "commit", "pledge", "promise", "announce"}
)
PREDICATIVE = frozenset({"xcomp", "acomp", "oprd", "conj", "ROOT", "advcl"})
HYPOTHETICAL = ("if", "when", "whether", "unless", "until")
PERFORMATIVE = frozenset({"announce", "launch", "establish", "create"})
OUTER_FORMS = frozenset({"verb", "to_verb", "to_gerund", "gerund"})
"""Forms in which the outer of two cues binds: "will continue to"; else the inner one, "agreed on the importance of"."""
TOLD = frozenset({"ago", "previously", "earlier"})
PERIODS = frozenset({"week", "month", "year", "decade", "summit", "meeting"})
WE = frozenset({"we", "us", "our", "i", "my", "ours"})
THEY = frozenset({"they", "their", "them", "he", "she", "his", "her", "it", "its", "both", "all", "each", "one", "who"})


@cache
def action_verbs() -> frozenset[str]:
    """The verbs of ``action_verbs.txt`` as they open an item: bare and as gerunds."""
    bare = read_list("action_verbs.txt")
    gerunds = {verb.removesuffix("e") + "ing" for verb in bare} | {verb + verb[-1] + "ing" for verb in bare}
    return frozenset(bare) | gerunds


@dataclass(frozen=True, slots=True)
class Candidate:
    """A cue with one action. ``refused`` names the rule against it, empty where the judge decides."""

    cue: Span
    rule: str
    action: Span
    head: Token
    form: str
    mention: Mention
    actor: Actor
    kind: Kind
    strength: Strength
    negated: bool
    conditional: bool
    refused: str
    features: tuple[str, ...] = field(default=())


def find_candidates(doc: Doc, memory: ActorMemory | None = None, cues: Lexicon | None = None) -> list[Candidate]:
    """Candidates of a parsed document, in text order of cue and action."""
    if not syntax.is_parsed(doc):
        return []
    cues = cues or lexicon()
    found: list[Candidate] = []
    finder = _Finder(doc, memory, cues)
    for sentence, place in places(doc):
        found += finder.in_sentence(sentence, place)
    return found


class _Finder:
    """Carries what the sentences of a document share: the actors' memory and the stems already read."""

    def __init__(self, doc: Doc, memory: ActorMemory | None, cues: Lexicon) -> None:
        self.doc = doc
        self._memory = memory
        self.cues = cues
        self.stems: dict[int, tuple[str, Mention, Token | None]] = {}

    @property
    def memory(self) -> ActorMemory:
        """Made when the first cue is met: documents without cues cost nothing."""
        if self._memory is None:
            self._memory = ActorMemory(self.doc)
        return self._memory

    def in_sentence(self, sentence: Span, place: Place) -> list[Candidate]:
        matches = list(self.cues.matches(sentence))
        commitments = [m for m in matches if m.cue.act == "commitment"]
        found: list[Candidate] = []
        if _opens_item(place):
            found += self._item(sentence, place)
        heads: set[int] = {c.head.i for c in found}
        stops = extents.statement_starts(sentence, [m.token for m in commitments])
        governed = [(m, frames.actions(m.token, m.span.end, m.cue.frames, stops)) for m in commitments]
        governing = {m.token.i for m, acts in governed if acts}
        for match, acts in governed:
            token = match.token
            nested = token.i in heads or (token.head.i in heads and token.head.lemma_ in STAYING)
            if acts and acts[0].head.i in governing and acts[0].form not in OUTER_FORMS:
                continue
            for number, action in enumerate(acts):
                heads.add(action.head.i)
                found.append(self._candidate(match, action, place, matches, nested, number, len(acts)))
        return _without_doubles(found)

    def _item(self, sentence: Span, place: Place) -> list[Candidate]:
        """The actions of a list item or line that begins with its own verb."""
        first = place.first
        kind_of_stem, mention, at = self._stem(place.stem)
        verbal = first.tag_ in {"VB", "VBG", "VBP", "TO"} or _is_action_verb(first)
        if (not verbal or first.tag_ == "TO") and kind_of_stem not in {"binding", "commitment"}:
            return []
        end = sentence.end
        if first.lower_ == "to":
            first = first.nbor(1)
        opener = "VBG" if first.lower_.endswith("ing") else "VB" if verbal else first.tag_
        actions = extents.item(first, end)
        found = []
        for number, action in enumerate(actions):
            lemma = action.head.lemma_.lower()
            strength: Strength = "strong"
            if lemma in WEAK_ITEM_VERBS:
                strength = "weak"
            elif lemma in MEDIUM_ITEM_VERBS:
                strength = "medium"
            actor = self.memory.resolve(mention.span, at or first)
            features = [
                "cue=item",
                f"stem={kind_of_stem}",
                f"item={opener}",
                f"item+stem={opener}|{kind_of_stem}",
                f"head={lemma}",
                f"marker={place.is_item}",
                f"number={min(number, 1)}",
            ]
            found.append(
                Candidate(
                    cue=self.doc[action.head.i : action.head.i + 1],
                    rule="list item",
                    action=self.doc[action.start : action.end],
                    head=action.head,
                    form="item",
                    mention=mention,
                    actor=actor,
                    kind="continuing" if scope.is_continuing(action.head, action.head, action.start) else "new",
                    strength=strength,
                    negated=lemma in scope.words("prevention"),
                    conditional=False,
                    refused="",
                    features=tuple(features),
                )
            )
        return found

    def _stem(self, stem: Span | None) -> tuple[str, Mention, Token | None]:
        """What the stem of a list does ("commitment", another act, "bare", "none"), who speaks in it, and where."""
        if stem is None:
            return "none", subjects.SPEAKER, None
        if stem.start not in self.stems:
            self.stems[stem.start] = self._read_stem(stem)
        return self.stems[stem.start]

    def _read_stem(self, stem: Span) -> tuple[str, Mention, Token | None]:
        matches = [m for m in self.cues.matches(stem) if m.cue.strength != "weak" or m.cue.act != "commitment"]
        if not matches:
            return "bare", subjects.SPEAKER, None
        binding = [m for m in matches if m.cue.act == "commitment"]
        match = binding[-1] if binding else matches[-1]
        verb = syntax.governing_verb(match.token)
        mention = (
            subjects.of_noun(match.token)
            if match.cue.pos == "noun"
            else subjects.of_verb(verb, match.token, match.cue.pos == "adj")
        )
        if binding:
            tail = stem.text.rstrip(": \n").split()[-1:]
            direct = tail and (
                tail[0].lower() in {"to", "will", "shall", "following"} or match.span.end >= stem.end - 3
            )
            return ("binding" if direct else "commitment"), mention, match.token
        return matches[-1].cue.act, mention, match.token

    def _candidate(
        self, match: Match, action: Action, place: Place, matches: list[Match], nested: bool, number: int, total: int
    ) -> Candidate:
        token, cue, head = match.token, match.cue, action.head
        predicate = head if cue.pos == "modal" else syntax.governing_verb(token)
        takes_of = "of_gerund" in cue.frames or "of_noun" in cue.frames
        mention = (
            subjects.of_noun(token, takes_of)
            if cue.pos == "noun"
            else subjects.of_verb(predicate, token, cue.pos == "adj")
        )
        if cue.text in {"assure", "assured"}:
            mention = subjects.of_noun(head)._replace(source="possessor")
        if mention.source == "speaker" and place.stem is not None and place.is_item:
            mention = self._stem(place.stem)[1]
        asserting = _asserter(predicate)
        actor = self.memory.resolve(mention.span if mention.source != "patient" else None, token)
        party = self.memory.is_party(actor)
        if not party and asserting is not None and mention.source == "subject":
            upper = subjects.of_verb(asserting, asserting)
            other = self.memory.resolve(upper.span, asserting)
            if upper.span is not None and self.memory.is_party(other) and not actor.codes:
                actor = other
        if not party and cue.pos == "noun" and mention.source in {"governor", "speaker"}:
            mention, actor, party = self._by_asserter(token, mention, actor)
        subject = _subject_type(mention, party)
        tense = syntax.tense(predicate) if cue.pos != "noun" else _noun_tense(token)
        strength: Strength = cue.strength
        continuing = cue.kind == "continuing" or scope.is_continuing(token, head, action.start)
        negated = scope.is_negated(token, head, action.start)
        features = _features(match, action, place, matches, subject, tense, mention, nested, total)
        if place.stem is not None:
            features.append(f"stem={self._stem(place.stem)[0]}")
        refused = _refusal(cue, token, nested, tense, subject, features)
        return Candidate(
            cue=match.span,
            rule=f"{cue.text} ({cue.pos}), {action.form}, cues.csv line {cue.line}",
            action=self.doc[action.start : action.end],
            head=head,
            form=action.form,
            mention=mention,
            actor=actor,
            kind="continuing" if continuing else "new",
            strength=strength,
            negated=negated,
            conditional=scope.is_conditional(token, head),
            refused=refused,
            features=tuple(features),
        )

    def _by_asserter(self, noun: Token, mention: Mention, actor: Actor) -> tuple[Mention, Actor, bool]:
        """The party that says what stands in a that-clause: "both sides underlined that the flood shows the need to"."""
        for verb in scope.governors(noun):
            if verb.dep_ == "ccomp":
                upper = subjects.of_verb(verb.head, verb.head)
                other = self.memory.resolve(upper.span, verb.head)
                if upper.span is not None and self.memory.is_party(other):
                    return upper._replace(source="asserter"), other, True
        return mention, actor, False


def _opens_item(place: Place) -> bool:
    first = place.first
    if not place.opens_line or _is_labelled(first):
        return False
    if _is_action_verb(first):
        return place.is_item or place.stem is not None
    if place.is_item and place.stem is not None and _asks_for_verb(place.stem):
        return first.pos_ != "PRON" and not syntax.own_subjects(first)
    if first.lower_ == "to" and first.i + 1 < first.sent.end and first.nbor(1).tag_ == "VB":
        return place.stem is not None
    if first.tag_ in {"VB", "VBG", "VBP"}:
        root = first.sent.root
        if first.tag_ == "VBG" and root.i > first.i and syntax.is_finite(root) and syntax.own_subjects(root):
            return False
        return first.lower_ not in {"is", "are", "do", "does", "has", "have", "having", "be", "let", "allow", "see"}
    if not place.is_item or first.tag_ == "PRP":
        return False
    return place.stem is not None and first.tag_ in {"NN", "NNS", "NNP", "JJ"} and _is_phrase(first)


def _is_action_verb(first: Token) -> bool:
    """Whether an item opens with a verb of ``action_verbs.txt``, whatever its tag: "Enhance trade", "Sharing data"."""
    alone = first.i + 1 >= first.sent.end
    return not alone and first.nbor(1).lower_ not in {"of", "for", ":"} and first.lower_ in action_verbs()


def _asks_for_verb(stem: Span) -> bool:
    """Whether a stem ends so that each item begins with a verb: "We will:", "The leaders decided to:"."""
    words = stem.text.rstrip(" :\n").rsplit(None, 1)
    return bool(words) and words[-1].lower() in {"to", "will", "shall"}


def _is_labelled(first: Token) -> bool:
    """Whether an item begins with a label, "Clean water: ..."; then its sentence speaks for itself."""
    return any(token.text == ":" for token in first.doc[first.i : first.sent.end - 1])


def _is_phrase(first: Token) -> bool:
    """Whether an item is a phrase without a finite verb of its own."""
    return not any(
        token.tag_ in {"VBZ", "VBP", "VBD", "MD"} and not syntax.is_relative(token)
        for token in first.doc[first.i : first.sent.end]
    )


def _asserter(predicate: Token) -> Token | None:
    """The verb that asserts a that-clause: "agreed" of "agreed that officials will meet"."""
    clause = syntax.first_conjunct(predicate)
    return clause.head if clause.dep_ == "ccomp" and clause.head.lemma_ in STATING else None


def _noun_tense(noun: Token) -> str:
    above = next(scope.governors(noun), None)
    return syntax.tense(above) if above is not None else "none"


def _subject_type(mention: Mention, party: bool) -> str:
    if mention.span is None or mention.head is None:
        return "speaker"
    word = mention.head.lower_
    if mention.source == "patient":
        return "patient"
    if word in WE:
        return "we"
    if word in THEY:
        return "they+" if party else "they"
    if word in {"this", "that", "these", "those", "which", "there", "it"}:
        return "demonstrative"
    if not _can_act(mention.head):
        return "thing+" if party else "thing"
    return "party" if party else "name"


def _can_act(noun: Token) -> bool:
    """Whether a noun names somebody who can promise: a state, body, person or office, "leaders", "both sides"."""
    if noun.ent_type_:
        return noun.ent_type_ in {"GPE", "ORG", "PERSON", "NORP"}
    if noun.tag_ in {"PRP", "PRP$", "CD", "DT"}:
        return True
    singular = noun.lemma_.lower().removesuffix("s")
    known = {noun.lower_, noun.lemma_.lower(), singular}
    return any(known & kind for kind in nouns().values()) or bool(known & scope.words("official"))


def _features(
    match: Match,
    action: Action,
    place: Place,
    matches: list[Match],
    subject: str,
    tense: str,
    mention: Mention,
    nested: bool,
    total: int,
) -> list[str]:
    token, cue, head = match.token, match.cue, action.head
    group = f"{cue.pos}:{cue.strength}"
    lemma = head.lemma_.lower()
    found = [
        f"group={group}",
        f"cue={cue.text}/{cue.pos}",
        f"form={action.form}",
        f"cue+form={cue.text}|{action.form}",
        f"subject={subject}",
        f"group+subject={group}|{subject}",
        f"cue+subject={cue.text}|{subject}",
        f"tense={tense}",
        f"group+tense={group}|{tense}",
        f"form+tense={action.form}|{tense}",
        f"source={mention.source}",
    ]
    found.append(f"action={lemma}")
    if mention.head is not None:
        found.append(f"who={mention.head.lemma_.lower()}")
    found += [f"above={category}" for category in scope.categories_above(token)]
    if cue.pos == "modal":
        found.append(f"head={lemma}")
        if syntax.is_passive(head):
            found.append("passive")
        if head.pos_ in {"ADJ", "NOUN"} or lemma == "be":
            found.append("copula")
        person = mention.head is not None and (mention.head.tag_ == "NNP" or mention.head.lower_ in {"i", "he", "she"})
        for category in ("calendar", "forecast"):
            if lemma in scope.words(category):
                found += [f"verb={category}", f"verb+subject={category}|{subject}", f"verb+person={category}|{person}"]
        if any(obj.lemma_ in scope.words("outing") for obj in syntax.objects(head)):
            found.append(f"outing|{person}")
    predicate = syntax.governing_verb(token) if cue.pos != "modal" else head
    clause = syntax.governing_clause(predicate)
    if syntax.is_relative(clause):
        found += ["relative", f"relative+{group}"]
    mark = syntax.marker(clause)
    if mark:
        found.append(f"mark={mark}")
    if mention.head is not None and mention.head.lower_ == "i":
        found.append("speaker_alone")
    joint = mention.head is not None and (
        mention.head.tag_ in {"NNS", "NNPS"} or mention.head.lower_ in {"we", "they", "both", "our", "their"}
    )
    if cue.pos == "verb":
        found.append(f"cue+tense={cue.text}|{tense}")
        if tense == "gerund":
            found.append(f"participle={clause.dep_.split(':')[0]}")
        if syntax.is_passive(token):
            found.append("cue_passive")
    if _is_told(predicate):
        found += ["ago", f"ago+tense={tense}"]
    if cue.pos == "noun":
        above = next(scope.governors(token), None)
        determiner = next((t.lower_ for t in token.children if t.i < token.i and t.dep_ == "det"), "none")
        found.append(f"determiner={determiner}|{mention.source}")
        found.append(f"governor={above.lemma_.lower() if above is not None else 'none'}")
        if above is not None:
            owner = next((m.cue.act for m in matches if m.token.i == above.i and m.cue.act != "commitment"), "none")
            found.append(f"governor_act={owner}")
            found.append(f"noun_role={token.dep_.split(':')[0]}")
        if action.form.endswith("noun"):
            found.append(f"object={'abstract' if head.tag_ in {'NN', 'NNS'} else 'name'}")
        if cue.strength == "weak":
            verb = above.lemma_.lower() if above is not None else "none"
            verbal = action.form.endswith(("verb", "gerund")) or head.tag_ == "VBG"
            merely = verb in {"recognise", "recognize", "acknowledge", "see", "discuss"}
            found.append(f"weak={verbal}|{joint}|{merely}")
            found += [f"weak={mention.source}|{action.form}", f"weak={action.form}|{joint}", f"weak={verb}|{joint}"]
            found.append(f"weak={cue.text}|{verb}")
    if syntax.is_negated(predicate) and cue.pos != "modal":
        found.append("cue_negated")
    if nested:
        found.append("nested")
    if any(m.cue.act == "commitment" and m.token.i < token.i for m in matches):
        found.append("later_cue")
    for act in sorted({m.cue.act for m in matches if m.cue.act != "commitment"}):
        found.append(f"beside={act}")
    if any(t.text in {"“", '"'} for t in token.doc[max(token.sent.start, token.i - 30) : token.i]):
        found.append("quoted")
    if token.sent.text.rstrip().endswith("?") or (cue.pos == "modal" and token.i == place.first.i and not place.is_item):
        found.append("question")
    if not place.opens_line and place.is_item:
        found.append("inside_item")
    return found


def _refusal(cue: Cue, token: Token, nested: bool, tense: str, subject: str, features: list[str]) -> str:
    """The rule that speaks against a candidate, in words; empty where none does."""
    if nested:
        return "its cue is the action of another commitment"
    if tense == "pluperfect":
        return "past perfect: told of, not made"
    if cue.pos == "verb" and tense == "infinitive" and cue.text not in PERFORMATIVE:
        return "an infinitive: the verb above says what is done"
    if cue.pos == "adj" and not syntax.auxiliaries(token) and not _is_predicative(token):
        return "it only qualifies a noun"
    if cue.pos == "verb" and "cue_passive" in features and subject not in {"demonstrative", "speaker"}:
        return "the verb is passive: nobody binds itself"
    if cue.pos == "modal" and cue.strength == "weak" and (subject != "we" or "speaker_alone" in features):
        return "an obligation of others"
    if cue.pos == "verb" and cue.text in scope.words("upkeep") and tense in {"past", "perfect", "gerund"}:
        return "told of the past, or a circumstance: the verb binds only in the present (scope.csv, upkeep)"
    if cue.text == "would" and not _is_reported(token):
        return "not reported speech: what would be, not what is promised"
    if cue.pos == "verb" and ("ago+tense=past" in features or "ago+tense=perfect" in features):
        return "told of the past"
    if cue.pos in {"verb", "adj"} and any(f"mark={word}" in features for word in HYPOTHETICAL):
        return "a case that is only thought of"
    if "above=praise0" in features and cue.pos == "noun":
        return "somebody else's: the verb above welcomes or regrets it (scope.csv, praise)"
    if "above=recall0" in features and cue.pos == "noun":
        return "only told of (scope.csv, recall)"
    if "above=demand0" in features and cue.pos != "noun" and cue.pos != "modal":
        return "asked of somebody (scope.csv, demand)"
    if "question" in features:
        return "a question"
    if "cue_negated" in features:
        return "the cue is negated"
    return ""


def _is_told(predicate: Token) -> bool:
    """Whether a word of the past ("two years ago", "previously", "last year") dates the predicate itself."""
    for token in predicate.sent:
        if token.lower_ in TOLD or (token.lower_ in {"last", "previous"} and token.head.lower_ in PERIODS):
            above = next((a for a in syntax.ancestors(token) if a.pos_ in {"VERB", "AUX"} or a.i == predicate.i), None)
            if above is not None and above.i == predicate.i:
                return True
    return False


def _is_predicative(token: Token) -> bool:
    """Whether an adjective or participle without copula is said of a subject and does not qualify the noun before it."""
    opens = token.i == token.sent.start or token.nbor(-1).is_punct or token.nbor(-1).pos_ == "CCONJ"
    return token.dep_ in PREDICATIVE and (token.dep_ != "advcl" or opens)


def _is_reported(modal: Token) -> bool:
    """Whether a "would" stands in a that-clause under a verb in the past: "confirmed that they would"."""
    clause = syntax.first_conjunct(syntax.governing_verb(modal))
    return clause.dep_ == "ccomp" and syntax.tense(clause.head) in {"past", "perfect"}


def _without_doubles(found: list[Candidate]) -> list[Candidate]:
    """Of candidates for one action the first stays: the outer cue."""
    kept: dict[int, Candidate] = {}
    for candidate in found:
        known = kept.get(candidate.head.i)
        if known is None or (known.refused and not candidate.refused):
            kept[candidate.head.i] = candidate
    return sorted(kept.values(), key=lambda c: (c.action.start, c.cue.start))


def iter_open(candidates: list[Candidate]) -> Iterator[Candidate]:
    """Candidates that no rule refused."""
    return (c for c in candidates if not c.refused)
