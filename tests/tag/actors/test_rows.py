"""Names in a row, over parses that keep one name of several."""

import pytest

from pipeline.tag.actors.rows import whole
from tests.tag.actors.documents import document

ROW = "Chile/NNP/nsubj>pay , Peru/NNP/dep>pay and/CC/cc>Norway Norway/NNP/dep>pay will/MD/aux>pay pay/VB ."


@pytest.mark.parametrize(
    ("sentence", "mention", "expected"),
    [
        (ROW, "Chile", "Chile, Peru and Norway"),
        (ROW, "Norway", "Chile, Peru and Norway"),
        (ROW.replace("and/CC/cc>Norway Norway/NNP/dep>pay ", ""), "Chile", "Chile"),
        (f"On/IN/case>Chile {ROW}", "Norway", "Peru and Norway"),
        (f"On/IN/case>Chile {ROW}", "Peru", "Peru and Norway"),
        (f"In/IN/case>Oslo Oslo/NNP/obl>pay , {ROW}", "Norway", "Chile, Peru and Norway"),
        (ROW.replace("will/MD/aux>pay pay/VB", "ports/NNS/dep>pay pay/VB"), "Chile", "Chile"),
        ("European/NNP/nsubj>pays Union/NNP/flat>European pays=pay/VBZ .", "European", "European Union"),
        ("Crews/NNS/nsubj>pay of/IN/case>Chile Chile/NNP/nmod>Crews , Peru/NNP/dep>pay pay/VB .", "Crews", "Crews"),
    ],
)  # fmt: skip
def test_a_name_is_taken_whole_and_with_its_row(sentence: str, mention: str, expected: str) -> None:
    doc = document(sentence)
    start = doc.text.rindex(mention)
    span = doc.char_span(start, start + len(mention))
    assert whole(span).text == expected
