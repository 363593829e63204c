"""The command ``compare``: which documents are meant, and what is written of them."""

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.comparing import compare_documents, compare_last
from pipeline.console import Console
from pipeline.errors import CommuniqueError
from pipeline.records import Analysis, SeriesEntry, Tracking
from pipeline.settings import NO_ENCODER, Settings
from pipeline.store import Store
from tests.records import SOURCE, analysis

NEXT = SOURCE.replace("will build", "intend to build").replace("by 2035", "by 2040")


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Outputs that hold three meetings of one series."""
    outputs = tmp_path_factory.mktemp("outputs")
    made = [analysis("2031-05-01-bridge"), _dated(analysis("2032-05-01-bridge", NEXT), 2032)]
    made.append(_dated(analysis("2033-05-01-bridge"), 2033))
    with Store(outputs) as store:
        for one in made:
            store.put_document(one.document, "", "")
            store.put_tagged(one, "")
            store.put_classified(one, "")
        entries = [
            SeriesEntry("chl-nor-joint-statement", "Joint Statement", ("CHL", "NOR"), one.document.doc_id, n)
            for n, one in enumerate(made, 1)
        ]
        store.put_tracking(Tracking(series=tuple(entries)), store.state(""))
    return Settings(outputs=outputs)


def _dated(done: Analysis, year: int) -> Analysis:
    day = done.document.date
    assert day
    return replace(done, document=replace(done.document, date=day.replace(year=year)))


def told(settings: Settings, first: str, second: str) -> list[str]:
    (compared,) = compare_documents(first, second, settings, Console())
    return [highlight.words for highlight in compared.comparison.highlights]


def test_two_documents_of_the_corpus_are_named_by_their_ids_or_how_these_begin(settings: Settings) -> None:
    assert told(settings, "2031-05-01-bridge", "2032") == ["“will” became “intend”", "“2035” became “2040”"]
    folder = settings.outputs / "compare" / "2031-05-01-bridge--2032-05-01-bridge"
    assert {path.name for path in folder.iterdir()} == {
        "compare.html",
        "compare.docx",
        "commitments.csv",
        "wording.csv",
        "highlights.csv",
    }


def test_a_softer_cue_makes_a_commitment_weaker(settings: Settings) -> None:
    (compared,) = compare_documents("2031", "2032", settings, Console())
    assert [pairing.verdict for pairing in compared.comparison.commitments] == ["weaker"]


def test_the_last_documents_of_a_series_are_each_compared_with_the_one_before(settings: Settings) -> None:
    found = [
        (c.comparison.earlier.doc_id[:4], c.comparison.later.doc_id[:4])
        for c in compare_last("chl-nor-joint-statement", 3, settings)
    ]
    assert found == [("2031", "2032"), ("2032", "2033")]
    (last,) = compare_last("2031-05-01-bridge", 2, settings)
    assert last.comparison.later.doc_id == "2033-05-01-bridge"


@pytest.mark.parametrize(
    ("first", "message"),
    [("2041-bridge", "is no document of the results, and no file"), ("203", "fits several documents")],
)
def test_a_name_that_fits_no_single_document_is_said(settings: Settings, first: str, message: str) -> None:
    with pytest.raises(CommuniqueError, match=message):
        told(settings, first, "2032")


def test_a_series_that_does_not_exist_is_said(settings: Settings) -> None:
    with pytest.raises(CommuniqueError, match="names no series"):
        list(compare_last("fish", 2, settings))


def test_files_that_are_in_no_corpus_are_read_for_this_once(tmp_path: Path) -> None:
    for name, text in (("draft", SOURCE), ("final", NEXT)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "text.txt").write_text(text, encoding="utf-8")
    settings = Settings(outputs=tmp_path / "outputs", encoder=NO_ENCODER)
    (compared,) = compare_documents(str(tmp_path / "draft"), str(tmp_path / "final"), settings, Console())
    assert (compared.comparison.earlier.doc_id, compared.comparison.later.doc_id) == ("draft-text", "final-text")
    assert "“will” became “intend”" in [highlight.words for highlight in compared.comparison.highlights]


def test_folders_without_files_of_the_same_name_are_refused(tmp_path: Path) -> None:
    for name in ("draft", "final"):
        (tmp_path / name).mkdir()
    with pytest.raises(CommuniqueError, match="no files of the same name"):
        list(compare_documents(str(tmp_path / "draft"), str(tmp_path / "final"), Settings(), Console()))
