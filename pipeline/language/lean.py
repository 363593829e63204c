"""Importing spaCy without its command line.

``import spacy`` takes the commands for downloading and training along, with clients for the web and much else: a third
of the time that it takes. No run asks for them; whoever does after all gets them then.
"""

import importlib
import sys
from types import ModuleType
from typing import Any

_COMMANDS = "spacy.cli"
_INFO = f"{_COMMANDS}.info"


def import_spacy() -> None:
    """Import spaCy, where nobody has yet, and leave its commands for when they are asked for."""
    if "spacy" in sys.modules:
        return
    commands, info = ModuleType(_COMMANDS), ModuleType(_INFO)
    commands.__path__ = []
    vars(info)["info"] = _info
    sys.modules |= {_COMMANDS: commands, _INFO: info}
    try:
        spacy = importlib.import_module("spacy")
    finally:
        for name in (_COMMANDS, _INFO):
            del sys.modules[name]
    vars(spacy).pop("cli", None)


def _info(*arguments: Any, **options: Any) -> Any:
    """``spacy.info``, which is the one of the commands that spaCy imports by itself."""
    return importlib.import_module(_INFO).info(*arguments, **options)
