"""Where things lie and how a run behaves: defaults < ``communique.toml`` < environment < options, made once, frozen."""

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from pipeline.errors import CommuniqueError

PACKAGE = Path(__file__).parent
MODEL = PACKAGE / "model"
CONFIG_FILE = "communique.toml"
ENVIRONMENT_PREFIX = "COMMUNIQUE_"


LARGEST = 1_000_000_000
LONGEST_SHOWN = 60
LONGEST_PART, MOST_PARTS = 255, 100
"""Bytes of a name of a file, and names in a path: file systems take no more of the first."""
NO_ENCODER = "none"
"""The setting ``encoder`` that does without one."""


@dataclass(frozen=True, slots=True)
class Models:
    """What the language work reads with: a spaCy pipeline, an encoder or :data:`NO_ENCODER`, and a knowledge folder."""

    language: str = str(MODEL / "language")
    encoder: str = str(MODEL / "encoder")
    knowledge: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a user can set.

    ``corpus`` is a folder; where it is set to an address ("s3://bucket/press"), that is ``address``, empty otherwise.
    ``workers`` 0 means: as many processes as pay for the size of the corpus. ``scheduler`` is the address of a Dask
    scheduler whose workers do the work in place of them; empty for none. ``max_bytes`` is the size above which a
    corpus file is not read. ``web_delay`` and ``web_seconds`` are the pause between two pages that are fetched, and the
    time that one may take. ``language_model`` and ``areas_model`` are a folder, or the name of an installed spaCy
    pipeline. ``encoder`` is the folder of an encoder, or "none" for faster work that is less well done. ``knowledge``
    is a folder of knowledge files that take the place of the shipped ones; empty for none.
    """

    corpus: Path = Path("corpus")
    address: str = ""
    outputs: Path = Path("outputs")
    language_model: str = str(MODEL / "language")
    encoder: str = str(MODEL / "encoder")
    areas_model: str = str(MODEL / "areas")
    knowledge: str = ""
    workers: int = 0
    scheduler: str = ""
    max_bytes: int = 5_000_000
    web_delay: int = 2
    web_seconds: int = 60

    @property
    def models(self) -> Models:
        """What the language work reads with."""
        return Models(self.language_model, self.encoder, self.knowledge)


def load(folder: Path, environment: Mapping[str, str], options: Mapping[str, Any]) -> Settings:
    """Settings for a run in ``folder``.

    ``options`` are values from the command line, None where an option was not given. Raises :class:`CommuniqueError`
    on an unknown name or
    an unusable value, naming its place.
    """
    settings = Settings()
    path = folder / CONFIG_FILE
    if path.is_file():
        settings = _merge(settings, _read(path), str(path))
    from_environment = {
        name.removeprefix(ENVIRONMENT_PREFIX).lower(): value
        for name, value in environment.items()
        if name.startswith(ENVIRONMENT_PREFIX)
    }
    settings = _merge(settings, from_environment, "the environment")
    return _merge(settings, {k: v for k, v in options.items() if v is not None}, "the options")


def current(**options: Any) -> Settings:
    """Settings of this process: its working folder and environment, with ``options`` on top."""
    return load(Path.cwd(), os.environ, options)


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError) as error:  # numbers without end and brackets in brackets among them
        raise CommuniqueError(f"{path} is not valid TOML ({error}): mend that line or delete the file.") from error


def _merge(settings: Settings, values: Mapping[str, Any], place: str) -> Settings:
    known = {f.name: f.type for f in fields(Settings)}
    changes: dict[str, Any] = {}
    for name, value in values.items():
        if name not in known:
            raise CommuniqueError(
                f"{place} sets '{name}', which is not a setting: use one of {', '.join(sorted(known))}."
            )
        if name == "corpus":
            changes["address"] = str(value) if "://" in str(value) else ""
            if changes["address"]:
                continue
        changes[name] = _convert(name, value, type(getattr(settings, name)), place)
    return replace(settings, **changes)


def _convert(name: str, value: Any, kind: type, place: str) -> Any:
    if kind is int:
        number = _whole(value)
        if not 0 <= number <= LARGEST:
            raise CommuniqueError(f"{place} sets {name} = {_shown(value)}: give a whole number from 0 to {LARGEST:,}.")
        return number
    if not isinstance(value, (str, Path)) or "\0" in str(value):
        raise CommuniqueError(f"{place} sets {name} = {_shown(value)}: give a text between quotes.")
    parts = re.split(r"[/\\]", str(value))
    if len(parts) > MOST_PARTS or any(len(os.fsencode(part)) > LONGEST_PART for part in parts):
        raise CommuniqueError(f"{place} sets {name} = {_shown(value)}..., which is longer than any path: shorten it.")
    return Path(value) if issubclass(kind, Path) else str(value)


def _whole(value: Any) -> int:
    """A whole number, or the one that a text names; -1 for everything else."""
    try:
        return int(value) if isinstance(value, str) or type(value) is int else -1
    except ValueError:
        return -1


def _shown(value: Any) -> str:
    """A value as a message quotes it."""
    try:
        return repr(value)[:LONGEST_SHOWN]
    except ValueError:  # a number of thousands of digits
        return "a number of thousands of digits"
