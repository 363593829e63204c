"""How the networks of a pipeline that we load multiply their matrices; those of the host stay as they are."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from thinc.api import NumpyOps, get_current_ops, set_current_ops

from pipeline.threads import one_thread


class OneThreadOps(NumpyOps):  # type: ignore[misc] # thinc has no types
    """thinc's operations in numpy, by one thread.

    numpy's OpenBLAS multiplies the small matrices of these models faster than thinc's default, BLIS (see make bench).
    """

    def __init__(self) -> None:
        super().__init__(use_blis=False)

    def gemm(self, *args: Any, **options: Any) -> Any:
        """The product of two matrices, as thinc asks for it."""
        with one_thread():
            return super().gemm(*args, **options)


@contextmanager
def our_matrices() -> Iterator[None]:
    """While it is open, networks that are made (by ``spacy.load``) keep :class:`OneThreadOps` for good."""
    before = get_current_ops()
    set_current_ops(OneThreadOps())
    try:
        yield
    finally:
        set_current_ops(before)
