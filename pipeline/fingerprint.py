"""Fingerprints of the stages: what is stale after a change of code, knowledge, model or settings."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution, requires
from pathlib import Path

from pipeline.knowledge import Knowledge
from pipeline.settings import MODEL, NO_ENCODER, PACKAGE, Models, Settings

DISTRIBUTION = "communique"
PARTIES = "parties.json"
"""What weighs for whom a document speaks: ingest asks it, and tag where nobody has asked yet."""
ACCURACY = "accuracy.toml"
"""How good the results are, as the report tells it."""
PUBLISHING = frozenset({".py", ".html", ".js", ".css", ".ttf"})
"""Endings of the files of the package that reports are made with."""
LEARNED_MODEL = "model"
"""Folder in the outputs for the model of policy areas that learns from the user's labels."""

RESTS_ON = {
    "ingest": ("ingest", "names", "knowledge", "records.py", "tables.py", "filenames.py"),
    "tag": ("tag", "language", "names", "knowledge", "records.py", "tables.py", "threads.py", "logistic.py"),
    "classify": ("classify", "names/words.py", "knowledge", "records.py", "tables.py", "threads.py", "logistic.py"),
    "track": ("track", "names", "knowledge", "records.py", "tables.py", "threads.py", "views.py", "logistic.py"),
}
"""The code that a stage's results come from: its folder and the rooms under it, by their place in the package."""
BESIDE = (
    "ingest/adding",
    "ingest/fetch",
    "tag/explain.py",
    "classify/explain.py",
    "classify/learning",
    "track/compare",
    "track/status.py",
)
"""Code in the folders of stages that makes none of their results: it adds, explains, compares, or trains."""
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_VERSION = re.compile(r"^Version:\s*(\S+)", re.MULTILINE | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fingerprints:
    """One hexadecimal digest a stage, over everything that its results depend on besides its input."""

    ingest: str
    tag: str
    classify: str
    track: str


def fingerprints(settings: Settings, knowledge: Knowledge) -> Fingerprints:
    """Digests over code, knowledge files, models, library versions and the settings that change results."""
    common = _common(knowledge)
    return Fingerprints(
        ingest=_ingest(settings.max_bytes, common),
        tag=_tag(settings.models, common),
        classify=_classify(str(areas_folder(settings)), common),
        track=_digest([*code("track"), *_files(MODEL / "track")], common),
    )


def of_ingest(max_bytes: int, knowledge: Knowledge) -> str:
    """The digest of ``ingest``, where files of up to ``max_bytes`` are read."""
    return _ingest(max_bytes, _common(knowledge))


def of_tag(models: Models, knowledge: Knowledge) -> str:
    """The digest of ``tag``: the same wherever models with the same files lie."""
    return _tag(models, _common(knowledge))


def of_classify(areas: str, knowledge: Knowledge) -> str:
    """The digest of ``classify`` with the model of policy areas in this folder."""
    return _classify(areas, _common(knowledge))


def of_report(areas: Path, knowledge: Knowledge) -> str:
    """The digest of ``report`` with the model of policy areas in this folder."""
    ours = [path for path in _files(PACKAGE) if path.suffix in PUBLISHING and MODEL not in path.parents]
    return _digest([*ours, *_files(areas), MODEL / ACCURACY], _common(knowledge))


def _ingest(max_bytes: int, common: Sequence[str]) -> str:
    return _digest([*code("ingest"), MODEL / PARTIES], [*common, str(max_bytes)])


def _tag(models: Models, common: Sequence[str]) -> str:
    files = [
        *code("tag"),
        *_model(models.language),
        *_encoder(models.encoder),
        *_files(MODEL / "judge"),
        MODEL / PARTIES,
    ]
    return _digest(files, [*common, _name(models.language), _name(models.encoder)])


def _classify(areas: str, common: Sequence[str]) -> str:
    return _digest([*code("classify"), *_files(Path(areas))], common)


def code(stage: str) -> list[Path]:
    """The source files that the results of ``stage`` come from: a change in one of them makes it stale."""
    files = [f for room in RESTS_ON[stage] for f in _sources(PACKAGE / room)]
    beside = [PACKAGE / place for place in BESIDE]
    return [f for f in files if not any(f == place or place in f.parents for place in beside)]


def libraries() -> list[str]:
    """Name and version of every library that this package declares to need, without those of extras, in order."""
    try:
        declared = requires(DISTRIBUTION) or []
    except PackageNotFoundError:  # run from a folder that was never installed
        declared = []
    names = (_NAME.match(line) for line in declared if "extra ==" not in line)
    return [f"{name[0]} {version(name[0])}" for name in sorted(filter(None, names), key=lambda name: name[0])]


def areas_folder(settings: Settings) -> Path:
    """The model of policy areas in use: the one learned from the user's labels where there is one, else that set."""
    learned = settings.outputs / LEARNED_MODEL
    return learned if learned.is_dir() else Path(settings.areas_model)


def chain(*parts: str) -> str:
    """Digest of a sequence of digests."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _common(knowledge: Knowledge) -> list[str]:
    return [*libraries(), knowledge.digest]


def _name(model: str) -> str:
    """What tells a model from others besides its files: nothing, where it is a folder."""
    return "" if Path(model).is_dir() else model


def _sources(place: Path) -> list[Path]:
    return sorted(place.rglob("*.py")) if place.is_dir() else [place]


def _encoder(encoder: str) -> list[Path]:
    return [] if encoder == NO_ENCODER else _files(Path(encoder))


def _model(model: str) -> list[Path]:
    return _files(Path(model)) if Path(model).is_dir() else []


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(p for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts)


def version(library: str) -> str:
    """The version of an installed library, "none" of one that is not. Only the line of its description that tells it
    is read: there are thirty of them, and every start asks.
    """
    try:
        found = _VERSION.search(distribution(library).read_text("METADATA") or "")
    except PackageNotFoundError:
        return "none"
    return found[1] if found else "none"


def _digest(files: Iterable[Path], texts: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for path in files:
        digest.update(path.name.encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    for text in texts:
        digest.update(text.encode() + b"\0")
    return digest.hexdigest()
