"""Hand-made records over invented states, for the tests."""

from dataclasses import replace
from datetime import date

from pipeline.records import Analysis, Block, Commitment, Document, Edit, Entity, Sentence

TEXT = "Joint Statement\n\nNorland and Vastria will build a bridge by 2030. They discussed trade."


def document(doc_id: str = "2031-05-01-bridge", text: str = TEXT) -> Document:
    return Document(
        doc_id=doc_id,
        source=f"{doc_id}.txt",
        sha256="0" * 64,
        text=text,
        blocks=(Block("title", 0, 0, 15), Block("paragraph", 17, 17, len(text))),
        title="Joint Statement",
        date=date(2031, 5, 1),
        issuer="Ministry of Bridges of Norland",
        parties=("NOR", "VAS"),
        url="",
        licence="",
        language="en",
        inferred=("language",),
        edits=(Edit(doc_id, 3, "hyphen", "brid-\nge", "bridge"),),
    )


def analysis(doc_id: str = "2031-05-01-bridge") -> Analysis:
    """A title, a sentence with one commitment and two entities, and a report."""
    sentences = tuple(
        Sentence(doc_id, f"{doc_id}:{n}", start, end, TEXT[start:end], acts, (), (), False, kind)
        for n, (start, end, acts, kind) in enumerate(
            [
                (0, 15, (), "title"),
                (17, 65, ("commitment",), "paragraph"),
                (66, 87, ("report",), "paragraph"),
            ],
            1,
        )
    )
    entities = (
        Entity(doc_id, f"{doc_id}:2", 17, 24, "Norland", "GPE", "NOR", "Norland"),
        Entity(doc_id, f"{doc_id}:2", 29, 36, "Vastria", "GPE", "VAS", "Vastria"),
    )
    return Analysis(document(doc_id), sentences, entities, (commitment(doc_id),))


def commitment(doc_id: str = "2031-05-01-bridge") -> Commitment:
    return Commitment(
        commitment_id=f"{doc_id}:2.1",
        doc_id=doc_id,
        sentence_id=f"{doc_id}:2",
        cue="will",
        cue_start=37,
        cue_end=41,
        action="build a bridge by 2030",
        action_start=42,
        action_end=64,
        actors=("NOR", "VAS"),
        actor_text="Norland and Vastria",
        towards=(),
        kind="new",
        strength="strong",
        negated=False,
        deadline="by 2030",
        deadline_date=date(2030, 12, 31),
        amount="",
        amount_value=None,
        amount_currency="",
        areas=(),
        confidence=0.9,
        sentence=TEXT[17:65],
        actor_start=17,
        actor_end=36,
        deadline_start=57,
        deadline_end=64,
        reason="will + verb, subject is a party",
    )


def classified(done: Analysis, area: str) -> Analysis:
    """The analysis with one policy area everywhere."""
    return replace(
        done,
        sentences=tuple(replace(s, areas=(area,), area_scores=(0.75,)) for s in done.sentences),
        commitments=tuple(replace(c, areas=(area,)) for c in done.commitments),
    )
