"""A corpus at an address (``s3://bucket/press``, ``zip://::archive.zip``): whatever fsspec reads, as sources.

Nothing is asked of any network but what the address names, and nothing is written there.
"""

import os
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from io import BufferedReader
from pathlib import PurePosixPath
from typing import Any, Literal

from pipeline.errors import CommuniqueError
from pipeline.filenames import composed, same_name
from pipeline.ingest.corpus.folder import (
    SIDECAR_ENDINGS,
    Source,
    clash,
    is_holder,
    is_ignored,
    shown,
    unusable_name,
)
from pipeline.records import Skipped


@dataclass(frozen=True)
class Remote:
    """A file of a file system of fsspec, as far as sources ask for a path."""

    system: Any
    place: str
    size: int

    @cached_property
    def name(self) -> str:
        """Its name without folders."""
        return PurePosixPath(self.place).name

    @cached_property
    def suffix(self) -> str:
        """Its ending."""
        return PurePosixPath(self.place).suffix

    def open(self, mode: Literal["rb"] = "rb") -> BufferedReader:
        """Open it for reading. Raises OSError whatever the system behind it raises."""
        try:
            return BufferedReader(self.system.open(self.place, mode))
        except OSError:
            raise
        except Exception as error:  # each system has errors of its own
            raise OSError(None, f"{type(error).__name__}: {error}") from error

    def stat(self) -> os.stat_result:
        """Its size, as of a file."""
        return os.stat_result((0, 0, 0, 0, 0, 0, self.size, 0, 0, 0))


def find_at(address: str) -> tuple[list[Source], list[Skipped]]:
    """As :func:`pipeline.ingest.corpus.folder.find`, for an address.

    Raises :class:`CommuniqueError` where nothing can be read there, or where what reads it is not installed.
    """
    system, root, files = _listed(address)
    sources: dict[str, Source] = {}
    holders: list[Source] = []
    skipped: list[Skipped] = []
    for place in sorted(files):
        if _is_aside(place, root):
            continue
        name = shown(_within(place, root))
        path = PurePosixPath(place)
        if reason := unusable_name(path.stem if path.name.isprintable() else path.name):
            skipped.append(Skipped(name, reason))
            continue
        beside = next((b for e in SIDECAR_ENDINGS if (b := str(path.with_name(path.stem + e))) in files), None)
        sidecar = Remote(system, beside, files[beside]) if beside else None
        source = Source(composed(path.stem), name, Remote(system, place, files[place]), sidecar, files[place])
        if is_holder(path.name):
            holders.append(source)
        elif first := sources.get(same_name(source.doc_id)):
            skipped.append(clash(name, first.path))
        else:
            sources[same_name(source.doc_id)] = source
    return sorted([*sources.values(), *holders], key=lambda source: (source.doc_id, source.path)), skipped


def _listed(address: str) -> tuple[Any, str, dict[str, int]]:
    """The file system of an address, the place that it names there, and the sizes of the files at it."""
    try:
        system, root = import_module("fsspec.core").url_to_fs(address)
        found = system.find(root, detail=True)
    except ImportError as error:
        raise CommuniqueError(
            f"The corpus {address} needs what is not installed ({error}): pip install 'communique[remote]'."
        ) from error
    except Exception as error:  # each system has errors of its own
        raise CommuniqueError(f"The corpus {address} cannot be read ({type(error).__name__}: {error}).") from error
    if not found:
        raise CommuniqueError(f"The corpus {address} holds no files: check the address.")
    return system, root.rstrip("/"), {place: int(about.get("size") or 0) for place, about in found.items()}


def _within(place: str, root: str) -> str:
    inside = place.removeprefix(root).lstrip("/")
    return inside or PurePosixPath(place).name


def _is_aside(place: str, root: str) -> bool:
    *folders, name = _within(place, root).split("/")
    return is_ignored(name) or any(folder.startswith(".") for folder in folders)
