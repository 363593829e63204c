"""From a cue to the actions it governs: the frames of the cue lexicon.

A frame says where the action stands: ``to_verb`` "agreed to act", ``to_noun`` "commitment to the defence" and
"committed to strengthening", ``that`` "agreed that officials should meet", ``on_noun`` "agreed on the launch",
``that_doing`` "announce that we are opening", ``object`` "launch an initiative", ``verb`` what an auxiliary belongs to.
The words right behind the cue are read first, since they are plain in most press text even where the parse of a long
sentence is wrong; else the parse is asked. Coordinated actions are told apart by
:mod:`pipeline.tag.commitments.coordination`.
"""

from typing import Literal

from spacy.tokens import Token

from pipeline.language import syntax
from pipeline.tag.commitments import extents, scope
from pipeline.tag.commitments.coordination import Opening
from pipeline.tag.commitments.extents import Action

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
]

PREPOSITIONS: dict[str, frozenset[str]] = {
    "to_noun": frozenset({"to"}),
    "to_gerund": frozenset({"to"}),
    "in_noun": frozenset({"in"}),
    "towards_noun": frozenset({"towards", "toward"}),
    "for_noun": frozenset({"for"}),
    "at_noun": frozenset({"at"}),
    "on_noun": frozenset({"on", "upon"}),
    "of_noun": frozenset({"of"}),
    "of_gerund": frozenset({"of"}),
    "in_gerund": frozenset({"in"}),
}
JOINT_WORK = frozenset({"cooperation", "collaboration", "coordination"})
GERUND_ONLY = frozenset({"to_gerund", "of_gerund", "in_gerund"})


def actions(token: Token, end: int, frames: tuple[Frame, ...], stops: frozenset[int] = frozenset()) -> list[Action]:
    """The actions that the cue at ``token`` (whose last word is before index ``end``) governs, in text order.

    ``stops`` are indices at which other statements of the sentence begin.
    """
    for heads in (_behind(token, end, frames), _parsed(token, end, frames)):
        if heads:
            return extents.measured(token, heads, stops)
    return []


def _behind(token: Token, end: int, frames: tuple[Frame, ...]) -> list[Opening]:
    """Complements that stand right behind the cue: (head, start, form)."""
    doc, stop = token.doc, token.sent.end
    at = end
    if "verb" in frames:
        return _verb_behind(token, at, stop)
    while at < stop and (
        (doc[at].pos_ == "ADV" and doc[at].tag_ != "WRB")
        or doc[at].lower_ in {"jointly", "together", "ourselves", "themselves", "itself", "himself", "herself", "fully"}
    ):
        at += 1
    at = _past_copula(token, at, stop)
    at = _past_insertion(token, at, stop)
    if at >= stop:
        return []
    word = doc[at].lower_
    if word == "not" and at + 1 < stop and doc[at + 1].lower_ == "to":
        at, word = at + 1, "to"
    if word == "to" and at + 1 < stop:
        nxt = at + 1
        while (
            nxt < stop - 1
            and (doc[nxt].pos_ == "ADV" or doc[nxt].lower_ in {"not", "further", "also"})
            and doc[nxt].tag_ != "VB"
        ):
            nxt += 1
        plain = nxt == at + 1 and doc[nxt].tag_ in {"NN", "VBP"} and not {"to_noun", "to_gerund"} & set(frames)
        if (doc[nxt].tag_ == "VB" or plain) and "to_verb" in frames:
            return [Opening(doc[nxt], at, "to_verb")]
        if doc[nxt].tag_ == "VBG" and ({"to_noun", "to_gerund"} & set(frames)):
            return [Opening(doc[nxt], at, "to_gerund")]
    if doc[at].tag_ == "VBG" and "gerund" in frames:
        return [Opening(doc[at], at, "gerund")]
    for frame in frames:
        if word in PREPOSITIONS.get(frame, ()) and at + 1 < stop:
            head = _gerund_behind(token, at + 1) or _object_of(doc[at])
            if head is not None and head.pos_ != "PRON" and (frame not in GERUND_ONLY or head.tag_ == "VBG"):
                start = at if word in {"to", "in", "towards", "toward"} and "of" not in word else at + 1
                return [Opening(head, start, _form(word, head))]
    return []


