"""Attributes that Communiqué adds to spaCy's ``Doc`` and ``Span`` (reached through ``._``).

What a caller may set before the pipeline runs:

- ``doc._.blocks``: tuple of :class:`pipeline.records.Block`, or None where the layout is unknown
- ``doc._.parties``: codes of the parties of the document; empty to have them read off the text
- ``doc._.title``, ``doc._.issuer``: strings; ``doc._.date``: :class:`datetime.date` or None

What the components leave:

- ``ent.kb_id_`` and ``ent._.name``: code and canonical name of an entity
- ``sentence._.acts``: tuple of acts of a sentence (a ``Span`` out of ``doc.sents``)
- ``doc.spans["commitments"]``: the action spans, each with ``span._.commitment``, a
  :class:`pipeline.tag.commitments.records.Finding` (kept as plain values in ``span._.commitment_values``, so that a
  ``Doc`` can be stored and sent between processes)
- ``span._.areas``: policy areas of a sentence or commitment span
"""

from spacy.tokens import Doc, Span


def register() -> None:
    """Make the attributes known to spaCy; safe to call more than once."""
    _add(Doc, "blocks", None)
    _add(Doc, "parties", ())
    _add(Doc, "title", "")
    _add(Doc, "issuer", "")
    _add(Doc, "date", None)
    _add(Span, "name", "")
    _add(Span, "acts", ())
    _add(Span, "commitment_values", None)
    _add(Span, "areas", ())


def _add(owner: type[Doc] | type[Span], name: str, default: object) -> None:
    if not owner.has_extension(name):
        owner.set_extension(name, default=default)


register()
