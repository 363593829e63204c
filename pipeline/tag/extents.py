"""How far an action reaches, and which actions are coordinated with it (GUIDELINES section 3, "Splitting").

An action runs from its head to the end of its complement. Parsers attach what trails behind (purpose, time, place,
participles) now here, now there, and the guidelines count all of it in; so an action reaches up to the next thing that
cannot belong to it: the next coordinated action, a clause coordinated with the cue, the verb that the whole phrase is
subject of, the end of a quotation or of the sentence.
"""

from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from pipeline.language import syntax

CLOSING_QUOTES = frozenset({"”", '"', "’’", "»"})
OPENING_QUOTES = frozenset({"“", '"', "‘", "«"})
COORDINATORS = frozenset({"and", "or", "but", "as", "well", "also", "nor", "while", "&"})
SUBORDINATORS = frozenset(
    {"that", "which", "who", "whose", "whom", "where", "when", "how", "what", "as", "while", "if"}
)
FINITE = frozenset({"VBZ", "VBD", "MD"})


class Opening(NamedTuple):
    """Where an action begins: its head, the index of its first token, and the form of its frame."""

    head: Token
    start: int
    form: str


class Action(NamedTuple):
    """An action: its head, the index of its first and behind its last token, and the form of its frame."""

    head: Token
    start: int
    end: int
    form: str


def measured(cue: Token, openings: list[Opening], stops: frozenset[int] = frozenset()) -> list[Action]:
    """The actions that begin at ``openings`` and those coordinated with them, each with its end, in text order.

    ``stops`` are indices at which other statements of the sentence begin, see :func:`statement_starts`.
    """
    first = openings[0]
    boundary = min([_boundary(cue, first), *(k for k in stops if k > first.head.i)])
    found = list(openings)
    for opening in openings:
        found += [o for o in _coordinated(opening) + _with_cue(cue, opening) if o.start < boundary]
    found += _repeated(found, boundary)
    found += _bare(found, boundary)
    found += _gerunds(found, boundary)
    found.sort(key=lambda o: o.start)
    actions = []
    for k, opening in enumerate(found):
        limit = min(boundary, found[k + 1].start) if k + 1 < len(found) else boundary
        end = trimmed(cue.doc, opening.start, limit)
        if end > opening.start:
            actions.append(Action(opening.head, opening.start, end, opening.form))
    return actions


def item(first: Token, stop: int) -> list[Action]:
    """The actions of a list item that begins with its own verb or noun; ``stop`` is the index behind its last token."""
    openings = [Opening(first, first.i, "verb")]
    if first.tag_ in {"VB", "VBG", "VBP"}:
        form = "VB" if first.tag_ == "VBP" else first.tag_
        openings += [o for o in _coordinated(openings[0]) if o.start < stop and o.head.tag_ == form]
    else:
        further = [v for v in syntax.conjuncts(first.sent.root) if v.tag_ == "VB" and v.i > first.i]
        openings += [Opening(v, _left(v), "verb") for v in further if not syntax.own_subjects(v)]
    ends = [o.start for o in openings[1:]] + [stop]
    return [
        Action(o.head, o.start, trimmed(first.doc, o.start, end), "item") for o, end in zip(openings, ends, strict=True)
    ]


def _coordinated(opening: Opening) -> list[Opening]:
    """Actions that the parse coordinates with one and that stand on their own."""
    head = opening.head
    found: list[Opening] = []
    previous = head
    verbal = head.tag_ in {"VB", "VBG"} or opening.form == "verb"
    kept = _kept_up(head)
    for other in [*syntax.conjuncts(head), *kept, *_beside_object(head)]:
        if syntax.own_subjects(other) or syntax.first_conjunct(other).i < opening.start:
            continue
        to = _own_to(other)
        if to is not None and other.tag_ == "VB" and _is_purpose(opening, to):
            continue
        if verbal:
            if _is_clause(other) or not (other in kept or _same_form(head, other, to, opening.form)):
                continue
            if (to is None and not _has_complement(previous, other)) or (
                other.tag_ == "VBN" and not syntax.auxiliaries(other)
            ):
                previous = other
                continue
        elif to is None:
            continue
        found.append(Opening(other, to.i if to is not None else _left(other), opening.form))
        previous = other
    return found


