"""What extraction asks of a parse: the only module that knows dependency labels.

Every question takes spaCy tokens and is answered for Universal Dependencies (the shipped model) and for ClearNLP labels
(``en_core_web_*``) alike. The two schemes share few labels, so most answers are unions; where the trees differ in shape
(prepositions, copulas, coordination) the shape itself is looked at. Parsers err on long sentences: the callers combine
these answers with the order of words, see :mod:`pipeline.tag.commitments.frames`.

Sources: https://universaldependencies.org/en/ and the ClearNLP guidelines (Choi and Palmer, 2012).
"""

from collections.abc import Iterable, Iterator
from typing import Literal

from spacy.tokens import Doc, Token

Tense = Literal["present", "past", "perfect", "pluperfect", "progressive", "modal", "infinitive", "gerund", "other"]

ACTIVE_SUBJECTS = frozenset({"nsubj", "csubj", "nsubj:outer", "csubj:outer", "expl"})
PASSIVE_SUBJECTS = frozenset({"nsubj:pass", "csubj:pass", "nsubjpass", "csubjpass"})
SUBJECTS = ACTIVE_SUBJECTS | PASSIVE_SUBJECTS
OBJECTS = frozenset({"obj", "dobj", "iobj", "dative"})
AUXILIARIES = frozenset({"aux", "aux:pass", "auxpass", "cop"})
RELATIVE = frozenset({"acl:relcl", "relcl", "advcl:relcl"})
PREDICATIVE = frozenset({"acomp", "attr", "oprd"})
OPEN_CLAUSES = frozenset({"xcomp", "advcl", "pcomp"})
CLAUSES = frozenset(
    {"xcomp", "ccomp", "advcl", "acl", "acl:relcl", "relcl", "advcl:relcl", "pcomp", "csubj", "parataxis"}
)
FINITE_TAGS = frozenset({"VBD", "VBP", "VBZ", "MD"})
BEARERS = frozenset({"side", "part", "behalf"})
"""Nouns behind "on" that tell whose something is, not what it is: "a commitment on the *part* of Chile"."""
HYPOTHETICAL = frozenset({"if", "unless", "should", "whether", "provided", "lest"})


def is_parsed(doc: Doc) -> bool:
    """Whether the document carries a dependency parse."""
    return doc.has_annotation("DEP")


def children(token: Token, labels: frozenset[str]) -> list[Token]:
    """Dependents of ``token`` with one of ``labels``, in text order."""
    return [child for child in token.children if child.dep_ in labels]


def auxiliaries(verb: Token) -> list[Token]:
    """Auxiliaries and copulas of a predicate, in text order."""
    return children(_clause_head(verb), AUXILIARIES)


def _clause_head(verb: Token) -> Token:
    """The word on which the parse hangs auxiliaries and subject of a verb: itself, or, where a passive with an object
    was read as a copula with a noun, that noun: "farmers will be *given* seeds".
    """
    if verb.tag_ != "VBN" or verb.dep_ != "amod" or verb.i == 0 or verb.head.i < verb.i:
        return verb
    before = verb.nbor(-1)
    return verb.head if before.dep_ == "cop" and before.head.i == verb.head.i and before.lower_ == "be" else verb


def _participle(noun: Token) -> Token | None:
    """The participle of a passive whose object ``noun`` was read as the predicate."""
    return next((c for c in noun.children if c.dep_ == "amod" and _clause_head(c).i == noun.i), None)


def is_conjunct(token: Token) -> bool:
    """Whether the token is coordinated with one before it."""
    return token.dep_.startswith("conj")


def first_conjunct(token: Token) -> Token:
    """The first member of the coordination that ``token`` stands in: itself where there is none."""
    while is_conjunct(token) and token.head.i != token.i:
        token = token.head
    return token


def conjuncts(token: Token) -> list[Token]:
    """Tokens coordinated with ``token`` that follow it, in text order.

    Universal Dependencies hang all on the first member, ClearNLP each on the one before; both are walked.
    """
    found: list[Token] = []
    queue = [token]
    while queue:
        for child in queue.pop().children:
            if is_conjunct(child):
                found.append(child)
                queue.append(child)
    return sorted(found, key=lambda t: t.i)


def governing_verb(auxiliary: Token) -> Token:
    """The predicate that an auxiliary belongs to: ``cooperate`` of ``will`` in "they will cooperate"."""
    if auxiliary.dep_ not in AUXILIARIES:
        return auxiliary
    return _participle(auxiliary.head) or auxiliary.head


def own_subjects(predicate: Token) -> list[Token]:
    """Subjects that hang on the predicate itself, active or passive; of a clause within a copula its own: "all I can
    say is that *we* will act".
    """
    found = [t for t in children(_clause_head(predicate), SUBJECTS) if t.dep_ != "expl"]
    inner = [t for t in found if not t.dep_.endswith(":outer")]
    found = inner or found
    if not found and predicate.dep_ in PREDICATIVE:
        return own_subjects(predicate.head)
    return found


