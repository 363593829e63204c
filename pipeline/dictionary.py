"""The data dictionary, written from the catalogue of tables: ``python -m pipeline.dictionary`` prints it."""

from collections.abc import Iterator

from pipeline.catalogue import FILES
from pipeline.records import table_fields


def markdown() -> Iterator[str]:
    """Lines of the dictionary: for each file its columns with their meaning, in order."""
    for table in FILES:
        yield f"**`{table.file}`**"
        yield ""
        yield table.description
        yield ""
        yield "| column | meaning |"
        yield "| --- | --- |"
        for field in table_fields(table.row):
            if field.metadata["column"]:
                yield f"| `{field.name}` | {field.metadata['description'].replace('|', '&#124;')} |"
        yield ""


if __name__ == "__main__":
    print("\n".join(markdown()))
