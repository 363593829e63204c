"""Who is a member of which body, and on which day."""

from datetime import date
from pathlib import Path

import pytest

from pipeline.errors import KnowledgeError
from pipeline.knowledge import Knowledge
from pipeline.names.gazetteer import Gazetteer
from pipeline.names.membership import Memberships, represented
from tests.shipped import KNOWLEDGE

SHIPPED = KNOWLEDGE.get(Memberships)


@pytest.mark.parametrize(
    ("member", "body", "day", "belongs"),
    [
        ("GBR", "EU", date(2020, 1, 31), True),
        ("GBR", "EU", date(2020, 2, 1), False),
        ("HRV", "EU", date(2013, 6, 30), False),
        ("HRV", "EU", date(2013, 7, 1), True),
        ("FIN", "NATO", date(2023, 4, 3), False),
        ("FIN", "NATO", date(2023, 4, 4), True),
        ("RUS", "G8", date(2012, 5, 18), True),
        ("RUS", "G7", date(2012, 5, 18), False),
        ("ZAF", "BRICS", date(2010, 1, 1), False),
        ("EGY", "BRICS", date(2024, 1, 1), True),
        ("TLS", "ASEAN", date(2025, 10, 26), True),
        ("AU", "G20", date(2023, 9, 8), False),
        ("AU", "G20", date(2023, 9, 9), True),
        ("MLI", "ECOWAS", date(2025, 1, 28), True),
        ("MLI", "ECOWAS", date(2025, 1, 29), False),
        ("GMB", "COMMONWEALTH", date(2015, 1, 1), False),
    ],
)
def test_membership_has_its_days(member: str, body: str, day: date, belongs: bool) -> None:
    assert (member in SHIPPED.members(body, day)) is belongs
    assert (body in SHIPPED.bodies_of(member, day)) is belongs


def test_without_a_day_it_is_the_present() -> None:
    assert len(SHIPPED.members("EU")) == 27
    assert {"G7", "QUAD"} <= set(SHIPPED.bodies_of("JPN"))
    assert "G8" not in SHIPPED.bodies_of("JPN")


def test_a_body_that_is_no_more_has_those_of_its_last_day() -> None:
    assert SHIPPED.members("G8") == ("CAN", "DEU", "FRA", "GBR", "ITA", "JPN", "RUS", "USA")


@pytest.mark.parametrize(
    ("body", "size"),
    [("NATO", 32), ("OECD", 38), ("COE", 46), ("OSCE", 57), ("AU", 55), ("LAS", 22), ("OIC", 57), ("COMMONWEALTH", 56)],
)
def test_bodies_are_as_large_as_they_say_of_themselves(body: str, size: int) -> None:
    assert len(SHIPPED.members(body)) == size


def test_states_that_belong_nowhere_have_no_bodies() -> None:
    assert SHIPPED.members("FRA") == SHIPPED.bodies_of("XXX") == ()


def test_forums_alliances_and_regional_organisations_speak_for_their_members() -> None:
    assert represented("AUKUS", KNOWLEDGE, date(2024, 1, 1)) == ("AUS", "GBR", "USA")
    assert represented("AUKUS", KNOWLEDGE, date(2020, 1, 1)) == ()
    assert represented("OECD", KNOWLEDGE) == ()  # too many to be bound by its texts
    assert represented("FRA", KNOWLEDGE) == ()


def test_four_hundred_bodies_of_states_are_known() -> None:
    rows = list(KNOWLEDGE.table("bodies.csv", ("code", "name", "aliases", "ambiguous", "kind", "state")))
    own = {row["name"] for row in rows if row["kind"] not in {"state", "company", "movement", "society"}}
    assert len(own) > 400
    assert all(KNOWLEDGE.get(Gazetteer).name_of(row["code"]) for row in rows if row["code"])


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("QQQ,FRA,,", "'QQQ' is no code of bodies.csv"),
        ("FRA,FRA,,", "'FRA' is no code of bodies.csv"),
        ("NATO,QQQ,,", "'QQQ' is no code of countries.csv or bodies.csv"),
        ("NATO,FRA,1.1.1990,", "since is '1.1.1990'; write a day such as 1995-01-01, or a year"),
        ("NATO,FRA,,1990-02-30", "until is '1990-02-30'; write a day"),
        ("NATO,FRA,1990,1989", "the membership ends before it begins"),
        ("NATO,FRA|FRA,,", "FRA is a member of NATO at that time already"),
    ],
)
def test_a_bad_line_is_named_with_file_line_and_mend(tmp_path: Path, line: str, message: str) -> None:
    (tmp_path / "memberships.csv").write_text(f"body,members,since,until\nNATO,NOR,,\n{line}\n", encoding="utf-8")
    with pytest.raises(KnowledgeError) as error:
        Memberships(Knowledge(tmp_path))
    assert str(error.value).startswith("memberships.csv, line 3: ")
    assert message in str(error.value)


def test_a_year_lasts_from_its_first_to_its_last_day(tmp_path: Path) -> None:
    (tmp_path / "memberships.csv").write_text(
        "body,members,since,until\nNATO,NOR,1990,1991\nNATO,NOR,1995,\nNATO,CHL,,1990-05-05\n", encoding="utf-8"
    )
    small = Memberships(Knowledge(tmp_path))
    days = [date(1989, 12, 31), date(1990, 1, 1), date(1991, 12, 31), date(1992, 1, 1), date(1995, 1, 1)]
    assert ["NOR" in small.members("NATO", day) for day in days] == [False, True, True, False, True]
    assert small.members("NATO", date(1700, 1, 1)) == ("CHL",)
    assert small.members("NATO") == ("NOR",)
