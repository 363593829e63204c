"""Whose organ a named body is: "Ministry of Defence of Lithuania" speaks for Lithuania, "Bank of China" for nobody."""

from itertools import pairwise

from pipeline.knowledge import Knowledge
from pipeline.names.gazetteer import Gazetteer
from pipeline.names.headwords import Kinds
from pipeline.names.situation.home import Towns
from pipeline.names.whole import is_organ, read_body_words

HYPHENS = frozenset({"-", "‑", "–"})


def is_home_organ(name: str, knowledge: Knowledge) -> bool:
    """Whether a name is that of an organ which does not say whose it is: "Environment and Resources Authority".

    Names that hold a state, a town or a known body tell it; such as "International Maritime Agency" are nobody's own.
    """
    words = knowledge.get(read_body_words)
    return (
        is_organ(name, words, knowledge.get(Kinds))
        and not words.wide.search(name)
        and not knowledge.get(Towns).count(name)
        and not any(m.code for m in knowledge.get(Gazetteer).mentions(name))
    )


def is_wide(name: str, knowledge: Knowledge) -> bool:
    """Whether a name says that a body is of many states: "International Maritime Bureau"."""
    return bool(knowledge.get(read_body_words).wide.search(name))


def owner_of(name: str, knowledge: Knowledge) -> str:
    """The code of the one state or body whose organ is called ``name``, empty where the name tells none.

    Banks, companies, universities and societies with a country in their name are no organs; a state goes before a body
    that the name holds as well ("Mission of Norway to the European Union"). What two have together is nobody's alone
    ("Norway-EU Council").
    """
    mentions = knowledge.get(Gazetteer).mentions(name)
    if len(mentions) == 1 and mentions[0].text == name and mentions[0].role == "body":
        return mentions[0].code
    if any(name[one.end : other.start] in HYPHENS for one, other in pairwise(mentions)):
        return ""
    whole_body = mentions and mentions[0].role == "body" and mentions[0].start == 0
    own_words = name[mentions[0].end :] if whole_body else name
    if not is_organ(own_words, knowledge.get(read_body_words), knowledge.get(Kinds)):
        return ""
    states = {m.code for m in mentions if m.role in {"country", "people"} and m.code}
    bodies = {m.code for m in mentions if m.role == "body" and m.code}
    named = states or bodies
    return named.pop() if len(named) == 1 else ""
