"""The same frames for every cue of commitments: active, past, perfect, reported, negated, listed, with a sum, ...

Cues are equals: what is found with "pledge" is found with "promise". ``frames.csv`` names the cues that fail a frame,
and why. ``python -m tests.behaviour.frames`` prints the table.
"""

import csv
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from pipeline.ingest.cleaning.clean import clean
from pipeline.records import Document
from pipeline.tag.commitments.cues import Cue, read_cues
from tests.shipped import KNOWLEDGE
from tests.staged import ingested, tagged

KNOWN = Path(__file__).parent / "frames.csv"

COMPLEMENTS = {
    "to_verb": "to open two schools in Lima",
    "to_gerund": "to opening two schools in Lima",
    "in_gerund": "in opening two schools in Lima",
    "of_gerund": "of opening two schools in Lima",
    "gerund": "opening two schools in Lima",
    "to_noun": "to the opening of two schools in Lima",
    "on_noun": "on the opening of two schools in Lima",
    "of_noun": "of the opening of two schools in Lima",
    "for_noun": "for the opening of two schools in Lima",
    "at_noun": "at the opening of two schools in Lima",
    "in_noun": "in support for two schools in Lima",
    "towards_noun": "towards the opening of two schools in Lima",
    "object": "a fund for two schools in Lima",
    "own_cooperation": "their cooperation on two schools in Lima",
    "own_noun": "its support for two schools in Lima",
    "own_officials": "its officials to open two schools in Lima",
    "adjective": "committed to opening two schools in Lima",
    "verb": "open two schools in Lima",
    "proposal": "the proposal to open two schools in Lima",
    "money": "$20 million for two schools in Lima",
}
"""What stands behind a cue in each of the frames of the lexicon."""
INFINITIVE = frozenset({"to_verb", "own_officials"})

VERB = {
    "active": "Norway {s} {complement}.",
    "past": "Norway {ed} {complement}.",
    "perfect": "Norway has {en} {complement}.",
    "first person": "We {base} {complement}.",
    "reported": "The Minister said that Norway {s} {complement}.",
    "joined": "Norway and Peru {base} {complement}.",
    "adverb": "Norway and Peru also jointly {base} {complement}.",
    "participle": "The ministers of Norway and Peru met in Lima, {ing} {complement}.",
    "negated": "Norway {s} not to open schools in Lima.",
    "sum": "Norway {s} to spend $20 million on schools.",
    "list": "Norway {s} to:\n- open two schools\n- train forty teachers",
}
ADJECTIVE = {
    "active": "Norway is {base} {complement}.",
    "first person": "We are {base} {complement}.",
    "reported": "The Minister said that Norway is {base} {complement}.",
    "joined": "Norway and Peru are {base} {complement}.",
    "adverb": "Norway and Peru remain fully {base} {complement}.",
    "opening": "{Base} {complement}, Norway welcomed the talks.",
    "stressed": "Norway stressed that it is {base} {complement}.",
    "negated": "Norway is {base} not to open schools in Lima.",
    "sum": "Norway is {base} to spend $20 million on schools.",
    "list": "Norway is {base} to:\n- open two schools\n- train forty teachers",
}
NOUN = {
    "active": "Norway reaffirms its {base} {complement}.",
    "past": "Norway reaffirmed its {base} {complement}.",
    "perfect": "Norway has underlined its {base} {complement}.",
    "first person": "We underline our {base} {complement}.",
    "reported": "The Minister said that Norway reaffirms its {base} {complement}.",
    "joined": "Norway and Peru reaffirmed their {base} {complement}.",
    "passive": "The {base} {complement} was reaffirmed by both countries.",
    "shared": "Norway and Peru underscored their shared {base} {complement}.",
    "negated": "Norway reaffirmed its {base} not to open schools in Lima.",
    "sum": "Norway reaffirmed its {base} to spend $20 million on schools.",
    "list": "Norway reaffirmed its {base} to:\n- open two schools\n- train forty teachers",
}
MODAL = {
    "active": "Norway {base} open two schools in Lima.",
    "passive": "Two schools in Lima {base} be opened by Norway.",
    "first person": "We {base} open two schools in Lima.",
    "reported": "The Minister confirmed that Norway {base} open two schools in Lima.",
    "joined": "Norway and Peru {base} open two schools in Lima.",
    "adverb": "Norway and Peru {base} also jointly open two schools in Lima.",
    "inverted": "Under no circumstances {base} Norway build schools in Lima.",
    "negated": "Norway {base} not open schools in Lima.",
    "sum": "Norway {base} spend $20 million on schools.",
    "list": "Norway {base}:\n- open two schools\n- train forty teachers",
}
FRAMES = {"verb": VERB, "adj": ADJECTIVE, "noun": NOUN, "modal": MODAL}
REFUSALS = frozenset({"refuse", "decline", "rule out", "decide against", "forgo"})
"""Cues that say that something is not to be."""
IMPERSONAL = frozenset({"need", "importance", "necessity", "desirability"})
"""Nouns that nobody has: all sides together affirm them (GUIDELINES, "Settled later")."""
ABOUT = ("open", "school", "fund", "train")
"""Words one of which stands in every action."""
NEED_INFINITIVE = frozenset({"negated", "sum", "list"})
"""Frames that go with an infinitive only."""

