"""The component ``communique_statements``: what each sentence does (GUIDELINES section 2).

The acts are ``sentence._.communique.acts``. The component stands behind ``communique_commitments``: a sentence with a
commitment carries that act. Demand, position, appraisal and report are told by linear models over words, cues of the
lexicon and the main clause.
"""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from pipeline.knowledge import Knowledge
from pipeline.language import syntax
from pipeline.language.encoder.meaning import meaning_of
from pipeline.language.extensions import context_of
from pipeline.language.shared import knowledge_of
from pipeline.records import ACTS, Act, Block
from pipeline.tag import judge
from pipeline.tag.acts.saying import Said, said
from pipeline.tag.acts.wordings import read_wordings
from pipeline.tag.annotations import annotate, annotation_of
from pipeline.tag.commitments.component import SPANS
from pipeline.tag.commitments.cues import Lexicon, read_lexicon
from pipeline.tag.judge import LinearModel
from pipeline.tag.reading import sentence_readings
from pipeline.tag.wording import LONGEST, word_features, words

FACTORY = "communique_statements"
LENGTH_STEP, LENGTHS = 8, 6
"""Words by which sentences are told apart in length, and how many such steps: beyond 48 words length says no more."""
VIEWING = frozenset({"must", "should", "need", "have to", "importance", "necessity", "desirability"})
"""Cues whose weak commitments are positions as well."""
MANY = 2
"""Commitments of a sentence from which on their number says no more."""


@Language.factory(
    FACTORY,
    assigns=["span._.communique"],
    requires=["token.dep", "token.head", "token.lemma", "token.tag"],
    default_config={"knowledge": None},
)
def make_statements(nlp: Language, name: str, knowledge: str | None) -> "StatementTagger":
    """The component for a pipeline; ``knowledge`` is a folder of one's own files."""
    return StatementTagger(knowledge_of(nlp, knowledge))


