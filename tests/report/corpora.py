"""Made-up corpora of any size over invented states, for the tests of tables, charts and report."""

import random
from datetime import date, timedelta

from pipeline.records import ACTS, KINDS, STRENGTHS, Analysis, Block, Commitment, Document, Edit, Entity, Sentence

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
ENDS = ("", " by 2035", " within five years", " with 20 million crowns")


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
    day = date(2026, 1, 5) + timedelta(days=chance.randrange(days))
    doc_id = f"{day}-talks-{number}"
    host, guest = chance.sample(names, 2)
    title = f"Joint Statement of {host} and {guest} on the Occasion of the {number + 1}th Meeting of Neighbours"
    text, blocks = title, [Block("title", 0, 0, len(title))]
    sentences = [Sentence(doc_id, f"{doc_id}:1", 0, len(title), title, (), (), (), False, "title")]
    entities: list[Entity] = []
    ledger: list[Commitment] = []
    for n in range(2, chance.randrange(6, 32)):
        marker = "- " if n % 7 == 0 else ""
        text += "\n\n"
        begin = len(text)
        text += marker
        start = len(text)
        actor = chance.choice([host, guest])
        sentence_id = f"{doc_id}:{n}"
        areas = tuple(chance.sample(AREAS, chance.choice([1, 1, 2]), counts=range(14, 0, -1)))
        areas = tuple(dict.fromkeys(areas)) if chance.random() < 0.9 else ()
        if n % 2:
            wording = f"{actor} praised {chance.choice(THINGS)}."
            acts = tuple(sorted({chance.choice(ACTS[1:]), chance.choice(ACTS[1:])}))
        else:
            action = f"{chance.choice(VERBS)} {chance.choice(THINGS)}{chance.choice(ENDS)}"
            wording = f"{actor} will {action}."
            acts = ("commitment",)
            cue = start + len(actor) + 1
            deadline = "by 2035" if "2035" in action else ""
            amount = "20 million crowns" if "crowns" in action else ""
            ledger.append(
                Commitment(
                    f"{sentence_id}.1", doc_id, sentence_id, "will", cue, cue + 4, action, cue + 5,
                    cue + 5 + len(action), _actors(n, actor, host, guest), actor if n % 10 else "", (),
                    chance.choice(KINDS), chance.choices(STRENGTHS, (6, 3, 1))[0], False, deadline,
                    date(2035, 12, 31) if deadline else None, amount, 2e7 if amount else None, "NOC" if amount else "",
                    areas, round(chance.uniform(0.4, 1), 3), wording,
                )
            )  # fmt: skip
        text += wording
        entities.append(Entity(doc_id, sentence_id, start, start + len(actor), actor, "GPE", "", actor))
        scores = tuple(round(0.9 / (k + 1), 3) for k in range(len(areas)))
        sentences.append(
            Sentence(doc_id, sentence_id, start, start + len(wording), wording, acts, areas, scores, not areas)
        )
        blocks.append(Block("item" if marker else "paragraph", begin, start, len(text)))
    edits = (Edit(doc_id, 3, "line_break", "the\nbridge", "the bridge"),)
    document = Document(
        doc_id, f"{doc_id}.txt", "0" * 64, text, tuple(blocks), title, day if number % 9 != 8 else None,
        f"Ministry of {host}", (host, guest), "https://press.example/talks", "CC0", "en", ("parties",), edits,
    )  # fmt: skip
    return Analysis(document, tuple(sentences), tuple(entities), tuple(ledger))
