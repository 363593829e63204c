"""The records of the tables that count over what was found: the files of ``outputs/summary/``.

A commitment of two actors, or on two policy areas, counts once for each of them; the shares of a table therefore add up
to more than 1 where commitments are shared.
"""

import datetime
from dataclasses import dataclass

from pipeline.records import Kind, Strength, column


@dataclass(frozen=True, slots=True)
class AreaCount:
    """Commitments on a policy area."""

    area: str = column("key of the policy area; empty for commitments without one")
    title: str = column("its title")
    commitments: int = column("number of commitments on it")
    share: float = column("their share of all commitments")
    strong: int = column("how many of them are strong")
    medium: int = column("how many are medium")
    weak: int = column("how many are weak")
    new: int = column("how many are new")
    continuing: int = column("how many are continuing")


@dataclass(frozen=True, slots=True)
class ActorCount:
    """Commitments of an actor."""

    actor: str = column("code or name of the actor; empty for commitments whose actor cannot be told")
    name: str = column("name in words")
    commitments: int = column("number of commitments")
    share: float = column("their share of all commitments")
    strong: int = column("how many of them are strong")
    medium: int = column("how many are medium")
    weak: int = column("how many are weak")
    new: int = column("how many are new")
    continuing: int = column("how many are continuing")
    documents: int = column("number of documents in which they stand")
    member_of: tuple[str, ...] = column(
        "codes of the bodies to which the actor belonged on the day of its latest commitment, or belongs now"
    )


@dataclass(frozen=True, slots=True)
class ActorAreaCount:
    """Commitments of an actor on a policy area."""

    actor: str = column("code or name of the actor")
    name: str = column("name in words")
    area: str = column("key of the policy area")
    title: str = column("its title")
    commitments: int = column("number of the actor's commitments on it")
    share_of_actor: float = column("their share of all commitments of the actor")


@dataclass(frozen=True, slots=True)
class StrengthKindCount:
    """Commitments of a strength and kind."""

    strength: Strength = column("strong, medium or weak")
    kind: Kind = column("new or continuing")
    commitments: int = column("number of commitments")
    share: float = column("their share of all commitments")


@dataclass(frozen=True, slots=True)
class DocumentCount:
    """Commitments in a document."""

    date: datetime.date | None = column("date of issue")
    doc_id: str = column("the document")
    title: str = column("its title")
    commitments: int = column("number of commitments")
    share: float = column("their share of all commitments")
    strong: int = column("how many of them are strong")
    medium: int = column("how many are medium")
    weak: int = column("how many are weak")
    new: int = column("how many are new")
    continuing: int = column("how many are continuing")
    per_1000_words: float = column("commitments for each 1,000 words of the text")


@dataclass(frozen=True, slots=True)
class PairCount:
    """Two actors that commit together."""

    actor: str = column("code or name of one actor")
    name: str = column("name in words")
    other: str = column("code or name of the other, later in the alphabet")
    other_name: str = column("name in words")
    commitments: int = column("number of commitments that they make together")


@dataclass(frozen=True, slots=True)
class Due:
    """A commitment with a deadline that can be dated."""

    deadline_date: datetime.date = column("the last day of the deadline")
    commitment_id: str = column("the commitment")
    actors: tuple[str, ...] = column("who binds itself")
    strength: Strength = column("strong, medium or weak")


@dataclass(frozen=True, slots=True)
class PromisedSum:
    """A sum of money in a commitment. Sums are never added up: they may be repeated, or be part of one another."""

    strength: Strength = column("strong (promised), medium (intended) or weak")
    amount_currency: str = column("ISO 4217 code of the currency")
    amount_value: float = column("the sum as a number")
    per: str = column("the period after which the sum is due again: year, month, week or day; empty for a total")
    amount: str = column("the words of the sum")
    actors: tuple[str, ...] = column("who binds itself")
    names: tuple[str, ...] = column("their names in words")
    action: str = column("what is promised")
    kind: Kind = column("new or continuing")
    conditional: bool = column("true where the promise hangs on a condition")
    areas: tuple[str, ...] = column("policy areas of the action")
    date: datetime.date | None = column("date of the document")
    doc_id: str = column("the document")
    commitment_id: str = column("the commitment")


@dataclass(frozen=True, slots=True)
class AreaActs:
    """What sentences on a policy area do."""

    area: str = column("key of the policy area; empty for none")
    title: str = column("its title")
    commitment: int = column("sentences that commit")
    demand: int = column("sentences that demand")
    position: int = column("sentences that take a position")
    appraisal: int = column("sentences that praise or blame")
    report: int = column("sentences that report")