class StatementTagger:
    """Labels the sentences of a document with their acts."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge

    @cached_property
    def reading(self) -> dict[str, LinearModel]:
        """The models of the acts for documents that the encoder has read, from their file when they are first asked."""
        return judge.load("acts")

    @cached_property
    def plain(self) -> dict[str, LinearModel]:
        """The models of the acts for other documents."""
        return judge.load("acts", judge.PLAIN)

    def __call__(self, doc: Doc) -> Doc:
        """Set ``sentence._.communique.acts``."""
        if not syntax.is_parsed(doc):
            return doc
        cues = self.knowledge.get(read_lexicon)
        models = self.plain if meaning_of(doc) is None else self.reading
        binding = [span.start for span in doc.spans.get(SPANS, [])]
        views = _views(doc)
        headings = _headings(doc)
        for sentence in doc.sents:
            count = sum(sentence.start <= start < sentence.end for start in binding)
            if not count and (_in(headings, sentence) or not any(token.is_alpha for token in sentence)):
                continue
            acts = acts_of(sentence, count, models, cues, outright_in(sentence, self.knowledge))
            if any(sentence.start <= start < sentence.end for start in views):
                acts = tuple(act for act in ACTS if act in {*acts, "position"})
            annotate(sentence, acts=acts)
        return doc


def _views(doc: Doc) -> list[int]:
    """Where commitments begin that are positions too: by "must", or by a need or an importance that is affirmed
    (GUIDELINES section 5, must and should, need).
    """
    promises = ((span.start, annotation_of(span).commitment) for span in doc.spans.get(SPANS, []))
    return [start for start, found in promises if found is not None and found.cue.lower() in VIEWING]


def outright_in(sentence: Span, knowledge: Knowledge) -> Said:
    """What a sentence of a document says outright, by the wordings of the knowledge."""
    speakers = frozenset(context_of(sentence.doc).parties)
    return said(sentence, knowledge.get(read_wordings), speakers, _is_item(sentence))


def acts_of(
    sentence: Span, commitments: int, models: dict[str, LinearModel], cues: Lexicon, outright: Said
) -> tuple[Act, ...]:
    """Acts of a sentence that holds ``commitments`` commitments, in the order of :data:`pipeline.records.ACTS`.

    What it says outright is decided; the models weigh the rest.
    """
    names = list(features(sentence, commitments, cues, outright))
    scores = {act: models[act].probability(names) for act in ACTS if act in models and act not in outright.idle}
    found = {act for act, score in scores.items() if models[act].accepts(score)}
    found |= {act for act in outright.plain if act != "position" or not commitments}
    if commitments:
        found.add("commitment")
    if not found and outright.idle:
        found.add("report")
    if not found and scores:
        found.add(max(scores, key=lambda act: scores[act] - models[act].threshold))
    return tuple(act for act in ACTS if act in found)


def features(sentence: Span, commitments: int, cues: Lexicon, outright: Said) -> Iterator[str]:
    """Names of what the act models look at: words and pairs of words, cues, what is said outright, the main clause, the
    commitments.
    """
    lemmas = words(sentence)
    yield from word_features(lemmas)
    yield f"first={lemmas[0] if lemmas else ''}"
    yield f"commitments={min(commitments, MANY)}"
    yield from sentence_readings(meaning_of(sentence.doc), sentence)
    has = bool(commitments)
    yield f"length={min(len(lemmas) // LENGTH_STEP, LENGTHS)}"
    root = sentence.root
    yield from _main_clause(root, has)
    cued: set[str] = set()
    asserted: set[str] = set()
    for match in cues.matches(sentence[:LONGEST]):
        if match.cue.act != "commitment":
            cued.add(match.cue.act)
            role = "root" if match.token.i == root.i else match.token.dep_.split(":")[0]
            yield f"cue={match.cue.act}|{role}"
            if _is_asserted(match.token):
                asserted.add(match.cue.act)
                yield f"says={match.cue.text}"
    for act in sorted(asserted):
        yield f"asserted={act}"
        yield f"asserted+binding={act}|{has}"
    yield f"asserted={','.join(sorted(asserted))}|{has}"
    for act in sorted(cued):
        yield f"cued={act}"
        yield f"cued+binding={act}|{has}"
    yield f"acts={','.join(sorted(cued))}|{has}"
    for act in sorted(outright.plain):
        yield f"plain={act}"
        yield f"plain+binding={act}|{has}"
    yield from (f"idle={act}" for act in sorted(outright.idle))
    if sentence.text.rstrip().endswith(":"):
        yield "stem"
    if sentence.start > 0:
        before = sentence.doc[sentence.start - 1].sent.root
        yield f"before={before.lemma_.lower()}"
        yield f"before={syntax.tense(before)}"


def _is_asserted(token: Token) -> bool:
    """Whether a cue is what the sentence itself says, not what a relative or embedded clause tells."""
    if token.tag_ in {"NN", "NNS"} or token.tag_.startswith("JJ"):
        above = token.head
        return above.dep_ in {"ROOT", "conj", "advcl"} or token.dep_ == "ROOT"
    if token.tag_ == "MD":
        return token.head.dep_ in {"ROOT", "conj"} or token.dep_ == "ROOT"
    if token.tag_ in {"VBP", "VBZ", "VBD"}:
        return token.dep_ in {"ROOT", "conj", "ccomp", "parataxis"} and not syntax.is_relative(
            syntax.first_conjunct(token)
        )
    return token.tag_ == "VBG" and token.dep_ in {"ROOT", "advcl", "conj"}


def _main_clause(root: Token, binding: bool) -> Iterator[str]:
    tense = syntax.tense(root)
    subject = next(iter(syntax.own_subjects(root)), None)
    who = (
        subject.lower_
        if subject is not None and subject.pos_ == "PRON"
        else (subject.tag_ if subject is not None else "none")
    )
    yield f"root={root.lemma_.lower()}"
    yield f"tense={tense}"
    yield f"subject={who}"
    yield f"root+tense={root.lemma_.lower()}|{tense}"
    yield f"subject+tense={who}|{tense}|{binding}"
    modal = syntax.modal(root)
    if modal is not None:
        yield f"modal={modal.lower_}"
        yield f"modal+subject={modal.lower_}|{who}"
    if any(child.dep_ == "cop" or child.lemma_ == "be" for child in root.children):
        yield f"copula|{who}"
    for other in syntax.conjuncts(root):
        yield f"root={other.lemma_.lower()}"


def _is_item(sentence: Span) -> bool:
    """Whether a sentence stands in an item of a list."""
    blocks: tuple[Block, ...] = context_of(sentence.doc).blocks or ()
    place = bisect_right(blocks, sentence.start_char, key=lambda block: block.start)
    return place > 0 and blocks[place - 1].kind == "item"


def _headings(doc: Doc) -> list[tuple[int, int]]:
    blocks: tuple[Block, ...] | None = context_of(doc).blocks
    return [(b.start, b.end) for b in blocks or () if b.kind in {"title", "heading"}]


def _in(ranges: list[tuple[int, int]], sentence: Span) -> bool:
    return any(start <= sentence.start_char < end for start, end in ranges)
