"""What analysts know and edit: the data files of this folder (see README.md), and the object that reads them."""

from pipeline.knowledge.base import Knowledge
from pipeline.knowledge.reading import Row

__all__ = ["Knowledge", "Row"]
