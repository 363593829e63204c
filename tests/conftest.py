"""What all tests share. The shipped models belong to the product: where one is missing, its tests fail."""

from pathlib import Path

import pytest
from hypothesis import settings
from spacy.language import Language

from pipeline.classify.model import AreaModel
from tests.corpus import run_over_the_corpus
from tests.staged import shipped_areas, shipped_pipeline

# How long an example takes depends on the machine and on what was loaded before: no example has a deadline.
settings.register_profile("communique", deadline=None)
settings.load_profile("communique")


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The whole pipeline as a user gets it; tests must not add, take or switch off its components."""
    return shipped_pipeline()


@pytest.fixture(scope="session")
def model() -> AreaModel:
    """The shipped model of policy areas."""
    return shipped_areas()


@pytest.fixture(scope="session")
def shipped_outputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The outputs of one run over the shipped corpus, for tests that only read them."""
    folder = tmp_path_factory.mktemp("outputs")
    run_over_the_corpus(folder)
    return folder
