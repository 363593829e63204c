"""Works without a language model, which worker processes find here: words in capitals, and items that do harm."""

import os
import signal
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from pipeline.engine.work import Work
from pipeline.errors import CommuniqueError


@dataclass(frozen=True)
class Shouting(Work[str, str]):
    """Texts in capitals; ``folder`` holds what has to outlive a process.

    "deadly" ends the process; "unlucky" does so once only; "broken" and "wrong" raise; "who" gives the ids of the
    process and of the one that began it. The digest "of the folder" is read there.
    """

    folder: Path
    digest: str = "1"
    name: ClassVar[str] = "shouting"
    words_a_process: ClassVar[int] = 10_000

    def load(self) -> Callable[[Sequence[str]], Iterable[str]]:
        return lambda texts: [self.shout(text) for text in texts]

    def shout(self, text: str) -> str:
        unlucky = self.folder / "unlucky"
        if text == "deadly" or (text == "unlucky" and not unlucky.exists()):
            unlucky.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        if text == "broken":
            raise ZeroDivisionError("of a rule")
        if text == "wrong":
            raise CommuniqueError("Line 3 is wrong: mend it.")
        return f"{os.getpid()} {os.getppid()}" if text == "who" else text.upper()

    def words(self, item: str) -> int:
        return 2_500

    def source(self, item: str) -> str:
        return f"{item}.txt"

    def identity(self) -> Mapping[str, str]:
        return {"knowledge": (self.folder / "knowledge").read_text() if self.digest == "of the folder" else self.digest}
