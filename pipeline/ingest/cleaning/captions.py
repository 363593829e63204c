"""Picture captions in the way of the text: taken out, and the sentence that one of them cut is joined again.

Three signs, from sure to careful: the caption says what it is ("Above:", "Photo by"); it stands between the two halves
of a sentence; it is a sentence alone, set apart by as many empty lines as a caption of the same document, found by the
first two signs, is. What holds a finite verb may be wording whatever stands around it, and is never taken out by the
last two signs, but for a ceremony that is set apart.
"""

import re
from collections import Counter
from dataclasses import replace

from pipeline.ingest.cleaning.furniture import Signs, is_caption, is_ceremony, is_statement
from pipeline.ingest.cleaning.markers import marker_length
from pipeline.ingest.cleaning.wording import runs_on
from pipeline.ingest.passages import Change, Passage

LONGEST_INTERRUPTION = 400
SHORTEST_HALF = 40
FEWEST_WORDS = 4
MOST_WORDS_ALONE = 40

_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z])")
_TITLES = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Sen|Rep|Gov|Hon|St|U\.S|D\.C)\.\s", re.UNICODE)


def remove_captions(paragraphs: list[Passage], signs: Signs) -> tuple[list[Passage], list[Change]]:
    """Paragraphs without captions and credits, sentences they interrupted made whole.

    What does not say that it is a caption and holds a finite verb may be wording: it stays, behind the sentence that it
    interrupts.
    """
    captions = _labelled(paragraphs, signs)
    between = _interrupting(paragraphs, captions)
    moved = {i for i in between if is_statement(paragraphs[i].text, signs)}
    captions |= between
    captions |= {i for i in _set_apart(paragraphs, captions - moved) if _is_picture(paragraphs[i].text, signs)}
    if not captions:
        return paragraphs, []
    changes = [
        Change(paragraphs[i].number, "caption", paragraphs[i].text, paragraphs[i].text if i in moved else "")
        for i in sorted(captions)
    ]
    kept: list[Passage] = []
    statements: list[Passage] = []
    after_caption = False
    for i, paragraph in enumerate(paragraphs):
        if i in captions:
            after_caption = True
            statements += [paragraph] if i in moved else []
            continue
        if after_caption and kept and continues(kept[-1], paragraph):
            joined = f"{kept[-1].text} {paragraph.text}"
            changes.append(
                Change(
                    paragraph.number,
                    "line_break",
                    f"{kept[-1].text[-60:]} ⏎ {paragraph.text[:60]}",
                    joined_at(kept[-1], paragraph),
                )
            )
            kept[-1:] = [replace(kept[-1], text=joined), *statements]
        else:
            kept += [*statements, paragraph]
        statements, after_caption = [], False
    return kept + statements, changes


def joined_at(first: Passage, second: Passage) -> str:
    """The seam of two joined passages, as a change shows it."""
    return f"{first.text[-60:]} {second.text[:60]}"


def continues(first: Passage, second: Passage) -> bool:
    """Whether ``second`` goes on with the sentence that ``first`` leaves unfinished."""
    return runs_on(first.text, second.text) and not marker_length(second.text)


def _labelled(paragraphs: list[Passage], signs: Signs) -> set[int]:
    return {i for i, paragraph in enumerate(paragraphs) if is_caption(paragraph.text, signs)}


def _interrupting(paragraphs: list[Passage], known: set[int]) -> set[int]:
    """Short paragraphs, set apart by empty lines, between the halves of a sentence."""
    found: set[int] = set()
    for i in range(1, len(paragraphs) - 1):
        before, middle, after = paragraphs[i - 1], paragraphs[i], paragraphs[i + 1]
        if i in known or i - 1 in known or i - 1 in found or i + 1 in known:
            continue
        if not (middle.gap and after.gap) or len(middle.text) > LONGEST_INTERRUPTION or middle.hint == "item":
            continue
        if len(before.text) < SHORTEST_HALF or not _stands_alone(middle.text):
            continue
        if continues(before, after) and not continues(before, middle) and not continues(middle, after):
            found.add(i)
    return found


def _stands_alone(text: str) -> bool:
    """Whether a paragraph can be a caption: from a capital to an end mark, no list item; or an address."""
    if "://" in text or text.lower().startswith("www."):
        return " " not in text
    if not text[:1].isupper() or len(text.split()) < FEWEST_WORDS or marker_length(text):
        return False
    return text[-1] in ".!?]"


def _set_apart(paragraphs: list[Passage], known: set[int]) -> set[int]:
    """Single sentences behind more empty lines than usual, where the document sets its known captions apart so."""
    usual = _usual_gap(paragraphs)
    apart = [paragraphs[i].gap for i in known if paragraphs[i].gap > usual]
    if not apart:
        return set()
    needed = min(apart)
    return {
        i
        for i, paragraph in enumerate(paragraphs)
        if i
        and i not in known
        and i - 1 not in known
        and paragraph.gap >= needed
        and paragraph.hint is None
        and _is_one_sentence(paragraph.text)
    }


def _usual_gap(paragraphs: list[Passage]) -> int:
    gaps = Counter(paragraph.gap for paragraph in paragraphs[1:])
    return min(gaps, key=lambda gap: (-gaps[gap], gap)) if gaps else 0


def _is_picture(text: str, signs: Signs) -> bool:
    """Whether a sentence says what a picture shows: without a finite verb, or a ceremony."""
    return not is_statement(text, signs) or is_ceremony(text, signs)


def _is_one_sentence(text: str) -> bool:
    if len(text.split()) > MOST_WORDS_ALONE or marker_length(text) or not text.endswith("."):
        return False
    return not _SENTENCE_END.search(_TITLES.sub("", text))
