"""Data for the second round of training: sentences that two parsers read alike, and names from several hands."""

from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.language.load import load_language
from pipeline.settings import Settings
from pipeline.training.language.agreement import agreed
from pipeline.training.language.names import gum_names, universal_ner, with_names
from pipeline.training.language.treebank import Tree

TEXT = "The two ministers signed the treaty in Oslo. They will meet again in the spring of next year."


@Language.component("misread_the_first_sentence")
def misread(doc: Doc) -> Doc:
    """Another parser's mind: the first verb's object hangs on the subject."""
    doc[5].head = doc[2]
    return doc


def test_sentences_are_kept_where_two_parsers_agree(nlp: Language) -> None:
    other = load_language(Settings().language_model)
    assert [doc.text.strip() for doc in agreed([TEXT], nlp, other)] == TEXT.replace(". ", ".|").split("|")
    other.add_pipe("misread_the_first_sentence")
    assert [doc.text for doc in agreed([TEXT], nlp, other)] == ["They will meet again in the spring of next year."]


def tree(words: str, tags: str, heads: list[int], misc: list[str]) -> Tree:
    forms = tuple(words.split())
    blank = ("",) * len(forms)
    return Tree(
        forms,
        (True,) * len(forms),
        tuple(tags.split()),
        blank,
        blank,
        forms,
        tuple(heads),
        ("dep",) * len(forms),
        tuple(misc),
    )


def test_names_are_read_off_the_mentions_of_gum_without_titles_and_common_nouns() -> None:
    sentence = tree(
        "President Anna Berg met the mayor",
        "NNP NNP NNP VBD DT NN",
        [2, 2, 3, 3, 5, 3],
        ["Entity=(1-person-new-x", "_", "Entity=1)", "_", "Entity=(2-person-new-x", "Entity=2)"],
    )
    assert gum_names([sentence, sentence]) == [(1, 3, "PERSON"), (7, 9, "PERSON")]


def test_annotated_names_go_before_found_ones_and_places_without_a_label_stay_undecided() -> None:
    doc = Doc(spacy.blank("en").vocab, words=["Anna", "Berg", "left", "Nowhere", "for", "Peru"])
    found = [Span(doc, 0, 1, label="ORG"), Span(doc, 5, 6, label="GPE")]
    marked = with_names(doc.copy(), [(0, 2, "PERSON"), (3, 4, "")], found)
    assert [(e.text, e.label_) for e in marked.ents] == [("Anna Berg", "PERSON"), ("Peru", "GPE")]
    assert [t.ent_iob_ for t in marked] == ["B", "I", "O", "", "O", "B"]


def test_names_of_universal_ner_are_read_with_their_spacing(tmp_path: Path) -> None:
    file = tmp_path / "names.iob2"
    file.write_text(
        "# text = Berg (Oslo) left.\n1\tBerg\tB-PER\n2\t(\tO\n3\tOslo\tB-LOC\n4\t)\tO\n5\tleft\tO\n6\t.\tO\n\n",
        encoding="utf-8",
    )
    [(doc, names)] = universal_ner(file, spacy.blank("en").vocab)
    assert doc.text.rstrip() == "Berg (Oslo) left."
    assert names == [(0, 1, "PERSON"), (2, 3, "")]
