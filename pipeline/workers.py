"""The language work on one process or several, with the same result."""

import multiprocessing
import os
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cache, partial

from spacy.language import Language

from pipeline.errors import CommuniqueError
from pipeline.language.load import load_language
from pipeline.records import Analysis, Document, Skipped
from pipeline.settings import NO_ENCODER, Models
from pipeline.tag.stage import add_taggers, tag

WORDS_A_WORKER = 40_000
"""A worker process spends about as long loading the model as on this many words: fewer do not pay for it."""

WORDS_A_BATCH = 5_000
BATCHES_AHEAD = 4


@dataclass(frozen=True, slots=True)
class Failed:
    """A document on which the language work failed: the reason in a sentence, and the traceback."""

    skipped: Skipped
    trace: str


Tagged = Analysis | Failed


def tagging_pipeline(models: Models) -> Language:
    """The language model with encoder and our taggers, made anew."""
    encoder = "" if models.encoder == NO_ENCODER else models.encoder
    return add_taggers(load_language(models.language, models.knowledge), models.knowledge, encoder)


def count(wanted: int, words: int) -> int:
    """How many processes to use: ``wanted``, or for 0 as many as pay for ``words`` words of text."""
    return wanted or min(cores(), 1 + words // WORDS_A_WORKER)


def cores() -> int:
    """How many cores this process may use: outside Linux, where that cannot always be asked, those of the machine."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    ask = getattr(os, "process_cpu_count", os.cpu_count)  # the first came with Python 3.13
    return ask() or 1


@cache
def _of_this_worker(models: Models) -> Language:
    """The pipeline of a worker process, loaded once for all its batches."""
    return tagging_pipeline(models)


def tag_batch(documents: Sequence[Document], models: Models) -> list[Tagged]:
    """What a worker process makes of ``documents``: analyses, or why one could not be processed."""
    return [_tag_one(document, _of_this_worker(models)) for document in documents]


def tag_all(documents: Iterable[Document], models: Models, workers: int) -> Iterator[Tagged]:
    """Analyses of ``documents``, in their order, by ``workers`` processes.

    Raises :class:`CommuniqueError` where a worker process dies (as it does when memory runs out).
    """
    if workers == 1:
        nlp = tagging_pipeline(models)
        for document in documents:
            yield _tag_one(document, nlp)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, context) as pool:
        try:
            work = partial(tag_batch, models=models)
            yield from _ordered(pool, work, _batches(documents), workers * BATCHES_AHEAD)
        except BrokenProcessPool as error:
            raise CommuniqueError(
                "A worker process died, probably for want of memory: run again with WORKERS=1; what is done is kept."
            ) from error


def _ordered(
    pool: ProcessPoolExecutor,
    work: Callable[[Sequence[Document]], list[Tagged]],
    batches: Iterable[Sequence[Document]],
    ahead: int,
) -> Iterator[Tagged]:
    waiting: deque[Future[list[Tagged]]] = deque()
    for batch in batches:
        waiting.append(pool.submit(work, batch))
        if len(waiting) >= ahead:
            yield from waiting.popleft().result()
    while waiting:
        yield from waiting.popleft().result()


def _batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    batch: list[Document] = []
    words = 0
    for document in documents:
        batch.append(document)
        words += document.text.count(" ")
        if words >= WORDS_A_BATCH:
            yield batch
            batch, words = [], 0
    if batch:
        yield batch


def _tag_one(document: Document, nlp: Language) -> Tagged:
    try:
        (analysis,) = tag([document], nlp)
    except CommuniqueError:
        raise  # a mistake in knowledge or settings is not the document's
    except Exception as error:  # one bad document must not stop the run, whatever is wrong with it
        reason = f"{type(error).__name__}: {error}".splitlines()[0]
        skipped = Skipped(document.source, f"the language work failed ({reason}); please report this document.")
        return Failed(skipped, traceback.format_exc())
    return analysis
