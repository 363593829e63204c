"""What the judge looks at: a candidate's surroundings as words such as ``subject=we`` or ``verb=calendar``."""

from spacy.tokens import Token

from pipeline.knowledge import shipped
from pipeline.language import syntax
from pipeline.tag.actors.resolution import read_collectives
from pipeline.tag.commitments import scope
from pipeline.tag.commitments.cues import Match
from pipeline.tag.commitments.forms import Action
from pipeline.tag.commitments.programme import is_person
from pipeline.tag.commitments.stems import Place
from pipeline.tag.commitments.subjects import Mention

TOLD = frozenset({"ago", "previously", "earlier"})
PERIODS = frozenset({"week", "month", "year", "decade", "summit", "meeting"})
WE = frozenset({"we", "us", "our", "i", "my", "ours"})
THEY = frozenset({"they", "their", "them", "he", "she", "his", "her", "it", "its", "both", "all", "each", "one", "who"})

WITH_OWN_SUBJECT = frozenset({"that", "gerund", "to_gerund", "of_gerund", "in_gerund"})
"""Forms whose action may be somebody else's: "agreed that officials should meet", "look forward to Chad hosting"."""


def subject_type(mention: Mention, party: bool) -> str:
    """The kind of words that name the actor: we, they, party, name, thing, patient, demonstrative or speaker."""
    if mention.span is None or mention.head is None:
        return "speaker"
    word = mention.head.lower_
    if mention.source == "patient":
        return "patient"
    if word in WE:
        return "we"
    if word in THEY:
        return "they+" if party else "they"
    if word == "you":
        return "you"
    if word in {"this", "that", "these", "those", "which", "there"}:
        return "demonstrative"
    if not _can_act(mention.head):
        return "thing+" if party else "thing"
    return "party" if party else "name"


def _bearer(noun: Token | None) -> str:
    """Who is named as the one who acts: a state, a body, one person, several by office, or some other word."""
    if noun is None:
        return "nobody"
    if noun.ent_type_ in {"GPE", "NORP"}:
        return "state"
    if noun.ent_type_ == "ORG":
        return "body"
    if is_person(noun):
        return "person"
    if noun.tag_ in {"PRP", "PRP$", "DT", "CD"}:
        return noun.lower_
    if noun.tag_ in {"NN", "NNP"} and noun.lemma_.lower() in shipped().get(read_collectives)["government"]:
        return "state"
    if noun.lemma_.lower() in shipped().get(read_collectives)["joint"]:
        return "organ"
    return "several" if noun.tag_ in {"NNS", "NNPS"} and _can_act(noun) else "actor" if _can_act(noun) else "thing"


def _can_act(noun: Token) -> bool:
    """Whether a noun names somebody who can promise: a state, body, person or office, "leaders", "both sides"."""
    if noun.ent_type_:
        return noun.ent_type_ in {"GPE", "ORG", "PERSON", "NORP"}
    if noun.tag_ in {"PRP", "PRP$", "CD", "DT"}:
        return True
    singular = noun.lemma_.lower().removesuffix("s")
    known = {noun.lower_, noun.lemma_.lower(), singular}
    return any(known & kind for kind in shipped().get(read_collectives).values()) or bool(
        known & scope.words("official")
    )


def features(
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
    """Names of what speaks for or against the candidate of ``match`` with ``action``; ``matches`` are all cues of the
    sentence, ``total`` the number of actions that the cue governs, ``nested`` whether another cue governs this one.
    """
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
    found += [f"action={lemma}", f"head~{lemma}"]
    found.append(f"group+bearer={group}|{_bearer(mention.head)}")
    agreed = agreement(token) is not None
    if agreed:
        found.append("agreed_on")
    if any(t.lower_ in {"hereby", "herewith"} for t in token.sent[: action.start - token.sent.start]):
        found.append("hereby")
    if mention.head is not None and mention.head.pos_ != "PROPN":
        noun = mention.head.lemma_.lower()
        found += [f"who={noun}", f"who~{noun}"]
    found += [f"above={category}{k}" for category, k in sorted(scope.shipped().above(token))]
    if cue.pos == "modal":
        found.append(f"head={lemma}")
        if syntax.is_passive(head):
            found.append("passive")
        if head.pos_ in {"ADJ", "NOUN"} or lemma == "be" or _goes_on_being(head):
            found.append("copula")
        person = mention.head is not None and (mention.head.tag_ == "NNP" or mention.head.lower_ in {"i", "he", "she"})
        for category in ("calendar", "forecast"):
            active = lemma in scope.words("escort") and not syntax.is_passive(head)
            if lemma in scope.words(category) and not active and not (agreed and category == "calendar"):
                found += [f"verb={category}", f"verb+subject={category}|{subject}", f"verb+person={category}|{person}"]
        if any(obj.lemma_ in scope.words("outing") for obj in syntax.objects(head)):
            found.append(f"outing|{person}")
    elif lemma in scope.words("saying"):
        found += ["says", f"says+cue={cue.text}"]
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
    doer = next(iter(syntax.own_subjects(head)), None) if action.form in WITH_OWN_SUBJECT else None
    if doer is not None and doer.i != token.i:
        found.append(f"doer={action.form}|{_bearer(doer)}")
    if action.form == "own_officials":
        own = any(t.tag_ == "PRP$" for t in token.doc[token.i : head.i])
        found.append(f"officials={'own' if own else 'named'}")
    if action.form == "object":
        found.append(f"object={'promised' if cue.text in scope.words('giving') else 'other'}")
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
            owner = next((m.cue.act for m in matches if m.token.i == above.i and m is not match), "none")
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
    if token.sent.text.rstrip().endswith("?") or (
        cue.pos == "modal" and token.i == place.first.i and not place.is_item
    ):
        found.append("question")
    if not place.opens_line and place.is_item:
        found.append("inside_item")
    return found


def _goes_on_being(verb: Token) -> bool:
    """Whether what goes on is a state: "will continue to be vulnerable"."""
    inner = syntax.infinitives(verb) if verb.lemma_ == "continue" else []
    return any(v.pos_ in {"ADJ", "NOUN"} or v.lemma_ in {"be", "remain"} for v in inner)


def agreement(cue: Token) -> Token | None:
    """The verb of agreeing, deciding or pledging above a clause: "agreed" of "agreed that officials will meet"."""
    clause = syntax.first_conjunct(syntax.governing_clause(syntax.governing_verb(cue)))
    agreed = clause.dep_ == "ccomp" and clause.head.lemma_ in scope.words("agreeing") and clause.head.i < cue.i
    return clause.head if agreed else None


def _is_told(predicate: Token) -> bool:
    """Whether a word of the past ("two years ago", "previously", "last year") dates the predicate itself."""
    for token in predicate.sent:
        if token.lower_ in TOLD or (token.lower_ in {"last", "previous"} and token.head.lower_ in PERIODS):
            above = next((a for a in syntax.ancestors(token) if a.pos_ in {"VERB", "AUX"} or a.i == predicate.i), None)
            if above is not None and above.i == predicate.i:
                return True
    return False
