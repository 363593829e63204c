"""Where a sentence stands in a list, what the stem of the list does, and which items name an action; no model."""

import pytest
from spacy.tokens import Doc

from pipeline.language.extensions import DocumentContext
from pipeline.records import Block
from pipeline.tag.commitments import items
from pipeline.tag.commitments.cues import read_lexicon
from pipeline.tag.commitments.lists import read_stem
from pipeline.tag.commitments.scope import Scope, read_scope
from pipeline.tag.commitments.stems import Place, places
from tests.shipped import KNOWLEDGE
from tests.tag.parsed import parsed

WE_WILL = "We/PRP/nsubj>will will/MD : \\n"
SHARE = "•/NFP/punct>Share Share/VB charts/NNS/obj>Share ; \\n"
SOLD = "•/NFP/punct>sold Norway/NNP/nsubj>sold sold=sell/VBD ferries/NNS/obj>sold ; \\n"
PARAGRAPH = "They/PRP/nsubj>met met=meet/VBD . \\n"


@pytest.fixture(scope="module")
def scope() -> Scope:
    return KNOWLEDGE.get(read_scope)


def place_of(item: str) -> Place:
    """The place of an item under a stem without a verb."""
    doc = parsed("Next/JJ/amod>steps steps/NNS : \\n", f"•/NFP/punct {item}")
    return list(places(doc))[-1][1]


def seen(doc: Doc) -> list[tuple[str, bool, bool, str]]:
    """First word, whether it opens a line, whether it is an item, and its stem."""
    return [
        (place.first.text, place.opens_line, place.is_item, place.stem.text.strip() if place.stem is not None else "")
        for _, place in places(doc)
    ]


def test_items_stand_under_the_line_that_is_left_open() -> None:
    assert seen(parsed(WE_WILL, SHARE, SOLD)) == [
        ("We", True, False, ""),
        ("Share", True, True, "We will:"),
        ("Norway", True, True, "We will:"),
    ]


def test_a_paragraph_ends_the_list() -> None:
    assert seen(parsed(WE_WILL, SHARE, PARAGRAPH, SHARE))[-1] == ("Share", True, True, "")


def test_a_sentence_inside_a_line_opens_none() -> None:
    doc = parsed("They/PRP/nsubj>met met=meet/VBD .", "We/PRP/nsubj>met met=meet/VBD .")
    assert [opens for _, opens, _, _ in seen(doc)] == [True, False]


def test_an_adverb_before_the_verb_of_an_item_is_passed_over() -> None:
    further = "•/NFP/punct>Share Further/RB/advmod>Share Share/VB charts/NNS/obj>Share ; \\n"
    assert seen(parsed(WE_WILL, further))[-1][0] == "Share"


def test_a_heading_is_the_stem_of_what_follows_and_no_sentence_of_its_own() -> None:
    doc = parsed("Next/JJ/amod>steps steps/NNS \\n", "Share/VB charts/NNS/obj>Share . \\n")
    start = doc.text.index("Share")
    doc._.communique = DocumentContext(
        blocks=(Block("heading", 0, 0, start - 1), Block("paragraph", start, start, len(doc.text)))
    )
    assert seen(doc) == [("Share", True, False, "Next steps")]


def test_blocks_tell_items_where_the_text_has_no_markers() -> None:
    doc = parsed(WE_WILL, "Share/VB charts/NNS/obj>Share ; \\n")
    start = doc.text.index("Share")
    blocks = (Block("paragraph", 0, 0, start - 1), Block("item", start, start, len(doc.text)))
    doc._.communique = DocumentContext(blocks=blocks)
    assert seen(doc)[-1] == ("Share", True, True, "We will:")


