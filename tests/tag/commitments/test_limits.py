"""How time limits are worded, and which words of the knowledge file make one."""

import time
from pathlib import Path

import pytest

from pipeline.errors import KnowledgeError
from pipeline.knowledge import Knowledge
from pipeline.tag.commitments.limits import read_wordings
from tests.shipped import KNOWLEDGE

WORDINGS = KNOWLEDGE.get(read_wordings)


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("finish by Q3 2031", "end", "by Q3 2031"),
        ("finish no later than 31/12/2031, in Oslo", "end", "no later than 31/12/2031"),
        ("finish on or before Friday", "end", "on or before Friday"),
        ("finish by no later than June 2031", "end", "by no later than June 2031"),
        ("finish towards the end of the year", "end", "towards the end of the year"),
        ("finish within sixty days of the vote", "span", "within sixty days of the vote"),
        ("work over the course of five years", "span", "over the course of five years"),
        ("work in the weeks and months ahead", "span", "in the weeks and months ahead"),
        ("work for a further period of at least one year", "span", "for a further period of at least one year"),
        ("work in the coming budget years", "span", "in the coming budget years"),
        ("meet in early October to talk", "time", "in early October"),
        ("meet on 27-28 August in Oslo", "time", "on 27-28 August"),
        ("build it between 2031 and 2033", "time", "between 2031 and 2033"),
        ("sell ships beginning in the early 2030s", "time", "beginning in the early 2030s"),
        ("meet this Saturday, December 10th", "time", "this Saturday, December 10th"),
        ("settle it by the next summit of the league", "event", "by the next summit of the league"),
        ("settle it by the Oslo summit in June", "event", "by the Oslo summit in June"),
        ("settle it before she leaves for Lima next month", "event", "before she leaves for Lima next month"),
        ("come back once the rain ends, in boats", "event", "once the rain ends"),
        ("come back when the war is over", "event", "when the war is over"),
        ("come back as soon as possible", "phrase", "as soon as possible"),
        ("meet again soon", "phrase", "soon"),
    ],
)
def test_limits(text: str, kind: str, words: str) -> None:
    limit = WORDINGS.find(text)[0]
    assert (limit.kind, text[limit.start : limit.end]) == (kind, words)


@pytest.mark.parametrize(
    "text",
    [
        "carry out the 2030 Agenda",
        "cut waste by 2030 levels",
        "meet once again",
        "arrive soon after the storm",
        "help those immediately affected",
        "march in step",
        "work in the field",
    ],
)
def test_what_is_no_limit(text: str) -> None:
    assert WORDINGS.find(text) == []


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("phrase,in a while,reply today,", "found in the example"),
        ("phrase,soon,reply soon,do it soon", "found in the counter-example"),
        ("word,soon,reply soon,", "kind is 'word'"),
    ],
)
def test_a_line_whose_example_does_not_hold_is_refused(tmp_path: Path, line: str, message: str) -> None:
    (tmp_path / "time_limits.csv").write_text(f"kind,words,example,counter_example\n{line}\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=message):
        read_wordings(Knowledge(tmp_path))


@pytest.mark.parametrize("unit", ["in May ", "by 2031 ", "within five days of ", "once ", "by the ", "in the coming "])
def test_long_runs_take_little_time(unit: str) -> None:
    start = time.process_time()
    WORDINGS.find(unit * (50_000 // len(unit)))
    assert time.process_time() - start < 10
