"""What is found as a commitment, how, and what stays out: sentences of invented states with the expected records."""

from datetime import date

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.language.extensions import DocumentContext
from pipeline.records import Block
from pipeline.tag.commitments.component import FACTORY
from pipeline.tag.explain import explain

PARTIES = ("NOR", "SWE")


def read(text: str, nlp: Language, parties: tuple[str, ...] = PARTIES, blocks: tuple[Block, ...] | None = None) -> Doc:
    doc = nlp.make_doc(text)
    doc._.communique = DocumentContext(blocks=blocks, parties=parties, date=date(2024, 5, 3))
    return nlp(doc)


def found(doc: Doc) -> list[tuple[str, str]]:
    """(cue, action) of the commitments, in text order."""
    spans = doc.spans["commitments"]
    return [(doc.text[s._.communique.commitment.cue_start : s._.communique.commitment.cue_end], s.text) for s in spans]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We will open a joint training centre in Oslo.", [("will", "open a joint training centre in Oslo")]),
        (
            "They agreed to expand cooperation on fisheries.",
            [("agreed", "to expand cooperation on fisheries")],
        ),
        ("We are committed to reducing emissions.", [("committed", "to reducing emissions")]),
        ("We pledge to double our aid by 2030.", [("pledge", "to double our aid by 2030")]),
        ("The Ministers agreed on the launch of a joint fund.", [("agreed", "the launch of a joint fund")]),
        (
            "They reaffirmed their commitment to the defence of Oslo.",
            [("commitment", "to the defence of Oslo")],
        ),
        ("We stand ready to support the peace process.", [("stand ready", "to support the peace process")]),
        (
            "We look forward to working with Iceland.",
            [("look forward", "to working with Iceland")],
        ),
        ("They expressed their willingness to share data.", [("willingness", "to share data")]),
        (
            "They agreed on the importance of deepening their trade.",
            [("importance", "deepening their trade")],
        ),
        ("We are proud to announce that we are opening a port.", [("announce", "opening a port")]),
        ("Norway hopes to join the customs union.", [("hopes", "to join the customs union")]),
        ("Norway spares no effort in finding the missing.", [("spares no effort", "in finding the missing")]),
        ("We task our officials to draft a plan by June.", [("task", "to draft a plan by June")]),
        ("Both countries agreed that Norway should lead.", [("agreed", "Norway should lead")]),
        (
            "They agreed that they will double the aid to Chad, and to open an office in Lima.",
            [("will", "double the aid to Chad"), ("agreed", "to open an office in Lima")],
        ),
        (
            "Norway will chase the smugglers, whom we will pursue across the border.",
            [("will", "chase the smugglers"), ("will", "pursue across the border")],
        ),
        ("Clean water for all: Norway will build forty wells.", [("will", "build forty wells")]),
    ],
)
def test_the_forms_that_bind(text: str, expected: list[tuple[str, str]], nlp: Language) -> None:
    assert found(read(text, nlp)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The two leaders issued a joint statement.",
        "We call on all parties to respect the ceasefire.",
        "We welcome Finland's commitment to reform.",
        "The alliance is stronger than ever.",
        "We oppose any attempt to change the status quo by force.",
        "Growth will slow next year.",
        "They recalled the pledge of 2015.",
        "We support the sovereignty of Moldova.",
        "The President will travel to Helsinki on Monday.",
        "He urged both sides to commit to a ceasefire.",
        "Two years ago we pledged to build a bridge.",
        "Both countries agreed that Iran must open its borders.",
        "They look forward to Peru hosting the fishing conference.",
        "Democracy thrives when we commit to strengthening our courts.",
    ],
)
def test_what_does_not_bind_stays_out(text: str, nlp: Language) -> None:
    assert found(read(text, nlp)) == []


def test_coordinated_actions_are_split_and_shared_objects_are_not(nlp: Language) -> None:
    doc = read("We agreed to strengthen trade and to open two border posts.", nlp)
    assert [action for _, action in found(doc)] == ["to strengthen trade", "to open two border posts"]
    doc = read("We will work with and fully support the new government.", nlp)
    assert len(found(doc)) == 1


def test_kind_and_strength_follow_the_wording(nlp: Language) -> None:
    cases = {
        "We will continue to train the border guards.": ("continuing", "strong"),
        "We will train the border guards.": ("new", "strong"),
        "We intend to train the border guards.": ("new", "medium"),
        "We remain committed to training the border guards.": ("continuing", "strong"),
        "We must strengthen our cooperation.": ("new", "weak"),
    }
    for text, expected in cases.items():
        doc = read(text, nlp)
        (span,) = doc.spans["commitments"]
        assert (span._.communique.commitment.kind, span._.communique.commitment.strength) == expected, text


def test_a_refusal_is_negated_and_its_action_begins_behind_the_not(nlp: Language) -> None:
    span_doc = read("We will not recognise the annexation.", nlp)
    (span,) = span_doc.spans["commitments"]
    assert span._.communique.commitment.negated
    assert span.text == "recognise the annexation"


