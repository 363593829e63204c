"""The cue lexicon: the words that open a commitment, a demand, a position, an appraisal or a report.

``knowledge/cues.csv`` has a line for each cue: its lemma (several words where it is a phrase, the first one inflects),
its part of speech, the frames in which it governs an action, the act it stands for, and for commitments strength and
kind. Example and counter-example are sentences; the tests run them through a pipeline.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from spacy.tokens import Span, Token

from pipeline.knowledge import Knowledge, Row
from pipeline.language import syntax
from pipeline.records import ACTS, KINDS, STRENGTHS, Act, Kind, Strength
from pipeline.tag.commitments.forms import Frame

COLUMNS = ("cue", "pos", "frames", "act", "strength", "kind", "example", "counter_example")
PartOfSpeech = Literal["modal", "verb", "adj", "noun"]
PARTS_OF_SPEECH: tuple[PartOfSpeech, ...] = get_args(PartOfSpeech)
FRAMES: tuple[Frame, ...] = get_args(Frame)
FUTURE = frozenset({"going to", "be to"})
"""Cues of several words that say what will be done: "are going to open", "are to be opened"."""
INFLECTING, KEPT = 5, 3
"""Words of so many letters keep so many of them in all their forms; shorter ones may not ("seek", "sought")."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A line of the lexicon. ``kind`` is None where the wording around the cue decides; ``line`` is its number."""

    text: str
    pos: PartOfSpeech
    frames: tuple[Frame, ...]
    act: Act
    strength: Strength
    kind: Kind | None
    example: str
    counter_example: str
    line: int

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the cue; the first is a lemma."""
        return tuple(self.text.split())

    @property
    def is_future(self) -> bool:
        """Whether a verb of several words does the work of "will"."""
        return self.text in FUTURE


@dataclass(frozen=True, slots=True)
class Match:
    """A cue found in a text: ``span`` covers its words, ``token`` is the first of them."""

    cue: Cue
    span: Span

    @property
    def token(self) -> Token:
        """The word that inflects and governs."""
        return self.span[0]


class Lexicon:
    """Cues by their first word."""

    def __init__(self, cues: Iterable[Cue]) -> None:
        self.by_word: dict[str, list[Cue]] = {}
        for cue in cues:
            for word in _forms(cue):
                self.by_word.setdefault(word, []).append(cue)
        self.by_word = {word: sorted(found, key=lambda c: -len(c.words)) for word, found in self.by_word.items()}
        self.adjectives = frozenset(c.text for cs in self.by_word.values() for c in cs if c.pos == "adj")
        """Participles among them are no verbs behind a form of "to be": "we are committed to"."""

    def matches(self, sentence: Span) -> Iterator[Match]:
        """Cues in a sentence, in text order; of overlapping phrases for one act the longest."""
        for token in sentence:
            lemma, form = token.lemma_, token.lower_
            cues = self.by_word.get(lemma, [])
            if form != lemma:
                cues = self.by_word.get(form, []) + cues
            if cues:
                yield from self._matching(token, cues, sentence)

    def _matching(self, token: Token, cues: list[Cue], sentence: Span) -> Iterator[Match]:
        taken: set[Act] = set()
        for cue in cues:
            end = token.i + len(cue.words)
            if cue.act in taken or end > sentence.end or not _is_pos(token, cue, self.adjectives):
                continue
            if all(token.nbor(k).lower_ == word for k, word in enumerate(cue.words) if k):
                taken.add(cue.act)
                yield Match(cue, token.doc[token.i : end])


def _forms(cue: Cue) -> tuple[str, ...]:
    """The first word of a cue; for verbs other forms too, which lemmatisers misread ("hopes" as of "hop") or leave as
    they are, where taggers took them for names ("Undertaking to ...").
    """
    word = cue.words[0]
    if cue.pos != "verb":
        return (word,)
    if word.endswith("e"):
        return word, f"{word}s", f"{word}d", f"{word[:-1]}ing"
    return word, f"{word}s", f"{word}ing"


def _is_pos(token: Token, cue: Cue, adjectives: frozenset[str]) -> bool:
    tag = token.tag_
    if cue.pos == "modal":
        return tag == "MD" and not (_is_noun_for_modal(token) or _is_inverted_condition(token))
    verbal = tag.startswith("VB") or _is_verb_for_noun(token) or _decides(token) or is_preambular(token)
    if cue.pos == "noun":
        return not verbal and (tag in {"NN", "NNS"} or (tag == "NNP" and token.is_lower))
    participle = tag == "VBN" and any(a.lemma_ in {"be", "remain"} for a in syntax.auxiliaries(token))
    if cue.pos == "adj":
        return (
            tag.startswith("JJ")
            or is_preambular(token)
            or participle
            or (tag == "VBN" and token.dep_ in {"xcomp", "acomp"})
        )
    return verbal and not (participle and token.lower_ in adjectives)


def _is_inverted_condition(modal: Token) -> bool:
    """Whether "should" stands before its subject and says what may happen: "*should* the need arise, we will act"."""
    if modal.lower_ != "should" or modal.i + 1 >= modal.sent.end or modal.sent.text.rstrip().endswith("?"):
        return False
    opens = modal.i == modal.sent.start or modal.nbor(-1).is_punct or modal.nbor(-1).lower_ in {"and", "but", "or"}
    return opens and modal.nbor(1).pos_ in {"DET", "PRON", "PROPN", "NOUN", "ADJ"}


def _is_noun_for_modal(token: Token) -> bool:
    """Whether the noun "will" was tagged as the modal verb: "a genuine will to act"."""
    if token.i == token.sent.start:
        return False
    if token.i + 1 < token.sent.end and token.nbor(1).lower_ == "to":
        return True
    before = token.nbor(-1)
    if before.tag_ == "JJ" and before.i > token.sent.start:
        before = before.nbor(-1)
    return before.tag_ == "PRP$" or before.lower_ in {"a", "an", "no"}


def _is_verb_for_noun(token: Token) -> bool:
    """Whether a verb in the present was tagged as a noun: "Brazil plans to invest", "and task our officials to act"."""
    if token.tag_ not in {"NN", "NNS"} or token.i == token.sent.start or token.i + 1 >= token.sent.end:
        return False
    before, following = token.nbor(-1), token.nbor(1)
    if token.tag_ == "NN":
        return following.tag_ == "PRP$" and before.tag_ != "DT" and bool(syntax.objects(token))
    plural = token.dep_ == "ROOT" and token.is_lower
    if plural and before.tag_ in {"NNP", "NN"} and following.tag_ in {"CD", "$"}:
        return bool(syntax.own_subjects(token))
    if plural and before.ent_type_ in {"GPE", "ORG"} and following.tag_ in {"DT", "PRP$"}:
        return bool(syntax.objects(token))
    on_doing = following.lower_ == "on" and following.i + 1 < token.sent.end and following.nbor(1).tag_ == "VBG"
    return plural and before.tag_ in {"NNP", "NN"} and (following.lower_ in {"to", "that"} or on_doing)


def _decides(token: Token) -> bool:
    """Whether a capitalised verb in the third person opens a numbered paragraph and was tagged as a name or noun:
    "4. *Decides* to meet", "2. *Requests* the Chair to report".
    """
    if not token.is_title or not token.lower_.endswith("s") or token.tag_.startswith("VB"):
        return False
    before = [t for t in token.doc[token.sent.start : token.i] if t.is_alpha and len(t) > 1 and t.pos_ != "ADV"]
    after = token.nbor(1) if token.i + 1 < token.sent.end else None
    opens = after is not None and (after.lower_ in {"to", "that", "on", "upon", "for", "with"} or after.pos_ == "DET")
    return _is_numbered(token) and not before and opens


def _is_numbered(token: Token) -> bool:
    """Whether the mark of a point stands before a word: "4.", "(b)", "-"."""
    doc, at = token.doc, token.i - 1
    while at >= 0 and (doc[at].is_space or doc[at].pos_ == "ADV"):
        at -= 1
    if at < 0 or doc[at].text not in {".", ")", "-", "–", "•"}:
        return False
    return doc[at].text not in {".", ")"} or (at > 0 and (doc[at - 1].like_num or len(doc[at - 1]) <= 2))


def is_preambular(token: Token) -> bool:
    """Whether a capitalised participle opens a clause of a preamble: "Desirous of peace, *Undertaking* to ..."."""
    if not token.is_title or not token.lower_.endswith(("ing", "ed")) or token.i + 1 >= token.sent.end:
        return False
    opens = token.i == token.sent.start or token.nbor(-1).text in {",", ";"} or token.nbor(-1).is_space
    return opens and token.nbor(1).lower_ == "to"


def read_lexicon(knowledge: Knowledge) -> Lexicon:
    """The lexicon of ``cues.csv``; raises :class:`pipeline.errors.KnowledgeError` on a wrong line."""
    return Lexicon(read_cues(knowledge))


def read_cues(knowledge: Knowledge) -> Iterator[Cue]:
    """The cues of ``cues.csv``, checked line by line."""
    for row in knowledge.table("cues.csv", COLUMNS):
        yield _cue(row)


def _cue(row: Row) -> Cue:
    act = row.choice("act", ACTS)
    frames = tuple(_frame(row, name) for name in row.values("frames"))
    if act == "commitment":
        row.choice("strength", STRENGTHS)
        if not frames:
            raise row.error("a commitment cue needs a frame")
    if not row["example"].endswith((".", "!")):
        raise row.error("the example must be a sentence with a full stop")
    if not row["cue"]:
        raise row.error("the cue is missing")
    first = row["cue"].split()[0].lower()
    if len(first) >= INFLECTING and first[:KEPT] not in row["example"].lower():
        raise row.error(f"the example must contain the cue {row['cue']!r}")
    return Cue(
        text=row["cue"].lower(),
        pos=row.choice("pos", PARTS_OF_SPEECH),
        frames=frames,
        act=act,
        strength=row.choice("strength", STRENGTHS) if row["strength"] else "strong",
        kind=row.choice("kind", KINDS) if row["kind"] else None,
        example=row["example"],
        counter_example=row["counter_example"],
        line=row.line,
    )


def _frame(row: Row, name: str) -> Frame:
    for frame in FRAMES:
        if frame == name:
            return frame
    raise row.error(f"frame {name!r} is unknown; write one of {', '.join(sorted(FRAMES))}")
