"""Programmes of visits: texts that tell what somebody is going to do, "will" by "will", and promise nothing by it.

"Calendars are reports" (GUIDELINES section 5). Which verbs and outings stand in calendars is data (scope.csv); where
most of a text's "will" are such, all of them are announcements.
"""

from spacy.tokens import Doc, Token

from pipeline.knowledge import shipped
from pipeline.language import syntax
from pipeline.tag.actors.resolution import read_collectives
from pipeline.tag.commitments import scope

LEAST = 2
"""Announcements of what a person will do that make a text a programme, if they are half of its "will" or more."""

LIGHT = frozenset({"hold", "have", "make", "pay", "give", "exchange", "conduct"})
"""Verbs that say little beside their object: "hold talks", "pay a visit"."""

STYLES = frozenset({"highness", "majesty", "excellency", "honour", "honor"})


def is_programme(doc: Doc) -> bool:
    """Whether a parsed document announces the programme of people."""
    promises = [syntax.governing_verb(token) for token in doc if token.tag_ == "MD" and token.lower_ == "will"]
    announced = sum(announces(verb) and any(is_person(t) for t in syntax.subjects(verb)) for verb in promises)
    return announced >= LEAST and 2 * announced >= len(promises)


def announces(verb: Token) -> bool:
    """Whether a verb is one of calendars: "will visit", "will hold talks"."""
    if verb.lemma_.lower() in scope.words("calendar"):
        return True
    outing = scope.words("outing")
    return verb.lemma_.lower() in LIGHT and any(t.lemma_.lower() in outing for t in syntax.objects(verb))


def is_person(noun: Token) -> bool:
    """Whether a subject is a single person, named or by office."""
    known = {noun.lower_, noun.lemma_.lower()}
    return noun.ent_type_ == "PERSON" or bool(
        known & ({"he", "she"} | STYLES | shipped().get(read_collectives)["office"])
    )
