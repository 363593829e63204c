"""A run: what its stages share, and that no other works in the same folder."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from pipeline.console import Console
from pipeline.database import FILE
from pipeline.fingerprint import Fingerprints, fingerprints
from pipeline.knowledge import Knowledge
from pipeline.outputs import only_run, put_aside, writing
from pipeline.settings import Settings
from pipeline.store import Store
from pipeline.tables import sweep


@dataclass(frozen=True, slots=True)
class Run:
    """What the stages share: settings, knowledge, the store, the console, and the fingerprints of the stages."""

    settings: Settings
    knowledge: Knowledge
    store: Store
    console: Console
    marks: Fingerprints


@contextmanager
def working(settings: Settings, console: Console) -> Iterator[Run]:
    """A run over the settings' outputs folder, which no other run may work in meanwhile.

    Raises :class:`CommuniqueError` where one does, or where the folder cannot be used.
    """
    with only_run(settings.outputs), Store(settings.outputs) as store:
        with writing(settings.outputs):
            sweep(settings.outputs)
        yield start(settings, store, console)


def start(settings: Settings, store: Store, console: Console) -> Run:
    """A run over an open store."""
    if store.is_renewed:
        console.say(f"{store.path} was made by another version of Communiqué: it is made anew from the corpus")
    knowledge = Knowledge(settings.knowledge)
    return Run(settings, knowledge, store, console, fingerprints(settings, knowledge))


def put_record_aside(settings: Settings, console: Console) -> None:
    """Put the store aside, so that the next run makes it anew."""
    with only_run(settings.outputs), writing(settings.outputs):
        aside = put_aside(settings.outputs / FILE)
    if aside is not None:
        console.say(f"{settings.outputs / FILE} is now {aside.name}: all documents are read anew")
