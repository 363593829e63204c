"""Analyses of small texts, made by the stages of the product: what the builders of all tests begin with."""

from functools import cache

import yaml
from spacy.language import Language

import pipeline
from pipeline.classify.model import AreaModel, load_model
from pipeline.classify.stage import classify
from pipeline.ingest.corpus.entries import Entry, Sidecar
from pipeline.ingest.stage import read_entry
from pipeline.records import Analysis, Document
from pipeline.settings import Settings
from pipeline.tag.stage import tag
from tests.shipped import KNOWLEDGE


@cache
def shipped_pipeline() -> Language:
    """The whole pipeline as a user gets it, loaded once in a process; nobody adds, takes or switches off anything."""
    return pipeline.load()


@cache
def shipped_areas() -> AreaModel:
    """The shipped model of policy areas, loaded once in a process."""
    return load_model(Settings().areas_model, KNOWLEDGE)


def ingested(text: str, doc_id: str = "talks", **metadata: object) -> Document:
    """The document that ingest makes of a text file with ``metadata`` in a file beside it."""
    sidecar = Sidecar(f"{doc_id}.meta.yaml", yaml.safe_dump(metadata).encode()) if metadata else None
    return read_entry(Entry(doc_id, f"{doc_id}.txt", ".txt", text.encode(), sidecar), KNOWLEDGE)


def tagged(document: Document) -> Analysis:
    """What the taggers find in the document."""
    (analysis,) = tag([document], shipped_pipeline())
    return analysis


def classified(analysis: Analysis) -> Analysis:
    """The analysis with the policy areas that the shipped model gives it."""
    (result,) = classify([analysis], shipped_areas())
    return result
