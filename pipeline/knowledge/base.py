"""The knowledge object: data files that an analyst edits, the user's laid over the shipped ones, each read once."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from pipeline.errors import KnowledgeError
from pipeline.knowledge.reading import Row, read_expressions, read_list, read_table, read_toml

SHIPPED = Path(__file__).parent
T = TypeVar("T")
ENDINGS = frozenset({".csv", ".txt", ".toml"})


class Knowledge:
    """What the pipeline knows about names, cues and wordings.

    ``folder`` holds files that take the place of the shipped files of the same name; None, or a file that is not
    there, means the shipped one. The object is handed to whatever needs knowledge; :meth:`get` makes what a module
    builds from the files (a gazetteer, a lexicon) once for this object, so that two of them can live side by side.
    Raises :class:`KnowledgeError` where the folder does not exist, or holds a file that the shipped folder does not.
    """

    def __init__(self, folder: Path | str | None = None) -> None:
        self.folder = Path(folder) if folder else None
        self._made: dict[Callable[[Knowledge], Any], Any] = {}
        if self.folder is not None:
            self._check(self.folder)

    def __reduce__(self) -> tuple[type["Knowledge"], tuple[Path | None]]:
        """A copy in another process reads the files itself."""
        return Knowledge, (self.folder.absolute() if self.folder is not None else None,)

    def _check(self, folder: Path) -> None:
        if not folder.is_dir():
            raise KnowledgeError(f"The knowledge folder {folder} does not exist: make it, or leave the setting out.")
        shipped = _data_files(SHIPPED)
        for name in sorted(_data_files(folder) - shipped):
            raise KnowledgeError(
                f"{folder / name} is not a knowledge file: name it as the shipped file whose place it takes "
                f"({', '.join(sorted(shipped))})."
            )

    def path(self, name: str) -> Path:
        """The file ``name``: the user's where there is one, else the shipped one."""
        own = self.folder / name if self.folder is not None else None
        return own if own is not None and own.is_file() else SHIPPED / name

    def table(self, name: str, columns: Sequence[str]) -> Iterator[Row]:
        """Rows of the CSV file ``name`` (see :func:`pipeline.knowledge.reading.read_table`)."""
        return read_table(self.path(name), columns)

    def entries(self, name: str) -> tuple[str, ...]:
        """Entries of the list ``name`` (see :func:`pipeline.knowledge.reading.read_list`)."""
        return read_list(self.path(name))

    def expressions(self, name: str) -> tuple[str, ...]:
        """The list ``name`` of regular expressions (see :func:`pipeline.knowledge.reading.read_expressions`)."""
        return read_expressions(self.path(name))

    def toml(self, name: str) -> dict[str, Any]:
        """The TOML file ``name``."""
        return read_toml(self.path(name))

    def get(self, read: Callable[["Knowledge"], T]) -> T:
        """What ``read`` makes of the files, made when it is first asked for.

        ``read`` is a function of a module, such as ``read_lexicon``; what it gives must not be changed.
        """
        if read not in self._made:
            self._made[read] = read(self)
        made: T = self._made[read]
        return made

    @property
    def digest(self) -> str:
        """SHA-256 over the names and bytes of all files that are in use, in hexadecimal digits."""
        digest = hashlib.sha256()
        for name in sorted(_data_files(SHIPPED)):
            digest.update(name.encode() + b"\0" + hashlib.sha256(self.path(name).read_bytes()).digest())
        return digest.hexdigest()


def _data_files(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if path.is_file() and path.suffix in ENDINGS}
