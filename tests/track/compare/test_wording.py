"""The redline of a passage."""

import pytest

from pipeline.track.compare.wording import Run, is_changed, redline


def marked(before: str, after: str) -> str:
    """The redline in the marks of GNU wdiff."""
    marks = {"same": "{}", "deleted": "[-{}-]", "inserted": "{{+{}+}}"}
    return "".join(marks[run.change].format(run.text) for run in redline(before, after))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            "The Board decided to keep the rate at 2-1/4 percent.",
            "The Board decided to raise the rate to 2-1/2 percent.",
            "The Board decided to [-keep -]{+raise +}the rate [-at 2-1/4 -]{+to 2-1/2 +}percent.",
        ),
        (
            "Growth has slowed somewhat in recent months.",
            "Growth has slowed in recent months.",
            "Growth has slowed [-somewhat -]in recent months.",
        ),
        (
            "We urge all states to sign the treaty.",
            "We call on all states to sign the treaty by 2030.",
            "We [-urge -]{+call on +}all states to sign the treaty {+by 2030+}.",
        ),
    ],
)
def test_small_edits_stay_small(before: str, after: str, expected: str) -> None:
    assert marked(before, after) == expected


def test_a_list_that_grew_shows_only_what_was_added() -> None:
    before, after = "Chile, Peru and Norway agree.", "Chile, Bolivia, Uruguay, Peru, Ecuador, Iceland and Norway agree."
    assert marked(before, after) == "Chile, {+Bolivia, Uruguay, +}Peru{+, Ecuador, Iceland +}and Norway agree."


def test_words_that_two_sentences_share_by_chance_are_no_skeleton_of_the_redline() -> None:
    before = "The ministers will rebuild the old lighthouse of Eastport."
    after = "The presidents praised the choir of the northern valley."
    assert [run.change for run in redline(before, after)] == ["same", "deleted", "inserted", "same"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("They said: “we agree” – at once.", 'They said: "we agree" - at once.'),
        ("The states’ ships\n sail.", "The states' ships sail."),
    ],
)
def test_quotation_marks_dashes_and_blanks_are_no_change(before: str, after: str) -> None:
    assert redline(before, after) == (Run("same", after),)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "We agree."),
        ("We agree.", ""),
        ("a b c d", "d c b a"),
        ("Paragraph 3(a): $50,000 (fifty thousand).", "Paragraph 4(b): €60,000, in two parts."),
        ("naïve café — 日本 and l’été", "naive café; 日本 or l’été_1"),
    ],
)
def test_each_side_of_a_redline_is_the_whole_of_its_wording(before: str, after: str) -> None:
    runs = redline(before, after)
    assert "".join(run.text for run in runs if run.change != "deleted") == after
    assert "".join("".join(run.text for run in runs if run.change != "inserted").split()) == "".join(before.split())
    assert is_changed(runs)