def _past_insertion(token: Token, at: int, stop: int) -> int:
    """The index of the "to" behind an insertion: "committed, where possible, to", "commitment of both countries to"."""
    doc = token.doc
    if at >= stop:
        return at
    if doc[at].text == ",":
        for k in range(at + 2, min(at + 18, stop - 1)):
            if doc[k].text == "," and doc[k + 1].lower_ == "to":
                return k + 1
    elif doc[at].lower_ in {"by", "of", "from"} and token.pos_ == "NOUN":
        for k in range(at + 2, min(at + 12, stop)):
            if doc[k].lower_ == "to":
                return k
            if doc[k].pos_ in {"VERB", "AUX", "ADP", "PUNCT", "SCONJ"} and doc[k].lower_ != "of":
                break
    return at


def _past_copula(token: Token, at: int, stop: int) -> int:
    """The index of the "to" that says what a goal is: "our goal is to act", "the aim of the talks is to end ..."."""
    if token.pos_ != "NOUN":
        return at
    for k in range(at, min(at + 10, stop - 1)):
        if token.doc[k].lemma_ == "be" and token.doc[k + 1].lower_ == "to":
            return k + 1
        if token.doc[k].pos_ in {"VERB", "AUX", "PUNCT"} or (k == at and token.doc[k].lower_ != "of"):
            break
    return at


def _form(preposition: str, head: Token) -> str:
    return f"{preposition}_{'gerund' if head.tag_ == 'VBG' or head.lower_.endswith('ing') else 'noun'}"


def _verb_behind(token: Token, at: int, stop: int) -> list[Opening]:
    doc = token.doc
    verb = syntax.governing_verb(token)
    if verb.i < token.i or verb.pos_ not in {"VERB", "AUX", "ADJ", "NOUN", "ADV", "PROPN"} or verb.i - token.i > 14:
        verb = token
    if verb is token:
        candidate = next((doc[k] for k in range(at, min(at + 6, stop)) if _is_behind_modal(doc[k])), None)
        if candidate is None:
            return []
        verb = candidate
    start = verb.i
    for k in range(at, verb.i):
        if doc[k].dep_ in syntax.AUXILIARIES and doc[k].tag_ != "MD" and doc[k].lemma_ in {"be", "have"}:
            start = k
            break
    return [Opening(verb, start, "verb")]


def _is_behind_modal(token: Token) -> bool:
    """Whether a word is a verb as modals have it, also behind the number of a point: "will: (i) dredge"."""
    return token.tag_ in {"VB", "VBN"} or (token.tag_ == "VBP" and token.nbor(-1).text == ")")


def _gerund_behind(token: Token, at: int) -> Token | None:
    """The gerund behind a preposition, adverbs passed over."""
    doc, stop = token.doc, token.sent.end
    while at < stop - 1 and (doc[at].pos_ == "ADV" or doc[at].lower_ == "further"):
        at += 1
    if at >= stop:
        return None
    slip = doc[at].lower_.endswith("ing") and doc[at].dep_ in {"amod", "compound"} and doc[at].nbor(-1).pos_ != "DET"
    return doc[at] if doc[at].tag_ == "VBG" or (slip and doc[at].i > token.i + 2) else None


def _object_of(preposition: Token) -> Token | None:
    """The head of what a preposition governs, in both label schemes."""
    if preposition.dep_ not in {"case", "mark", "aux"}:
        return next((c for c in preposition.children if c.dep_ in {"pobj", "pcomp"}), None)
    head = preposition.head
    while head.dep_ in {"compound", "amod", "nmod:poss", "nmod:desc"} and head.head.i > head.i:
        head = head.head
    return head if head.i > preposition.i else None


