"""Small pages read as the product reads them, for tests of what is told about them."""

from pipeline.ingest.corpus.entries import Entry
from pipeline.ingest.stage import examine
from pipeline.records import Document
from tests.shipped import KNOWLEDGE

PROSE = "The two ministers spoke about the harbour, and the keepers of the lamps thanked them for it."


def described(text: str | bytes, ending: str = ".txt", name: str = "paper") -> Document:
    """The document of a file with this content."""
    data = text.encode() if isinstance(text, str) else text
    return examine(Entry(name, name + ending, ending, data, None, {}), KNOWLEDGE)
