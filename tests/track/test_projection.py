"""Sentences in the projection lie near each other where they say the same."""

from pathlib import Path

import numpy as np
import pytest

from pipeline.errors import CommuniqueError
from pipeline.track.matcher import FOLDER, load_matchers
from pipeline.track.projection import FILE, load_projection, scaled
from pipeline.track.wording import bags, load_rarity, stems


def test_words_of_the_same_meaning_bring_sentences_together() -> None:
    projection = load_matchers().projection
    said = (
        "We will impose further sanctions on exporters of weapons",
        "We will adopt new restrictive measures against arms dealers",
        "We will protect coral reefs and fisheries",
    )
    rows = scaled(projection([bytes(projection.width)] * 3, bags(dict.fromkeys(stems(s), 1.0) for s in said)))
    assert rows[0] @ rows[1] > rows[0] @ rows[2] + 0.1


def test_a_projection_of_other_stems_is_refused(tmp_path: Path) -> None:
    with np.load(FOLDER / FILE) as arrays:
        np.savez(tmp_path / FILE, **{name: arrays[name][:-1] if name == "stems" else arrays[name] for name in arrays})
    with pytest.raises(CommuniqueError, match="other stems"):
        load_projection(tmp_path, load_rarity(FOLDER))
