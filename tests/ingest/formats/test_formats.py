"""Every format brings back the text: words, sentences, order, and nothing of what stands around it."""

import pytest

from tests.readers.__main__ import LAYOUTS, ours, score, tell
from tests.readers.laterlayouts import LATER_LAYOUTS
from tests.readers.officelayouts import OFFICE_LAYOUTS
from tests.readers.printlayouts import PRINT_LAYOUTS
from tests.readers.statements import AID, DEFENCE, ENERGY, FISHERIES, STATEMENTS, Statement
from tests.readers.textlayouts import TEXT_LAYOUTS
from tests.readers.weblayouts import COOKIES, RELATED, WEB_LAYOUTS

FLOOR = 0.97


@pytest.mark.parametrize("statement", STATEMENTS, ids=lambda statement: statement.title[:20])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_words_and_sentences_come_back(layout: str, statement: Statement) -> None:
    found = score(ours, layout, statement)
    assert found.words >= FLOOR
    assert found.sentences == 1


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_parts_of_a_statement_stay_in_order(layout: str) -> None:
    ending, draw = LAYOUTS[layout]
    text = " ".join("\n".join(ours(draw(DEFENCE), ending)).split())
    places = [text.index(" ".join(sentence.split())) for sentence in DEFENCE.sentences()]
    assert places == sorted(places)


@pytest.mark.parametrize("layout", [*WEB_LAYOUTS, *LATER_LAYOUTS, *TEXT_LAYOUTS, *OFFICE_LAYOUTS])
def test_title_day_and_issuer_are_told(layout: str) -> None:
    assert [found for found in (tell(layout, s) for s in (FISHERIES, AID)) if not all(found.right.values())] == []


@pytest.mark.parametrize("layout", WEB_LAYOUTS)
def test_what_the_site_puts_around_a_statement_stays_out(layout: str) -> None:
    ending, draw = WEB_LAYOUTS[layout]
    text = "\n".join(ours(draw(FISHERIES), ending))
    around = (*RELATED, COOKIES[:40], "Share", "Imprint", "newsletter", FISHERIES.caption)
    assert FISHERIES.title in text
    assert [other for other in around if other in text] == []


@pytest.mark.parametrize("layout", PRINT_LAYOUTS)
def test_captions_and_page_numbers_stay_out_of_print(layout: str) -> None:
    ending, draw = PRINT_LAYOUTS[layout]
    blocks = ours(draw(FISHERIES), ending)
    assert FISHERIES.caption not in "\n".join(blocks)
    assert not {"1", "Page 1", "– 1 –", "2"} & set(blocks)


@pytest.mark.parametrize("layout", ["modern", "styled-docx", "plain-docx", "odt", "rtf", "letterhead"])
def test_numbered_paragraphs_keep_their_numbers(layout: str) -> None:
    ending, draw = LAYOUTS[layout]
    blocks = ours(draw(ENERGY), ending)
    assert [block[:2] for block in blocks if block[:1].isdigit()] == ["1.", "2.", "3.", "4.", "5.", "6."]


@pytest.mark.parametrize("layout", ["modern", "styled-docx", "odt", "rtf", "letterhead", "magazine"])
def test_a_table_comes_row_by_row(layout: str) -> None:
    ending, draw = LAYOUTS[layout]
    assert "Tents and blankets | 10 million crowns | Red Lantern Society" in ours(draw(AID), ending)


@pytest.mark.parametrize("layout", ["modern", "styled-docx", "odt", "rtf", "letterhead", "brochure"])
def test_footnotes_stand_behind_the_text_and_leave_no_mark_in_it(layout: str) -> None:
    ending, draw = LAYOUTS[layout]
    blocks = ours(draw(AID), ending)
    notes = [i for i, block in enumerate(blocks) if any(note in block for note in AID.notes)]
    assert notes == [len(blocks) - 2, len(blocks) - 1]
    assert any(block.endswith("approximately 60,000 people.") for block in blocks)
