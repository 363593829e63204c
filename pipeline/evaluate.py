"""Running the whole pipeline over a gold file, from raw text to records, and comparing."""

from dataclasses import replace
from pathlib import Path

import yaml

from pipeline.console import Console
from pipeline.gold.documents import GoldDocument
from pipeline.gold.files import metadata, read_gold
from pipeline.gold.scoring import Scored, score_document
from pipeline.run import run_all, start
from pipeline.settings import Settings
from pipeline.store import Store


def evaluate(
    gold: Path, folder: Path, settings: Settings, console: Console, *, parties: bool, texts: Path | None = None
) -> list[Scored]:
    """Score every document of ``gold``, whose texts lie in the folder ``texts`` where it holds offsets only.

    The texts are written to ``folder/corpus`` with their metadata (the parties only if ``parties``), go through all
    stages into ``folder/outputs``, and the records that come out are compared with the gold.
    """
    documents = read_gold(gold, texts)
    _write_corpus(documents, folder / "corpus", parties)
    settings = replace(settings, corpus=folder / "corpus", outputs=folder / "outputs")
    with Store(settings.outputs) as store:
        run_all(start(settings, store, console))
        ours = {a.document.doc_id: a for a in store.analyses(store.finished())}
    return [score_document(ours.get(document.about.doc_id), document) for document in documents]


def _write_corpus(documents: list[GoldDocument], corpus: Path, parties: bool) -> None:
    corpus.mkdir(parents=True, exist_ok=True)
    for document in documents:
        known = {k: v for k, v in metadata(document).items() if parties or k != "parties"}
        doc_id = document.about.doc_id
        (corpus / f"{doc_id}.txt").write_text(document.text, encoding="utf-8", newline="")
        sidecar = yaml.safe_dump(known, allow_unicode=True, sort_keys=True)
        (corpus / f"{doc_id}.meta.yaml").write_text(sidecar, encoding="utf-8")
