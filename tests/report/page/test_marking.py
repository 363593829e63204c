"""The marks of the report stand on the letters that the records name."""

from dataclasses import replace

from pipeline.records import Block
from pipeline.report.labels import read_names
from pipeline.report.listmarks import spoken
from pipeline.report.page.ledger import entries
from pipeline.report.page.marking import Mark, anchor, cut, passages
from tests import staged
from tests.records import TEXT, analysis, document
from tests.report.corpora import corpus
from tests.shipped import KNOWLEDGE

NAMES = KNOWLEDGE.get(read_names)


def test_cue_action_actor_and_entities_are_marked_to_the_letter() -> None:
    marked = [
        (s.text, set(s.roles))
        for p in passages(analysis(), NAMES)
        for line in p.lines
        for s in line.stretches
        if s.roles
    ]
    assert marked == [
        ("Norway", {"actor", "entity"}),
        (" and ", {"actor"}),
        ("Chile", {"actor", "entity"}),
        ("will", {"cue"}),
        ("build a bridge by ", {"action"}),
        ("2035", {"action", "entity"}),
    ]


def test_the_first_stretch_of_a_commitment_carries_its_address() -> None:
    anchors = [a for p in passages(analysis(), NAMES) for line in p.lines for s in line.stretches for a in s.anchors]
    assert anchors == [anchor("2031-05-01-bridge:1.1")]


def test_nothing_of_the_text_is_lost_or_added() -> None:
    for made in [analysis(), *corpus(20)]:
        shown = [p.marker + "".join(s.text for line in p.lines for s in line.stretches) for p in passages(made, NAMES)]
        assert "".join("".join(shown).split()) == "".join(made.document.text.split())


def test_the_mark_of_an_item_stands_before_its_sentence_and_is_no_part_of_what_is_quoted() -> None:
    source = (
        "Joint Statement\n\nThey agreed on this:\n\n(a) Norway and Chile will build a bridge by 2035.\n\n(b) They met."
    )
    made = staged.tagged(document(source=source))
    (item,) = [p for p in passages(made, NAMES) if p.marker.startswith("(a)")]
    assert "".join(s.text for line in item.lines for s in line.stretches).startswith("Norway and Chile")
    (entry,) = entries([made], NAMES, ["CHL", "NOR"])
    assert "".join(s.text for s in entry.wording).startswith("Norway and Chile will")
    assert entry.record.sentence.startswith("(a) Norway")
    assert entry.own_sentence == entry.record.sentence
    assert spoken(entry.record, made.document).startswith("Norway and Chile will")


def test_wording_outside_all_blocks_is_shown_too() -> None:
    made = analysis()
    loose = replace(made, document=replace(made.document, blocks=(Block("title", 0, 0, 15),)))
    assert (
        "".join(s.text for p in passages(loose, NAMES) for line in p.lines for s in line.stretches).count("Chile") == 1
    )
    bare = replace(made, document=replace(made.document, blocks=()), sentences=(), commitments=(), entities=())
    assert [p.kind for p in passages(bare, NAMES)] == ["paragraph"]


def test_a_sentence_over_two_blocks_is_marked_in_both() -> None:
    made = analysis()
    blocks = (Block("title", 0, 0, 15), Block("paragraph", 17, 17, 47), Block("paragraph", 47, 47, len(TEXT)))
    parts = list(passages(replace(made, document=replace(made.document, blocks=blocks)), NAMES))
    assert "".join(s.text for p in parts[1:] for line in p.lines for s in line.stretches) == TEXT[17:]
    assert [s.text for line in parts[2].lines for s in line.stretches if "action" in s.roles] == ["bridge by ", "2035"]


def test_overlapping_marks_are_cut_at_every_border() -> None:
    stretches = list(cut("abcdef", 0, 6, [Mark(0, 4, "action", "one"), Mark(2, 9, "cue", "two")]))
    assert [(s.text, s.roles, s.note) for s in stretches] == [
        ("ab", ("action",), "one"),
        ("cd", ("action", "cue"), "one; two"),
        ("ef", ("cue",), "two"),
    ]


def test_a_row_quotes_its_sentence_and_never_composes_wording() -> None:
    made = analysis(
        source="Joint Statement\n\nNorway agreed not to build a bridge, and Chile will refrain from mining."
    )
    rows = list(entries([made], NAMES, ()))
    assert [row.record.negated for row in rows] == [True, True]
    for row in rows:
        assert "".join(s.text for s in row.wording) == made.sentences[0].text
        marked = {role: s.text for s in row.wording for role in s.roles}
        assert (marked["cue"], marked["action"]) == (row.record.cue, row.record.action)


def test_margin_and_ledger_show_the_same_areas() -> None:
    made = analysis()
    sentence = replace(made.sentences[0], areas=("energy",), uncertain=True)
    promise = replace(made.commitments[0], areas=("trade_investment",))
    mixed = replace(made, sentences=(sentence, *made.sentences[1:]), commitments=(promise,))
    (row,) = entries([mixed], NAMES, ())
    (note,) = [n for p in passages(mixed, NAMES) for line in p.lines for n in line.commitments]
    assert note.areas == row.area_titles == (NAMES.area_title("trade_investment"),)
    assert row.uncertain


def test_an_actor_is_found_in_what_its_bodies_promise() -> None:
    made = analysis()
    of_body = replace(made, commitments=(replace(made.commitments[0], actors=("NATO",)),))
    rows = list(entries([made, of_body], NAMES, ("NATO", "NOR")))
    assert [row.through for row in rows] == [(), ("NOR",)]
