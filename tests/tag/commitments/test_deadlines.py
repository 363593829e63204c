"""Until when: words and last day of time limits."""

import time
from calendar import month_name
from datetime import date, timedelta

import pytest
import spacy
from spacy.tokens import Doc

from pipeline.names.calendar import last_day_of_month
from pipeline.names.lastdays import last_day
from pipeline.tag.commitments.deadlines import Deadline, find_deadline
from pipeline.tag.commitments.limits import read_wordings
from pipeline.tag.entities.dates import find_dates
from tests.shipped import KNOWLEDGE
from tests.staged import shipped_pipeline
from tests.tag.parsed import parsed, token

TODAY = date(2024, 5, 20)
BEFORE = "We met. "
WORDINGS = KNOWLEDGE.get(read_wordings)
NLP = spacy.blank("en")
NLP.add_pipe("sentencizer")


def deadline(action: str, opening: str = "") -> Deadline | None:
    """The deadline in an action behind ``opening``; its offsets are those of its words in the whole text."""
    doc = NLP(BEFORE + opening + action)
    found = find_deadline(doc.char_span(len(BEFORE + opening), len(doc.text)), TODAY, WORDINGS)
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
        ("hold a meeting in February 2028", "in February 2028", date(2028, 2, 29)),
        ("hold talks in the first quarter of 2025", "in the first quarter of 2025", date(2025, 3, 31)),
        ("be launched by 2035 from a ship", "by 2035", date(2035, 12, 31)),
        ("open a consulate next year", "next year", date(2025, 12, 31)),
        ("reply within sixty days", "within sixty days", date(2024, 7, 19)),
        ("reply within 1,000 days", "within 1,000 days", date(2027, 2, 14)),
        ("finish it within sixteen months", "within sixteen months", date(2025, 9, 20)),
        ("finish it within one and a half years", "within one and a half years", date(2025, 11, 20)),
        ("report back within a year", "within a year", date(2025, 5, 20)),
        ("report back within a fortnight", "within a fortnight", date(2024, 6, 3)),
        ("double trade over the next two decades", "over the next two decades", date(2044, 5, 20)),
        ("keep it for ten thousand years", "for ten thousand years", None),
        ("open the port by 15 Sept. 2026, or earlier", "by 15 Sept. 2026", date(2026, 9, 15)),
        ("open the port by the end of Oct 2026", "by the end of Oct 2026", date(2026, 10, 31)),
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


WORDS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
COUNTS = (*WORDS, *(f"{ten}{one}" for ten in TENS for one in ("", *(f"-{word}" for word in WORDS[:9]))))


@pytest.mark.parametrize(("number", "word"), list(enumerate(COUNTS, 1)))
def test_every_count_of_days_in_words_is_a_date_and_a_deadline(number: int, word: str) -> None:
    limit = f"within {word} days"
    assert last_day(limit, TODAY) == last_day(f"within {number} days", TODAY) == TODAY + timedelta(days=number)
    found = deadline(f"reply {limit}")
    assert found
    assert found.text == limit
    if number > 1:
        assert [limit[start:end] for start, end in find_dates(limit)] == [f"{word} days"]


@pytest.mark.parametrize(("month", "number"), [(name, n) for n, name in enumerate(month_name) if n])
def test_every_month_in_full_and_shortened(month: str, number: int) -> None:
    for name in (month, month.upper(), month[:3]):
        assert last_day(f"by 1 {name} 2026", TODAY) == date(2026, number, 1)
        found = deadline(f"sign it by the end of {name} 2026")
        assert found
        assert found.date == last_day_of_month(2026, number)


