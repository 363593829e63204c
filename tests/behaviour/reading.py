"""A case on its way through the stages of the product: a file is read, described and tagged."""

import json

from pipeline.ingest.corpus.entries import Entry
from pipeline.ingest.stage import read_entry
from pipeline.records import Analysis
from tests.behaviour.cases import Case
from tests.shipped import KNOWLEDGE
from tests.staged import tagged


def analysed(case: Case) -> Analysis:
    """What the product finds in the text of a case, by the pipeline that is loaded once in a process."""
    return tagged(read_entry(Entry(case.case_id, f"{case.case_id}.txt", ".txt", source(case).encode()), KNOWLEDGE))


def source(case: Case) -> str:
    """The file of a case: front matter and text."""
    given = {"title": case.title, "date": case.date, "issuer": case.issuer}
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in given.items() if value]
    if case.parties:
        lines.append(f"parties: [{', '.join(case.parties)}]")
    return "\n".join(["---", *lines, "language: en", "---", "", case.text, ""])
