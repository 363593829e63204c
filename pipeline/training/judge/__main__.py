"""The command that trains the weights in ``pipeline/model/judge``.

``python -m pipeline.training.judge.__main__ GOLD.jsonl ... --sentences SENTENCES.jsonl --press FOLDER``

GOLD files hold labelled documents, or labels by offset into documents of FOLDER; SENTENCES single sentences with acts.
Documents lie in FOLDER as ``<source>/<doc_id>.txt``. The examples and counter-examples of ``knowledge/cues.csv`` are
learned from as well. What is printed are F1 figures in cross-validation over documents.
"""

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span
from threadpoolctl import threadpool_limits

from pipeline.gold.alignment import Aligner
from pipeline.gold.spans import Span as Stretch
from pipeline.gold.standoff import completed, is_standoff
from pipeline.ingest.cleaning.clean import clean
from pipeline.language.extensions import DocumentContext
from pipeline.language.load import load_language
from pipeline.language.shared import knowledge_in
from pipeline.settings import MODEL
from pipeline.tag import judge, statements
from pipeline.tag.actors.resolution import ActorMemory
from pipeline.tag.commitments.candidates import Candidate, find_candidates
from pipeline.tag.commitments.cues import read_cues, read_lexicon
from pipeline.tag.entities import component as entities
from pipeline.training.judge.fit import (
    Example,
    fit,
    fit_acts,
    gold_examples,
    inside,
    sentence_examples,
    word_vectors,
)

DOUBTFUL = 0.4
"""Weight of sentences that were chosen for being hard: taken in full, they would stand for what is common."""
WORDING = 0.3
"""Value of a word against a feature of the syntax: there are thousands of words, and few examples of each."""
SLACK = 0.02
"""About the standard error of the F1 by which the threshold is chosen."""
READ = 50_000
"""Characters of a document that are read for single sentences."""
Labelled = tuple[Span, list[Candidate], frozenset[str], str]
"""A sentence, its candidates, its acts, and the document's name."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Train and save both files of weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--sentences", type=Path)
    parser.add_argument("--press", type=Path)
    parser.add_argument("--also", nargs="*", type=Path, default=[], help="gold to learn from, but not to measure on")
    parser.add_argument("--doubtful", nargs="*", type=Path, default=[], help="gold chosen for being hard: counts less")
    parser.add_argument("--weight", type=float, default=1.0, help="weight of single sentences against documents")
    options = parser.parse_args(arguments)
    # One thread: sums come out the same on every machine, and so do the weights.
    with threadpool_limits(limits=1):
        _train(options)


def _train(options: argparse.Namespace) -> None:
    nlp = load_language(str(MODEL / "language"))
    nlp.add_pipe(entities.FACTORY)
    examples, labelled, missed = _from_gold(options.gold, options.press, nlp)
    single = list(_from_sentences(options.sentences, options.press, nlp)) if options.sentences else []
    documents = len(examples)
    first, _ = fit(examples, missed=missed, wording=WORDING)
    further, more, _ = _from_gold(options.also, options.press, nlp)
    doubtful, _, _ = _from_gold(options.doubtful, options.press, nlp)
    examples += further
    examples += [replace(example, weight=example.weight * DOUBTFUL) for example in doubtful]
    labelled += more
    for _, candidates, acts, group in [*single, *_from_lexicon(nlp)]:
        examples += sentence_examples(candidates, "commitment" in acts, group, first, options.weight)
    vectors = word_vectors(nlp.vocab)
    measured = [number < documents for number in range(len(examples))]
    model, f1 = fit(
        examples, missed=missed, strength=0.6, wording=WORDING, slack=SLACK, measured=measured, vectors=vectors
    )
    judge.save("commitments", {"commitment": model})
    print(f"commitments: {len(examples)} examples, F1 {f1:.3f} from {model.threshold:.2f} on")
    triples = []
    cues = knowledge_in(nlp).get(read_lexicon)
    for sentence, candidates, acts, group in [*labelled, *single]:
        count = sum(model.accepts(model.probability(c.features)) for c in candidates if not c.refused)
        if acts:
            triples.append((tuple(statements.features(sentence, count, cues)), acts, group))
    models, figures = fit_acts(triples)
    judge.save("acts", models)
    print(", ".join(f"{act} {figure:.3f}" for act, figure in figures.items()))


def _from_gold(files: Sequence[Path], press: Path, nlp: Language) -> tuple[list[Example], list[Labelled], int]:
    examples: list[Example] = []
    labelled: list[Labelled] = []
    missed = 0
    for file in files:
        for found_record in _records(file):
            record = completed(found_record, press) if is_standoff(found_record) else found_record
            doc = _read(record["text"], record, nlp)
            place = _Places(record["text"], doc.text)
            spans = [(s, place(s["start"], s["end"])) for s in record["sentences"]]
            known = [span for _, span in spans if span]
            within = [
                c
                for c in _candidates(doc, nlp)
                if known and known[0][0] <= c.action.start_char and c.action.end_char <= known[-1][1] + 1
            ]
            gold = [
                span
                for s in record["sentences"]
                for c in s["commitments"]
                if (span := place(c["action"]["start"], c["action"]["end"]))
            ]
            found = gold_examples(within, gold, record["doc_id"])
            missed += max(0, len(gold) - sum(example.answer for example in found))
            examples += found
            for sentence, span in spans:
                words = doc.char_span(*span, alignment_mode="expand") if span else None
                if words is not None and sentence["acts"] is not None:
                    labelled.append((words, inside(words, within), frozenset(sentence["acts"]), record["doc_id"]))
    return examples, labelled, missed


def _from_sentences(file: Path, press: Path, nlp: Language) -> Iterator[Labelled]:
    by_document: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for record in _records(file):
        by_document[record["source"], record["doc_id"]].append(record)
    for (source, name), records in sorted(by_document.items()):
        about = {m["doc_id"]: m for m in _records(press / source / "meta.jsonl")}
        text = (press / source / f"{name}.txt").read_text(encoding="utf-8")[:READ]
        doc = _read(text, about.get(name, {}), nlp)
        candidates = _candidates(doc, nlp)
        sentences = {_letters(sentence.text): sentence for sentence in doc.sents}
        for record in records:
            sentence = sentences.get(_letters(record["text"]))
            if sentence is not None:
                yield sentence, inside(sentence, candidates), frozenset(record["acts"]), name


def _from_lexicon(nlp: Language) -> Iterator[Labelled]:
    """Examples and counter-examples of the commitment cues: forms that the labelled texts hardly show."""
    for cue in read_cues(knowledge_in(nlp)):
        if cue.act == "commitment":
            for text, acts in ((cue.example, frozenset({cue.act})), (cue.counter_example, frozenset[str]())):
                if text:
                    doc = _read(text, {}, nlp)
                    yield doc[:], _candidates(doc, nlp), acts, f"cues.csv line {cue.line}"


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


def _read(text: str, about: dict[str, Any], nlp: Language) -> Doc:
    cleaned = clean(text, knowledge_in(nlp), about.get("title") or "")
    doc = nlp.make_doc(cleaned.text)
    day = about.get("date") or ""
    doc._.communique = DocumentContext(
        blocks=cleaned.blocks,
        title=about.get("title") or "",
        issuer=about.get("issuer") or "",
        parties=tuple(about.get("parties") or ()),
        date=date.fromisoformat(day) if re.fullmatch(r"\d{4}-\d\d-\d\d", day) else None,
    )
    return nlp(doc)


def _records(file: Path) -> Iterator[dict[str, Any]]:
    with file.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text)


if __name__ == "__main__":
    main()
