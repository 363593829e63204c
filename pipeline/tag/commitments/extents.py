"""How far an action reaches, and which actions are coordinated with it (GUIDELINES section 3, "Splitting").

An action runs from its head to the end of its complement. Parsers attach what trails behind (purpose, time, place,
participles) now here, now there, and the guidelines count all of it in; so an action reaches up to the next thing that
cannot belong to it: the next coordinated action, a clause coordinated with the cue, the verb that the whole phrase is
subject of, the end of a quotation or of the sentence.
"""

from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from pipeline.language import syntax
from pipeline.language.wordforms import SUPERSCRIPTS
from pipeline.tag.commitments.asides import joint_before
from pipeline.tag.commitments.bare import bare
from pipeline.tag.commitments.coordination import coordinated, further_actions
from pipeline.tag.commitments.forms import NOUNS, Action, Opening
from pipeline.tag.commitments.numbered import NUMERALS
from pipeline.tag.commitments.repeated import repeated
from pipeline.tag.commitments.scope import Scope
from pipeline.tag.commitments.verbs import has_complement, is_base, is_clause, left_of, own_to

CLOSING_QUOTES = frozenset({"”", '"', "’’", "»"})
OPENING_QUOTES = frozenset({"“", '"', "‘", "«"})
COORDINATORS = frozenset({"and", "or", "but", "as", "well", "also", "nor", "while", "&"})
SUBORDINATORS = frozenset(
    {"that", "which", "who", "whose", "whom", "where", "when", "how", "what", "as", "while", "if"}
)
OPENING_CLAUSES = frozenset({"until", "till", "once", "when", "while", "because", "before", "after", "unless"})
"""Words that open a clause of time or condition inside an action."""
FINITE = frozenset({"VBZ", "VBD", "MD"})


def measured(cue: Token, openings: list[Opening], scope: Scope, stops: frozenset[int] = frozenset()) -> list[Action]:
    """The actions that begin at ``openings`` and those coordinated with them, each with its end, in text order.

    ``stops`` are indices at which other statements of the sentence begin, see :func:`statement_starts`.
    """
    first = openings[0]
    boundary = min([_boundary(cue, first, scope), *(k for k in stops if k > first.head.i)])
    found = openings + further_actions(cue, openings, boundary, scope)
    found.sort(key=lambda o: o.start)
    actions = []
    for k, opening in enumerate(found):
        limit = boundary
        if k + 1 < len(found):
            limit = min(boundary, joint_before(cue.doc, found[k + 1].start, opening.head.i))
        end = trimmed(cue.doc, opening.start, limit)
        if end > opening.start:
            actions.append(Action(opening.head, opening.start, end, opening.form))
    return actions


def item(first: Token, stop: int, scope: Scope) -> list[Action]:
    """The actions of a list item that begins with its own verb or noun; ``stop`` is the index behind its last token."""
    openings = [Opening(first, first.i, "verb")]
    if first.tag_ in {"VB", "VBG", "VBP"}:
        form = "VB" if first.tag_ == "VBP" else first.tag_
        openings += [o for o in coordinated(openings[0], scope) if o.start < stop and o.head.tag_ == form]
    else:
        further = [v for v in syntax.conjuncts(first.sent.root) if v.tag_ == "VB" and v.i > first.i]
        openings += [Opening(v, left_of(v), "verb") for v in further if not syntax.own_subjects(v)]
    openings += [o for o in bare(openings, stop, scope) if o.start > first.i]
    openings.sort(key=lambda o: o.start)
    ends = [o.start for o in openings[1:]] + [stop]
    return [
        Action(o.head, o.start, trimmed(first.doc, o.start, end), "item") for o, end in zip(openings, ends, strict=True)
    ]


def before(opening: Opening, stop: int, scope: Scope) -> list[Action]:
    """The actions that stand before their cue, whose predicate begins at index ``stop``: "the proposal *to sign* the
    treaty and *to publish* it was approved".
    """
    head = opening.head
    found = {opening.start: opening}
    openings = [*coordinated(opening, scope), *repeated([opening], stop, scope), *bare([opening], stop, scope)]
    for further in openings:
        if head.i < further.start < stop:
            found.setdefault(further.start, further)
    ordered = [found[start] for start in sorted(found)]
    ends = [joint_before(head.doc, o.start, head.i) for o in ordered[1:]] + [stop]
    return [
        Action(o.head, o.start, trimmed(head.doc, o.start, end), o.form) for o, end in zip(ordered, ends, strict=True)
    ]


