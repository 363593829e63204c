"""The language model alone."""

import pytest
from spacy.language import Language

from pipeline.language.load import load_language
from pipeline.settings import Settings


@pytest.fixture(scope="session")
def language() -> Language:
    """Parser, tagger and lemmas of the shipped model, with our sentence boundaries and without our taggers."""
    return load_language(Settings().language_model)
