"""A small document as the stages mark it, and documents of any wording and marks."""

from dataclasses import replace
from functools import cache

from hypothesis import strategies as st

from pipeline.gold.checks import guideline_labels
from pipeline.gold.documents import About, GoldCommitment, GoldDocument, GoldEntity, assemble, found_in, words_at
from pipeline.gold.spans import Span
from pipeline.knowledge.areas import area_keys
from pipeline.records import ACTS, ENTITY_LABELS, KINDS, STRENGTHS
from tests import staged
from tests.records import classified
from tests.shipped import KNOWLEDGE

KNOWN = guideline_labels(area_keys(KNOWLEDGE))
TEXT = "Norway and Chile will build 🌉 a bridge and pay 3 million kroner by 2035. They met."
ABOUT = About("2031-05-01-bridge", "Ministry of Bridges", "Joint Statement", "2031-05-01", "", ("NOR", "CHL"))


def place(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return start, start + len(words)


@cache
def bridge() -> GoldDocument:
    """Two commitments that share a cue and the words for their actors; the second has a deadline and an amount."""
    document = staged.ingested(
        TEXT, ABOUT.doc_id, title=ABOUT.title, date=ABOUT.date, issuer=ABOUT.issuer, parties=list(ABOUT.parties)
    )
    found = classified(staged.tagged(document), "energy")
    first, *others = found.sentences
    return found_in(replace(found, sentences=(first, *(replace(s, areas=(), area_scores=()) for s in others))))


def spans(start: int, end: int) -> st.SearchStrategy[Span]:
    """Spans of at least one character between two offsets."""
    return st.tuples(st.integers(start, end), st.integers(start, end)).filter(lambda s: s[0] != s[1]).map(_upwards)


def _upwards(span: Span) -> Span:
    return min(span), max(span)


@st.composite
def documents(draw: st.DrawFn) -> GoldDocument:
    """Documents of any characters, with marks that overlap, coincide and reach across sentences."""
    text = draw(st.text(st.sampled_from("ab .\n\u2028é😀𝔘\u200d👩"), min_size=2, max_size=40))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=6)))
    sentences, commitments, entities = [], [], []
    anywhere = spans(0, len(text))
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        acts = draw(st.sets(st.sampled_from(ACTS)))
        areas = draw(st.lists(st.sampled_from(KNOWN.areas), max_size=3, unique=True))  # type: ignore[arg-type]
        sentences.append(((start, end), tuple(act for act in ACTS if act in acts), tuple(areas)))
        entities += draw(st.lists(st.builds(GoldEntity, spans(start, end), st.sampled_from(ENTITY_LABELS)), max_size=3))
        for action in draw(st.lists(spans(start, end), max_size=3)):
            words = draw(st.sets(anywhere.filter(lambda span, action=action: span != action), max_size=2))
            commitments.append(
                GoldCommitment(
                    action=action,
                    cue=draw(anywhere),
                    actors=tuple(
                        sorted(draw(st.sets(st.sampled_from(["NOR", "G7", "Group: X", "Ünion"]), max_size=3)))
                    ),
                    kind=draw(st.sampled_from(KINDS)),
                    strength=draw(st.sampled_from(STRENGTHS)),
                    negated=draw(st.booleans()),
                    actor_words=tuple(sorted(words)),
                    deadline=words_at(text, draw(st.none() | anywhere)),
                    amount=words_at(text, draw(st.none() | anywhere)),
                )
            )
    return assemble(ABOUT, text, sentences, commitments, entities)
