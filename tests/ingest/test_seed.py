"""The shipped document: its cleaned wording, to the letter."""

from pathlib import Path

from pipeline.ingest.corpus.folder import find
from pipeline.ingest.stage import read
from tests.shipped import KNOWLEDGE

CORPUS = Path(__file__).parents[2] / "corpus"


def test_the_shipped_document_is_cleaned_of_its_captions() -> None:
    (source,) = find(CORPUS)[0]
    document = read(source, 1_000_000, KNOWLEDGE)
    assert "realignment of U.S. Forces in Japan in accordance with the Okinawa Consolidation Plan" in document.text
    assert "Above and right" not in document.text
    assert "courtesy call" not in document.text
    assert [edit.rule for edit in document.edits] == ["caption", "line_break", "caption"]
    assert document.blocks[0].kind == "title"
    assert document.parties == ("JPN", "USA")
    assert not {"title", "date", "issuer", "parties"} & set(document.inferred)