def _kept_up(head: Token) -> list[Token]:
    """What is coordinated behind "continue": in "continue to help and train", both are kept up."""
    if head.lemma_ not in {"continue", "keep"}:
        return []
    inner = [c for c in head.children if c.i > head.i and c.tag_ in {"VB", "VBG"} and c.dep_ in {"xcomp", "advcl"}]
    return syntax.conjuncts(inner[0]) if inner else []


def _beside_object(head: Token) -> list[Token]:
    """Bare verbs that the parse coordinates with the object: "strengthen peace and increase trade"."""
    if head.tag_ != "VB":
        return []
    return [v for noun in syntax.objects(head) for v in syntax.conjuncts(noun) if v.tag_ == "VB" and v.pos_ == "VERB"]


def _with_cue(cue: Token, opening: Opening) -> list[Opening]:
    """To-infinitives that the parse coordinates with a finite cue: they belong to its first infinitive."""
    if opening.form != "to_verb" or cue.pos_ != "VERB":
        return []
    found = []
    for other in syntax.conjuncts(cue):
        to = _own_to(other)
        if to is not None and other.tag_ == "VB" and other.i > opening.head.i and not _is_purpose(opening, to):
            found.append(Opening(other, to.i, opening.form))
    return found


def statement_starts(sentence: Span, cues: list[Token]) -> frozenset[int]:
    """Indices at which a coordinator opens another statement: "and his intent to", "as well as their", "and will"."""
    found = set()
    doc = sentence.doc
    for cue in cues:
        at = cue.i - 1
        if cue.tag_.startswith("NN"):
            while at > sentence.start and (doc[at].pos_ in {"ADJ", "ADV"} or doc[at].tag_ in {"VBN", "VBG"}):
                at -= 1
            if doc[at].tag_ not in {"PRP$", "DT", "POS"}:
                continue
            if doc[at].tag_ == "POS":
                while at > sentence.start and doc[at].tag_ in {"POS", "NNP", "NNPS", "NN", "DT"}:
                    at -= 1
                at += 1
            at -= 1
        elif cue.tag_ in {"MD", "VBP", "VBZ", "VBD"} or cue.head.tag_ in {"VBP", "VBZ"}:
            while at > sentence.start and (doc[at].pos_ in {"ADV", "AUX", "PRON"} or doc[at].tag_ == "PRP"):
                at -= 1
        else:
            if cue.tag_ == "VBG" and at > sentence.start and doc[at].text == ",":
                found.add(at)
            continue
        if at > sentence.start and (doc[at].lower_ in {"and", "but"} or doc[at - 1 : at + 1].text.lower() == "well as"):
            found.add(at)
    return frozenset(found)


def _is_purpose(opening: Opening, to: Token) -> bool:
    """Whether a "to" with a verb tells what the action is for, though the parse coordinates it with the action.

    It does behind a gerund or a bare verb ("will stay united ..., to ensure ... and to set ..."), without a coordinator,
    and as a further member of a list of purposes ("to work on a plan to find ..., to train ..., and to pay ...").
    """
    if opening.form != "to_verb" and opening.form != "own_officials":
        return True
    doc = to.doc
    before = doc[to.i - 1]
    while before.pos_ == "ADV" and before.i > opening.head.i:
        before = doc[before.i - 1]
    if before.lower_ not in {"and", "or", "but", "as", ",", ";"}:
        return True
    listed = before.text in {",", ";"} or doc[before.i - 1].text in {",", ";"}
    if before.text in {",", ";"} and not any(
        t.lower_ == "and" and t.nbor(1).lower_ == "to" for t in doc[to.i : to.sent.end - 1]
    ):
        return True
    return listed and _has_purpose(doc, opening.head.i + 1, to.i) and _lists_purposes(doc, opening.head.i + 1, to.i)


