"""What sentences do: plain cases of each act, several acts at once, and none for headings."""

import pytest
from spacy.language import Language

from pipeline.language.extensions import DocumentContext
from pipeline.records import Block


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("We will open a joint training centre in Oslo.", "commitment"),
        ("We call on all parties to respect the ceasefire.", "demand"),
        ("We urge the government to release the prisoners.", "demand"),
        ("We recognise the importance of free trade.", "position"),
        ("We oppose any attempt to change the status quo by force.", "position"),
        ("We strongly condemn the attack on the embassy.", "appraisal"),
        ("He thanked the Prime Minister for the warm welcome.", "appraisal"),
        ("The Ministers met in Helsinki on Monday.", "report"),
        ("They discussed trade and fisheries.", "report"),
    ],
)
def test_a_plain_sentence_has_its_act(text: str, act: str, nlp: Language) -> None:
    (sentence,) = nlp(text).sents
    assert act in sentence._.communique.acts


def test_a_sentence_can_do_several_things(nlp: Language) -> None:
    (sentence,) = nlp("We condemn the attack and will support the victims.").sents
    assert {"appraisal", "commitment"} <= set(sentence._.communique.acts)


def test_every_sentence_of_prose_has_an_act_and_headings_have_none(nlp: Language) -> None:
    text = "Trade and Investment\nTrade grew by ten per cent."
    doc = nlp.make_doc(text)
    blocks = (Block("heading", 0, 0, 20), Block("paragraph", 21, 21, len(text)))
    doc._.communique = DocumentContext(blocks=blocks)
    heading, sentence = nlp(doc).sents
    assert heading._.communique.acts == ()
    assert sentence._.communique.acts


def test_a_line_without_words_does_nothing(nlp: Language) -> None:
    doc = nlp.make_doc("2339.")
    doc._.communique = DocumentContext(blocks=(Block("paragraph", 0, 0, 5),))
    assert [sentence._.communique.acts for sentence in nlp(doc).sents] == [()]
