"""Whose an address or a telephone is."""

import pytest

from pipeline.names.situation.addresses import Addresses
from tests.shipped import KNOWLEDGE


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("Write to press@state.gov today.", ["USA"]),
        ("www.ports.govt.nz", ["NZL"]),
        ("More at https://harbours.gob.ec/news.", ["ECU"]),
        ("info@mfa.ee", ["EST"]),
        ("The gov. is new.", []),
        ("www.lanterna.com", []),
    ],
)
def test_an_official_address_tells_its_state(line: str, codes: list[str]) -> None:
    assert [code for code, _ in KNOWLEDGE.get(Addresses).official(line)][:1] == codes


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("Tel. (+94) 11 232 5371", ["LKA"]),
        ("Phone: +380 44 253 17 17", ["UKR"]),
        ("See www.lanterna.co.jp.", ["JPN"]),
        ("A budget of +25 million", []),
        ("+1 202 555 0100", []),
    ],
)
def test_other_addresses_and_telephones_tell_where_they_are(line: str, codes: list[str]) -> None:
    assert [code for code, _ in KNOWLEDGE.get(Addresses).other(line)] == codes
