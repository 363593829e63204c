"""Which documents hide their parties from the judge, and what of them is hidden."""

from pipeline.training.judge.hiding import ONE_IN, is_hidden, shown

NAMES = [f"document-{number}" for number in range(300)]


def test_about_one_document_in_three_is_hidden_and_always_the_same_ones() -> None:
    hidden = [name for name in NAMES if is_hidden(name)]
    assert abs(len(hidden) - len(NAMES) / ONE_IN) < 30
    assert hidden == [name for name in NAMES if is_hidden(name)]


def test_a_hidden_document_keeps_its_date_alone() -> None:
    hidden = next(name for name in NAMES if is_hidden(name))
    about = {"doc_id": hidden, "date": "2031-05-06", "title": "Visit", "issuer": "Ministry", "parties": ["PER"]}
    assert shown(about) == {"doc_id": hidden, "date": "2031-05-06"}


def test_the_others_are_shown_as_they_are() -> None:
    about = {"doc_id": next(name for name in NAMES if not is_hidden(name)), "title": "Visit", "parties": ["PER"]}
    assert shown(about) == about


def test_an_example_without_a_document_is_shown_as_it_is() -> None:
    assert shown({}) == {}