@pytest.mark.parametrize(
    "unit", ["within five days of ", "in May ", "by 2030 ", "for one hundred ", "1", "two million "]
)
def test_long_runs_take_little_time(unit: str) -> None:
    doc = Doc(NLP.vocab, words=[unit * (100_000 // len(unit))], sent_starts=[True])
    start = time.process_time()
    find_deadline(doc[:], date(9000, 1, 1), WORDINGS)
    assert time.process_time() - start < 10


@pytest.mark.parametrize(
    ("action", "words"),
    [
        ("open it by 21 May 2024", "by 21 May 2024"),
        ("open it by 20 May 2024", None),
        ("open it by 2020", None),
        ("open it by 2020 or by 2030", "by 2030"),
        ("train pilots, including in 2027", None),
        ("train pilots in 2026, including in 2027", "in 2026"),
        ("open it in June.", "in June"),
        ("cut it by 2030 levels", None),
        ("keep it for an additional period of two years, starting in 2030", "for an additional period of two years, "
         "starting in 2030"),
        ("meet at our next summit", "at our next summit"),
        ("act at the earliest opportunity", "at the earliest opportunity"),
        ("pay it once the treaty comes into force", "once the treaty comes into force"),
        ("report within two years of the vote, as planned", "within two years of the vote"),
    ],
)  # fmt: skip
def test_which_words_are_a_limit(action: str, words: str | None) -> None:
    found = deadline(action)
    assert (found.text if found else None) == words


def test_without_a_date_of_the_document_a_year_of_the_past_may_be_a_limit() -> None:
    doc = NLP("open it by 2020")
    found = find_deadline(doc[:], None, WORDINGS)
    assert found == Deadline("by 2020", date(2020, 12, 31), 8, 15)


@pytest.mark.parametrize(
    ("text", "action", "words"),
    [
        ("Norway announced that, by June 2034, it will build a road.", "build a road", "by June 2034"),
        ("Norway will shortly build a road.", "build a road", "shortly"),
        ("Norway will build a road, and train the crews, all by 2034.", "build a road", "by 2034"),
        ("Norway will build a road, effective today.", "build a road", "effective today"),
        ("Today we announced that Norway will build a road.", "build a road", None),
        ("Norway will build a road, the Minister said today.", "build a road, the Minister said today", None),
        ("Norway will build a road today.", "build a road today", None),
        ("In 2034, Norway will build a road.", "build a road", "In 2034"),
        (
            "Norway will study Chile's goal of halving waste by 2045.",
            "study Chile's goal of halving waste by 2045",
            None,
        ),
        ("Norway will mark the anniversary of the treaty in 2034.", "mark the anniversary of the treaty in 2034", None),
    ],
)
def test_a_limit_may_stand_around_its_action(text: str, action: str, words: str | None) -> None:
    doc = shipped_pipeline()(text)
    start = text.index(action)
    found = find_deadline(doc.char_span(start, start + len(action)), TODAY, WORDINGS)
    assert (found.text if found else None) == words


def test_a_day_that_there_is_not_is_told() -> None:
    found = deadline("open it by 29 February 2027")
    assert found
    assert (found.text, found.date, found.doubt) == (
        "by 29 February 2027",
        None,
        "no calendar has the day of 'by 29 February 2027'",
    )


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("By/IN/case>2030 2030/CD/obl>open we/PRP/nsubj>open", "By 2030"),
        ("By/IN/case>2030 2030/CD/obl>open , by/IN/case>2040 2040/CD/obl>open we/PRP/nsubj>open", "By 2030"),
        ("Soon/RB/advmod>open , by/IN/case>2040 2040/CD/obl>open we/PRP/nsubj>open", "by 2040"),
        ("They/PRP/nsubj>voted voted=vote/VBD/dep>open by/IN/case>2040 2040/CD/obl>open we/PRP/nsubj>open", None),
        ("By/IN/case>May May/NNP/obl>open 1/CD/nummod>May , 2030/CD/nummod>May we/PRP/nsubj>open", "By May 1, 2030"),
    ],
    ids=["limit", "first of two", "behind a comma", "behind a verb", "comma of a date"],
)
def test_the_limit_before_an_action_opens_its_sentence(before: str, words: str | None) -> None:
    doc = parsed(f"{before} will/MD/aux>open open/VB ports/NNS/obj>open .")
    at = token(doc, "open").i
    found = find_deadline(doc[at : at + 2], TODAY, WORDINGS)
    assert (found.text if found else None) == words
