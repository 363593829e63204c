"""List markers: "1.", "(2)", "a)", "iv.", "- ", "• " and the private-use bullets of word processors."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.ingest.passages import Change, Passage, shorten

BULLETS = "•‣⁃∙·●○◦▪▫■□◆◇►▶▸➢➤→✓✔❖❑❒✦✧♦"
_PRIVATE_USE = "\ue000-\uf8ff"
_BULLET = re.compile(rf"(?:[{BULLETS}{_PRIVATE_USE}]\s?|[-–—*+.¨]\s+|[-–](?=[A-Z][a-z])|[oØü§]\s+(?=[A-Z]))(?=\S)")
_NUMBER = re.compile(
    r"(?:\(\d{1,3}\)|\[\d{1,3}\]|\d{1,3}(?:\.\d{1,2}){0,3}[.)]|\d{1,2}(?:\.\d{1,2}){1,3})\s?(?=[^\s\d])"
)
_LETTER = re.compile(r"(?:\([a-z]\)|\([ivxlc]{2,6}\)|[a-z][.)]|[ivxlc]{2,6}[.)])(?:\s+(?=\S)|(?=[A-Z][a-z]))")
_CAPITAL = re.compile(r"(?:\([A-Z]\)|[A-Z][.)]|[IVXLC]{2,6}[.)])\s+(?=\S)")
_BARE_NUMBER = re.compile(r"(\d{1,3})\s+(?=[A-Z“\"])")
_LONE = re.compile(rf"(?:[{BULLETS}{_PRIVATE_USE}\-–—*]|\(?\d{{1,3}}[.)]|\(\d{{1,3}}\)|\(?[a-z]\)|\([ivxlc]+\))")
_INLINE_BULLET = re.compile(rf"\s+(?=[•‣◦▪●■{_PRIVATE_USE}]\s)")
_LOOK = 32


def marker_length(text: str) -> int:
    """Length of the list marker at the beginning of ``text`` with the space behind it; 0 where there is none.

    "A. Smith" is no marker; capitals and bare numbers count only in a series (:func:`series`).
    """
    head = text[:_LOOK]
    for pattern in (_BULLET, _NUMBER, _LETTER):
        if found := pattern.match(head):
            if pattern is _NUMBER and not _is_number_marker(found.group(), head):
                return 0
            return found.end()
    return 0


def split_bullets(lines: Iterable[Passage]) -> tuple[list[Passage], list[Change]]:
    """Lines cut before the bullets in their middle: "We will • build • repair" is a stem and two items."""
    split: list[Passage] = []
    changes: list[Change] = []
    for line in lines:
        pieces = _INLINE_BULLET.split(line.text)
        if len(pieces) == 1:
            split.append(line)
            continue
        changes.append(Change(line.number, "list", shorten(line.text), shorten(" ⏎ ".join(pieces))))
        split.append(replace(line, text=pieces[0]))
        split += [Passage(line.number, piece, 0, line.indent, line.hint) for piece in pieces[1:]]
    return split, changes


def remove_bare_bullets(paragraphs: list[Passage]) -> tuple[list[Passage], list[Change]]:
    """Paragraphs without those that are bullets and nothing else."""
    kept: list[Passage] = []
    changes: list[Change] = []
    for paragraph in paragraphs:
        if any(char.isalnum() for char in paragraph.text):
            kept.append(paragraph)
        else:
            changes.append(Change(paragraph.number, "list", shorten(paragraph.text)))
    return kept, changes


def is_lone_marker(text: str) -> bool:
    """Whether the line holds a list marker and nothing else: its wording stands on the next line."""
    return len(text) <= _LOOK and bool(_LONE.fullmatch(text))


def series(texts: Sequence[str]) -> list[int]:
    """Marker lengths of paragraphs whose markers only a series tells: "A." before "B.", "1 We" before "2 The".

    0 for a paragraph outside such a series.
    """
    lengths = [0] * len(texts)
    numbered = [(i, int(m.group(1)), m.end()) for i, t in enumerate(texts) if (m := _BARE_NUMBER.match(t[:_LOOK]))]
    for run in _runs(numbered, needed=3):
        for i, _, end in run:
            lengths[i] = end
    lettered = [(i, _rank(m.group()), m.end()) for i, t in enumerate(texts) if (m := _CAPITAL.match(t[:_LOOK]))]
    for run in _runs([entry for entry in lettered if entry[1]], needed=2):
        for i, _, end in run:
            lengths[i] = end
    return lengths


def _is_number_marker(marker: str, head: str) -> bool:
    """Whether "1.We" and "1.1 We" are markers, "1.5 million", "3.30pm" and "12.)" without text are not."""
    bare = marker.strip()
    if marker[-1].isspace():
        return bare[-1] in ".)]" or (bare.count(".") >= 1 and head[len(marker) :][:1].isupper())
    return bare[-1] in ".)]" and head[len(marker) :][:1].isupper()


_ROMAN = {
    "I": 1,
    "II": 2,
    "III": 3,
    "IV": 4,
    "V": 5,
    "VI": 6,
    "VII": 7,
    "VIII": 8,
    "IX": 9,
    "X": 10,
    "XI": 11,
    "XII": 12,
}


def _rank(marker: str) -> int:
    """Place of a capital marker in its series: "B." is 2 and "II." is 2; "I." counts as Roman one."""
    bare = marker.strip(" ().")
    if bare in _ROMAN:
        return _ROMAN[bare]
    return ord(bare) - ord("A") + 1 if len(bare) == 1 else 0


def _runs(entries: list[tuple[int, int, int]], needed: int) -> list[list[tuple[int, int, int]]]:
    """Stretches of entries that count 1, 2, 3, ... with at least ``needed`` members."""
    runs: list[list[tuple[int, int, int]]] = []
    current: list[tuple[int, int, int]] = []
    for entry in entries:
        if current and entry[1] == current[-1][1] + 1:
            current.append(entry)
            continue
        runs.append(current)
        current = [entry] if entry[1] == 1 else []
    runs.append(current)
    return [run for run in runs if len(run) >= needed]
