"""One table of ways: ``python -m pipeline.training.ways --gold FILE --labelled FILE ... --press FOLDER``.

The pipeline with and without encoder, and with other language models in place of its own (judge and rules stay as they
are), beside a list of words and TF-IDF with regressions that learned from the same labels. The last two get the
sentences of the gold as they stand, which flatters them; they find no spans, actors or amounts. Words a second are
those of the sentences or documents that a way has read, by the processor's time of this process.
"""

import argparse
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from threadpoolctl import threadpool_limits

from pipeline.console import Console
from pipeline.evaluate import evaluate
from pipeline.gold.documents import GoldDocument
from pipeline.gold.figures import Figure, figures
from pipeline.gold.files import read_gold
from pipeline.gold.scoring import Tally, score_sentence
from pipeline.knowledge import Knowledge
from pipeline.knowledge.areas import area_keys
from pipeline.settings import NO_ENCODER, Settings, current
from pipeline.training.encoder.examples import publishers, read
from pipeline.training.ways.answers import Answer, Regressions, Way, WordList

COLUMNS = (
    "commitment_sent_f1",
    "commitment_f1",
    "record_f1",
    "acts_f1",
    "primary_acc",
    "area_micro_f1",
    "area_macro_f1",
)


@dataclass(frozen=True, slots=True)
class Row:
    """A way with its figures and the words that it read a second."""

    name: str
    figures: dict[str, Figure]
    speed: float


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure all ways on the same gold, and print a Markdown table."""
    parser = argparse.ArgumentParser(prog="python -m pipeline.training.ways", description=__doc__)
    parser.add_argument("--gold", type=Path, nargs="+", required=True, help="gold files to measure on")
    parser.add_argument(
        "--labelled", type=Path, nargs="+", required=True, help="labels that the regressions learn from"
    )
    parser.add_argument("--press", type=Path, required=True, help="folder of the texts of labels by offset")
    parser.add_argument("--language-model", nargs="*", default=[], help="other language models, by folder or package")
    options = parser.parse_args(arguments)
    settings = replace(current(), workers=1)
    with threadpool_limits(limits=1):
        rows = [*_pipelines(options.gold, settings, options.language_model)]
        documents = [document for file in options.gold for document in read_gold(file)]
        rows += [_plain(name, way, documents) for name, way in _ways(options.labelled, options.press, settings)]
    print(table(rows))


def table(rows: Sequence[Row]) -> str:
    """The rows in Markdown; a way that finds no spans has no figure of them."""
    lines = [f"| way | {' | '.join(COLUMNS)} | words a second |", f"| --- |{' --- |' * (len(COLUMNS) + 1)}"]
    for row in rows:
        cells = [f"{row.figures[name].value:.3f}" if name in row.figures else "-" for name in COLUMNS]
        lines.append(f"| {row.name} | {' | '.join(cells)} | {row.speed:,.0f} |")
    return "\n".join(lines)


def _pipelines(gold: Sequence[Path], settings: Settings, language_models: Sequence[str]) -> Iterator[Row]:
    yield _pipeline("the pipeline", gold, settings)
    yield _pipeline("without encoder", gold, replace(settings, encoder=NO_ENCODER))
    for model in language_models:
        yield _pipeline(f"with {Path(model).name}", gold, replace(settings, language_model=model))


def _pipeline(name: str, gold: Sequence[Path], settings: Settings) -> Row:
    start = time.process_time()
    scored = []
    for file in gold:
        with tempfile.TemporaryDirectory() as folder:
            scored += evaluate(file, Path(folder), settings, Console(), given="all")
    seconds = time.process_time() - start
    words = sum(len(document.text.split()) for file in gold for document in read_gold(file))
    return Row(name, figures([s.tally for s in scored]), words / seconds)


def _ways(labelled: Sequence[Path], press: Path, settings: Settings) -> Iterator[tuple[str, Way]]:
    knowledge = Knowledge(settings.knowledge)
    yield "a list of words", WordList(knowledge)
    known = publishers(press)
    sentences = [s for file in labelled for stretch in read(file, press, known) for s in stretch.sentences]
    taught = [(s.text, Answer(s.acts, s.areas)) for s in sentences if s.acts is not None and s.areas is not None]
    texts, answers = zip(*taught, strict=True)
    yield f"TF-IDF, regressions ({len(texts):,} sentences)", Regressions(texts, answers, area_keys(knowledge))


def _plain(name: str, way: Way, documents: Sequence[GoldDocument]) -> Row:
    texts = [[document.text[slice(*s.span)] for s in document.sentences] for document in documents]
    start = time.process_time()
    answers = [way(sentences) for sentences in texts]
    seconds = time.process_time() - start
    tallies: list[Tally] = []
    for document, said in zip(documents, answers, strict=True):
        tally: Tally = Counter()
        for gold, answer in zip(document.sentences, said, strict=True):
            tally.update(score_sentence(gold, "commitment" in answer.acts, answer.acts, answer.areas))
        tallies.append(tally)
    words = sum(len(text.split()) for sentences in texts for text in sentences)
    return Row(name, figures(tallies), words / seconds)


if __name__ == "__main__":
    main()