IRREGULAR = {
    "undertake": ("undertook", "undertaken"),
    "seek": ("sought", "sought"),
    "strive": ("strove", "striven"),
    "choose": ("chose", "chosen"),
    "stand": ("stood", "stood"),
    "bind": ("bound itself", "bound itself"),
    "forgo": ("forwent", "forgone"),
    "set": ("set", "set"),
}
DOUBLED = frozenset({"commit", "plan", "recommit", "set"})
OWN_FORMS = {
    "have": {"base": "have", "s": "has", "ed": "had", "en": "had", "ing": "having"},
    "be": {"base": "are", "s": "is", "ed": "was", "en": "been", "ing": "being"},
    "going": {"base": "are going", "s": "is going", "ed": "was going", "en": "been going", "ing": "going"},
    "looking": {"base": "are looking", "s": "is looking", "ed": "was looking", "en": "been looking", "ing": "looking"},
}
"""Forms of first words that follow no rule."""


@dataclass(frozen=True, slots=True)
class Framed:
    """A cue in a frame."""

    pos: str
    cue: str
    frame: str
    text: str


def framed() -> Iterator[Framed]:
    """Every cue of commitments in every frame of its part of speech."""
    for cue in read_cues(KNOWLEDGE):
        if cue.act != "commitment":
            continue
        kinds = [kind for kind in COMPLEMENTS if kind in cue.frames]
        for frame, template in FRAMES[cue.pos].items():
            if frame in NEED_INFINITIVE and cue.pos != "modal" and "to_verb" not in cue.frames:
                continue
            complement = COMPLEMENTS[kinds[0]] if kinds else ""
            if cue.pos == "noun" and cue.text in IMPERSONAL:
                template = (
                    template.replace("its", "the").replace("Norway", "Norway and Peru").replace("reaffirms", "reaffirm")
                )
            text = template.format(complement=complement, Base=cue.text.capitalize(), **_forms(cue))
            yield Framed(cue.pos, cue.text, frame, text)


def _forms(cue: Cue) -> dict[str, str]:
    """The forms of a verb, and of all other words the base alone."""
    first, *rest = cue.text.split()
    behind = "".join(f" {word}" for word in rest)
    if first in OWN_FORMS:
        return {name: form + behind for name, form in OWN_FORMS[first].items()}
    stem = first + first[-1] if first in DOUBLED else re.sub("e$", "", first)
    ending = "ies" if re.search("[^aeiou]y$", first) else "es" if re.search("(?:s|x|ch|sh)$", first) else "s"
    past = re.sub("y$", "i", stem) if ending == "ies" else stem
    ed, en = IRREGULAR.get(first, (f"{past}ed", f"{past}ed"))
    itself = " itself" if first in {"bind", "oblige"} else ""
    return {
        "base": first + behind + itself.replace("itself", "ourselves"),
        "s": (first[:-1] if ending == "ies" else first) + ending + behind + itself,
        "ed": ed + behind + ("" if "itself" in ed else itself),
        "en": en + behind + ("" if "itself" in en else itself),
        "ing": f"{stem}ing{behind}{itself.replace('itself', 'themselves')}",
    }


def is_found(one: Framed) -> bool:
    """Whether the commitment is found: with what it is about, and negated where it is."""
    cleaned = clean(one.text, KNOWLEDGE)
    document = replace(_notice(), text=cleaned.text, blocks=cleaned.blocks)
    found = [c for c in tagged(document).commitments if any(word in c.action for word in ABOUT)]
    wanted = 2 if one.frame == "list" else 1
    negated = (one.cue in REFUSALS) != (one.frame in {"negated", "inverted"})
    return len(found) >= wanted and all(c.negated == negated for c in found)


@cache
def _notice() -> Document:
    """A document of both parties; only its text changes from frame to frame."""
    return ingested("Norway will pay.", title="Notice", issuer="Government of Norway", parties=["NOR", "PER"])


@cache
def known() -> dict[tuple[str, str, str], str]:
    """Why a cue is not found in a frame, by part of speech, cue and frame."""
    with KNOWN.open(encoding="utf-8", newline="") as rows:
        return {(row["pos"], row["cue"], row["frame"]): row["why"] for row in csv.DictReader(rows)}


def main() -> int:
    """Print each cue with the frames that fail, and those that ``frames.csv`` does not know; 1 where there are any."""
    total = passed = surprises = 0
    for one in framed():
        ok = is_found(one)
        total, passed = total + 1, passed + ok
        why = known().get((one.pos, one.cue, one.frame))
        if ok == (why is not None):
            surprises += 1
            print(f"{one.pos},{one.cue},{one.frame}: {'found' if ok else 'not found'}: {one.text!r}")
    print(f"{passed} of {total} found")
    return int(bool(surprises))


if __name__ == "__main__":
    sys.exit(main())
