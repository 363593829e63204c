"""Communiqué: who committed to what, read from diplomatic press text."""

from typing import TYPE_CHECKING

from pipeline.version import __version__

__all__ = ["__version__", "load"]

if TYPE_CHECKING:
    from spacy.language import Language


def load(language_model: str | None = None, knowledge: str | None = None) -> "Language":
    """A spaCy pipeline with parser, sentence boundaries, entities, commitments and acts.

    ``language_model`` is a folder or the name of a spaCy pipeline with a parser; the shipped model where it is None.
    ``knowledge`` is a folder of knowledge files that take the place of the shipped ones.
    Raises :class:`pipeline.errors.CommuniqueError` where one of the two cannot be loaded.
    """
    from pipeline.settings import Settings
    from pipeline.workers import tagging_pipeline

    return tagging_pipeline(language_model or Settings().language_model, knowledge or "")
