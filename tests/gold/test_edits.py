"""What a reader changed comes through; what cannot become gold ends in a sentence with file, place and mend."""

import copy
import functools
import json
import operator
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.errors import CommuniqueError
from pipeline.gold.doccano import example
from pipeline.gold.importing import Imported, import_gold
from pipeline.gold.labelstudio import task
from tests.gold.documents import KNOWN, TEXT, bridge, place

Json = dict[str, Any]


def annotated() -> Json:
    """The task of the bridge as Label Studio exports it after a reader submitted it."""
    made = copy.deepcopy(task(bridge()))
    return {"id": 7, "data": made["data"], "annotations": [{"id": 1, "result": made["predictions"][0]["result"]}]}


def result_of(record: Json) -> list[Json]:
    result: list[Json] = record["annotations"][0]["result"]
    return result


def region(record: Json, words: str, control: str = "label") -> Json:
    ids = [r["id"] for r in result_of(record) if r["type"] == "labels" and r["value"]["text"] == words]
    return next(r for r in result_of(record) if r.get("id") == ids[0] and r["from_name"] == control)


def span(record: Json, label: str) -> Json:
    found: Json = next(e for e in record["entities"] if e["label"] == label)
    return found


def imported(content: object, folder: Path, *, lines: bool) -> Imported:
    path = folder / "export.json"
    path.write_text(json.dumps(content) + "\n" if lines else json.dumps([content]), encoding="utf-8")
    return import_gold(path, "", KNOWN)


def from_label_studio(record: object, folder: Path) -> Imported:
    return imported(record, folder, lines=False)


def from_doccano(record: object, folder: Path) -> Imported:
    return imported(record, folder, lines=True)


def test_moved_boundaries_strength_and_actors_of_label_studio_come_through(tmp_path: Path) -> None:
    record = annotated()
    action = region(record, "build 🌉 a bridge")
    action["value"] |= {"end": place("a bridge")[0] - 1, "text": "build 🌉"}
    region(record, "build 🌉", "strength")["value"]["choices"] = ["weak"]
    region(record, "build 🌉", "actors")["value"]["text"] = ["NOR", " FRA "]
    made = from_label_studio(record, tmp_path)
    first, second = made.records[0]["sentences"][0]["commitments"]
    assert first["action"]["text"] == "build 🌉"
    assert (first["strength"], first["actors"]) == ("weak", ["FRA", "NOR"])
    assert (second["strength"], second["actors"]) == ("strong", ["CHL", "NOR"])
    assert made.unread == 0


def test_a_deleted_commitment_and_an_added_entity_of_label_studio_come_through(tmp_path: Path) -> None:
    record = annotated()
    gone = region(record, "build 🌉 a bridge")["id"]
    start, end = place("bridge")
    added = {"start": start, "end": end, "text": "bridge", "labels": ["FAC"]}
    kept = [r for r in result_of(record) if r.get("id") != gone and r.get("from_id") != gone]
    new = {"id": "Xy_9", "from_name": "label", "to_name": "text", "type": "labels", "value": added}
    record["annotations"][0]["result"] = [*kept, new]
    sentence = from_label_studio(record, tmp_path).records[0]["sentences"][0]
    assert [c["action"]["text"] for c in sentence["commitments"]] == ["pay 3 million kroner by 2035"]
    assert {"start": start, "end": end, "text": "bridge", "label": "FAC"} in sentence["entities"]


def test_a_relation_may_be_drawn_from_either_end_and_without_a_name(tmp_path: Path) -> None:
    record = annotated()
    before = from_label_studio(record, tmp_path).records
    for result in result_of(record):
        if result["type"] == "relation":
            result["from_id"], result["to_id"] = result["to_id"], result["from_id"]
            result["labels"] = []
    assert from_label_studio(record, tmp_path).records == before


def test_of_several_annotations_the_ground_truth_counts(tmp_path: Path) -> None:
    record = annotated()
    before = from_label_studio(record, tmp_path).records
    record["annotations"][0]["ground_truth"] = True
    record["annotations"] += [{"result": []}, {"result": [], "was_cancelled": True}]
    assert from_label_studio(record, tmp_path).records == before


