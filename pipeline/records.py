"""The records that flow from stage to stage, and the columns of every table.

Each table of the outputs folder is a dataclass here. Its fields marked with :func:`column` are the columns, in order;
CSV, SQLite, the data dictionary and the tests read them from the classes and from nowhere else. Offsets count
characters (Unicode code points) in the cleaned text of the document, end exclusive, so that ``text[start:end]`` is the
quoted wording.
"""

import datetime
from collections.abc import Collection, Iterator
from dataclasses import MISSING, Field, dataclass, field, fields
from typing import Any, Literal

Act = Literal["commitment", "demand", "position", "appraisal", "report"]
Kind = Literal["new", "continuing"]
DatePrecision = Literal["", "day", "month", "year"]
DateSource = Literal["", "given", "page", "name", "text", "file"]
Strength = Literal["strong", "medium", "weak"]
Relation = Literal["repeated", "strengthened", "weakened", "followed_up"]
Changed = Literal["cue", "strength", "amount", "deadline", "mechanism", "scope", "partners", "wording"]
Standing = Literal["standing", "strengthened", "weakened", "overdue", "not_repeated"]
Fulfilment = Literal["kept", "partly", "in progress", "broken"]
ChangeKind = Literal["new", "gone", "changed"]
ChangedThing = Literal["document", "commitment"]
BlockKind = Literal["title", "heading", "paragraph", "item"]
SentenceBlock = Literal["paragraph", "item"]
"""Titles and headings hold no sentences."""

ACTS: tuple[Act, ...] = ("commitment", "demand", "position", "appraisal", "report")
KINDS: tuple[Kind, ...] = ("new", "continuing")
STRENGTHS: tuple[Strength, ...] = ("strong", "medium", "weak")
RELATIONS: tuple[Relation, ...] = ("repeated", "strengthened", "weakened", "followed_up")
FULFILMENTS: tuple[Fulfilment, ...] = ("kept", "partly", "in progress", "broken")
ENTITY_LABELS = ("PERSON", "NORP", "GPE", "LOC", "ORG", "FAC", "LAW", "EVENT", "DATE", "MONEY")
"""The labels of entities (GUIDELINES section 1)."""
MOST_AREAS = 3
"""A sentence has at most so many policy areas (GUIDELINES section 4)."""


def column(description: str, default: Any = MISSING) -> Any:
    """A field that is a column of the record's table, with its line in the data dictionary."""
    return field(default=default, metadata={"column": True, "description": description})


def detail(description: str, default: Any = MISSING) -> Any:
    """A field that the SQLite store keeps beside the columns of the CSV table."""
    return field(default=default, metadata={"column": False, "description": description})


def apart() -> Any:
    """A field whose values have a table of their own."""
    return field()


def columns(record: type) -> tuple[str, ...]:
    """Names of the CSV columns of a record class, in order."""
    return tuple(f.name for f in table_fields(record) if f.metadata["column"])


