"""What a page adds to a press text: buttons, page numbers, end marks, picture captions and credits, told by their words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from pipeline.ingest.passages import Change, Passage
from pipeline.knowledge import Row, read_table

TABLE = "press_furniture.csv"
COLUMNS = ("kind", "pattern", "example", "counterexample")
KINDS = ("caption", "credit", "furniture")
LONGEST_LINE = 240
LONGEST_CAPTION = 600

_PAGE_NUMBER = re.compile(r"\d{1,4}")


@dataclass(frozen=True, slots=True)
class Signs:
    """The patterns of ``press_furniture.csv``, one expression for each kind."""

    caption: re.Pattern[str]
    credit: re.Pattern[str]
    furniture: re.Pattern[str]


@cache
def signs() -> Signs:
    """The signs of captions, credits and furniture. Raises :class:`KnowledgeError` naming a line that is wrong."""
    found: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for row in read_table(TABLE, COLUMNS):
        found[row.choice("kind", KINDS)].append(_checked(row))
    return Signs(**{kind: re.compile("|".join(patterns), re.IGNORECASE) for kind, patterns in found.items()})


def is_caption(text: str) -> bool:
    """Whether a paragraph says of itself that it is the caption or credit of a picture."""
    if len(text) > LONGEST_CAPTION:
        return False
    return bool(signs().caption.match(text)) or (len(text) <= LONGEST_LINE and bool(signs().credit.fullmatch(text)))


def remove_furniture(lines: Iterable[Passage]) -> tuple[list[Passage], list[Change]]:
    """Lines without those that belong to the page and not to the text."""
    lines = list(lines)
    numbers = _page_numbers(lines)
    kept: list[Passage] = []
    changes: list[Change] = []
    gap = 0
    for line in lines:
        if line.number in numbers or (len(line.text) <= LONGEST_LINE and signs().furniture.fullmatch(line.text)):
            changes.append(Change(line.number, "furniture", line.text))
            gap = max(gap, line.gap)
            continue
        kept.append(_with_gap(line, max(gap, line.gap)))
        gap = 0
    return kept, changes


def remove_credits(lines: Iterable[Passage]) -> tuple[list[Passage], list[Change]]:
    """Lines without picture credits in brackets: "The ministers met. (Photo: Palace Press Office)"."""
    kept: list[Passage] = []
    changes: list[Change] = []
    for line in lines:
        text = line.text
        if "(" in text or "[" in text:
            for found in list(signs().credit.finditer(text))[::-1]:
                if found.group()[0] in "([":
                    changes.append(Change(line.number, "caption", found.group()))
                    text = f"{text[: found.start()].rstrip()} {text[found.end() :].lstrip()}".strip()
        if text:
            kept.append(line if text is line.text else _with_text(line, text))
    return kept, changes


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


def _checked(row: Row) -> str:
    """The row's pattern, if it compiles, finds its example and leaves its counterexample alone."""
    try:
        pattern = re.compile(row["pattern"], re.IGNORECASE)
    except re.error as error:
        raise row.error(f"pattern is no regular expression ({error}); mend it") from error
    find = pattern.match if row["kind"] == "caption" else pattern.fullmatch
    if not find(row["example"]):
        raise row.error("pattern does not find the example; mend one of them")
    if find(row["counterexample"]):
        raise row.error("pattern finds the counterexample; make it narrower")
    return f"(?:{row['pattern']})"


def _with_gap(line: Passage, gap: int) -> Passage:
    return Passage(line.number, line.text, gap, line.indent, line.hint)


def _with_text(line: Passage, text: str) -> Passage:
    return Passage(line.number, text, line.gap, line.indent, line.hint)
