"""The wordings that tell by themselves what a sentence does (``knowledge/statements.csv``), and their words.

Which words the frames ask for ("voice", "share", "in our view") stands in ``statement_words.csv``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from spacy.tokens import Span, Token

from pipeline.knowledge import Knowledge
from pipeline.records import ACTS, Act

StatementFrame = Literal[
    "other_to", "person_to", "that", "object", "thing", "for_noun", "after", "stance", "feeling", "judged", "it_is",
    "go_out", "paid", "expressed", "with_noun", "held", "own", "in_own", "stand", "denied",
]  # fmt: skip
"""How a wording stands, see ``statements.csv``."""
Part = Literal["verb", "noun", "adj", "prep"]
WordClass = Literal["voicing", "wishing", "noting", "thing", "tie", "addressee"]

FRAMES: tuple[StatementFrame, ...] = get_args(StatementFrame)
PARTS: tuple[Part, ...] = get_args(Part)
CLASSES: tuple[WordClass, ...] = get_args(WordClass)
COLUMNS = ("wording", "pos", "frames", "act", "example", "counter_example")
WORD_COLUMNS = ("word", "category")
ABSTRACT = ("tion", "sion", "ity", "ness", "ance", "ence", "ism")
APART = 3
"""Words that may stand between a verb and its preposition: "called urgently on"."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A line of ``statements.csv``."""

    text: str
    pos: Part
    frames: tuple[StatementFrame, ...]
    act: Act
    example: str
    counter_example: str
    line: int


@dataclass(frozen=True, slots=True)
class Found:
    """A wording in a sentence: its word, and the index of its last word."""

    wording: Wording
    token: Token
    last: int


@dataclass(frozen=True, slots=True)
class Wordings:
    """All wordings by their first word, and the words of each class."""

    by_word: Mapping[str, tuple[Wording, ...]]
    words: Mapping[WordClass, frozenset[str]]

    def found(self, sentence: Span) -> Iterator[Found]:
        """The wordings in a sentence, in text order."""
        for token in sentence:
            for word in dict.fromkeys((token.lemma_.lower(), token.lower_)):
                for wording in self.by_word.get(word, ()):
                    if _is_part(token, wording.pos) and (last := _last(token, wording, sentence)) is not None:
                        yield Found(wording, token, last)

    def is_thing(self, token: Token) -> bool:
        """Whether a token names what asks nothing: a plan, "this", and what is made of an adjective or a verb."""
        if self.has("thing", token):
            return True
        is_abstract = token.pos_ == "NOUN" and token.lemma_.lower().endswith(ABSTRACT)
        return is_abstract and not token.ent_type_ and not self.has("addressee", token)

    def has(self, word_class: WordClass, token: Token) -> bool:
        """Whether a token is a word of the class."""
        return token.lemma_.lower() in self.words[word_class] or token.lower_ in self.words[word_class]


def read_wordings(knowledge: Knowledge) -> Wordings:
    """The wordings; raises :class:`pipeline.errors.KnowledgeError` on a wrong line."""
    by_word: dict[str, list[Wording]] = {}
    for wording in read_lines(knowledge):
        first = wording.text.split()[0]
        for form in {first, f"{first}s", *({f"{first}d"} if first.endswith("e") else ())}:
            by_word.setdefault(form, []).append(wording)
    words: dict[WordClass, set[str]] = {word_class: set() for word_class in CLASSES}
    for row in knowledge.table("statement_words.csv", WORD_COLUMNS):
        words[row.choice("category", CLASSES)].add(row["word"])
    return Wordings(
        {word: tuple(lines) for word, lines in by_word.items()}, {key: frozenset(found) for key, found in words.items()}
    )


def read_lines(knowledge: Knowledge) -> Iterator[Wording]:
    """The lines of ``statements.csv``, each checked: it has a wording, frames and an example."""
    for row in knowledge.table("statements.csv", COLUMNS):
        frames = tuple(frame for frame in FRAMES if frame in row.values("frames"))
        if not row["wording"] or len(frames) != len(row.values("frames")) or not frames:
            raise row.error(f"write a wording, and frames of {', '.join(FRAMES)}")
        if not row["example"].endswith((".", "!")):
            raise row.error("the example must be a sentence with a full stop")
        yield Wording(
            text=row["wording"],
            pos=row.choice("pos", PARTS),
            frames=frames,
            act=row.choice("act", ACTS),
            example=row["example"],
            counter_example=row["counter_example"],
            line=row.line,
        )


def _is_part(token: Token, part: Part) -> bool:
    tag = token.tag_
    if part == "verb":
        return tag.startswith("VB") or is_missed(token)
    if part == "noun":
        return tag in {"NN", "NNS"}
    if part == "adj":
        return tag.startswith("JJ") or tag in {"VBN", "VBD", "VBG", "NN"}
    return tag in {"IN", "RP"}


def is_missed(token: Token) -> bool:
    """Whether a verb may have been tagged as a noun: "Requests the Chair to", "We, the ministers, reaffirm"."""
    if token.tag_ in {"NNS", "NNPS"}:
        return opens(token) or token.dep_ == "ROOT"
    return token.tag_ == "NN" and token.i > token.sent.start + 1 and token.nbor(-1).text == ","


def opens(token: Token) -> bool:
    """Whether a token is the first word of its sentence, numbers, signs and adverbs apart ("3. Further requests")."""
    return all(not t.is_alpha or t.tag_ in {"RB", "CC", "LS"} for t in token.doc[token.sent.start : token.i])


def _last(token: Token, wording: Wording, sentence: Span) -> int | None:
    """The index of the last word of a wording that begins with ``token``, None where its other word is missing."""
    _, _, second = wording.text.partition(" ")
    if not second:
        return token.i
    for other in token.doc[token.i + 1 : min(token.i + 1 + APART, sentence.end)]:
        last = other.i + second.count(" ")
        if token.doc[other.i : last + 1].text.lower() == second and last < sentence.end:
            return last
        if other.tag_ not in {"RB", "RBR", "IN", "RP"} and other.dep_ not in {"advmod", "obl"}:
            return None
    return None
