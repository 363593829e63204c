"""Letters and cablegrams: "Lord Ashdown, Secretary of State, to the Government of Fiji" is by the one who wrote it.

Their titles name sender and addressee; editions print them, and the edition's state is the sender's where nothing else
tells it ("Papers on Norwegian Foreign Policy").
"""

import re

from pipeline.knowledge import Knowledge
from pipeline.names.gazetteer import Gazetteer
from pipeline.names.people import find_people
from pipeline.names.situation.cast import cast_of, codes
from pipeline.names.situation.evidence import Clue, Part
from pipeline.names.situation.paper import Paper

SENT = 0.9
EDITED = 0.8
LONGEST_TITLE = 260
OPENING = 400

_EDITION = re.compile(
    r"^see title\b|\b(?:re)?printed in\b|\bedition\b|\bDocuments on\b|\bcollect(?:ion|ed) (?:of|in)\b|\barchives?\b",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"^(?:(?:Inward|Outward|Circular|Secret|Draft|Personal)\s)*(?:Cablegram|Telegram|Letter|Note|Despatch|Dispatch|Message|"
    r"Memorandum|Minute|Savingram|Cable)\s(?:No\.?\s?\d+\s)?from\s(?:the\s)?",
    re.IGNORECASE,
)
_SIGNS = re.compile(
    r"\b(?:cablegram|telegram|savingram|despatch no|your letter|your tel|my telegram|(?:most|top) secret|"
    r"dear (?:mr|prime|sir))\b",
    re.IGNORECASE,
)
_TO = re.compile(r",?\sto\s(?:the\s)?(?=[A-Z])")
_POST = re.compile(
    r"\b(?:Minister|Ambassador|High Commissioner|Representative|Envoy|Consul|Consul-General|Delegate|Delegation|"
    r"Mission|Legation|Embassy)\s(?:to|in|at)\s.*$"
)
_NAME = re.compile(r"(?:[A-ZÀ-Þ][\w.’'-]*|of|for|the|and|de|van|von|,|\s)+")


def is_edition(issuer: str) -> bool:
    """Whether an issuer is only the edition or the archive that prints what others wrote."""
    return bool(_EDITION.search(issuer))


def sender_clue(paper: Paper, knowledge: Knowledge) -> Clue | None:
    """The state or body of the one who wrote a letter or cablegram by its title; None for other texts."""
    title = paper.title
    found = _FROM.match(title)
    opening = "\n".join(paper.lines)[:OPENING]
    if len(title) > LONGEST_TITLE or not (found or is_edition(paper.issuer) or _SIGNS.search(opening)):
        return None
    correspondents = _correspondents(title[found.end() :] if found else title, knowledge)
    if correspondents is None:
        return None
    edition = codes(cast_of(paper.issuer, knowledge)) if is_edition(paper.issuer) else set[str]()
    named = codes(cast_of(_POST.sub("", correspondents[0]), knowledge))
    if len(named) == 1:
        return Clue(tuple(named), Part.TITLE, title, SENT)
    return Clue(tuple(edition), Part.TITLE, title, EDITED) if len(edition) == 1 and not named else None


def _correspondents(title: str, knowledge: Knowledge) -> tuple[str, str] | None:
    """Sender and addressee of a title "A to B"; None where it is another title, such as "Visit to Chile"."""
    for to in reversed(list(_TO.finditer(title))):
        sender, addressee = title[: to.start()], title[to.end() :]
        if _NAME.fullmatch(_without_brackets(sender)) and _is_somebody(addressee, knowledge):
            return sender, addressee
    return None


def _without_brackets(words: str) -> str:
    return re.sub(r"\([^()]*\)|\sto\sthe\s", " ", words)


def _is_somebody(words: str, knowledge: Knowledge) -> bool:
    """Whether words name a person, an office or a government, no place: "Hale", "Department of Trade"."""
    gazetteer = knowledge.get(Gazetteer)
    mentions = gazetteer.mentions(words)
    if mentions and mentions[0].text == words.strip() and mentions[0].role != "person":
        return mentions[0].role == "body"
    if re.search(
        r"\b(?:Government|Department|Ministry|Office|Minister|Secretary|Commissioner|Delegation|Embassy)\b", words
    ):
        return True
    return bool(find_people(words, mentions, knowledge)) or bool(
        re.fullmatch(r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?", words)
    )
