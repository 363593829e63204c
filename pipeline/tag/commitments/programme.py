"""Programmes of visits: texts that tell what somebody is going to do, "will" by "will", and promise nothing by it.

"Calendars are reports" (GUIDELINES section 5). Which verbs and outings stand in calendars is data (scope.csv); where
most of a text's "will" are such, all of them are announcements.
"""

from spacy.tokens import Doc, Token

from pipeline.language import syntax
from pipeline.tag.commitments.bearers import Bearers
from pipeline.tag.commitments.scope import Scope

LEAST = 2
"""Announcements of what a person will do that make a text a programme, if they are half of its "will" or more."""


def is_programme(doc: Doc, bearers: Bearers) -> bool:
    """Whether a parsed document announces the programme of people."""
    promises = [syntax.governing_verb(token) for token in doc if token.tag_ == "MD" and token.lower_ == "will"]
    announced = sum(
        announces(verb, bearers.scope) and any(bearers.is_person(t) for t in syntax.subjects(verb)) for verb in promises
    )
    return announced >= LEAST and 2 * announced >= len(promises)


def announces(verb: Token, scope: Scope) -> bool:
    """Whether a verb is one of calendars, alone or with its object: "will visit", "will hold talks"."""
    lemma, outings = verb.lemma_.lower(), scope.words("outing")
    if lemma in scope.words("calendar"):
        return True
    return lemma in scope.words("light") and any(t.lemma_.lower() in outings for t in syntax.objects(verb))
