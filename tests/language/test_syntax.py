"""The questions of syntax over hand-parsed sentences, in both label schemes."""

import pytest
import spacy
from spacy.tokens import Doc, Token

from pipeline.language import syntax

VOCAB = spacy.blank("en").vocab


def parsed(*rows: str) -> Doc:
    """A Doc from rows "word lemma tag pos relation head", heads counted from 0."""
    cells = [row.split() for row in rows]
    words, lemmas, tags, pos, deps, heads = (list(column) for column in zip(*cells, strict=True))
    return Doc(VOCAB, words=words, lemmas=lemmas, tags=tags, pos=pos, deps=deps, heads=[int(h) for h in heads])


def texts(tokens: list[Token]) -> list[str]:
    return [t.text for t in tokens]


# "Ministers agreed to widen trade and to open ports."
COORDINATED = {
    "ud": parsed(
        "Ministers minister NNS NOUN nsubj 1",
        "agreed agree VBD VERB ROOT 1",
        "to to TO PART mark 3",
        "widen widen VB VERB xcomp 1",
        "trade trade NN NOUN obj 3",
        "and and CC CCONJ cc 7",
        "to to TO PART mark 7",
        "open open VB VERB conj 3",
        "ports port NNS NOUN obj 7",
        ". . . PUNCT punct 1",
    ),
    "clearnlp": parsed(
        "Ministers minister NNS NOUN nsubj 1",
        "agreed agree VBD VERB ROOT 1",
        "to to TO PART aux 3",
        "widen widen VB VERB xcomp 1",
        "trade trade NN NOUN dobj 3",
        "and and CC CCONJ cc 3",
        "to to TO PART aux 7",
        "open open VB VERB conj 3",
        "ports port NNS NOUN dobj 7",
        ". . . PUNCT punct 1",
    ),
}
# "Ports will not be closed by Sylvania."
PASSIVE = {
    "ud": parsed(
        "Ports port NNS NOUN nsubj:pass 4",
        "will will MD AUX aux 4",
        "not not RB PART advmod 4",
        "be be VB AUX aux:pass 4",
        "closed close VBN VERB ROOT 4",
        "by by IN ADP case 6",
        "Sylvania Sylvania NNP PROPN obl:agent 4",
        ". . . PUNCT punct 4",
    ),
    "clearnlp": parsed(
        "Ports port NNS NOUN nsubjpass 4",
        "will will MD AUX aux 4",
        "not not RB PART neg 4",
        "be be VB AUX auxpass 4",
        "closed close VBN VERB ROOT 4",
        "by by IN ADP agent 4",
        "Sylvania Sylvania NNP PROPN pobj 5",
        ". . . PUNCT punct 4",
    ),
}
# "They reaffirmed their commitment to defending the strait of Ruritania."
NOUN = {
    "ud": parsed(
        "They they PRP PRON nsubj 1",
        "reaffirmed reaffirm VBD VERB ROOT 1",
        "their their PRP$ PRON nmod:poss 3",
        "commitment commitment NN NOUN obj 1",
        "to to IN SCONJ mark 5",
        "defending defend VBG VERB acl 3",
        "the the DT DET det 7",
        "strait strait NN NOUN obj 5",
        "of of IN ADP case 9",
        "Ruritania Ruritania NNP PROPN nmod 7",
        ". . . PUNCT punct 1",
    ),
    "clearnlp": parsed(
        "They they PRP PRON nsubj 1",
        "reaffirmed reaffirm VBD VERB ROOT 1",
        "their their PRP$ PRON poss 3",
        "commitment commitment NN NOUN dobj 1",
        "to to IN ADP prep 3",
        "defending defend VBG VERB pcomp 4",
        "the the DT DET det 7",
        "strait strait NN NOUN dobj 5",
        "of of IN ADP prep 7",
        "Ruritania Ruritania NNP PROPN pobj 8",
        ". . . PUNCT punct 1",
    ),
}
# "Sylvania, which has signed, is ready to help if asked."
COPULA = {
    "ud": parsed(
        "Sylvania Sylvania NNP PROPN nsubj 7",
        ", , , PUNCT punct 4",
        "which which WDT PRON nsubj 4",
        "has have VBZ AUX aux 4",
        "signed sign VBN VERB acl:relcl 0",
        ", , , PUNCT punct 4",
        "is be VBZ AUX cop 7",
        "ready ready JJ ADJ ROOT 7",
        "to to TO PART mark 9",
        "help help VB VERB xcomp 7",
        "if if IN SCONJ mark 11",
        "asked ask VBN VERB advcl 9",
        ". . . PUNCT punct 7",
    ),
    "clearnlp": parsed(
        "Sylvania Sylvania NNP PROPN nsubj 6",
        ", , , PUNCT punct 0",
        "which which WDT PRON nsubj 4",
        "has have VBZ AUX aux 4",
        "signed sign VBN VERB relcl 0",
        ", , , PUNCT punct 0",
        "is be VBZ AUX ROOT 6",
        "ready ready JJ ADJ acomp 6",
        "to to TO PART aux 9",
        "help help VB VERB xcomp 7",
        "if if IN SCONJ mark 11",
        "asked ask VBN VERB advcl 9",
        ". . . PUNCT punct 6",
    ),
}
SCHEMES = pytest.mark.parametrize("scheme", ["ud", "clearnlp"])


