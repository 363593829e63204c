"""Words that say outright who speaks: "We, the leaders of A and B", "released by the Governments of A, B and C".

What stands behind them up to the first verb is a list of names; all of it speaks.
"""

import re
from collections.abc import Iterator

from pipeline.knowledge import Knowledge
from pipeline.names.gazetteer import Gazetteer
from pipeline.names.membership import represented
from pipeline.names.situation.cast import Named, cast_of, codes, sentences
from pipeline.names.situation.evidence import Clue, Part
from pipeline.names.situation.paper import Paper

EXPLICIT = 0.97
LISTED = 0.9
FIRST_SENTENCES = 6
LONGEST_LIST = 900

_WE = re.compile(r"\b(?:We|WE)\s*(?:,|—|–|-|\bthe\b)\s*|\bwe\s*(?:,|—|–)?\s*(?=the\b|[A-Z])")
_AS = re.compile(
    r"As (?:the )?(?:[Ll]eaders|[Mm]inisters|(?:[A-Z]\w+ ){1,3}[Mm]inisters|Presidents|[Gg]overnments|Heads of [\w ]+?|"
    r"[Mm]embers|[Cc]o-chairs|[Cc]o-hosts) (?:of|from) (?=.{3,400}?\b(?:we|our)\b)"
)
_RELEASED = re.compile(
    r"\b(?:statement|text|communiqué|communique|declaration|release|letter)\b[^.]{0,120}?"
    r"\b(?:released|issued|made|given|adopted|agreed|endorsed|signed|delivered|co-signed|published|"
    r"statement)\s(?:jointly\s)?"
    r"(?:(?:today|together|on [\w ,]{3,20}?)\s)?(?:by|on behalf of|between)\s",
    re.IGNORECASE,
)
_FOLLOWING = re.compile(r"\b(?:following|text|below)\b", re.IGNORECASE)
_GOVERNMENTS = re.compile(
    r"(?:Today,?\s|On [\w ,]{3,30},\s)?(?:The\s)?(?:Governments?|Leaders|(?:Foreign|Prime|Finance|"
    r"Defen[cs]e)?\s?Ministers|Presidents|"
    r"Heads of (?:State|Government|State and Government|State or Government)|Representatives|Parties|"
    r"Members|Presidents and Prime Ministers)"
    r"(?: for [A-Z][\w ]{3,40}?)?\s(?:of|from)\s",
    re.IGNORECASE,
)
_END = re.compile(
    r"\b(?:met|meet|have|has|had|held|hold|are|were|is|was|being|gathered|gathering|convened|reaffirm\w*|"
    r"recogni\w+|affirm\w*|"
    r"express\w*|welcom\w+|condemn\w*|agree[ds]?|declare[ds]?|announce[ds]?|decide[ds]?|call|hereby|today|"
    r"following|will|"
    r"as (?:founding|witnessed|well as by)|on (?:the|\d)|regarding|in (?:response|the|[A-Z]\w+|order)|"
    r"commit\w*|to (?:mark|announce|discuss)|"
    r"during|at the|issued|released|launched|signed|desir\w+|consider\w+|recall\w*|meeting|assembled|acting|wish\w*|"
    r"having|united|guided|gathered|we|our|participating|responsible|whose|who|that|hereinafter|referred|with the)\b|"
    r"(?<![A-Z])(?<!Jr)[:.]\s|[:.]$"
)
_PEOPLES = re.compile(r"\s*(?:the )?peoples?\b", re.IGNORECASE)


def read_preamble(paper: Paper, knowledge: Knowledge) -> Clue | None:
    """The first such list of the opening; None where there is none that names anybody."""
    text = "\n".join([*paper.headings, paper.lead])
    for sentence in sentences(text)[: FIRST_SENTENCES + len(paper.headings)]:
        for words, trust in _lists(sentence):
            cast = cast_of(words, knowledge)
            named = _speakers(cast, words, knowledge)
            if len(named) > 1 or (named and trust == EXPLICIT):
                return Clue(tuple(sorted(named)), Part.PREAMBLE, sentence, trust)
    return None


def _lists(sentence: str) -> Iterator[tuple[str, float]]:
    """The lists of names of a sentence that say who speaks, with their trust."""
    if (we := _WE.search(sentence)) and we.start() < 90 and not _PEOPLES.match(sentence[we.end() :]):
        yield _up_to_verb(sentence[we.end() :]), EXPLICIT
    if as_leaders := _AS.match(sentence):
        yield _up_to_verb(sentence[as_leaders.end() :]), LISTED
    if (released := _RELEASED.search(sentence)) and _FOLLOWING.search(sentence[: released.end()]):
        yield _up_to_verb(sentence[released.end() :]), EXPLICIT
    if governments := _GOVERNMENTS.match(sentence):
        yield _up_to_verb(sentence[governments.end() :]), LISTED


def _up_to_verb(words: str) -> str:
    words = words[:LONGEST_LIST]
    end = _END.search(words)
    return words[: end.start()] if end else words


def _speakers(cast: tuple[Named, ...], words: str, knowledge: Knowledge) -> set[str]:
    """Those of the list who speak; a body with its members is the body ("the G7 ministers of Canada ...")."""
    gazetteer = knowledge.get(Gazetteer)
    named = codes(one for one in cast if not one.is_place)
    for body in [one for one in cast if one.kind == "body"]:
        members = set(represented(body.code, knowledge)) if gazetteer.kind_of(body.code) == "forum" else set()
        rest = named - {body.code}
        if members and rest and rest <= members | {"EU"} and body.start == min(one.start for one in cast):
            return {body.code}
    return named
