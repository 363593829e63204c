"""Names whole: a known name inside a longer one is not the one that is known.

"European Commission for Democracy through Law" is not the European Commission, the "Security Council of Ukraine" is an
organ of Ukraine, "Lebanon, Pennsylvania" is no state, and "Air Senegal" is a company. Works on plain text.
"""

import calendar
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from pipeline.knowledge import Knowledge
from pipeline.knowledge.reading import any_of
from pipeline.names.headwords import Kinds
from pipeline.names.mentions import Mention
from pipeline.names.namesakes import Namesakes

_CAP = r"(?:[A-ZÀ-Þ][\w'’‑-]*)"
_RUN = rf"{_CAP}(?:\s{_CAP})*"
_AND = rf"(?:(?:,\s{_RUN})*,?\s(?:and|&|AND)\s{_RUN})?"
_PURPOSE = re.compile(
    rf"\s(?:against|for|of|through|AGAINST|FOR|OF|THROUGH)\s(?:(?:the|THE)\s)?(?P<run>{_RUN}){_AND}"
    rf"(?:\s(?:of|through|OF|THROUGH)\s(?:(?:the|THE)\s)?{_RUN}{_AND})?"
)
_OF = re.compile(rf"\s(?:of|for|on|OF|FOR|ON)\s(?:(?:the|THE)\s)?(?P<run>{_RUN})")
_BEHIND = re.compile(rf"(?:\s{_CAP})+")
_BEFORE = re.compile(rf"(?:{_CAP}\s(?:(?:and|&)\s)?)+$")
_TITLE_OF = re.compile(r"(\w+) of (?:the )?$")
_POSSESSIVE = re.compile(r"['’]s?\b")
MONTHS = frozenset(calendar.month_name) - {""}
_FAR_BACK = 80
"""Characters before a name in which its modifiers may stand."""


@dataclass(frozen=True, slots=True)
class BodyWords:
    """Words that tell how the names of bodies grow (``body_words.csv``), each kind as its lines say there."""

    purpose: frozenset[str]
    own: frozenset[str]
    organ: frozenset[str]
    private: re.Pattern[str]
    brand: re.Pattern[str]
    title: frozenset[str]
    wide: re.Pattern[str]


class WholeNames:
    """Mends the known names of a text; made with a gazetteer, for one knowledge object."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._kinds = knowledge.get(Kinds)
        self._words = knowledge.get(read_body_words)
        self._shared = frozenset(knowledge.entries("shared_names.txt"))
        self._namesakes = Namesakes(knowledge)

    def mend(self, text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
        """The mentions, with those that are part of a longer name made whole, in order, not overlapping."""
        named = _with_their_body(text, self._namesakes.mend(text, mentions))
        places = {m.start: m for m in named}
        grown = [self._whole(text, named, index, places) for index in range(len(named))]
        return tuple(self._heirs(_outermost(grown)))

    def _whole(self, text: str, mentions: Sequence[Mention], index: int, places: Mapping[int, Mention]) -> Mention:
        """The mention at ``index``, or the longer one that it is part of; ``places``: the mentions by their start."""
        mention = mentions[index]
        if mention.role == "country":
            return self._brand(text, mention)
        if mention.role != "body":
            return mention
        if mention.text in self._shared:
            return self._of_an_owner(text, mention, places) or self._behind_an_owner(text, mentions, index)
        return self._institution(text, mention, places) or self._with_purpose(text, mention, places) or mention

    def _brand(self, text: str, country: Mention) -> Mention:
        """The company of "Air Senegal", where no further name follows."""
        before = self._words.brand.search(text[max(0, country.start - _FAR_BACK) : country.start])
        if before is None or _BEHIND.match(text, country.end):
            return country
        return _longer(text, country, country.start - len(before.group()), country.end, "")

    def _institution(self, text: str, body: Mention, places: Mapping[int, Mention]) -> Mention | None:
        """A bank, a foundation, an association with a body's name is not the body: "World Bank Staff Association"; what
        it is for belongs to its name ("ASEAN Centre for Energy").
        """
        behind = _BEHIND.match(text, body.end)
        if behind is None:
            return None
        words = behind.group().split()
        heads = [i for i, word in enumerate(words) if self._kinds.label(_bare(word)) == "ORG"]
        if not heads or self._is_organ(words[: heads[-1] + 1]) or _bare(words[heads[-1]]) not in self._words.own:
            return None
        end = body.end
        for word in words[: heads[-1] + 1]:
            end = text.index(word, end) + len(_bare(word))
        purpose = _PURPOSE.match(text, end)
        if purpose is not None and purpose.start("run") not in places and _bare(words[heads[-1]]) == words[-1]:
            end = purpose.end()
        return _longer(text, body, body.start, end, "")

    def _with_purpose(self, text: str, body: Mention, places: Mapping[int, Mention]) -> Mention | None:
        """A commission of its own, "European Commission against Racism", unless somebody's portfolio follows."""
        title = _TITLE_OF.search(text[max(0, body.start - _FAR_BACK) : body.start])
        if _last_word(body.text) not in self._words.purpose or (title and title[1] in self._words.title):
            return None
        purpose = _PURPOSE.match(text, body.end)
        if purpose is None or purpose.start("run") in places or purpose["run"].split()[0] in MONTHS:
            return None
        if self._kinds.label(_last_word(purpose["run"])) == "LAW":
            return None
        stop = min(
            (start for start in range(purpose.start("run") + 1, purpose.end()) if start in places),
            default=purpose.end(),
        )
        end = len(text[:stop].rstrip(" ,")) if stop < purpose.end() else stop
        end -= len("and") + 1 if text[:end].endswith(" and") else 0
        return _longer(text, body, body.start, end, "")

    def _of_an_owner(self, text: str, organ: Mention, places: Mapping[int, Mention]) -> Mention | None:
        """No organ of the body that is known: "Security Council of Ukraine", "Commonwealth of Northern Harbours"."""
        behind = _OF.match(text, organ.end)
        if behind is None:
            return None
        owner = places.get(behind.start("run"))
        if owner is None:
            return _longer(text, organ, organ.start, behind.end(), "") if behind.group()[1:3].lower() == "of" else None
        owns = owner.label in {"GPE", "NORP", "ORG"} and behind.group()[1:3].lower() == "of"
        if not owns or _POSSESSIVE.match(text, owner.end):
            return None
        return _longer(text, organ, organ.start, owner.end, self._speaks_for(organ, owner))

    def _behind_an_owner(self, text: str, mentions: Sequence[Mention], index: int) -> Mention:
        """An organ of those who stand before it: "ECOWAS Mediation and Security Council", "Kenyan Parliament"."""
        organ = mentions[index]
        start = max(0, organ.start - _FAR_BACK)
        modifiers = _BEFORE.search(text[start : organ.start])
        if modifiers is None:
            return organ
        near = takewhile(lambda m: m.start >= start + modifiers.start(), reversed(mentions[max(0, index - 9) : index]))
        owners = [m for m in near if m.role in {"country", "people", "body"} and m.code]
        if not owners:
            return organ
        owner = owners[-1]
        code = self._speaks_for(organ, owner)
        if _POSSESSIVE.match(text, owner.end):
            return organ if organ.code else replace(organ, code=code)
        if text[owner.end : organ.start].split()[:1] in (["and"], ["&"]):
            return organ
        return _longer(text, organ, owner.start, organ.end, code)

    def _speaks_for(self, organ: Mention, owner: Mention) -> str:
        """The owner's code, empty where the name is none of an organ: "Danish Red Cross"."""
        return owner.code if self._is_organ(organ.text.split()) else ""

    def _is_organ(self, words: Sequence[str]) -> bool:
        return is_organ(" ".join(words), self._words, self._kinds)

    def _heirs(self, mentions: Sequence[Mention]) -> Iterator[Mention]:
        """Shared names standing alone mean the longer name which the text gives: "the Commonwealth" of somebody."""
        longer = [m for m in mentions if m.text not in self._shared and m.role in {"body", "country"}]
        heirs: dict[str, list[Mention]] = {}
        for bare in {m.text for m in mentions if m.text in self._shared}:
            heirs[bare] = [m for m in longer if m.text.startswith(f"{bare} of ") or m.text.endswith(f" {bare}")]
        for mention in mentions:
            full = heirs.get(mention.text)
            if not full:
                yield mention
                continue
            code = full[0].code if len({m.code for m in full}) == 1 else ""
            yield replace(mention, code=code, name=full[0].name)


