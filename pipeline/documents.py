"""Documents as the record holds them, as much of each as is asked (see :mod:`pipeline.views`)."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from pipeline.catalogue import STORED, TABLES, Table
from pipeline.database import Database
from pipeline.records import Analysis, Document, Edit, Sentence
from pipeline.schema import names, select

OF_TAG = tuple(table for table in STORED if table.stage == "tag")
"""The tables of what is found in documents."""

_NOTHING: Mapping[str, str] = MappingProxyType({})
_TEXT = {"text": "''", "blocks": "'[]'"}
"""What stands in place of the text of a document where nobody asks for it, in SQL."""
_SOURCE = {
    **_TEXT,
    **dict.fromkeys(("source", "sha256", "url", "licence"), "''"),
    "inferred": "'[]'",
    "evidence": "'[]'",
}
_TOLD = {
    **dict.fromkeys(("doc_id", "text"), "''"),
    **dict.fromkeys(("start", "end"), "0"),
    **dict.fromkeys(("reading", "area_scores"), "'[]'"),
    "sentence_id": "iif(uncertain, '?', '')",
    "vector": "x''",
    "block": "'paragraph'",
}
"""The same for sentences that are counted."""
_COUNTED = {
    **dict.fromkeys(("cue", "actor_text", "sentence", "reason"), "''"),
    **dict.fromkeys(("cue_start", "cue_end", "action_start", "action_end"), "0"),
    **{f"{what}_{end}": "NULL" for what in ("actor", "deadline", "amount") for end in ("start", "end")},
    "action": "iif(deadline_date IS NULL AND amount_currency = '', '', action)",
    "sentence_id": "iif((SELECT uncertain FROM sentences AS s WHERE s.sentence_id = commitments.sentence_id), '?', '')",
}
"""The same for commitments that are counted; what is due or costs something keeps its action."""


class Documents(Database):
    """The documents of the record with what was found in them. They are read one at a time, in the order asked."""

    def finished(self) -> list[str]:
        """Ids of the documents that went through all stages, in order; :meth:`waiting` tells what is stale of it."""
        return sorted(self._done("classify"))

    def documents(self, doc_ids: Iterable[str]) -> Iterator[Document]:
        """The documents with these ids, in that order."""
        for doc_id in doc_ids:
            yield self._document(doc_id, _NOTHING, tuple(self._rows(TABLES["edits"], doc_id)))

    def analyses(self, doc_ids: Iterable[str]) -> Iterator[Analysis]:
        """The documents with these ids with what was found in them, in that order."""
        for document in self.documents(doc_ids):
            sentences, entities, commitments = (tuple(self._rows(table, document.doc_id)) for table in OF_TAG)
            yield Analysis(document, sentences, entities, commitments)

    def texts(self, doc_ids: Iterable[str]) -> Iterator[tuple[str, str]]:
        """The ids with the texts of the documents."""
        for doc_id in doc_ids:
            (text,) = self._db.execute("SELECT text FROM documents WHERE doc_id = ?", (doc_id,)).fetchone()
            yield doc_id, text

    def worded(self, doc_ids: Iterable[str]) -> Iterator[Analysis]:
        """As :meth:`analyses`, without sentences and entities."""
        for doc_id in doc_ids:
            commitments = tuple(self._rows(TABLES["commitments"], doc_id))
            yield Analysis(self._document(doc_id, {}), (), (), commitments)

    def described(self, doc_ids: Iterable[str]) -> Iterator[Analysis]:
        """The documents without texts, and with nothing of what was found."""
        for doc_id in doc_ids:
            yield Analysis(self._document(doc_id, _TEXT), (), (), ())

    def named(self, doc_ids: Iterable[str]) -> Iterator[Analysis]:
        """The documents without texts, and with nothing of what was found but the entities."""
        for doc_id in doc_ids:
            yield Analysis(self._document(doc_id, _SOURCE), (), tuple(self._rows(TABLES["entities"], doc_id)), ())

    def counted(self, doc_ids: Iterable[str]) -> Iterator[Analysis]:
        """The documents without texts and entities, and no more of sentences and commitments than what is counted, or
        listed by day and sum.

        Sentences that do and are about the same are one object. In place of an id the uncertain ones have "?", and so
        have commitments in them.
        """
        sentences, commitments = (TABLES[name] for name in ("sentences", "commitments"))
        told = f"{select(sentences, _TOLD)} WHERE doc_id = ? ORDER BY sentences.start, rowid"
        shared: dict[tuple[Any, ...], Sentence] = {}
        for doc_id in doc_ids:
            found = []
            for row in self._db.execute(told, (doc_id,)):
                if row not in shared:
                    shared[row] = Sentence(*self._values(sentences, row))
                found.append(shared[row])
            light = tuple(self._rows(commitments, doc_id, _COUNTED))
            yield Analysis(self._document(doc_id, _SOURCE), tuple(found), (), light)

    def ledgers(self, doc_ids: Iterable[str]) -> Iterator[Analysis]:
        """As :meth:`analyses`, with nothing but what binds: no text, no entities, no sentences without commitments."""
        sentences, commitments = (TABLES[name] for name in ("sentences", "commitments"))
        holding = "sentence_id IN (SELECT sentence_id FROM commitments WHERE doc_id = ?)"
        for doc_id in doc_ids:
            yield Analysis(
                self._document(doc_id, _TEXT),
                tuple(self._read(sentences, f"WHERE doc_id = ? AND {holding} ORDER BY start, rowid", (doc_id, doc_id))),
                (),
                tuple(self._rows(commitments, doc_id)),
            )

    def _document(self, doc_id: str, instead: Mapping[str, str], edits: tuple[Edit, ...] = ()) -> Document:
        table = TABLES["documents"]
        row = self._db.execute(f"{select(table, instead)} WHERE doc_id = ?", (doc_id,)).fetchone()
        known = dict(zip(names(table), self._values(table, row), strict=True))
        return Document(**known | {"doc_id": doc_id}, edits=edits)

    def _rows(self, table: Table, doc_id: str, instead: Mapping[str, str] = _NOTHING) -> Iterator[Any]:
        """The rows of a document; its id is kept once for all of them."""
        by = f"{table.order}, rowid" if table.order else "rowid"
        at = names(table).index("doc_id")
        assert table.stored
        for row in self._db.execute(f"{select(table, instead)} WHERE doc_id = ? ORDER BY {table.name}.{by}", (doc_id,)):
            found = self._values(table, row)
            found[at] = doc_id
            yield table.stored(*found)
