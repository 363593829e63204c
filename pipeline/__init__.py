"""Communiqué: who committed to what, read from diplomatic press text."""

from typing import TYPE_CHECKING

from pipeline.version import __version__

__all__ = ["__version__", "load"]

if TYPE_CHECKING:
    from spacy.language import Language


def load(language_model: str | None = None, knowledge: str | None = None, encoder: str | None = None) -> "Language":
    """A spaCy pipeline with parser, sentence boundaries, entities, commitments and acts.

    ``language_model`` is a folder or the name of a spaCy pipeline with a parser; the shipped model where it is None.
    ``knowledge`` is a folder of knowledge files that take the place of the shipped ones. ``encoder`` is the folder of
    an encoder, or "none" for faster work that is less well done; the setting's where it is None.
    Raises :class:`pipeline.errors.CommuniqueError` where one of them cannot be loaded.
    """
    from pipeline.engine.loading import tagging_pipeline
    from pipeline.settings import Models

    shipped = Models()
    return tagging_pipeline(
        Models(language_model or shipped.language, encoder or shipped.encoder, knowledge or shipped.knowledge)
    )