def point(opening: Opening, stop: int, scope: Scope) -> list[Action]:
    """The actions of a point of an enumeration that begins at ``opening``; ``stop`` is the index behind the point."""
    head = opening.head
    openings = [opening, *(o for o in bare([opening], stop, scope) if o.start > head.i)]
    ends = [joint_before(head.doc, o.start, head.i) for o in openings[1:]] + [stop]
    return [
        Action(o.head, o.start, trimmed(head.doc, o.start, end), o.form) for o, end in zip(openings, ends, strict=True)
    ]


def statement_starts(sentence: Span, cues: list[Token], scope: Scope) -> frozenset[int]:
    """Indices at which a coordinator opens another statement: "and his intent to", "as well as their", "and will"."""
    found = set()
    doc = sentence.doc
    for cue in cues:
        at = cue.i - 1
        if cue.tag_ == "VBP" and _is_bare(cue):
            continue
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
            if cue.tag_ == "MD" and (shared := _without_subject(cue)) is not None:
                found.add(shared)
                continue
            while at > sentence.start and (doc[at].pos_ in {"ADV", "AUX", "PRON"} or doc[at].tag_ == "PRP"):
                at -= 1
            at = _before_own_subject(cue, at)
        else:
            if cue.tag_ == "VBG" and at > sentence.start and _leads(cue, scope):
                found.add(at)
            continue
        if at > sentence.start and (doc[at].lower_ in {"and", "but"} or doc[at - 1 : at + 1].text.lower() == "well as"):
            found.add(at)
    return frozenset(found)


def _is_bare(cue: Token) -> bool:
    """Whether a verb in the present is in truth bare: beside an infinitive, or beside a verb in the singular ("will see
    whether it is safe, and *strive* to mend it").
    """
    first = syntax.first_conjunct(cue)
    singular = first.tag_ == "VBZ" or any(aux.tag_ == "VBZ" for aux in syntax.auxiliaries(first))
    return first.tag_ == "VB" or (first.i != cue.i and singular and not syntax.own_subjects(cue))


def _without_subject(modal: Token) -> int | None:
    """Index of the comma behind which a modal goes on with the subject of the one before: "will pay, will build"."""
    at = modal.i - 1
    while at > modal.sent.start and modal.doc[at].pos_ == "ADV":
        at -= 1
    earlier = any(token.tag_ == "MD" for token in modal.doc[modal.sent.start : at])
    return at if modal.doc[at].text == "," and earlier else None


def _before_own_subject(cue: Token, at: int) -> int:
    """The index before the noun in front of a modal that the parse takes for no subject: "and *Chile* will"."""
    doc = cue.doc
    if cue.tag_ != "MD" or syntax.own_subjects(syntax.governing_verb(cue)):
        return at
    while at > cue.sent.start and (doc[at].tag_ in {"NNP", "NNPS", "NN", "NNS", "DT"} or doc[at].lower_ == "of"):
        at -= 1
    return at


def _leads(gerund: Token, scope: Scope) -> bool:
    """Whether a participle opens a statement ("..., committing to act"), rather than going on with a list of means or
    of gerunds ("by building ports, maintaining roads", "the importance of sharing data and working together").
    """
    doc, before = gerund.doc, gerund.nbor(-1)
    if gerund.lemma_ in scope.words("upkeep"):
        return False
    if before.lower_ == "and":
        first = syntax.first_conjunct(gerund)
        governed = first.i > 0 and first.nbor(-1).pos_ in {"ADP", "SCONJ"}
        return first.tag_ == "VBG" and first.i != gerund.i and not governed
    listed = (t for t in doc[gerund.sent.start + 1 : gerund.i] if t.tag_ == "VBG")
    return before.text == "," and not any(t.nbor(-1).lower_ in {"by", "including", "through"} for t in listed)


