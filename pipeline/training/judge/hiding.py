"""Documents whose parties are hidden from the judge while it learns.

Parties are often unknown where the product is used, and an actor needs none: who is named and binds itself is one all
the same. Had the judge seen parties in every document, it would know promises by them. Which documents are hidden
follows from their names, so that the weights come out the same each time.
"""

import hashlib
from collections.abc import Mapping
from typing import Any

ONE_IN = 3
"""Of so many documents the parties of one are hidden."""
TELLING = frozenset({"parties", "title", "issuer"})
"""What tells the parties of a document, or is what they are inferred from."""


def is_hidden(doc_id: str) -> bool:
    """Whether the parties of a document are hidden."""
    return int(hashlib.sha256(doc_id.encode()).hexdigest(), 16) % ONE_IN == 0


def shown(about: Mapping[str, Any]) -> dict[str, Any]:
    """What the judge may know of a document: its metadata, without what tells its parties where they are hidden."""
    hides = is_hidden(str(about.get("doc_id", "")))
    return {name: value for name, value in about.items() if not (hides and name in TELLING)}
