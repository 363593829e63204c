"""What comes out of the pipeline while its rooms are rebuilt: the same rows, exports and features, byte for byte.

The hashes in ``tests/guard.json`` were taken before the work. ``python -m tests.test_guard FOLDER`` writes what is
hashed into a folder, to be compared by eye.
"""

import csv
import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline import load
from pipeline.console import Console
from pipeline.gold.files import metadata, read_gold
from pipeline.knowledge import Knowledge
from pipeline.records import Analysis
from pipeline.report.export import export
from pipeline.run import run_all, start
from pipeline.settings import Settings
from pipeline.store import Store
from pipeline.tag.actors.resolution import ActorMemory
from pipeline.tag.commitments.candidates import find_candidates
from pipeline.tag.commitments.component import SPANS
from pipeline.tag.commitments.cues import read_lexicon
from pipeline.tag.stage import make_doc
from pipeline.tag.statements import features

HERE = Path(__file__).parent
PRESS = HERE.parent.parent / "shared" / "press"
HASHES = HERE / "guard.json"
TEXTS = 60
COLUMNS = json.loads((HERE / "guard_columns.json").read_text(encoding="utf-8"))
"""The columns of each table before the work: others may come behind them."""


def own(corpus: Path) -> None:
    """The shipped document and our own gold, with their metadata."""
    for path in sorted((HERE.parent / "corpus").iterdir()):
        (corpus / path.name).write_bytes(path.read_bytes())
    for document in read_gold(HERE / "gold" / "own.jsonl", None):
        said = "".join(f"{k}: {json.dumps(v, ensure_ascii=False)}\n" for k, v in metadata(document).items())
        (corpus / f"{document.about.doc_id}.txt").write_text(f"---\n{said}---\n{document.text}", encoding="utf-8")


def press(corpus: Path) -> None:
    """Texts of middle length, in turn from each publisher."""
    folders = [sorted(p for p in f.glob("*.txt") if 1500 < p.stat().st_size < 7000) for f in sorted(PRESS.iterdir())]
    rounds = (f[len(f) * k // 2] for k in (0, 1) for f in folders if len(f) > k)
    for number, path in zip(range(TEXTS), rounds, strict=False):
        (corpus / f"{number:02d}-{path.name}").write_bytes(path.read_bytes())


def contents(folder: Path, fill: object) -> Iterator[tuple[str, str]]:
    """Name and content of everything that must stay as it is."""
    corpus, outputs = folder / "corpus", folder / "outputs"
    corpus.mkdir()
    fill(corpus)  # type: ignore[operator]
    settings = Settings(corpus=corpus, outputs=outputs, workers=1)
    with Store(outputs) as store:
        run_all(start(settings, store, Console()))
        analyses = list(store.analyses(store.finished()))
    for path in sorted([*outputs.glob("*.csv"), *outputs.glob("summary/*.csv")]):
        yield path.name, _rows(path)
    for form in ("doccano", "label-studio"):
        for path in export(analyses, form, folder / "export", Knowledge()):
            yield path.name, path.read_text(encoding="utf-8")
    for path in export(analyses, "jsonl", folder / "export", Knowledge()):
        kept = COLUMNS[path.with_suffix(".csv").name]
        lines = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
        yield path.name, "".join(json.dumps([line[k] for k in kept]) + "\n" for line in lines)
    yield "features", "".join(f"{line}\n" for line in _features(analyses))


def _rows(path: Path) -> str:
    kept = COLUMNS[path.name]
    with path.open(encoding="utf-8", newline="") as file:
        return "".join(json.dumps([row[k] for k in kept], ensure_ascii=False) + "\n" for row in csv.DictReader(file))


def _features(analyses: list[Analysis]) -> Iterator[str]:
    nlp, knowledge = load(), Knowledge()
    cues = knowledge.get(read_lexicon)
    for analysis in analyses:
        doc = nlp(make_doc(analysis.document, nlp))
        for c in find_candidates(doc, ActorMemory(doc, knowledge), knowledge):
            names = " ; ".join(sorted(c.features))
            yield f"{analysis.document.doc_id} {c.cue.text} | {c.action.text} | {c.refused} | {names}"
        starts = [span.start for span in doc.spans[SPANS]]
        for s in doc.sents:
            count = sum(s.start <= start < s.end for start in starts)
            yield f"{s.start_char} {s._.communique.acts} {' ; '.join(sorted(features(s, count, cues)))}"


def _hashes(folder: Path, fill: object) -> dict[str, str]:
    return {name: hashlib.sha256(text.encode()).hexdigest() for name, text in contents(folder, fill)}


@pytest.mark.parametrize("fill", [own, press])
def test_everything_comes_out_as_before(tmp_path: Path, fill: object) -> None:
    if fill is press and not PRESS.is_dir():
        pytest.skip(f"there are no press texts in {PRESS}")
    assert _hashes(tmp_path, fill) == json.loads(HASHES.read_text(encoding="utf-8"))[fill.__name__]  # type: ignore[attr-defined]


if __name__ == "__main__":
    target = Path(sys.argv[1])
    found: dict[str, dict[str, str]] = {}
    for filler in (own, press):
        place = target / filler.__name__
        place.mkdir(parents=True)
        found[filler.__name__] = {}
        for name, text in contents(place, filler):
            (place / f"{name}.dump").write_text(text, encoding="utf-8")
            found[filler.__name__][name] = hashlib.sha256(text.encode()).hexdigest()
    (target / "guard.json").write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
