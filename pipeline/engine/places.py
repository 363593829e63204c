"""Folders of models as another machine can read them: the shipped ones lie in its own installation."""

from pathlib import Path

from pipeline.settings import MODEL, Models

SHIPPED = "shipped:"


def portable(folder: str) -> str:
    """The folder or name of a model as it can be sent: a shipped one by its name, another by its whole path."""
    path = Path(folder)
    if not folder or not path.is_dir():
        return folder
    path = path.absolute()
    return f"{SHIPPED}{path.relative_to(MODEL).as_posix()}" if path.is_relative_to(MODEL) else str(path)


def resolved(folder: str) -> str:
    """The folder or name that :func:`portable` was given, on this machine."""
    return str(MODEL / folder.removeprefix(SHIPPED)) if folder.startswith(SHIPPED) else folder


def portable_models(models: Models) -> Models:
    """All models of the language work, :func:`portable`."""
    return Models(portable(models.language), portable(models.encoder), portable(models.knowledge))


def resolved_models(models: Models) -> Models:
    """All models of the language work, :func:`resolved`."""
    return Models(resolved(models.language), resolved(models.encoder), resolved(models.knowledge))