def is_organ(wording: str, words: BodyWords, kinds: Kinds) -> bool:
    """Whether a name is by its head word that of an organ of a state or body: "Norwegian Foreign Ministry".

    The head is the last head word before "of", "for" and the like; words such as "Business" make it somebody else's.
    """
    front = re.split(r"\s(?:of|for|on|against|to|in)\s", wording, maxsplit=1)[0].split()
    heads = [word for word in front if kinds.label(word) == "ORG" or word in words.organ]
    return bool(heads) and heads[-1] in words.organ and not words.private.search(" ".join(front))


def read_body_words(knowledge: Knowledge) -> BodyWords:
    """The words of ``body_words.csv``; raises :class:`pipeline.errors.KnowledgeError` on an unknown kind."""
    found: dict[str, list[str]] = {
        kind: [] for kind in ("purpose", "own", "organ", "private", "brand", "title", "wide")
    }
    for row in knowledge.table("body_words.csv", ("kind", "word", "example")):
        kind = row.choice("kind", found)
        if row["word"] not in row["example"]:
            raise row.error(f"{row['word']!r} does not stand in its example; write a name that holds it")
        found[kind].append(row["word"])
    return BodyWords(
        purpose=frozenset(found["purpose"]),
        own=frozenset(found["own"]),
        organ=frozenset(found["organ"]),
        private=re.compile(rf"\b{any_of(found['private'])}\b"),
        brand=re.compile(rf"\b{any_of(found['brand'])}\s$"),
        title=frozenset(found["title"]),
        wide=re.compile(rf"\b{any_of(found['wide'])}\b"),
    )


def _with_their_body(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, where an organ's name stands right behind the acronym of its body as one: "UN Economic Commission
    for Europe".
    """
    joined: list[Mention] = []
    for mention in mentions:
        body = joined[-1] if joined else None
        if body is not None and _is_of_body(text, mention, body):
            joined[-1] = replace(mention, start=body.start, text=text[body.start : mention.end])
        else:
            joined.append(mention)
    return joined


def _is_of_body(text: str, organ: Mention, body: Mention) -> bool:
    """Whether a name that has a code of its own stands right behind an acronym."""
    are_bodies = body.role == organ.role == "body" and bool(organ.code)
    return are_bodies and body.text.isupper() and not organ.text.isupper() and text[body.end : organ.start] == " "


def _outermost(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions that lie in no longer one."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if kept and mention.start < kept[-1].end:
            if mention.end > kept[-1].end:
                kept[-1] = mention
            continue
        kept.append(mention)
    return kept


def _longer(text: str, mention: Mention, start: int, end: int, code: str) -> Mention:
    wording = text[start:end]
    return Mention(start, end, wording, "ORG", code, " ".join(wording.split()), "body")


def _bare(word: str) -> str:
    return _POSSESSIVE.sub("", word)


def _last_word(wording: str) -> str:
    word = wording.split()[-1]
    return word.capitalize() if word.isupper() else word
