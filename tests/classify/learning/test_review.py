import csv
from dataclasses import astuple

import pytest

from pipeline.classify.features import Passage
from pipeline.classify.learning.learn import learn
from pipeline.classify.learning.review import REVIEW_COLUMNS, label_studio_tasks, most_doubtful
from pipeline.classify.model import load_model, save_model
from pipeline.errors import CommuniqueError
from pipeline.knowledge import Knowledge
from tests.classify.documents import analysis
from tests.classify.small import small
from tests.shipped import KNOWLEDGE

TEXTS = (
    "The parties will consider further steps in due course.",
    "The parties will consider further steps in due time.",
    "A great deal of the work is still ahead of everybody here.",
    "Ruritania will cut its tariffs on steel and on textiles.",
    "Everybody hopes that things will go on like this for long.",
)
BEES = [f"The {n} honey bees of {place} need better hives." for n in range(6) for place in ("Ruritania", "Elbonia")]
UNSEEN = ("Honey from the hives is sold in jars.", "They will cut tariffs on steel.")


@pytest.fixture(scope="module")
def begun(model, tmp_path_factory):
    """The folder of a small model, from which learning begins."""
    folder = tmp_path_factory.mktemp("small")
    save_model(small(model, [*TEXTS, *BEES, *UNSEEN]), folder, {})
    return folder


@pytest.fixture
def rows(model):
    return most_doubtful([analysis(*TEXTS)], model, 3)


def write(path, rows, areas, **changes):
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, REVIEW_COLUMNS)
        writer.writeheader()
        for row, area in zip(rows, areas, strict=False):
            cells = dict(zip(REVIEW_COLUMNS, astuple(row), strict=True))
            writer.writerow(cells | {"areas": area} | changes)
    return path


def test_the_sure_sentence_is_not_among_the_doubtful(rows):
    assert len(rows) == 3
    assert TEXTS[3] not in [row.text for row in rows]


def test_of_two_alike_sentences_one_comes_before_the_other_kind(model):
    alike = [analysis(*TEXTS[:3])]
    assert TEXTS[2] in [row.text for row in most_doubtful(alike, model, 2)]


def test_tasks_for_label_studio_carry_text_and_guess(rows):
    task = label_studio_tasks(rows)[0]
    assert task["data"]["text"] == rows[0].text
    assert task["predictions"][0]["result"][0]["value"]["choices"] == rows[0].guess.split(";")


@pytest.mark.parametrize(
    ("areas", "changes", "message"),
    [
        (("sports",), {}, "row 2: 'sports' is no policy area"),
        (("health;health",), {}, "row 2: 'health' stands twice"),
        (("health;energy;trade_investment;security_defence",), {}, "row 2: 4 areas"),
        (("health",), {"text": "Something else."}, "row 2: the wording was changed"),
        (("", "", ""), {}, "no row has anything in its column 'areas'"),
    ],
)
def test_a_bad_label_is_named_by_its_row(begun, tmp_path, rows, areas, changes, message):
    path = write(tmp_path / "review.csv", rows, areas, **changes)
    with pytest.raises(CommuniqueError) as error:
        learn(path, begun, tmp_path / "model", KNOWLEDGE)
    assert message in str(error.value)


def test_labels_are_learned_and_kept_for_the_next_time(begun, tmp_path, rows):
    first = write(tmp_path / "one.csv", rows[:1], ["energy"])
    learned = learn(first, begun, tmp_path / "model", KNOWLEDGE)
    assert (learned.labels, learned.after["primary_acc"]) == (1, 1.0)
    second = write(tmp_path / "two.csv", rows[1:2], ["none"])
    assert learn(second, begun, tmp_path / "model", KNOWLEDGE).labels == 2
    assert load_model(tmp_path / "model", KNOWLEDGE).areas == load_model(begun, KNOWLEDGE).areas


def test_a_new_area_needs_a_few_lines_and_labels(begun, tmp_path):
    addition = (
        '\n[[area]]\nkey = "beekeeping"\ntitle = "Beekeeping"\ndefinition = "Bees and honey."\n'
        'strong = ["bee", "bees", "honey", "hive*"]\nweak = []\nexamples = ["Bees need hives."]\n'
    )
    own = tmp_path / "knowledge"
    own.mkdir()
    (own / "areas.toml").write_text(KNOWLEDGE.path("areas.toml").read_text(encoding="utf-8") + addition)
    shipped = load_model(begun, Knowledge(own))
    rows = most_doubtful([analysis(*BEES)], shipped, 12)
    path = write(tmp_path / "review.csv", rows, ["beekeeping"] * 12)
    learned = learn(path, begun, tmp_path / "model", knowledge=Knowledge(own))
    assert learned.new_areas == ("beekeeping",)
    grown = load_model(tmp_path / "model", Knowledge(own))
    firsts = [grown.areas[v.areas[0]] for v in grown.verdicts([Passage(text) for text in UNSEEN])]
    assert firsts == ["beekeeping", "trade_investment"]
