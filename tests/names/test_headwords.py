"""Words that tell what a capitalised name is."""

from pipeline.names.headwords import Kinds
from tests.shipped import KNOWLEDGE


def test_a_head_word_has_a_label_and_other_words_have_none() -> None:
    kinds = KNOWLEDGE.get(Kinds)
    assert (kinds.label("Treaty"), kinds.label("Ministry"), kinds.label("Herring")) == ("LAW", "ORG", "")
    treaty = kinds.get("Treaty")
    assert treaty is not None
    assert "on" in treaty.continues
    assert kinds.get("Herring") is None
