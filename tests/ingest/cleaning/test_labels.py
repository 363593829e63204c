"""Labels, which stay and say nothing, and lines of the page that go, with and without a bullet before them."""

import pytest

from pipeline.ingest.cleaning.clean import clean
from pipeline.ingest.description.titles import infer_title
from tests.shipped import KNOWLEDGE

PROSE = "The two ministers met in the old town hall."


def kinds(first: str) -> list[str]:
    """The kinds of the blocks of a text that begins with the line."""
    return [block.kind for block in clean(f"{first}\n\n{PROSE}", KNOWLEDGE, "Talks").blocks]


@pytest.mark.parametrize(
    "line",
    [
        "Published on 4 May 2031",
        "• Issued on 03 Dec. 2031",
        "• Press Release (2031) 15",
        "From:",
        "Distr.: General",
        "Anna Berg, Press Officer",
    ],
)
def test_a_label_is_kept_as_a_heading(line: str) -> None:
    assert kinds(line) == ["heading", "paragraph"]


@pytest.mark.parametrize(
    "line", ["Contact data:", "• Last updated: 3 May 2031 10:15", "Tel.: +47 22 00 00", "Main menu"]
)
def test_a_line_of_the_page_goes(line: str) -> None:
    assert kinds(line) == ["paragraph"]


@pytest.mark.parametrize(
    "line", ["Contacts between the ministries will go on.", "To: all who met in Oslo, with thanks."]
)
def test_a_sentence_that_begins_like_one_stays(line: str) -> None:
    assert kinds(line) == ["paragraph", "paragraph"]


def test_a_label_is_no_title() -> None:
    blocks = [("heading", "Press Release (2031) 15"), ("heading", "Talks on Lamps"), ("paragraph", PROSE)]
    assert infer_title(blocks, KNOWLEDGE) == "Talks on Lamps"
