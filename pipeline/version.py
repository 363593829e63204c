"""The version of Communiqué, as in ``pyproject.toml``; results name it, so that they can be cited."""

__version__ = "0.1.0"
