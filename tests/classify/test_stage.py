import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.classify import classify
from pipeline.classify.explain import area_terms, explain_areas
from pipeline.classify.features import Passage
from pipeline.classify.model import load_model
from pipeline.errors import CommuniqueError
from pipeline.settings import MODEL
from tests.classify.documents import analysis, commitment, sentence
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
    (result,) = classify([analysis(sentence(1, text))], model)
    assert result.sentences[0].areas[0] == area


def test_the_sentence_before_speaks_for_its_area(model):
    ((area, _, reasons), *_) = explain_areas("The doses will follow.", Passage("", previous="Measles is back."), model)
    assert area == "health"
    assert "(sentence before)" in [name for name, _ in reasons]


def test_a_commitment_has_the_areas_of_its_own_action(model):
    whole = sentence(1, "They agreed to cut tariffs on steel, to lower customs duties, and to fund malaria vaccines.")
    (result,) = classify([analysis(whole, commitments=(commitment(whole, "to fund malaria vaccines"),))], model)
    assert result.sentences[0].areas[0] == "trade_investment"
    assert result.commitments[0].areas[0] == "health"


def test_a_row_of_signs_has_no_area(model):
    (result,) = classify([analysis(sentence(1, "* * *"))], model)
    assert result.sentences[0].areas == ()


def test_many_documents_come_back_in_order(model):
    given_ = [analysis(sentence(n, f"Tariffs on good number {n} fall.")) for n in range(150)]
    assert [r.sentences[0].sentence_id for r in classify(given_, model)] == [f"d:{n}" for n in range(150)]


@settings(max_examples=60)
@given(texts=st.lists(st.text(max_size=200), max_size=4))
def test_any_text_gets_at_most_three_areas_with_scores(model, texts):
    (result,) = classify([analysis(*(sentence(n, t) for n, t in enumerate(texts, 1)))], model)
    for found in result.sentences:
        assert len(found.areas) == len(found.area_scores) == len(set(found.areas)) <= 3
        assert all(0 <= score <= 1 for score in found.area_scores)
        assert set(found.areas) <= set(model.areas)


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
