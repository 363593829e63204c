"""Openings written as in the tables of tests: the form, and the words from the first one to the head."""

from collections.abc import Callable

from spacy.tokens import Doc

from pipeline.tag.commitments.extents import item, measured, statement_starts
from pipeline.tag.commitments.forms import Frame, Opening
from pipeline.tag.commitments.scope import Scope, read_scope
from pipeline.tag.commitments.sites import Site
from tests.shipped import KNOWLEDGE
from tests.tag.parsed import parsed, token

WORDS = {"stance": {"ready", "committed"}, "official": {"minister", "crew"}, "joint_work": {"cooperation"}}
SCOPE = Scope({category: frozenset(words) for category, words in WORDS.items()}, frozenset())  # type: ignore[misc]
SHIPPED = KNOWLEDGE.get(read_scope)


def flat(words: str) -> Doc:
    """A document of words with tags alone: they all hang on the first, for rules that ask no parse."""
    first = next(word for word in words.split() if "/" in word)
    return parsed(" ".join(_hung(word, first) if word != first else word for word in words.split(" ") if word))


def _hung(word: str, first: str) -> str:
    return f"{word}/dep>{first.split('/')[0]}" if "/" in word else word


def opening(
    find: Callable[[Site, Frame], Opening | None], sentence: str, cue: str, frame: Frame, *others: Frame
) -> str | None:
    """What ``find`` finds for the cue, a word of ``sentence``; ``others`` are further frames that the cue has."""
    first = token(parsed(sentence), cue)
    found = find(Site(first, first.i + 1, frozenset({frame, *others}), SCOPE), frame)
    return f"{found.form}: {first.doc[found.start : found.head.i + 1].text}" if found is not None else None


def written(openings: list[Opening]) -> str:
    """The openings as the cases write actions: the words from the first one to the head."""
    return " | ".join(o.head.doc[o.start : o.head.i + 1].text for o in openings) or "-"


def measure(doc: Doc, question: str) -> str:
    """The answer to a question of ``coordination.cases`` and ``extents.cases``."""
    if question == "item":
        actions = item(doc[0], len(doc), SHIPPED)
    elif question.startswith("statements at "):
        cues = [token(doc, word) for word in question.removeprefix("statements at ").split()]
        starts = sorted(statement_starts(doc[:], cues, SHIPPED))
        return " ".join(_named(doc, k) for k in starts) or "-"
    else:
        cue, form, first, head = question.split(", ")
        opening = Opening(token(doc, head), token(doc, first).i, form)  # type: ignore[arg-type]
        actions = measured(token(doc, cue), [opening], SHIPPED)
    return " | ".join(doc[action.start : action.end].text for action in actions) or "-"


def _named(doc: Doc, i: int) -> str:
    """A word as the cases name it: with its number where it stands before."""
    number = 1 + sum(t.text == doc[i].text for t in doc[:i])
    return doc[i].text if number == 1 else f"{doc[i].text}.{number}"
