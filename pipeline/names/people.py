"""People: names behind or before a title, and the same names when they come back without one.

A title opens a name ("Prime Minister ISHIBA Shigeru", "the President of France, Emmanuel Macron"), the words of a
portfolio are passed over ("Minister for Foreign Affairs Jane Doe"), and the country is read off the words around it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from pipeline.knowledge import Knowledge
from pipeline.names.gazetteer import Mention
from pipeline.names.headwords import Kinds
from pipeline.names.words import apart, occurrences, possessor, words_of

TitleKind = Literal["state", "officer", "honorific"]

SUFFIXES = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})
LINKS = frozenset({"of", "for", "and", "the", ",", "&", "to", "on"})
LONGEST_NAME = 6
_SPOKEN_APART = re.compile(r"[“”\"]|[.!?]\s")
"""What parts a name from the title behind it: "... to Chile," Minister Hill said."""
PLACES = frozenset({"country", "capital", "place"})
"""Roles of known names that people may bear as well."""
ADDRESS = frozenset({"Mr.", "Mr", "Mrs.", "Mrs", "Ms.", "Ms", "Miss", "Dr.", "Dr"})
"""Titles that stand before a bare surname and before no state."""


@dataclass(frozen=True, slots=True)
class Person:
    """A named person at the characters ``start`` to ``end`` of the text.

    ``title`` is the office as written ("Prime Minister"), empty where there is none; ``country`` the code of the state,
    or of the body, that the words around the name tell, empty where they tell none.
    """

    start: int
    end: int
    title: str
    kind: TitleKind
    country: str


def find_people(text: str, mentions: tuple[Mention, ...], knowledge: Knowledge) -> tuple[Person, ...]:
    """People whom a title or a given name betrays, in order; ``mentions`` are the gazetteer's names in ``text``."""
    return tuple(_Reader(text, mentions, knowledge).people())


def find_again(text: str, names: dict[str, Person], lower_words: frozenset[str]) -> Iterator[Person]:
    """Untitled places where one of ``names`` (surname or full name, to the person who bears it) stands in ``text``.

    ``lower_words`` are words that the text writes in small letters too; such a surname counts in company only.
    """
    usable = [n for n in names if " " in n or n.lower() not in lower_words]
    for start, end, name in occurrences(text, usable):
        yield Person(start, end, "", names[name].kind, names[name].country)


