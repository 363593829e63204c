"""Speed: ``make bench`` measures loading, the language model, the taggers and the policy areas on one core.

CPU seconds of one thread are counted, the median of three passes each, so that other work on the machine disturbs
little. The texts are those of ``--texts`` (a folder
of documents; the corpus by default), repeated up to ``--words`` words.
"""

import argparse
import statistics
import time
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc
from threadpoolctl import threadpool_limits

from pipeline.classify.model import AreaModel, load_model
from pipeline.classify.stage import classify
from pipeline.ingest.corpus.folder import find
from pipeline.ingest.stage import Ingested, ingest
from pipeline.language.encoder.component import FACTORY as ENCODER
from pipeline.language.load import load_language
from pipeline.records import Document
from pipeline.settings import NO_ENCODER, Settings, current
from pipeline.tag.stage import TAGGERS, add_taggers, make_doc
from pipeline.tag.stage import tag as tag_documents
from tests.shipped import KNOWLEDGE

BATCH = 16
PASSES = 3
BARE = ("tok2vec", "parser")
"""What a parser needs of the language model."""


def documents(folder: Path, words: int) -> list[Document]:
    """Documents of ``folder``, again and again, until they have ``words`` words together."""
    found = ingest(find(folder)[0], Settings().max_bytes, KNOWLEDGE)
    read = [item.document for item in found if isinstance(item, Ingested)]
    return list(_until(read, words))


def _until(read: list[Document], words: int) -> Iterator[Document]:
    for document in cycle(read):
        if words <= 0:
            return
        words -= len(document.text.split())
        yield document


def seconds(work: Callable[[], object]) -> float:
    """CPU seconds that ``work`` takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def parse(nlp: Language, texts: list[Document], names: list[str]) -> float:
    """CPU seconds for the components ``names`` over the texts, in batches."""

    def once() -> float:
        docs = [make_doc(document, nlp) for document in texts]
        return seconds(lambda: list(nlp.pipe(docs, batch_size=BATCH)))

    with nlp.select_pipes(enable=names):
        return statistics.median(once() for _ in range(PASSES))


def tag(nlp: Language, docs: list[Doc], names: list[str]) -> float:
    """CPU seconds for taggers over parsed documents, one by one."""
    return statistics.median(
        seconds(lambda: [nlp.get_pipe(name)(doc) for doc in docs for name in names]) for _ in range(PASSES)
    )


def main() -> None:
    """Measure on one thread and print a table."""
    parser = argparse.ArgumentParser(description="Measure the speed of the language work on one core.")
    parser.add_argument("--texts", type=Path, default=Settings().corpus, help="folder of documents")
    parser.add_argument("--words", type=int, default=50_000, help="words to read")
    with threadpool_limits(limits=1):
        measure(parser.parse_args())


def measure(arguments: argparse.Namespace) -> None:
    """Load, read, and print a line for each part."""
    loaded: list[Language] = []
    loading = seconds(lambda: loaded.append(load_language(current().language_model)))
    encoder = current().encoder
    nlp = add_taggers(loaded[0], encoder="" if encoder == NO_ENCODER else encoder)
    ours = [name for name in nlp.pipe_names if name in (ENCODER, *TAGGERS)]
    language = [name for name in nlp.pipe_names if name not in ours]
    bare = [name for name in language if name in BARE]
    texts = documents(arguments.texts, arguments.words)
    words = sum(len(d.text.split()) for d in texts)
    parse(nlp, texts[:2], language)
    spent = {"bare parser": parse(nlp, texts, bare), "whole language model": parse(nlp, texts, language)}
    with nlp.select_pipes(enable=language):
        docs = list(nlp.pipe([make_doc(d, nlp) for d in texts], batch_size=BATCH))
    for name in ours:
        spent[name] = tag(nlp, docs, [name])
    areas: list[AreaModel] = []
    loading_areas = seconds(lambda: areas.append(load_model(current().areas_model, KNOWLEDGE)))
    analyses = list(tag_documents(texts, nlp))
    classifying = statistics.median(seconds(lambda: list(classify(analyses, areas[0]))) for _ in range(PASSES))
    spent["all of these"] = spent["whole language model"] + sum(spent[name] for name in ours)
    print(f"{words:,} words in {len(texts)} documents")
    print(f"loading the language model {loading:.2f} s, the policy areas {loading_areas:.2f} s")
    for name, cpu in spent.items():
        share = cpu / spent["whole language model"]
        print(f"{name:26s} {words / cpu:12,.0f} words/s  {share:6.1%} of the language model")
    sentences = sum(len(analysis.sentences) for analysis in analyses)
    print(f"{'policy areas':26s} {sentences / classifying:12,.0f} sentences/s, their commitments included")


if __name__ == "__main__":
    main()
