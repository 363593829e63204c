"""Names that a head word betrays: where they begin, how far they go on, and what is only a description."""

import pytest

from pipeline.names.gazetteer import Gazetteer
from pipeline.tag.entities.names import Openings, find_names, short_forms
from pipeline.tag.entities.spans import Candidate
from tests.shipped import KNOWLEDGE


def named(text: str, *, person: str = "", start: str = "", weak: str = "") -> list[tuple[str, str]]:
    """Names and their labels; ``person`` is somebody with a title, ``start`` and ``weak`` open sentences."""
    mentions = KNOWLEDGE.get(Gazetteer).mentions(text)
    blocked = [(text.index(person), text.index(person) + len(person))] if person else []
    openings = Openings(
        frozenset(text.index(w) for w in (start, weak) if w), frozenset([text.index(weak)] if weak else [])
    )
    found = find_names(text, mentions, blocked, openings, KNOWLEDGE)
    return [(text[c.start : c.end], c.label) for c in found]


def only(text: str) -> str:
    """The one name in ``text``, empty where there is none."""
    found = [wording for wording, _ in named(text)]
    assert len(found) < 2
    return found[0] if found else ""


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Cod Treaty", "LAW"),
        ("Cod Council", "ORG"),
        ("Oslo Summit", "EVENT"),
        ("Cod Airport", "FAC"),
        ("Cod Islands", "LOC"),
        ("Cod Province", "GPE"),
    ],
)
def test_the_head_word_tells_the_label(text: str, label: str) -> None:
    assert named(f"at the {text} once") == [(text, label)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the Treaty on Herring and Cod", "Treaty on Herring and Cod"),
        ("the Treaty on Herring & Cod", "Treaty on Herring & Cod"),
        ("the Treaty on Herring, Cod, and Seals", "Treaty on Herring, Cod, and Seals"),
        ("the Treaty on Herring, Cod and Seals, Whales", "Treaty on Herring, Cod and Seals"),
        ("the Treaty on Herring, Cod and Seals, Whales and Eels", "Treaty on Herring, Cod and Seals, Whales and Eels"),
        ("the Treaty on Herring, Cod", "Treaty on Herring"),
        ("the Treaty on Herring and Cod and", "Treaty on Herring and Cod"),
        ("the Treaty on Herring and the Cod", "Treaty on Herring"),
        ("the Treaty on Herring\n\nand Cod", "Treaty on Herring"),
        ("the Treaty on Herring of Oslo", "Treaty on Herring of Oslo"),
        ("the Treaty on herring", ""),
        ("the Treaty\n\non Herring", ""),
        ("the Treaty on\n\nHerring", ""),
        ("the Treaty on the\n\nHerring", ""),
        ("the Treaty under Herring", ""),
        ("the Treaty’s on Herring", ""),
        ("the Council of", ""),
        ("the Ministry of the Interior", "Ministry of the Interior"),
        ("the Ministry of Health, Berg and Trade Office", "Ministry of Health"),
        ("the Ministry of Health and Norway", "Ministry of Health"),
        ("the Ministry of Health and Minister Berg", "Ministry of Health"),
        ("the Treaty on Norway", ""),
        ("the Treaty on Norway (NOR)", "Treaty on Norway"),
        ("the Treaty on Norway Day", "Treaty on Norway Day"),
        ("the Treaty on Norwegian Cod", "Treaty on Norwegian Cod"),
        ("the Treaty of Norway", "Treaty of Norway"),
        ("the Treaty of 1999 cod", ""),
        ("the Treaty on NUCS", ""),
        ("the Treaty on Fish", "Treaty on Fish"),
        ("the Treaty on NUCS Rules", "Treaty on NUCS Rules"),
    ],
)
def test_a_name_goes_on_behind_its_head(text: str, name: str) -> None:
    assert only(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Norway's Ministry of Defence", "Ministry of Defence"),
        ("the Berg’s Council of Elders", "Council of Elders"),
        ("the Women's Conference on Peace", "Women's Conference on Peace"),
        ("the Elder Council's Office", "Elder Council"),
        ("the Council's of Elders", ""),
        ("the Trade & Cod Council", "Trade & Cod Council"),
        ("of Trade & Cod Council", "Trade & Cod Council"),
        ("the Trade & cod Council", ""),
        ("the Japan–U.S. Pact", "Japan–U.S. Pact"),
        ("the Japan‑U.S. Pact", "Japan‑U.S. Pact"),
        ("the Cod‐Seal Council", "Cod‐Seal Council"),
        ("the Cod+Seal Council", "Cod+Seal Council"),
        ("the Cod-Seal Council", "Cod-Seal Council"),
        ("the Cod/Seal Council", "Cod/Seal Council"),
        ("the Cod - Seal Council", "Seal Council"),
        ("the Cod -Seal Council", "Seal Council"),
        ("the Cod &\n\nSeal Council", "Seal Council"),
        ("the Teachers' Council", "Teachers' Council"),
        ("the Teachers ' Council", ""),
        ("the Teachers' council", ""),
        ("Norway' Council", ""),
        ("the Oslo 2+2 Dialogue", "Oslo 2+2 Dialogue"),
        ("the 2+2 Dialogue", ""),
        ("the Oslo 5 Council", "Oslo 5 Council"),
        ("the Oslo 5 council", ""),
        ("the 5 Council", ""),
        ("the 2nd Oslo Summit", "2nd Oslo Summit"),
        ("the 2031 Oslo Summit", "2031 Oslo Summit"),
        ("the 5th\n\nOslo Summit", "Oslo Summit"),
        ("the Cod\n\nSeal Summit", "Seal Summit"),
        ("2031", ""),
        ("2031 summits", ""),
        ("the eWorld Council", "eWorld Council"),
        ("the 3D Council", "3D Council"),
        ("a Norwegian-led Council", ""),
        ("a Cod-led Council", ""),
        ("No Council", ""),
        ("The Council", ""),
        ("After Cod Council", "Cod Council"),
    ],
)
def test_what_stands_before_the_head(text: str, name: str) -> None:
    assert only(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the Export Controls and Human Rights Initiative", "Export Controls and Human Rights Initiative"),
        ("with Cod & Seal Council", "Cod & Seal Council"),
        ("with Cod and Seal Council", "Cod and Seal Council"),
        ("Cod and Seal Council", "Cod and Seal Council"),
        (", Cod and Seal Council", "Seal Council"),
        ("for Cod and Seal Council", "Seal Council"),
        ("of Cod and Seal Council", "Seal Council"),
        ("with Cod or Seal Council", "Seal Council"),
        ("with Cod and the Seal Council", "Seal Council"),
        ("with Cod\n\nand Seal Council", "Seal Council"),
        ("with Cod and\n\nSeal Council", "Seal Council"),
        ("with Norway and Seal Council", "Seal Council"),
        ("with Cod Minister and Seal Council", "Seal Council"),
        ("with Minister Cod and Seal Council", "Seal Council"),
        ("with Council Cod and Seal Council", "Seal Council"),
        ("Cod and Council of Seals", "Council of Seals"),
    ],
)
def test_a_first_part_before_and(text: str, name: str) -> None:
    found = named(text)
    assert found[-1][0] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the Treaty", ""),
        ("a Joint Treaty", ""),
        ("a Joint Cod Treaty", "Joint Cod Treaty"),
        ("the Dialogue Partners", ""),
        ("the Oslo Dialogue Partners", ""),
        ("the Oslo Dialogue Members", "Oslo Dialogue"),
        ("the Oslo Dialogue\n\nPartners", "Oslo Dialogue"),
        ("the Japan-U.S. Alliance", ""),
        ("the Japan-U.S. Pact", "Japan-U.S. Pact"),
        ("the Norway Strategic Partnership", ""),
        ("the ASEAN Strategic Partnership", ""),
        ("the Nordic Partnership", ""),
        ("the Norway Cod Partnership", "Norway Cod Partnership"),
        ("Norwegian Council", "Norwegian Council"),
        ("Norwegian Act", "Norwegian Act"),
        ("Norwegian Summit", "Norwegian Summit"),
        ("Norwegian Islands", ""),
        ("Norwegian Airport", ""),
        ("Norwegian Cod Airport", "Norwegian Cod Airport"),
        ("the Minister Council", ""),
        ("the Norway Minister Council", "Norway Minister Council"),
        ("the Cod Minister Council", "Cod Minister Council"),
        ("the Norwegian Sea", "Norwegian Sea"),
        ("the Enhanced Partnership and Seal Treaty", "Enhanced Partnership and Seal Treaty"),
        ("the Council of Europe Cod Fund", "Council of Europe Cod Fund"),
        ("Pacific Island countries", ""),
        ("the Pacific Islands", ""),
        ("the Small Pacific Islands", "Small Pacific Islands"),
        ("the Pacific Treaty", "Pacific Treaty"),
        ("the Summit of Leaders", "Summit of Leaders"),
        ("the Conference on Cod", "Conference on Cod"),
        ("the Meeting on Cod", ""),
        ("the Oslo Meeting on Cod", "Oslo Meeting on Cod"),
    ],
)
def test_a_name_needs_words_of_its_own(text: str, name: str) -> None:
    assert only(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the Security Council", ""),
        ("the Security Council of Elders", ""),
        ("the UN Security Council Committee", "UN Security Council Committee"),
        ("the Elder Security Council of Norway", "Elder Security Council of Norway"),
    ],
)
def test_a_name_of_the_gazetteer_is_found_there_unless_it_has_words_before_it(text: str, name: str) -> None:
    assert only(text) == name


