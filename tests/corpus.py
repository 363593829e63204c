"""One run over the shipped corpus."""

from pathlib import Path

from pipeline.console import Console
from pipeline.job import start
from pipeline.run import run_all
from pipeline.settings import Settings
from pipeline.store import Store

CORPUS = Path(__file__).parent.parent / "corpus"


def run_over_the_corpus(outputs: Path) -> None:
    """Fill ``outputs`` as ``make run`` does, in this process."""
    settings = Settings(corpus=CORPUS, outputs=outputs, workers=1)
    with Store(outputs) as store:
        run_all(start(settings, store, Console()))
