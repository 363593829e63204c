"""The speech situation of a document: who publishes, who speaks, who else takes part, and why it is thought so."""

from pipeline.names.situation.evidence import NOBODY, Clue, Part, Party, Situation
from pipeline.names.situation.paper import Paper, paper_of
from pipeline.names.situation.reading import read_situation

__all__ = ["NOBODY", "Clue", "Paper", "Part", "Party", "Situation", "paper_of", "read_situation"]
