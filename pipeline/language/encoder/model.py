"""The encoder as it ships: a transformer in ONNX, run by onnxruntime, with linear heads in numpy.

Weights of the transformer are whole numbers of 8 bits, those of the heads half floats. One window is read at a time, by
one thread: what is said of a sentence depends on its window alone.
"""

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime

from pipeline.errors import CommuniqueError
from pipeline.language.encoder.pieces import VOCABULARY, Splitter
from pipeline.language.encoder.windows import Window
from pipeline.logistic import expit, softmax

MANIFEST, NETWORK, HEADS = "manifest.json", "encoder.onnx", "heads.npz"
FILES = (NETWORK, HEADS, VOCABULARY)
HEAD_NAMES = ("acts", "areas", "first", "tags")


@dataclass(frozen=True, slots=True)
class Head:
    """A linear head: ``weights`` (answers, features), ``bias`` (answers)."""

    weights: np.ndarray
    bias: np.ndarray

    def __call__(self, features: np.ndarray) -> np.ndarray:
        """Log-odds: (rows, answers)."""
        scores: np.ndarray = features @ self.weights.T + self.bias
        return scores


@dataclass(frozen=True, slots=True)
class Scores:
    """What is said of a window: as in :class:`pipeline.language.encoder.meaning.Meaning`, tags by word piece.

    ``pooled`` (sentences, dimensions): the mean of the vectors of each sentence's pieces.
    """

    acts: np.ndarray
    areas: np.ndarray
    tags: np.ndarray
    pooled: np.ndarray


class Encoder:
    """A trained encoder in a folder. Raises :class:`CommuniqueError` where a file is missing or was changed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.manifest = _manifest(folder)
        self.splitter = Splitter(folder)

    @cached_property
    def areas(self) -> tuple[str, ...]:
        """The policy areas that it knows, in the order of its answers."""
        return tuple(self.manifest["areas"])

    @cached_property
    def session(self) -> onnxruntime.InferenceSession:
        """The network, loaded when it is first asked."""
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            return onnxruntime.InferenceSession(str(self.folder / NETWORK), options, providers=["CPUExecutionProvider"])
        except Exception as error:  # the library raises exceptions of its own without a common base
            raise _damaged(self.folder, str(error).splitlines()[0]) from error

    @cached_property
    def heads(self) -> dict[str, Head]:
        """The heads by name."""
        try:
            with np.load(self.folder / HEADS, allow_pickle=False) as arrays:
                return {
                    name: Head(arrays[f"{name}_weights"].astype(np.float32), arrays[f"{name}_bias"].astype(np.float32))
                    for name in HEAD_NAMES
                }
        except (OSError, ValueError, KeyError) as error:
            raise _damaged(self.folder, str(error)) from error

    def hidden(self, window: Window) -> np.ndarray:
        """Vectors of the pieces of a window: (pieces, dimensions)."""
        pieces = np.array([window.pieces], dtype=np.int64)
        vectors: np.ndarray = self.session.run(None, {"pieces": pieces})[0][0]
        return vectors

    def __call__(self, window: Window) -> Scores:
        """What is said of the sentences of a window, and of its word pieces."""
        hidden = self.hidden(window)
        pooled = np.array([_mean(hidden, p) for p in window.places])
        sentences = np.hstack([pooled, hidden[[p.stop for p in window.places]]])
        heads = self.heads
        return Scores(
            expit(heads["acts"](sentences)),
            np.hstack([heads["first"](sentences), heads["areas"](sentences)]),
            softmax(heads["tags"](hidden)),
            pooled,
        )


def _mean(hidden: np.ndarray, place: range) -> np.ndarray:
    if not place:
        return np.zeros(hidden.shape[1], dtype=hidden.dtype)
    mean: np.ndarray = hidden[place.start : place.stop].mean(axis=0)
    return mean


def write_manifest(folder: Path, areas: tuple[str, ...], note: dict[str, Any]) -> None:
    """Write down the files of an encoder with their hashes, its areas, and a note on where it comes from."""
    files = {name: _hash(folder / name) for name in FILES}
    content = {"areas": list(areas), "files": files, **note}
    (folder / MANIFEST).write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8", newline="\n")


def _manifest(folder: Path) -> dict[str, Any]:
    try:
        manifest: dict[str, Any] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        for name in FILES:
            if _hash(folder / name) != manifest["files"][name]:
                raise _damaged(folder, f"{name} was changed")
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise _damaged(folder, str(error)) from error
    return manifest


def _damaged(folder: Path, why: str) -> CommuniqueError:
    return CommuniqueError(
        f"The encoder in {folder} cannot be used ({why}): restore the folder, set encoder to another one, "
        'or to "none" to do without.'
    )


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
