"""Who and what the entities are: one code and one canonical name for all the ways in which a document names them."""

from spacy.tokens import Doc

from pipeline.tag.spans import Candidate


def name_entities(doc: Doc, candidates: dict[tuple[int, int], Candidate]) -> None:
    """Give every entity its canonical name (``ent._.name``)."""
    for ent in doc.ents:
        candidate = candidates[ent.start, ent.end]
        ent._.name = candidate.name or ent.text


def surname(name: str) -> str:
    """The surname in a personal name as written: the word in capitals, else the last one."""
    words = name.replace(",", "").split()
    return words[-1] if words else ""
