"""Until when: words and last day of time limits."""

from datetime import date

import pytest
import spacy

from pipeline.tag.commitments.deadlines import Deadline, find_deadline, last_day

TODAY = date(2024, 5, 20)
BEFORE = "We met. "
NLP = spacy.blank("en")
NLP.add_pipe("sentencizer")


def deadline(action: str, opening: str = "") -> Deadline | None:
    """The deadline in an action behind ``opening``; its offsets are those of its words in the whole text."""
    doc = NLP(BEFORE + opening + action)
    found = find_deadline(doc.char_span(len(BEFORE + opening), len(doc.text)), TODAY)
    assert found is None or doc.text[found.start : found.end] == found.text
    return found


@pytest.mark.parametrize(
    ("action", "words", "day"),
    [
        ("restore the lighthouses by the end of 2030", "by the end of 2030", date(2030, 12, 31)),
        ("finish the bridge within five years", "within five years", date(2029, 5, 20)),
        ("sign the treaty by 1 March 2025", "by 1 March 2025", date(2025, 3, 1)),
        ("sign it no later than June 30, 2026, in Oslo", "no later than June 30, 2026", date(2026, 6, 30)),
        ("halve emissions by mid-2027", "by mid-2027", date(2027, 6, 30)),
        ("phase out coal before 2035", "before 2035", date(2034, 12, 31)),
        ("hold a meeting in February 2028", "February 2028", date(2028, 2, 29)),
        ("hold talks in the first quarter of 2025", "the first quarter of 2025", date(2025, 3, 31)),
        ("be launched by 2035 from a ship", "by 2035", date(2035, 12, 31)),
        ("open a consulate next year", "next year", date(2025, 12, 31)),
        ("meet again in the coming months", "in the coming months", None),
        ("end tariffs when the treaty enters into force", "when the treaty enters into force", None),
        ("reply as soon as possible", "as soon as possible", None),
    ],
)
def test_time_limits_and_target_dates(action: str, words: str, day: date | None) -> None:
    found = deadline(action)
    assert found
    assert (found.text, found.date) == (words, day)


@pytest.mark.parametrize(
    "action",
    [
        "build on the agreement of 2015",
        "implement the plan adopted in 2019",
        "cut emissions from 2005 levels",
        "work together, as they may wish",
        "strengthen cooperation since 2020",
        "work together in the decade starting in 2025",
    ],
)
def test_past_dates_and_beginnings_are_no_deadlines(action: str) -> None:
    assert deadline(action) is None


def test_a_limit_at_the_head_of_the_sentence_holds_for_its_action() -> None:
    found = deadline("publish a plan", "By the end of this year, Norway will ")
    assert found == Deadline("By the end of this year", date(2024, 12, 31), len(BEFORE), len(BEFORE) + 23)


def test_relative_limits_keep_their_words_where_the_document_has_no_date() -> None:
    assert last_day("within five years", None) is None
    assert last_day("by the end of 2030", None) == date(2030, 12, 31)
