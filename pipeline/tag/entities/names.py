"""Names that a head word betrays: treaties, bodies, summits, buildings, seas ("Convention on ...", "... Strait").

A run of capitalised words is a name where it holds a head word of ``kinds.csv``; it goes on behind the head through the
prepositions which that kind of name allows ("Ministry of Health and Family Welfare"), and to the left through its
modifiers. Titles, people and possessives bound it ("Prime Minister X", "Japan's Ministry of Defense").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.knowledge import Knowledge
from pipeline.names.gazetteer import Mention
from pipeline.names.headwords import Kind, Kinds
from pipeline.names.people import read_openers, read_titles
from pipeline.names.words import Word, apart, possessor, words_of
from pipeline.tag.entities.documents import numbered, with_articles
from pipeline.tag.entities.spans import Candidate
from pipeline.tag.entities.words import read_generic, read_name_words, read_short_forms

_JOINTS = frozenset({"-", "‐", "‑", "–", "/", "&", "+"})
_TRAIL = re.compile(
    r"\s(?:No\.?\s?)?(?:(?:\d{1,5}|[A-Z]{1,3}-\d+)(?:[/–-]\d+)*)(?:\s?\(\d{4}\))?(?:\sof\s(?:19|20)\d\d)?(?![\w%$])"
    r"|\s(?:I{1,3}|IV|V)\b"
)
_LEAD = re.compile(r"(?:\d{1,3}(?:st|nd|rd|th)|(?:19|20)\d\d)$")


@dataclass(frozen=True, slots=True)
class Openings:
    """Character offsets where sentences start; ``weak`` are those of a first word that is no noun or adjective."""

    starts: frozenset[int]
    weak: frozenset[int]


def find_names(
    text: str, mentions: tuple[Mention, ...], blocked: list[tuple[int, int]], openings: Openings, knowledge: Knowledge
) -> list[Candidate]:
    """Names with a head word in ``text``.

    ``mentions`` are the gazetteer's names; ``blocked`` the spans of titled people, which no name may cross;
    ``openings`` where its sentences start.
    """
    found = _Reader(text, mentions, blocked, openings, knowledge).names()
    return [*with_articles(text, found), *numbered(text)]


def short_forms(text: str, names: list[Candidate], knowledge: Knowledge) -> Iterator[Candidate]:
    """Head words that stand alone for a name which the text has given in full: "the Council", "this Agreement".

    Documents count without a full name too, which often stands in a title that is not part of the text.
    """
    kinds, others = knowledge.get(Kinds), knowledge.get(read_short_forms)
    introduced: dict[tuple[str, str], Candidate] = {}
    for name in names:
        for word in (*text[name.start : name.end].split(), *others.get(name.code, ())):
            introduced.setdefault((word, name.label), name)
    for match in re.finditer(
        r"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Ss]aid|[Pp]resent|[Oo]ur|[Ii]ts)\s(?:[a-z]+\s)?([A-Z]\w+)\b(?!\s[A-Z])", text
    ):
        kind = kinds.get(match[1])
        if kind is None or not kind.alone:
            continue
        full = introduced.get((match[1], kind.label))
        if full is None and kind.label == "LAW":
            yield Candidate(match.start(1), match.end(1), "LAW")
        elif full is not None:
            wording = full.name or text[full.start : full.end]
            yield Candidate(match.start(1), match.end(1), full.label, full.code, wording)


class _Reader:
    """Finds the runs of capitalised words of one text, and the names among them."""

    def __init__(
        self,
        text: str,
        mentions: tuple[Mention, ...],
        blocked: list[tuple[int, int]],
        openings: Openings,
        knowledge: Knowledge,
    ) -> None:
        self.kinds = knowledge.get(Kinds)
        self.titles = knowledge.get(read_titles)
        self.openers = knowledge.get(read_openers)
        self.generic = knowledge.get(read_generic)
        self.steering = knowledge.get(read_name_words)
        self.text = text
        self.words = words_of(text)
        self.openings = openings
        self.mention_at: dict[int, Mention] = {}
        self.closed: set[int] = set()
        for m in mentions:
            self.closed.add(m.end)
            for word_start in range(m.start, m.end):
                self.mention_at[word_start] = m
        self.blocked = bytearray(len(text) + 1)
        for start, end in blocked:
            self.blocked[start:end] = b"\1" * (end - start)
            self.closed.add(end)

    def names(self) -> list[Candidate]:
        runs = []
        by_start = {}
        for first, start, end in self._runs():
            runs.append((start, end))
            by_start[first] = by_start[start] = (start, end)
        found: list[Candidate] = []
        reached = 0
        for number, (start, _) in enumerate(runs):
            named = self._named(runs, number, by_start) if start >= reached else None
            if named is not None:
                left, label = named[0] if named[0] >= reached else start, named[2]
                reached = named[1]
                found.append(self._candidate(left, reached, label))
        return found

    def _named(
        self, runs: list[tuple[int, int]], number: int, by_start: dict[int, tuple[int, int]]
    ) -> tuple[int, int, str] | None:
        """Where the name of a run begins, the index behind it, and its label; None where the run holds no name."""
        start, end = runs[number]
        head = self._head(start, end)
        kind = self.kinds.get(self._stem(head)) if head is not None else None
        if head is None or kind is None:
            return None
        known = self._known_around(head)
        if (known is not None and known.start <= self.words[start].start) or self._describes(head + 1):
            return None
        if known is not None:
            stop = self._index_at(known.end, head + 1)
        else:
            stop = self._extend(head + 1, kind, by_start) if head + 1 == end else head + 1
        left = self._joined_left(runs, number, start) if number else self._inside_known(start)
        if not self._is_name(left, head, stop, kind):
            return None
        return left, stop, known.label if known else kind.label

    def _runs(self) -> Iterator[tuple[int, int, int]]:
        """Ranges of word indices: capitalised words in a row, with hyphens, ampersands and inner possessives.

        The first index is that of the first capitalised word, the second that of the first one which may open a name.
        """
        index = 0
        while index < len(self.words):
            if not self._opens(index):
                index += 1
                continue
            end = index + 1
            while end < len(self.words) and self._goes_on(end):
                end += 1
            while end > index + 1 and not self._capital(self.words[end - 1]):
                end -= 1
            start = index
            while start < end and self._is_opener(start):
                start += 1
            if start < end:
                yield index, start, end
            index = end

    def _opens(self, index: int) -> bool:
        word = self.words[index]
        if self.blocked[word.start]:
            return False
        if _LEAD.match(word.text):
            return index + 1 < len(self.words) and self._capital(self.words[index + 1]) and self._near(index + 1)
        return self._capital(word)

    def _goes_on(self, index: int) -> bool:
        word, before = self.words[index], self.words[index - 1]
        if (
            self.blocked[word.start]
            or not self._near(index)
            or (word.start in self.openings.starts and before.text not in _JOINTS)
        ):
            return False
        stem = possessor(before.text)
        if stem != before.text and stem not in self.steering.owners:
            return False
        if self._capital(word):
            return True
        following = self.words[index + 1] if index + 1 < len(self.words) else None
        if following is None or not self._near(index + 1):
            return False
        if word.text in {"'", "’"}:
            return self._capital(following) and word.start == before.end and word.start not in self.closed
        tight = word.start == before.end and following.start == word.end
        return (word.text in _JOINTS and (tight or word.text == "&") and self._capital(following)) or (
            (word.text.isdigit() or word.text == "2+2") and self._capital(following)
        )

    def _is_opener(self, index: int) -> bool:
        word = self.words[index]
        if word.text in self.openers or word.text in _JOINTS:
            return True
        return word.start in self.openings.weak and word.start not in self.mention_at

    def _head(self, start: int, end: int) -> int | None:
        for index in range(end - 1, start - 1, -1):
            if self.kinds.get(self._stem(index)) is not None:
                return index
        return None

    def _known_around(self, head: int) -> Mention | None:
        """The known body, document or event in whose name the head stands."""
        mention = self.mention_at.get(self.words[head].start)
        return mention if mention is not None and mention.role in {"body", "document", "event"} else None

    def _describes(self, index: int) -> bool:
        """Whether the word behind a head makes a description of it: "Dialogue Partners", "Dialogue Relations"."""
        return index < len(self.words) and self._near(index) and self.words[index].text in self.steering.descriptions

    def _index_at(self, offset: int, index: int) -> int:
        while index < len(self.words) and self.words[index].start < offset:
            index += 1
        return index

    def _stem(self, index: int) -> str:
        return possessor(self.words[index].text)

    def _extend(self, index: int, kind: Kind, by_start: dict[int, tuple[int, int]]) -> int:
        """The index behind the name whose head ends before ``index``, through "of ...", "on ..., ... and ..."."""
        if possessor(self.words[index - 1].text) != self.words[index - 1].text:
            return index
        while index < len(self.words) and self.words[index].text in kind.continues and self._near(index):
            run = self._run_behind(index + 1, by_start)
            if run is None or (self.words[index].text != "of" and self._bounded(run)):
                break
            index = self._coordinated(run[1], by_start, kind)
        return index

    def _run_behind(self, index: int, by_start: dict[int, tuple[int, int]]) -> tuple[int, int] | None:
        if index < len(self.words) and self.words[index].text == "the" and self._near(index):
            index += 1
        run = by_start.get(index)
        return run if run is not None and self._near(index) else None

    def _bounded(self, run: tuple[int, int]) -> bool:
        """Whether a run is nothing but a country, a nationality or an acronym ("on the U.S. side")."""
        first, last = self.words[run[0]], self.words[run[1] - 1]
        mention = self.mention_at.get(first.start)
        if mention is not None and mention.role in {"country", "people", "capital"} and mention.end >= last.end:
            return not self.text.startswith(" (", last.end)
        return run[1] - run[0] == 1 and first.text.isupper()

    def _coordinated(self, end: int, by_start: dict[int, tuple[int, int]], kind: Kind) -> int:
        """Goes on through ", Health and Family Welfare", where what follows is no name of its own."""
        reach = end
        index = end
        while index < len(self.words) and self.words[index].text in {",", "and", "&"} and self._near(index):
            following = index + 1
            if self.words[index].text == "," and following < len(self.words) and self.words[following].text == "and":
                following += 1
            run = by_start.get(following)
            if run is None or not self._plain_run(run):
                break
            closing = self.words[following - 1].text in {"and", "&"}
            index = run[1]
            if closing:
                reach = index
                if index >= len(self.words) or self.words[index].text != ",":
                    break
        return reach

    def _plain_run(self, run: tuple[int, int]) -> bool:
        """Whether a run may be the second part of a complement: no name, no title in it, no head word at its end."""
        if self.kinds.get(self._stem(run[1] - 1)) is not None:
            return False
        return not any(self.words[i].start in self.mention_at or self.words[i].text in self.titles for i in range(*run))

    def _joined_left(self, runs: list[tuple[int, int]], number: int, start: int) -> int:
        """Takes in the first part of "Export Controls and Human Rights Initiative"."""
        start = self._inside_known(start)
        before, end = runs[number - 1]
        if end + 1 != start or self.words[end].text not in {"and", "&"} or not self._goes_on_behind(end):
            return start
        if any(self._closes(i, end) or self.words[i].text in self.titles for i in range(before, end)):
            return start
        if not (self._near(end) and self._near(start)) or self.words[before].start in self.openings.starts:
            return start
        previous = self.words[before - 1].text if before else ""
        modified = self.kinds.get(self._stem(start)) is None
        named = self._is_party(self.words[before].start)
        return before if modified and previous not in ({","} if named else {",", "for", "of"}) else start

    def _inside_known(self, start: int) -> int:
        """The first word of a known name in whose middle a run begins: "*Council of Europe* Development Fund"."""
        known = self.mention_at.get(self.words[start].start)
        while known is not None and start and known.start < self.words[start].start:
            start -= 1
        return start

    def _goes_on_behind(self, end: int) -> bool:
        """Whether the word before ``end`` may have "and" and more of its name behind it."""
        return self._stem(end - 1) in self.steering.relations or self._plain_run((end - 1, end))

    def _closes(self, index: int, end: int) -> bool:
        """Whether a head word ends a name before "and"; a relation goes on ("Partnership and Trade Agreement")."""
        word = self._stem(index)
        return self.kinds.get(word) is not None and not (index + 1 == end and word in self.steering.relations)

    def _is_name(self, start: int, head: int, stop: int, kind: Kind) -> bool:
        """Whether a head with its modifiers and complements names something, and is not a generic description."""
        if stop > head + 1 and (kind.label != "EVENT" or kind.alone):
            return True
        modifiers = [self._stem(i) for i in range(start, head) if self.words[i].text not in _JOINTS | {"and", "'", "’"}]
        if not modifiers:
            return False
        if kind.label == "LOC" and self._one_place(start, head):
            return False
        parts = [
            (w, self.words[i].start) for i, w in enumerate(map(self._stem, range(start, head)), start) if w in modifiers
        ]
        own = [word for word, offset in parts if word not in self.generic and not self._is_country(offset)]
        if self._stem(head) in self.steering.relations and all(
            w in self.generic or self._is_party(w_start) for w, w_start in parts
        ):
            return False
        countries = any(self._is_country(self.words[i].start) for i in range(start, head))
        if countries and kind.label == "LOC" and self._stem(head) in self.steering.waters:
            return True
        if own:
            return countries or not all(word in self.titles for word in own)
        return countries and kind.label in {"ORG", "LAW", "EVENT"}

    def _one_place(self, start: int, head: int) -> bool:
        """Whether all modifiers are one known place, as in "Pacific Island countries"."""
        mention = self.mention_at.get(self.words[start].start)
        return mention is not None and mention.label == "LOC" and mention.end >= self.words[head - 1].end

    def _is_party(self, offset: int) -> bool:
        mention = self.mention_at.get(offset)
        return mention is not None and mention.role in {"country", "people", "body", "group"}

    def _is_country(self, offset: int) -> bool:
        mention = self.mention_at.get(offset)
        return mention is not None and mention.role in {"country", "people"}

    def _candidate(self, start: int, stop: int, label: str) -> Candidate:
        last = self.words[stop - 1]
        first, end = self.words[start].start, last.start + len(possessor(last.text))
        if label == "LAW" and end == last.end:
            trail = _TRAIL.match(self.text, end)
            end = trail.end() if trail else end
        return Candidate(first, end, label)

    def _capital(self, word: Word) -> bool:
        if word.text == "No" or self.steering.compound.search(word.text):
            return False
        return word.text[0].isupper() or (word.text[0].isalnum() and any(map(str.isupper, word.text)))

    def _near(self, index: int) -> bool:
        return not apart(self.text, self.words[index - 1].end, self.words[index].start)
