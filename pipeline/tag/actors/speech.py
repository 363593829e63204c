"""Whose words stand where in a document, and what is only its dateline: the situation on the tokens of a ``Doc``."""

from bisect import bisect_right
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from pipeline.knowledge import Knowledge
from pipeline.language.extensions import DocumentContext
from pipeline.names.datelines import dateline_end
from pipeline.names.situation import Situation, paper_of, read_situation
from pipeline.names.situation.cast import PeopleOf
from pipeline.names.situation.voices import Voice, quotations, turns

LONGEST_NAME = 30
"""Tokens of a subject behind a dateline."""


@dataclass(frozen=True, slots=True)
class Speech:
    """The turns, quotations and datelines of a text, by offsets of its characters."""

    turns: tuple[Voice, ...]
    quotations: tuple[Voice, ...]
    datelines: tuple[tuple[int, int], ...]

    def voice_at(self, offset: int) -> Voice | None:
        """Whose words stand at a character: the one quoted there, else the one whose turn it is, else None."""
        for voices in (self.quotations, self.turns):
            i = bisect_right(voices, offset, key=lambda voice: voice.start) - 1
            if i >= 0 and offset < voices[i].end:
                return voices[i]
        return None

    def is_dateline(self, span: Span) -> bool:
        """Whether a span stands in a dateline."""
        return any(start <= span.start_char < end for start, end in self.datelines)

    def without_dateline(self, span: Span, at: Token) -> Span:
        """A span without the dateline with which it begins; what stands before ``at`` where it is nothing else."""
        end = next((end for start, end in self.datelines if start <= span.start_char < end), None)
        if end is None:
            return span
        doc = span.doc
        behind = [token for token in doc[span.start : max(span.end, at.i)] if token.idx >= end]
        while behind and behind[-1].i >= span.end and behind[-1].pos_ in {"AUX", "PART", "ADV", "PUNCT"}:
            behind.pop()
        return doc[behind[0].i : behind[-1].i + 1] if behind and len(behind) <= LONGEST_NAME else span


def read_speech(doc: Doc, home: tuple[str, ...], context: DocumentContext, knowledge: Knowledge) -> Speech:
    """The speech of a document that is published for the states and bodies ``home``."""
    text = doc.text
    people = PeopleOf(text, knowledge)
    return Speech(
        turns(text, people, home, knowledge),
        tuple(quotations(text, people, knowledge, home)),
        tuple((start, start + end) for start, line in _lines(text, context) if (end := dateline_end(line))),
    )


def situation_of(doc: Doc, context: DocumentContext, knowledge: Knowledge) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Codes of publisher and parties: those that ingest read and stored; read here where nobody has read them yet."""
    if context.publisher is not None:
        return context.publisher, tuple(sorted(context.parties))
    lines = (line for _, line in _lines(doc.text, context))
    read: Situation = read_situation(
        paper_of(context.title, context.issuer, lines, tuple(sorted(context.parties))), knowledge
    )
    return read.issuer, read.codes


def _lines(text: str, context: DocumentContext) -> list[tuple[int, str]]:
    """The lines of a text with their offsets, by its blocks where they are known."""
    if context.blocks is not None:
        return [(block.body, text[block.body : block.end]) for block in context.blocks]
    lines, start = [], 0
    for line in text.split("\n"):
        lines.append((start, line))
        start += len(line) + 1
    return lines
