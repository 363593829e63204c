"""Running the whole pipeline over a gold file, from raw text to records, and comparing."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Literal

import yaml

from pipeline.console import Console
from pipeline.gold.documents import GoldDocument
from pipeline.gold.files import metadata, read_gold
from pipeline.gold.scoring import Scored, score_document
from pipeline.job import start
from pipeline.run import run_all
from pipeline.settings import Settings
from pipeline.store import Store

Given = Literal["all", "all but parties", "nothing"]
"""Which metadata of the gold the documents are given."""


def evaluate(
    gold: Path, folder: Path, settings: Settings, console: Console, *, given: Given, texts: Path | None = None
) -> list[Scored]:
    """Score every document of ``gold``, whose texts lie in the folder ``texts`` where it holds offsets only.

    The texts are written to ``folder/corpus`` with the metadata that ``given`` names, go through all stages into
    ``folder/outputs``, and the records that come out are compared with the gold.
    """
    documents = read_gold(gold, texts)
    _write_corpus(documents, folder / "corpus", given)
    settings = replace(settings, corpus=folder / "corpus", address="", outputs=folder / "outputs")
    with Store(settings.outputs) as store:
        run_all(start(settings, store, console))
        ours = {a.document.doc_id: a for a in store.analyses(store.finished())}
    return [score_document(ours.get(name), document) for name, document in _named(documents, given)]


def _named(documents: list[GoldDocument], given: Given) -> Iterator[tuple[str, GoldDocument]]:
    """The documents with the names of their files, which tell nothing where nothing is given."""
    for number, document in enumerate(documents, 1):
        yield f"d{number}" if given == "nothing" else document.about.doc_id, document


def _write_corpus(documents: list[GoldDocument], corpus: Path, given: Given) -> None:
    corpus.mkdir(parents=True, exist_ok=True)
    for doc_id, document in _named(documents, given):
        known = {} if given == "nothing" else metadata(document)
        if given == "all but parties":
            known.pop("parties", None)
        (corpus / f"{doc_id}.txt").write_text(document.text, encoding="utf-8", newline="")
        if known:
            sidecar = yaml.safe_dump(known, allow_unicode=True, sort_keys=True)
            (corpus / f"{doc_id}.meta.yaml").write_text(sidecar, encoding="utf-8", newline="\n")
