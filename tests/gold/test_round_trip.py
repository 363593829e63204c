"""What is exported to Label Studio and doccano comes back as the same gold, to the letter."""

import json
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings

from pipeline.gold.doccano import example, labels, read_example
from pipeline.gold.documents import GoldDocument, found_in
from pipeline.gold.figures import figures
from pipeline.gold.files import gold_record, read_gold, write_gold
from pipeline.gold.importing import import_gold
from pipeline.gold.labelstudio import interface, read_task, task
from pipeline.gold.scoring import score_document
from pipeline.records import ENTITY_LABELS, Analysis
from pipeline.report.export import export
from pipeline.report.labels import ENTITY_LABELS as NAMES_OF_LABELS
from pipeline.store import Store
from tests.gold.documents import KNOWN, TEXT, bridge, documents
from tests.records import analysis, classified
from tests.shipped import KNOWLEDGE

EXPORTS = {"label-studio": "label-studio.json", "doccano": "doccano.jsonl"}


@pytest.fixture(scope="module")
def seed(shipped_outputs: Path) -> list[Analysis]:
    with Store(shipped_outputs) as store:
        return list(store.analyses(store.finished()))


@pytest.mark.parametrize(("form", "file"), EXPORTS.items())
def test_the_shipped_document_comes_back_as_the_same_gold(
    seed: list[Analysis], form: str, file: str, tmp_path: Path
) -> None:
    export(seed, form, tmp_path, KNOWLEDGE)
    imported = import_gold(tmp_path / file, "", KNOWN)
    assert list(imported.records) == [gold_record(found_in(a)) for a in seed]


def test_imported_gold_holds_every_label_and_can_be_evaluated_with(seed: list[Analysis], tmp_path: Path) -> None:
    export(seed, "doccano", tmp_path, KNOWLEDGE)
    write_gold(import_gold(tmp_path / "doccano.jsonl", "doccano", KNOWN).records, tmp_path / "gold.jsonl")
    (gold,) = read_gold(tmp_path / "gold.jsonl")
    measured = figures([score_document(seed[0], gold).tally])
    for name in (
        "sentence_f1",
        "entity_f1",
        "commitment_f1",
        "record_f1",
        "strength_acc",
        "amount_f1",
        "area_micro_f1",
    ):
        assert measured[name].value == 1, name


@settings(max_examples=150)
@given(documents())
def test_any_document_comes_back_from_label_studio(document: GoldDocument) -> None:
    assert read_task(json.loads(json.dumps(task(document))), KNOWN) == (document, False)


@settings(max_examples=150)
@given(documents())
def test_any_document_comes_back_from_doccano(document: GoldDocument) -> None:
    assert read_example(json.loads(json.dumps(example(document))), KNOWN) == document


@settings(max_examples=50)
@given(documents())
def test_any_document_is_one_line_of_a_gold_file(
    tmp_path_factory: pytest.TempPathFactory, document: GoldDocument
) -> None:
    path = tmp_path_factory.mktemp("gold") / "gold.jsonl"
    write_gold([gold_record(document)], path)
    (gold,) = read_gold(path)
    assert gold == document


def test_label_studio_counts_code_points_and_doccano_counts_utf_16_code_units() -> None:
    regions = task(bridge())["predictions"][0]["result"]
    values = [r["value"] for r in regions if r["type"] == "labels"]
    assert all(TEXT[v["start"] : v["end"]] == v["text"] for v in values)
    assert "🌉" in "".join(v["text"] for v in values)
    units = TEXT.encode("utf-16-le")
    words = {
        e["label"]: units[2 * e["start_offset"] : 2 * e["end_offset"]].decode("utf-16-le")
        for e in example(bridge())["entities"]
    }
    assert words["DEADLINE"] == "by 2035"
    assert words["AMOUNT"] == "3 million kroner"


def test_a_cue_that_two_commitments_share_is_marked_once() -> None:
    result = task(bridge())["predictions"][0]["result"]
    assert [r["value"]["text"] for r in result if r["type"] == "labels" and r["value"]["labels"] == ["CUE"]] == ["will"]
    assert sum(r["type"] == "relation" and r["labels"] == ["cue"] for r in result) == 2
    entities = example(bridge())["entities"]
    assert [e["label"] for e in entities].count("CUE") == 1


def test_gold_names_the_places_of_actor_deadline_and_amount() -> None:
    _, second = gold_record(bridge())["sentences"][0]["commitments"]
    assert (second["deadline"], second["amount"]) == ("by 2035", "3 million kroner")
    assert [(r["type"], r["text"]) for r in second["relations"]] == [
        ("actor", "Norway and Chile"),
        ("deadline", "by 2035"),
        ("amount", "3 million kroner"),
    ]
    assert all(TEXT[r["start"] : r["end"]] == r["text"] for r in second["relations"])


def test_a_commitment_without_actor_words_keeps_its_actors() -> None:
    made = analysis()
    silent = replace(made, commitments=(replace(made.commitments[0], actor_text="", actor_start=None, actor_end=None),))
    for read in (
        read_task(task(found_in(silent)), KNOWN)[0],
        read_example(example(found_in(silent)), KNOWN),
    ):
        (commitment,) = read.sentences[0].commitments
        assert (commitment.actors, commitment.actor_words) == (("CHL", "NOR"), ())


def test_the_interface_offers_every_label_that_a_task_uses() -> None:
    view = ElementTree.fromstring(interface(KNOWN))
    offered = {label.get("value") for label in view.iter("Label")} | {c.get("value") for c in view.iter("Choice")}
    controls = {element.get("name") for element in view.iter() if element.get("toName") == "text"}
    for result in task(found_in(classified(analysis(), "energy")))["predictions"][0]["result"]:
        if result["type"] == "relation":
            assert result["labels"][0] in {r.get("value") for r in view.iter("Relation")}
            continue
        assert result["from_name"] in controls
        assert {*result["value"].get("labels", ()), *result["value"].get("choices", ())} <= offered
    named = {label["text"] for label in labels(KNOWN)}
    used = {e["label"] for e in example(found_in(classified(analysis(), "energy")))["entities"]}
    assert {label for label in used if not label.startswith("ACTOR:")} <= named


def test_the_labels_of_entities_are_those_that_the_report_names() -> None:
    assert set(ENTITY_LABELS) == set(NAMES_OF_LABELS)