def _lists_purposes(doc: Doc, start: int, end: int) -> bool:
    """Whether a comma and "to" stand between: the purposes go on as a list."""
    return any(doc[k].text in {",", ";"} and doc[k + 1].lower_ == "to" for k in range(start, end))


def _same_form(head: Token, other: Token, to: Token | None, form: str) -> bool:
    if to is not None:
        return other.tag_ in {"VB", "VBG"} or other.pos_ == "NOUN"
    if other.tag_ == "VBG" and other.doc[other.left_edge.i - 1].lower_ == "as" or other.left_edge.lower_ == "as":
        return True
    base = {"VB", "VBP"} if head.tag_ == "VB" else {head.tag_}
    return other.tag_ in base or (form == "verb" and other.tag_ == "VBN")


def _repeated(openings: list[Opening], boundary: int) -> list[Opening]:
    """Actions told by the words alone: a repeated "to" with a gerund, "and that they will", after a like opening."""
    found: list[Opening] = []
    known = {o.start for o in openings} | {o.head.i for o in openings}
    first = openings[0]
    doc = first.head.doc
    if not first.form.startswith("to_") or doc[first.start].lower_ != "to":
        return []
    for at in range(first.head.i + 1, boundary - 1):
        if doc[at].lower_ != "to" or at in known or doc[at - 1].lower_ not in {"and", ",", ";"}:
            continue
        verb = _next_verb(doc, at + 1, boundary)
        if verb is None:
            if first.form.endswith(("noun", "gerund")) and doc[at - 1].lower_ == "and" and doc[at].head.i > at:
                found.append(Opening(doc[at].head, at, first.form))
            continue
        if verb.i in known:
            continue
        deeper = first.head.i < syntax.first_conjunct(verb).i < at
        alone = not _has_purpose(doc, first.head.i + 1, at) or (not deeper and doc[at - 1].lower_ == "and")
        if verb.tag_ == "VBG" or (first.form == "to_verb" and alone and not _lists_purposes(doc, first.head.i + 1, at)):
            found.append(Opening(verb, at, first.form))
    return found


def _bare(openings: list[Opening], boundary: int) -> list[Opening]:
    """Bare verbs that go on behind a comma or "and": with no other infinitive between, they continue the action.

    A base form without "to" can only be coordinated with an infinitive or with what a modal governs.
    """
    first = openings[0]
    doc = first.head.doc
    if first.form not in {"verb", "to_verb", "own_officials"} or first.head.tag_ not in {"VB", "VBN"}:
        return []
    known = {o.head.i for o in openings}
    found: list[Opening] = []
    previous = first.head
    listed = False
    for at in range(first.head.i + 1, boundary):
        token = doc[at]
        if at in known:
            previous = token
            continue
        if token.tag_ in {"MD", "WDT", "WP", "WRB"} or token.lower_ == "that":
            break
        if token.lower_ == "to" and _next_verb(doc, at + 1, boundary) is not None:
            if previous.lemma_ != "work" or at != previous.i + 1:
                break
            listed = True
            continue
        if listed and "," not in {doc[at - 1].text, doc[at - 2].text}:
            continue
        if token.tag_ == "VB" and _follows_coordinator(token, first.head.i) and not syntax.own_subjects(token):
            if _has_complement(previous, token):
                found.append(Opening(token, _left(token), first.form))
            previous = token
    return found


def _gerunds(openings: list[Opening], boundary: int) -> list[Opening]:
    """Gerunds of a list that closes with "and": "committed to raising X, cutting Y, and opening Z"."""
    doc = openings[0].head.doc
    known = {o.head.i for o in openings}
    last = max(openings, key=lambda o: o.start)
    if last.head.tag_ != "VBG":
        return []
    inner = [t for t in doc[last.head.i + 1 : boundary] if t.tag_ == "VBG" and t.i not in known and t.dep_ != "case"]
    middle = [t for t in inner if t.nbor(-1).text == ","]
    closing = [t for t in inner if t.nbor(-1).lower_ == "and" and t.nbor(-2).text == "," and middle and t.i > middle[0].i]
    return [Opening(t, t.i, last.form) for t in middle + closing] if closing else []


