"""Words that tell what a capitalised name is: "... Treaty" is a document, "Ministry of ..." a body (``kinds.csv``)."""

from dataclasses import dataclass

from pipeline.knowledge import Knowledge


@dataclass(frozen=True, slots=True)
class Kind:
    """What names with a head word are: label, prepositions by which they go on, whether the word stands alone."""

    label: str
    continues: frozenset[str]
    alone: bool


class Kinds:
    """The head words of ``kinds.csv``; made once for a knowledge object by ``knowledge.get(Kinds)``.

    Raises :class:`pipeline.errors.KnowledgeError` where a line cannot be used.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self._kinds: dict[str, Kind] = {}
        for row in knowledge.table("kinds.csv", ("word", "label", "continues", "alone")):
            label = row.choice("label", {"LAW", "ORG", "EVENT", "FAC", "LOC", "GPE"})
            alone = row.choice("alone", {"yes", "no"}) == "yes"
            if row["word"] in self._kinds:
                raise row.error(f"{row['word']!r} has a line already; take one of the two out")
            self._kinds[row["word"]] = Kind(label, frozenset(row.values("continues")), alone)

    def get(self, word: str) -> Kind | None:
        """The kind of name that ``word``, with its capital, is the head of; None for other words."""
        return self._kinds.get(word)

    def label(self, word: str) -> str:
        """The label of such names, empty for other words."""
        kind = self._kinds.get(word)
        return kind.label if kind else ""
