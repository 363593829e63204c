"""What the shipped language model must be able to do."""

from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from pipeline.language.boundaries import LONGEST_SENTENCE
from pipeline.language.compact import FACTORY as COMPACT
from pipeline.language.extensions import DocumentContext
from pipeline.records import Block
from pipeline.settings import Settings
from pipeline.training.language import evaluate
from pipeline.training.language.treebank import read_treebank

MODEL = Path(Settings().language_model)
TREEBANKS = Path(__file__).parents[3] / "shared" / "treebanks"
LARGEST = 60_000_000
PRESS_FLOOR = 94.0
"""Per cent of words with head and label right in ``press_trees.conllu``."""

LAS_FLOORS = {"EWT test": 79.4, "PUD": 82.0, "GUM news+speech": 83.5}


def test_heads_and_labels_of_press_sentences(language: Language) -> None:
    documents = read_treebank(Path(__file__).parent / "press_trees.conllu")
    assert sum(len(d.trees) for d in documents) >= 40
    assert evaluate.press_accuracy(language, documents) >= PRESS_FLOOR


@pytest.mark.skipif(not TREEBANKS.is_dir(), reason="the treebanks do not lie beside this checkout")
def test_treebanks_are_parsed_from_raw_text_as_well_as_the_card_says(language: Language) -> None:
    named = {name: documents for name, documents in evaluate.test_sets(TREEBANKS) if name in LAS_FLOORS}
    figures = {name: evaluate.measure(language, documents)["las"] for name, documents in named.items()}
    assert {name: las for name, las in figures.items() if las < LAS_FLOORS[name]} == {}


def test_lemmas_of_open_and_closed_classes(language: Language) -> None:
    doc = language("The ministers were pledging funds; they need better harbours and have begun.")
    lemmas = {token.text: token.lemma_ for token in doc}
    assert {w: lemmas[w] for w in ("ministers", "were", "pledging", "need", "harbours", "have", "begun")} == {
        "ministers": "minister",
        "were": "be",
        "pledging": "pledge",
        "need": "need",
        "harbours": "harbour",
        "have": "have",
        "begun": "begin",
    }


def test_the_shipped_models_are_small_and_hold_no_pickle() -> None:
    files = [path for path in MODEL.parent.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) < LARGEST
    assert [path for path in files if path.suffix in {".pkl", ".pickle", ".joblib"}] == []


def test_weights_in_half_precision_are_used_in_full_precision(language: Language, tmp_path: Path) -> None:
    small = spacy.blank("en")
    small.add_pipe(COMPACT)
    small.initialize()
    small.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    text = "The sides will meet."
    assert again(text).tensor == pytest.approx(small(text).tensor, abs=0.01)
    assert {language("They met.").tensor.dtype.name, again(text).tensor.dtype.name} == {"float32"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n\n",
        "🕊🤝🕊" * 50,
        "اتفق الجانبان على عقد اجتماع آخر. سيعقد في الربيع",
        "\x00\x01\x1b[31m they \x07 agreed \u202e backwards",
        "). ”. (( [ ) ] .. ... !!! ?! “",
    ],
)
def test_garbage_is_read_without_loss(language: Language, text: str) -> None:
    assert language(text).text == text


def test_a_long_text_without_a_full_stop_is_cut_and_kept(language: Language) -> None:
    text = "and the sides agreed to talk " * 2_000
    doc = language.make_doc(text)
    doc._.communique = DocumentContext(blocks=(Block("paragraph", 0, 0, len(text)),))
    doc = language(doc)
    assert max(len(sentence) for sentence in doc.sents) <= LONGEST_SENTENCE
    assert doc.text == text
