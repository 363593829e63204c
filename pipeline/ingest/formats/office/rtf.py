"""Rich text (RTF): striprtf reads the wording; list numbers, footnotes and properties, which it drops, are ours."""

import re
from itertools import islice

from striprtf.striprtf import rtf_to_text

from pipeline.errors import DocumentError
from pipeline.ingest.cleaning.decoding import decode
from pipeline.ingest.formats.office.parts import Paragraph, lay_lines
from pipeline.ingest.reading import Properties, Reading

MOST_NOTES = 2_000
_LIST_TEXT = re.compile(r"\{\\(?:\*\\)?(?:listtext|pntext)\b")
_NOTE = re.compile(r"\{\\(?:\*\\)?footnote\b")
_NOTE_MARK = re.compile(r"\\chftn\b ?")
_BRACE = re.compile(r"\\[\\{}]|[{}]")
_FONT = re.compile(r"(?=\\f\d)")
_CODE_PAGE = re.compile(r"\\ansicpg\d{1,5}")
_TITLE, _AUTHOR = (re.compile(rf"\{{\\{name} ([^{{}}\\]{{1,500}})\}}") for name in ("title", "author"))
_MADE = re.compile(r"\{\\creatim\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})")
_ROW_END = re.compile(r"\s*\|\s*$")


def read_rtf(data: bytes, name: str) -> Reading:
    """A file of rich text. Raises :class:`DocumentError` where it is damaged."""
    text, _ = decode(data, name)
    text, notes = _take_notes(text)
    code_page = _CODE_PAGE.search(text)
    head = "{\\rtf1\\ansi" + (code_page.group() if code_page else "") + " "
    try:
        paragraphs = [_paragraph(line) for line in _plain(text).splitlines()]
        wordings = [_plain(f"{head}{note}}}") for note in notes]
    except Exception as error:  # striprtf raises whatever damaged control words make it stumble over
        raise DocumentError(f"{name} is damaged and cannot be read as rich text: save it again.") from error
    lines, changes = lay_lines(paragraphs, [note for note in wordings if note.strip()])
    return Reading(lines, {}, changes, _properties(text))


def _plain(text: str) -> str:
    """The wording of rich text.

    Line breaks, which mean nothing in it, keep the library's expressions for links and fonts from running over a whole
    line again and again.
    """
    prepared = _FONT.sub("\n", _LIST_TEXT.sub("{", text)).replace("\\fldinst", "\\fldinst\n")
    plain: str = rtf_to_text(prepared, errors="replace")  # type: ignore[no-untyped-call]
    return plain.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _take_notes(text: str) -> tuple[str, list[str]]:
    """The text without its footnotes, and their groups without the braces."""
    kept: list[str] = []
    notes: list[str] = []
    position = 0
    for found in islice(_NOTE.finditer(text), MOST_NOTES):
        if found.start() < position:
            continue
        end = _group_end(text, found.end())
        if end is None:
            break
        kept.append(text[position : found.start()])
        notes.append(_NOTE_MARK.sub("", text[found.end() : end]))
        position = end + 1
    return "".join(kept) + text[position:], notes


def _group_end(text: str, start: int) -> int | None:
    """Place of the brace that ends the group in which ``start`` stands; None where there is none."""
    depth = 1
    for brace in _BRACE.finditer(text, start):
        if len(brace.group()) == 1:
            depth += 1 if brace.group() == "{" else -1
            if not depth:
                return brace.start()
    return None


def _paragraph(line: str) -> Paragraph:
    """A line as a paragraph, or as the row of a table, whose cells the library ends with "|"."""
    is_row = line.rstrip().endswith("|")
    text = " | ".join(cell.strip() for cell in _ROW_END.sub("", line).split("|")) if is_row else line
    return Paragraph(text, row=is_row)


def _properties(text: str) -> Properties:
    title, author, made = (pattern.search(text) for pattern in (_TITLE, _AUTHOR, _MADE))
    return Properties(
        titles=(title[1],) if title else (),
        issuers=(author[1],) if author else (),
        created="-".join(f"{int(part):02}" for part in made.groups()) if made else "",
    )
