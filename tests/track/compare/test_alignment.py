"""Which passage stands for which."""

import random

from pipeline.track.compare.alignment import Aligned, align

BRIDGE = "We will build a bridge over the river before the end of next year."
TREATY = "We urge all neighbours of the northern sea to join the treaty on cod."
THANKS = "The ministers thanked their hosts for the warm welcome in the old town."
FUND = "Each side pays five million crowns into the fund for harbours and lighthouses."
SCHOOL = "A school for pilots opens its doors to students of both islands."


def places(earlier: list[str], later: list[str]) -> list[tuple[str, tuple[int, ...], tuple[int, ...]]]:
    return [(one.place, one.earlier, one.later) for one in align(earlier, later)]


def test_passages_that_stayed_face_each_other_though_words_changed() -> None:
    later = [BRIDGE.replace("next year", "the decade"), TREATY.replace("urge", "call on")]
    assert places([BRIDGE, TREATY], later) == [("kept", (0,), (0,)), ("kept", (1,), (1,))]


def test_new_and_gone_passages_stand_where_they_were() -> None:
    assert places([BRIDGE, THANKS, FUND], [BRIDGE, SCHOOL, FUND]) == [
        ("kept", (0,), (0,)),
        ("gone", (1,), ()),
        ("new", (), (1,)),
        ("kept", (2,), (2,)),
    ]


def test_a_moved_passage_is_found_at_both_places() -> None:
    assert places([BRIDGE, TREATY, THANKS, FUND], [FUND, BRIDGE, TREATY, THANKS]) == [
        ("moved", (3,), (0,)),
        ("kept", (0,), (1,)),
        ("kept", (1,), (2,)),
        ("kept", (2,), (3,)),
        ("moved_away", (3,), (0,)),
    ]


def test_a_divided_paragraph_faces_both_its_parts_and_a_joined_one_both_it_came_from() -> None:
    whole = f"{BRIDGE} {FUND}"
    assert places([whole, THANKS], [BRIDGE, FUND, THANKS])[0] == ("kept", (0,), (0, 1))
    assert places([BRIDGE, FUND, THANKS], [whole, THANKS])[0] == ("kept", (0, 1), (0,))


def test_misread_letters_do_not_tear_a_passage_apart() -> None:
    noisy = "VVe vvill bui1d a bridqe 0ver tlie rivcr bef0re tlie cnd 0f ncxt ycar."
    assert places([THANKS, BRIDGE, FUND], [THANKS, noisy, FUND])[1] == ("kept", (1,), (1,))


def test_headings_that_share_two_words_are_not_the_same() -> None:
    assert [one.place for one in align(["Trade and Growth"], ["Trade and Fish"])] == ["gone", "new"]


def test_an_empty_side_leaves_all_new_or_all_gone() -> None:
    assert align([], [BRIDGE]) == (Aligned("new", (), (0,)),)
    assert align([BRIDGE], []) == (Aligned("gone", (0,), ()),)
    assert align([], []) == ()


def test_every_passage_stands_in_the_alignment_once_whatever_its_order() -> None:
    chance = random.Random(7)
    vocabulary = [f"word{n}" for n in range(400)]
    earlier = [" ".join(chance.choices(vocabulary, k=12)) for _ in range(60)]
    later = [" ".join(w if chance.random() > 0.1 else "fresh" for w in p.split()) for p in earlier[:50]]
    chance.shuffle(later)
    aligned = align(earlier, later)
    assert sorted(j for one in aligned if one.place != "moved_away" for j in one.later) == list(range(50))
    stood = [i for one in aligned if one.place != "moved" for i in one.earlier]
    assert sorted(stood) == list(range(60))
    assert {one.earlier for one in aligned if one.place == "moved"} == {
        one.earlier for one in aligned if one.place == "moved_away"
    }
    assert sum(one.place == "gone" for one in aligned) == 10
