"""Names of files that every file system holds: which two are one, and which characters none may have."""

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

_UNSAFE = re.compile(r'[<>:"/\\|?*%]|^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?=\.|$)', re.IGNORECASE)
"""What Windows refuses in a name, names that mean devices there, and the sign that stands in their place.

The report's page knows the same pattern (``rows.js``).
"""


def composed(name: str) -> str:
    """The name with its accents in one piece with their letters (NFC): macOS may hand them out apart."""
    return unicodedata.normalize("NFC", name)


def same_name(name: str) -> str:
    """What two names have in common that are one file to Windows or macOS, where capitals and accents are concerned."""
    return composed(name).casefold()


def file_name(doc_id: str) -> str:
    """The name, without ending, of a document's files: its id, with ``%3A`` and the like for what none may have."""
    return _UNSAFE.sub(lambda found: f"%{ord(found[0][0]):02X}{found[0][1:]}", doc_id)


def remove_others(folder: Path, pattern: str, written: Iterable[Path]) -> None:
    """Remove the files of a folder that fit a pattern and are not among those just written, by whatever spelling."""
    kept = {same_name(path.name) for path in written}
    for path in folder.glob(pattern):
        if same_name(path.name) not in kept:
            path.unlink()
