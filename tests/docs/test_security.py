"""Every claim of docs/security.md names a test that exists."""

import ast
import re

from tests.docs.blocks import ROOT

NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


def test_each_test_that_is_named_exists() -> None:
    named = NAMED.findall((ROOT / "docs" / "security.md").read_text(encoding="utf-8"))
    assert len(named) >= 30
    for place, test in named:
        tree = ast.parse((ROOT / place).read_text(encoding="utf-8"))
        assert test in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}, f"{place}::{test}"
