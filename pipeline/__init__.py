"""Communiqué: who committed to what, read from diplomatic press text."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language


def load(language_model: str | None = None) -> "Language":
    """A spaCy pipeline with parser, sentence boundaries, entities, commitments and acts.

    ``language_model`` is a folder or the name of a spaCy pipeline with a parser; the shipped model where it is None.
    Raises :class:`pipeline.errors.CommuniqueError` where it cannot be loaded.
    """
    from pipeline.settings import Settings
    from pipeline.workers import tagging_pipeline

    return tagging_pipeline(language_model or Settings().language_model)
