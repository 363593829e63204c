"""Cleaning with the shipped knowledge."""

from pipeline.ingest.cleaning import clean as cleaning
from pipeline.ingest.cleaning.clean import Cleaned
from tests.shipped import KNOWLEDGE


def clean(text: str, title: str = "") -> Cleaned:
    """What ingest makes of the text of a document."""
    return cleaning.clean(text, KNOWLEDGE, title)
