"""What the stem of a list does, over parses written by hand."""

import pytest

from pipeline.tag.commitments.cues import Lexicon, read_lexicon
from pipeline.tag.commitments.lists import BARE, NO_STEM, Stem, read_stem
from tests.shipped import KNOWLEDGE
from tests.tag.parsed import parsed

DECIDED = "They/PRP/nsubj>decided decided=decide/VBD today/NN/obl>decided {0}/TO/dep>decided : \\n"
CALL = "We/PRP/nsubj>urge urge/VBP states/NNS/obj>urge to/TO/dep>urge : \\n"
LONG = "their/PRP$/nmod:poss>trade trade/NN/obj>{0} in/IN/case>grain grain/NN/nmod>trade"


@pytest.fixture(scope="module")
def cues() -> Lexicon:
    return KNOWLEDGE.get(read_lexicon)


def stem_of(text: str, cues: Lexicon) -> Stem:
    return read_stem(next(parsed(text).sents), cues)


def speaker_of(stem: Stem) -> tuple[str, str]:
    """The words that name the speaker of a stem, and how they were found."""
    return (stem.mention.span.text if stem.mention.span is not None else "", stem.mention.source)


def test_no_stem_and_a_stem_that_does_nothing(cues: Lexicon) -> None:
    assert read_stem(None, cues) == NO_STEM
    assert stem_of("Next/JJ/amod>steps steps/NNS : \\n", cues) == BARE
    assert (NO_STEM.kind, BARE.kind) == ("none", "bare")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (DECIDED.format("to"), "binding"),
        (DECIDED.format("TO"), "binding"),
        (DECIDED.format("will"), "binding"),
        (DECIDED.format("shall"), "binding"),
        (DECIDED.format("following"), "binding"),
        (f"They/PRP/nsubj>decided decided=decide/VBD {LONG.format('decided')} : \\n", "commitment"),
        ("We/PRP/nsubj>pledge pledge/VBP the/DT/det>steps steps/NNS/obj>pledge : \\n", "commitment"),
        ("We/PRP/nsubj>pledge pledge/VBP steps/NNS/obj>pledge : \\n", "binding"),
        (CALL, "demand"),
        (f"We/PRP/nsubj>explore explore/VBP {LONG.format('explore')} to/TO/dep>explore : \\n", "bare"),
        ("We/PRP/nsubj>condemn condemn/VBP to/TO/dep>condemn : \\n", "appraisal"),
    ],
)  # fmt: skip
def test_what_a_stem_does(text: str, kind: str, cues: Lexicon) -> None:
    assert stem_of(text, cues).kind == kind


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("We/PRP/nsubj>intend intend/VBP to/TO/dep>intend : \\n", "medium"),
        ("We/PRP/nsubj>resolve resolve/VBP to/TO/mark>work work/VB/xcomp>resolve to/TO/dep>work : \\n", "strong"),
    ],
)  # fmt: skip
def test_a_stem_is_as_strong_as_its_firmest_word(text: str, strength: str, cues: Lexicon) -> None:
    assert stem_of(text, cues).strength == strength


def test_a_promise_goes_before_another_act_and_the_last_cue_before_the_first(cues: Lexicon) -> None:
    both = stem_of(
        "We/PRP/nsubj>decide decide/VBP and/CC/cc>urge urge/VBP/conj>decide Chad/NNP/obj>urge to/TO/dep>urge : \\n",
        cues,
    )
    assert (both.kind, both.at.text if both.at is not None else "") == ("binding", "decide")
    two = stem_of(
        "We/PRP/nsubj>decide decide/VBP and/CC/cc>pledge they/PRP/nsubj>pledge pledge/VBP/conj>decide to/TO/dep>pledge "
        ": \\n",
        cues,
    )
    assert (two.at.text if two.at is not None else "", speaker_of(two)) == ("pledge", ("they", "subject"))


@pytest.mark.parametrize(
    ("text", "at", "speaker"),
    [
        (DECIDED.format("to"), "decided", ("They", "subject")),
        (DECIDED.format("to").replace("today/NN/obl>decided", f"{LONG.format('decided')} and/CC/dep>decided").replace(
            "to/TO", "which/WDT"), "decided", ("They", "subject")),
        ("We/PRP/nsubj>ready are=be/VBP/cop>ready ready/JJ to/TO/dep>ready : \\n", "ready", ("We", "subject")),
        ("We/PRP/nsubj:pass>committed are=be/VBP/aux:pass>committed committed=commit/VBN to/TO/dep>committed : \\n",
         "committed", ("We", "subject")),
        ("They/PRP/nsubj>stressed stressed=stress/VBD our/PRP$/nmod:poss>commitment commitment/NN/obj>stressed "
         "to/TO/dep>commitment : \\n", "commitment", ("our", "possessor")),
        ("Chad/NNP/nsubj>act will/MD/aux>act act/VB to/TO/dep>act : \\n", "will", ("Chad", "subject")),
        (CALL, "urge", ("We", "subject")),
    ],
)  # fmt: skip
def test_who_speaks_in_a_stem(text: str, at: str, speaker: tuple[str, str], cues: Lexicon) -> None:
    stem = stem_of(text, cues)
    assert (stem.at.text if stem.at is not None else "", speaker_of(stem)) == (at, speaker)