def test_a_name_does_not_begin_inside_the_one_before() -> None:
    assert named("the Oslo School of Cod and Bergen School") == [
        ("Oslo School of Cod", "ORG"),
        ("Bergen School", "ORG"),
    ]


def test_people_with_titles_belong_to_no_name() -> None:
    assert named("with Anna Berg Cod Council") == [("Anna Berg Cod Council", "ORG")]
    assert named("with Anna Berg Cod Council", person="Anna Berg") == [("Cod Council", "ORG")]
    assert named("the Cod Berg Council", person="Berg") == []
    assert named("the Teachers' Council", person="Teachers") == []


def test_a_sentence_starts_no_name_in_the_middle() -> None:
    assert named("by Cod Seal Council", start="Seal") == [("Seal Council", "ORG")]
    assert named("by Cod-Seal Council", start="Seal") == [("Cod-Seal Council", "ORG")]
    assert named("Cod and Seal Council", start="Cod") == [("Seal Council", "ORG")]


def test_a_first_word_that_is_no_noun_opens_no_name() -> None:
    assert named("Strengthen Cod Council", start="Strengthen") == [("Strengthen Cod Council", "ORG")]
    assert named("Strengthen Cod Council", weak="Strengthen") == [("Cod Council", "ORG")]
    assert named("Norway Cod Council", weak="Norway") == [("Norway Cod Council", "ORG")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the Cod Pact No. 5", "Cod Pact No. 5"),
        ("the Cod Pact 2031-2035", "Cod Pact 2031-2035"),
        ("the Cod Pact 12 (1999) of 1999", "Cod Pact 12 (1999) of 1999"),
        ("the Cod Pact II was", "Cod Pact II"),
        ("the Cod Pact (2031)", "Cod Pact"),
        ("the Cod Pact 5%", "Cod Pact"),
        ("the Cod Council 5", "Cod Council"),
        ("the Cod Pact's 5", "Cod Pact"),
        ("Article V of the Cod Pact", "Article V of the Cod Pact"),
        ("Articles 5 and 6 of the Cod Pact", "Articles 5 and 6 of the Cod Pact"),
        ("Article 5, paragraph 2 of the Cod Pact", "Article 5, paragraph 2 of the Cod Pact"),
        ("Article 5 of Norway's Cod Pact", "Article 5 of Norway's Cod Pact"),
        ("Annex II of the Cod Pact", "Annex II of the Cod Pact"),
        ("Annex II and the Cod Pact", "Cod Pact"),
        ("Annex II of the cod", ""),
        ("Article 5 of the cod", "Article 5"),
        ("Article 5 applies", "Article 5"),
    ],
)
def test_documents_have_numbers_and_articles(text: str, name: str) -> None:
    assert only(text) == name


