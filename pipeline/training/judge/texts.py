"""Labelled texts as the judge learns from them: read by the pipeline, candidates beside gold."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.gold.alignment import Aligner
from pipeline.gold.spans import Span as Stretch
from pipeline.gold.standoff import completed, is_standoff
from pipeline.ingest.cleaning.clean import clean
from pipeline.language.encoder.component import read
from pipeline.language.encoder.meaning import set_meaning
from pipeline.language.encoder.model import Encoder
from pipeline.language.extensions import DocumentContext
from pipeline.language.shared import knowledge_in
from pipeline.tag import statements
from pipeline.tag.actors.resolution import ActorMemory
from pipeline.tag.commitments.candidates import Candidate, find_candidates
from pipeline.tag.commitments.cues import read_cues, read_lexicon
from pipeline.tag.wording import READING
from pipeline.training.encoder.examples import publisher, publishers
from pipeline.training.judge.excerpts import excerpt
from pipeline.training.judge.fit import Example, gold_examples, inside
from pipeline.training.judge.hiding import shown
from pipeline.training.opinions import Opinions

AROUND = 2
"""Sentences around those that are labelled which the encoder reads as well."""

Features = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """A labelled sentence: features of the candidates that no rule refuses, its acts, and what tells its acts.

    ``telling`` holds the features for no commitment, one, and several; ``acts`` is None where they were not labelled.
    """

    candidates: tuple[Features, ...]
    acts: frozenset[str] | None
    telling: tuple[Features, ...]
    group: str

    def without_readings(self) -> "Seen":
        """The same as if no encoder had read it."""
        return replace(self, candidates=tuple(map(_unread, self.candidates)), telling=tuple(map(_unread, self.telling)))


@dataclass(frozen=True, slots=True)
class Labelled:
    """What some gold files teach: examples for the judge, sentences, and how many commitments had no candidate."""

    examples: tuple[Example, ...]
    sentences: tuple[Seen, ...]
    missed: int

    def without_readings(self) -> "Labelled":
        """The same as if no encoder had read it."""
        examples = tuple(replace(e, features=_unread(e.features)) for e in self.examples)
        return replace(self, examples=examples, sentences=tuple(s.without_readings() for s in self.sentences))


def _unread(features: Features) -> Features:
    return tuple(name for name in features if not name.startswith(READING))


@dataclass(frozen=True)
class Source:
    """What labelled texts are read with: a pipeline with parser and entities, press texts, readers of halves."""

    nlp: Language
    press: Path
    opinions: Opinions | None

    @cached_property
    def publishers(self) -> dict[str, str]:
        """The publisher of each press text."""
        return publishers(self.press)

    def reader(self, group: str) -> Encoder | None:
        """The encoder that has not seen a publisher's sentences."""
        return self.opinions.unbiased(group) if self.opinions else None


def from_gold(files: Sequence[Path], source: Source) -> Labelled:
    """What the labelled documents of some files teach."""
    examples: list[Example] = []
    sentences: list[Seen] = []
    missed = 0
    for file in files:
        for found in _records(file):
            whole = completed(found, source.press) if is_standoff(found) else found
            record = excerpt(whole)
            group = publisher(whole, file, source.publishers)
            doc = _parsed(record["text"], record, source.nlp)
            place = _Places(record["text"], doc.text)
            spans = [(s, place(s["start"], s["end"])) for s in record["sentences"]]
            known = [span for _, span in spans if span]
            if not known:
                continue
            _let_read(doc, known[0][0], known[-1][1], source.reader(group))
            within = [
                c
                for c in _candidates(doc, source.nlp)
                if known[0][0] <= c.action.start_char and c.action.end_char <= known[-1][1] + 1
            ]
            gold = [
                span
                for s in record["sentences"]
                for c in s["commitments"]
                if (span := place(c["action"]["start"], c["action"]["end"]))
            ]
            taught = gold_examples(within, gold, group)
            missed += max(0, len(gold) - sum(example.answer for example in taught))
            examples += taught
            for sentence, span in spans:
                words = doc.char_span(*span, alignment_mode="expand") if span else None
                if words is not None and sentence["acts"] is not None:
                    sentences.append(_seen(words, inside(words, within), frozenset(sentence["acts"]), group, source))
    return Labelled(tuple(examples), tuple(sentences), missed)


