"""The stage ``tag``: entities, acts, commitments and actors in documents.

The taggers are spaCy components; :func:`add_taggers` puts them on any pipeline that has a parser, :func:`tag` runs a
pipeline over documents and turns what it finds into records.
"""

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.language import tokens
from pipeline.language.encoder import component as reading
from pipeline.language.extensions import DocumentContext
from pipeline.records import Analysis, Document
from pipeline.tag import statements
from pipeline.tag.commitments import component as commitments
from pipeline.tag.entities import component as entities
from pipeline.tag.rows import analysis

TAGGERS = (entities.FACTORY, commitments.FACTORY, statements.FACTORY)


def add_taggers(nlp: Language, knowledge: str = "", encoder: str = "") -> Language:
    """Add the encoder and the taggers that ``nlp`` does not have yet, in their order; returns ``nlp``.

    ``knowledge`` is a folder of knowledge files that take the place of the shipped ones, "" for none. ``encoder`` is
    the folder of an encoder, "" for none.
    """
    for name in TAGGERS:
        if name not in nlp.pipe_names:
            nlp.add_pipe(name, config={"knowledge": knowledge or None})
    if encoder and reading.FACTORY not in nlp.pipe_names:
        # Behind the entities, which may split a token: scores are kept by token.
        nlp.add_pipe(reading.FACTORY, before=commitments.FACTORY, config={"model": encoder})
    return nlp


def tag(documents: Iterable[Document], nlp: Language) -> Iterator[Analysis]:
    """Analyses of ``documents``, in their order, by a pipeline with parser and taggers.

    Each document goes through the pipeline alone, so that its result does not depend on its neighbours.
    """
    for document in documents:
        yield analysis(document, nlp(make_doc(document, nlp)))


def make_doc(document: Document, nlp: Language) -> Doc:
    """The document's text as an unparsed ``Doc`` that carries its blocks and metadata."""
    doc = tokens.make_doc(nlp, document.text)
    doc._.communique = DocumentContext(
        blocks=document.blocks,
        parties=document.parties,
        title=document.title,
        issuer=document.issuer,
        date=document.date if document.date_precision in ("", "day") else None,
        publisher=document.publisher,
    )
    return doc