@SCHEMES
def test_a_coordinated_infinitive_shares_the_subject_of_its_governor(scheme: str) -> None:
    doc = COORDINATED[scheme]
    assert texts(syntax.infinitives(doc[1])) == ["widen"]
    assert texts(syntax.conjuncts(doc[3])) == ["open"]
    assert texts(syntax.subjects(doc[7])) == ["Ministers"]
    assert texts(syntax.objects(doc[7])) == ["ports"]


@SCHEMES
def test_the_first_of_several_actions_is_found_from_each(scheme: str) -> None:
    doc = COORDINATED[scheme]
    assert syntax.first_conjunct(doc[7]).text == "widen"


@SCHEMES
def test_a_passive_has_an_agent_a_modal_and_a_negation(scheme: str) -> None:
    verb = PASSIVE[scheme][4]
    assert syntax.is_passive(verb)
    assert texts(syntax.agents(verb)) == ["Sylvania"]
    assert texts(syntax.subjects(verb)) == ["Ports"]
    assert syntax.modal(verb) is PASSIVE[scheme][1] or syntax.modal(verb).text == "will"
    assert syntax.is_negated(verb)
    assert syntax.tense(verb) == "modal"


@SCHEMES
def test_a_noun_has_an_owner_and_a_gerund_behind_its_preposition(scheme: str) -> None:
    noun = NOUN[scheme][3]
    assert texts(syntax.possessors(noun)) == ["their"]
    assert [(p, t.text) for p, t in syntax.prepositional(noun)] == [("to", "defending")]
    assert [(p, t.text) for p, t in syntax.prepositional(NOUN[scheme][7])] == [("of", "Ruritania")]
    assert syntax.tense(syntax.governing_clause(noun)) == "past"


@SCHEMES
def test_a_predicate_adjective_has_the_subject_of_its_copula(scheme: str) -> None:
    doc = COPULA[scheme]
    assert texts(syntax.subjects(doc[7])) == ["Sylvania"]
    assert texts(syntax.subjects(doc[9])) == ["Sylvania"]
    assert syntax.tense(doc[7]) == "present"
    assert syntax.is_conditional(doc[9])


@SCHEMES
def test_the_subject_of_a_relative_clause_is_its_antecedent(scheme: str) -> None:
    clause = COPULA[scheme][4]
    assert syntax.is_relative(clause)
    assert texts(syntax.subjects(clause)) == ["Sylvania"]
    assert syntax.tense(clause) == "perfect"


def test_an_unparsed_document_is_told_apart() -> None:
    assert not syntax.is_parsed(Doc(VOCAB, words=["Hello"]))
    assert syntax.is_parsed(NOUN["ud"])
