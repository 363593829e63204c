"""Small documents of invented wording, as ingest and tagging make them."""

import datetime

from pipeline.records import Analysis
from tests import staged


def analysis(*paragraphs: str, doc_id: str = "d", title: str = "Joint statement") -> Analysis:
    """The tagged document of the paragraphs; each of the tests' is one sentence."""
    document = staged.ingested("\n\n".join(paragraphs), doc_id, title=title, date=datetime.date(2025, 1, 1))
    return staged.tagged(document)
