"""Who speaks by the title: all whom a joint statement names, those who met, or the body whose statement it is.

Behind "on", "regarding", "in connection with" stands the topic: who is named there does not speak.
"""

import re
from dataclasses import dataclass, fields
from itertools import pairwise

from pipeline.knowledge import Knowledge
from pipeline.knowledge.reading import any_of
from pipeline.names.gazetteer import Gazetteer, Mention
from pipeline.names.membership import represented
from pipeline.names.people import find_people
from pipeline.names.situation.cast import cast_of, codes

LIST = 3
"""So many states in a row, joined by commas and "and", are a list of those who speak."""

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


@dataclass(frozen=True, slots=True)
class _TitleWords:
    """Patterns over titles, one a kind of ``title_words.csv``."""

    topic: re.Pattern[str]
    joint: re.Pattern[str]
    two_sided: re.Pattern[str]
    encounter: re.Pattern[str]
    office: re.Pattern[str]


TITLE_KINDS = tuple(field.name for field in fields(_TitleWords))


def titled_parties(title: str, opening: str, home: frozenset[str], knowledge: Knowledge) -> frozenset[str]:
    """Codes of those for whom a text with this title speaks, with ``home``, the publisher's own, where it does so too.

    Empty where neither title nor ``home`` tells. ``opening`` is read where the title is silent about who is joint.
    """
    words = knowledge.get(_read_title_words)
    title = _LABEL.sub("", title)
    speaker = set(home)
    if words.joint.search(title) or (words.two_sided.search(title) and not speaker):
        parties = _joint_parties(title, opening, speaker, knowledge)
    elif words.encounter.search(title) and (speaker or not _opening_body(title, knowledge)):
        host = speaker or _first_sentence(opening, knowledge)
        met = codes(one for one in cast_of(title, knowledge) if not one.is_place)
        parties = _states(host | met, knowledge)
    elif (body := _opening_body(title, knowledge)) and (not speaker or body in knowledge.get(_read_unions)):
        parties = {body} | _together(title, knowledge)
    elif speaker <= (together := _together(title, knowledge)):
        parties = speaker | together
    else:
        parties = speaker
    return frozenset(parties)


def is_telling(line: str, home: frozenset[str], knowledge: Knowledge) -> bool:
    """Whether a line under the title tells who speaks together; where nobody knows who publishes, who met as well."""
    words = knowledge.get(_read_title_words)
    return bool(
        words.joint.search(line) or (not home and (words.two_sided.search(line) or words.encounter.search(line)))
    )


def is_office(issuer: str, knowledge: Knowledge) -> bool:
    """Whether an issuer is an office of a government, whether or not it says of which."""
    return bool(knowledge.get(_read_title_words).office.search(issuer))


def is_joint(line: str, knowledge: Knowledge) -> bool:
    """Whether a title says that several speak together."""
    return bool(knowledge.get(_read_title_words).joint.search(line))


def is_encounter(title: str, knowledge: Knowledge) -> bool:
    """Whether a title tells of a meeting, a call or a visit."""
    return bool(knowledge.get(_read_title_words).encounter.search(title))


def topic_of(title: str, knowledge: Knowledge) -> str:
    """A title without its topic: what stands before "on", "regarding", "in connection with"."""
    return knowledge.get(_read_title_words).topic.split(title, maxsplit=1)[0]


def spread_members(parties: frozenset[str], knowledge: Knowledge) -> frozenset[str]:
    """The parties with the members of those groups whose texts speak for each of their states."""
    groups = knowledge.get(_read_groups_of_members)
    return (parties - groups) | {code for body in parties & groups for code in represented(body, knowledge)}


def _joint_parties(title: str, opening: str, speaker: set[str], knowledge: Knowledge) -> set[str]:
    """All whom the title names as speaking together; where it names fewer than two, those of the opening as well."""
    gazetteer = knowledge.get(Gazetteer)
    topic = knowledge.get(_read_title_words).topic
    authors = _codes(topic.split(title.partition(" by ")[2].partition(" by ")[0], maxsplit=1)[0], knowledge)
    if len(authors) > 1:
        return authors
    parties = _states_and_unions(_codes(topic.split(title, maxsplit=1)[0], knowledge), knowledge)
    bodies = {code for code in parties if not gazetteer.is_country(code)}
    if len(bodies) > 1 and (listed := listed_states(opening, knowledge)):
        return listed
    if bodies or len(parties) > 1:
        return parties
    parties |= speaker
    titled = parties | _states_and_unions(_codes(title, knowledge), knowledge)
    for found in (_together(opening, knowledge), titled, _introduced(title, opening)):
        if len(found) >= LIST:
            return found | speaker | listed_states(opening, knowledge)
        if len(found) > 1 or (found and found.isdisjoint(titled)):
            return found | speaker
    first = _first_sentence(opening, knowledge)
    without_topic = first - (titled - parties)
    parties |= without_topic if len(parties | without_topic) > 1 else first
    if len(parties) != 2:
        parties |= listed_states(opening, knowledge)
    is_topic = len(titled) == 1 and all(gazetteer.is_country(code) for code in titled)
    return parties if len(parties) > 1 or is_topic else titled


