"""The wordings of the shipped table do what their examples show, and wrong lines are refused."""

from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Span

from pipeline.errors import KnowledgeError
from pipeline.knowledge import Knowledge
from pipeline.tag.acts.saying import Said, said
from pipeline.tag.acts.wordings import CLASSES, COLUMNS, Wording, read_lines, read_wordings
from tests.shipped import KNOWLEDGE

WORDS = KNOWLEDGE.get(read_wordings)


def outright(sentence: Span) -> Said:
    return said(sentence, WORDS, frozenset({"NOR"}), in_list=False)


def failing(lines: list[Wording], nlp: Language, *, counter: bool) -> list[str]:
    """Examples that do not do the act of their line, or counter-examples that do."""
    texts = [(w, w.counter_example if counter else w.example) for w in lines]
    return [
        f"line {wording.line}: {text}"
        for wording, text in texts
        if text and (wording.act in outright(next(nlp(text).sents)).plain) is counter
    ]


def test_every_example_does_its_act(nlp: Language) -> None:
    assert failing(list(read_lines(KNOWLEDGE)), nlp, counter=False) == []


def test_no_counter_example_does(nlp: Language) -> None:
    assert failing(list(read_lines(KNOWLEDGE)), nlp, counter=True) == []


def test_every_class_of_words_is_filled() -> None:
    assert all(WORDS.words[word_class] for word_class in CLASSES)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("beg,verb,sing,demand,We beg the owners to pay.,", "line 2: write a wording, and frames of other_to"),
        (",verb,other_to,demand,We beg the owners to pay.,", "write a wording"),
        ("beg,verb,,demand,We beg the owners to pay.,", "write a wording"),
        ("beg,word,other_to,demand,We beg the owners to pay.,", "pos is 'word'"),
        ("beg,verb,other_to,plea,We beg the owners to pay.,", "act is 'plea'"),
        ("beg,verb,other_to,demand,We beg,", "must be a sentence"),
    ],
)
def test_a_wrong_line_is_refused_with_its_mend(line: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "statements.csv").write_text(f"{','.join(COLUMNS)}\n{line}\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=message):
        list(read_lines(Knowledge(tmp_path)))
