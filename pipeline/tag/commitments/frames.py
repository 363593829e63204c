"""From a cue to the actions it governs: the frames of the cue lexicon.

A frame says where the action stands: ``to_verb`` "agreed to act", ``to_noun`` "commitment to the defence", ``that``
"agreed that officials should meet". :data:`FINDERS` lists them with an example each, in the order in which they are
tried. The words right behind the cue are read first, since they are plain in most press text even where the parse of a
long sentence is wrong; else the parse is asked. Coordinated actions are told apart by
:mod:`pipeline.tag.commitments.coordination`.
"""

from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Token

from pipeline.language import syntax
from pipeline.tag.commitments import behind, extents, governed
from pipeline.tag.commitments.enumerations import enumerated
from pipeline.tag.commitments.forms import Action, Frame, Opening
from pipeline.tag.commitments.scope import Scope
from pipeline.tag.commitments.sites import Site

Find = Callable[[Site, Frame], Opening | None]


@dataclass(frozen=True, slots=True)
class Finder:
    """How a frame is found: in the words right behind the cue, in the parse, or in one of them only.

    In ``example`` the cue stands in square brackets and the action in braces; ``counter_example`` has the cue, and
    nothing that the frame takes for an action.
    """

    frame: Frame
    words: Find | None
    parse: Find | None
    example: str
    counter_example: str


def actions(
    token: Token, end: int, frames: tuple[Frame, ...], scope: Scope, stops: frozenset[int] = frozenset()
) -> list[Action]:
    """The actions that the cue at ``token`` (whose last word is before index ``end``) governs, in text order.

    ``stops`` are indices at which other statements of the sentence begin.
    """
    site = Site(token, end, frozenset(frames), scope)
    if points := enumerated(site):
        return [action for opening, stop in points for action in extents.point(opening, stop, scope)]
    opening = found(site)
    if opening is None:
        return []
    if opening.head.i < token.i and opening.form == "to_verb":
        return extents.before(opening, governed.predicate_start(token), scope)
    if opening.head.i < token.i:
        return [Action(opening.head, opening.start, syntax.noun_phrase(opening.head)[1], opening.form)]
    return extents.measured(token, [opening], scope, stops)


def found(site: Site) -> Opening | None:
    """Where the action of a cue begins, by the first finder of its frames that finds one; None where none does."""
    finders = [finder for finder in FINDERS if finder.frame in site.frames]
    trials = [(f.words, f.frame) for f in finders] + [(f.parse, f.frame) for f in finders]
    openings = (find(site, frame) for find, frame in trials if find is not None)
    return next((opening for opening in openings if opening is not None), None)


FINDERS: tuple[Finder, ...] = (
    Finder(
        "verb",
        behind.modal_verb,
        None,
        "We [will] {open a port}.",
        "We [will].",
    ),
    Finder(
        "to_verb",
        behind.to_infinitive,
        governed.infinitive,
        "They [agreed] {to open a port}.",
        "They [agreed] with the report.",
    ),
    Finder(
        "gerund",
        behind.gerund,
        None,
        "They [considered] {opening a port}.",
        "They [considered] the port.",
    ),
    Finder(
        "object",
        behind.object_behind_recipient,
        governed.direct_object,
        "We [launched] {a fund}.",
        "We [launched] it.",
    ),
    Finder(
        "money",
        governed.amount_of,
        governed.amount,
        "Norway [pledged] {two million euros}.",
        "Norway [pledged] its support.",
    ),
    Finder(
        "on_noun",
        behind.prepositional,
        governed.prepositional,
        "They [agreed] on {the launch of a fund}.",
        "They [agreed] with the launch.",
    ),
    Finder(
        "to_gerund",
        behind.object_of_to,
        governed.prepositional,
        "We are [committed] {to reducing emissions}.",
        "We are [committed] to peace.",
    ),
    Finder(
        "to_noun",
        behind.object_of_to,
        governed.prepositional,
        "They confirmed their [commitment] {to the defence of Oslo}.",
        "They confirmed their [commitment] of last year.",
    ),
    Finder(
        "in_gerund",
        behind.prepositional,
        governed.prepositional,
        "Norway spares no [effort] {in finding the missing}.",
        "Norway spares no [effort] in winter.",
    ),
    Finder(
        "in_noun",
        behind.prepositional,
        governed.prepositional,
        "We will [invest] {in schools}.",
        "We will [invest] ten euros.",
    ),
    Finder(
        "towards_noun",
        behind.prepositional,
        governed.prepositional,
        "They will [work] {towards a treaty}.",
        "They will [work] at night.",
    ),
    Finder(
        "for_noun",
        behind.prepositional,
        governed.prepositional,
        "They announced [plans] for {a port}.",
        "They announced [plans] of the crew.",
    ),
    Finder(
        "at_noun",
        behind.prepositional,
        governed.prepositional,
        "The talks [aim] at {a treaty}.",
        "The talks [aim] high.",
    ),
    Finder(
        "of_gerund",
        behind.prepositional,
        governed.prepositional,
        "They stressed the [importance] of {sharing data}.",
        "They stressed the [importance] of data.",
    ),
    Finder(
        "of_noun",
        behind.prepositional,
        governed.prepositional,
        "They announced the [launch] of {a fund}.",
        "They announced the [launch] in Oslo.",
    ),
    Finder(
        "that",
        None,
        governed.that_clause,
        "Both countries [agreed] that {Norway should lead}.",
        "Both countries [agreed] that Norway leads.",
    ),
    Finder(
        "that_doing",
        None,
        governed.that_doing,
        "We [announce] that we are {opening a port}.",
        "We [announce] that we opened a port.",
    ),
    Finder(
        "own_noun",
        None,
        governed.own_noun,
        "They [reaffirmed] {their support for the talks}.",
        "They [reaffirmed] the support of the talks.",
    ),
    Finder(
        "adjective",
        None,
        governed.stance,
        "We [remain] {open to talks}.",
        "We [remain] tired.",
    ),
    Finder(
        "own_cooperation",
        None,
        governed.cooperation,
        "They [reaffirmed] their {close cooperation on fisheries}.",
        "They [reaffirmed] their close friendship.",
    ),
    Finder(
        "own_officials",
        None,
        governed.officials,
        "We [instruct] our ministers {to draft a plan}.",
        "We [instruct] the rebels to leave the town.",
    ),
    Finder(
        "proposal",
        None,
        governed.proposal,
        "The Cabinet [approved] the proposal {to open a port}.",
        "The Cabinet [approved] the port.",
    ),
)
"""The frames, in the order in which they are tried: first all in the words right behind the cue, then in the parse."""
