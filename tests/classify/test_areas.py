import pytest

from pipeline.classify.terms import term_index
from pipeline.errors import KnowledgeError
from pipeline.knowledge import Knowledge
from pipeline.knowledge.areas import area_keys, read_areas
from pipeline.report.crosswalk import by_topic, read_crosswalk
from tests.records import analysis
from tests.shipped import KNOWLEDGE

AREA = """
[[area]]
key = "{key}"
title = "Fisheries"
definition = "Fish and those who catch them."
strong = {strong}
weak = []
examples = ["The trawlers will catch less cod."]
"""


def write(folder, **changes) -> Knowledge:
    (folder / "areas.toml").write_text(AREA.format(**{"key": "fish", "strong": '["trawler*"]'} | changes))
    return Knowledge(folder)


def test_every_area_has_a_line_in_the_crosswalk():
    assert set(KNOWLEDGE.get(read_crosswalk)) == set(area_keys(KNOWLEDGE))


def test_examples_of_the_shipped_areas_fire():
    assert term_index(area_keys(KNOWLEDGE), KNOWLEDGE).size == len(KNOWLEDGE.get(read_areas))


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"strong": '["trawler*", "trawler*"]'}, "area fish: the term 'trawler*' stands twice"),
        ({"strong": '["Trawler"]'}, "write the term 'Trawler' as lower-case words"),
        ({"strong": '"trawler"'}, "'strong' must be a list of texts"),
        ({"strong": '["herring"]'}, "speak for no area"),
        ({"key": "Fish stocks"}, "write the key in lower-case letters"),
    ],
)
def test_an_unusable_area_is_named_with_its_mend(tmp_path, changes, message):
    knowledge = write(tmp_path, **changes)
    with pytest.raises(KnowledgeError) as error:
        term_index(area_keys(knowledge), knowledge)
    assert message in str(error.value)


@pytest.mark.parametrize(
    ("term", "text", "found"),
    [
        ("tariff*", "Tariffs fell.", True),
        ("tariff", "Tariffs fell.", False),
        ("supply chain*", "Supply-chain risks grew.", True),
        ("supply chain*", "Chain of supply.", False),
        ("free trade", "Trade is free.", False),
    ],
)
def test_terms_match_words_in_order(tmp_path, term, text, found):
    from pipeline.names.words import tokens

    index = term_index(("fish",), write(tmp_path, strong=f'["trawler*", "{term}"]'))
    assert bool(index.scores([tokens(text)])[0, 0]) is found


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("health,99", "line 2: '99' is no major topic"),
        ("sports,3", "line 2: area is 'sports'"),
    ],
)
def test_a_bad_line_of_the_crosswalk_is_named(tmp_path, line, message):
    (tmp_path / "crosswalk.csv").write_text(f"area,cap_code\n{line}\n")
    with pytest.raises(KnowledgeError) as error:
        read_crosswalk(Knowledge(tmp_path))
    assert message in str(error.value)


def test_sentences_are_counted_by_the_topic_of_their_first_area():
    from dataclasses import replace

    first, second = analysis().sentences
    first, second = replace(first, areas=("trade_investment", "health")), replace(second, areas=())
    assert [
        (c.cap_code, c.cap_topic, c.sentences) for c in by_topic([first, second], [], KNOWLEDGE.get(read_crosswalk))
    ] == [(18, "Foreign Trade", 1)]
