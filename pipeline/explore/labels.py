"""Names beside codes: nobody knows "JPN" and "technology_digital" from memory."""

import json
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from pipeline.report.labels import Names


@dataclass(frozen=True, slots=True)
class Labelled:
    """A column of the explored copy with the names of the codes that stand in another one."""

    table: str
    name: str
    codes: str
    description: str


LABELLED = (
    Labelled("documents", "party_names", "parties", "names of the parties"),
    Labelled("commitments", "actor_names", "actors", "names of those who bind themselves"),
    Labelled("commitments", "area_titles", "areas", "titles of the policy areas"),
)
VIEW = "ledger"
VIEWED = {
    "date": "date of the document",
    "who": "names of those who bind themselves",
    "sentence": "the whole sentence",
    "strength": "strong, medium or weak",
    "kind": "announced, or reaffirmed (kept up or said again, by its own wording)",
    "refusal": "yes where it is a promise not to do something",
    "deadline": "the words of the time limit",
    "due": "its last day, where it can be computed",
    "amount": "the words of the sum or number",
    "policy_areas": "titles of the policy areas",
    "area_uncertain": "yes where they are",
    "document": "title of the document",
    "issuer": "who published it",
    "commitment_id": "leads to the commitment, with its reason",
}
"""The columns of the view for people, and what stands in them."""

_LEDGER = """
CREATE VIEW ledger AS SELECT d.date, c.actor_names AS who, s.text AS sentence, c.strength,
  CASE c.kind WHEN 'new' THEN 'announced' ELSE 'reaffirmed' END AS kind, iif(c.negated, 'yes', '') AS refusal,
  c.deadline, c.deadline_date AS due, c.amount, c.area_titles AS policy_areas,
  iif(s.uncertain, 'yes', '') AS area_uncertain, d.title AS document, d.issuer, c.commitment_id
FROM commitments c JOIN documents d ON d.doc_id = c.doc_id JOIN sentences s ON s.sentence_id = c.sentence_id
ORDER BY d.date DESC, c.doc_id, c.action_start
"""


def add_labels(copy: sqlite3.Connection, names: Names) -> None:
    """Add to a copy of the store the table ``names``, the columns of :data:`LABELLED`, and the view for people."""
    copy.execute("CREATE TABLE names (code TEXT PRIMARY KEY, name TEXT) WITHOUT ROWID")
    known: dict[str, str] = dict(names.areas)
    for column in LABELLED:
        words: Callable[[str], str] = names.area_title if column.codes == "areas" else names.actor_name
        copy.create_function("named", 1, _naming(words, known), deterministic=True)
        copy.execute(f"ALTER TABLE {column.table} ADD COLUMN {column.name} TEXT")
        copy.execute(f"UPDATE {column.table} SET {column.name} = named({column.codes})")
    copy.executemany("INSERT INTO names VALUES (?, ?)", sorted(known.items()))
    copy.execute(_LEDGER)


def _naming(words: Callable[[str], str], known: dict[str, str]) -> Callable[[str], str]:
    """A function of a list of codes, as the store has it, that gives their names and puts them down in ``known``."""

    @cache
    def named(codes: str) -> str:
        found = {code: words(code) for code in json.loads(codes)}
        known.update(found)
        return "; ".join(found.values())

    return named
