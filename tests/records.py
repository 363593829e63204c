"""The records of one small text, as the stages make them, and variants of them for the tests."""

from dataclasses import replace
from datetime import date
from functools import cache

from pipeline.records import Analysis, Commitment, Document
from tests import staged

TEXT = "Joint Statement\n\nNorway and Chile will build a bridge by 2035. They discussed trade."
SOURCE = TEXT.replace("bridge", "brid-\nge")
"""The text before it is cleaned."""


def document(doc_id: str = "2031-05-01-bridge", source: str = SOURCE) -> Document:
    """What ingest makes of the text, with the metadata of a joint statement."""
    return staged.ingested(
        source,
        doc_id,
        title="Joint Statement",
        date=date(2031, 5, 1),
        issuer="Ministry of Bridges of Norway",
        parties=["NOR", "CHL"],
    )


@cache
def analysis(doc_id: str = "2031-05-01-bridge", source: str = SOURCE) -> Analysis:
    """What tagging makes of it: a sentence with one commitment and three entities, and a report."""
    return staged.tagged(document(doc_id, source))


def commitment(doc_id: str = "2031-05-01-bridge") -> Commitment:
    """The commitment of the text."""
    (found,) = analysis(doc_id).commitments
    return found


def classified(done: Analysis, area: str) -> Analysis:
    """The analysis with one policy area everywhere."""
    return replace(
        done,
        sentences=tuple(replace(s, areas=(area,), area_scores=(0.75,)) for s in done.sentences),
        commitments=tuple(replace(c, areas=(area,)) for c in done.commitments),
    )


def renamed(done: Analysis, doc_id: str) -> Analysis:
    """The analysis under another id of the document, in every record."""
    before = len(done.document.doc_id)
    edits = tuple(replace(e, doc_id=doc_id) for e in done.document.edits)
    return Analysis(
        replace(done.document, doc_id=doc_id, source=f"{doc_id}.txt", edits=edits),
        tuple(replace(s, doc_id=doc_id, sentence_id=doc_id + s.sentence_id[before:]) for s in done.sentences),
        tuple(replace(e, doc_id=doc_id, sentence_id=doc_id + e.sentence_id[before:]) for e in done.entities),
        tuple(
            replace(
                c,
                doc_id=doc_id,
                sentence_id=doc_id + c.sentence_id[before:],
                commitment_id=doc_id + c.commitment_id[before:],
            )
            for c in done.commitments
        ),
    )
