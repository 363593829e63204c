"""What the models of acts look at, and what they make of it, over parses written by hand; no model."""

import pytest

from pipeline.language.extensions import DocumentContext
from pipeline.records import Act, Block
from pipeline.tag.acts.saying import Said
from pipeline.tag.annotations import annotation_of
from pipeline.tag.commitments.cues import Cue, Lexicon, PartOfSpeech
from pipeline.tag.judge import LinearModel
from pipeline.tag.statements import StatementTagger, acts_of, features
from tests.shipped import KNOWLEDGE
from tests.tag.parsed import parsed


def cue(text: str, pos: PartOfSpeech, act: Act) -> Cue:
    return Cue(text, pos, ("to_verb",), act, "strong", None, "", "", 2)


CUES = Lexicon(
    [cue("urge", "verb", "demand"), cue("urge", "noun", "demand"), cue("sorry", "adj", "appraisal"),
     cue("ought", "modal", "demand"), cue("vow", "verb", "commitment")]
)  # fmt: skip
URGE = "We/PRP/nsubj>urge urge/VBP states/NNS/obj>urge ."
NO_CUES = Lexicon([])
NOTHING = Said(frozenset(), frozenset())


def seen(*sentences: str, commitments: int = 0, cues: Lexicon = CUES, outright: Said = NOTHING) -> list[str]:
    """The features of the last sentence."""
    return list(features(list(parsed(*sentences).sents)[-1], commitments, cues, outright))


def test_all_that_is_looked_at_in_a_sentence() -> None:
    assert seen("They/PRP/nsubj>met met=meet/VBD .", URGE, commitments=1) == [
        "w=we", "w=urge", "w=states", "b=we urge", "b=urge states", "first=we", "commitments=1", "length=0",
        "root=urge", "tense=present", "subject=we", "root+tense=urge|present", "subject+tense=we|present|True",
        "cue=demand|root", "says=urge", "asserted=demand", "asserted+binding=demand|True", "asserted=demand|True",
        "cued=demand", "cued+binding=demand|True", "acts=demand|True", "before=meet", "before=past",
    ]  # fmt: skip


def test_a_first_sentence_without_cues_and_commitments() -> None:
    assert seen("They/PRP/nsubj>met met=meet/VBD :", cues=NO_CUES)[3:] == [
        "first=they", "commitments=0", "length=0", "root=meet", "tense=past", "subject=they", "root+tense=meet|past",
        "subject+tense=they|past|False", "asserted=|False", "acts=|False", "stem",
    ]  # fmt: skip


@pytest.mark.parametrize(("count", "said"), [(1, "commitments=1"), (2, "commitments=2"), (7, "commitments=2")])
def test_from_two_on_the_number_of_commitments_says_no_more(count: int, said: str) -> None:
    assert said in seen(URGE, commitments=count)


@pytest.mark.parametrize(("count", "said"), [(5, 0), (6, 1), (13, 1), (14, 2), (100, 6)])
def test_sentences_are_told_apart_by_steps_of_length(count: int, said: int) -> None:
    assert f"length={said}" in seen(f"{'big/JJ/amod>states ' * (count - 1)}{URGE.replace(' .', '')}")


def test_a_sentence_without_words_has_no_first_one() -> None:
    assert "first=" in seen(":/:")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (URGE.replace("We/PRP", "Chad/NNP"), {"subject=NNP", "subject+tense=NNP|present|False"}),
        (URGE.replace("We/PRP/nsubj", "Soon/RB/advmod"), {"subject=none"}),
        (URGE.replace("urge urge/VBP", "urge ought/MD/aux>urge urge/VB"),
         {"modal=ought", "modal+subject=ought|we", "tense=modal"}),
        ("We/PRP/nsubj>sorry are=be/VBP/cop>sorry sorry/JJ .", {"copula|we"}),
        ("We/PRP/nsubj>sorry are=x/VBP/cop>sorry sorry/JJ .", {"copula|we"}),
        ("It/PRP/nsubj:pass>seen was=be/VBD/aux:pass>seen seen=see/VBN .", {"copula|it"}),
        ("We/PRP/nsubj>met met=meet/VBD and/CC/cc>spoke spoke=Speak/VBD/conj>met .", {"root=meet", "root=speak"}),
        ("We/PRP/nsubj>Met Met=Meet/VBD .", {"root=meet", "root+tense=meet|past"}),
    ],
)  # fmt: skip
def test_the_main_clause_is_looked_at(text: str, said: set[str]) -> None:
    assert said <= set(seen(text))


