"""What the product makes of a damaged input."""

import importlib
import re
import zlib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from spacy.language import Language

import pipeline
from pipeline.classify.model import load_model
from pipeline.classify.terms import term_index
from pipeline.engine.loading import tagging_pipeline
from pipeline.errors import CommuniqueError
from pipeline.ingest.corpus.folder import find
from pipeline.ingest.stage import Ingested, ingest
from pipeline.knowledge import Knowledge
from pipeline.knowledge.areas import area_keys
from pipeline.language.wordforms import adapt_tokenizer
from pipeline.records import Skipped
from pipeline.settings import NO_ENCODER, Models, Settings, load
from pipeline.store import Store
from pipeline.tag.stage import tag
from pipeline.track.status import read_status
from tests.fuzzing.writing import TEXT, TITLE
from tests.shipped import KNOWLEDGE

TRIED = 10
Reader = Callable[[Knowledge], Any]
_SHIPPED = {(Settings().language_model, encoder) for encoder in (Settings().encoder, NO_ENCODER)}
_READS = re.compile(r"[kK]nowledge\.get\(((?:\w+\.)?\w+)\)")


class Traced(Knowledge):
    """Notes which files each reader asks for, those of the readers that it asks included."""

    def __init__(self) -> None:
        super().__init__()
        self.files: dict[Reader, set[str]] = {}
        self._within: list[Reader] = []

    def path(self, name: str) -> Path:
        """As the knowledge itself; the file counts for all readers that are at work."""
        for reader in self._within:
            self.files[reader].add(name)
        return super().path(name)

    def get(self, read: Callable[[Knowledge], Any]) -> Any:
        """As the knowledge itself."""
        self.files.setdefault(read, set())
        self._within.append(read)
        made = super().get(read)
        self._within.pop()
        for reader in self._within:
            self.files[reader] |= self.files[read]
        return made


@cache
def traced() -> Traced:
    """The shipped knowledge, read by all readers of the code."""
    known = Traced()
    for reader in dict.fromkeys(_readers()):
        known.get(reader)
    return known


def _readers() -> Iterator[Reader]:
    """What the code hands to :meth:`Knowledge.get`, by its wording."""
    package = Path(pipeline.__file__).parent
    for path in sorted(package.rglob("*.py")):
        names = _READS.findall(path.read_text(encoding="utf-8"))
        if not names or package / "training" in path.parents:
            continue
        module = importlib.import_module(".".join(path.relative_to(package.parent).with_suffix("").parts))
        for name in names:
            found: Any = module
            for part in name.split("."):
                found = getattr(found, part, None)
            if callable(found):
                yield found


def knowledge_with(folder: Path, name: str) -> Knowledge:
    """Knowledge whose file ``name`` is that of the folder, fully read. Raises :class:`CommuniqueError`."""
    known = Knowledge(folder)
    concerned = [reader for reader, files in traced().files.items() if name in files]
    # What rests on other files is taken over: to read all anew would take a second.
    known._made |= {reader: made for reader, made in traced()._made.items() if reader not in concerned}
    for reader in concerned:
        known.get(reader)
    return known


@cache
def language() -> Language:
    """The pipeline of the product, without encoder."""
    return tagging_pipeline(Models(encoder=NO_ENCODER))


@cache
def areas() -> tuple[str, ...]:
    """The areas of the shipped model."""
    return load_model(Settings().areas_model, KNOWLEDGE).areas


def take(folder: Path, kind: str, name: str, data: bytes) -> str:
    """What becomes of an input in an empty folder: "read", or "refused" with a sentence.

    Raises AssertionError where a reason is no sentence, and whatever else the product raises.
    """
    place = folder / ("knowledge" if kind == "knowledge" else "corpus")
    place.mkdir()
    (place / name).write_bytes(data)
    try:
        match kind:
            case "front matter" | "table":
                return _documents(place, KNOWLEDGE)
            case "metadata":
                (place / "talks.txt").write_text(f"{TITLE}\n\n{TEXT}", encoding="utf-8")
                return _documents(place, KNOWLEDGE)
            case "status":
                read_status(place)
            case "knowledge":
                _knowledge(folder, name)
            case "settings":
                (place / name).replace(folder / name)
                _settings(folder, load(folder, {}, {}))
    except CommuniqueError as error:
        check(str(error))
        return "refused"
    return "read"


def _documents(corpus: Path, knowledge: Knowledge) -> str:
    sources, skipped = find(corpus)
    found = list(ingest(sources, Settings().max_bytes, knowledge))
    for item in [*skipped, *(item for item in found if isinstance(item, Skipped))]:
        check(item.reason)
    return "read" if any(isinstance(item, Ingested) for item in found) else "refused"


def _knowledge(folder: Path, name: str) -> None:
    """Read the file; where it is accepted, one time in ten, read and tag a document with it: that takes long."""
    known = knowledge_with(folder / "knowledge", name)
    term_index(areas() if set(areas()) <= set(area_keys(known)) else area_keys(known), known)
    if zlib.crc32((folder / "knowledge" / name).read_bytes()) % TRIED:
        return
    corpus = folder / "corpus"
    corpus.mkdir()
    (corpus / "talks.txt").write_text(f"{TITLE}\n\n{TEXT}", encoding="utf-8")
    found = list(ingest(find(corpus)[0], Settings().max_bytes, known))
    for _, component in language().components:
        if hasattr(component, "knowledge"):
            component.knowledge = known
    adapt_tokenizer(language(), known)
    for item in found:
        if isinstance(item, Ingested):
            list(tag([item.document], language()))


def _settings(folder: Path, settings: Settings) -> None:
    """Use what the settings name, as far as it lies in the folder or nowhere."""
    Knowledge(settings.knowledge)
    if not settings.corpus.exists() or _is_under(settings.corpus, folder):
        find(settings.corpus)
    if _is_under(settings.outputs, folder):
        with Store(settings.outputs):
            pass
    if settings.areas_model != Settings().areas_model:
        load_model(settings.areas_model, KNOWLEDGE)
    if (settings.language_model, settings.encoder) not in _SHIPPED:
        tagging_pipeline(settings.models)


def _is_under(path: Path, folder: Path) -> bool:
    return path.resolve().is_relative_to(folder.resolve())


def check(reason: str) -> None:
    """Raise AssertionError where a reason is not one line that ends as a sentence does."""
    if not reason.strip() or "Traceback" in reason or "\n" in reason or reason[-1] not in ".?)":
        raise AssertionError(f"the reason is no sentence: {reason!r}")
