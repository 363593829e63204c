"""What a report says otherwise than the one before: documents and commitments that came, went or read differently."""

from dataclasses import replace

from pipeline.records import Analysis, Change
from pipeline.report.changes import ChangeCounts, changes, counts, reported
from tests.report.corpora import corpus


def between(before: list[Analysis], after: list[Analysis]) -> list[Change]:
    old, new = ({a.document.doc_id: reported(a) for a in some} for some in (before, after))
    pairs = [(old.get(doc_id), new.get(doc_id)) for doc_id in sorted({*old, *new})]
    return list(changes(lambda: pairs))


def test_the_same_again_changes_nothing() -> None:
    analyses = corpus(3, 4)
    assert between(analyses, analyses) == []


def test_a_new_document_brings_its_commitments_and_a_gone_one_takes_them_along() -> None:
    first, second = corpus(2, 3)
    found = between([first], [second])
    assert [(c.change, c.what, c.doc_id) for c in found[:2]] == [
        ("gone", "document", first.document.doc_id),
        ("new", "document", second.document.doc_id),
    ]
    assert counts(found) == ChangeCounts(1, 1, 0, len(second.commitments), len(first.commitments), 0)


def test_a_commitment_of_the_same_wording_says_what_is_different_about_it() -> None:
    (made,) = corpus(1, 2)
    first, *others = made.commitments
    told = replace(first, strength="weak", deadline="by 2040")
    (change,) = between([made], [replace(made, commitments=(told, *others))])
    assert (change.change, change.wording) == ("changed", first.action)
    assert change.details == (
        f"strength: {first.strength} -> weak",
        f"deadline: {first.deadline or 'none'} -> by 2040",
    )


def test_a_sentence_put_before_the_others_changes_the_text_and_no_commitment() -> None:
    (made,) = corpus(1, 2)
    moved = tuple(
        replace(c, commitment_id=f"x{c.commitment_id}", action_start=c.action_start + 9) for c in made.commitments
    )
    document = replace(made.document, text="It rained. " + made.document.text)
    (change,) = between([made], [replace(made, document=document, commitments=moved)])
    assert (change.change, change.what, change.details) == ("changed", "document", ("text",))


def test_a_promise_made_twice_and_then_once_is_gone_once() -> None:
    (made,) = corpus(1, 2)
    promise = made.commitments[0]
    found = between([replace(made, commitments=(promise, promise))], [replace(made, commitments=(promise,))])
    assert [(c.change, c.what) for c in found] == [("gone", "commitment")]