def _follows_coordinator(token: Token, start: int) -> bool:
    """Whether a comma or coordinator stands right before a token, adverbs passed over."""
    at = token.i - 1
    while at > start and token.doc[at].pos_ == "ADV":
        at -= 1
    return at > start and token.doc[at].lower_ in {",", ";", "and", "or"}


def _next_verb(doc: Doc, at: int, boundary: int) -> Token | None:
    while at < boundary and doc[at].pos_ == "ADV":
        at += 1
    return doc[at] if at < boundary and doc[at].tag_ in {"VB", "VBG"} else None


def _has_purpose(doc: Doc, start: int, end: int) -> bool:
    """Whether a to-infinitive stands between: then a further one may belong to it."""
    return any(doc[k].lower_ == "to" and k + 1 < end and doc[k + 1].tag_ in {"VB", "RB"} for k in range(start, end))


def _left(verb: Token) -> int:
    """Index of the verb with the adverbs and passive auxiliaries right before it."""
    start = verb.i
    while (
        start > 0 and verb.doc[start - 1].head == verb and verb.doc[start - 1].dep_ in {"advmod", "aux:pass", "auxpass"}
    ):
        start -= 1
    return start


def _own_to(token: Token) -> Token | None:
    """The "to" that a coordinated action repeats: "... and to enhancing"."""
    for child in token.children:
        if child.i < token.i and child.lower_ == "to" and child.dep_ in {"mark", "aux", "case"}:
            return child
    if token.head.dep_ == "prep" and token.head.lower_ == "to" and token.dep_ in {"pobj", "pcomp"}:
        return token.head
    return None


def _has_complement(verb: Token, other: Token) -> bool:
    """Whether a verb has something of its own before the verb coordinated with it ("verbs that share one object")."""
    for token in verb.doc[verb.i + 1 : other.i]:
        if token.pos_ in {"NOUN", "PROPN", "PRON", "VERB", "NUM", "ADJ", "SYM"} and token.head.i != other.i:
            return True
        if token.lower_ in {"together", "jointly", "closely"}:
            return True
    return False


def _is_clause(token: Token) -> bool:
    """Whether a coordinated verb has a modal, tense or subject of its own; taggers mix up "support" VB and VBP."""
    if syntax.own_subjects(token):
        return True
    return syntax.is_finite(token) and not (token.tag_ == "VBP" and not syntax.auxiliaries(token))


def _boundary(cue: Token, opening: Opening) -> int:
    """Index of the first token behind the cue's action that cannot belong to it."""
    doc, head, sentence = cue.doc, opening.head, cue.sent
    stop = int(sentence.end)
    above = {a.i for a in syntax.ancestors(head)} | {cue.i}
    for token in doc[head.i + 1 : stop]:
        if token.i >= stop:
            break
        if token.is_space and "\n" in token.text:
            stop = token.i
        elif token.text == ";" and _opens_clause(doc, token.i + 1, stop):
            stop = token.i
        elif token.i in above and _is_predicate(token) and not _goes_on(token, head):
            stop = min(stop, _clause_start(token, head.i))
        elif syntax.is_conjunct(token):
            first = syntax.first_conjunct(token)
            upper = first.i in above and first.i != head.i
            if upper and _binds_anew(token, cue):
                stop = min(stop, max(token.left_edge.i, head.i + 1))
            elif first.i == head.i and _is_clause(token) and (joint := _joint(token)) is not None:
                stop = min(stop, max(joint, head.i + 1))
        elif token.dep_ in {"parataxis", "ccomp"} and token.head.i in above and syntax.is_finite(token):
            stop = min(stop, max(token.left_edge.i, head.i + 1))
    if opening.form.endswith("noun"):
        stop = _before_predicate(doc, head.i + 1, stop)
    return _inside_quotation(doc, cue, opening.start, stop)


