"""Reading the documents: their code blocks, links and tables."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
KNOWLEDGE = ROOT / "pipeline" / "knowledge"
DOCUMENTS = (
    *sorted((ROOT / "docs").glob("*.md")),
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    KNOWLEDGE / "README.md",
)

_MARK = re.compile(r"<!-- test: (.+) -->")
_FENCE = re.compile(r"( *)```(\w*)$")
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """A fenced block: where it begins, its language, its code without indentation, and the mark in front of it."""

    path: Path
    line: int
    language: str
    code: str
    mark: str

    def __str__(self) -> str:
        return f"{self.path.relative_to(ROOT)}:{self.line}"


def blocks(path: Path) -> Iterator[CodeBlock]:
    """The fenced code blocks of a Markdown file, in order."""
    lines = path.read_text(encoding="utf-8").splitlines()
    opened: re.Match[str] | None = None
    start = 0
    for number, line in enumerate(lines):
        if opened is None:
            opened, start = _FENCE.match(line), number
        elif line.strip() == "```":
            indent = len(opened[1])
            code = "\n".join(text[indent:] for text in lines[start + 1 : number])
            mark = _MARK.match(lines[start - 1].strip()) if start else None
            yield CodeBlock(path, start + 1, opened[2], code, mark[1] if mark else "")
            opened = None
    assert opened is None, f"{path}: the block that begins at line {start + 1} does not end"


def all_blocks(language: str) -> list[CodeBlock]:
    """The blocks of one language in all documents."""
    return [block for path in DOCUMENTS for block in blocks(path) if block.language == language]


def links(path: Path) -> list[str]:
    """Targets of links inside the repository, with their fragment."""
    targets = _LINK.findall(path.read_text(encoding="utf-8"))
    return [target for target in targets if "://" not in target]


def anchors(path: Path) -> set[str]:
    """Names under which the headings of a Markdown file can be linked to, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
