"""The folder of results: one run at a time in it, and a sentence for what can be wrong with it."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from pipeline.errors import CommuniqueError

LOCK = ".communique.lock"
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_FORBIDDEN = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
_PRIMARY = 0xFF
"""The part of an error code of SQLite's that names its kind."""


@contextmanager
def only_run(outputs: Path) -> Iterator[None]:
    """Keep other runs out of the folder while it is open; whatever ends this process lets them in again.

    Raises :class:`CommuniqueError` where another run is in it, or where it cannot be written.
    """
    path = outputs / LOCK
    try:
        outputs.mkdir(parents=True, exist_ok=True)
        # A lock of SQLite's: the same on every system, and gone with the process, however that ends.
        holder = sqlite3.connect(path, timeout=0.0, isolation_level=None)
    except (OSError, sqlite3.Error) as error:
        raise cannot_be_written(outputs) from error
    with closing(holder):
        try:
            holder.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as error:
            if _kind(error) == sqlite3.SQLITE_BUSY:
                raise in_use(outputs) from error
            raise explained(error, path) from error
        yield


@contextmanager
def writing(outputs: Path) -> Iterator[None]:
    """While it is open, a disk that is full or may not be written is a :class:`CommuniqueError`."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise is_full(outputs) from error
        if error.errno in _FORBIDDEN:
            raise cannot_be_written(outputs) from error
        raise


def put_aside(file: Path) -> Path | None:
    """Give a file another name, in place of one that was put aside before; None where there is none.

    What SQLite keeps beside it goes along: it would be played into the next file of that name.
    """
    for beside in ("-journal", "-wal", "-shm"):
        file.with_name(file.name + beside).unlink(missing_ok=True)
    if not file.exists():
        return None
    return file.replace(file.with_name(f"{file.stem}.damaged{file.suffix}"))


def explained(error: sqlite3.Error, path: Path) -> CommuniqueError:
    """What an error of the database at ``path`` means to a user."""
    match _kind(error):
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return in_use(path)
        case sqlite3.SQLITE_FULL:
            return is_full(path.parent)
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return cannot_be_written(path)
    return damaged(path, error)


def damaged(path: Path, error: Exception) -> CommuniqueError:
    """The error of a database that holds what we did not write."""
    return CommuniqueError(
        f"{path} cannot be used ({error}): make run REBUILD=1 (communique run --rebuild) puts it aside and makes it "
        "anew from the corpus."
    )


def in_use(path: Path) -> CommuniqueError:
    """The error of a second run."""
    return CommuniqueError(f"{path} is in use by another run: wait until that one has ended.")


def is_full(outputs: Path) -> CommuniqueError:
    """The error of a disk without room."""
    return CommuniqueError(
        f"There is no room left on the disk of {outputs}: make some, then run again; what is done is kept."
    )


def cannot_be_written(path: Path) -> CommuniqueError:
    """The error of a folder or disk that may only be read."""
    return CommuniqueError(
        f"{path} cannot be written: mend its permissions, close what has its files open, or choose another outputs "
        "folder (OUTPUTS=)."
    )


def _kind(error: sqlite3.Error) -> int | None:
    code = getattr(error, "sqlite_errorcode", None)
    return None if code is None else int(code) & _PRIMARY
