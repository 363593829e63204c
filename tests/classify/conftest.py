import pytest

from pipeline.classify.model import AreaModel, load_model
from pipeline.settings import MODEL


@pytest.fixture(scope="session")
def model() -> AreaModel:
    return load_model(MODEL / "areas")