def test_edits_of_doccano_come_through(tmp_path: Path) -> None:
    record = example(bridge())
    renumbered = {e["id"]: e["id"] + 4711 for e in record["entities"]}
    for entity in record["entities"]:
        entity["id"] = renumbered[entity["id"]]
    for relation in record["relations"]:
        relation["from_id"], relation["to_id"] = renumbered[relation["from_id"]], renumbered[relation["to_id"]]
    record |= {"id": 12, "Comments": ["read twice"]}
    span(record, "COMMITMENT:new:strong")["label"] = "COMMITMENT:continuing:medium:negated"
    span(record, "ACT:report")["label"] = "ACT:appraisal"
    units = len(TEXT[: place("kroner")[1]].encode("utf-16-le")) // 2
    span(record, "AMOUNT")["end_offset"] = units - len(" kroner")
    made = from_doccano(record, tmp_path).records[0]
    first, second = made["sentences"][0]["commitments"]
    assert (first["kind"], first["strength"], first["negated"]) == ("continuing", "medium", True)
    assert second["amount"] == "3 million"
    assert made["sentences"][1]["acts"] == ["appraisal"]


def drop(record: Json, key: str) -> None:
    del record[key]


def unknown_label(record: Json) -> None:
    region(record, "Norway")["value"]["labels"] = ["PLANET"]


def unknown_area(record: Json) -> None:
    next(r for r in result_of(record) if r["from_name"] == "area1")["value"]["choices"] = ["bridges"]


def outside_the_text(record: Json) -> None:
    region(record, "by 2035")["value"]["end"] = 10_000


def on_other_words(record: Json) -> None:
    region(record, "Norway")["value"] |= {"start": 2, "end": 9}


def changed_text(record: Json) -> None:
    record["data"]["text"] = TEXT.replace("3", "4")


def to_nothing(record: Json) -> None:
    next(r for r in result_of(record) if r["type"] == "relation")["to_id"] = "gone"


def to_an_entity(record: Json) -> None:
    relation = next(r for r in result_of(record) if r["type"] == "relation" and r["labels"] == ["actor"])
    relation["to_id"] = region(record, "Norway")["id"]


def without_a_cue(record: Json) -> None:
    record["annotations"][0]["result"] = [r for r in result_of(record) if r.get("labels") != ["cue"]]


def without_a_strength(record: Json) -> None:
    record["annotations"][0]["result"] = [r for r in result_of(record) if r.get("from_name") != "strength"]


def in_no_sentence(record: Json) -> None:
    record["annotations"][0]["result"] = [r for r in result_of(record) if r.get("id") != "s1"]


def two_readers(record: Json) -> None:
    record["annotations"] *= 2


def no_annotation(record: Json) -> None:
    record["annotations"] = []


def half_a_character(record: Json) -> None:
    record["data"]["text"] = "\ud83d"


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (unknown_label, r'"Norway" has the unknown label \'PLANET\': use PERSON, NORP'),
        (unknown_area, r"unknown policy area 'bridges': use security_defence"),
        (outside_the_text, r"goes from \d+ to 10000, outside a text of 82 characters: mark it again"),
        (on_other_words, r'was marked on other words, "Norway": use the exported text'),
        (changed_text, r"its text is not that which was exported: annotate the exported text unchanged"),
        (half_a_character, r"half a character \(a lone surrogate\): export the text anew"),
        (to_nothing, r"a relation points to the span 'gone', which does not exist: remove the relation"),
        (to_an_entity, r"ends at a span labelled GPE: label it CUE, ACTOR, DEADLINE, AMOUNT"),
        (without_a_cue, r'"build 🌉 a bridge" has no cue: mark the words that bind as CUE'),
        (without_a_strength, r"needs one strength: choose strong or medium or weak"),
        (in_no_sentence, r"does not lie in one sentence: move its boundaries"),
        (two_readers, r"has several annotations: mark one, and only one, as ground truth"),
        (no_annotation, r"has no annotation: annotate it, or leave it out"),
        (lambda record: drop(record, "data"), r"'data' is missing or malformed: export it"),
        (lambda record: drop(record["data"], "doc_id"), r"'doc_id' is missing or malformed"),
        (lambda record: record["data"].update(doc_id="../../etc/x"), r"is no name of a document"),
        (lambda record: record["data"].update(date="soon"), r"its date 'soon' is no date: write it as YYYY-MM-DD"),
        (lambda record: result_of(record).append(result_of(record)[0]), r"two regions have the id 's1': delete one"),
        (lambda record: result_of(record).append({"type": "choices"}), r"'id' is missing or malformed"),
        (lambda record: result_of(record).append("x"), r"'type' is missing or malformed"),
    ],
)
def test_a_broken_task_is_named_with_its_mend(spoil: Callable[[Json], None], says: str, tmp_path: Path) -> None:
    record = annotated()
    spoil(record)
    with pytest.raises(CommuniqueError, match=rf"export\.json, task 1.*{says}.*\.$"):
        from_label_studio(record, tmp_path)


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda r: span(r, "GPE").update(label="PLANET"), r"unknown label 'PLANET'"),
        (lambda r: span(r, "ACT:report").update(label="ACT:sing"), r"unknown act 'sing': use commitment, demand"),
        (lambda r: span(r, "AREA1:energy").update(label="AREA1:bridges"), r"unknown policy area 'bridges'"),
        (lambda r: span(r, "GPE").update(end_offset=999), r"outside a text of 83 characters"),
        (lambda r: span(r, "GPE").update(start_offset=29, end_offset=33), r"the offset 29 divides a character"),
        (
            lambda r: span(r, "COMMITMENT:new:strong").update(label="COMMITMENT:new"),
            r"label it COMMITMENT:kind:strength",
        ),
        (lambda r: span(r, "COMMITMENT:new:strong").update(label="COMMITMENT:old:strong"), r"unknown kind 'old'"),
        (lambda r: r["relations"][0].update(to_id=999), r"the span '999', which does not exist"),
        (lambda r: r["relations"][0].update(type="actor"), r"named 'actor' but ends at a span labelled CUE: mend one"),
        (lambda r: r["relations"].clear(), r"has no cue"),
        (lambda r: r["entities"].append(r["entities"][0]), r"two spans have the id 0"),
        (lambda r: drop(r, "entities"), r"'entities' is missing or malformed"),
        (lambda r: r.update(text=TEXT + " "), r"its text is not that which was exported"),
    ],
)
def test_a_broken_example_is_named_with_its_mend(spoil: Callable[[Json], None], says: str, tmp_path: Path) -> None:
    record = example(bridge())
    spoil(record)
    with pytest.raises(CommuniqueError, match=rf"export\.json, line 1 \(2031-05-01-bridge\): .*{says}.*\.$"):
        from_doccano(record, tmp_path)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "neither a Label Studio nor a doccano export"),
        (b"PK\x03\x04\xff\xfe", "not UTF-8 text: give the JSON or JSON Lines file, unpacked"),
        (b"[]", "holds no documents"),
        (b"[{]", "is not JSON at line 1, column 3"),
        (b'{"a": 1}\n{"b": ', "line 1: 'doc_id' is missing"),
        (b"[" * 100_000, "is not JSON"),
        (b"[1]", "task 1: 'data' is missing or malformed"),
        (b"[" + b"9" * 5000 + b"]", "is not JSON"),
    ],
)
def test_a_file_that_is_no_export_is_refused(content: bytes, says: str, tmp_path: Path) -> None:
    path = tmp_path / "export.json"
    path.write_bytes(content)
    with pytest.raises(CommuniqueError, match=says):
        import_gold(path, "", KNOWN)


