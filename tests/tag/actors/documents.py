"""Documents of Chile and Norway, parsed by hand, with the names that stand in them."""

from spacy.tokens import Doc

from pipeline.language.extensions import DocumentContext
from tests.tag.parsed import parsed

ENTITIES = [
    ("African", "NORP", ""),
    ("Asia", "LOC", ""),
    ("Berg", "PERSON", ""),
    ("Boric", "PERSON", ""),
    ("Castillo", "PERSON", ""),
    ("Chile", "GPE", "CHL"),
    ("European Union", "ORG", "EU"),
    ("Japan", "GPE", "JPN"),
    ("Lima Fishing Club", "ORG", ""),
    ("Moldova", "GPE", "MDA"),
    ("NATO", "ORG", "NATO"),
    ("Norway", "GPE", "NOR"),
    ("Norwegian", "NORP", "NOR"),
    ("Oslo", "GPE", "NOR"),
    ("Peru", "GPE", "PER"),
    ("Sandu", "PERSON", ""),
    ("Solberg", "PERSON", ""),
    ("Sweden", "GPE", "SWE"),
    ("Task Force", "ORG", ""),
    ("United Nations", "ORG", "UN"),
]


def document(*sentences: str, parties: str = "CHL NOR", issuer: str = "", title: str = "") -> Doc:
    """A document of the sentences that speaks for ``parties``, their codes parted by spaces."""
    doc = parsed(*sentences, ents=ENTITIES)
    doc._.communique = DocumentContext(parties=tuple(parties.split()), issuer=issuer, title=title)
    return doc
