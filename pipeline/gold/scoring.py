"""Counting hits and errors of one document, figure by figure.

The figures are those of the annotation guidelines' scorer: boundaries of sentences, entities (span and label),
commitments (one to one, overlap of the actions at least 0.5), their fields, acts by sentence, and policy areas.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.gold.alignment import Aligner, pair
from pipeline.gold.documents import GoldCommitment, GoldDocument, GoldSentence, Words
from pipeline.gold.spans import Span, overlap
from pipeline.records import ACTS, Analysis, Commitment, Sentence
from pipeline.tables import replacing

SAME_ACTION = 0.5
SAME_SENTENCE = 0.3

Tally = Counter[tuple[str, str]]
"""Counts of one document: (figure, "tp" | "fp" | "fn") for F1 figures, (figure, "hit" | "of") for accuracies."""


@dataclass(frozen=True, slots=True)
class Scored:
    """What one document adds to the figures, and its errors as lines to read."""

    tally: Tally
    errors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Placed:
    """A document's findings with their spans on the gold's scale."""

    sentences: list[tuple[Span, Sentence]]
    commitments: list[tuple[Span, Commitment]]
    gold_sentences: list[tuple[Span, GoldSentence]]
    gold_commitments: list[tuple[Span, GoldCommitment]]


def write_errors(scored: Iterable[Scored], path: Path) -> None:
    """Write what was missed or found in excess, one line each."""
    with replacing(path) as file:
        file.writelines(f"{line}\n" for document in scored for line in document.errors)


def score_document(ours: Analysis | None, gold: GoldDocument) -> Scored:
    """Compare the analysis of a document, None where it was not processed, with its gold."""
    text = ours.document.text if ours else ""
    to_gold = Aligner(text, gold.text)
    gold_to_gold = Aligner(gold.text, gold.text)
    placed = _place(ours, gold, to_gold, gold_to_gold)
    tally: Tally = Counter()
    _score_parties(ours, gold, tally)
    _score_boundaries(placed, tally)
    _score_entities(ours, gold, to_gold, gold_to_gold, _extent(placed), tally)
    errors = _score_commitments(placed, gold, tally)
    _score_sentences(placed, tally)
    return Scored(tally, tuple(f"{gold.about.doc_id}\t{line}" for line in errors))


def _place(ours: Analysis | None, gold: GoldDocument, to_gold: Aligner, gold_to_gold: Aligner) -> _Placed:
    gold_sentences = [(span, s) for s in gold.sentences if (span := gold_to_gold(s.span))]
    extent = (gold_sentences[0][0][0], gold_sentences[-1][0][1]) if gold_sentences else (0, 0)
    sentences = [(to_gold((s.start, s.end)), s) for s in ours.sentences] if ours else []
    commitments = [(to_gold((c.action_start, c.action_end)), c) for c in ours.commitments] if ours else []
    return _Placed(
        sentences=[(span, s) for span, s in sentences if span and overlap(span, extent) > 0],
        commitments=[(span, c) for span, c in commitments if span and _inside(span, extent)],
        gold_sentences=gold_sentences,
        gold_commitments=[(span, c) for s in gold.sentences for c in s.commitments if (span := gold_to_gold(c.action))],
    )


def _extent(placed: _Placed) -> Span:
    spans = [span for span, _ in placed.gold_sentences]
    return (spans[0][0], spans[-1][1]) if spans else (0, 0)


def _inside(span: Span, extent: Span) -> bool:
    return extent[0] <= span[0] and span[1] <= extent[1]


def _score_parties(ours: Analysis | None, gold: GoldDocument, tally: Tally) -> None:
    """Who the document speaks for: single codes, and whether the set of a document is right as a whole."""
    found, wanted = set(ours.document.parties if ours else ()), set(gold.about.parties)
    _count(tally, "parties_f1", len(found & wanted), len(found), len(wanted))
    tally["parties_exact", "hit"] += found == wanted
    tally["parties_exact", "of"] += 1


def _score_boundaries(placed: _Placed, tally: Tally) -> None:
    ours = {span for span, _ in placed.sentences}
    gold = {span for span, _ in placed.gold_sentences}
    _count(tally, "sentence_f1", len(ours & gold), len(placed.sentences), len(placed.gold_sentences))


def _score_entities(
    ours: Analysis | None, gold: GoldDocument, to_gold: Aligner, gold_to_gold: Aligner, extent: Span, tally: Tally
) -> None:
    found = set()
    for entity in ours.entities if ours else ():
        span = to_gold(_without_article(ours.document.text, (entity.start, entity.end))) if ours else None
        if span and _inside(span, extent):
            found.add((span, entity.label))
    wanted = {(gold_to_gold(_without_article(gold.text, e.span)), e.label) for s in gold.sentences for e in s.entities}
    _count(tally, "entity_f1", len(found & wanted), len(found), len(wanted))
    found_spans, wanted_spans = {span for span, _ in found}, {span for span, _ in wanted}
    _count(tally, "entity_span_f1", len(found_spans & wanted_spans), len(found_spans), len(wanted_spans))
    for label in {label for _, label in found | wanted}:
        ours_of, gold_of = ({span for span, x in spans if x == label} for spans in (found, wanted))
        _count(tally, f"entity_{label}_f1", len(ours_of & gold_of), len(ours_of), len(gold_of))


def _without_article(text: str, span: Span) -> Span:
    return (span[0] + 4, span[1]) if text[span[0] : span[0] + 4].lower() == "the " else span


def _score_commitments(placed: _Placed, document: GoldDocument, tally: Tally) -> list[str]:
    ours, gold = placed.commitments, placed.gold_commitments
    pairs = pair([span for span, _ in ours], [span for span, _ in gold], SAME_ACTION)
    matched = [(ours[i][1], gold[j][1]) for i, j in pairs]
    paired_ours, paired_gold = {i for i, _ in pairs}, {j for _, j in pairs}
    spurious = [c for i, (_, c) in enumerate(ours) if i not in paired_ours]
    missed = [c for j, (_, c) in enumerate(gold) if j not in paired_gold]

    _count(tally, "commitment_f1", len(matched), len(ours), len(gold))
    firm = sum(c.strength != "weak" and g.strength != "weak" for c, g in matched)
    _count(tally, "firm_f1", firm, firm + _firm(spurious), firm + _firm(missed))
    _count(tally, "record_f1", sum(_same_record(c, g) for c, g in matched), len(ours), len(gold))
    for name, same in (
        ("actors_acc", [c.actors == g.actors for c, g in matched]),
        ("kind_acc", [c.kind == g.kind for c, g in matched]),
        ("strength_acc", [c.strength == g.strength for c, g in matched]),
        ("negated_acc", [c.negated == g.negated for c, g in matched]),
    ):
        tally[name, "hit"] += sum(same)
        tally[name, "of"] += len(same)
    for field in ("deadline", "amount"):
        right = sum(
            bool(getattr(g, field)) and getattr(c, field).lower() == _lower(getattr(g, field)) for c, g in matched
        )
        ours_n = sum(bool(getattr(c, field)) for _, c in ours)
        _count(tally, f"{field}_f1", right, ours_n, sum(bool(getattr(g, field)) for _, g in gold))
    return [
        *(_field_error(c, g, document) for c, g in matched if not (_same_record(c, g) and c.strength == g.strength)),
        *(f"missed\t{g.strength}\t{document.words(g.cue)}\t{document.words(g.action)}" for g in missed),
        *(f"spurious\t{c.strength}\t{c.cue}\t{c.action}" for c in spurious),
    ]


def _lower(words: Words | None) -> str:
    return words.text.lower() if words else ""


def _firm(commitments: Iterable[Commitment | GoldCommitment]) -> int:
    return sum(c.strength != "weak" for c in commitments)


def _same_record(ours: Commitment, gold: GoldCommitment) -> bool:
    return ours.actors == gold.actors and ours.kind == gold.kind


def _field_error(ours: Commitment, gold: GoldCommitment, document: GoldDocument) -> str:
    found, wanted = (f"{';'.join(c.actors)}|{c.kind}|{c.strength}" for c in (ours, gold))
    return f"fields\tours={found}\tgold={wanted}\t{document.words(gold.action)}"


def _score_sentences(placed: _Placed, tally: Tally) -> None:
    for span, gold in placed.gold_sentences:
        ours = _same_sentence(span, placed.sentences)
        found = any(span[0] <= (s[0] + s[1]) / 2 <= span[1] for s, _ in placed.commitments)
        tally.update(score_sentence(gold, found, ours.acts if ours else (), ours.areas if ours else ()))


def score_sentence(gold: GoldSentence, found: bool, acts: Iterable[str], areas: Sequence[str]) -> Tally:
    """Counts of one sentence: whether a commitment was ``found`` in it, its acts, its areas (the first one first)."""
    tally: Tally = Counter()
    said, wanted = set(acts), bool(gold.commitments)
    _count(tally, "commitment_sent_f1", found and wanted, found, wanted)
    for act in ACTS:
        _count(tally, f"act_{act}_f1", act in said and act in gold.acts, act in said, act in gold.acts)
    for area in {*areas, *gold.areas}:
        counts = area in areas and area in gold.areas, area in areas, area in gold.areas
        _count(tally, "area_micro_f1", *counts)
        _count(tally, f"area_{area}_f1", *counts)
    if gold.areas:
        tally["primary_acc", "hit"] += bool(areas) and areas[0] == gold.areas[0]
        tally["primary_acc", "of"] += 1
    return tally


def _same_sentence(span: Span, sentences: Sequence[tuple[Span, Sentence]]) -> Sentence | None:
    best = max(sentences, key=lambda placed: overlap(placed[0], span), default=None)
    return best[1] if best and overlap(best[0], span) > SAME_SENTENCE else None


def _count(tally: Tally, figure: str, right: int, ours: int, gold: int) -> None:
    tally[figure, "tp"] += right
    tally[figure, "fp"] += ours - right
    tally[figure, "fn"] += gold - right
