"""The rows of the ledger, as the page shows them and as its script takes them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.records import Analysis, Commitment, Sentence, columns
from pipeline.report.labels import Names
from pipeline.report.page.marking import Role, Stretch, anchor, wording
from pipeline.tables import cell, unguard

DOUBTFUL = 0.5
"""Confidence under which a commitment is doubtful."""
SURE = 0.75
"""Confidence from which a commitment is sure; what lies between is to be checked."""

Trust = Literal["sure", "check", "doubtful"]


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
    towards_names: tuple[str, ...]
    area_titles: tuple[str, ...]
    document: int
    through: tuple[str, ...]
    uncertain: bool
    wording: tuple[Stretch, ...]

    @property
    def trust(self) -> Trust:
        """How far the finding is to be trusted."""
        return trust(self.record.confidence)

    @property
    def suffix(self) -> str:
        """What the commitment's id has behind the id of its document: ``12.1`` for the first of the 12th sentence."""
        return self.record.commitment_id.removeprefix(f"{self.record.doc_id}:")

    @property
    def own_sentence(self) -> str:
        """The sentence as the record has it, empty where it is shown so, on one line."""
        shown = "".join(s.text for s in self.wording)
        return "" if self.record.sentence == shown and "\n" not in shown else self.record.sentence

    def own(self, role: Role, words: str) -> str:
        """The words as the record has them, empty where the sentence has the same marked with the role."""
        return "" if words == "".join(s.text for s in self.wording if role in s.roles) else words

    def cells(self) -> list[object]:
        """The columns of ``commitments.csv``: lists as lists, all else as the text of its cell."""
        values = (getattr(self.record, name) for name in columns(Commitment))
        return [value if isinstance(value, tuple) else unguard(cell(value)) for value in values]


def trust(confidence: float) -> Trust:
    """A confidence as one of three marks."""
    if confidence < DOUBTFUL:
        return "doubtful"
    return "check" if confidence < SURE else "sure"


def known_actors(analyses: Iterable[Analysis]) -> list[str]:
    """Codes of all who bind themselves, in alphabetical order."""
    return sorted({code for a in analyses for c in a.commitments for code in c.actors})


def entries(analyses: Iterable[Analysis], names: Names, known: Sequence[str]) -> Iterator[Entry]:
    """The commitments in the order of the documents, then in reading order; names stand in alphabetical order.

    ``known`` are the actors of the page, as of :func:`known_actors`.
    """
    for number, a in enumerate(analyses):
        sentences: Mapping[str, Sentence] = {s.sentence_id: s for s in a.sentences}
        bodies = {code: set(names.member_of(code, a.document.date)) for code in known} if a.commitments else {}
        for c in a.commitments:
            sentence = sentences[c.sentence_id]
            yield Entry(
                record=c,
                anchor=anchor(c.commitment_id),
                actor_names=tuple(sorted(map(names.actor_name, c.actors))),
                towards_names=tuple(sorted(map(names.actor_name, c.towards))),
                area_titles=tuple(map(names.area_title, c.areas)),
                document=number,
                through=tuple(m for m in known if m not in c.actors and bodies[m] & set(c.actors)),
                uncertain=sentence.uncertain,
                wording=tuple(wording(c, sentence, a.document)),
            )
