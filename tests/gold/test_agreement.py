"""Our figures are those of the annotation guidelines' own scorer."""

import importlib.util
import math
from pathlib import Path

import pytest

from pipeline.console import Console
from pipeline.evaluate import evaluate
from pipeline.gold.figures import figures
from pipeline.settings import Settings

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "gold" / "own.jsonl"
SCORER = ROOT.parent / "shared" / "annotation" / "score.py"


@pytest.mark.skipif(
    not SCORER.is_file(), reason="the scorer of the annotation guidelines does not lie beside the project"
)
def test_every_figure_agrees_with_the_scorer(tmp_path: Path) -> None:
    spec = importlib.util.spec_from_file_location("score", SCORER)
    assert spec
    assert spec.loader
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)

    ours = figures([s.tally for s in evaluate(GOLD, tmp_path, Settings(), Console(), given="all")])
    theirs = scorer.score(str(GOLD), str(tmp_path / "outputs"))

    compared = [name for name in ours if name in theirs]
    assert len(compared) > 30
    for name in compared:
        same = math.isclose(ours[name].value, theirs[name], abs_tol=1e-9)
        assert same or (math.isnan(ours[name].value) and math.isnan(theirs[name])), name