def test_a_negation_stops_at_its_clause(nlp: Language) -> None:
    span_doc = read("The talks did not succeed, but we will continue to seek a ceasefire.", nlp)
    (span,) = span_doc.spans["commitments"]
    assert not span._.communique.commitment.negated


def test_a_condition_is_marked_and_lowers_the_confidence(nlp: Language) -> None:
    plain_doc = read("We will impose further sanctions.", nlp)
    (plain,) = plain_doc.spans["commitments"]
    hanging_doc = read("If the attacks go on, we will impose further sanctions.", nlp)
    (hanging,) = hanging_doc.spans["commitments"]
    assert not plain._.communique.commitment.conditional
    assert hanging._.communique.commitment.conditional
    assert hanging._.communique.commitment.confidence < plain._.communique.commitment.confidence


def test_items_under_a_stem_that_binds_are_commitments(nlp: Language) -> None:
    text = "The leaders decided to:\n- Expand the student exchange;\n- Open a joint research centre."
    first, second = text.index("- Expand"), text.index("- Open")
    blocks = (
        Block("paragraph", 0, 0, first - 1),
        Block("item", first, first + 2, second - 1),
        Block("item", second, second + 2, len(text)),
    )
    doc = read(text, nlp, blocks=blocks)
    assert found(doc) == [
        ("Expand", "Expand the student exchange"),
        ("Open", "Open a joint research centre"),
    ]


def test_an_item_begins_with_a_verb_where_its_stem_asks_for_one(nlp: Language) -> None:
    text = "Norway and Chile will work together to:\n\n- Monitor global supply chains for vaccines;\n\n- Test wells."
    assert [action for _, action in found(read(text, nlp))][-2:] == [
        "Monitor global supply chains for vaccines",
        "Test wells",
    ]


def test_an_item_may_be_a_refusal(nlp: Language) -> None:
    doc = read("We will:\n\n- Share charts;\n\n- Not sell the land around the port.", nlp)
    spans = doc.spans["commitments"]
    assert [(s.text, s._.communique.commitment.negated) for s in spans] == [
        ("Share charts", False),
        ("sell the land around the port", True),
    ]


def test_what_only_looks_like_a_verb_opens_no_item(nlp: Language) -> None:
    lines = [
        "We will:",
        "Cross-border trade:",
        "To keep the strait open, the coast guard has sent three ships.",
        "Last year, Norway sold two ferries.",
        "-",
        "Dredge the harbour.",
    ]
    text = "\n\n".join([lines[0], *(f"- {line}" for line in lines[1:])])
    assert [action for _, action in found(read(text, nlp))] == ["Dredge the harbour"]


def test_an_item_goes_on_behind_a_full_stop_and_splits_at_its_next_verb(nlp: Language) -> None:
    text = (
        "We decide to:\n\n1. Strengthen patrols on the high seas. Explore a joint coast guard school;\n\n"
        "2. Exchange charts of the coast and promote research on tides;"
    )
    assert [action for _, action in found(read(text, nlp))] == [
        "Strengthen patrols on the high seas",
        "Explore a joint coast guard school",
        "Exchange charts of the coast",
        "promote research on tides",
    ]


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        (
            "They resolved to double the output by 2036, to lay a cable between two islands, and to study tidal power.",
            ["to double the output by 2036", "to lay a cable between two islands", "to study tidal power"],
        ),
        ("Both countries concurred to share data and to exchange officers.", ["to share data", "to exchange officers"]),
        (
            "We will open a ferry line and cut the fees in our ports.",
            ["open a ferry line", "cut the fees in our ports"],
        ),
        (
            "We reaffirm our commitment to continue providing food, holding smugglers to account, and fining them.",
            ["to continue providing food", "holding smugglers to account", "fining them"],
        ),
        (
            "REAFFIRMING our commitment to keeping coal in the ground; RECOGNISING that bogs are slow to heal;",
            ["to keeping coal in the ground"],
        ),
        (
            "They instructed their officials to prepare a report by June, and to hold a round of talks with the ports.",
            ["to prepare a report by June", "to hold a round of talks with the ports"],
        ),
        (
            "The council affirmed its commitment to monitor the harbours and reconvene when necessary.",
            ["to monitor the harbours", "reconvene when necessary"],
        ),
        (
            "We will widen our work to protect whales, including by continuing to aim at a ban, and provide new boats.",
            ["widen our work to protect whales, including by continuing to aim at a ban", "provide new boats"],
        ),
        (
            "We will seek to exchange charts, share weather data, and explore a common exchange for pilots.",
            ["seek to exchange charts", "share weather data", "explore a common exchange for pilots"],
        ),
        (
            "Norway will work towards the goal of ensuring, until at least 2030, demand for clean ships.",
            ["work towards the goal of ensuring, until at least 2030, demand for clean ships"],
        ),
        (
            "We will keep up our ambition to end hunger, including through the Food Fund.",
            ["keep up our ambition to end hunger, including through the Food Fund"],
        ),
        (
            "We commit to the following principles as we rebuild our harbours.",
            ["to the following principles as we rebuild our harbours"],
        ),
        (
            "Norway will continue to identify with and champion the interests of small islands.",
            ["continue to identify with and champion the interests of small islands"],
        ),
        ("It was agreed to hold the next round of talks in Oslo.", ["to hold the next round of talks in Oslo"]),
        ("They agreed that the next meeting will take place in Oslo.", ["take place in Oslo"]),
        ("The ministers agreed that growth will slow next year.", []),
        ("We pledge 5 million euros to the fund.", ["5 million euros to the fund"]),
        (
            "Norway and Sweden will not only open the border, but also share the costs of the crossing.",
            ["open the border", "also share the costs of the crossing"],
        ),
        (
            "Norway will strengthen the ports as well as train the crews.",
            ["strengthen the ports", "train the crews"],
        ),
        (
            "Norway will continue to advance its own shipping and bolster trade with Chad.",
            ["continue to advance its own shipping", "bolster trade with Chad"],
        ),
        (
            "They underlined the importance of sharing data and working together on fisheries.",
            ["sharing data", "working together on fisheries"],
        ),
        (
            "We will clear the harbour of mines, including by training divers and buying boats.",
            ["clear the harbour of mines, including by training divers and buying boats"],
        ),
        (
            "We will: (i) dredge the harbour; (ii) train the pilots; and (iii) lower the fees.",
            ["dredge the harbour", "train the pilots", "lower the fees"],
        ),
        ("Thank you very much.", []),
    ],
)
def test_lists_of_actions_are_split_and_end_in_time(text: str, actions: list[str], nlp: Language) -> None:
    assert [action for _, action in found(read(text, nlp))] == actions