def _boundary(cue: Token, opening: Opening, scope: Scope) -> int:
    """Index of the first token behind the cue's action that cannot belong to it."""
    doc, head, sentence = cue.doc, opening.head, cue.sent
    stop = int(sentence.end)
    above = {a.i for a in syntax.ancestors(head)} | {cue.i}
    for token in doc[head.i + 1 : stop]:
        if token.i >= stop:
            break
        if (
            _opens_statement(doc, token.i, head.i)
            or (token.is_space and "\n" in token.text)
            or (token.text == ";" and _opens_clause(doc, token.i + 1, stop, scope))
            or _opens_gap(token, head)
        ):
            stop = token.i
        elif _is_asked(token, head):
            continue
        elif token.i in above and _is_predicate(token) and not (_goes_on(token, head) or _is_own_object(token, head)):
            stop = min(stop, _clause_start(token, head.i))
        elif syntax.is_conjunct(token) and not (_completes_pair(token, head) or _completes_clause(token, head)):
            first = syntax.first_conjunct(token)
            upper = first.i in above and first.i != head.i
            shares = token.tag_ in {"VB", "VBP"} and not has_complement(head, token) and not _asserts(first, opening)
            shares = shares or (opening.form == "to_verb" and _is_infinitive(token, cue, first))
            shares = shares or (cue.tag_ == "MD" and first.i == cue.i and token.tag_ == "VB")
            if upper and not shares and not _belongs(token, opening, scope) and _binds_anew(token, cue):
                stop = min(stop, max(token.left_edge.i, head.i + 1))
            elif first.i == head.i and _is_told(token, head, scope) and (joint := _joint(token)) is not None:
                stop = min(stop, joint)
            elif (
                first.i == head.i
                and (is_clause(token, scope) or _resumes(token, scope))
                and (joint := _joint(token)) is not None
            ):
                stop = min(stop, max(joint, head.i + 1))
        elif _is_clause_beside(token, head, above):
            left = next(t for t in doc[token.left_edge.i : token.i + 1] if not t.is_punct)
            before = doc[left.i - 1]
            of_its_own = before.is_punct or before.lower_ in COORDINATORS or before.i <= head.i
            if of_its_own and doc[head.i + 1].lower_ != "that":
                stop = min(stop, max(token.left_edge.i, head.i + 1))
    if opening.form in NOUNS:
        stop = _before_predicate(doc, head.i + 1, stop)
    return _inside_quotation(doc, cue, opening.start, stop)


def _is_clause_beside(token: Token, head: Token, above: set[int]) -> bool:
    """Whether a finite clause is put beside the action or something above it, and closes the sentence where it is
    beside the action: "will not be given away, *the envoy said on Monday*".
    """
    if not syntax.is_finite(token) or token.dep_ not in {"parataxis", "ccomp"}:
        return False
    behind = token.doc[token.i : token.sent.end]
    closes = bool(syntax.own_subjects(token)) and not any(t.text == "," for t in behind)
    return token.head.i in above or (token.dep_ == "parataxis" and token.head.i == head.i and closes)


def _asserts(verb: Token, opening: Opening) -> bool:
    """Whether a finite verb asserts the noun whose action is a noun too, so that what is coordinated with it is
    asserted beside: "we reaffirm our commitment to peace and *welcome* the plan".
    """
    return opening.form in NOUNS and verb.tag_ in {"VBP", "VBZ"} and verb.i < opening.head.i


def _is_asked(token: Token, head: Token) -> bool:
    """Whether a finite verb behind the action's head is the predicate of a clause that completes it or a verb in it:
    "showing how trade *helps* the poor", "ensuring trade *helps* the poor".
    """
    if token.tag_ not in FINITE | {"VBP"}:
        return False
    for before in reversed(token.doc[head.i : token.i]):
        if before.tag_ in FINITE | {"VBP"}:
            return False
        if before.lemma_ == "ensure" and before.tag_ in {"VB", "VBG"}:
            return not (syntax.is_conjunct(token) and syntax.first_conjunct(token).i < head.i)
        if before.lower_ in {"how", "why", "what", "whether"}:
            return before.nbor(-1).tag_ in {"VB", "VBG"}
    return False


def _belongs(token: Token, opening: Opening, scope: Scope) -> bool:
    """Whether a conjunct of something above is taken so by a slip of the parser: a clause of time or condition
    ("until all parts are finished"), or a participle that qualifies a further noun ("to the vision and shared values").
    """
    doc = token.doc
    first = next((t for t in doc[token.left_edge.i : token.i] if t.is_alpha), None)
    if first is not None and first.lower_ in OPENING_CLAUSES:
        return True
    qualifies = opening.form in NOUNS and token.tag_ == "VBN" and token.lower_ in scope.words("qualifying")
    return qualifies and token.i + 1 < len(doc) and doc[token.i + 1].tag_ in {"JJ", "NN", "NNS"}


