"""Small analysed documents of invented wording."""

import datetime

from pipeline.records import Analysis, BlockKind, Commitment, Document, Sentence


def document(title: str = "Joint statement") -> Document:
    return Document(
        doc_id="d",
        source="d.txt",
        sha256="",
        text="",
        blocks=(),
        title=title,
        date=datetime.date(2025, 1, 1),
        issuer="",
        parties=(),
        url="",
        licence="",
        language="en",
        inferred=(),
        edits=(),
    )


def sentence(number: int, text: str, block: BlockKind = "paragraph") -> Sentence:
    return Sentence("d", f"d:{number}", 0, len(text), text, (), (), (), False, block)


def commitment(of: Sentence, action: str) -> Commitment:
    return Commitment(
        commitment_id=f"{of.sentence_id}.1",
        doc_id="d",
        sentence_id=of.sentence_id,
        cue="agreed",
        cue_start=0,
        cue_end=6,
        action=action,
        action_start=0,
        action_end=len(action),
        actors=(),
        actor_text="",
        towards=(),
        kind="new",
        strength="strong",
        negated=False,
        deadline="",
        deadline_date=None,
        amount="",
        amount_value=None,
        amount_currency="",
        areas=(),
        confidence=1.0,
        sentence=of.text,
    )


def analysis(*sentences: Sentence, commitments: tuple[Commitment, ...] = ()) -> Analysis:
    return Analysis(document(), sentences, (), commitments)
