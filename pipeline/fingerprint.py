"""Fingerprints of the stages: what is stale after a change of code, knowledge, model or settings."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from pipeline.knowledge import Knowledge
from pipeline.settings import MODEL, PACKAGE, Settings

LEARNED_MODEL = "model"
"""Folder in the outputs for the model of policy areas that learns from the user's labels."""

LIBRARIES = {
    "ingest": ("ftfy", "charset-normalizer", "markdown-it-py"),
    "tag": ("spacy", "thinc"),
    "classify": ("numpy",),
}


@dataclass(frozen=True, slots=True)
class Fingerprints:
    """One hexadecimal digest a stage, over everything that its results depend on besides its input."""

    ingest: str
    tag: str
    classify: str


def fingerprints(settings: Settings, knowledge: Knowledge) -> Fingerprints:
    """Digests over code, knowledge files, models, library versions and the settings that change results."""
    common = [PACKAGE / "records.py", *sorted((PACKAGE / "knowledge").glob("*.py"))]
    known = knowledge.digest
    return Fingerprints(
        ingest=_digest([*common, *_files(PACKAGE / "ingest")], [*_versions("ingest"), known, str(settings.max_bytes)]),
        tag=_digest(
            [*common, *_code("language"), *_code("tag"), *_model(settings.language_model), *_files(MODEL / "judge")],
            [*_versions("tag"), known, settings.language_model],
        ),
        classify=_digest(
            [*common, *_code("classify"), *_files(areas_folder(settings))],
            [*_versions("classify"), known],
        ),
    )


def areas_folder(settings: Settings) -> Path:
    """The model of policy areas in use: the one learned from the user's labels where there is one, else that set."""
    learned = settings.outputs / LEARNED_MODEL
    return learned if learned.is_dir() else Path(settings.areas_model)


def chain(*parts: str) -> str:
    """Digest of a sequence of digests."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _code(stage: str) -> list[Path]:
    return [p for p in _files(PACKAGE / stage) if "training" not in p.relative_to(PACKAGE).parts]


def _model(model: str) -> list[Path]:
    return _files(Path(model)) if Path(model).is_dir() else []


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(p for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts)


def _versions(stage: str) -> Iterator[str]:
    for library in LIBRARIES[stage]:
        try:
            yield f"{library} {version(library)}"
        except PackageNotFoundError:
            yield f"{library} none"


def _digest(files: Iterable[Path], texts: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for path in files:
        digest.update(path.name.encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    for text in texts:
        digest.update(text.encode() + b"\0")
    return digest.hexdigest()
