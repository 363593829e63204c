import json
from pathlib import Path

from pipeline.names.situation.trees import load_trees
from pipeline.tables import replacing
from pipeline.training.parties.examples import Example, View, read_examples
from pipeline.training.parties.fit import by_rules, cross_validated, figures, fit, told
from tests.shipped import KNOWLEDGE


def documents() -> list[Example]:
    """Documents in which whoever is the subject of the first clause is a party, and no one else."""
    return [
        Example(
            f"publisher {number % 16}",
            View.BARE,
            {"FJI": {"lead subject": 1.0, "share": number % 3 / 4}, "MLT": {"share": number % 5 / 5}},
            frozenset({"FJI"}),
        )
        for number in range(160)
    ]


def test_trees_learn_what_makes_a_party_and_hold_on_publishers_left_out() -> None:
    examples = documents()
    trees = fit(examples)
    assert all(told(example, trees) == {"FJI"} for example in examples)
    (bare, *_) = cross_validated(examples)
    assert (bare.exact, bare.precision, bare.recall) == (1.0, 1.0, 1.0)


def test_trees_come_back_from_their_file_as_they_were(tmp_path: Path) -> None:
    trees = fit(documents())
    file = tmp_path / "trees.json"
    with replacing(file) as out:
        out.write(json.dumps({"bias": trees.bias, "trees": trees.trees}))
    features = {"lead subject": 1.0, "share": 0.25}
    assert load_trees(file).probability(features) == trees.probability(features)


def test_what_the_rules_name_outright_stands_whatever_the_trees_say() -> None:
    trees = fit(documents())
    example = Example("somebody", View.BARE, {"MLT": {"lead subject": 1.0}}, frozenset({"FJI"}), frozenset({"FJI"}))
    assert told(example, trees) == {"FJI"}


def test_figures_count_whole_sets_and_single_codes() -> None:
    example = Example("somebody", View.BARE, {}, frozenset({"FJI", "MLT"}))
    found = figures(View.BARE, [(example, frozenset({"FJI"})), (example, frozenset({"FJI", "MLT"}))])
    assert (found.exact, found.precision, found.recall) == (0.5, 1.0, 0.75)


def test_a_labelled_document_is_seen_bare_with_its_title_and_with_its_issuer(tmp_path: Path) -> None:
    record = {
        "doc_id": "one",
        "title": "Readout of the Call with Malta",
        "issuer": "Ministry of Foreign Affairs of Fiji",
        "parties": ["FJI", "MLT"],
        "text": "The Minister spoke today with the Foreign Minister of Malta. They agreed to plant trees.",
        "sentences": [],
    }
    file = tmp_path / "gold.jsonl"
    file.write_text(json.dumps(record) + "\n" + json.dumps(record | {"parties": []}) + "\n", encoding="utf-8")
    seen = {example.view: by_rules(example) for example in read_examples([file], tmp_path, KNOWLEDGE)}
    assert list(seen) == list(View)
    assert seen[View.DESCRIBED] == {"FJI", "MLT"}
    assert seen[View.BARE] < {"FJI", "MLT"}
