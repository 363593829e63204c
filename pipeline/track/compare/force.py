"""The words that carry the force of a sentence, in any of their forms: what an editor looks for in a redline."""

from collections.abc import Iterator

from pipeline.knowledge import Knowledge

_CUES = ("cue", "pos", "frames", "act", "strength", "kind", "example", "counter_example")
_STATEMENTS = ("wording", "pos", "frames", "act", "example", "counter_example")
_ALSO = ("may", "can", "could", "should", "must", "might")
"""Words that allow or oblige, whoever is their subject."""
_ACTS = frozenset({"commitment", "demand", "position", "appraisal"})


def force_words(knowledge: Knowledge) -> frozenset[str]:
    """The cues of ``cues.csv`` and the wordings of ``statements.csv`` in any form, in small letters."""
    rows = [(row["cue"], row["pos"], row["act"]) for row in knowledge.table("cues.csv", _CUES)]
    rows += [(row["wording"], row["pos"], row["act"]) for row in knowledge.table("statements.csv", _STATEMENTS)]
    chosen = {form for words, pos, act in rows if act in _ACTS and pos != "prep" for form in _forms(words, pos)}
    return frozenset(words.lower() for words in chosen.union(_ALSO))


def _forms(words: str, pos: str) -> Iterator[str]:
    """The forms of a cue: of a verb, or the first word of a phrase with one, with endings; of a noun its plural."""
    yield words
    first, _, rest = words.partition(" ")
    if pos in {"verb", "noun"}:
        for form in _with_s(first) if pos == "noun" else (*_with_s(first), *_past_and_participle(first)):
            yield f"{form} {rest}".strip()


def _with_s(word: str) -> Iterator[str]:
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        yield f"{word[:-1]}ies"
    else:
        yield f"{word}es" if word.endswith(("s", "sh", "ch", "x", "z")) else f"{word}s"


def _past_and_participle(word: str) -> Iterator[str]:
    """Regular forms, and those with the last letter doubled; a form that no text has does no harm."""
    if word.endswith("e"):
        yield from (f"{word}d", f"{word[:-1]}ing")
    elif word.endswith("y") and word[-2:-1] not in "aeiou":
        yield from (f"{word[:-1]}ied", f"{word}ing")
    else:
        yield from (f"{word}ed", f"{word}ing")
        if word[-1:] not in "aeiouwxy":
            yield from (f"{word}{word[-1]}ed", f"{word}{word[-1]}ing")
