import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.classify import classify
from pipeline.classify.explain import area_terms, explain_areas
from pipeline.classify.features import Passage
from pipeline.classify.model import load_model
from pipeline.errors import CommuniqueError
from pipeline.settings import MODEL
from tests.classify.documents import analysis
from tests.records import renamed
from tests.shipped import KNOWLEDGE


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("Ruritania and Elbonia will cut tariffs on each other's textiles by half.", "trade_investment"),
        ("The two navies will exercise together and station submarines at the base.", "security_defence"),
        ("They called for a ceasefire and for talks between the warring parties.", "regional_security"),
        ("Ruritania will destroy its chemical weapons under international inspection.", "nonproliferation_disarmament"),
        ("Police of both sides will hunt drug traffickers and money launderers.", "counterterrorism_crime"),
        ("The central bank fights inflation while the budget deficit shrinks.", "macroeconomy_finance"),
        ("A pipeline will bring natural gas, and wind farms will feed the grid.", "energy"),
        ("Both sides aim at net zero emissions and will replant their forests.", "climate_environment"),
        ("They will share research on quantum computing and artificial intelligence.", "technology_digital"),
        ("Ruritania will send food and tents to the victims of the earthquake.", "development_humanitarian"),
        ("Vaccines against measles will reach every clinic and hospital.", "health"),
        ("They stressed free elections, press freedom and an independent judiciary.", "rights_governance"),
        ("More scholarships will let students of both countries study abroad.", "people_culture_education"),
        ("The ministers praised the friendship and the excellent bilateral relations.", "diplomacy_institutions"),
    ],
)
def test_a_plain_sentence_has_its_area(model, text, area):
    (result,) = classify([analysis(text)], model)
    assert result.sentences[0].areas[0] == area


def test_the_sentence_before_speaks_for_its_area(model):
    ((area, _, reasons), *_) = explain_areas("The doses will follow.", Passage("", previous="Measles is back."), model)
    assert area == "health"
    assert "(sentence before)" in [name for name, _ in reasons]


def test_a_commitment_has_the_areas_of_its_own_action(model):
    whole = "They agreed to cut tariffs on steel and customs duties on cars, and to fund malaria vaccines."
    (result,) = classify([analysis(whole)], model)
    assert result.sentences[0].areas[0] == "trade_investment"
    assert {c.action: c.areas[0] for c in result.commitments} == {
        "to cut tariffs on steel and customs duties on cars": "trade_investment",
        "to fund malaria vaccines": "health",
    }


def test_a_row_of_signs_has_no_area(model):
    (verdict,) = model.verdicts([Passage("* * *")])
    assert (verdict.areas, verdict.scores, verdict.uncertain) == ((), (), True)


def test_what_speaks_for_no_area_is_uncertain_and_what_speaks_plainly_is_not(model):
    (result,) = classify([analysis("That was all.", "They will cut tariffs on steel.")], model)
    (vague,), (tariffs,) = ([s for s in result.sentences if word in s.text] for word in ("all", "tariffs"))
    assert (vague.uncertain, tariffs.uncertain) == (True, False)
    assert vague.areas


def test_many_documents_come_back_in_order(model):
    made = analysis("Tariffs on goods fall.")
    names = [f"talks-{n}" for n in range(150)]
    found = list(classify([renamed(made, name) for name in names], model))
    assert [r.document.doc_id for r in found] == names
    assert [r.sentences[0].sentence_id for r in found] == [f"{name}:1" for name in names]


@settings(max_examples=60)
@given(texts=st.lists(st.text(max_size=200), max_size=4))
def test_any_text_gets_at_most_three_areas_with_scores(model, texts):
    verdicts = model.verdicts([Passage(text) for text in texts])
    assert len(verdicts) == len(texts)
    for found in verdicts:
        assert len(found.areas) == len(found.scores) == len(set(found.areas)) <= 3
        assert all(0 <= score <= 1 for score in found.scores)
        assert all(0 <= area < len(model.areas) for area in found.areas)


def test_explanations_name_the_words_that_spoke(model):
    ((area, score, reasons), *_) = explain_areas("They will lower tariffs on cheese.", Passage(""), model)
    assert (area, reasons[0][0]) == ("trade_investment", "tariffs")
    assert score > 0.5


def test_the_strongest_terms_are_ranked_for_every_area(model):
    rows = area_terms(model, KNOWLEDGE)
    assert {row.area for row in rows} == set(model.areas)
    health = [(row.rank, row.weight) for row in rows if row.area == "health"]
    assert [rank for rank, _ in health] == list(range(1, len(health) + 1))
    assert [w for _, w in health] == sorted((w for _, w in health), reverse=True)


def test_a_damaged_model_is_refused(tmp_path):
    for path in (MODEL / "areas").iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "bias.npy").write_bytes(b"rubbish")
    with pytest.raises(CommuniqueError, match=r"bias\.npy was changed"):
        load_model(tmp_path, KNOWLEDGE)
    (tmp_path / "manifest.json").unlink()
    with pytest.raises(CommuniqueError, match="restore the folder"):
        load_model(tmp_path, KNOWLEDGE)