def table_fields(record: type) -> Iterator[Field[Any]]:
    """The fields of a record class that the store keeps, in order."""
    return (f for f in fields(record) if f.metadata)


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a cleaned document that stands on lines of its own.

    ``text[start:body]`` is the list marker ("1. ", "(2) ", "- "), empty where ``body == start``; ``text[body:end]``
    is the wording.
    """

    kind: BlockKind
    start: int
    body: int
    end: int


@dataclass(frozen=True, slots=True)
class Edit:
    """One thing that cleaning changed: a row of ``summary/cleaning.csv``."""

    doc_id: str = column("the document")
    line: int = column("line of the source text, from 1")
    rule: str = column(
        "what was mended: caption, line_break, hyphen, mojibake, encoding, entity, full_width, control, furniture, ..."
    )
    before: str = column("the wording as it stood (shortened)")
    after: str = column("the wording as it stands now (shortened); empty where it was taken out")


@dataclass(frozen=True, slots=True)
class Document:
    """A document as ingest leaves it: cleaned text, its blocks, and what is known about it."""

    doc_id: str = column("name of the corpus file without its ending")
    source: str = column("path in the corpus")
    sha256: str = column("SHA-256 of the source file")
    text: str = detail("the cleaned text, to which all offsets refer")
    blocks: tuple[Block, ...] = detail("its titles, headings, paragraphs and list items: places for programs")
    title: str = column("title")
    date: datetime.date | None = column("date of issue")
    issuer: str = column("who published it")
    parties: tuple[str, ...] = column('who "we", "the two leaders", "both sides" stand for: codes')
    url: str = column("address of the original")
    licence: str = detail("terms of use of the text")
    language: str = detail("ISO 639-1 code of the language")
    inferred: tuple[str, ...] = detail("metadata that was read off the text and not given")
    edits: tuple[Edit, ...] = apart()
    publisher: tuple[str, ...] = column("for whom the issuer publishes it: codes", ())
    doubtful: tuple[str, ...] = column(
        'those of the parties that are doubtful: codes; "reading order" where a PDF leaves it open, "index page" where '
        "a web page lists teasers of other texts",
        (),
    )
    evidence: tuple[str, ...] = column("why each party is thought to be one: code, trust from 0 to 1, the words", ())
    series: str = detail("the series that its metadata say it belongs to", "")
    date_precision: DatePrecision = column("how exact the date is: day, month or year (then its first day stands)", "")
    date_source: DateSource = column(
        "where the date stands: given, page (meta tags), name (of the file), text, or file (the day when the file was "
        "made, which is doubtful)",
        "",
    )


@dataclass(frozen=True, slots=True)
class Entity:
    """A named entity (GUIDELINES section 1)."""

    doc_id: str = column("the document")
    sentence_id: str = column("the sentence it stands in")
    start: int = column("offset of its first character in the cleaned text")
    end: int = column("offset behind its last character")
    text: str = column("the wording")
    label: str = column("PERSON, NORP, GPE, LOC, ORG, FAC, LAW, EVENT, DATE or MONEY")
    entity_id: str = column("ISO 3166-1 alpha-3 code of the country, or the acronym of the body; empty where unknown")
    name: str = column("the canonical name")


@dataclass(frozen=True, slots=True)
class Commitment:
    """A statement by which an actor binds itself (GUIDELINES section 3).

    On a ``Doc`` the ids are empty: they are given when it becomes a row. The places of actor, deadline and amount are
    None where no words name them.
    """

    commitment_id: str = column("<doc_id>:<n>.<k>: the k-th commitment of the n-th sentence")
    doc_id: str = column("the document")
    sentence_id: str = column("the sentence it stands in")
    cue: str = column("the shortest words that carry the binding force")
    cue_start: int = column("offset of the cue's first character in the cleaned text")
    cue_end: int = column("offset behind the cue's last character")
    action: str = column("what is promised, from the action's head to the end of its complement")
    action_start: int = column("offset of the action's first character")
    action_end: int = column("offset behind the action's last character")
    actors: tuple[str, ...] = column("who binds itself: ISO 3166-1 alpha-3 codes and acronyms of bodies, sorted")
    actor_text: str = column("the words that name the actor")
    towards: tuple[str, ...] = column("towards whom, where the text says so: codes as in actors")
    kind: Kind = column("new, or continuing (kept up or said again)")
    strength: Strength = column("strong, medium or weak")
    negated: bool = column("true where the promise is not to do something")
    deadline: str = column("the words of the time limit or target date")
    deadline_date: datetime.date | None = column("the last day of the deadline, where it can be computed")
    amount: str = column("the words of the sum or number promised")
    amount_value: float | None = column("the amount as a number")
    amount_currency: str = column(
        "ISO 4217 code of its currency; empty for plain numbers and where it is unclear whose unit it is"
    )
    areas: tuple[str, ...] = column("policy areas of the action, most important first")
    confidence: float = column("how sure the finding is, 0 to 1")
    sentence: str = column("the wording of the sentence")
    actor_start: int | None = column("offset of the first character of the words that name the actor", None)
    actor_end: int | None = column("offset behind their last character", None)
    deadline_start: int | None = column("offset of the deadline's first character", None)
    deadline_end: int | None = column("offset behind the deadline's last character", None)
    amount_start: int | None = column("offset of the amount's first character", None)
    amount_end: int | None = column("offset behind the amount's last character", None)
    conditional: bool = column("true where the promise hangs on a condition", False)
    reason: str = column("why it was found: cue, frame, how the actor was named, what the judge went by", "")
    first_said: datetime.date | None = column(
        "the day on which a document of the corpus first said the same; empty where none did before this one", None
    )


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with what it does and what it is about."""

    doc_id: str = column("the document")
    sentence_id: str = column("<doc_id>:<n>, n from 1")
    start: int = column("offset of its first character in the cleaned text")
    end: int = column("offset behind its last character")
    text: str = column("the wording")
    acts: tuple[Act, ...] = column("what the sentence does: commitment, demand, position, appraisal, report")
    areas: tuple[str, ...] = column("policy areas, most important first, at most three")
    area_scores: tuple[float, ...] = column("their scores, same order, 0 to 1")
    uncertain: bool = column("true where no policy area is sure")
    block: SentenceBlock = detail("the kind of block it stands in: paragraph or item", "paragraph")
    reading: tuple[float, ...] = detail(
        "what the encoder says of each policy area: log-odds that it comes first, then that it applies", ()
    )
    vector: bytes = detail(
        "of a sentence with commitments, what it says as the encoder has it: whole numbers of 8 bits, for programs", b""
    )