def _is_told(token: Token, head: Token, scope: Scope) -> bool:
    """Whether a verb that the parser coordinates with an infinitive or gerund goes on with the verb above: "confirmed
    the commitment to act and *reviewed* the work", "are committed to sharing data and *welcome* the plan".
    """
    if syntax.auxiliaries(token) or own_to(token) is not None or (head.tag_ == "VB" and is_base(token, scope)):
        return False
    return token.tag_ in {"VB": {"VBN", "VBD"}, "VBG": {"VBN", "VBD", "VB", "VBP", "UH"}}.get(head.tag_, set())


def _opens_statement(doc: Doc, at: int, head: int) -> bool:
    """Whether a pronoun opens the speakers' next clause: "will widen trade, we will build a road"."""
    if _is_contrast(doc, at):
        return True
    if at + 1 >= len(doc) or doc[at].lower_ not in {"we", "they"} or doc[at + 1].tag_ not in {"MD", "VBP"}:
        return False
    before = doc[at - 1]
    return at - 1 > head and (before.text in {",", ";"} or before.lower_ in {"and", "but"})


def _opens_gap(joint: Token, head: Token) -> bool:
    """Whether another actor gives or does something else, the verb left out: "pledged two million, *Italy* three
    million", "will build the school and *Malta* the road".
    """
    at, doc, stop = joint.i + 1, joint.doc, joint.sent.end
    if joint.text not in {",", ";"} and joint.lower_ != "and":
        return False
    while at < stop and (doc[at].tag_ in {"NNP", "NNPS"} or (at == joint.i + 1 and doc[at].tag_ == "DT")):
        at += 1
    names = {t.ent_type_ for t in doc[joint.i + 1 : at] if t.tag_ != "DT"}
    if at >= stop or not names or not names <= {"GPE", "ORG"}:
        return False
    if doc[at].tag_ == "IN" and head.i + 1 < joint.i:
        return doc[at].lower_ == doc[head.i + 1].lower_
    if doc[at].tag_ in {"CD", "$"}:
        return any(t.tag_ in {"CD", "$"} for t in doc[head.left_edge.i : joint.i])
    return doc[at].tag_ in {"DT", "PRP$"} and joint.lower_ == "and" and at + 1 < stop and doc[at + 1].pos_ != "VERB"


def _is_contrast(doc: Doc, at: int) -> bool:
    """Whether ", while" opens what somebody else will do: "Italy will pay, *while* Malta will build"."""
    if doc[at].lower_ not in {"while", "whereas"} or doc[at - 1].text not in {",", ";"}:
        return False
    clause = doc[at].head
    return clause.i > at and bool(syntax.own_subjects(clause)) and syntax.modal(clause) is not None


def _completes_pair(token: Token, head: Token) -> bool:
    """Whether a conjunct is the second half of "not only ..., but also ..." inside the action."""
    at = token.left_edge.i
    at += token.doc[at].is_punct
    words = [t.lower_ for t in token.doc[head.i + 1 : at]]
    return token.doc[at].lower_ == "but" and ("not", "only") in pairwise(words)


def _completes_clause(token: Token, head: Token) -> bool:
    """Whether a conjunct is a further that-clause below the action: "ensure that none starves *and that all learn*"."""
    that = next((c for c in token.children if c.dep_ == "mark" and c.lower_ == "that"), None)
    if that is None or syntax.first_conjunct(token).i != head.i or that.nbor(-1).lower_ != "and":
        return False
    return any(t.lower_ == "that" and t.dep_ == "mark" for t in token.doc[head.i + 1 : that.i])


def _resumes(verb: Token, scope: Scope) -> bool:
    """Whether an infinitive goes on with the verb above a that-clause: "agreed that they will ..., and to remain"."""
    clause = syntax.first_conjunct(verb)
    to = own_to(verb)
    agreed = clause.dep_ == "ccomp" and clause.head.lemma_ in scope.words("agreeing")
    return agreed and to is not None and verb.tag_ == "VB" and to.nbor(-1).lower_ == "and"


