from pathlib import Path

import pytest

from pipeline.errors import CommuniqueError
from pipeline.settings import Settings, load


def test_defaults_hold_where_nothing_is_set(tmp_path: Path) -> None:
    assert load(tmp_path, {}, {}) == Settings()


def test_options_win_over_environment_over_file_over_defaults(tmp_path: Path) -> None:
    (tmp_path / "communique.toml").write_text('corpus = "from-file"\noutputs = "from-file"\nworkers = 3\n')
    environment = {"COMMUNIQUE_OUTPUTS": "from-environment", "COMMUNIQUE_CORPUS": "from-environment", "HOME": "/"}
    settings = load(tmp_path, environment, {"corpus": Path("from-options"), "outputs": None})
    assert settings.corpus == Path("from-options")
    assert settings.outputs == Path("from-environment")
    assert settings.workers == 3


@pytest.mark.parametrize(
    ("toml", "says"),
    [
        ('corpsu = "x"', "sets 'corpsu', which is not a setting"),
        ("workers = -1", "give a whole number from 0 to 1,000,000,000"),
        ("max_bytes = inf", "give a whole number"),
        ("workers = true", "give a whole number"),
        ("workers = 2.5", "give a whole number"),
        ("max_bytes = 0x" + "f" * 5000, "a number of thousands of digits: give a whole number"),
        ("workers = " + "9" * 5000, "is not valid TOML"),
        ("corpus = " + "[" * 5000, "is not valid TOML"),
        ('outputs = ["a", "b"]', "give a text between quotes"),
        (f"corpus = 'a/{'b' * 300}'", "longer than any path: shorten it"),
        (f"outputs = '{'b/' * 3000}'", "longer than any path: shorten it"),
        ("knowledge = false", "give a text between quotes"),
        (r'outputs = "\u0000"', "give a text between quotes"),
        ('workers = "many"', "give a whole number from 0 to 1,000,000,000"),
        ("workers = ", "is not valid TOML"),
    ],
)
def test_a_mistake_in_the_file_is_named_with_its_place(tmp_path: Path, toml: str, says: str) -> None:
    (tmp_path / "communique.toml").write_text(toml)
    with pytest.raises(CommuniqueError, match=says) as caught:
        load(tmp_path, {}, {})
    assert "communique.toml" in str(caught.value)
