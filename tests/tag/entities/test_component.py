"""The component ``communique_entities``: spans and labels by the guidelines, in any pipeline, on any text."""

from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.records import ENTITY_LABELS
from pipeline.tag.entities import component as entities
from tests.shipped import KNOWLEDGE


def found(doc: Doc) -> list[tuple[str, str]]:
    return [(ent.text, ent.label_) for ent in doc.ents]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Prime Minister TANAKA Hiroko met President Maria J. Ortez of Spain.",
            [("TANAKA Hiroko", "PERSON"), ("Maria J. Ortez", "PERSON"), ("Spain", "GPE")],
        ),
        (
            "the Japan-U.S. Alliance and Japan-U.S.-Republic of Korea (ROK) cooperation",
            [(name, "GPE") for name in ("Japan", "U.S.", "Japan", "U.S.", "Republic of Korea", "ROK")],
        ),
        (
            "Article VI of the Treaty on Friendship and Cooperation applies to the Aegean Sea.",
            [("Article VI of the Treaty on Friendship and Cooperation", "LAW"), ("Aegean Sea", "LOC")],
        ),
        ("under Security Council resolution 1325 (2000)", [("Security Council resolution 1325 (2000)", "LAW")]),
        (
            "the Ministry of Health and Family Welfare and the Department of Trade",
            [("Ministry of Health and Family Welfare", "ORG"), ("Department of Trade", "ORG")],
        ),
        ("Norway's Ministry of Foreign Affairs", [("Norway", "GPE"), ("Ministry of Foreign Affairs", "ORG")]),
        ("the Ministry of Foreign Affairs of Norway", [("Ministry of Foreign Affairs of Norway", "ORG")]),
        ("the Government of Chile and the Chilean Government", [("Chile", "GPE"), ("Chilean", "NORP")]),
        ("a Joint Statement on the way forward and a Strategic Partnership", []),
        ("at the second Oslo Summit on Ocean Health", [("Oslo Summit on Ocean Health", "EVENT")]),
        ("We may meet again, and they march on.", []),
        ("up to US$ 300 million, more than €5bn", [("US$ 300 million", "MONEY"), ("more than €5bn", "MONEY")]),
        ("a meeting at the White House with White House staff", [("White House", "FAC"), ("White House", "ORG")]),
        ("in Strelsau, Norway, and near Zenda.", [("Strelsau", "GPE"), ("Norway", "GPE"), ("Zenda", "GPE")]),
        ("The ABCO’s members and the XYZU met on LNG.", [("ABCO", "ORG"), ("XYZU", "ORG")]),
        ("Maria Lopez spoke for all.", [("Maria Lopez", "PERSON")]),
        ("the USS North Dakota and Virginia-class boats", []),
        ("the French language and French wine", [("French", "NORP")]),
        ("French-speaking guests", []),
        ("French classes", [("French", "NORP")]),
        ("inside the White House", [("White House", "FAC")]),
        ("by the White House", [("White House", "ORG")]),
        ("at White House", [("White House", "ORG")]),
        ("at the Kremlin in the United Nations", [("Kremlin", "FAC"), ("United Nations", "ORG")]),
        (
            "at least $5, nearly $6, almost €7, some $8",
            [("at least $5", "MONEY"), ("nearly $6", "MONEY"), ("almost €7", "MONEY"), ("$8", "MONEY")],
        ),
        ("More than $5 or less than $6", [("More than $5", "MONEY"), ("less than $6", "MONEY")]),
        ("more than $5 in May 2031", [("more than $5", "MONEY"), ("May 2031", "DATE")]),
        ("President Obama met Donald Trump.", [("Obama", "PERSON"), ("Donald Trump", "PERSON")]),
        ("in Strelsau. The strelsau, Norway.", [("Norway", "GPE")]),
    ],
)
def test_spans_and_labels(names: Language, text: str, expected: list[tuple[str, str]]) -> None:
    assert found(names(text)) == expected


def test_countries_and_bodies_carry_their_codes(names: Language) -> None:
    doc = names("Seoul and the DPRK; Dutch ships; the European Commission; Korea.")
    assert [(e.text, e.kb_id_, e._.communique.name) for e in doc.ents] == [
        ("Seoul", "KOR", "South Korea"),
        ("DPRK", "PRK", "North Korea"),
        ("Dutch", "NLD", "Netherlands"),
        ("European Commission", "EU", "European Commission"),
        ("Korea", "", "Korea"),
    ]


def test_short_names_are_learnt_from_brackets_and_stand_for_the_full_name(names: Language) -> None:
    doc = names(
        "They signed the Alpine Transit Agreement (ATA) and founded the Alpine Water Council (“the Council”). "
        "The ATA and this Agreement bind all; the Council meets yearly. Natural gas (LNG) was not discussed."
    )
    named = [(e.text, e.label_, e._.communique.name) for e in doc.ents]
    assert ("ATA", "LAW", "Alpine Transit Agreement") in named
    assert ("Agreement", "LAW", "Alpine Transit Agreement") in named
    assert named.count(("Council", "ORG", "Alpine Water Council")) == 2
    assert "LNG" not in {e.text for e in doc.ents}


