"""Reading a review file that somebody has filled in."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.classify.features import Passage
from pipeline.classify.learning.review import REVIEW_COLUMNS, fingerprint
from pipeline.errors import CommuniqueError
from pipeline.records import MOST_AREAS
from pipeline.tables import long_cells

NONE = "none"
"""Written where a sentence has no area; an empty cell means that nobody has looked at it yet."""

LONGEST_CELL = 10_000_000
"""Characters; a sentence that was cut out of a table of figures may be long."""


@dataclass(frozen=True, slots=True)
class Label:
    """What a reader says of a sentence."""

    sentence_id: str
    passage: Passage
    areas: tuple[str, ...]


def read_labels(path: Path, keys: Sequence[str]) -> list[Label]:
    """The filled-in rows of a review file; rows whose ``areas`` is empty are passed over.

    Raises :class:`CommuniqueError` naming the row (the header is row 1, as in a spreadsheet) where the file is not a
    review file, an area is unknown or written twice, there are more than three, or the wording of the sentence or its
    surroundings was changed.
    """
    labels = []
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            if missing := [name for name in REVIEW_COLUMNS if name not in (reader.fieldnames or ())]:
                raise CommuniqueError(f"{path}: no column '{missing[0]}'; use a file made by `make review`.")
            for number, row in enumerate(long_cells(reader, LONGEST_CELL), 2):
                if label := _label({name: row[name] or "" for name in REVIEW_COLUMNS}, keys, f"{path}, row {number}"):
                    labels.append(label)
    except OSError as error:
        raise CommuniqueError(f"{path} cannot be read ({error.strerror}): give a file of `make review`.") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise CommuniqueError(f"{path} is not a CSV file in UTF-8 ({error}): save it as 'CSV UTF-8'.") from error
    if not labels:
        raise CommuniqueError(f"{path}: no row has anything in its column 'areas'; fill in some rows and try again.")
    return labels


def _label(row: dict[str, str], keys: Sequence[str], place: str) -> Label | None:
    names = tuple(name.strip() for name in row["areas"].replace(",", ";").split(";") if name.strip())
    if not names:
        return None
    areas = () if names == (NONE,) else names
    for area in areas:
        if area not in keys:
            raise CommuniqueError(f"{place}: '{area}' is no policy area; write {NONE} or one of {', '.join(keys)}.")
        if areas.count(area) > 1:
            raise CommuniqueError(f"{place}: '{area}' stands twice; write it once.")
    if len(areas) > MOST_AREAS:
        raise CommuniqueError(f"{place}: {len(areas)} areas; keep the {MOST_AREAS} most important.")
    passage = Passage(row["text"], row["previous"], row["following"], row["title"])
    if fingerprint(passage) != row["check"]:
        raise CommuniqueError(f"{place}: the wording was changed; restore it and edit only 'areas'.")
    return Label(row["sentence_id"], passage, areas)
