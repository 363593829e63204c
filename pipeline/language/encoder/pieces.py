"""Word pieces of a sentence (Wu et al. 2016; Devlin et al. 2019), with their places in its text."""

from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

from pipeline.errors import CommuniqueError

VOCABULARY = "tokenizer.json"


@dataclass(frozen=True, slots=True)
class Pieces:
    """Word pieces by number, each with its range of characters in the text."""

    numbers: tuple[int, ...]
    places: tuple[tuple[int, int], ...]


class Splitter:
    """Splits text into the word pieces of an encoder's vocabulary, a file ``tokenizer.json``."""

    def __init__(self, folder: Path) -> None:
        try:
            self.tokenizer = Tokenizer.from_file(str(folder / VOCABULARY))
        except Exception as error:  # the library raises bare exceptions
            raise CommuniqueError(
                f"The vocabulary {folder / VOCABULARY} cannot be read ({error}): reinstall, or rebuild the encoder."
            ) from error
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()

    def __call__(self, text: str) -> Pieces:
        """The word pieces of a text."""
        encoding = self.tokenizer.encode(text, add_special_tokens=False)
        return Pieces(tuple(encoding.ids), tuple(encoding.offsets))
