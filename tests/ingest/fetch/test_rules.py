"""Rules of robots.txt: groups, the longest rule that fits, wildcards."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ingest.fetch.rules import parse_rules

RULES = """
User-agent: Other
User-agent: Communique/2
Disallow: /private/
Allow: /private/press/   # but these
Disallow: /*.pdf$
Disallow: /search*print=
Crawl-delay: 3

User-agent: *
Disallow: /
"""


@pytest.mark.parametrize(
    ("path", "is_allowed"),
    [
        ("/", True),
        ("/private/a", False),
        ("/private/press/a", True),
        ("/%70rivate/a", False),
        ("/a/readout.pdf", False),
        ("/a/readout.pdf?x=1", True),
        ("/search?q=a&print=1", False),
        ("/search?q=a", True),
    ],
)
def test_the_longest_rule_that_fits_decides(path: str, is_allowed: bool) -> None:
    assert parse_rules(RULES, "Communique").permit(path) is is_allowed


def test_a_program_without_a_group_of_its_own_follows_that_of_all() -> None:
    assert parse_rules(RULES, "Communique").delay == 3
    assert not parse_rules(RULES, "Third").permit("/a")
    assert parse_rules("User-agent: *\nDisallow:\n", "Third").permit("/a")


@given(st.text(alphabet="uUser-agnt:*dilow/$ \n#%3,a.e+", max_size=200), st.text(alphabet="/a*$%.", max_size=60))
def test_any_file_gives_rules(text: str, path: str) -> None:
    rules = parse_rules(text, "Communique")
    assert rules.permit("/" + path) in (True, False)
    assert rules.delay >= 0


def test_a_rule_of_many_wildcards_is_quick() -> None:
    assert parse_rules("User-agent: *\nDisallow: /" + "*a" * 5_000 + "b$", "Communique").permit("/" + "a" * 2_000)
