"""What the components of one pipeline share: the knowledge object."""

from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language

from pipeline.knowledge import Knowledge


def knowledge_of(nlp: Language, path: str | None) -> Knowledge:
    """The knowledge that a component of ``nlp`` with the setting ``path`` uses: None or "" stands for the shipped.

    Components of one pipeline with the same folder share one object (their attribute ``knowledge``), so that a file is
    read once. Raises :class:`pipeline.errors.KnowledgeError` where the folder cannot be used.
    """
    folder = Path(path) if path else None
    return next((held for held in _held(nlp) if held.folder == folder), None) or Knowledge(folder)


def knowledge_in(nlp: Language) -> Knowledge:
    """The knowledge that the last component of ``nlp`` uses; the shipped one where none uses any."""
    return next(iter([*_held(nlp)][::-1]), None) or Knowledge()


def _held(nlp: Language) -> Iterator[Knowledge]:
    for _, component in nlp.components:
        knowledge = getattr(component, "knowledge", None)
        if isinstance(knowledge, Knowledge):
            yield knowledge
