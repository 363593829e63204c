"""UTF-8 with a few bytes of another encoding in it: only these are read as Windows-1252."""

import re

from pipeline.ingest.passages import Change

LISTED = 200
"""Stray bytes that are listed one by one."""
MOST_STRAYS = 5_000
_SEQUENCE = rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
_WHOLE = re.compile(_SEQUENCE)
_HIGH = re.compile(rb"[\x80-\xff]")
_PIECE = re.compile(rb"((?:[\x00-\x7f]|" + _SEQUENCE + rb")++)|[\x80-\xff]")


def is_mostly_utf8(data: bytes) -> bool:
    """Whether at least as many characters beyond ASCII are whole in UTF-8 as there are bytes that are not."""
    whole = _WHOLE.findall(data)
    strays = len(_HIGH.findall(data)) - sum(map(len, whole))
    return bool(whole) and strays <= min(len(whole), MOST_STRAYS)


def decode_with_strays(data: bytes) -> tuple[str, list[Change]]:
    """The text of bytes that are UTF-8 but for a few, each of which is read as Windows-1252 and listed."""
    pieces: list[str] = []
    changes: list[Change] = []
    line = 1
    for piece in _PIECE.finditer(data):
        if piece[1] is not None:
            pieces.append(piece[1].decode("utf-8", errors="replace"))
            line += piece[1].count(b"\n")
            continue
        letter = piece.group().decode("cp1252", errors="replace")
        pieces.append(letter)
        if len(changes) < LISTED:
            changes.append(Change(line, "encoding", f"byte {piece.group().hex().upper()}", letter))
    return "".join(pieces), changes