def from_sentences(file: Path, source: Source) -> Iterator[Seen]:
    """Single sentences with acts only, each read where it stands in its document."""
    by_document: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for record in _records(file):
        by_document[record["source"], record["doc_id"]].append(record)
    for (group, name), records in sorted(by_document.items()):
        about = {m["doc_id"]: m for m in _records(source.press / group / "meta.jsonl")}
        text = (source.press / group / f"{name}.txt").read_text(encoding="utf-8")
        for record in records:
            found = re.search(r"\s+".join(map(re.escape, record["text"].split())), text)
            if found is None:
                continue
            labelled = {"start": found.start(), "end": found.end(), "commitments": []}
            part = excerpt({**about.get(name, {}), "text": text, "sentences": [labelled]})
            doc = _parsed(part["text"], part, source.nlp)
            span = _Places(part["text"], doc.text)(part["sentences"][0]["start"], part["sentences"][0]["end"])
            words = doc.char_span(*span, alignment_mode="expand") if span else None
            if words is not None:
                _let_read(doc, words.start_char, words.end_char, source.reader(group))
                candidates = inside(words, _candidates(doc, source.nlp))
                yield _seen(words, candidates, frozenset(record["acts"]), group, source)


def from_lexicon(source: Source) -> Iterator[Seen]:
    """Examples and counter-examples of the commitment cues: forms that the labelled texts hardly show."""
    for cue in read_cues(knowledge_in(source.nlp)):
        if cue.act == "commitment":
            for text, acts in ((cue.example, frozenset({cue.act})), (cue.counter_example, frozenset[str]())):
                if text:
                    doc = _parsed(text, {}, source.nlp)
                    group = f"cues.csv line {cue.line}"
                    _let_read(doc, 0, len(text), source.reader(group))
                    yield _seen(doc[:], _candidates(doc, source.nlp), acts, group, source)


def _seen(words: Span, candidates: list[Candidate], acts: frozenset[str], group: str, source: Source) -> Seen:
    knowledge = knowledge_in(source.nlp)
    cues, outright = knowledge.get(read_lexicon), statements.outright_in(words, knowledge)
    telling = tuple(tuple(statements.features(words, count, cues, outright)) for count in range(statements.MANY + 1))
    return Seen(tuple(c.features for c in candidates if not c.refused), acts, telling, group)


def _let_read(doc: Doc, start: int, end: int, encoder: Encoder | None) -> None:
    """Have an encoder read the sentences between two characters, and some around them."""
    if encoder is None:
        return
    sentences = list(doc.sents)
    numbers = [n for n, s in enumerate(sentences) if s.end_char > start and s.start_char < end]
    if numbers:
        part = sentences[max(0, numbers[0] - AROUND) : numbers[-1] + AROUND + 1]
        set_meaning(doc, read(doc, part, encoder))


class _Places:
    """Places of a gold text in the cleaned one."""

    def __init__(self, gold: str, cleaned: str) -> None:
        self.offsets = [i for i, char in enumerate(cleaned) if not char.isspace()]
        self.aligned = Aligner(gold, cleaned)

    def __call__(self, start: int, end: int) -> Stretch | None:
        span = self.aligned((start, end))
        return (self.offsets[span[0]], self.offsets[span[1] - 1] + 1) if span else None


def _candidates(doc: Doc, nlp: Language) -> list[Candidate]:
    return find_candidates(doc, ActorMemory(doc, knowledge_in(nlp)), knowledge_in(nlp))


def _parsed(text: str, about: dict[str, Any], nlp: Language) -> Doc:
    cleaned = clean(text, knowledge_in(nlp), about.get("title") or "")
    doc = nlp.make_doc(cleaned.text)
    day = about.get("date") or ""
    known = shown(about)
    doc._.communique = DocumentContext(
        blocks=cleaned.blocks,
        title=known.get("title") or "",
        issuer=known.get("issuer") or "",
        parties=tuple(known.get("parties") or ()),
        date=date.fromisoformat(day) if re.fullmatch(r"\d{4}-\d\d-\d\d", day) else None,
    )
    return nlp(doc)


def _records(file: Path) -> Iterator[dict[str, Any]]:
    with file.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())