def _joint(token: Token) -> int | None:
    """Index of the coordinator or subject with which a coordinated clause begins; None for a slip of the tagger."""
    openers = [c.left_edge.i for c in token.children if c.i < token.i and (c.dep_ == "cc" or c.dep_ in syntax.SUBJECTS)]
    return min(openers, default=None)


def _opens_clause(doc: Doc, at: int, stop: int) -> bool:
    """Whether what follows a semicolon is a clause with subject and finite verb, not a further member of a list."""
    if at >= stop or doc[at].tag_ in {"VBG", "TO", "CC", "IN", "VB"}:
        return False
    for token in doc[at:stop]:
        if token.text == ";":
            return False
        if token.tag_ in FINITE or token.tag_ == "VBP":
            return True
    return False


def _binds_anew(token: Token, cue: Token) -> bool:
    """Whether a conjunct of something above the action opens a statement of its own."""
    if _own_to(token) is not None and token.tag_ in {"VB", "VBG"}:
        return False
    if syntax.is_finite(token) or syntax.own_subjects(token):
        return True
    if token.tag_ in {"VBN", "VBG", "JJ"}:
        left = token.left_edge.i
        return token.tag_ == cue.tag_ and token.doc[left - 1].lower_ in {"and", "or", "but"}
    if token.pos_ in {"VERB", "AUX"}:
        return True
    return cue.pos_ == "NOUN" and token.pos_ == "NOUN"


def _goes_on(token: Token, head: Token) -> bool:
    """Whether a bare verb above the action is no clause around it but the next member of its list."""
    return token.tag_ == "VB" and head.tag_ == "VB" and not syntax.own_subjects(token) and token.nbor(-1).text == ","


def _is_predicate(token: Token) -> bool:
    return token.pos_ in {"VERB", "AUX"} or bool(syntax.own_subjects(token)) or bool(syntax.auxiliaries(token))


def _clause_start(verb: Token, after: int) -> int:
    """Index of the first word of a verb's clause behind ``after``: its subject, auxiliary or itself."""
    starts = [verb.i] + [c.left_edge.i for c in verb.children if c.i > after and c.i < verb.i]
    return min(k for k in starts if k > after)


def _before_predicate(doc: Doc, start: int, stop: int) -> int:
    """Cut a noun phrase before a finite verb that no relative or that-clause accounts for."""
    open_clause = False
    for token in doc[start:stop]:
        if token.lower_ in SUBORDINATORS or token.tag_ in {"WDT", "WP", "WRB", "WP$"}:
            open_clause = True
        elif token.tag_ in FINITE and not open_clause and token.dep_ not in {"acl:relcl", "relcl"}:
            inside = {"acl:relcl", "relcl", "advcl", "ccomp"}
            if token.dep_ in inside or token.head.dep_ in inside:
                return stop
            return int(token.i)
    return stop


def _inside_quotation(doc: Doc, cue: Token, start: int, stop: int) -> int:
    """Cut behind a closing quotation mark whose opening one stands before the action."""
    depth = 0
    for token in doc[start:stop]:
        if token.text in {"“", "«"}:
            depth += 1
        elif token.text in {"”", "»"}:
            if depth == 0:
                return int(token.i)
            depth -= 1
    return stop


def trimmed(doc: Doc, start: int, end: int) -> int:
    """The end without coordinators and punctuation that close nothing opened inside."""
    while end > start + 1:
        token = doc[end - 1]
        if token.text == ")" and any(t.text == "(" for t in doc[start : end - 1]):
            break
        if token.text in CLOSING_QUOTES and any(t.text in OPENING_QUOTES for t in doc[start : end - 1]):
            break
        if token.is_space or (token.is_punct and token.text != "%") or token.lower_ in COORDINATORS:
            end -= 1
        else:
            break
    return end