@pytest.mark.parametrize("start", ["modal", "copula", "stem", "before"])
def test_what_is_not_there_is_not_said(start: str) -> None:
    assert not [name for name in seen(URGE) if name.startswith(start)]


@pytest.mark.parametrize(
    ("text", "role", "asserted"),
    [
        (URGE, "root", True),
        (URGE.replace("urge/VBP", "urge/VBZ"), "root", True),
        (URGE.replace("urge/VBP", "urge/VBD"), "root", True),
        (URGE.replace("urge/VBP", "urge/VBG"), "root", True),
        (URGE.replace("urge/VBP", "urge/VB"), "root", False),
        ("We/PRP/nsubj>met met=meet/VBD and/CC/cc>urge urge/VBP/conj>met .", "conj", True),
        ("We/PRP/nsubj>say say/VBP we/PRP/nsubj>urge urge/VBP/ccomp>say .", "ccomp", True),
        ("We/PRP/nsubj>say say/VBP we/PRP/nsubj>urge urge/VBP/parataxis>say .", "parataxis", True),
        ("We/PRP/nsubj>say say/VBP we/PRP/nsubj>urge urge/VBP/advcl>say .", "advcl", False),
        ("States/NNS who/WP/nsubj>urge urge/VBP/acl:relcl>States .", "acl", False),
        ("States/NNS who/WP/nsubj>met met/VBP/acl:relcl>States urge/VBP/conj>met .", "conj", False),
        ("We/PRP/nsubj>met met=meet/VBD urge/VBG/advcl>met states/NNS/obj>urge .", "advcl", True),
        ("We/PRP/nsubj>met met=meet/VBD urge/VBG/conj>met states/NNS/obj>urge .", "conj", True),
        ("We/PRP/nsubj>met met=meet/VBD urge/VBG/ccomp>met states/NNS/obj>urge .", "ccomp", False),
        ("We/PRP/nsubj>have have/VBP an/DT/det>urge urge/NN/obj>have .", "obj", True),
        ("We/PRP/nsubj>have have/VBP urge/NNS/obj>have .", "obj", True),
        ("An/DT/det>urge urge/NN .", "root", True),
        ("We/PRP/nsubj>met met=meet/VBD and/CC/cc>have have/VBP/conj>met urge/NN/obj>have .", "obj", True),
        ("We/PRP/nsubj>met met=meet/VBD having=have/VBG/advcl>met urge/NN/obj>having .", "obj", True),
        ("We/PRP/nsubj>say say/VBP we/PRP/nsubj>have have/VBP/ccomp>say urge/NN/obj>have .", "obj", False),
        ("We/PRP/nsubj>sorry are=be/VBP/cop>sorry sorry/JJ .", "root", True),
        ("We/PRP/nsubj>feel feel/VBP sorry/JJ/xcomp>feel .", "xcomp", True),
        ("We/PRP/nsubj>say say/VBP we/PRP/nsubj>sorry are=be/VBP/cop>sorry sorry/JJ/ccomp>say that/DT/dep>sorry .",
         "ccomp", True),
        ("We/PRP/nsubj>say say/VBP we/PRP/nsubj>feel feel/VBP/ccomp>say sorry/JJ/xcomp>feel .", "xcomp", False),
        ("They/PRP/nsubj>act ought/MD/aux>act act/VB .", "aux", True),
        ("They/PRP/nsubj>ought ought/MD .", "root", True),
        ("We/PRP/nsubj>met met=meet/VBD and/CC/cc>act ought/MD/aux>act act/VB/conj>met .", "aux", True),
        ("We/PRP/nsubj>say say/VBP they/PRP/nsubj>act ought/MD/aux>act act/VB/ccomp>say .", "aux", False),
    ],
)  # fmt: skip
def test_a_cue_is_asserted_where_the_sentence_itself_says_it(text: str, role: str, asserted: bool) -> None:
    names = seen(text)
    act = "appraisal" if "sorry" in text else "demand"
    assert f"cue={act}|{role}" in names
    assert f"cued={act}" in names
    assert any(name.startswith("says=") for name in names) is asserted
    assert (f"asserted={act}" in names) is asserted
    assert f"acts={act}|False" in names
    assert f"asserted={act if asserted else ''}|False" in names