def _parsed(token: Token, end: int, frames: tuple[Frame, ...]) -> list[Opening]:
    """Complements that the parse gives: (head, start, form)."""
    if "to_verb" in frames:
        for verb in syntax.infinitives(token):
            to = syntax.to_particle(verb)
            if (
                to is not None
                and verb.tag_ == "VB"
                and to.i - end < 25
                and (verb.dep_ != "advcl" or token.pos_ != "VERB")
            ):
                return [Opening(verb, to.i, "to_verb")]
        for verb in _behind_clause(token):
            to = syntax.to_particle(verb)
            if to is not None and verb.tag_ == "VB" and to.nbor(-1).lower_ == "and":
                return [Opening(verb, to.i, "to_verb")]
    if "object" in frames or "money" in frames:
        for obj in syntax.objects(token):
            named = obj.pos_ != "PRON" and obj.lower_ != "that"
            if obj.i >= end and named and ("object" in frames or _is_sum(obj)):
                return [Opening(obj, max(obj.left_edge.i, end), "object")]
    for frame in frames:
        for preposition, obj in syntax.prepositional(token):
            if (
                preposition in PREPOSITIONS.get(frame, ())
                and obj.i >= end
                and obj.pos_ != "PRON"
                and (frame not in GERUND_ONLY or obj.tag_ == "VBG")
            ):
                mark = next((c for c in obj.children if c.lower_ == preposition and c.i < obj.i), obj.left_edge)
                start = mark.i if preposition in {"to", "in", "towards", "toward"} else mark.i + 1
                return [Opening(obj, max(start, end), _form(preposition, obj))]
    if "that" in frames:
        for clause in syntax.finite_clauses(token):
            modal = syntax.modal(clause)
            if modal is None or modal.lower_ not in {"should", "must"}:
                continue
            subject = next(iter(syntax.own_subjects(clause)), clause)
            return [Opening(clause, max(subject.left_edge.i, end), "that")]
    if "that_doing" in frames:
        for clause in _said(token):
            if syntax.tense(clause) == "progressive":
                return [Opening(clause, clause.i, "gerund")]
    if "own_noun" in frames:
        for obj in syntax.objects(token):
            if obj.i >= end and obj.left_edge.tag_ == "PRP$":
                return [Opening(obj, obj.left_edge.i, "own_noun")]
    if "adjective" in frames and token.lemma_ == "remain":
        for child in token.children:
            is_complement = child.i >= end and child.dep_ in {"xcomp", "acomp", "attr"}
            if is_complement and child.lower_ in scope.words("stance"):
                return [Opening(child, child.i, "adjective")]
    if "own_cooperation" in frames:
        return _cooperation(token, end)
    return _officials(token, end, frames)


def _behind_clause(verb: Token) -> list[Token]:
    """Verbs coordinated with a that-clause or with the verb that governs it: "agreed that ..., and to remain"."""
    clauses = syntax.finite_clauses(verb) if verb.pos_ == "VERB" else []
    return [v for clause in clauses for v in syntax.conjuncts(clause)] + (syntax.conjuncts(verb) if clauses else [])


def _said(verb: Token) -> list[Token]:
    """Predicates of the clauses that a verb introduces with "that", also where words set off by commas part the two
    ("announce that, together, we are opening") and the parse takes "that" for an object.
    """
    clauses = syntax.finite_clauses(verb)
    if not clauses and verb.i + 2 < verb.sent.end and verb.nbor(1).lower_ == "that" and verb.nbor(2).text == ",":
        clauses = [t for t in verb.children if t.i > verb.i + 2 and syntax.is_finite(t) and syntax.own_subjects(t)]
    return clauses


def _is_sum(noun: Token) -> bool:
    """Whether a noun phrase names an amount: "$50 million", "two billion euros"."""
    return any(t.like_num or t.is_currency or t.ent_type_ == "MONEY" for t in noun.subtree)


def _cooperation(token: Token, end: int) -> list[Opening]:
    """The speakers' own working together, said again: "reaffirmed their close cooperation toward ..."."""
    doc, at = token.doc, end
    if at < token.sent.end and doc[at].tag_ == "PRP$":
        at += 1
        start = at
        while at < token.sent.end and doc[at].pos_ in {"ADJ", "ADV"}:
            at += 1
        if at < token.sent.end and doc[at].lemma_.lower() in JOINT_WORK:
            return [Opening(doc[at], start, "own_noun")]
    return []


def _officials(token: Token, end: int, frames: tuple[Frame, ...]) -> list[Opening]:
    """What the speakers have their own people do: "instructed our ministers to prepare ..."."""
    if "own_officials" not in frames:
        return []
    doc, stop = token.doc, token.sent.end
    own = False
    for at in range(end, min(end + 25, stop - 1)):
        word = doc[at]
        own = own or word.lemma_.lower() in scope.words("official")
        if word.lower_ == "to" and word.head.i > at and word.head.tag_ == "VB" and word.dep_ in {"mark", "aux"}:
            return [Opening(word.head, at, "own_officials")] if own else []
        if word.lower_ == "with" and doc[at + 1].tag_ == "VBG":
            return [Opening(doc[at + 1], at + 1, "own_officials")] if own else []
        if word.text in {",", ";"} or word.tag_ in {"WDT", "WRB", "WP"}:
            break
    return []
