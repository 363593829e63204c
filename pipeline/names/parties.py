"""Who a document speaks for: the states and bodies that "we", "both sides" and "the leaders" stand for in it.

The title tells most: a joint statement speaks for all that it names, a readout for the issuer and the guest, a
statement about a third country for its issuer alone. Where the title is silent the opening is read.
"""

import re
from collections import Counter
from functools import cache
from itertools import pairwise

from pipeline.knowledge import read_list, read_table
from pipeline.names.gazetteer import Gazetteer, Mention, load_gazetteer
from pipeline.names.people import find_people

OPENING = 1200
"""Characters of the text that count as its opening."""

SPEAK_AS_MEMBERS = frozenset({"AUKUS", "P3", "P5", "E3"})
"""Groups of states without an institution of their own: their texts speak for each state (GUIDELINES section 5)."""

LIST = 3
"""So many states in a row, joined by commas and "and", are a list of those who speak."""

_TOPIC = re.compile(
    r"\s(?:on|about|regarding|concerning|against|following|to mark|to counter|marking|announcing|endorsing"
    r"|in support of|to support|to address|in response to|to advance|to strengthen|on the margins of)\s",
    re.IGNORECASE,
)
_JOINT = re.compile(r"\b(?:joint(?:ly)?|communiqu[eé]|trilateral|bilateral|declaration)\b", re.IGNORECASE)
_TWO_SIDED = re.compile(
    r"\b(?:between|partnership|dialogue|framework|vision|statement|agreement|memorandum)\b", re.IGNORECASE
)
_ENCOUNTER = re.compile(
    r"\b(?:readout|calls?|meetings?|meets|met|talks|visits?|summit|dialogue|consultations)\b", re.IGNORECASE
)
_OFFICE = re.compile(
    r"\b(?:minist(?:er|ry)|secretary|president|premier|chancellor|government|cabinet)\b", re.IGNORECASE
)
_GOVERNMENT_AFTER = re.compile(r"\s(?:Federal\s)?Government\b|['’]s?\s", re.IGNORECASE)
_GOVERNMENT_BEFORE = re.compile(r"\bGovernment of (?:the )?$", re.IGNORECASE)
_SEAT = re.compile(r"\s(?:to|in|at)\s|\(")
_LABEL = re.compile(r"^[A-Z][A-Za-z ]{2,30}: ")
_FIRST_SENTENCE = re.compile(r"(?<=[\w)”\"])(?<![A-Z])(?<!\b[A-Z][a-z])\.\s|[:\n]")
_ACRONYM = re.compile(r"((?:[A-Z][\w-]+\s+){2,7})\(([A-Z][A-Z0-9]{2,9})\)")
_HEAD = re.compile(
    r"\s*(?:(?:Joint\s)?Statement\s(?:by|of|from)\s)?(?:Today,?\s(?:\([^()]*\),?\s)?)?(?:We,\s)?(?:the\s)?"
    r"(?:(?:Governments?|Leaders|(?:Foreign |Prime )?Ministers|Presidents|Heads of [\w ]+)\sof\s(?:the\s)?)?",
    re.IGNORECASE,
)
_BETWEEN_NAMES = re.compile(
    r"\s*(?:\([^()]{1,40}\)\s*)?(?:,|;|and|&|, and|; and|–|-|/)\s*(?:the\s+)?"
    r"(?:(?:[A-Z][\w-]*\s+){1,3}of\s+(?:the\s+)?)?"
)


def infer_parties(title: str, opening: str, issuer: str) -> tuple[str, ...]:
    """Codes of the parties, sorted; empty where neither title nor issuer nor opening tells.

    ``title`` and ``issuer`` may be empty; ``opening`` is the beginning of the text.
    """
    gazetteer = load_gazetteer()
    opening = opening[:OPENING]
    speaker = set(speaker_codes(issuer))
    if not speaker and _OFFICE.search(issuer):
        speaker = _own_government(opening, gazetteer)
    title = _LABEL.sub("", title)
    if _JOINT.search(title) or (_TWO_SIDED.search(title) and not speaker):
        parties = _joint_parties(title, opening, speaker, gazetteer)
    elif _ENCOUNTER.search(title) and (speaker or not _opening_body(title, gazetteer)):
        host = speaker or _first_sentence(opening, gazetteer)
        parties = _states(host | _codes(title, gazetteer), gazetteer)
    elif body := _opening_body(title, gazetteer):
        parties = {body} | _together(title, gazetteer)
    elif speaker <= (together := _together(title, gazetteer)):
        parties = speaker | together
    else:
        parties = speaker
    if not speaker and len(parties) == 1 and _OFFICE.search(issuer):
        return ()
    return tuple(sorted(_members(parties, gazetteer)))


def _own_government(text: str, gazetteer: Gazetteer) -> set[str]:
    """The one state whose government the text names most often, as that of an office which does not say whose it is."""
    named = Counter(
        m.code
        for m in gazetteer.mentions(text)
        if gazetteer.is_country(m.code)
        and (_GOVERNMENT_AFTER.match(text, m.end) or _GOVERNMENT_BEFORE.search(text[max(0, m.start - 20) : m.start]))
    )
    first, second = [*named.most_common(2), ("", 0), ("", 0)][:2]
    return {first[0]} if first[1] > second[1] else set()


