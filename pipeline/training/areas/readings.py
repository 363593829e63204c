"""What an encoder that has not seen a publisher says of the areas of its sentences."""

from collections.abc import Sequence

from pipeline.language.encoder.meaning import DIGITS
from pipeline.language.encoder.model import Encoder
from pipeline.language.encoder.windows import windows

Reading = tuple[float, ...]


def readings(sentences: Sequence[str], title: str, before: str, encoder: Encoder) -> list[Reading]:
    """The encoder's reading of each of some sentences that follow on each other."""
    split = encoder.splitter
    pieces = [split(sentence).numbers for sentence in sentences]
    found: list[Reading] = []
    for window in windows(pieces, split(title).numbers, split(before).numbers):
        found += [tuple(row) for row in encoder(window).areas.round(DIGITS).astype(float).tolist()]
    return found
