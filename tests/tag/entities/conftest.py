"""The tagger of names alone."""

import pytest
import spacy
from spacy.language import Language

from pipeline.tag.entities.component import FACTORY


@pytest.fixture(scope="session")
def names() -> Language:
    """A pipeline that knows sentences and names, and no grammar: what a user without our model has."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe(FACTORY)
    return nlp
