"""The commitments of two documents side by side: the same, stronger, weaker, followed up, new, gone."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.records import Commitment, Link, Relation, column

Verdict = Literal["new", "same", "stronger", "weaker", "followed_up", "gone"]
VERDICTS: tuple[Verdict, ...] = ("stronger", "weaker", "followed_up", "new", "gone", "same")
"""In the order in which a reader wants them: what changed first."""
_OF_RELATION: dict[Relation, Verdict] = {
    "repeated": "same",
    "strengthened": "stronger",
    "weakened": "weaker",
    "followed_up": "followed_up",
}


@dataclass(frozen=True, slots=True)
class Pairing:
    """A commitment of the later document beside the earlier ones that make the same undertaking, closest first.

    ``later`` is None for one that is gone; ``earlier`` is empty for a new one.
    """

    verdict: Verdict
    earlier: tuple[Commitment, ...]
    later: Commitment | None
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PairingRow:
    """A row of ``commitments.csv`` of a comparison."""

    verdict: Verdict = column("new, same, stronger, weaker, followed_up or gone")
    earlier_ids: tuple[str, ...] = column("commitments of the earlier document that make the same undertaking")
    later_id: str = column("the commitment of the later document; empty where it is gone")
    earlier_wording: str = column("the sentence of the closest earlier one")
    later_wording: str = column("the sentence of the later one")
    actors: tuple[str, ...] = column("who binds itself: codes")
    changes: tuple[str, ...] = column("what is otherwise: each with its old and its new words")


def side_by_side(
    earlier: Sequence[Commitment], later: Sequence[Commitment], links: Iterable[Link]
) -> tuple[Pairing, ...]:
    """The commitments of the later document in their order, then those of the earlier one that none of them takes up.

    ``links`` lead from the later document to the earlier one, the closest first for each commitment. A sentence is
    taken up as a whole: an earlier commitment is gone where no link leads to its sentence.
    """
    known = {commitment.commitment_id: commitment for commitment in earlier}
    found: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        if link.earlier_id in known:
            found[link.later_id].append(link)
    rows = [_pairing(commitment, found[commitment.commitment_id], known) for commitment in later]
    kept = {old.sentence_id for row in rows for old in row.earlier}
    return (*rows, *(Pairing("gone", (old,), None, ()) for old in earlier if old.sentence_id not in kept))


def pairing_row(pairing: Pairing) -> PairingRow:
    """The row of a pairing."""
    closest, later = next(iter(pairing.earlier), None), pairing.later
    return PairingRow(
        pairing.verdict,
        tuple(old.commitment_id for old in pairing.earlier),
        later.commitment_id if later else "",
        closest.sentence if closest else "",
        later.sentence if later else "",
        (later or closest).actors if later or closest else (),  # type: ignore[union-attr]
        pairing.changes,
    )


def _pairing(commitment: Commitment, links: Sequence[Link], known: dict[str, Commitment]) -> Pairing:
    if not links:
        return Pairing("new", (), commitment, ())
    earlier = tuple(known[link.earlier_id] for link in links)
    return Pairing(_OF_RELATION[links[0].relation], earlier, commitment, links[0].details)
