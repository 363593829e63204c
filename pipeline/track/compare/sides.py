"""The rows of the table of commitments as the page shows them: a sentence once, with all its actions marked."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.records import Commitment
from pipeline.track.compare.ledger import Pairing


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence with those who bind themselves in it, cut where an action begins or ends; True marks actions."""

    actors: tuple[str, ...]
    stretches: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class SideRow:
    """Sentences of the earlier document beside that of the later one, and what is otherwise."""

    earlier: tuple[Said, ...]
    later: tuple[Said, ...]
    changes: tuple[str, ...]


def side_rows(pairings: Iterable[Pairing]) -> list[SideRow]:
    """A row for each pair of sentences, in the order of the pairings, which have one verdict."""
    grouped: dict[tuple[str, ...], list[Pairing]] = {}
    for pairing in pairings:
        sentences = dict.fromkeys(c.sentence_id for c in (*pairing.earlier, *_of(pairing.later)))
        grouped.setdefault(tuple(sentences), []).append(pairing)
    return [
        SideRow(
            tuple(_said([c for pairing in found for c in pairing.earlier])),
            tuple(_said([c for pairing in found for c in _of(pairing.later)])),
            tuple(dict.fromkeys(change for pairing in found for change in pairing.changes)),
        )
        for found in grouped.values()
    ]


def _of(commitment: Commitment | None) -> Sequence[Commitment]:
    return () if commitment is None else (commitment,)


def _said(commitments: Iterable[Commitment]) -> Iterator[Said]:
    sentences: dict[str, list[Commitment]] = {}
    for commitment in commitments:
        sentences.setdefault(commitment.sentence_id, []).append(commitment)
    for found in sentences.values():
        actors = dict.fromkeys(code for commitment in found for code in commitment.actors)
        yield Said(tuple(actors), tuple(_stretches(found[0].sentence, [c.action for c in found])))


def _stretches(sentence: str, actions: Iterable[str]) -> Iterator[tuple[str, bool]]:
    places = sorted((at, at + len(action)) for action in set(actions) if action and (at := sentence.find(action)) >= 0)
    reached = 0
    for start, end in places:
        if start < reached:
            continue
        yield from [(sentence[reached:start], False)] * (start > reached)
        yield sentence[start:end], True
        reached = end
    yield from [(sentence[reached:], False)] * (reached < len(sentence))
