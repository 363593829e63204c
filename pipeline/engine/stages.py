"""The works of the stages: reading, the language work, policy areas."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from pipeline.engine.places import resolved, resolved_models
from pipeline.engine.work import Work
from pipeline.fingerprint import of_classify, of_ingest, of_tag
from pipeline.knowledge import Knowledge
from pipeline.records import Analysis, Document, Skipped
from pipeline.settings import Models

if TYPE_CHECKING:
    from pipeline.ingest.corpus.entries import Entry
    from pipeline.ingest.stage import Ingested

BYTES_A_WORD = 6


@dataclass(frozen=True)
class Reading(Work["Entry", "Ingested | Skipped"]):
    """Entries of the corpus are read, cleaned and described."""

    knowledge: Knowledge
    name: ClassVar[str] = "reading it"
    words_a_process: ClassVar[int] = 60_000

    def load(self) -> Callable[[Sequence["Entry"]], Iterable["Ingested | Skipped"]]:
        """The function of ``ingest``."""
        from pipeline.ingest.stage import read_one  # the readers of all formats: half a second

        return lambda entries: [read_one(entry, self.knowledge) for entry in entries]

    def words(self, item: "Entry") -> int:
        """By the bytes, whatever the format."""
        return len(item.data) // BYTES_A_WORD + 1

    def source(self, item: "Entry") -> str:
        """Its place in the corpus."""
        return item.path

    def identity(self) -> Mapping[str, str]:
        """Knowledge, and the code of ``ingest``."""
        return {"knowledge": self.knowledge.digest, "code of ingest": of_ingest(0, self.knowledge)}


@dataclass(frozen=True)
class Tagging(Work[Document, Analysis]):
    """Documents get their sentences, entities and commitments. ``models`` as :func:`portable_models` gives them."""

    models: Models
    name: ClassVar[str] = "the language work"
    words_a_process: ClassVar[int] = 40_000

    def load(self) -> Callable[[Sequence[Document]], Iterable[Analysis]]:
        """The function of ``tag`` with its pipeline."""
        from pipeline.language.lean import import_spacy

        import_spacy()  # a second that only this work pays for
        from pipeline.engine.loading import tagging_pipeline
        from pipeline.tag.stage import tag

        nlp = tagging_pipeline(resolved_models(self.models))
        return lambda documents: tag(documents, nlp)

    def words(self, item: Document) -> int:
        """Words of its text."""
        return len(item.text.split())

    def source(self, item: Document) -> str:
        """Its place in the corpus."""
        return item.source

    def identity(self) -> Mapping[str, str]:
        """Knowledge, and the code and models of ``tag``."""
        models = resolved_models(self.models)
        knowledge = Knowledge(models.knowledge)
        return {"knowledge": knowledge.digest, "models or code of tag": of_tag(models, knowledge)}


@dataclass(frozen=True)
class Classifying(Work[Analysis, Analysis]):
    """Analyses get their policy areas. ``areas`` is the folder of the model, as :func:`portable` gives it."""

    areas: str
    knowledge: Knowledge
    name: ClassVar[str] = "the policy areas"
    words_a_process: ClassVar[int] = 200_000

    def load(self) -> Callable[[Sequence[Analysis]], Iterable[Analysis]]:
        """The function of ``classify`` with its model."""
        from pipeline.classify.model import load_model
        from pipeline.classify.stage import classify

        model = load_model(resolved(self.areas), self.knowledge)
        return lambda analyses: classify(analyses, model)

    def words(self, item: Analysis) -> int:
        """Words of its text."""
        return len(item.document.text.split())

    def source(self, item: Analysis) -> str:
        """Its place in the corpus."""
        return item.document.source

    def identity(self) -> Mapping[str, str]:
        """Knowledge, and the code and model of ``classify``."""
        digest = of_classify(resolved(self.areas), self.knowledge)
        return {"knowledge": self.knowledge.digest, "model or code of classify": digest}
