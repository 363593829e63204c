"""Tokens of texts with long runs of signs."""

import pytest
import spacy

from pipeline.language.tokens import make_doc


@pytest.mark.parametrize("run", ["😀" * 50_000, "(" * 50_000, "a" * 50_000, "'’" * 25_000])
def test_a_long_run_is_cut_and_the_text_is_kept(run: str) -> None:
    text = f"The parties met. {run} They will meet again."
    doc = make_doc(spacy.blank("en"), text)
    assert doc.text == text
    assert [t.text for t in doc[:4]] == ["The", "parties", "met", "."]
    assert [t.text for t in doc[-5:]] == ["They", "will", "meet", "again", "."]


def test_usual_text_is_tokenized_as_ever() -> None:
    nlp = spacy.blank("en")
    text = "Japan-U.S. talks\n\non https://example.org/a, for US$ 3 million."
    assert [t.text for t in make_doc(nlp, text)] == [t.text for t in nlp.make_doc(text)]