def _is_infinitive(token: Token, cue: Token, first: Token) -> bool:
    """Whether a verb cannot be finite beside the cue, or beside the verb that governs a noun: "has agreed to act and
    build", "agrees to act and build", "affirmed its commitment to act and build".
    """
    beside = first if cue.pos_ == "NOUN" else cue
    if syntax.modal(token) is not None or syntax.own_subjects(token):
        return False
    if token.tag_ == "VB":
        return beside.tag_ in {"VBN", "VBD", "VBZ", "JJ"}
    return token.tag_ == "VBP" and beside.tag_ == "VBZ"


def _joint(token: Token) -> int | None:
    """Index of the coordinator or subject with which a coordinated clause begins; None for a slip of the tagger."""
    openers = [c.left_edge.i for c in token.children if c.i < token.i and (c.dep_ == "cc" or c.dep_ in syntax.SUBJECTS)]
    return min(openers, default=None)


def _opens_clause(doc: Doc, at: int, stop: int, scope: Scope) -> bool:
    """Whether what follows a semicolon is a clause or a paragraph of a declaration ("; RECOGNISING that ..."), not a
    further member of a list.
    """
    if at < stop and doc[at].tag_ == "VBG" and doc[at].text[0].isupper():
        return True
    if at >= stop or doc[at].tag_ in {"VBG", "TO", "CC", "IN", "VB"} or is_base(doc[at], scope):
        return False
    for token in doc[at:stop]:
        if token.text == ";":
            return False
        if token.tag_ in FINITE or token.tag_ == "VBP":
            return True
    return False


def _binds_anew(token: Token, cue: Token) -> bool:
    """Whether a conjunct of something above the action opens a statement of its own."""
    if own_to(token) is not None and token.tag_ in {"VB", "VBG"}:
        return False
    if syntax.is_finite(token) or syntax.own_subjects(token):
        return True
    if token.tag_ == "VBN" and syntax.first_conjunct(token).tag_ == "VBD":
        return True
    if token.tag_ in {"VBN", "VBG", "JJ"}:
        left = token.left_edge.i
        return token.tag_ == cue.tag_ and token.doc[left - 1].lower_ in {"and", "or", "but"}
    if token.pos_ in {"VERB", "AUX"}:
        return True
    beside = cue.pos_ == token.pos_ == "NOUN" and syntax.first_conjunct(token).i == cue.i
    return beside and any(child.dep_ == "cc" for child in token.children)


def _goes_on(token: Token, head: Token) -> bool:
    """Whether a bare verb above the action is no clause around it but the next member of its list."""
    return token.tag_ == "VB" and head.tag_ == "VB" and not syntax.own_subjects(token) and token.nbor(-1).text == ","


def _is_own_object(token: Token, head: Token) -> bool:
    """Whether a verb was taken for the first part of its object: "shall, where possible, *exchange maps*", "will
    *lower fees*".
    """
    return head.dep_ in {"compound", "amod"} and head.head.i == token.i


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
        elif token.nbor(-1).text == "-":
            continue
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
        closes = (token.is_punct and token.text != "%") or _hands_on(doc, end)
        noun = token.lower_ == "well" and doc[end - 2].pos_ == "DET"
        if (
            token.is_space
            or closes
            or (token.lower_ in COORDINATORS and not noun)
            or not token.text.strip(SUPERSCRIPTS)
        ):
            end -= 1
        else:
            break
    numeral = _numeral(doc, start, end)
    return trimmed(doc, start, numeral) if numeral < end else end


def _hands_on(doc: Doc, end: int) -> bool:
    """Whether the last word hands on to a list: "will deepen our trade *by*:", "will redouble our efforts *to*:"."""
    return doc[end - 1].lower_ in {"by", "through", "to"} and end < len(doc) and doc[end].text == ":"


def _numeral(doc: Doc, start: int, end: int) -> int:
    """The end without the number of the next point of an enumeration: "suspend the duty, and (ii)", "raise pay; b"."""
    at = end - 1 if doc[end - 1].text == ")" else end
    at -= 1
    if at <= start or doc[at].lower_ not in NUMERALS:
        return end
    if doc[at - 1].text == "(":
        at -= 1
    before = doc[at - 1]
    return at if at > start and (before.text in {",", ";", ":"} or before.lower_ in COORDINATORS) else end