def test_a_name_comes_back_without_its_title(names: Language) -> None:
    doc = names("Foreign Minister Anna Lindqvist spoke. Later Lindqvist left; the Lindqvist plan was adopted.")
    assert [e.text for e in doc.ents if e.label_ == "PERSON"] == ["Anna Lindqvist", "Lindqvist", "Lindqvist"]


def test_people_whom_a_recogniser_found_are_kept_where_knowledge_is_silent(names: Language) -> None:
    doc = names.make_doc("Jane Roe of Acme spoke in France")
    doc.ents = [Span(doc, 0, 2, label="PERSON"), Span(doc, 3, 4, label="ORG"), Span(doc, 6, 7, label="ORG")]
    tagged = names.get_pipe(entities.FACTORY)(doc)
    assert found(tagged) == [("Jane Roe", "PERSON"), ("France", "GPE")]


def test_survives_disk_and_processes(names: Language, tmp_path: Path) -> None:
    texts = ["Japan-U.S. talks in May 2030", "the United Nations and Peru"]
    names.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    expected = [found(names(text)) for text in texts]
    assert [found(again(text)) for text in texts] == expected
    assert [found(doc) for doc in names.pipe(texts, n_process=2, batch_size=1)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n ",
        "😀" * 2_000,
        "السلام عليكم ورحمة الله " * 500,
        "\x00\x01\x02\x0b" * 500,
        "President " * 5_000,
        "Treaty of " * 5_000,
        "Council (" * 5_000,
        "U.S.-" * 2_000,
        "1" * 5_000,
        "the Ministry of Health, " * 2_000,
    ],
)
def test_garbage_is_passed_over(names: Language, text: str) -> None:
    doc = names(text)
    assert doc.text == text


@settings(max_examples=60)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=300))
def test_any_text_keeps_its_characters_and_gets_known_labels(names: Language, text: str) -> None:
    tagged = names.get_pipe(entities.FACTORY)(names.make_doc(text))
    assert tagged.text == text
    assert {ent.label_ for ent in tagged.ents} <= set(ENTITY_LABELS)


def test_people_whom_the_gazetteer_knows_have_no_code(names: Language) -> None:
    (ent,) = names("Donald Trump").ents
    assert (ent.label_, ent.kb_id_) == ("PERSON", "")


def test_a_surname_that_is_a_word_too_counts_behind_a_title_only(names: Language) -> None:
    assert found(names("President Anna Moss spoke. Moss and stones.")) == [("Anna Moss", "PERSON"), ("Moss", "PERSON")]
    assert found(names("President Anna Moss spoke. Moss and moss.")) == [("Anna Moss", "PERSON")]


def test_a_sentence_starts_no_name_in_its_middle_and_a_verb_opens_none() -> None:
    nlp = spacy.blank("en")
    tagger = nlp.add_pipe(entities.FACTORY)

    def tagged(starts: list[bool], pos: list[str]) -> list[tuple[str, str]]:
        words = ["Build", "Cod", "Council"]
        return found(tagger(Doc(nlp.vocab, words=words, sent_starts=starts, pos=pos)))

    assert tagged([True, False, False], ["VERB", "PROPN", "PROPN"]) == [("Cod Council", "ORG")]
    assert tagged([True, False, False], ["NOUN", "PROPN", "PROPN"]) == [("Build Cod Council", "ORG")]
    assert tagged([True, True, False], ["NOUN", "PROPN", "PROPN"]) == [("Cod Council", "ORG")]


@pytest.mark.parametrize(
    ("wording", "plain"),
    [
        ("Jane Roe", True),
        ("Jane Mary Roe", True),
        ("Jane", False),
        ("Jane roe", False),
        ("Jane ROE", False),
        ("Jane Minister", False),
        ("Jane Trade", False),
        ("After Jane", False),
        ("Joint Jane", False),
        ("Jane Treaty", False),
    ],
)
def test_what_a_recogniser_may_call_a_person(wording: str, plain: bool) -> None:
    assert entities.plain_name(wording, KNOWLEDGE) is plain


@pytest.mark.parametrize(("label", "kept"), [("PERSON", True), ("PER", True), ("ORG", False)])
def test_labels_of_recognisers_for_people(names: Language, label: str, kept: bool) -> None:
    doc = names.make_doc("Xaro Roe spoke in Norway")
    doc.ents = [Span(doc, 0, 2, label=label)]
    tagged = names.get_pipe(entities.FACTORY)(doc)
    assert (("Xaro Roe", "PERSON") in found(tagged)) is kept


@pytest.mark.parametrize(("cut", "expected"), [(None, ["Treaty on Friendship and Cooperation"]), ("Cooperation", [])])
def test_no_entity_crosses_the_beginning_of_a_sentence(cut: str | None, expected: list[str]) -> None:
    doc = spacy.blank("en")("They read the Treaty on Friendship and Cooperation.")
    for token in doc[1:]:
        token.is_sent_start = token.text == cut
    tagger = entities.EntityTagger(KNOWLEDGE)
    assert [ent.text for ent in tagger(doc).ents if "Treaty on" in ent.text] == expected