@pytest.mark.parametrize(
    ("stem", "kind", "speaker"),
    [
        ("We/PRP/nsubj>will will/MD :", "binding", "We"),
        ("They/PRP/nsubj>agreed agreed=agree/VBD to/TO/mark>agreed :", "binding", "They"),
        (
            "They/PRP/nsubj>agreed agreed=agree/VBD on/IN/case>trade trade/NN/obl>agreed in/IN/case>area "
            "this/DT/det>area area/NN/obl>agreed of/IN/case>work work/NN/nmod>area :",
            "commitment",
            "They",
        ),
        ("We/PRP/nsubj>urge urge/VBP them/PRP/obj>urge to/TO/mark>urge :", "demand", "We"),
        ("The/DT/det>need need/NN to/TO/mark>act act/VB/acl>need :", "bare", ""),
        ("Next/JJ/amod>steps steps/NNS :", "bare", ""),
    ],
)
def test_a_stem_does_an_act_for_its_items(stem: str, kind: str, speaker: str) -> None:
    found = read_stem(parsed(stem)[:], KNOWLEDGE.get(read_lexicon))
    assert (found.kind, found.mention.span.text if found.mention.span is not None else "") == (kind, speaker)


def test_where_there_is_no_stem_the_speaker_speaks() -> None:
    found = read_stem(None, KNOWLEDGE.get(read_lexicon))
    assert (found.kind, found.mention.source, found.at) == ("none", "speaker", None)


@pytest.mark.parametrize(
    ("item", "opens"),
    [
        ("Share/VB charts/NNS/obj>Share ; \\n", True),
        ("Sharing/VBG charts/NNS/obj>Sharing ; \\n", True),
        ("Enhance/NN trade/NN/compound>ties ties/NNS/dep>Enhance ; \\n", True),
        ("Let/VB us/PRP/obj>Let begin/VB/xcomp>Let ; \\n", False),
        ("Is/VBZ it/PRP/nsubj>Is ; \\n", False),
        ("Water/NN : we/PRP/nsubj>share share/VBP/dep>Water charts/NNS/obj>share ; \\n", False),
        ("Welcome/VB the/DT/det>law law/NN/obj>Welcome ; \\n", False),
        ("It/PRP/nsubj>rained rained=rain/VBD ; \\n", False),
    ],
)
def test_an_item_under_a_plain_stem_opens_with_its_own_verb(item: str, opens: bool, scope: Scope) -> None:
    place = place_of(item)
    assert place.is_item
    assert items.opens_item(place, scope) is opens


def test_a_stem_that_ends_in_to_or_will_asks_for_a_verb() -> None:
    assert items.asks_for_verb(parsed(WE_WILL)[:])
    assert not items.asks_for_verb(parsed("Next/JJ/amod>steps steps/NNS :")[:])
    assert not items.asks_for_verb(None)


def test_the_strength_of_an_item_is_that_of_its_verb(scope: Scope) -> None:
    verbs = ("share", "seek", "explore")
    assert [items.strength_of(verb, "strong", scope) for verb in verbs] == ["strong", "medium", "weak"]


def test_an_item_binds_no_more_than_its_stem(scope: Scope) -> None:
    assert items.strength_of("share", "medium", scope) == "medium"
    assert items.strength_of("explore", "medium", scope) == "weak"


@pytest.mark.parametrize(
    ("item", "stem", "expected"),
    [
        ("Share/VB charts/NNS/obj>Share ; \\n", "bare", ("Share", "VB", False)),
        ("Sharing/VBG charts/NNS/obj>Sharing ; \\n", "bare", ("Sharing", "VBG", False)),
        ("Not/RB/advmod>sell sell/VB land/NN/obj>sell ; \\n", "binding", ("sell", "VB", True)),
        ("To/TO/mark>share share/VB charts/NNS/obj>share ; \\n", "binding", ("share", "VB", False)),
    ],
)
def test_the_opening_of_an_item(item: str, stem: str, expected: tuple[str, str, bool], scope: Scope) -> None:
    place = place_of(item)
    opening = items.read_item(place, place.first.sent.end, stem, scope)  # type: ignore[arg-type]
    assert opening is not None
    assert (opening.first.text, opening.opener, opening.is_refusal) == expected


def test_a_phrase_names_an_action_only_under_a_stem_that_binds(scope: Scope) -> None:
    place = place_of("charts/NNS for/IN/case>all all/DT/nmod>charts ; \\n")
    assert items.read_item(place, place.first.sent.end, "bare", scope) is None
    found = items.read_item(place, place.first.sent.end, "commitment", scope)
    assert found is not None
    assert found.opener == "NNS"