def _joint_parties(title: str, opening: str, speaker: set[str], gazetteer: Gazetteer) -> set[str]:
    """All whom the title names as speaking together; where it names fewer than two, those of the opening as well."""
    authors = _codes(_TOPIC.split(title.partition(" by ")[2].partition(" by ")[0], maxsplit=1)[0], gazetteer)
    if len(authors) > 1:
        return authors
    parties = _states_and_unions(_codes(_TOPIC.split(title, maxsplit=1)[0], gazetteer), gazetteer)
    bodies = {code for code in parties if not gazetteer.is_country(code)}
    if len(bodies) > 1 and (listed := _listed(opening, gazetteer)):
        return listed
    if bodies or len(parties) > 1:
        return parties
    parties |= speaker
    titled = parties | _states_and_unions(_codes(title, gazetteer), gazetteer)
    for found in (_together(opening, gazetteer), titled, _introduced(title, opening)):
        if len(found) >= LIST:
            return found | speaker | _listed(opening, gazetteer)
        if len(found) > 1 or (found and found.isdisjoint(titled)):
            return found | speaker
    first = _first_sentence(opening, gazetteer)
    without_topic = first - (titled - parties)
    parties |= without_topic if len(parties | without_topic) > 1 else first
    if len(parties) != 2:
        parties |= _listed(opening, gazetteer)
    return parties if len(parties) > 1 else titled


def _opening_body(title: str, gazetteer: Gazetteer) -> str:
    """The body with whose name a title begins, as in "G7 Leaders' Statement"; empty where it does not."""
    mentions = gazetteer.mentions(title)
    first = mentions[0] if mentions else None
    return first.code if first and first.role == "body" and first.start <= len("The ") else ""


def _together(text: str, gazetteer: Gazetteer) -> set[str]:
    """Codes of the names with which a text begins, joined by commas, "and" or hyphens; empty for a single one."""
    mentions = [m for m in gazetteer.mentions(text) if m.code and not text[: m.start].endswith("(")]
    if not mentions or not _HEAD.fullmatch(text[: mentions[0].start]):
        return set()
    together = {mentions[0].code}
    for one, other in pairwise(mentions):
        if not _BETWEEN_NAMES.fullmatch(text[one.end : other.start]):
            break
        together.add(other.code)
    return together if len(together) > 1 else set()


def _first_sentence(opening: str, gazetteer: Gazetteer) -> set[str]:
    return _states(_codes(_FIRST_SENTENCE.split(opening.strip(), maxsplit=1)[0], gazetteer), gazetteer)


def _introduced(title: str, opening: str) -> set[str]:
    """The acronym that the opening gives to a name that stands in the title."""
    named = ((" ".join(name.removeprefix("The ").split()), acronym) for name, acronym in _ACRONYM.findall(opening))
    return {acronym for name, acronym in named if name.casefold() in title.casefold()}


def _listed(opening: str, gazetteer: Gazetteer) -> set[str]:
    """States that stand in lists of at least :data:`LIST`."""
    listed: set[str] = set()
    run: list[Mention] = []
    named = [m for m in gazetteer.mentions(opening) if m.role == "country" or m.code == "EU"]
    for mention in [*(m for m in named if not opening[: m.start].endswith("(")), None]:
        if run and mention and _BETWEEN_NAMES.fullmatch(opening[run[-1].end : mention.start]):
            run.append(mention)
            continue
        if len(run) >= LIST:
            listed |= {m.code for m in run}
        run = [mention] if mention else []
    return listed


def _members(parties: set[str], gazetteer: Gazetteer) -> set[str]:
    spread = {code for body in parties & SPEAK_AS_MEMBERS for code in gazetteer.members(body)}
    return (parties - SPEAK_AS_MEMBERS) | spread


def _states_and_unions(codes: set[str], gazetteer: Gazetteer) -> set[str]:
    """The states and the bodies of states among the codes; committees and councils of two sides are left out."""
    return {code for code in codes if gazetteer.is_country(code) or code in _unions()}


def _states(codes: set[str], gazetteer: Gazetteer) -> set[str]:
    """The states among the codes, and the EU, which treats like one; all of them where there is no state."""
    return {code for code in codes if gazetteer.is_country(code) or code == "EU"} or codes


def speaker_codes(issuer: str) -> tuple[str, ...]:
    """Codes of the states and bodies in whose name an issuer publishes."""
    gazetteer = load_gazetteer()
    for office, code in _offices():
        if office in issuer.casefold():
            return (code,)
    return tuple(sorted(_codes(_SEAT.split(issuer, maxsplit=1)[0], gazetteer)))


@cache
def _unions() -> frozenset[str]:
    return frozenset(read_list("unions.txt"))


@cache
def _offices() -> tuple[tuple[str, str], ...]:
    rows = read_table("speakers.csv", ("issuer", "code"))
    gazetteer = load_gazetteer()
    found = []
    for row in rows:
        if gazetteer.name_of(row["code"]) is None:
            raise row.error(
                f"{row['code']!r} is no known code; write an ISO 3166-1 alpha-3 code or an acronym of bodies.csv"
            )
        found.append((row["issuer"].casefold(), row["code"]))
    return tuple(found)


def _codes(text: str, gazetteer: Gazetteer) -> set[str]:
    mentions = gazetteer.mentions(text)
    codes = {m.code for m in mentions if m.role in ("country", "people", "body", "person")}
    codes |= {person.country for person in find_people(text, mentions)}
    return codes - {""}
