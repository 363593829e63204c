"""The one list of tables: what each holds, where it lies, and how its rows hang together.

The files of the outputs folder, the SQLite store, the data dictionary, ``datapackage.json``, the database for exploring
and the exports all follow it.
"""

from dataclasses import Field, dataclass
from typing import Any, Literal

from pipeline import aggregates as counted
from pipeline import records
from pipeline.records import columns, table_fields

Stage = Literal["ingest", "tag", "track", "report"]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the outputs.

    ``row`` is the record of a row in the CSV file ``file`` (empty where it is none), ``stored`` the record that the
    store keeps under ``name`` (None where it does not keep it). ``stage`` fills the table. ``key`` is the column that
    names a row, ``refers`` are the tables to which the columns of their keys lead, ``order`` is the column by which the
    rows of a document stand in reading order.
    """

    name: str
    description: str
    stage: Stage
    row: type
    file: str = ""
    stored: type | None = None
    key: str = ""
    refers: tuple[str, ...] = ()
    order: str = ""

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns of the CSV file, in order."""
        return columns(self.row)

    @property
    def stored_fields(self) -> tuple[Field[Any], ...]:
        """The fields that the store keeps, in order."""
        return tuple(table_fields(self.stored)) if self.stored else ()


def _both(name: str, description: str, stage: Stage, record: type, file: str = "", **more: object) -> Table:
    """A table that is a file and is kept in the store."""
    return Table(name, description, stage, record, file or f"{name}.csv", record, **more)  # type: ignore[arg-type]


def _count(name: str, description: str, record: type, *refers: str) -> Table:
    """A table of the folder ``summary``, counted from the findings."""
    return Table(name, description, "report", record, f"summary/{name}.csv", refers=refers)


FINDINGS = (
    Table(
        "documents",
        "One document a row.",
        "ingest",
        row=records.DocumentRow,
        file="documents.csv",
        stored=records.Document,
        key="doc_id",
    ),
    _both(
        "sentences",
        "Sentences with what they do and what they are about.",
        "tag",
        records.Sentence,
        key="sentence_id",
        refers=("documents",),
        order="start",
    ),
    _both("entities", "Named entities.", "tag", records.Entity, refers=("documents", "sentences"), order="start"),
    _both(
        "commitments",
        "Who committed to what. Follow sentence_id to the sentence, and doc_id to the document.",
        "tag",
        records.Commitment,
        key="commitment_id",
        refers=("documents", "sentences"),
        order="action_start",
    ),
)
"""The four tables of findings."""

TRACKED = (
    _both("tracking", "Commitments that take up what an earlier document said.", "track", records.Link),
    _both(
        "threads",
        "Undertakings through all documents that make them; also those that were made once.",
        "track",
        records.Thread,
        key="thread_id",
    ),
    _both(
        "series",
        "Documents that belong together: meetings of the same kind between the same.",
        "track",
        records.SeriesEntry,
        refers=("documents",),
    ),
    _both(
        "not_repeated",
        "What a document said and the next one of its series does not; that it was given up is not said.",
        "track",
        records.NotRepeated,
        refers=("commitments",),
    ),
)
"""The tables that follow commitments from document to document."""

SUMMARIES = (
    _count("commitments_by_area", "Commitments on each policy area, most first.", counted.AreaCount),
    _count("commitments_by_actor", "Commitments of each actor, most first.", counted.ActorCount),
    _count("commitments_by_actor_and_area", "Commitments of each actor on each area.", counted.ActorAreaCount),
    _count("commitments_by_strength_and_kind", "Commitments of each strength and kind.", counted.StrengthKindCount),
    _count("commitments_by_document", "Commitments in each document, by date.", counted.DocumentCount, "documents"),
    _count("commitments_together", "Pairs of actors that commit together, most first.", counted.PairCount),
    _count("commitments_by_deadline", "Commitments by the day they are due.", counted.Due, "commitments"),
    _count(
        "sums",
        "Sums of money in commitments: strong first, in each currency largest first.",
        counted.PromisedSum,
        "documents",
        "commitments",
    ),
    _count("acts_by_area", "What sentences on each policy area do.", counted.AreaActs),
    _count("acts_by_document", "What the sentences of each document do, by date.", counted.DocumentActs, "documents"),
    _count("entities_most_frequent", "The entities that are named most often.", counted.EntityCount),
)
"""The counts over the findings."""

OTHERS = (
    _count("commitments_by_cap_topic", "Counts by major topic of the Comparative Agendas Project.", counted.TopicCount),
    _count("area_terms", "The terms that speak most for each policy area.", counted.AreaTerm),
    _both(
        "edits",
        "What cleaning changed in the source texts.",
        "ingest",
        records.Edit,
        "summary/cleaning.csv",
        refers=("documents",),
    ),
    _both(
        "skipped",
        "Files of the corpus that were not processed.",
        "ingest",
        records.Skipped,
        "summary/not_processed.csv",
    ),
    Table(
        "status",
        "What people say became of promises: status.csv of the corpus folder, with the promises.",
        "ingest",
        row=records.StatusRow,
        file="status.csv",
        stored=records.StatusEntry,
    ),
    _count(
        "status_by_actor", "What people say became of each actor's promises, most judged first.", counted.ActorScore
    ),
    _count("actors", "What each actor promised, itself and through bodies, most first.", counted.ActorProfile),
    _count("actors_by_area_and_year", "What each actor promised on each policy area in each year.", counted.ActorYear),
    _count("near_duplicates", "Pairs of documents with much the same wording.", records.NearDuplicate, "documents"),
    _both(
        "changes",
        "What the newest report says otherwise than the one before it.",
        "report",
        records.Change,
        "summary/changes.csv",
    ),
    Table(
        "reported",
        "What the last report said of each document.",
        "report",
        records.Reported,
        stored=records.Reported,
        key="doc_id",
    ),
    Table(
        "about",
        "What is known of these results as a whole.",
        "report",
        records.Fact,
        stored=records.Fact,
        key="name",
    ),
)

TABLES = {table.name: table for table in (*FINDINGS, *TRACKED, *SUMMARIES, *OTHERS)}
"""All tables by name, those of findings first."""

STORED = tuple(table for table in TABLES.values() if table.stored)
"""The tables of the store."""

FILES = tuple(table for table in TABLES.values() if table.file)
"""The tables that are files of the outputs folder."""
