"""From bytes to text: which encoding a file is written in, and text that was once decoded wrongly."""

import codecs

import ftfy
from charset_normalizer import from_bytes

from pipeline.errors import DocumentError
from pipeline.ingest.cleaning.strays import decode_with_strays, is_mostly_utf8
from pipeline.ingest.passages import Change, shorten

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SAMPLE = 65_536
CONTROL_SHARE = 0.02
"""Share of control bytes above which a file is taken for binary data; text has next to none."""

_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b\x1c\x1d\x1e")) + b"\x7f"
_MOJIBAKE_ONLY = ftfy.TextFixerConfig(unescape_html=False)


def decode(data: bytes, name: str) -> tuple[str, list[Change]]:
    """The text of a file, and a change where it was not plain UTF-8.

    Byte order marks come first, then UTF-16 by its zero bytes, UTF-8 (a few stray bytes change nothing in
    the rest), Windows-1252, and statistics only where these fail. Raises :class:`DocumentError` where the bytes are no
    text in any of them.
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(encoding, errors="replace")
            return text, [] if encoding == "utf-8" else [_encoding(encoding)]
    if encoding := _unmarked_utf16(data[:SAMPLE]):
        return data.decode(encoding, errors="replace"), [_encoding(encoding)]
    _refuse_binary(data[:SAMPLE], name)
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError:
        return decode_with_strays(data) if is_mostly_utf8(data) else _legacy(data, name)


def mend_mojibake(line: str) -> str:
    """``line`` with wrongly decoded characters mended ("â€™" to "’"); quotes and dashes stay as they are."""
    if line.isascii():
        return line
    return ftfy.fix_encoding(line, _MOJIBAKE_ONLY)


def describe_broken(number: int, line: str) -> Change:
    """A report of characters that no rule can bring back."""
    at = line.index("\ufffd")
    context = shorten(line[max(0, at - 40) : at + 40])
    return Change(number, "unreadable_character", context, context)


def _encoding(encoding: str) -> Change:
    return Change(1, "encoding", encoding, "utf-8")


def _unmarked_utf16(sample: bytes) -> str:
    """UTF-16 without a byte order mark: nearly every second byte of English text is zero, on one side only."""
    pairs = len(sample) // 2
    if pairs < 2:
        return ""
    even, odd = sample[0 : 2 * pairs : 2].count(0), sample[1 : 2 * pairs : 2].count(0)
    if odd > 0.7 * pairs and even < 0.05 * pairs:
        return "utf-16-le"
    if even > 0.7 * pairs and odd < 0.05 * pairs:
        return "utf-16-be"
    return ""


def _refuse_binary(sample: bytes, name: str) -> None:
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls > CONTROL_SHARE * len(sample):
        raise DocumentError(f"{name} holds binary data, not text: save it as plain text (UTF-8) and add it again.")


def _legacy(data: bytes, name: str) -> tuple[str, list[Change]]:
    """Windows-1252, unless its high bytes make up so much of the text that it must be another alphabet."""
    high = sum(byte >= 0x80 for byte in data[:SAMPLE])
    if high <= 0.1 * len(data[:SAMPLE]):
        try:
            return data.decode("cp1252"), [_encoding("windows-1252")]
        except UnicodeDecodeError:
            return data.decode("cp1252", errors="replace"), [_encoding("windows-1252 with broken bytes")]
    best = from_bytes(data[:SAMPLE]).best()
    if best is None:
        raise DocumentError(
            f"{name} is written in an encoding that cannot be told: save it as UTF-8 text and add it again."
        )
    return data.decode(best.encoding, errors="replace"), [_encoding(best.encoding)]
