"""The rows of the ledger, as the report shows them and as its table takes them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.records import Analysis, Commitment, Sentence, columns
from pipeline.report.labels import Names
from pipeline.report.page.marking import Stretch, anchor, wording
from pipeline.tables import cell, unguard

HEADER = (*columns(Commitment), "anchor", "document", "through", "uncertain", "wording")
"""Names of the values of a row of the table: the columns of ``commitments.csv``, and those that the page needs."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A commitment with its names in words.

    ``document`` is the number of its document in the report, from 0; ``through`` are the actors of the corpus that are
    members of a body that commits itself; ``uncertain`` says whether the policy area of its sentence is; ``wording`` is
    its sentence, with the commitment's own cue and action marked.
    """

    record: Commitment
    anchor: str
    actor_names: tuple[str, ...]
    area_titles: tuple[str, ...]
    document: int
    date: str
    through: tuple[str, ...]
    uncertain: bool
    wording: tuple[Stretch, ...]

    def values(self) -> list[object]:
        """What the page's script gets, in the order of ``HEADER``: lists as lists, all else as in the CSV table."""
        cells = (getattr(self.record, name) for name in columns(Commitment))
        shown = [[s.text, *s.roles] for s in self.wording]
        plain = [v if isinstance(v, tuple) else unguard(cell(v)) for v in cells]
        return [*plain, self.anchor, self.document, self.through, self.uncertain, shown]


def entries(analyses: Sequence[Analysis], names: Names) -> Iterator[Entry]:
    """The commitments in the order of the documents, then in reading order."""
    known = sorted({code for a in analyses for c in a.commitments for code in c.actors})
    for number, a in enumerate(analyses):
        day = a.document.date
        sentences: Mapping[str, Sentence] = {s.sentence_id: s for s in a.sentences}
        bodies = {code: names.member_of(code, day) for code in known}
        for c in a.commitments:
            sentence = sentences[c.sentence_id]
            yield Entry(
                record=c,
                anchor=anchor(c.commitment_id),
                actor_names=tuple(names.actor_name(code) for code in c.actors),
                area_titles=tuple(names.area_title(code) for code in c.areas),
                document=number,
                date=day.isoformat() if day else "",
                through=tuple(m for m in known if m not in c.actors and set(bodies[m]) & set(c.actors)),
                uncertain=sentence.uncertain,
                wording=tuple(wording(c, sentence, a.document.text)),
            )
