"""The results that a command works on."""

from collections.abc import Iterator
from contextlib import contextmanager

from pipeline.database import FILE
from pipeline.errors import CommuniqueError
from pipeline.records import Tracking
from pipeline.settings import Settings
from pipeline.store import Store
from pipeline.stored import Stored


@contextmanager
def found(settings: Settings) -> Iterator[tuple[Stored, Tracking]]:
    """What was found in the documents, and from one to another; raises :class:`CommuniqueError` where nothing was."""
    if (settings.outputs / FILE).is_file():
        with Store(settings.outputs) as store:
            if analyses := Stored(store):
                yield analyses, store.tracking()
                return
    raise CommuniqueError(
        f"There are no results in {settings.outputs}: make run first, or name the folder with OUTPUTS=."
    )
