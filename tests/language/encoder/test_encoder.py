"""The shipped encoder on a ``Doc``."""

import shutil
from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.language import Language

from pipeline.errors import CommuniqueError
from pipeline.language.encoder.component import FACTORY
from pipeline.language.encoder.labels import Tag
from pipeline.language.encoder.meaning import Meaning, meaning_of
from pipeline.language.encoder.model import FILES, MANIFEST, Encoder
from pipeline.records import ACTS
from pipeline.settings import MODEL

FOLDER = MODEL / "encoder"
TEXT = (
    "Norway will fund three schools in Malawi. We call on all parties to stop the fighting. "
    "The two ministers welcomed the progress made in the talks. The delegation arrived in Lima on Monday. "
)


@pytest.fixture(scope="module")
def reading() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe(FACTORY, config={"model": str(FOLDER)})
    return nlp


def meaning(nlp: Language, text: str) -> Meaning:
    found = meaning_of(nlp(text))
    assert found is not None
    return found


def test_it_tells_what_plain_sentences_do(reading: Language) -> None:
    acts = meaning(reading, TEXT).acts
    assert [ACTS[k] for k in acts.argmax(axis=1)] == ["commitment", "demand", "appraisal", "report"]


def test_it_marks_cue_and_action_of_a_promise(reading: Language) -> None:
    doc = reading(TEXT)
    found = meaning_of(doc)
    assert found is not None
    assert found.tags[1].argmax() == Tag.CUE
    assert {int(k) for k in found.tags[2:7].argmax(axis=1)} <= {Tag.BEGIN, Tag.ACTION}
    assert found.tags[7].argmax() == Tag.OUTSIDE


def test_a_document_reads_the_same_in_any_company(reading: Language) -> None:
    alone = meaning(reading, TEXT)
    among = meaning_of(list(reading.pipe(["Chile agreed. " * 40, TEXT, ""], batch_size=3))[1])
    assert among is not None
    for one, other in ((alone.acts, among.acts), (alone.areas, among.areas), (alone.tags, among.tags)):
        assert np.array_equal(one, other)


def test_every_sentence_of_a_long_document_is_read(reading: Language) -> None:
    acts = meaning(reading, TEXT * 30).acts
    assert len(acts) == 120
    assert all(row.any() for row in acts)


def test_scores_are_rounded(reading: Language) -> None:
    scores = meaning(reading, TEXT).acts.astype(float) * 100
    assert np.allclose(scores, scores.round(), atol=1e-3)


def test_text_without_a_word_is_no_trouble(reading: Language) -> None:
    assert len(meaning(reading, "").acts) == 0
    assert meaning(reading, "\n \t").acts.shape[1] == len(ACTS)


def test_a_missing_folder_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(CommuniqueError, match="restore the folder"):
        Encoder(tmp_path / "nowhere")


@pytest.mark.parametrize("name", FILES)
def test_a_changed_file_is_not_used(tmp_path: Path, name: str) -> None:
    for file in (*FILES, MANIFEST):
        shutil.copyfile(FOLDER / file, tmp_path / file)
    with (tmp_path / name).open("ab") as file_:
        file_.write(b" ")
    with pytest.raises(CommuniqueError, match=f"{name} was changed"):
        Encoder(tmp_path)