def test_every_finding_says_why_it_is_there(nlp: Language) -> None:
    span_doc = read("We will open a joint training centre.", nlp)
    (span,) = span_doc.spans["commitments"]
    assert "cues.csv line" in span._.communique.commitment.reason
    assert 0 < span._.communique.commitment.confidence <= 1


def test_the_component_survives_disk_and_processes(nlp: Language, tmp_path: object) -> None:
    nlp.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    texts = ["We will open a joint training centre.", "The two leaders issued a joint statement."] * 3
    docs = list(again.pipe(texts, n_process=2, batch_size=2))
    assert [len(doc.spans["commitments"]) for doc in docs] == [1, 0] * 3
    here = nlp(texts[0])
    assert (
        docs[0].spans["commitments"][0]._.communique.commitment == here.spans["commitments"][0]._.communique.commitment
    )
    assert FACTORY in again.pipe_names


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "will", "We will:", "will " * 3000, "☂ 🚢 ⚓", "نحن ملتزمون", "a\x00b will\x1f do"]
)
def test_garbage_is_read_without_harm(text: str, nlp: Language) -> None:
    doc = read(text, nlp)
    assert doc.text == text
    assert all(span.text for span in doc.spans["commitments"])


def test_the_record_says_where_its_words_stand(nlp: Language) -> None:
    doc = read("By the end of 2036 we will pay 3 million euros to Chad, and we will pay Chad's debts.", nlp)
    first, second = (span._.communique.commitment for span in doc.spans["commitments"])
    for words, start, end in (
        (first.cue, first.cue_start, first.cue_end),
        (first.action, first.action_start, first.action_end),
        (first.actor_text, first.actor_start, first.actor_end),
        (first.deadline, first.deadline_start, first.deadline_end),
        (first.amount, first.amount_start, first.amount_end),
    ):
        assert words
        assert doc.text[start:end] == words
    assert (doc.text[second.actor_start : second.actor_end], second.actor_start) == ("we", doc.text.rindex("we"))
    assert (second.amount, second.amount_start, second.amount_end) == ("", None, None)


def test_the_words_of_an_antecedent_have_their_own_place(nlp: Language) -> None:
    doc = read("We thank the two leaders, who will open a joint training centre.", nlp)
    found = [span._.communique.commitment for span in doc.spans["commitments"]]
    assert [doc.text[c.actor_start : c.actor_end] for c in found] == [c.actor_text for c in found]


def test_towards_are_the_states_and_bodies_that_receive(nlp: Language) -> None:
    aid = read("We will provide aid to Chad and Peru.", nlp)
    centre = read("We will open a training centre in Chad.", nlp)
    assert [span._.communique.commitment.towards for span in aid.spans["commitments"]] == [("PER", "TCD")]
    assert [span._.communique.commitment.towards for span in centre.spans["commitments"]] == [()]


def test_explain_names_the_line_to_change(nlp: Language) -> None:
    report = explain("We welcome Finland's commitment to reform.", nlp, PARTIES)
    assert "cues.csv line" in report
    assert "refused by a rule" in report
    assert "scope.csv" in report
    assert "no word of this sentence" in explain("Rain fell.", nlp, PARTIES)


def test_deadline_and_sum_belong_to_the_promise_they_stand_in(nlp: Language) -> None:
    doc = read(
        "They agreed to build a port by the end of 2036, for which Norway will provide up to 300 million dollars.", nlp
    )
    harbour, money = (span._.communique.commitment for span in doc.spans["commitments"])
    assert (harbour.deadline, harbour.amount) == ("by the end of 2036", "")
    assert (money.deadline, money.amount) == ("", "up to 300 million dollars")
