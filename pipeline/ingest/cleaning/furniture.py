"""What a page adds to a press text, told by its words: buttons, page numbers, end marks, captions and credits."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.ingest.cleaning.barelines import bare_lines, menu_lines
from pipeline.ingest.cleaning.markers import is_lone_marker, marker_length
from pipeline.ingest.cleaning.wording import SMALL_WORDS, runs_on
from pipeline.ingest.passages import Change, Passage
from pipeline.knowledge import Knowledge
from pipeline.knowledge.reading import checked_pattern

TABLE = "press_furniture.csv"
VERBS = "finite_verbs.txt"
PRESENT_VERBS = ("caption_verbs.txt", "action_verbs.txt")
COLUMNS = ("kind", "pattern", "example", "counterexample")
KINDS = ("caption", "credit", "ceremony", "furniture", "label")
LONGEST_LINE = 240
LONGEST_CAPTION = 600

FEWEST_HEADS = 3
FEWEST_HEAD_WORDS = 4
TITLE_LINES = 6
SHORTEST_HALF = 30
SHORTEST_PAST = 5
MOST_TEASER_WORDS = 14
"""Words of a line that names another text of the site."""

_BEFORE_NOUNS = SMALL_WORDS | frozenset(
    ("this", "that", "these", "those", "its", "his", "her", "their", "our", "your", "my", "no", "any", "each")
)
_WORD = re.compile(r"[^\W\d_]+")
_RULE = re.compile(r"[-–—_=*~.·|#<>+^:;,/\\\s]+")
_FIGURES = re.compile(r"\d+")
_COUNT = re.compile(r"\d[\d,. ]{0,12}")
_COUNTED = re.compile(r"\w+(?: count)?:?")
_PAGE_NUMBER = re.compile(r"\d{1,4}")


@dataclass(frozen=True, slots=True)
class Signs:
    """The patterns of ``press_furniture.csv``, one expression for each kind, and the verbs that make a statement.

    ``verbs`` are the forms of ``finite_verbs.txt``, ``present`` those of ``caption_verbs.txt`` and
    ``action_verbs.txt``, which are nouns too. A ``ceremony`` is what the protocol has done: pictures are taken of it.
    A ``section`` is the heading of a part of the site (``web_sections.txt``).
    """

    caption: re.Pattern[str]
    credit: re.Pattern[str]
    ceremony: re.Pattern[str]
    furniture: re.Pattern[str]
    label: re.Pattern[str]
    section: re.Pattern[str]
    verbs: frozenset[str] = frozenset()
    present: frozenset[str] = frozenset()


def read_signs(knowledge: Knowledge) -> Signs:
    """The signs of each kind. Raises :class:`KnowledgeError` naming a line that is wrong."""
    found: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for row in knowledge.table(TABLE, COLUMNS):
        found[row.choice("kind", KINDS)].append(
            checked_pattern(row, "match" if row["kind"] == "caption" else "fullmatch")
        )
    patterns = {kind: re.compile("|".join(one) or "(?!)", re.IGNORECASE) for kind, one in found.items()}
    present = {
        form for table in PRESENT_VERBS for verb in knowledge.entries(table) for form in (verb, _third_person(verb))
    }
    sections = "|".join(f"(?:{entry})" for entry in knowledge.expressions("web_sections.txt")) or "(?!)"
    patterns["section"] = re.compile(sections, re.IGNORECASE)
    return Signs(**patterns, verbs=frozenset(knowledge.entries(VERBS)), present=frozenset(present))


def _third_person(verb: str) -> str:
    """The form of a verb behind a single subject: "visits", "reaches", "carries"."""
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        return f"{verb}es"
    return f"{verb[:-1]}ies" if verb.endswith("y") and verb[-2] not in "aeiou" else f"{verb}s"


def is_caption(text: str, signs: Signs) -> bool:
    """Whether a paragraph says of itself that it is the caption or credit of a picture."""
    if len(text) > LONGEST_CAPTION:
        return False
    return bool(signs.caption.match(text)) or (len(text) <= LONGEST_LINE and bool(signs.credit.fullmatch(text)))


def is_ceremony(text: str, signs: Signs) -> bool:
    """Whether a line tells of a ceremony and of nothing else: "The Minister received a courtesy call from Mr Berg."."""
    return len(text) <= LONGEST_LINE and bool(signs.ceremony.fullmatch(text))


def is_statement(text: str, signs: Signs) -> bool:
    """Whether a line holds a finite verb: an auxiliary, a past tense, an undertaking, what a picture shows.

    A past is told by its ending: behind a small word ("the", "of") or at the head of the line it is rather a
    participle. A question states nothing.
    """
    if text.rstrip("\"'”’) ").endswith("?"):
        return False
    pairs = pairwise(_WORD.findall(text))
    pasts = (word for before, word in pairs if word.endswith("ed") and before.lower() not in SMALL_WORDS)
    return holds_finite(text, signs) or any(len(word) >= SHORTEST_PAST for word in pasts)


def holds_finite(text: str, signs: Signs) -> bool:
    """Whether a line holds a verb that is no participle.

    What may be a noun as well ("visit") is a verb behind a word that is neither small nor says whose.
    """
    words = [word.lower() for word in _WORD.findall(text)]
    if any(word in signs.verbs for word in words):
        return True
    return any(word in signs.present and before not in _BEFORE_NOUNS for before, word in pairwise(words))


def is_label(text: str, signs: Signs) -> bool:
    """Whether a line says nothing by itself: when a text was issued, its number, the words of a form ("From:")."""
    return len(text) <= LONGEST_LINE and bool(signs.label.fullmatch(text) or signs.label.fullmatch(_body(text)))


def mark_labels(lines: Sequence[Passage], signs: Signs) -> list[Passage]:
    """Lines with labels, days and numbers marked as headings, which hold no sentences."""
    bare = bare_lines(lines)
    return [replace(line, hint="heading") if _is_bare_label(line, bare, signs) else line for line in lines]


def _is_bare_label(line: Passage, bare: Collection[int], signs: Signs) -> bool:
    if line.number in bare:
        return line.hint in (None, "paragraph", "item")
    return line.hint in (None, "paragraph") and is_label(line.text, signs)


def remove_furniture(lines: list[Passage], signs: Signs) -> tuple[list[Passage], list[Change]]:
    """Lines without those that belong to the page and not to the text; a running head stays where it is the title."""
    outside = _page_numbers(lines) | _running_heads(lines) | menu_lines(lines) | _counts(lines, signs)
    outside |= _site_at_end(lines, signs)
    kept: list[Passage] = []
    changes: list[Change] = []
    gap = 0
    for line in lines:
        if line.number in outside or _is_furniture(line.text, signs):
            changes.append(Change(line.number, "furniture", line.text))
            gap = max(gap, line.gap)
            continue
        kept.append(replace(line, gap=max(gap, line.gap)))
        gap = 0
    return kept, changes


def remove_credits(lines: Iterable[Passage], signs: Signs) -> tuple[list[Passage], list[Change]]:
    """Lines without picture credits in brackets: "The ministers met. (Photo: Palace Press Office)"."""
    kept: list[Passage] = []
    changes: list[Change] = []
    for line in lines:
        text = line.text
        if "(" in text or "[" in text:
            for found in list(signs.credit.finditer(text))[::-1]:
                if found.group()[0] in "([":
                    changes.append(Change(line.number, "caption", found.group()))
                    text = f"{text[: found.start()].rstrip()} {text[found.end() :].lstrip()}".strip()
        if text:
            kept.append(line if text is line.text else replace(line, text=text))
    return kept, changes


def _is_furniture(text: str, signs: Signs) -> bool:
    if len(text) > LONGEST_LINE:
        return False
    if _RULE.fullmatch(text):
        return not is_lone_marker(text)
    return bool(signs.furniture.fullmatch(text) or signs.furniture.fullmatch(_body(text)))


def _body(text: str) -> str:
    """A line without its list marker and the dash or bar behind it: "• 3 May 2031 -"."""
    return text[marker_length(text) :].rstrip(" -–—|")


def _running_heads(lines: list[Passage]) -> set[int]:
    """Lines that come back, but for figures, and stand at least once in the middle of a sentence."""
    places: dict[str, list[int]] = {}
    for i, line in enumerate(lines):
        if len(line.text) <= LONGEST_LINE and line.hint is None and _can_head(line.text):
            places.setdefault(_FIGURES.sub("#", line.text.casefold()), []).append(i)
    found: set[int] = set()
    for repeated in places.values():
        if len(repeated) < FEWEST_HEADS:
            continue
        same = frozenset(repeated)
        if any(_interrupts(lines, i, same) for i in repeated):
            first = 1 if repeated[0] < TITLE_LINES else 0
            found.update(lines[i].number for i in repeated[first:])
    return found


def _can_head(text: str) -> bool:
    """Whether a line can be a running head: no list item, and more than a figure or a word or two."""
    words = text.split()
    return not marker_length(text) and (
        len(words) >= FEWEST_HEAD_WORDS or (len(words) > 1 and bool(_FIGURES.search(text)))
    )


def _interrupts(lines: list[Passage], i: int, repeated: frozenset[int]) -> bool:
    """Whether line ``i`` stands between the halves of a sentence, page numbers apart."""
    others = [j for j in range(max(0, i - 2), i + 3) if j < len(lines) and not _PAGE_NUMBER.fullmatch(lines[j].text)]
    before = next((j for j in reversed(others) if j < i and j not in repeated), None)
    after = next((j for j in others if j > i and j not in repeated), None)
    if before is None or after is None or len(lines[before].text) < SHORTEST_HALF:
        return False
    return runs_on(lines[before].text, lines[after].text) and not runs_on(lines[before].text, lines[i].text)


def _counts(lines: list[Passage], signs: Signs) -> set[int]:
    """Numbers that stand under the word for what they count: "hit" above "2339"."""
    return {
        below.number
        for line, below in pairwise(lines)
        if _COUNT.fullmatch(below.text) and _COUNTED.fullmatch(line.text) and signs.furniture.fullmatch(line.text)
    }


def _site_at_end(lines: Sequence[Passage], signs: Signs) -> set[int]:
    """The last lines of a pasted page from the heading of a section of its site on: short lines, no sentence."""
    end = len(lines)
    while end and (_is_short(lines[end - 1]) or _is_furniture(lines[end - 1].text, signs)):
        end -= 1
    head = next((i for i in range(end, len(lines)) if signs.section.fullmatch(lines[i].text.rstrip(" :."))), None)
    return {line.number for line in lines[head:]} if head else set()


def _is_short(line: Passage) -> bool:
    return (
        len(line.text.split()) <= MOST_TEASER_WORDS and line.text[-1:] not in ".!?;:" and not marker_length(line.text)
    )


def _page_numbers(lines: list[Passage]) -> set[int]:
    """Lines that hold nothing but a number and count upwards by one, three or more of them: the page numbers."""
    numbered = [(line.number, int(line.text)) for line in lines if _PAGE_NUMBER.fullmatch(line.text)]
    run: list[tuple[int, int]] = []
    found: set[int] = set()
    for entry in [*numbered, (0, -1)]:
        if run and entry[1] == run[-1][1] + 1:
            run.append(entry)
            continue
        if len(run) >= 3:
            found.update(number for number, _ in run)
        run = [entry]
    return found
