"""Metadata that is written wrongly ends in a sentence, whatever the library of YAML makes of it."""

import pytest

from pipeline.errors import DocumentError
from pipeline.ingest.description.metadata import parse, understand

LONG = "0x" + "f" * 5000
"""A number that Python reads and does not write."""


@pytest.mark.parametrize(
    "text",
    [
        'title: !!int ""',
        'title: !!float ""',
        "title: !!bool perhaps",
        "title: !!timestamp soon",
        "title: !!binary é",
        "title: !!python/object:os.x {}",
        "date: 2024-05-03T25:61:61Z",
        "title: [" + "[" * 3000,
        f"? {LONG}\n: x",
        "title: *nobody",
    ],
)
def test_what_is_no_yaml_is_refused_with_its_mend(text: str) -> None:
    with pytest.raises(DocumentError, match=r"talks.meta.yaml.* is not valid YAML: write 'key: value'"):
        parse(text, "talks.meta.yaml")


def test_a_number_that_is_no_date_is_not_used() -> None:
    with pytest.raises(DocumentError, match="date is a number of no use"):
        understand(parse(f"date: {LONG}", "talks.meta.yaml"), "talks.meta.yaml")
    _, unknown = understand(parse("date: .inf", "talks.meta.yaml"), "talks.meta.yaml")
    assert unknown == ("date inf, which is no day, month or year",)
