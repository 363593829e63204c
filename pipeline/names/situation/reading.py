"""The speech situation of a document, read once from all its evidence: who publishes, who speaks, who takes part.

Words that say it outright come first: signatures, "We, the leaders of ...". Then the title, then the clause with which
the text opens; the publisher speaks where nobody else is named beside. What is not certain enough is not said.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.knowledge import Knowledge
from pipeline.names.gazetteer import Gazetteer
from pipeline.names.membership import represented
from pipeline.names.situation.correspondence import sender_clue
from pipeline.names.situation.encounters import Encounter
from pipeline.names.situation.evidence import LEAST, Clue, Part, Party, Situation, weigh
from pipeline.names.situation.forums import authors_clue, forum_clue
from pipeline.names.situation.headings import is_telling, spread_members, titled_parties
from pipeline.names.situation.issuers import given_issuer, issuer_clues, signatories
from pipeline.names.situation.paper import Paper
from pipeline.names.situation.preambles import read_preamble
from pipeline.names.situation.scene import Scene, scene_of
from pipeline.names.situation.signatures import read_signatures
from pipeline.names.situation.voices import label_codes
from pipeline.names.situation.weighing import Findings, weighed

TITLED = 0.9
MET = 0.85
OPENED = 0.6
OPENED_BY_BODY = 0.75


def read_situation(paper: Paper, knowledge: Knowledge) -> Situation:
    """Who publishes a document and for whom it speaks, with reasons and trust."""
    findings = find(paper, knowledge)
    publisher = tuple(party.code for party in findings.issuer if not party.is_doubtful)
    if paper.parties:
        return Situation(publisher, weigh([Clue(paper.parties, Part.GIVEN, "metadata", 1.0)]))
    return Situation(publisher, weighed(findings, knowledge))


def find(paper: Paper, knowledge: Knowledge) -> Findings:
    """Names, hints and clues of a document, from which its parties are weighed."""
    scene = scene_of(paper, knowledge)
    hints = tuple(issuer_clues(scene, knowledge))
    issuer = _issuer(scene, hints, knowledge)
    return Findings(scene, hints, issuer, tuple(_as_bodies(_clues(scene, issuer, knowledge), paper, knowledge)))


def _issuer(scene: Scene, hints: tuple[Clue, ...], knowledge: Knowledge) -> tuple[Party, ...]:
    """Whoever publishes: as given, else the one for whom most clues speak."""
    paper, lead = scene.paper, scene.lead
    if given := given_issuer(paper, knowledge) or sender_clue(paper, knowledge):
        return weigh([given])
    clues = list(hints)
    authors = authors_clue(paper, knowledge)
    if authors and len(authors.codes) == 1:
        clues.append(authors)
    if lead and len(lead.subjects) == 1 and lead.kind == "said":
        (subject,) = lead.subjects
        is_state = knowledge.get(Gazetteer).is_country(subject)
        clues.append(Clue((subject,), Part.LEAD, lead.words, OPENED if is_state else OPENED_BY_BODY))
    elif lead and len(lead.subjects) == 1 and not lead.inviters:
        clues.append(Clue(tuple(lead.subjects), Part.LEAD, lead.words, OPENED / 2))
    parties = [party for party in weigh(clues) if party.trust >= LEAST]
    best = max(parties, key=lambda party: party.trust, default=None)
    return (best,) if best else ()


def _clues(scene: Scene, issuer: tuple[Party, ...], knowledge: Knowledge) -> Iterator[Clue]:
    """The clues of the most outspoken part of the document: words that say it, the title, labels, the first clause."""
    paper, lead, people = scene.paper, scene.lead, scene.people
    if sent := sender_clue(paper, knowledge):
        yield replace(sent, part=Part.PREAMBLE)
        return
    if outright := read_preamble(paper, knowledge) or read_signatures(paper, knowledge):
        yield outright
        return
    home = frozenset(party.code for party in issuer)
    if titled := _titled(paper, frozenset(party.code for party in issuer if not party.is_doubtful), knowledge):
        yield titled
        return
    for party in issuer:
        yield Clue((party.code,), Part.TEXT, party.reason, party.trust)
    yield from signatories(paper, knowledge)
    if scene.labels:
        for label in {label.name: label for label in scene.labels if label.is_office}.values():
            if named_by := label_codes(label, people, knowledge):
                yield Clue(named_by, Part.LABEL, label.name, MET)
        return
    if lead:
        yield from _led(lead, home)


def _titled(paper: Paper, home: frozenset[str], knowledge: Knowledge) -> Clue | None:
    """What the title, or a heading under it, tells of those who speak beside the publisher."""
    if forum := forum_clue(paper, home, knowledge):
        return forum
    for line in dict.fromkeys((paper.title, *paper.headings)):
        if not line or (line != paper.title and not is_telling(line, home, knowledge)):
            continue
        named = titled_parties(line, paper.lead, home, knowledge)
        if named and named != home and (named - home or len(named) > 1):
            return Clue(tuple(sorted(named)), Part.TITLE, line, TITLED)
    authors = None if home else authors_clue(paper, knowledge)
    return authors if authors and len(authors.codes) > 1 else None


def _led(lead: Encounter, home: frozenset[str]) -> Iterator[Clue]:
    """What the first clause tells: those who met, those who act together, or the one who speaks."""
    if lead.kind in ("encounter", "visit"):
        named = lead.subjects | lead.objects
    elif lead.kind == "joint" and len(lead.subjects) > 1:
        named = lead.subjects
    elif home:
        return
    else:
        named = lead.subjects
    if not lead.subjects and not home:
        return
    yield Clue(tuple(sorted(named)), Part.LEAD, lead.words, MET if len(named | home) > 1 else OPENED)


def _as_bodies(clues: Iterable[Clue], paper: Paper, knowledge: Knowledge) -> Iterator[Clue]:
    """The clues with groups of states spelled out, or states that meet as a forum put together, as its texts do."""
    gazetteer = knowledge.get(Gazetteer)
    opening = "\n".join((paper.title, *paper.headings, paper.lead))
    forums = {m.code for m in gazetteer.mentions(opening) if m.role == "body" and gazetteer.kind_of(m.code) == "forum"}
    for clue in clues:
        named = spread_members(frozenset(clue.codes), knowledge)
        for forum in sorted(forums):
            members = frozenset(represented(forum, knowledge)) - {"EU"}
            if (
                len(members) > 1
                and named - {"EU"} == members
                and spread_members(frozenset({forum}), knowledge) == {forum}
            ):
                named = frozenset({forum})
        yield Clue(tuple(sorted(named)), clue.part, clue.words, clue.trust)
