"""Profiles of actors: what is counted for whom, and their pages."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from pipeline.records import Analysis, Commitment, Standing, StatusRow, Thread
from pipeline.report.actors.pages import write_actor_pages
from pipeline.report.actors.profiles import Profile, profile_row, profiles, year_rows
from pipeline.report.labels import read_names
from tests.records import analysis
from tests.shipped import KNOWLEDGE

NAMES = KNOWLEDGE.get(read_names)
TODAY = date(2031, 5, 1)


def spoken(doc_id: str, day: date | None, *ledger: Commitment, parties: tuple[str, ...] = ()) -> Analysis:
    document = replace(analysis().document, doc_id=doc_id, date=day, parties=parties)
    promises = tuple(
        replace(c, doc_id=doc_id, commitment_id=f"{doc_id}:{n}.1", sentence_id=f"{doc_id}:{n}")
        for n, c in enumerate(ledger, 1)
    )
    return Analysis(document, (), (), promises)


def promise(*actors: str, areas: tuple[str, ...] = ("energy",), due: date | None = None) -> Commitment:
    return replace(analysis().commitments[0], actors=actors, areas=areas, towards=(), deadline_date=due)


def thread(actor: str, status: Standing) -> Thread:
    return Thread(
        thread_id=f"t-{actor}-{status}",
        title="light <b>all</b> piers",
        actors=(actor,),
        areas=("energy",),
        first_date=date(2030, 1, 1),
        last_date=date(2031, 1, 1),
        times=2,
        documents=2,
        strength="strong",
        deadline_date=None,
        amount="",
        status=status,
        commitment_ids=("talks-1:1.1", "talks-2:1.1"),
    )


def found(
    *analyses: Analysis, threads: tuple[Thread, ...] = (), status: tuple[StatusRow, ...] = ()
) -> dict[str, Profile]:
    return {profile.actor: profile for profile in profiles(analyses, threads, status, KNOWLEDGE)}


def test_promises_of_its_own_and_of_bodies_that_spoke_for_it_are_counted_apart() -> None:
    talks = spoken("talks-1", date(2030, 6, 1), promise("JPN"), promise("G7"), promise("G7", "JPN"), promise("UN"))
    profile = found(talks)["JPN"]
    assert (profile.promises, profile.through_bodies, dict(profile.bodies)) == (2, 1, {"G7": 1})


def test_a_body_speaks_only_for_those_who_are_members_on_the_day() -> None:
    talks = [spoken("talks-1", date(2015, 6, 1), promise("EU")), spoken("talks-2", date(2025, 6, 1), promise("EU"))]
    assert found(*talks)["FRA"].through_bodies == 2
    assert found(*talks)["GBR"].through_bodies == 1


def test_the_rate_counts_the_documents_in_which_it_has_a_part_though_it_promises_nothing_there() -> None:
    profile = found(
        spoken("talks-1", date(2030, 6, 1), promise("NOR"), promise("NOR"), parties=("CHL", "NOR")),
        spoken("talks-2", date(2031, 5, 1), promise("CHL"), parties=("CHL", "NOR")),
    )["NOR"]
    row = profile_row(profile, NAMES, TODAY)
    assert (row.documents, row.promises, row.per_document, row.name) == (2, 2, 1.0, "Norway")


def test_areas_years_and_partners_are_listed_most_first() -> None:
    profile = found(
        spoken("talks-1", date(2030, 6, 1), promise("CHL", "NOR"), promise("NOR", areas=("health", "energy"))),
        spoken("talks-2", None, promise("NOR", areas=())),
    )["NOR"]
    row = profile_row(profile, NAMES, TODAY)
    assert row.areas == ("energy 2", "health 1")
    assert row.partners == ("CHL 1",)
    assert [(y.area, y.year, y.promises) for y in year_rows(profile, NAMES)] == [
        ("energy", 2030, 2),
        ("health", 2030, 1),
        ("", None, 1),
    ]


def test_deadlines_are_seen_from_the_day_of_the_newest_document() -> None:
    due = (date(2030, 12, 31), TODAY, date(2035, 12, 31))
    row = profile_row(found(spoken("talks-1", TODAY, *(promise("NOR", due=d) for d in due)))["NOR"], NAMES, TODAY)
    assert (row.deadlines_ahead, row.deadlines_past) == (2, 1)


def test_undertakings_are_counted_by_their_status_also_those_of_bodies() -> None:
    threads = (thread("JPN", "standing"), thread("G7", "weakened"), thread("CHL", "overdue"))
    row = profile_row(found(spoken("talks-1", TODAY, promise("JPN")), threads=threads)["JPN"], NAMES, TODAY)
    assert (row.threads, row.standing, row.weakened, row.overdue) == (2, 1, 1, 0)


def test_states_and_bodies_have_pages_and_wording_stays_wording(tmp_path: Path) -> None:
    judged = StatusRow(
        "t-NOR-standing", "", "kept", 1, "light all piers", ("NOR",), "javascript:alert(1)", "", "A. Analyst", TODAY
    )
    some = found(
        spoken("talks-1", TODAY, promise("NOR"), promise("Port Board of Eastport"), promise("G7")),
        threads=(thread("NOR", "standing"),),
        status=(judged,),
    )
    (tmp_path / "actors").mkdir()
    (tmp_path / "actors" / "XXX.html").write_text("of an earlier run")
    chosen = [some[actor] for actor in ("NOR", "Port Board of Eastport", "G7")]
    written = write_actor_pages(chosen, NAMES, TODAY, tmp_path)
    assert sorted(path.name for path in (tmp_path / "actors").iterdir()) == ["G7.html", "NOR.html"]
    page = written[0].read_text(encoding="utf-8")
    assert "light &lt;b&gt;all&lt;/b&gt; piers" in page
    assert "A. Analyst" in page
    assert "javascript" not in page
    assert "<script" not in page
