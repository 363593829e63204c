"""Made-up corpora of any size over invented states, for the tests of tables, charts and report.

Every record is one that the stages made, with other words and places: ``tests/test_invariants.py`` checks them.
"""

import random
from dataclasses import replace
from datetime import date, timedelta

from pipeline.records import ACTS, KINDS, STRENGTHS, Analysis, Block, Commitment, Edit, Entity, Sentence
from tests.records import analysis

AREAS = (
    "security_defence",
    "regional_security",
    "nonproliferation_disarmament",
    "counterterrorism_crime",
    "trade_investment",
    "macroeconomy_finance",
    "energy",
    "climate_environment",
    "technology_digital",
    "development_humanitarian",
    "health",
    "rights_governance",
    "people_culture_education",
    "diplomacy_institutions",
)
VERBS = ("build", "repair", "survey", "light", "paint", "fund")
THINGS = ("the bridge", "the harbour of Eastport", "three lighthouses", "a joint school", "the northern road")
DEADLINE = "by 2035"
AMOUNT = "20 million Norwegian kroner"
ENDS = ("", f" {DEADLINE}", " within five years", f" with {AMOUNT}")


def states(count: int) -> list[str]:
    """Names of invented states."""
    return [f"{a}{b}" for a in ("Nor", "Vas", "Kel", "Tor", "Mar", "Zel", "Ost", "Pir") for b in ENDINGS][:count]


ENDINGS = ("landia", "tria", "mark", "ovia", "istan", "burg", "ania", "esia")


def corpus(documents: int, actors: int = 6, seed: int = 1, days: int = 2000) -> list[Analysis]:
    """Documents with five to thirty sentences each, half of them commitments."""
    chance = random.Random(seed)
    return [_analysis(n, states(actors), chance, days) for n in range(documents)]


def _actors(number: int, actor: str, host: str, guest: str) -> tuple[str, ...]:
    """Nobody in one commitment of five, both parties in another, else the one that is named."""
    if number % 10 == 0:
        return ()
    return tuple(sorted((host, guest))) if number % 8 == 0 else (actor,)


def _analysis(number: int, names: list[str], chance: random.Random, days: int) -> Analysis:
    pattern = analysis()
    day = date(2026, 1, 5) + timedelta(days=chance.randrange(days))
    doc_id = f"{day}-talks-{number}"
    host, guest = chance.sample(names, 2)
    title = f"Joint Statement of {host} and {guest} on the Occasion of the {number + 1}th Meeting of Neighbours"
    text, blocks = title, [Block("title", 0, 0, len(title))]
    sentences: list[Sentence] = []
    entities: list[Entity] = []
    ledger: list[Commitment] = []
    for n in range(2, chance.randrange(6, 32)):
        marker = "- " if n % 7 == 0 else ""
        begin = len(text) + 2
        text += f"\n\n{marker}"
        start = len(text)
        actor = chance.choice([host, guest])
        sentence_id = f"{doc_id}:{n - 1}"
        areas = tuple(chance.sample(AREAS, chance.choice([1, 1, 2]), counts=range(14, 0, -1)))
        areas = tuple(dict.fromkeys(areas)) if chance.random() < 0.9 else ()
        if n % 2:
            wording = f"{actor} praised {chance.choice(THINGS)}."
            acts = tuple(sorted({chance.choice(ACTS[1:]), chance.choice(ACTS[1:])}))
        else:
            action = f"{chance.choice(VERBS)} {chance.choice(THINGS)}{chance.choice(ENDS)}"
            wording = f"{actor} will {action}."
            acts = ("commitment",)
            promise = replace(
                pattern.commitments[0],
                commitment_id=f"{sentence_id}.1",
                doc_id=doc_id,
                sentence_id=sentence_id,
                sentence=marker + wording,
                cue_start=start + len(actor) + 1,
                cue_end=start + len(actor) + 5,
                actors=_actors(n, actor, host, guest),
                kind=chance.choice(KINDS),
                strength=chance.choices(STRENGTHS, (6, 3, 1))[0],
                areas=areas,
                confidence=round(chance.uniform(0.4, 1), 3),
            )
            ledger.append(_said(promise, action, actor if n % 10 else "", start))
        text += wording
        entities.append(
            replace(
                pattern.entities[0],
                doc_id=doc_id,
                sentence_id=sentence_id,
                start=start,
                end=start + len(actor),
                text=actor,
                entity_id="",
                name=actor,
            )
        )
        sentences.append(
            replace(
                pattern.sentences[0],
                doc_id=doc_id,
                sentence_id=sentence_id,
                start=begin,
                end=len(text),
                text=marker + wording,
                acts=acts,
                areas=areas,
                area_scores=tuple(round(0.9 / (k + 1), 3) for k in range(len(areas))),
                uncertain=not areas,
                block="item" if marker else "paragraph",
            )
        )
        blocks.append(Block("item" if marker else "paragraph", begin, start, len(text)))
    document = replace(
        pattern.document,
        doc_id=doc_id,
        source=f"{doc_id}.txt",
        text=text,
        blocks=tuple(blocks),
        title=title,
        date=day if number % 9 != 8 else None,
        issuer=f"Ministry of {host}",
        parties=(host, guest),
        url="https://press.example/talks",
        licence="CC0",
        inferred=("parties",),
        edits=(Edit(doc_id, 3, "line_break", "the\nbridge", "the bridge"),),
    )
    return Analysis(document, tuple(sentences), tuple(entities), tuple(ledger))


def _said(promise: Commitment, action: str, actor: str, start: int) -> Commitment:
    """The promise with the words of its action, of its time limit and sum in it, and of its actor at ``start``."""
    begin = promise.cue_end + 1

    def place(words: str) -> tuple[int | None, int | None]:
        at = begin + action.find(words)
        return (at, at + len(words)) if words else (None, None)

    deadline = DEADLINE if DEADLINE in action else ""
    amount = AMOUNT if AMOUNT in action else ""
    return replace(
        promise,
        action=action,
        action_start=begin,
        action_end=begin + len(action),
        actor_text=actor,
        actor_start=start if actor else None,
        actor_end=start + len(actor) if actor else None,
        deadline=deadline,
        deadline_date=date(2035, 12, 31) if deadline else None,
        deadline_start=place(deadline)[0],
        deadline_end=place(deadline)[1],
        amount=amount,
        amount_value=2e7 if amount else None,
        amount_currency="NOK" if amount else "",
        amount_start=place(amount)[0],
        amount_end=place(amount)[1],
    )
