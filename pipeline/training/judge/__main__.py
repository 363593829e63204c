"""The command that trains the weights in ``pipeline/model/judge``.

``python -m pipeline.training.judge GOLD.jsonl ... --sentences SENTENCES.jsonl --press FOLDER --readers FOLDER``

GOLD files hold labelled documents, or labels by offset into documents of FOLDER; SENTENCES single sentences with acts.
Documents lie in FOLDER as ``<source>/<doc_id>.txt``. The examples and counter-examples of ``knowledge/cues.csv`` are
learned from as well. With ``--readers``, weights for documents that an encoder has read are trained beside those for
documents that none has read. What is printed are F1 figures in cross-validation over publishers.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path

from spacy.language import Language
from threadpoolctl import threadpool_limits

from pipeline.errors import CommuniqueError
from pipeline.language.load import load_language
from pipeline.settings import MODEL
from pipeline.tag import judge, statements
from pipeline.tag.entities import component as entities
from pipeline.training.judge.curve import curves
from pipeline.training.judge.fit import WordVectors, fit, fit_acts, sentence_examples, word_vectors
from pipeline.training.judge.texts import Labelled, Seen, Source, from_gold, from_lexicon, from_sentences
from pipeline.training.opinions import Opinions

DOUBTFUL = 0.4
"""Weight of sentences that were chosen for being hard: taken in full, they would stand for what is common."""
WORDING = 0.3
"""Value of a word against a feature of the syntax: there are thousands of words, and few examples of each."""
SLACK = 0.01
"""About the standard error of the F1 by which the threshold is chosen; what is said wrongly costs more than a gap."""


@dataclass(frozen=True, slots=True)
class Material:
    """All that is learned from: ``gold`` is measured on, ``doubtful`` counts less, ``single`` has acts only."""

    gold: Labelled
    further: Labelled
    doubtful: Labelled
    single: tuple[Seen, ...]
    lexicon: tuple[Seen, ...]

    def without_readings(self) -> "Material":
        """The same as if no encoder had read it."""
        return Material(
            self.gold.without_readings(),
            self.further.without_readings(),
            self.doubtful.without_readings(),
            tuple(s.without_readings() for s in self.single),
            tuple(s.without_readings() for s in self.lexicon),
        )


def main(arguments: Sequence[str] | None = None) -> None:
    """Train and save the weights."""
    parser = argparse.ArgumentParser(prog="python -m pipeline.training.judge", description=__doc__)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--sentences", type=Path)
    parser.add_argument("--press", type=Path, required=True)
    parser.add_argument("--also", nargs="*", type=Path, default=[], help="gold to learn from, but not to measure on")
    parser.add_argument("--doubtful", nargs="*", type=Path, default=[], help="gold chosen for being hard: counts less")
    parser.add_argument("--weight", type=float, default=1.0, help="weight of single sentences against documents")
    parser.add_argument("--readers", type=Path, help="folder in which the encoder was taught")
    parser.add_argument("--curves", action="store_true", help="print how F1 grows with labels, and train nothing")
    options = parser.parse_args(arguments)
    # One thread: sums come out the same on every machine, and so do the weights.
    with threadpool_limits(limits=1):
        nlp = load_language(str(MODEL / "language"))
        nlp.add_pipe(entities.FACTORY)
        material, vectors = _read(options, nlp), word_vectors(nlp.vocab)
        if options.curves:
            for kind, count, f1 in curves(material.gold.examples, material.gold.missed, WORDING):
                print(f"{kind} {count}: {f1:.3f}", flush=True)
            return
        # A process of its own takes what was read as it lies in memory.
        plain = get_context("fork").Process(
            target=learn, args=(material.without_readings(), options.weight, vectors, judge.PLAIN)
        )
        plain.start()
        if options.readers:
            learn(material, options.weight, vectors, judge.FOLDER)
        plain.join()
    if plain.exitcode:
        raise CommuniqueError(
            "The weights for documents that no encoder has read were not made: see the message above."
        )


def _read(options: argparse.Namespace, nlp: Language) -> Material:
    source = Source(nlp, options.press, Opinions(options.readers) if options.readers else None)
    return Material(
        from_gold(options.gold, source),
        from_gold(options.also, source),
        from_gold(options.doubtful, source),
        tuple(from_sentences(options.sentences, source)) if options.sentences else (),
        tuple(from_lexicon(source)),
    )


def learn(material: Material, weight: float, vectors: WordVectors, folder: Path) -> None:
    """Fit judge and acts, save both to ``folder``, and print their figures."""
    gold = material.gold
    first, _ = fit(gold.examples, missed=gold.missed, wording=WORDING)
    examples = [*gold.examples, *material.further.examples]
    examples += [replace(example, weight=example.weight * DOUBTFUL) for example in material.doubtful.examples]
    for seen in (*material.single, *material.lexicon):
        examples += sentence_examples(seen.candidates, "commitment" in (seen.acts or ()), seen.group, first, weight)
    model, f1 = fit(
        examples,
        missed=gold.missed,
        strength=0.6,
        wording=WORDING,
        slack=SLACK,
        measured=[number < len(gold.examples) for number in range(len(examples))],
        vectors=vectors,
    )
    judge.save("commitments", {"commitment": model}, folder)
    print(f"{folder.name}: {len(examples)} examples, F1 {f1:.3f} from {model.threshold:.2f} on", flush=True)
    triples = [
        (seen.telling[min(_accepted(seen, model), statements.MANY)], seen.acts, seen.group)
        for seen in (*gold.sentences, *material.further.sentences, *material.single)
        if seen.acts
    ]
    models, figures = fit_acts(triples)
    judge.save("acts", models, folder)
    print(", ".join(f"{act} {figure:.3f}" for act, figure in figures.items()), flush=True)


def _accepted(seen: Seen, model: judge.LinearModel) -> int:
    return sum(model.accepts(model.probability(features)) for features in seen.candidates)


if __name__ == "__main__":
    main()