def subjects(predicate: Token) -> list[Token]:
    """Heads of the phrases that do (or, in the passive, undergo) what ``predicate`` says.

    Where it has no subject of its own, the subject is the one it shares: with the verb it is coordinated with, with the
    verb that governs it (object before subject control, "urged X to act"), with the noun that it modifies. A relative
    pronoun is replaced by its antecedent. Empty where the sentence does not say.
    """
    return _subjects(predicate, 12)


def _subjects(predicate: Token, steps: int) -> list[Token]:
    own = own_subjects(predicate)
    if own:
        if predicate.dep_ in RELATIVE and own[0].lower_ in {"which", "that", "who"}:
            return [predicate.head]
        return own
    head = predicate.head
    if steps == 0 or head.i == predicate.i:
        return []
    if is_conjunct(predicate) or predicate.dep_ in PREDICATIVE:
        return _subjects(head, steps - 1)
    if predicate.dep_ in OPEN_CLAUSES or predicate.dep_ == "ccomp":
        if predicate.dep_ == "xcomp":
            controllers = objects(head)
            if controllers:
                return controllers
        return _subjects(head, steps - 1)
    if predicate.dep_ == "acl":
        return possessors(head) or [head]
    if predicate.dep_ == "prep":
        return _subjects(head, steps - 1)
    return []


def is_passive(verb: Token) -> bool:
    """Whether the verb is in the passive voice."""
    marked = any(c.dep_ in PASSIVE_SUBJECTS or c.dep_ in {"aux:pass", "auxpass"} for c in verb.children)
    return marked or _clause_head(verb).i != verb.i


def agents(verb: Token) -> list[Token]:
    """Heads of the "by" phrases of a passive verb."""
    return [obj for preposition, obj in prepositional(verb) if preposition == "by"] if is_passive(verb) else []


def objects(verb: Token) -> list[Token]:
    """Direct and indirect objects, in text order."""
    return children(verb, OBJECTS)


def prepositional(token: Token) -> list[tuple[str, Token]]:
    """Pairs (preposition, head of its object) that modify a verb, noun or adjective, in text order.

    The object is a noun or a gerund: "committed to strengthening" gives ``("to", strengthening)``.
    """
    found: list[tuple[str, Token]] = []
    for child in token.children:
        if child.dep_ in {"prep", "agent", "dative"}:
            found += [(child.lower_, obj) for obj in child.children if obj.dep_ in {"pobj", "pcomp"}]
        elif child.dep_.split(":")[0] in {"obl", "nmod", "advcl", "acl", "xcomp"}:
            for mark in child.children:
                if mark.i < child.i and (mark.dep_ == "case" or (mark.dep_ == "mark" and mark.tag_ in {"IN", "TO"})):
                    if mark.dep_ == "mark" and child.tag_ != "VBG":
                        continue
                    found.append((mark.lower_, child))
                    break
    return sorted(found, key=lambda pair: pair[1].i)


def possessors(noun: Token) -> list[Token]:
    """Who has what the noun names: "Japan's commitment", "their", "commitment of both", "commitment by the U.S.",
    "commitment on the part of Chile".
    """
    found = children(noun, frozenset({"nmod:poss", "poss"}))
    if not found:
        found = [obj for prep, obj in prepositional(noun) if prep in {"of", "by"} and obj.tag_ != "VBG"]
    if not found:
        bearers = [obj for prep, obj in prepositional(noun) if prep == "on" and obj.lemma_ in BEARERS]
        found = [t for bearer in bearers for t in (possessors(bearer) or children(bearer, frozenset({"compound"})))]
    return found


def compound_modifiers(noun: Token) -> list[Token]:
    """Nouns, names and adjectives in front of a noun: "U.S." of "U.S. commitment"."""
    return [c for c in noun.children if c.i < noun.i and c.dep_ in {"compound", "nmod", "amod", "nmod:desc", "nummod"}]


def infinitives(token: Token) -> list[Token]:
    """Heads of to-infinitives that complete a verb, noun or adjective, without their coordinations, in text order."""
    return [
        c
        for c in token.children
        if c.dep_ in {"xcomp", "advcl", "acl", "ccomp"} and to_particle(c) is not None and c.i > token.i
    ]


def to_particle(verb: Token) -> Token | None:
    """The "to" of an infinitive; None for other forms."""
    for child in verb.children:
        if child.i < verb.i and child.lower_ == "to" and child.dep_ in {"mark", "aux"}:
            return child
    return None


def finite_clauses(verb: Token) -> list[Token]:
    """Predicates of the finite clauses that complete a verb ("confirmed that they will ..."), in text order."""
    return [c for c in token_clauses(verb) if is_finite(c) and c.i > verb.i]


def token_clauses(verb: Token) -> list[Token]:
    """Predicates of complement clauses, finite or not, with those coordinated with them."""
    found: list[Token] = []
    for child in verb.children:
        if child.dep_ in {"ccomp", "parataxis"} or (child.dep_ == "xcomp" and is_finite(child)):
            found += [child, *conjuncts(child)]
    return found


def is_finite(predicate: Token) -> bool:
    """Whether the predicate is finite: a tensed verb, or one with a tensed auxiliary or copula."""
    if to_particle(predicate) is not None:
        return False
    return predicate.tag_ in FINITE_TAGS or any(a.tag_ in FINITE_TAGS for a in auxiliaries(predicate))


