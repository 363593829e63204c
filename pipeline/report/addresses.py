"""Addresses that may become links."""

import re

_WEB_ADDRESS = re.compile(r"https?://[^\s]+", re.IGNORECASE)


def web_address(url: str) -> str:
    """The address where it leads to the web, else nothing: a ``javascript:`` link must not get into a page."""
    return url if _WEB_ADDRESS.fullmatch(url.strip()) else ""
