"""For whom a document speaks: what all its evidence adds up to.

Rules name those whom the most outspoken part of a document names; they cannot weigh a title against the voice of the
text. Boosted trees do: they learned from documents of many publishers whose parties were read by people
(:mod:`pipeline.training.parties`), with and without metadata. What they say is a probability, and the trust of a party.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import prod

from pipeline.knowledge import Knowledge
from pipeline.names.gazetteer import Gazetteer
from pipeline.names.situation.evidence import LEAST, Clue, Part, Party, weigh
from pipeline.names.situation.forums import authors_clue, forum_clue
from pipeline.names.situation.headings import listed_states, titled_parties
from pipeline.names.situation.issuers import given_issuer
from pipeline.names.situation.preambles import read_preamble
from pipeline.names.situation.scene import Scene
from pipeline.names.situation.signatures import read_signatures
from pipeline.names.situation.standing import Features, standings
from pipeline.names.situation.trees import BoostedTrees, load_trees
from pipeline.names.situation.voices import label_codes
from pipeline.settings import MODEL

FILE = MODEL / "parties.json"
SURE = 0.8
"""A body that the rules name with this trust speaks in its own text."""
LEAST_WORDS = 60
UNNAMED = 0.05
"""How likely it is that a document speaks for somebody whom it does not name."""
NAMED = 0.65
"""Those whom the trees hold for less likely are not named: a wrong party is worse than none."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What is known of a document before it is weighed: its names in their sentences, ``hints`` at the publisher, the
    publisher, and the clues of those whom the rules name.
    """

    scene: Scene
    hints: tuple[Clue, ...]
    issuer: tuple[Party, ...]
    ruled: tuple[Clue, ...]


def weighed(findings: Findings, knowledge: Knowledge) -> tuple[Party, ...]:
    """The parties, sorted by code: those whom the rules name outright, else those that the trees hold for likely."""
    if (ruled := outright(findings, knowledge)) is not None:
        return ruled
    trees = knowledge.get(_trees)
    reasons = {party.code: party.reason for party in weigh((*findings.hints, *findings.ruled))}
    likely = likelihoods({code: trees.probability(f) for code, f in weighable(findings, knowledge).items()})
    return tuple(
        Party(code, reasons.get(code) or _where_named(code, findings.scene), trust)
        for code, chance in likely.items()
        if (trust := round(chance, 2)) >= NAMED
    )


def likelihoods(alone: Mapping[str, float]) -> dict[str, float]:
    """How likely each code is a party, from how likely it is when looked at alone.

    Somebody speaks in every document: where nobody else comes into question, one for whom little speaks is likely.
    """
    somebody = 1 - (1 - UNNAMED) * prod(1 - chance for chance in alone.values())
    return {code: chance / somebody for code, chance in alone.items()}


def outright(findings: Findings, knowledge: Knowledge) -> tuple[Party, ...] | None:
    """The parties where the rules decide: on words that say who speaks, on a body's own text, where text is short.

    Of a body's text, whoever else is named there is a member, a guest or a topic; of a few words, counts tell nothing.
    None where the trees decide.
    """
    ruled = tuple(party for party in weigh(findings.ruled) if party.trust >= LEAST)
    parts = {clue.part for clue in findings.ruled}
    if (
        len(findings.scene.text.split()) < LEAST_WORDS
        or Part.PREAMBLE in parts
        or (len(ruled) > 1 and parts & {Part.SIGNATURE, Part.LABEL})
        or (len(ruled) == 1 and ruled[0].trust >= SURE and _speaks_for_itself(ruled[0].code, knowledge))
    ):
        return ruled
    return None


def _speaks_for_itself(code: str, knowledge: Knowledge) -> bool:
    """Whether a code is that of a body with texts of its own; of armed movements others speak."""
    gazetteer = knowledge.get(Gazetteer)
    return not gazetteer.is_country(code) and gazetteer.kind_of(code) != "movement"


def weighable(findings: Findings, knowledge: Knowledge) -> dict[str, Features]:
    """The features of all who may be parties, by code."""
    return standings(findings.scene, _by_kind(findings, knowledge), knowledge)


def _by_kind(findings: Findings, knowledge: Knowledge) -> Mapping[str, Iterable[Clue]]:
    scene, paper = findings.scene, findings.scene.paper
    home = frozenset(party.code for party in findings.issuer if not party.is_doubtful)
    kinds: dict[str, list[Clue]] = {
        "rules": [Clue((party.code,), Part.TEXT, party.reason, party.trust) for party in weigh(findings.ruled)],
        "issuer": [Clue((party.code,), Part.TEXT, party.reason, party.trust) for party in findings.issuer],
        "titled": [_titled(paper.title, scene, home, knowledge)],
        "headed": [_titled(line, scene, home, knowledge) for line in paper.headings[:4]],
        "listed": [Clue(tuple(sorted(listed_states(paper.lead, knowledge))), Part.LEAD, "", 1.0)],
        "label": [
            Clue(label_codes(label, scene.people, knowledge), Part.LABEL, label.name, 1.0)
            for label in scene.labels
            if label.is_office
        ],
    }
    for kind, clue in (
        ("given", given_issuer(paper, knowledge)),
        ("preamble", read_preamble(paper, knowledge)),
        ("signatures", read_signatures(paper, knowledge)),
        ("forum", forum_clue(paper, home, knowledge)),
        ("authors", authors_clue(paper, knowledge)),
    ):
        kinds[kind] = [clue] if clue else []
    for clue in findings.hints:
        kinds.setdefault(f"hint {clue.part}", []).append(clue)
    return kinds


def _titled(line: str, scene: Scene, home: frozenset[str], knowledge: Knowledge) -> Clue:
    named = titled_parties(line, scene.paper.lead, home, knowledge) if line else frozenset[str]()
    return Clue(tuple(sorted(named)), Part.TITLE, line, 1.0)


def _where_named(code: str, scene: Scene) -> str:
    """The first words of the document that name a code, as a reason."""
    for sentence, cast in scene.sentences:
        for one in cast:
            if one.code == code:
                return Clue((code,), Part.TEXT, sentence[max(0, one.start - 30) :], 1.0).reason
    return Clue((code,), Part.TEXT, scene.paper.title, 1.0).reason


def _trees(_: Knowledge) -> BoostedTrees:
    return load_trees(FILE)
