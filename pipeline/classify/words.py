"""Words of a text as the policy areas see them."""

import re

_WORD = re.compile(r"[^\W_]+")


def tokens(text: str) -> list[str]:
    """Lower-case words and numbers of a text; hyphens, apostrophes and full stops part them."""
    return _WORD.findall(text.lower())