@dataclass(frozen=True, slots=True)
class Analysis:
    """A document with everything that was found in it."""

    document: Document
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...]
    commitments: tuple[Commitment, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A commitment that says again, changes or carries on what an earlier document said: a row of ``tracking.csv``."""

    later_id: str = column("commitment_id of the later commitment")
    earlier_id: str = column("commitment_id of the earlier one, in the latest earlier document that says the same")
    relation: Relation = column(
        "how the later sentence takes the earlier one up: repeated, strengthened, weakened or followed_up"
    )
    score: float = column("how sure it is that both make the same undertaking, 0 to 1")
    changed: tuple[Changed, ...] = column(
        "what is otherwise: cue, strength, amount, deadline, mechanism, scope, partners, wording"
    )
    reason: str = column("why they are held to be the same, and what the relation goes by")
    details: tuple[str, ...] = column("each change with its old and its new words", ())
    diff: str = column("the earlier sentence made into the later one: [-words taken out-], {+words put in+}", "")


@dataclass(frozen=True, slots=True)
class Thread:
    """An undertaking through all documents that make it: a row of ``threads.csv``. Each commitment is in one thread."""

    thread_id: str = column("name of the thread, which stays when documents are added or corrected")
    title: str = column("its clearest wording")
    actors: tuple[str, ...] = column("who binds itself, in any of its commitments: codes")
    areas: tuple[str, ...] = column("policy areas, most frequent first")
    first_date: datetime.date | None = column("day of the first document that makes it")
    last_date: datetime.date | None = column("day of the last one")
    times: int = column("number of commitments in it")
    documents: int = column("number of documents that make it")
    strength: Strength = column("strength when it was last said")
    deadline_date: datetime.date | None = column("the last deadline that was named and can be computed")
    amount: str = column("the words of the last sum or number that was named")
    status: Standing = column(
        "overdue: its deadline lies before the newest document of the corpus; not_repeated: the next document of the "
        "series does not say it; else strengthened or weakened when last said, or standing"
    )
    commitment_ids: tuple[str, ...] = column("its commitments, earliest first")
    known_by: tuple[str, ...] = column("marks of its wordings, by which the thread is known again in the next run", ())


@dataclass(frozen=True, slots=True)
class SeriesEntry:
    """A document of a series, meetings of the same kind between the same: a row of ``series.csv``."""

    series_id: str = column("name of the series")
    title: str = column("what its documents are called, without numbers and dates")
    parties: tuple[str, ...] = column("whose meetings they are: codes")
    doc_id: str = column("the document")
    position: int = column("its place in the series by date, from 1")


@dataclass(frozen=True, slots=True)
class NotRepeated:
    """What the document before said and this one does not: a row of ``not_repeated.csv``."""

    series_id: str = column("the series of both documents")
    earlier_doc_id: str = column("the document that said it")
    later_doc_id: str = column("the next document of the series, which does not")
    commitment_id: str = column("the commitment of the earlier document")


@dataclass(frozen=True, slots=True)
class Tracking:
    """What became of commitments in later documents, over the whole corpus."""

    links: Collection[Link] = ()
    threads: Collection[Thread] = ()
    series: Collection[SeriesEntry] = ()
    not_repeated: Collection[NotRepeated] = ()

    @property
    def first_said(self) -> dict[str, datetime.date]:
        """By commitment_id, the day on which another document first said the same, where an earlier one did."""
        return {commitment_id: day for thread in self.threads for commitment_id, day in said_before(thread)}


def said_before(thread: Thread) -> Iterator[tuple[str, datetime.date]]:
    """The commitments of a thread that an earlier document makes too, with the day of the first one."""
    if thread.first_date and thread.documents > 1:
        for commitment_id in thread.commitment_ids:
            if doc_of(commitment_id) != doc_of(thread.commitment_ids[0]):
                yield commitment_id, thread.first_date


def doc_of(place: str) -> str:
    """The doc_id of a sentence_id or commitment_id."""
    return place.rpartition(":")[0]


def _as_in_document(name: str) -> Any:
    """A column with the meaning that it has in :class:`Document`."""
    return column(Document.__dataclass_fields__[name].metadata["description"])


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document as the table of documents shows it: what is known about it, and what is counted in it."""

    doc_id: str = _as_in_document("doc_id")
    title: str = _as_in_document("title")
    date: datetime.date | None = _as_in_document("date")
    issuer: str = _as_in_document("issuer")
    parties: tuple[str, ...] = _as_in_document("parties")
    url: str = _as_in_document("url")
    source: str = _as_in_document("source")
    text_path: str = column("the cleaned text, relative to the outputs folder")
    sha256: str = _as_in_document("sha256")
    words: int = column("words of the cleaned text")
    sentences: int = column("number of sentences")
    commitments: int = column("number of commitments")
    publisher: tuple[str, ...] = _as_in_document("publisher")
    doubtful: tuple[str, ...] = _as_in_document("doubtful")
    evidence: tuple[str, ...] = _as_in_document("evidence")
    date_precision: DatePrecision = _as_in_document("date_precision")
    date_source: DateSource = _as_in_document("date_source")


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file of the corpus that was not processed: a row of ``summary/not_processed.csv``."""

    source: str = column("path in the corpus")
    reason: str = column("why it was not processed, and what to do")
    stage: str = detail("the stage that could not process it", "")


@dataclass(frozen=True, slots=True)
class NearDuplicate:
    """Two documents with much the same wording: a row of ``summary/near_duplicates.csv``."""

    doc_id: str = column("one document")
    other_id: str = column("the other document, later in the alphabet")
    share: float = column("part of the shorter document's shingles (runs of five words) that the other has too, 0 to 1")
    resemblance: float = column("part of the shingles of both that they have in common, 0 to 1")
    shingles: int = column("number of different shingles in common")


@dataclass(frozen=True, slots=True)
class Reported:
    """What a report said of a document, kept in the store to tell what the next one changes."""

    doc_id: str = column("the document")
    title: str = column("its title")
    content: str = column("SHA-256 of its cleaned text")
    about: str = column("SHA-256 of what its metadata said")
    ledger: tuple[tuple[str, ...], ...] = column("its commitments: the values that are compared, as texts")


@dataclass(frozen=True, slots=True)
class Fact:
    """Something known of the results as a whole."""

    name: str = column("what is known")
    value: str = column("communique: the version that wrote the last report; ingest: with what documents were read")


@dataclass(frozen=True, slots=True)
class Change:
    """What the newest report says otherwise than the one before: a row of ``summary/changes.csv``."""

    change: ChangeKind = column("new, gone or changed")
    what: ChangedThing = column("document or commitment")
    doc_id: str = column("the document")
    actors: tuple[str, ...] = column("of a commitment: who binds itself")
    wording: str = column("title of the document, or action of the commitment")
    details: tuple[str, ...] = column("what is different: text, metadata, or a column with its old and new value")


@dataclass(frozen=True, slots=True)
class StatusEntry:
    """What somebody says became of a promise: a line of ``status.csv`` in the corpus folder."""

    thread_id: str = column("the thread that is judged, of threads.csv; empty where it is a commitment")
    commitment_id: str = column("the commitment that is judged, of commitments.csv; empty where it is a thread")
    status: Fulfilment = column("kept, partly, in progress or broken")
    evidence: str = column("address of what shows it; empty for none")
    note: str = column("what is to be said about it")
    by: str = column("who judges")
    date: datetime.date = column("day of the judgement")


def _as_in_status(name: str) -> Any:
    """A column with the meaning that it has in :class:`StatusEntry`."""
    return column(StatusEntry.__dataclass_fields__[name].metadata["description"])


@dataclass(frozen=True, slots=True)
class StatusRow:
    """A judgement with the promise that it is about: a row of ``status.csv`` in the outputs folder."""

    thread_id: str = column("the thread that is judged, or that the commitment belongs to")
    commitment_id: str = _as_in_status("commitment_id")
    status: Fulfilment = _as_in_status("status")
    score: int = column("1 for kept, 0 for partly and in progress, -1 for broken")
    title: str = column("the promise: clearest wording of the thread, or action of the commitment; empty if not found")
    actors: tuple[str, ...] = column("who binds itself: codes")
    evidence: str = _as_in_status("evidence")
    note: str = _as_in_status("note")
    by: str = _as_in_status("by")
    date: datetime.date = _as_in_status("date")