def governing_clause(token: Token) -> Token:
    """The predicate of the smallest clause around ``token`` (the token itself where it is a predicate)."""
    while token.head.i != token.i and not (token.pos_ in {"VERB", "AUX"} and token.dep_ not in AUXILIARIES):
        if token.dep_ in CLAUSES:
            break
        token = token.head
    return token


def ancestors(token: Token) -> Iterator[Token]:
    """Heads of a token up to the root."""
    while token.head.i != token.i:
        token = token.head
        yield token


def marker(clause: Token) -> str:
    """The word that introduces a subordinate clause ("that", "if", "while"), in lower case; empty without one."""
    for child in clause.children:
        if child.i < clause.i and child.dep_ == "mark":
            return child.lower_
        if child.i < clause.i and child.dep_ == "advmod" and child.lower_ in {"when", "where", "how", "why"}:
            return child.lower_
    return ""


def is_relative(clause: Token) -> bool:
    """Whether the predicate heads a relative clause."""
    return clause.dep_ in RELATIVE


def is_negated(predicate: Token, among: Iterable[Token] | None = None) -> bool:
    """Whether "not", "never" or "no longer" stands with the predicate, ``among`` some of its dependents."""
    for child in predicate.children if among is None else among:
        if child.dep_ == "neg" or child.lower_ in {"not", "n't", "n’t", "never", "neither", "nor"}:
            return True
        if child.lower_ == "longer" and any(c.lower_ == "no" for c in child.children):
            return True
    return False


def modal(predicate: Token) -> Token | None:
    """The modal verb of a predicate, or None; a conjunct without auxiliaries shares that of the first one."""
    for aux in auxiliaries(predicate):
        if aux.tag_ == "MD":
            return aux
    if is_conjunct(predicate) and predicate.tag_ == "VB" and not auxiliaries(predicate):
        return modal(predicate.head)
    return None


def tense(predicate: Token) -> Tense:
    """Tense, aspect or mood of a predicate, read off its tag and auxiliaries."""
    helpers = auxiliaries(predicate)
    if any(a.tag_ == "MD" for a in helpers):
        return "modal"
    if to_particle(predicate) is not None:
        return "infinitive"
    have = next((a for a in helpers if a.lemma_ == "have" or a.lower_ in {"have", "has", "had", "’ve", "'ve"}), None)
    if have is not None:
        return "pluperfect" if have.lower_ == "had" else "perfect"
    tensed = next((a for a in helpers if a.tag_ in {"VBD", "VBP", "VBZ"}), None)
    if tensed is None and predicate.dep_ in PREDICATIVE:
        tensed = predicate.head
    if tensed is None and predicate.dep_ == "xcomp" and predicate.pos_ in {"ADJ", "NOUN", "ADV"}:
        return tense(predicate.head)
    if tensed is not None:
        if predicate.tag_ == "VBG":
            return "progressive" if tensed.tag_ != "VBD" else "past"
        return "past" if tensed.tag_ == "VBD" else "present"
    if predicate.tag_ == "VBD":
        return "past"
    if predicate.tag_ in {"VBP", "VBZ"}:
        return "present"
    if is_conjunct(predicate) and not own_subjects(predicate) and predicate.tag_ in {"VB", "VBN", "JJ"}:
        return tense(predicate.head)
    return {"VBG": "gerund", "VBN": "past", "VB": "present"}.get(predicate.tag_, "other")  # type: ignore[return-value]


def is_conditional(predicate: Token) -> bool:
    """Whether the predicate's own clause states a condition, or hangs on one ("if", "unless", "should X happen")."""
    if marker(predicate) in HYPOTHETICAL:
        return True
    return any(child.dep_ == "advcl" and marker(child) in HYPOTHETICAL for child in predicate.children)


def right_edge(head: Token) -> int:
    """Index behind the last token of everything that hangs on ``head``, coordinated members included."""
    return int(head.right_edge.i) + 1


NAME_PARTS = frozenset({"flat", "compound", "case", "amod", "nummod", "appos", "pobj"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET"})


def noun_phrase(head: Token) -> tuple[int, int]:
    """Token range of a noun phrase with its coordinated nouns: "the Presidents of Chile and Peru".

    Behind the noun only "of" and "and" phrases, names and appositions belong to it; clauses are left out.
    """
    first, last = head.left_edge.i, head.i + 1
    queue = [head]
    while queue:
        token = queue.pop()
        last = max(last, token.i + 1)
        queue += [child for child in token.children if child.i > token.i and _names(child)]
    return first, last


def _names(child: Token) -> bool:
    """Whether a dependent behind a noun helps to name what the noun names."""
    if is_conjunct(child):
        return child.pos_ in NOMINAL
    if child.dep_ == "prep":
        return child.lower_ == "of"
    if child.dep_.startswith("nmod"):
        return any(case.lower_ == "of" for case in child.children) or not any(c.dep_ == "case" for c in child.children)
    return child.dep_.split(":")[0] in NAME_PARTS
