"""Candidates, how overlaps are settled, and the entities of a span."""

import pytest
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from pipeline.tag.entities.spans import Candidate, bare, entities_within, settle
from pipeline.tag.entities.tokens import split_tokens


def settled(*candidates: tuple[int, int, int]) -> list[tuple[int, int]]:
    """Where the candidates (start, end, rank) that stay stand in a text of ten characters."""
    return [(c.start, c.end) for c in settle([Candidate(s, e, "ORG", rank=r) for s, e, r in candidates], 10)]


def test_the_higher_rank_wins_then_the_longer_then_the_earlier() -> None:
    assert settled((0, 4, 0), (3, 5, 1)) == [(3, 5)]
    assert settled((3, 5, 0), (0, 4, 0)) == [(0, 4)]
    assert settled((3, 6, 0), (1, 4, 0)) == [(1, 4)]
    assert settled((5, 10, 0), (0, 5, 0)) == [(0, 5), (5, 10)]
    assert settled((9, 10, 0), (0, 10, 0)) == [(0, 10)]
    assert settled((3, 3, 5), (4, 3, 5), (3, 4, 0)) == [(3, 4)]


@pytest.mark.parametrize(
    ("text", "label", "left"),
    [
        ("the Cod", "ORG", "Cod"),
        ("The Cod", "ORG", "Cod"),
        ("the 1990s", "DATE", "the 1990s"),
        (" \nCod \t", "ORG", "Cod"),
        ("the  Cod", "ORG", "Cod"),
        ("they", "ORG", "they"),
        ("the ", "ORG", ""),
        ("  ", "ORG", ""),
    ],
)
def test_a_bare_candidate_has_no_article_and_no_space_around(text: str, label: str, left: str) -> None:
    candidate = bare(Candidate(0, len(text), label, "C", "N", 2), text)
    assert text[candidate.start : candidate.end] == left
    assert (candidate.label, candidate.code, candidate.name, candidate.rank) == (label, "C", "N", 2)


def test_the_entities_within_a_span_are_those_that_it_holds_whole() -> None:
    doc = Doc(Vocab(), words=list("abcdefgh"))
    doc.ents = [Span(doc, 0, 2, "ORG", kb_id="X"), Span(doc, 2, 3, "GPE"), Span(doc, 5, 8, "LAW")]
    for start, end, expected in [
        (0, 8, ["a b", "c", "f g h"]),
        (1, 8, ["c", "f g h"]),
        (0, 7, ["a b", "c"]),
        (0, 1, []),
        (3, 5, []),
        (2, 3, ["c"]),
        (4, 4, []),
    ]:
        assert [e.text for e in entities_within(doc[start:end])] == expected
    first = entities_within(doc[0:4])[0]
    assert (first.label_, first.kb_id_) == ("ORG", "X")


def tokens(spans: list[tuple[int, int]]) -> Doc:
    """ "By U.S.-ROK." with its tokens split for ``spans``; the middle token hangs on the first."""
    doc = Doc(
        Vocab(),
        words=["By", "U.S.-ROK", "."],
        spaces=[True, False, False],
        heads=[0, 0, 0],
        deps=["ROOT", "pobj", "punct"],
        tags=["IN", "NNP", "."],
        pos=["ADP", "PROPN", "PUNCT"],
    )
    split_tokens(doc, spans)
    return doc


def test_tokens_are_split_where_a_span_starts_or_ends_inside() -> None:
    assert [t.text for t in tokens([(3, 7)])] == ["By", "U.S.", "-ROK", "."]
    assert [t.text for t in tokens([(8, 11)])] == ["By", "U.S.-", "ROK", "."]
    assert [t.text for t in tokens([(3, 7), (8, 11)])] == ["By", "U.S.", "-", "ROK", "."]
    for unchanged in ([], [(3, 11)], [(0, 2)], [(7, 7)], [(8, 5)], [(2, 3)]):
        assert len(tokens(unchanged)) == 3


def test_the_parts_of_a_token_keep_tag_and_place_in_the_tree() -> None:
    first, last = tokens([(3, 7)])[1:3]
    assert [(t.tag_, t.pos_, t.lemma_) for t in (first, last)] == [("NNP", "PROPN", "U.S."), ("NNP", "PROPN", "-ROK")]
    assert (first.dep_, first.head.text, last.dep_, last.head.text) == ("compound", "-ROK", "pobj", "By")
    root = tokens([(1, 2)])
    assert [(t.text, t.dep_, t.head.text) for t in root][:2] == [("B", "compound", "y"), ("y", "ROOT", "y")]


def test_without_a_parse_tokens_are_split_all_the_same() -> None:
    doc = Doc(Vocab(), words=["U.S.-ROK"])
    split_tokens(doc, [(5, 8)])
    assert [t.text for t in doc] == ["U.S.-", "ROK"]
    assert not doc.has_annotation("DEP")
