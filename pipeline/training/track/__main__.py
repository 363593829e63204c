"""The command that trains what lies in ``pipeline/model/track``.

``python -m pipeline.training.track --pairs PAIR.json ... --press FOLDER --work FOLDER``

PAIR files are labelled pairs of documents, by offset (``pipeline/training/labels/tracking``); the texts lie
in FOLDER as ``<source>/<doc_id>.txt``. What ``pipeline.training.track.reading`` left lies behind ``--work``. Documents
of the gold and the pairs behind ``--without`` are measured on, and not read. What is printed are figures on pairs that
were left out of the fitting.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import astuple
from pathlib import Path

import numpy as np
from spacy.language import Language
from threadpoolctl import threadpool_limits

from pipeline.classify.model import load_model
from pipeline.classify.stage import classify
from pipeline.engine.loading import tagging_pipeline
from pipeline.ingest.corpus.entries import Entry, Sidecar
from pipeline.ingest.stage import read_entry
from pipeline.knowledge import Knowledge
from pipeline.language.encoder.model import Encoder
from pipeline.records import Analysis
from pipeline.settings import Models, Settings
from pipeline.tag.stage import tag
from pipeline.track.columns import columns
from pipeline.track.differences import save_relations
from pipeline.track.matcher import FOLDER, PLAIN, READ, save_matcher
from pipeline.track.projection import Projection, load_projection, save_projection
from pipeline.track.relation import read_steps
from pipeline.track.sayings import ledgers
from pipeline.track.senses import load_senses, save_senses
from pipeline.track.wording import Rarity, load_rarity
from pipeline.training.track.fit import Example, example, fit
from pipeline.training.track.material import write_rarity
from pipeline.training.track.pairs import Pair, Side, located, read_pairs
from pipeline.training.track.passages import passages, unread_documents
from pipeline.training.track.projection import fit_projection
from pipeline.training.track.relations import fit_relations
from pipeline.training.track.senses import nearest


def main(arguments: Sequence[str] | None = None) -> None:
    """Train and save."""
    parser = argparse.ArgumentParser(prog="python -m pipeline.training.track", description=__doc__)
    parser.add_argument("--pairs", nargs="+", type=Path, required=True)
    parser.add_argument("--press", type=Path, required=True)
    parser.add_argument("--without", nargs="*", type=Path, default=[], help="gold and pairs whose texts stay unread")
    parser.add_argument("--work", type=Path, required=True, help="folder of what was read")
    parser.add_argument("--words", action="store_true", help="count the words anew, and nothing else")
    options = parser.parse_args(arguments)
    with threadpool_limits(limits=1):
        pairs = list(read_pairs(options.pairs, options.press))
        if options.words:
            write_rarity(options.press, unread_documents(pairs, options.without), FOLDER)
            save_senses(nearest(sorted(load_rarity(FOLDER).known), Path(Settings().areas_model)), FOLDER)
            return
        rarity = load_rarity(FOLDER)
        unread = unread_documents(pairs, options.without)
        encoder = Encoder(Path(Models().encoder))
        projection = fit_projection(passages(options.press, unread), encoder, rarity, options.work)
        save_projection(projection, FOLDER)
        examples = list(_examples(pairs, options.press, rarity, load_projection(FOLDER, rarity)))
        for name, reads in ((READ, True), (PLAIN, False)):
            matcher, figures = fit(examples, reads=reads)
            save_matcher(matcher, FOLDER / name)
            told = ", ".join(f"{figure:.3f}" for figure in astuple(figures))
            print(f"{name}: links, known, kept {told} from {matcher.threshold:.2f} on", flush=True)
        relations, share = fit_relations(examples, Knowledge().get(read_steps), rarity)
        save_relations(relations, FOLDER)
        print(f"relation of links: {share:.3f}", flush=True)


def _examples(pairs: Sequence[Pair], press: Path, rarity: Rarity, projection: Projection) -> Iterator[Example]:
    knowledge = Knowledge()
    near = load_senses(FOLDER, rarity)
    nlp = tagging_pipeline(Models())
    for pair in pairs:
        sides = [_analysis(side, press, nlp, knowledge) for side in (pair.earlier, pair.later)]
        spans = [located(side, found) for side, found in zip((pair.earlier, pair.later), sides, strict=True)]
        sayings = [s for ledger in ledgers(sides, knowledge) for s in ledger.sayings]
        table = columns(sayings, rarity, projection)
        rows: list[np.ndarray] = []
        for side, places in ((pair.later, spans[1]), (pair.earlier, spans[0])):
            of_side = [
                places.get(s.promises[0].commitment_id.rpartition(".")[0], -1) if s.paper.doc_id == side.doc_id else -1
                for s in table.sayings
            ]
            rows.append(np.array(of_side, dtype=np.int64))
        yield example(pair, table, near, rows[0], rows[1])


def _analysis(side: Side, press: Path, nlp: Language, knowledge: Knowledge) -> Analysis:
    """What the stages find in a document, which is given its title, issuer and date."""
    about = {"date": side.doc_id[:10], **_metadata(side, press)}
    entry = Entry(
        side.doc_id,
        f"{side.doc_id}.txt",
        ".txt",
        side.text.encode(),
        Sidecar(f"{side.doc_id}.meta.yaml", json.dumps(about).encode()),
    )
    (found,) = tag([read_entry(entry, knowledge)], nlp)
    (result,) = classify([found], load_model(Path(Settings().areas_model), knowledge))
    return result


def _metadata(side: Side, press: Path) -> dict[str, str]:
    with (press / side.source / "meta.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if side.doc_id in (record.get("doc_id"), record.get("id"), Path(record.get("file") or "").stem):
                return {key: record[key] for key in ("title", "issuer") if record.get(key)}
    return {}


if __name__ == "__main__":
    main()
