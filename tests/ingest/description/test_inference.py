"""What a file's name tells where the text is silent."""

import pytest

from pipeline.ingest.description.inference import title_of_name
from pipeline.ingest.description.issuers import issuer_of_name
from tests.shipped import KNOWLEDGE


@pytest.mark.parametrize(
    ("name", "title"),
    [
        (
            "2031-05-20-readout-of-the-call-with-president-boric-of-chile-2",
            "Readout of the Call with President Boric of Chile",
        ),
        ("norway-u-s-joint-statement", "Norway U.S. Joint Statement"),
        ("g7-and-asean-leaders-statement_41597", "G7 and ASEAN Leaders Statement"),
        ("visit to iraq", "Visit to Iraq"),
        ("NOR_72_2017", "NOR"),
    ],
)
def test_a_name_becomes_a_title(name: str, title: str) -> None:
    assert title_of_name(name, KNOWLEDGE) == title


@pytest.mark.parametrize(
    ("name", "issuer"), [("NOR_72_2017", "Norway"), ("2031-nor-statement", ""), ("ABC_1_2020", ""), ("NORWAY_1", "")]
)
def test_a_name_that_begins_with_the_code_of_a_state_tells_the_issuer(name: str, issuer: str) -> None:
    assert issuer_of_name(name, KNOWLEDGE) == issuer
