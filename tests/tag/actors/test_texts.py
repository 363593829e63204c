"""Who a mention stands for, in texts that the shipped pipeline parses."""

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.language.extensions import DocumentContext
from pipeline.tag.actors.actor import Actor
from pipeline.tag.actors.resolution import ActorMemory
from tests.shipped import KNOWLEDGE


def resolve(
    nlp: Language, text: str, mention: str, parties: tuple[str, ...] = ("CHL", "NOR"), issuer: str = ""
) -> Actor:
    """Resolve the last place where ``mention`` stands in ``text``."""
    doc: Doc = nlp.make_doc(text)
    doc._.communique = DocumentContext(parties=parties, issuer=issuer)
    doc = nlp(doc)
    start = text.rindex(mention)
    span = doc.char_span(start, start + len(mention))
    return ActorMemory(doc, KNOWLEDGE).resolve(span, span.root)


def told(actor: Actor) -> tuple[tuple[str, ...], str, bool]:
    """Codes, words and certainty."""
    return actor.codes, actor.text, actor.certain


def test_an_actor_says_where_its_words_stand(nlp: Language) -> None:
    text = "They met. The Government of Chile will pay."
    actor = resolve(nlp, text, "The Government of Chile")
    assert text[actor.start : actor.end] == actor.text == "The Government of Chile"


@pytest.mark.parametrize(
    "mention", ["We", "The two leaders", "Both sides", "The Ministers", "Each side", "They", "The participants"]
)
def test_collectives_stand_for_the_parties(nlp: Language, mention: str) -> None:
    actor = resolve(nlp, f"The Foreign Ministers met in Oslo. {mention} agreed to meet again.", mention)
    assert told(actor) == (("CHL", "NOR"), mention, True)


@pytest.mark.parametrize(
    ("text", "mention", "codes"),
    [
        ("Norway and Chile will build a port.", "Norway and Chile", ("CHL", "NOR")),
        ("The Government of Chile will pay.", "The Government of Chile", ("CHL",)),
        (
            "Norway, together with its partners in Asia, will pay.",
            "Norway, together with its partners in Asia",
            ("NOR",),
        ),
        ("Japan will join them.", "Japan", ("JPN",)),
        ("Prime Minister Solberg of Norway spoke. She will visit Chile.", "She", ("NOR",)),
        (
            "President Boric of Chile met Prime Minister Solberg of Norway. The President will pay.",
            "The President",
            ("CHL",),
        ),
        (
            "President Boric of Chile met Prime Minister Solberg of Norway. The President and Prime Minister agreed.",
            "The President and Prime Minister",
            ("CHL", "NOR"),
        ),
        ("The Commonwealth of Dominica will plant trees.", "The Commonwealth of Dominica", ("DMA",)),
        ("The Task Force met in Oslo. The Task Force affirmed its will to act.", "its", ("CHL", "NOR")),
        ("The Norway-Chile partnership will open a port.", "The Norway-Chile partnership", ("CHL", "NOR")),
        (
            "President Boric of Chile and Dr. Berg met. President Boric and Dr. Berg agreed to act.",
            "President Boric and Dr. Berg",
            ("CHL", "NOR"),
        ),
        ("The European Union will host the talks.", "The European Union", ("EU",)),
    ],
)
def test_names_people_and_offices_stand_for_their_state(
    nlp: Language, text: str, mention: str, codes: tuple[str, ...]
) -> None:
    assert resolve(nlp, text, mention).codes == codes


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("Other countries will follow.", "Other countries"),
        ("African leaders will follow.", "African leaders"),
        ("The storm will pass.", "The storm"),
        ("Experts said that they will write a book.", "they"),
    ],
)
def test_what_cannot_be_told_is_left_open_with_its_words(nlp: Language, text: str, mention: str) -> None:
    assert told(resolve(nlp, text, mention)) == ((), mention, False)


def test_both_countries_in_the_text_of_one_are_it_and_the_state_named_last(nlp: Language) -> None:
    text = "Norway has signed a treaty with Chile. It confirms the commitment of both countries to whales."
    actor = resolve(nlp, text, "both countries", parties=("NOR",))
    assert told(actor) == (("CHL", "NOR"), "both countries", True)


def test_somebody_and_i_are_both(nlp: Language) -> None:
    mention = "President Boric of Chile and I"
    actor = resolve(nlp, f"{mention} agreed to build a port.", mention, issuer="Prime Minister of Norway")
    assert actor.codes == ("CHL", "NOR")


def test_i_is_the_issuer_of_a_speech(nlp: Language) -> None:
    actor = resolve(nlp, "Today I promise to come back.", "I", ("CHL", "NOR"), "Ministry of Foreign Affairs of Norway")
    assert actor.codes == ("NOR",)


def test_third_parties_are_named_but_are_no_parties(nlp: Language) -> None:
    doc = nlp("Japan will join them.")
    doc._.communique = DocumentContext(parties=("CHL", "NOR"))
    memory = ActorMemory(doc, KNOWLEDGE)
    assert not memory.is_party(memory.resolve(doc[0:1], doc[1]))
    assert memory.is_party(memory.resolve(None, doc[1]))


def test_an_officer_of_no_named_state_is_the_single_speakers_as_far_as_can_be_told(nlp: Language) -> None:
    actor = resolve(nlp, "Secretary Berg will open a port.", "Secretary Berg", parties=("NOR",))
    assert told(actor) == (("NOR",), "Secretary Berg", False)


@pytest.mark.parametrize(
    ("text", "mention", "codes"),
    [
        ("The IMF met Zambian officials in Lusaka. The authorities will lower debt.", "The authorities", ("ZMB",)),
        ("Rotterdam will plant trees.", "Rotterdam", ("Rotterdam",)),
        ("The Welsh Government will fund harbours.", "The Welsh Government", ("Welsh Government",)),
        ("They met LHQX in Oslo. LHQX will pay.", "LHQX", ("LHQX",)),
    ],
)
def test_those_without_a_code_act_under_their_name(
    nlp: Language, text: str, mention: str, codes: tuple[str, ...]
) -> None:
    assert resolve(nlp, text, mention, parties=("IMF",), issuer="IMF").codes == codes