SCALARS = st.none() | st.booleans() | st.integers(-3, 99) | st.sampled_from(["", "label", "CUE", "GPE", "s1", "x"])
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=2)
)


def places(record: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The paths to all values of a JSON record."""
    for key, value in record.items() if isinstance(record, dict) else enumerate(record):
        yield (*path, key)
        if isinstance(value, dict | list):
            yield from places(value, (*path, key))


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), form=st.sampled_from([from_label_studio, from_doccano]))
def test_whatever_one_value_is_changed_to_ends_in_gold_or_in_a_sentence(
    data: st.DataObject, form: Callable[[object, Path], Imported], tmp_path: Path
) -> None:
    record: Any = annotated() if form is from_label_studio else example(bridge())
    *path, key = data.draw(st.sampled_from(list(places(record))))
    holder = functools.reduce(operator.getitem, path, record)
    holder[key] = data.draw(VALUES)
    assert re.search("1 document|(task|line) 1", outcome(form, record, tmp_path))


def outcome(form: Callable[[object, Path], Imported], record: object, folder: Path) -> str:
    """How many documents came in, or why none did."""
    try:
        return f"{len(form(record, folder).records)} document"
    except CommuniqueError as error:
        return str(error)


def test_a_document_that_comes_twice_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "export.json"
    path.write_text(json.dumps([annotated(), annotated()]), encoding="utf-8")
    with pytest.raises(CommuniqueError, match=r"task 2: 2031-05-01-bridge was already in task 1: keep one of them\."):
        import_gold(path, "label-studio", KNOWN)


def test_the_command_says_what_it_wrote_and_what_nobody_read(tmp_path: Path) -> None:
    path = tmp_path / "export.json"
    path.write_text(json.dumps([task(bridge())]), encoding="utf-8")
    done = CliRunner().invoke(app, ["gold", "import", str(path), "--output", str(tmp_path / "gold.jsonl")])
    assert done.exit_code == 0, done.output
    assert "1 documents -> " in done.output
    assert "1 of them carry no reader's annotation" in done.output
    with pytest.raises(CommuniqueError, match="no import from 'brat': choose one of label-studio, doccano"):
        import_gold(path, "brat", KNOWN)
    with pytest.raises(CommuniqueError, match="No such file"):
        import_gold(tmp_path / "none.json", "", KNOWN)