class _Reader:
    """Reads the people off one text, from left to right."""

    def __init__(self, text: str, mentions: tuple[Mention, ...], knowledge: Knowledge) -> None:
        self.text = text
        self.words = words_of(text)
        self.known = {m.start: m for m in mentions}
        self.before = {m.end: m for m in mentions}
        self.kinds = knowledge.get(Kinds)
        self.titles = knowledge.get(read_titles)
        self.forms = knowledge.get(_read_title_forms)
        self.portfolios = knowledge.get(read_portfolios)
        self.openers = knowledge.get(read_openers)
        self.given_names = knowledge.get(read_given_names)
        self.particles = knowledge.get(read_particles)
        self.common = knowledge.get(_read_common_words)
        self.benches = knowledge.get(_read_benches)
        self.plural = False
        self.reached = 0

    def people(self) -> Iterator[Person]:
        position = 0
        while position < len(self.words):
            after, title, kind = self._title(position)
            if after > position:
                found = list(self._titled(position, after, title, kind))
                yield from found
                position = self._index_after(found[-1].end, after) if found else self.reached
                continue
            person = self._before_title(position) or self._untitled(position)
            if person is not None:
                yield person
                position = self._index_after(person.end, position + 1)
                continue
            position += 1

    def _title(self, position: int) -> tuple[int, str, TitleKind]:
        """The index behind the longest title at ``position`` (``position`` itself where there is none), title, kind."""
        best: tuple[int, str, TitleKind] = (position, "", "honorific")
        self.plural = False
        named = self.known.get(self.words[position].start)
        if named is not None and named.role != "person":
            return best
        first = self.words[position].text
        for words, title, kind, plural in self.forms.get(first, ()):
            end = position + len(words)
            if end - position > best[0] - position and self._texts(position, end) == words:
                best = (end, title, kind)
                self.plural = plural
        return best

    def _titled(self, position: int, after: int, title: str, kind: TitleKind) -> Iterator[Person]:
        """The person, or the people of a plural title, behind the title at ``position``."""
        plural = self.plural
        country = self._country_before(position)
        while True:
            following, extra, extra_kind = self._title(after) if after < len(self.words) else (after, "", kind)
            if following > after:
                if kind == "honorific":
                    title, kind = extra, extra_kind
                after = following
                continue
            beyond, named = self._complement(after)
            if beyond == after:
                break
            country = named or country
            after = beyond
        self.reached = after
        comma = after < len(self.words) and self.words[after].text == ","
        start = after + 1 if comma else after
        end = self._name(start) if comma or not self._bears_a_places_name(start, title) else start + 1
        if end == start or (comma and (end - start < 2 or not self._closed(end))):
            return
        if kind == "honorific" and end < len(self.words) and self.words[end].text == ",":
            title, kind, country = self._title_behind(end) or (title, kind, country)
        country = country or self._country_behind(end)
        yield Person(self.words[start].start, self._end(end), title, kind, country)
        while plural and end + 1 < len(self.words) and self.words[end].text in {"and", ","}:
            start = end + 1 + (self.words[end + 1].text == "and")
            end = self._name(start)
            if end == start:
                return
            yield Person(self.words[start].start, self._end(end), title, kind, self._country_behind(end))

    def _before_title(self, position: int) -> Person | None:
        """A name of two words or more that a title follows behind a comma: "Jane Doe, Minister of Trade"."""
        if (
            position
            and self.words[position - 1].text[:1].isupper()
            and self.words[position - 1].end + 1 == self.words[position].start
        ):
            return None
        end = self._name(position)
        if end - position < 2 or end - position > 4 or end >= len(self.words) or self.words[end].text != ",":
            return None
        told = self._title_behind(end)
        return Person(self.words[position].start, self._end(end), *told) if told else None

    def _title_behind(self, end: int) -> tuple[str, TitleKind, str] | None:
        """Title, kind and state of an office behind a name and its comma: "Jane Doe, Chile's Minister of Trade"."""
        for index in range(end + 1, min(end + 7, len(self.words))):
            word = self.words[index].text
            after, title, kind = self._title(index)
            if after > index and kind != "honorific" and not self.plural:
                _, named = self._complement(after)
                return title, kind, self._country_before(index) or named
            if not (word[:1].isupper() or word in LINKS or word == "Special") or word == ",":
                return None
        return None

    def _untitled(self, position: int) -> Person | None:
        """A name that opens with a known given name: "Maria Lopez"."""
        word = self.words[position]
        if word.text.split("-")[0] not in self.given_names:
            return None
        if word.start in self.known and not self._is_surname_of_its_own(position + 1):
            return None
        end = self._name(position)
        if end - position < 2 or self.words[end - 1].text.isupper():
            return None
        return Person(word.start, self._end(end), "", "honorific", self._country_behind(end))

    def _name(self, position: int) -> int:
        """The index behind the personal name that starts at ``position``; ``position`` itself where none does."""
        end = position
        solid = 0
        if self._opens_title(position):
            return position
        while end < len(self.words) and end - position < LONGEST_NAME:
            word = self.words[end]
            if end > position and not self._joined(end):
                break
            if self._names_no_person(end, opens=end == position):
                break
            if word.text in self.particles and end + 1 < len(self.words):
                end += 1
                continue
            plain = possessor(word.text)
            if (
                word.text in {"“", '"', "("}
                and solid
                and end + 2 < len(self.words)
                and self.words[end + 2].text in {"”", '"', ")"}
            ):
                end += 3
                continue
            if word.text in SUFFIXES and solid:
                end += 1
                break
            lower = not word.text[0].isupper() and word.text.split("-")[0] not in self.particles
            if lower or plain.startswith("Non-"):
                break
            if (
                (word.text in self.titles and not (solid and self._is_surname(end)))
                or plain in self.portfolios
                or plain in self.openers
            ):
                break
            if self.kinds.label(plain) and (solid == 0 or self.kinds.label(plain) != "LOC"):
                return position
            solid += len(plain) > 1
            end += 1
            if plain != word.text:
                break
            if end + 1 < len(self.words) and self.words[end].text == "," and self.words[end + 1].text in SUFFIXES:
                end += 2
                break
        while end > position and self.words[end - 1].text in self.particles:
            end -= 1
        initials = solid == 1 and end == position + 1 and self.words[position].text.isupper()
        if initials and len(self.words[position].text) < 4:
            return position
        return end if solid else position

    def _bears_a_places_name(self, index: int, title: str) -> bool:
        """Whether a form of address stands before the name of a place and nothing more: "Mr. Jordan"."""
        if title not in ADDRESS or index >= len(self.words):
            return False
        place = self.known.get(self.words[index].start)
        plain = place is not None and place.role in PLACES and place.end == self._end(index + 1)
        return plain and self._is_surname(index)

    def _opens_title(self, position: int) -> bool:
        """Whether a title of several words begins here, whose first one alone is none: "Prime Minister"."""
        first = self.words[position].text if position < len(self.words) else ""
        return any(
            len(words) > 1 and self._texts(position, position + len(words)) == words
            for words, *_ in self.forms.get(first, ())
        )

    def _names_no_person(self, index: int, opens: bool) -> bool:
        """Whether a known name stands here that is no person's; ``opens``: a personal name would begin with it."""
        mention = self.known.get(self.words[index].start)
        if mention is None or mention.role == "person":
            return False
        return mention.end > self.words[index].end or (opens and not self._is_given(index, mention))

    def _is_given(self, index: int, place: Mention) -> bool:
        """Whether the name of a place, at the head of a personal name, is a given name: "Minister Chad Miller"."""
        following = self.words[index + 1] if index + 1 < len(self.words) else None
        if following is None or place.role not in PLACES or place.text.isupper() or not self._joined(index + 1):
            return False
        surname = possessor(following.text)
        is_word = surname in self.openers or surname in self.portfolios or surname in self.titles
        is_name = surname[0].isupper() and len(surname) > (3 if surname.isupper() else 1) and not is_word
        return is_name and following.start not in self.known and not self.kinds.label(surname)

    def _is_surname_of_its_own(self, index: int) -> bool:
        """Whether the word is no common one, so that "Jordan" before it is a person and not a state."""
        return index < len(self.words) and possessor(self.words[index].text).lower() not in self.common

    def _is_surname(self, index: int) -> bool:
        """Whether a title behind a first name is a surname ("Minister Julie Bishop"): no further name follows."""
        following = self.words[index + 1] if index + 1 < len(self.words) else None
        return following is None or not following.text[0].isupper() or not self._joined(index + 1)

    def _complement(self, position: int) -> tuple[int, str]:
        """Passes over "of Japan", "for Foreign Affairs", "of the Treasury": the index behind it, and a state's code."""
        index, code, link = position, "", ""
        while index < len(self.words):
            word = self.words[index]
            mention = self.known.get(word.start)
            if index > position and mention is not None and mention.role not in {"person", "document"}:
                if self.words[index - 1].text not in LINKS and self._is_given(index, mention):
                    break
                if mention.role in {"country", "people", "body"} and link != "to":
                    code = code or mention.code
                while index < len(self.words) and self.words[index].start < mention.end:
                    index += 1
                continue
            if word.text in self.portfolios and (index > position or word.text[0].isupper()):
                index += 1
                continue
            if word.text in LINKS and word.text != "," and self._continues(index):
                link = word.text if word.text != "the" else link
                index += 1
                continue
            break
        return index, code

    def _continues(self, index: int) -> bool:
        """Whether a portfolio or a known name follows the link word at ``index``, perhaps behind another link."""
        for following in self.words[index + 1 : index + 3]:
            mention = self.known.get(following.start)
            if following.text in self.portfolios or (mention is not None and mention.role != "person"):
                return True
            if following.text not in LINKS:
                return False
        return False

    def _country_before(self, position: int) -> str:
        """The state named right before a title: "Japanese Prime Minister", "Japan's Foreign Minister"."""
        start = self.words[position].start
        for back in range(1, 7):
            if position - back < 0:
                return ""
            word = self.words[position - back]
            mention = self.before.get(word.end) or self.before.get(word.end - 2)
            if _SPOKEN_APART.search(self.text, mention.end if mention else word.end, start):
                return ""
            if mention is not None and mention.role in {"country", "people", "body"} and mention.code:
                return mention.code
            passed = word.text == "and" and self.words[position - back - 1].text in self.portfolios
            if not (passed or word.text[0].isupper() or word.text in {"-", "of", "'", "’", "s"}) or apart(
                self.text, word.end, start
            ):
                return ""
            start = word.start
        return ""

    def _country_behind(self, position: int) -> str:
        """The state named right behind a name: "of France", "(France)", ", the President of France"; of a member of a
        parliament of several states, "(EPP, France)", its body.
        """
        index = position
        if index + 1 < len(self.words) and self.words[index].text == "(":
            group = self.benches.get(self.text[self.words[index].end :].partition(",")[0])
            if group is not None:
                return group
        limit = min(position + 8, len(self.words))
        while index < limit:
            word = self.words[index]
            mention = self.known.get(word.start)
            if mention is not None and mention.role == "country":
                return mention.code
            if word.text not in {"of", "the", "(", ","} and self._title(index)[0] == index:
                return ""
            index += 1
        return ""

    def _closed(self, position: int) -> bool:
        return position >= len(self.words) or self.words[position].text in {",", "and", ".", ";", ")", "to", "on", "in"}

    def _joined(self, index: int) -> bool:
        return not apart(self.text, self.words[index - 1].end, self.words[index].start)

    def _texts(self, start: int, end: int) -> tuple[str, ...]:
        return tuple(w.text for w in self.words[start:end])

    def _end(self, index: int) -> int:
        last = self.words[index - 1]
        return last.start + len(possessor(last.text))

    def _index_after(self, offset: int, least: int) -> int:
        index = least
        while index < len(self.words) and self.words[index].start < offset:
            index += 1
        return index