def test_cues_of_commitments_are_counted_elsewhere() -> None:
    assert "acts=|False" in seen("We/PRP/nsubj>vow vow/VBP .")


def test_several_acts_are_named_in_order() -> None:
    names = seen("We/PRP/nsubj>urge urge/VBP states/NNS/obj>urge sorry/JJ/xcomp>urge .")
    assert {"acts=appraisal,demand|False", "asserted=appraisal,demand|False"} <= set(names)


def model(threshold: float, **weights: float) -> LinearModel:
    return LinearModel(0.0, threshold, {f"w={word}": weight for word, weight in weights.items()})


@pytest.mark.parametrize(
    ("word", "commitments", "expected"),
    [
        ("urge", 0, ("demand", "report")),
        ("urge", 1, ("commitment", "demand", "report")),
        ("met", 0, ("report",)),
        ("sank", 0, ("demand",)),
        ("sank", 2, ("commitment",)),
    ],
    ids=["two", "two and a commitment", "one", "nearest to its threshold", "a commitment alone"],
)
def test_the_acts_of_a_sentence_are_those_that_reach_their_threshold(
    word: str, commitments: int, expected: tuple[Act, ...]
) -> None:
    models = {
        "report": model(0.9, urge=9.0, met=9.0, sank=1.0),
        "demand": model(0.6, urge=9.0, met=-9.0),
    }
    sentence = next(parsed(f"We/PRP/nsubj>{word} {word}/VBD .").sents)
    assert acts_of(sentence, commitments, models, CUES, NOTHING) == expected


def test_without_models_a_sentence_has_no_act_but_its_commitments() -> None:
    sentence = next(parsed(URGE).sents)
    assert acts_of(sentence, 0, {}, CUES, NOTHING) == ()
    assert acts_of(sentence, 1, {}, CUES, NOTHING) == ("commitment",)


@pytest.mark.parametrize(
    ("plain", "idle", "commitments", "expected"),
    [
        ({"appraisal"}, set(), 0, ("demand", "appraisal")),
        (set(), {"demand"}, 0, ("report",)),
        ({"position"}, set(), 0, ("demand", "position")),
        ({"position"}, set(), 1, ("commitment", "demand")),
    ],
    ids=["what is said outright needs no weights", "what is only mentioned is not done", "a position", "or a promise"],
)
def test_what_a_sentence_says_outright_decides(
    plain: set[Act], idle: set[Act], commitments: int, expected: tuple[Act, ...]
) -> None:
    models = {"demand": model(0.6, urge=9.0), "report": model(0.9)}
    sentence = next(parsed(URGE).sents)
    outright = Said(frozenset(plain), frozenset(idle))
    assert acts_of(sentence, commitments, models, CUES, outright) == expected


def test_what_is_said_outright_is_told_to_the_models() -> None:
    names = seen(URGE, outright=Said(frozenset({"demand"}), frozenset({"appraisal"})))
    assert {"plain=demand", "plain+binding=demand|False", "idle=appraisal"} <= set(names)


def test_the_component_labels_sentences_and_passes_over_headings() -> None:
    met = "They/PRP/nsubj>met met=meet/VBD ."
    doc = parsed(met, met, met, met)
    doc._.communique = DocumentContext(
        blocks=(Block("title", 0, 0, 9), Block("heading", 10, 10, 19), Block("paragraph", 20, 20, 39))
    )
    doc.spans["commitments"] = [doc[3:4], doc[8:9]]
    tagger = StatementTagger(KNOWLEDGE)
    tagger.__dict__["plain"] = {"report": LinearModel(9.0, 0.5, {}), "demand": LinearModel(-9.0, 0.5, {})}
    assert tagger(doc) is doc
    assert [annotation_of(sentence).acts for sentence in doc.sents] == [
        (),
        ("commitment", "report"),
        ("commitment", "report"),
        ("report",),
    ]
