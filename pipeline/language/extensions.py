"""``doc._.communique``: what a caller may tell about a document before the pipeline runs.

It is kept in the document's user data as plain values, so that a ``Doc`` can be stored and sent between processes.
"""

import datetime
from dataclasses import dataclass
from typing import Any

from spacy.tokens import Doc

from pipeline.records import Block

ATTRIBUTE = "communique"
"""The name under ``._.``, on documents and on spans: no other is taken from the host."""

_KEY = ("._.", ATTRIBUTE, None, None)
"""Where spaCy keeps the value of a document's attribute; it copies and joins what lies under such keys."""


@dataclass(frozen=True, slots=True)
class DocumentContext:
    """What is known of a document besides its text; the stages take it from metadata.

    ``blocks`` is the layout, None where it is unknown; ``parties`` are the codes of those who speak together, empty to
    have them read off the text; ``date`` is the day to which relative dates refer. ``publisher`` are the codes of those
    for whom the issuer speaks; None where nobody has read the text for publisher and parties yet.
    """

    blocks: tuple[Block, ...] | None = None
    parties: tuple[str, ...] = ()
    title: str = ""
    issuer: str = ""
    date: datetime.date | None = None
    publisher: tuple[str, ...] | None = None


NOTHING_KNOWN = DocumentContext()


def context_of(doc: Doc) -> DocumentContext:
    """What ``doc._.communique`` gives: the context made anew from its plain values, empty where none was given."""
    kept: dict[Any, Any] = doc.user_data
    values: dict[str, Any] | None = kept.get(_KEY)
    if values is None:
        return NOTHING_KNOWN
    blocks, day, publisher = values["blocks"], values["date"], values["publisher"]
    return DocumentContext(
        blocks=None if blocks is None else tuple(Block(*block) for block in blocks),
        parties=tuple(values["parties"]),
        title=values["title"],
        issuer=values["issuer"],
        date=datetime.date.fromisoformat(day) if day else None,
        publisher=None if publisher is None else tuple(publisher),
    )


def _set_context(doc: Doc, context: DocumentContext) -> None:
    """Keep a context as values that msgpack knows: lists, numbers, words."""
    kept: dict[Any, Any] = doc.user_data
    blocks = context.blocks
    kept[_KEY] = {
        "blocks": None if blocks is None else [[b.kind, b.start, b.body, b.end] for b in blocks],
        "parties": list(context.parties),
        "title": context.title,
        "issuer": context.issuer,
        "date": context.date.isoformat() if context.date else "",
        "publisher": None if context.publisher is None else list(context.publisher),
    }


Doc.set_extension(ATTRIBUTE, getter=context_of, setter=_set_context)
