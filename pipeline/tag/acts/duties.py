"""Duties and orders: "the rebels must leave", "stop the siege" (GUIDELINES section 5).

With nobody named, "must" and "should" take a position; said of another, they demand.
"""

from spacy.tokens import Span, Token

from pipeline.language import syntax
from pipeline.tag.acts.wordings import Wordings, opens

DUTIES = frozenset({"must", "should", "ought"})
NEEDING = frozenset({"have", "need"})
"""Verbs that with "to" lay a duty on their subject."""
OURS = frozenset({"our", "my"})
BODIES = frozenset({"GPE", "ORG", "NORP", "PERSON"})
ALL = frozenset({"everyone", "everybody", "anyone", "nobody"})
TOGETHER = frozenset({"leader", "side", "party", "minister", "president", "government", "country", "delegation"})
"""With "the", "both" or "two" these nouns stand for those who speak."""
STATES = frozenset({"be", "have", "remain", "continue", "mean", "seem", "stay", "last"})
"""Verbs of no deed: "the valley must remain a zone of peace"."""
PROPOSING = frozenset({"propose", "suggest", "agree", "decide"})
SHOWING = frozenset({"allow", "permit", "note", "see", "consider", "remember", "imagine", "thank", "welcome"})
"""Verbs that open a sentence for the listener's sake, and ask no act of him."""
ASIDES = frozenset({"us", "me", "’s", "'s"})


def names_a_duty(sentence: Span, words: Wordings, speakers: frozenset[str]) -> bool:
    """Whether the sentence lays a duty on somebody else; ``speakers`` are codes of those who speak."""
    if sentence.text.rstrip().endswith("?"):
        return False
    modals = (token for token in sentence if token.tag_ == "MD" and token.lower_ in DUTIES)
    return any(_is_duty(modal, words, speakers) for modal in modals) or any(
        _has_to(token, words, speakers) for token in sentence
    )


def _has_to(verb: Token, words: Wordings, speakers: frozenset[str]) -> bool:
    """Whether somebody else has to, or needs to, do something: "airlines *have* to tell their passengers"."""
    if verb.lemma_ not in NEEDING or verb.tag_ not in {"VBP", "VBZ"} or verb.i + 2 >= verb.sent.end:
        return False
    to, deed = verb.nbor(1), verb.nbor(2)
    if to.lower_ != "to" or deed.tag_ != "VB" or not _is_deed(deed) or _is_below(verb) or syntax.is_negated(verb):
        return False
    return any(s.i < verb.i and is_another(s, words, speakers) for s in syntax.own_subjects(verb))


def says_what_is_due(sentence: Span) -> bool:
    """Whether the sentence says what must or should be done, and nobody is named who has to: "the siege must be
    lifted".
    """
    if sentence.text.rstrip().endswith("?"):
        return False
    due = (syntax.governing_verb(t) for t in sentence if t.tag_ == "MD" and t.lower_ in DUTIES)
    return any(
        syntax.is_passive(verb) and not _is_perfect(verb) and not _is_below(verb) and not syntax.agents(verb)
        for verb in due
    )


def _is_duty(modal: Token, words: Wordings, speakers: frozenset[str]) -> bool:
    verb = syntax.governing_verb(modal)
    if syntax.is_passive(verb) or _is_perfect(verb) or _is_below(verb) or not _is_deed(verb):
        return False
    return any(subject.i < modal.i and is_another(subject, words, speakers) for subject in syntax.subjects(verb))


def _is_deed(verb: Token) -> bool:
    """Whether a predicate is something to be done, or a way to behave: "must be ready"."""
    copula = [
        aux for aux in syntax.auxiliaries(verb) if aux.dep_ == "cop" or (aux.lemma_ == "be" and verb.pos_ == "ADJ")
    ]
    if copula:
        return verb.pos_ == "ADJ"
    return verb.lemma_ not in STATES and verb.pos_ in {"VERB", "AUX"}


def _is_perfect(verb: Token) -> bool:
    """Whether a guess is made about the past: "must have been"."""
    return any(aux.lemma_ == "have" for aux in syntax.auxiliaries(verb))


def _is_below(verb: Token) -> bool:
    """Whether the duty is told in a relative or conditional clause, or proposed for those who agree on it."""
    first = syntax.first_conjunct(verb)
    if syntax.is_relative(first) or syntax.is_conditional(first) or first.dep_ in {"acl", "csubj"}:
        return True
    return first.dep_ == "ccomp" and first.head.lemma_ in PROPOSING


def is_another(subject: Token, words: Wordings, speakers: frozenset[str]) -> bool:
    """Whether a subject names somebody other than those who speak, of whom something can be asked."""
    if subject.pos_ == "PRON":
        return subject.lower_ in ALL
    phrase = [t for t in subject.subtree if t.i <= subject.i]
    if any(t.lower_ in OURS for t in phrase):
        return False
    if len(speakers) == 1 and any(t.ent_kb_id_ in speakers for t in phrase):
        return False
    if subject.ent_type_ in BODIES:
        return True
    if subject.lemma_.lower() in TOGETHER and {t.lower_ for t in phrase} <= {
        "the",
        "both",
        "two",
        "all",
        subject.lower_,
    }:
        return any(t.lower_ == "all" for t in phrase)
    return words.has("addressee", subject)


def is_order(sentence: Span) -> bool:
    """Whether the sentence is an imperative: "Stop the siege.", "Do not take hasty steps."."""
    if not sentence.text.rstrip().endswith((".", "!", "”", '"')):
        return False
    if any(_is_please(token) for token in sentence):
        return True
    root = sentence.root
    first = next((t for t in sentence if t.is_alpha and t.lower_ not in {"never", "again", "do", "not"}), None)
    if first is None or first.i + 1 >= sentence.end or first.lower_ in SHOWING:
        return False
    if syntax.own_subjects(root) or syntax.modal(root) is not None or root.lower_ != root.lemma_.lower():
        return False
    following = first.nbor(1)
    if following.is_punct or "mistake" in {t.lower_ for t in sentence[:4]}:
        return False
    if first.lower_ == "let":
        return following.lower_ not in ASIDES and not any(t.lower_ == "know" for t in sentence[:6])
    begins = first.i == root.i and (opens(first) or first.i > sentence.start)
    return begins and root.tag_ in {"VB", "VBP"} and following.tag_ not in {"NNP", "NNPS", "VBZ", "VBP", "VBD", "MD"}


def _is_please(token: Token) -> bool:
    if token.lower_ != "please" or token.i + 1 >= token.sent.end:
        return False
    following = token.nbor(1)
    return following.tag_ in {"VB", "VBP"} and following.lower_ not in SHOWING
