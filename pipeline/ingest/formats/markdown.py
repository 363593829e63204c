"""Markdown to lines: headings, paragraphs and list items told by the mark-up, which itself goes."""

from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from pipeline.ingest.cleaning.blocks import is_heading
from pipeline.records import BlockKind

Line = tuple[str, BlockKind | None]


def markdown_lines(text: str) -> Iterator[Line]:
    """The lines of a Markdown text, each at its place in the source: a paragraph stands on its first line.

    Yields the wording and its kind, and empty lines between.
    """
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    written = 0
    for token, marker, kind in _wordings(tokens):
        start = token.map[0] if token.map else written
        wording = " ".join(_wording(token).split())
        if not wording:
            continue
        while written <= start:
            yield "", None
            written += 1
        plain = kind == "paragraph" and not marker and token.type == "inline" and token.level == 1
        yield f"{marker}{wording}", "heading" if plain and is_heading(wording) else kind
        written += 1


def _wordings(tokens: list[Token]) -> Iterator[tuple[Token, str, BlockKind]]:
    """The tokens that hold wording, each with its list marker and kind."""
    kind: BlockKind = "paragraph"
    marker = ""
    for token in tokens:
        if token.type == "list_item_open":
            marker = f"{token.info}{token.markup} " if token.info else "- "
        elif token.type == "heading_open":
            kind = "heading"
        elif token.type == "heading_close":
            kind = "paragraph"
        elif token.type in ("inline", "code_block", "fence"):
            yield token, marker, kind
            marker = ""


def _wording(token: Token) -> str:
    """The wording of a token without emphasis, addresses of links, and pictures."""
    if token.children is None:
        return token.content
    parts = []
    for child in token.children:
        if child.type in ("text", "code_inline"):
            parts.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            parts.append(" ")
    return "".join(parts)
