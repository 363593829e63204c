"""The process that asks PDFium: files in, pages out. Run by :mod:`pipeline.ingest.formats.pdf.process`.

A file comes as its length in eight bytes and its bytes; lines of JSON go back, with ``done`` or ``refused`` in the last
one of a file. They are data only, whatever a file has made of this process.
"""

import json
import os
import sys
from collections.abc import Iterator
from dataclasses import astuple
from typing import Any, BinaryIO

import pypdfium2 as pdfium  # type: ignore[import-untyped]

from pipeline.ingest.formats.pdf.glyphs import read_sheet
from pipeline.ingest.formats.pdf.limits import MOST_CHARACTERS, MOST_PAGES
from pipeline.ingest.formats.pdf.pieces import pages_of

PROPERTIES = ("Title", "Author", "CreationDate")
"""Fields of the document information that are used."""

Message = dict[str, Any]


def messages(data: bytes) -> Iterator[Message]:
    """What is told of a file: one message a page, or a direction of writing on it, and a last one."""
    try:
        with pdfium.PdfDocument(data) as document:
            if len(document) > MOST_PAGES:
                yield {"refused": "pages", "count": len(document)}
                return
            characters = 0
            for index in range(len(document)):
                try:
                    sheet = read_sheet(document, index)
                except pdfium.PdfiumError:
                    continue
                characters += len(sheet.glyphs)
                if characters > MOST_CHARACTERS:
                    yield {"refused": "characters", "count": characters}
                    return
                for page in pages_of(sheet, index + 1):
                    pieces = [astuple(piece) for piece in page.pieces]
                    yield {"page": [page.number, page.width, page.height, pieces, page.pictures, page.stamps]}
            found = document.get_metadata_dict(skip_empty=True)
            yield {"done": {key: found[key] for key in PROPERTIES if key in found}}
    except pdfium.PdfiumError as error:
        yield {"refused": "locked" if "password" in str(error).lower() else "damaged"}


def serve(files: BinaryIO, answers: BinaryIO) -> None:
    """Answer for one file after the other, until there are no more."""
    _send(answers, {"ready": True})
    while len(head := files.read(8)) == 8:
        for message in messages(files.read(int.from_bytes(head, "big"))):
            _send(answers, message)


def _send(answers: BinaryIO, message: Message) -> None:
    answers.write(json.dumps(message).encode("ascii") + b"\n")
    answers.flush()


def main() -> None:
    """Serve over the standard streams; what a library prints goes elsewhere."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    serve(sys.stdin.buffer, answers)


if __name__ == "__main__":
    main()
