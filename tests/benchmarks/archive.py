"""An archive of any size, as the language work would have left it: documents are made by varying a few that were read.

The language work keeps nothing from one document to the next, so that its time and memory at 100,000 documents are told
by a hundred. What grows with the corpus is all the rest: to measure that, the record is filled with the findings in a
few documents, with words, days, parties and vectors changed by chance, each document and place as long as before.
"""

import argparse
import json
import random
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import numpy as np

from pipeline.catalogue import TABLES
from pipeline.database import FILE
from pipeline.fingerprint import chain, fingerprints
from pipeline.ingest.corpus.containers import entries
from pipeline.ingest.corpus.entries import Entry
from pipeline.ingest.corpus.folder import find
from pipeline.knowledge import Knowledge
from pipeline.records import Analysis, Commitment
from pipeline.schema import insert
from pipeline.settings import Settings
from pipeline.store import Store
from tests.benchmarks.job import PAIRS, sentences
from tests.staged import classified, ingested, tagged

WORDS = 105
PATTERNS = 60
STATES = (
    "NOR",
    "CHL",
    "KEN",
    "FIN",
    "PRT",
    "PER",
    "AUT",
    "GHA",
    "CAN",
    "FJI",
    "JPN",
    "IND",
    "MEX",
    "POL",
    "ZAF",
    "THA",
)
FIRST_DAY = date(1990, 1, 1)
DAYS = 13_000
CHANGED = 1 / 3
"""Part of the words that are others in a variation."""
FEWEST_LETTERS = 5
NOISE = 20.0
"""How far vectors are moved, in the steps of 8 bits in which they are kept."""
AT_ONCE = 500
TABLE = "archive.jsonl"


def patterns() -> list[Analysis]:
    """Documents of about 100 words of the project's own sentences, read by the shipped pipeline."""
    known, draw = sentences(), random.Random(1)
    found = []
    for number in range(PATTERNS):
        words: list[str] = []
        for sentence in draw.sample(known, len(known)):
            if len(words) >= WORDS:
                break
            words += sentence.split()
        pair = PAIRS[number % len(PAIRS)]
        text = f"Joint Statement by {pair}\n\nOslo, March 3, 2020\n\n{' '.join(words)}\n"
        found.append(classified(tagged(ingested(text, f"p{number}"))))
    return found


def archive(count: int, known: Sequence[Analysis]) -> Iterator[Analysis]:
    """So many documents, the same for the same count."""
    letters: dict[int, list[str]] = {}
    for word in sorted({word for a in known for s in a.sentences for word in s.text.split() if _is_plain(word)}):
        letters.setdefault(len(word), []).append(word)
    for number in range(count):
        draw = random.Random(number)
        yield _varied(known[number % len(known)], f"d{number:07}", letters, draw)


def _is_plain(word: str) -> bool:
    return word.isalpha() and word.islower() and len(word) >= FEWEST_LETTERS