def test_articles_of_bodies_stand_alone() -> None:
    assert named("Article 5 of the Cod Council") == [("Article 5", "LAW"), ("Cod Council", "ORG")]
    assert named("the Cod Pact and Article 5 of the Seal Pact") == [
        ("Article 5 of the Seal Pact", "LAW"),
        ("Cod Pact", "LAW"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("UN Security Council resolution 1325 (2000)", [("UN Security Council resolution 1325 (2000)", "LAW")]),
        ("in resolutions 5, 6 and 7", [("resolutions 5, 6 and 7", "LAW")]),
        ("UNSCR 1325", [("UNSCR 1325", "LAW")]),
        ("resolution A/72/5", [("resolution A/72/5", "LAW")]),
        ("a resolution on cod", []),
        ("COP28 and COP 29", [("COP28", "EVENT"), ("COP 29", "EVENT")]),
        ("UNEA-5", [("UNEA-5", "EVENT")]),
    ],
)
def test_numbered_documents_and_conferences(text: str, found: list[tuple[str, str]]) -> None:
    assert named(text) == found


def test_an_executive_order_is_a_document() -> None:
    assert set(named("under Executive Order 5")) == {("Executive Order 5", "LAW")}


def test_a_head_word_stands_for_the_name_that_the_text_gives_in_full() -> None:
    text = "the Cod Council and the Seal Council: the Council, the UN: the Organization; this Treaty; the Summit"
    names = [
        Candidate(4, 15, "ORG", "CC"),
        Candidate(24, 36, "ORG"),
        Candidate(51, 53, "ORG", "UN", "United Nations"),
    ]
    found = [(text[c.start : c.end], c.label, c.code, c.name) for c in short_forms(text, names, KNOWLEDGE)]
    assert found == [
        ("Council", "ORG", "CC", "Cod Council"),
        ("Organization", "ORG", "UN", "United Nations"),
        ("Treaty", "LAW", "", ""),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Its new Council", ["Council"]),
        ("the Council Chair", []),
        ("a Council", []),
        ("the Ministry", []),
        ("the Conference", []),
        ("the Council and the Council", ["Council", "Council"]),
    ],
)
def test_which_head_words_stand_alone(text: str, found: list[str]) -> None:
    names = [Candidate(0, 11, "ORG"), Candidate(12, 24, "ORG")]
    whole = f"Cod Council Cod Ministry; {text}"
    assert [whole[c.start : c.end] for c in short_forms(whole, names, KNOWLEDGE)] == found
