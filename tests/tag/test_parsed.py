"""Parses written by hand read as they are meant."""

import pytest

from tests.tag.parsed import parsed, token


def test_a_parse_is_read_from_words() -> None:
    doc = parsed(
        "We/PRP/nsubj>build will/MD/aux>build build/VB a/DT/det>road road/NN/obj>build , ( i/CD/dep>build ) .",
        "Norway/NNP/nsubj>pays pays=pay/VBZ it/PRP/obj>pays .",
        ents=[("Norway", "GPE", "NOR")],
    )
    assert doc.text == "We will build a road, (i). Norway pays it."
    assert [t.head.i for t in doc] == [2, 2, 2, 4, 2, 2, 2, 2, 2, 2, 11, 11, 11, 11]
    assert [t.pos_ for t in doc[:6]] == ["PRON", "AUX", "VERB", "DET", "NOUN", "PUNCT"]
    assert [s.text for s in doc.sents] == ["We will build a road, (i).", "Norway pays it."]
    assert (token(doc, "pays").lemma_, doc.ents[0].kb_id_) == ("pay", "NOR")


def test_a_word_that_stands_twice_has_a_number() -> None:
    doc = parsed("to/TO/mark>act act/VB and/CC/cc>act.2 to/TO/mark>act.2 act/VB/conj>act.1")
    assert [t.head.i for t in doc] == [1, 1, 4, 4, 1]
    assert token(doc, "to.2").i == 3


@pytest.mark.parametrize("wrong", ["We/PRP/nsubj>act", "act/VB act/VB", "We/PRP/nsubj>sing act/VB"])
def test_a_parse_without_root_or_head_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match=r"head|there is no"):
        parsed(wrong)
