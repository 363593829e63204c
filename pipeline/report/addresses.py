"""Addresses that may become links."""

import base64
import re

_WEB_ADDRESS = re.compile(r"https?://[^\s]+", re.IGNORECASE)


def web_address(url: str) -> str:
    """The address where it leads to the web, else nothing: a ``javascript:`` link must not get into a page."""
    return url if _WEB_ADDRESS.fullmatch(url.strip()) else ""


def data_address(content: bytes, kind: str) -> str:
    """The address that holds a file of a media type itself, so that a page which is mailed alone has it."""
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"
