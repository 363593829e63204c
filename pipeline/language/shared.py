"""What the components of one pipeline share: the knowledge object."""

from pathlib import Path

from spacy.language import Language

from pipeline.knowledge import Knowledge


def knowledge_of(nlp: Language, path: str | None) -> Knowledge:
    """The knowledge that a component of ``nlp`` with the setting ``path`` uses: None or "" stands for the shipped.

    Components of one pipeline with the same folder share one object (their attribute ``knowledge``), so that a file is
    read once. Raises :class:`pipeline.errors.KnowledgeError` where the folder cannot be used.
    """
    folder = Path(path) if path else None
    for _, component in nlp.components:
        knowledge = getattr(component, "knowledge", None)
        if isinstance(knowledge, Knowledge) and knowledge.folder == folder:
            return knowledge
    return Knowledge(folder)