@dataclass(frozen=True, slots=True)
class DocumentActs:
    """What the sentences of a document do; a sentence may do several things, or none."""

    date: datetime.date | None = column("date of issue")
    doc_id: str = column("the document")
    title: str = column("its title")
    sentences: int = column("number of sentences")
    commitment: int = column("sentences that commit")
    demand: int = column("sentences that demand")
    position: int = column("sentences that take a position")
    appraisal: int = column("sentences that praise or blame")
    report: int = column("sentences that report")
    commitment_share: float = column("share of the sentences that commit")
    demand_share: float = column("share of those that demand")
    position_share: float = column("share of those that take a position")
    appraisal_share: float = column("share of those that praise or blame")
    report_share: float = column("share of those that report")


@dataclass(frozen=True, slots=True)
class EntityCount:
    """One of the most frequent entities."""

    label: str = column("its label")
    entity_id: str = column("its code, empty where unknown")
    name: str = column("its canonical name")
    mentions: int = column("how often it is named")
    share: float = column("share of all mentions of entities")
    documents: int = column("number of documents that name it")


@dataclass(frozen=True, slots=True)
class TopicCount:
    """How many sentences and commitments have their first area under a major topic."""

    cap_code: int = column("code of the major topic in the Comparative Agendas Project")
    cap_topic: str = column("name of the major topic")
    sentences: int = column("sentences whose first policy area is counted under it")
    commitments: int = column("commitments whose first policy area is counted under it")


@dataclass(frozen=True, slots=True)
class AreaTerm:
    """A term that speaks for a policy area."""

    area: str = column("key of the policy area")
    rank: int = column("place of the term among those of the area, from 1")
    term: str = column("the term")
    weight: float = column("how much more the term speaks for this area than for the average one (log-odds)")


@dataclass(frozen=True, slots=True)
class ActorScore:
    """What people say became of an actor's promises; those that nobody judged do not count."""

    actor: str = column("code or name of the actor")
    name: str = column("name in words")
    threads: int = column("number of undertakings of the actor in the corpus, judged or not")
    judged: int = column("number of undertakings that were judged, each by its last judgement")
    kept: int = column("how many of them were kept")
    partly: int = column("how many were kept in part")
    in_progress: int = column("how many are in progress")
    broken: int = column("how many were broken")
    score: float = column("mean of 1 for kept, 0 for partly and in progress, -1 for broken")


@dataclass(frozen=True, slots=True)
class ActorProfile:
    """What an actor promised, itself and through bodies, and what became of it."""

    actor: str = column("code or name of the actor")
    name: str = column("name in words")
    documents: int = column("documents in which it is a party or promises, itself or through a body that speaks for it")
    promises: int = column("number of commitments that it makes itself")
    through_bodies: int = column("number of commitments of bodies that spoke for it as a member on their day")
    per_document: float = column("commitments of both kinds for each of these documents")
    bodies: tuple[str, ...] = column("those bodies, each with its number of commitments, most first")
    areas: tuple[str, ...] = column(
        "keys of policy areas, each with its number of commitments of both kinds, most first"
    )
    partners: tuple[str, ...] = column("those who make its own commitments with it, each with their number, most first")
    towards: tuple[str, ...] = column("those towards whom its own commitments are made, each with their number")
    deadlines_ahead: int = column("commitments of both kinds that are due on the day of the newest document or later")
    deadlines_past: int = column("commitments of both kinds that were due before that day")
    threads: int = column("number of undertakings of both kinds, each through all documents that make it")
    standing: int = column("how many of them stand")
    strengthened: int = column("how many were strengthened when last said")
    weakened: int = column("how many were weakened when last said")
    overdue: int = column("how many have a deadline before the newest document of the corpus")
    not_repeated: int = column("how many the next document of their series does not say")


@dataclass(frozen=True, slots=True)
class ActorYear:
    """An actor's commitments on a policy area in a year."""

    actor: str = column("code or name of the actor")
    name: str = column("name in words")
    area: str = column("key of the policy area; empty for none")
    title: str = column("its title")
    year: int | None = column("year of the documents; empty for undated ones")
    promises: int = column("number of commitments that the actor makes itself")
    through_bodies: int = column("number of commitments of bodies that spoke for it as a member on their day")