def _varied(pattern: Analysis, doc_id: str, letters: dict[int, list[str]], draw: random.Random) -> Analysis:
    """The pattern with some words, the day, the parties and the vectors changed, all places as before."""
    kept = {at for c in pattern.commitments for at in range(c.cue_start, c.cue_end)}
    kept |= {at for e in pattern.entities for at in range(e.start, e.end)}
    parts, at = [], 0
    for line in pattern.document.text.splitlines(keepends=True):
        for word in line.split(" "):
            if _is_plain(word) and at not in kept and draw.random() < CHANGED:
                word = draw.choice(letters[len(word)])
            parts.append(word)
            at += len(word) + 1
            parts.append(" ")
        parts.pop()
        at -= 1
    text = "".join(parts)
    assert len(text) == len(pattern.document.text)
    pair = tuple(sorted(draw.sample(STATES, 2)))
    codes = dict(zip(sorted({code for c in pattern.commitments for code in c.actors}), pair, strict=False))
    noise = np.random.default_rng(draw.randrange(1 << 30))
    day = FIRST_DAY + timedelta(days=draw.randrange(DAYS))

    def place(identifier: str) -> str:
        return doc_id + identifier[identifier.rindex(":") :]

    document = replace(
        pattern.document,
        doc_id=doc_id,
        source=f"{TABLE}#{int(doc_id[1:]) + 1}",
        text=text,
        date=day,
        date_precision="day",
        parties=pair,
        title=f"Joint Statement by {pair[0]} and {pair[1]}, {day.year}",
        edits=(),
        inferred=(),
        doubtful=(),
    )
    return Analysis(
        document,
        tuple(
            replace(
                s,
                doc_id=doc_id,
                sentence_id=place(s.sentence_id),
                text=text[s.start : s.end],
                vector=_moved(s.vector, noise) if s.vector else b"",
            )
            for s in pattern.sentences
        ),
        tuple(replace(e, doc_id=doc_id, sentence_id=place(e.sentence_id)) for e in pattern.entities),
        tuple(_of_document(c, doc_id, place(c.sentence_id), text, codes) for c in pattern.commitments),
    )


def _moved(vector: bytes, noise: np.random.Generator) -> bytes:
    numbers = np.frombuffer(vector, dtype=np.int8).astype(np.float32)
    return np.clip(numbers + noise.normal(0, NOISE, len(numbers)), -127, 127).astype(np.int8).tobytes()


def _of_document(c: Commitment, doc_id: str, sentence_id: str, text: str, codes: dict[str, str]) -> Commitment:
    return replace(
        c,
        doc_id=doc_id,
        sentence_id=sentence_id,
        commitment_id=f"{sentence_id}.{c.commitment_id.rpartition('.')[2]}",
        action=text[c.action_start : c.action_end],
        sentence=" ".join(text[c.action_start : c.action_end].split()),
        actors=tuple(sorted({codes.get(code, code) for code in c.actors})),
    )


def write_archive(folder: Path, count: int) -> Settings:
    """A corpus folder with one table of documents, and the record of what was found in them."""
    settings = Settings(corpus=folder / "corpus", outputs=folder / "outputs")
    settings.corpus.mkdir(parents=True)
    known = patterns()
    with (settings.corpus / TABLE).open("w", encoding="utf-8") as table:
        for a in archive(count, known):
            d = a.document
            row = {
                "doc_id": d.doc_id,
                "title": d.title,
                "date": str(d.date),
                "parties": list(d.parties),
                "text": d.text,
            }
            table.write(json.dumps(row) + "\n")
    with Store(settings.outputs):
        pass
    marks = fingerprints(settings, Knowledge())
    places = entries(find(settings.corpus)[0], settings.max_bytes)
    with closing(sqlite3.connect(settings.outputs / FILE, isolation_level=None)) as db:
        db.execute("PRAGMA synchronous = OFF")
        db.execute("BEGIN")
        for number, (a, entry) in enumerate(zip(archive(count, known), places, strict=True), 1):
            assert isinstance(entry, Entry)
            parts = {"documents": [a.document], "sentences": a.sentences, "entities": a.entities}
            for name, records in {**parts, "commitments": a.commitments}.items():
                db.executemany(*insert(TABLES[name], records))
            state = ""
            for stage, mark in (("ingest", marks.ingest), ("tag", marks.tag), ("classify", marks.classify)):
                state = chain(mark, state or entry.digest)
                db.execute("INSERT INTO progress VALUES (?, ?, ?)", (a.document.doc_id, stage, state))
            if number % AT_ONCE == 0:
                db.execute("COMMIT")
                db.execute("BEGIN")
        db.execute("COMMIT")
    return settings


def main() -> None:
    """Make an archive in a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=1000)
    options = parser.parse_args()
    write_archive(options.folder, options.count)


if __name__ == "__main__":
    main()
