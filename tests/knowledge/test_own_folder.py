"""A folder of one's own over the shipped knowledge, from the file to what is found."""

from dataclasses import replace
from pathlib import Path

import pytest
from spacy.language import Language

import pipeline
from pipeline.fingerprint import fingerprints
from pipeline.ingest.corpus.folder import find
from pipeline.ingest.stage import read
from pipeline.knowledge import Knowledge
from pipeline.language.extensions import DocumentContext
from pipeline.report.labels import read_names
from pipeline.settings import Settings
from tests.shipped import KNOWLEDGE

TEXT = "The Lighthouse League welcomed the Foreign Minister of Norway."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped bodies and one more."""
    folder = tmp_path_factory.mktemp("knowledge")
    bodies = KNOWLEDGE.path("bodies.csv").read_text(encoding="utf-8")
    (folder / "bodies.csv").write_text(f"{bodies}LHL,Lighthouse League,LHL,,regional,\n", encoding="utf-8")
    return folder


def codes(nlp: Language) -> dict[str, str]:
    return {ent.text: ent.kb_id_ for ent in nlp(TEXT).ents}


def test_a_body_of_ones_own_is_found_beside_a_pipeline_that_does_not_know_it(nlp: Language, folder: Path) -> None:
    own = pipeline.load(knowledge=str(folder))
    assert codes(own)["Lighthouse League"] == "LHL"
    assert codes(nlp).get("Lighthouse League") != "LHL"
    assert codes(own)["Norway"] == codes(nlp)["Norway"] == "NOR"


def test_a_cue_of_ones_own_binds(nlp: Language, tmp_path: Path) -> None:
    cues = KNOWLEDGE.path("cues.csv").read_text(encoding="utf-8")
    line = "swear,verb,to_verb,commitment,strong,,Freedonia swears to open two ports.,Witnesses swear an oath.\n"
    (tmp_path / "cues.csv").write_text(cues + line, encoding="utf-8")

    def promised(pipeline_: Language) -> list[str]:
        doc = pipeline_.make_doc("We swear to open two ports.")
        doc._.communique = DocumentContext(parties=("CHL", "NOR"))
        return [span.text for span in pipeline_(doc).spans["commitments"]]

    assert promised(nlp) == []
    assert promised(pipeline.load(knowledge=str(tmp_path))) == ["to open two ports"]


def test_a_body_of_ones_own_is_a_party_and_has_its_name_in_the_report(tmp_path: Path, folder: Path) -> None:
    file = tmp_path / "talks.txt"
    file.write_text(
        "---\nissuer: Lighthouse League\n---\nStatement on Harbours\n\nThe sides met in Oslo.\n", encoding="utf-8"
    )
    (source,), _ = find(tmp_path)
    with_own = Knowledge(folder)
    assert read(source, 5_000, with_own).parties == ("LHL",)
    assert "LHL" not in read(source, 5_000, KNOWLEDGE).parties
    assert with_own.get(read_names).actor_name("LHL") == "Lighthouse League"
    assert KNOWLEDGE.get(read_names).actor_name("LHL") == "LHL"


def test_another_wording_of_knowledge_makes_every_stage_stale_and_the_same_wording_none(tmp_path: Path) -> None:
    settings = Settings()
    before = fingerprints(settings, KNOWLEDGE)
    (tmp_path / "openers.txt").write_bytes(KNOWLEDGE.path("openers.txt").read_bytes())
    same = replace(settings, knowledge=str(tmp_path))
    assert fingerprints(same, Knowledge(same.knowledge)) == before
    (tmp_path / "openers.txt").write_text("Hear ye\n", encoding="utf-8")
    after = fingerprints(same, Knowledge(same.knowledge))
    assert not {before.ingest, before.tag, before.classify} & {after.ingest, after.tag, after.classify}
