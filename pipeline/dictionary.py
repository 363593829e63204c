"""The data dictionary, written from the records: ``python -m pipeline.dictionary`` prints it for the README."""

from collections.abc import Iterator

from pipeline.records import (
    Change,
    Commitment,
    DocumentRow,
    Edit,
    Entity,
    NearDuplicate,
    Sentence,
    Skipped,
    table_fields,
)

TABLES: dict[str, type] = {
    "documents.csv": DocumentRow,
    "sentences.csv": Sentence,
    "entities.csv": Entity,
    "commitments.csv": Commitment,
    "summary/cleaning.csv": Edit,
    "summary/not_processed.csv": Skipped,
    "summary/near_duplicates.csv": NearDuplicate,
    "summary/changes.csv": Change,
}


def markdown() -> Iterator[str]:
    """Lines of the dictionary: for each table its columns with their meaning, in order."""
    for name, record in TABLES.items():
        yield f"**`{name}`**"
        yield ""
        yield "| column | meaning |"
        yield "| --- | --- |"
        for field in table_fields(record):
            if field.metadata["column"]:
                yield f"| `{field.name}` | {field.metadata['description'].replace('|', '&#124;')} |"
        yield ""


if __name__ == "__main__":
    print("\n".join(markdown()))