def _opening_body(title: str, knowledge: Knowledge) -> str:
    """The body with whose name a title begins, as in "G7 Leaders' Statement"; empty where it does not."""
    gazetteer = knowledge.get(Gazetteer)
    mentions = gazetteer.mentions(title)
    first = mentions[0] if mentions else None
    return first.code if first and first.role == "body" and first.start <= len("The ") else ""


def _together(text: str, knowledge: Knowledge) -> set[str]:
    """Codes of the names with which a text begins, joined by commas, "and" or hyphens; empty for a single one."""
    gazetteer = knowledge.get(Gazetteer)
    mentions = [m for m in gazetteer.mentions(text) if m.code and not text[: m.start].endswith("(")]
    if not mentions or not _HEAD.fullmatch(text[: mentions[0].start]):
        return set()
    together = {mentions[0].code}
    for one, other in pairwise(mentions):
        if not _BETWEEN_NAMES.fullmatch(text[one.end : other.start]):
            break
        together.add(other.code)
    return together if len(together) > 1 else set()


def _first_sentence(opening: str, knowledge: Knowledge) -> set[str]:
    return _states(_codes(_FIRST_SENTENCE.split(opening.strip(), maxsplit=1)[0], knowledge), knowledge)


def _introduced(title: str, opening: str) -> set[str]:
    """The acronym that the opening gives to a name that stands in the title."""
    named = ((" ".join(name.removeprefix("The ").split()), acronym) for name, acronym in _ACRONYM.findall(opening))
    return {acronym for name, acronym in named if name.casefold() in title.casefold()}


def listed_states(opening: str, knowledge: Knowledge) -> set[str]:
    """States that stand in lists of at least :data:`LIST`."""
    gazetteer = knowledge.get(Gazetteer)
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


def _states_and_unions(named: set[str], knowledge: Knowledge) -> set[str]:
    """The states and the bodies of states among the codes; committees and councils of two sides are left out."""
    gazetteer = knowledge.get(Gazetteer)
    return {code for code in named if gazetteer.is_country(code) or code in knowledge.get(_read_unions)}


def _states(named: set[str], knowledge: Knowledge) -> set[str]:
    """The states among the codes, and the EU, which treats like one; all of them where there is no state."""
    gazetteer = knowledge.get(Gazetteer)
    return {code for code in named if gazetteer.is_country(code) or code == "EU"} or named


def _read_unions(knowledge: Knowledge) -> frozenset[str]:
    """Acronyms of bodies that speak in their own name in joint texts (``unions.txt``)."""
    return frozenset(knowledge.entries("unions.txt"))


def _read_groups_of_members(knowledge: Knowledge) -> frozenset[str]:
    """Acronyms of groups whose texts speak for each of their states (``speak_as_members.txt``)."""
    return frozenset(knowledge.entries("speak_as_members.txt"))


def _read_title_words(knowledge: Knowledge) -> _TitleWords:
    """The words of titles and issuers that tell who speaks (``title_words.csv``)."""
    words: dict[str, list[str]] = {kind: [] for kind in TITLE_KINDS}
    for row in knowledge.table("title_words.csv", ("kind", "word")):
        words[row.choice("kind", TITLE_KINDS)].append(row["word"])
    found = {kind: any_of(words[kind]) for kind in words}
    topic = re.compile(rf"\s{found.pop('topic')}\s", re.IGNORECASE)
    return _TitleWords(topic, **{k: re.compile(rf"\b{v}\b", re.IGNORECASE) for k, v in found.items()})


def _codes(text: str, knowledge: Knowledge) -> set[str]:
    gazetteer = knowledge.get(Gazetteer)
    mentions = gazetteer.mentions(text)
    people = find_people(text, mentions, knowledge)
    bearers = {start for person in people for start in range(person.start, person.end)}
    known = (m for m in mentions if m.role == "person" or m.start not in bearers)
    named = {m.code for m in known if m.role in ("country", "people", "body", "person")}
    named |= {person.country for person in people}
    return named - {""}