def read_titles(knowledge: Knowledge) -> dict[str, TitleKind]:
    """Titles of ``titles.csv`` and their kinds."""
    known: dict[str, TitleKind] = {}
    for row in knowledge.table("titles.csv", ("title", "kind")):
        row.choice("kind", {"state", "officer", "honorific"})
        if row["title"] in known:
            raise row.error(f"{row['title']!r} has a line already; take one of the two out")
        known[row["title"]] = row["kind"]  # type: ignore[assignment]
    return known


def read_portfolios(knowledge: Knowledge) -> frozenset[str]:
    """Words of portfolios, such as "Affairs", that stand between title and name (``portfolios.txt``)."""
    return frozenset(knowledge.entries("portfolios.txt"))


def read_openers(knowledge: Knowledge) -> frozenset[str]:
    """Capitalised words that begin no name (``openers.txt``)."""
    return frozenset(knowledge.entries("openers.txt"))


def read_given_names(knowledge: Knowledge) -> frozenset[str]:
    """Given names that begin a personal name without a title too (``given_names.txt``)."""
    return frozenset(knowledge.entries("given_names.txt"))


def read_particles(knowledge: Knowledge) -> frozenset[str]:
    """Small words inside personal names (``name_particles.txt``)."""
    return frozenset(knowledge.entries("name_particles.txt"))


def _read_common_words(knowledge: Knowledge) -> frozenset[str]:
    """Words of the press in small letters (``press_words.txt``)."""
    return frozenset(word.lower() for word in knowledge.entries("press_words.txt"))


def _read_benches(knowledge: Knowledge) -> dict[str, str]:
    """Groups of members of parliaments of several states, with the body whose parliament it is (``benches.csv``)."""
    return {row["group"]: row["code"] for row in knowledge.table("benches.csv", ("group", "code", "example"))}


def _read_title_forms(knowledge: Knowledge) -> dict[str, list[tuple[tuple[str, ...], str, TitleKind, bool]]]:
    """Titles by their first word: words, title, kind, and whether the form is the plural."""
    forms: dict[str, list[tuple[tuple[str, ...], str, TitleKind, bool]]] = {}
    for title, kind in knowledge.get(read_titles).items():
        plural = title[:-1] + "ies" if title.endswith("y") else title + "s"
        for form in (title, plural) if kind != "honorific" else (title,):
            words = tuple(w.text for w in words_of(form))
            forms.setdefault(words[0], []).append((words, title, kind, form != title))
    return forms
