"""The results in Datasette: search, saved queries, links from commitment to sentence to document."""

import asyncio
import html
import json
import re
import socket
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import html as markup

from pipeline.errors import CommuniqueError
from pipeline.explore.database import build
from pipeline.explore.description import metadata
from pipeline.explore.serve import HOST, application, explore, listening
from pipeline.records import Analysis, Commitment
from pipeline.report.labels import read_names
from pipeline.store import Store
from tests.records import analysis, classified
from tests.shipped import KNOWLEDGE
from tests.test_golden import rows

pytest.importorskip("datasette", reason="Datasette is not installed: pip install 'communique[explore]'")

NAMES = KNOWLEDGE.get(read_names)
Get = Callable[..., Any]
QUERIES = tuple(metadata("communique")["databases"]["communique"]["queries"])
FIELDS = {"year": "", "from_day": "", "actor": "", "area": ""}


def getter(outputs: Path, folder: Path) -> Get:
    """A function that fetches a path of the application over ``outputs``."""
    path = folder / "communique.db"
    build(outputs, path, NAMES)
    datasette = application(path)

    def get(path: str, **fields: str) -> Any:
        response = asyncio.run(datasette.client.get(path, params=fields or None))
        assert response.status_code == 200, f"{path}: {response.text}"
        return response

    return get


@pytest.fixture(scope="module")
def get(shipped_outputs: Path, tmp_path_factory: pytest.TempPathFactory) -> Get:
    return getter(shipped_outputs, tmp_path_factory.mktemp("explored"))


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Get:
    """Two documents in which USA and "USAN and Friends" promise the same bridge, for different sums."""
    outputs = tmp_path_factory.mktemp("invented")
    made = [
        promised("a", ("USA",), "new", 3.0, date(2030, 12, 31)),
        promised("b", ("USAN and Friends",), "continuing", 4.0, date(2031, 12, 31)),
    ]
    with Store(outputs) as store:
        for one in made:
            store.put_document(one.document, "ingest", "digest")
            store.put_tagged(one, "tag")
            store.put_classified(one, "classify")
    return getter(outputs, tmp_path_factory.mktemp("explored"))


def promised(doc_id: str, actors: tuple[str, ...], kind: Any, sum_: float, due: date) -> Analysis:
    made = classified(analysis(doc_id), "energy")

    def changed(commitment: Commitment) -> Commitment:
        return replace(
            commitment, actors=actors, kind=kind, amount_value=sum_, amount_currency="NOK", deadline_date=due
        )

    return replace(made, commitments=tuple(map(changed, made.commitments)))


def answer(get: Get, query: str, **fields: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = get(f"/communique/{query}.json", _shape="array", **(FIELDS | fields)).json()
    return found


def test_all_commitments_are_there(get: Get, shipped_outputs: Path) -> None:
    found = get("/communique/commitments.json", _shape="array", _size="max").json()
    expected = rows(shipped_outputs, "commitments")
    assert [(r["commitment_id"], r["action"]) for r in found] == [(r["commitment_id"], r["action"]) for r in expected]


@pytest.mark.parametrize("query", QUERIES)
def test_each_saved_query_runs_on_the_shipped_document_and_is_shown(get: Get, query: str) -> None:
    answer(get, query)
    page = get(f"/communique/{query}", **FIELDS).text
    assert html.escape(metadata("communique")["databases"]["communique"]["queries"][query]["title"]) in page
    assert "Error" not in page


def test_what_an_actor_promised_on_an_area(get: Get, shipped_outputs: Path) -> None:
    expected = {
        r["commitment_id"]
        for r in rows(shipped_outputs, "commitments")
        if "JPN" in r["actors"].split(";") and "security_defence" in r["areas"].split(";")
    }
    assert expected
    for actor, area in (("jpn", "security_defence"), ("Japan", "security and defence")):
        found = answer(get, "promises", actor=actor, area=area)
        assert {r["commitment_id"] for r in found} == expected
        assert all("Japan" in r["actors"] and "Security and defence" in r["areas"] for r in found)
    assert len(answer(get, "promises")) == len(rows(shipped_outputs, "commitments"))


def test_a_code_does_not_match_within_another_name(invented: Get) -> None:
    assert [r["commitment_id"] for r in answer(invented, "promises", actor="USA")] == ["a:1.1"]
    assert [r["commitment_id"] for r in answer(invented, "promises", actor="USAN and Friends")] == ["b:1.1"]


def test_saved_queries_count_right(invented: Get) -> None:
    assert [r["commitment_id"] for r in answer(invented, "deadlines", year="2031")] == ["b:1.1"]
    assert [r["commitment_id"] for r in answer(invented, "deadlines_ahead", from_day="2030-12-31")] == [
        "a:1.1",
        "b:1.1",
    ]
    assert [r["commitment_id"] for r in answer(invented, "deadlines_ahead", from_day="2031-01-01")] == ["b:1.1"]
    assert [(r["currency"], r["sum"]) for r in answer(invented, "money")] == [("NOK", 4.0), ("NOK", 3.0)]
    kinds = {r["actor"]: (r["new"], r["continuing"], r["percent_new"]) for r in answer(invented, "new_or_repeated")}
    assert kinds == {"United States": (1, 0, 100), "USAN and Friends": (0, 1, 0)}
    assert {(r["area"], r["actor"], r["strong"], r["weak"]) for r in answer(invented, "strongest")} == {
        ("Energy", "United States", 1, 0),
        ("Energy", "USAN and Friends", 1, 0),
    }
    (wording,) = answer(invented, "shared_wordings")
    assert (wording["action"], wording["documents"]) == ("build a bridge by 2035", 2)
    assert json.loads(wording["found_in"]) == ["a", "b"]


def test_the_first_page_leads_to_the_ledger_with_names_and_to_the_saved_queries(get: Get) -> None:
    page = get("/").text
    for name in ("ledger", *QUERIES):
        assert f'<a href="/communique/{name}">' in page
    (first, *_) = get("/communique/ledger.json", _shape="array").json()
    assert first["who"] == "Japan; United States"
    assert first["kind"] in ("announced", "reaffirmed")
    assert get("/communique/commitments.json", _search="Japan", _shape="array").json()


def test_search_finds_other_forms_of_the_words(get: Get, shipped_outputs: Path) -> None:
    found = get("/communique/commitments.json", _search="strengthening deterrence", _shape="array").json()
    expected = {
        r["commitment_id"]
        for r in rows(shipped_outputs, "commitments")
        if re.search("strengthen.*deterrence", r["action"])
    }
    assert expected
    assert expected <= {r["commitment_id"] for r in found}
    (sentence, *_) = get("/communique/sentences.json", _search='"full range of capabilities"', _shape="array").json()
    assert "full range of capabilities" in sentence["text"]


def test_one_clicks_from_a_query_to_the_commitment_its_sentence_and_its_document(get: Get) -> None:
    path = "/communique/promises"
    for table, within in (("commitments", "promises"), ("sentences", "commitments"), ("documents", "sentences")):
        page = markup.fromstring(get(path, **(FIELDS if within == "promises" else {})).text)
        path = next(
            a.get("href") for a in page.iter("a") if re.match(rf"/communique/{table}/[^?]+$", a.get("href", ""))
        )
    assert "Elevating the Japan-U.S. Alliance" in get(path).text


def test_pages_describe_columns_show_lists_plainly_and_load_nothing_from_elsewhere(get: Get) -> None:
    page = get("/communique/commitments").text
    assert "the shortest words that carry the binding force" in html.unescape(page)
    assert "JPN; USA" in page
    for path in ("/", "/communique", "/communique/commitments", "/communique/promises", "/communique?sql=select+1"):
        tree = markup.fromstring(get(path).text)
        for element in tree.xpath("//script[@src]|//link[@href]|//img[@src]|//iframe|//form"):
            address = element.get("src") or element.get("href") or element.get("action") or ""
            assert re.match(r"/(?!/)|http://localhost/|$", address), address


def test_every_column_of_the_database_is_described(get: Get) -> None:
    described = metadata("communique")["databases"]["communique"]["tables"]
    for table in described:
        found = get(f"/communique/{table}.json", _shape="objects").json()["columns"]
        assert set(found) - {"rowid"} <= set(described[table]["columns"]), table


def test_markup_in_a_document_is_shown_and_not_run(tmp_path: Path) -> None:
    made = classified(analysis("a"), "energy")
    evil = replace(made.commitments[0], action="<script>alert(1)</script>", actors=('"><img src=x onerror=alert(1)>',))
    with Store(tmp_path) as store:
        store.put_document(replace(made.document, title="<script>alert(2)</script>"), "ingest", "digest")
        store.put_tagged(replace(made, commitments=(evil,)), "tag")
    get = getter(tmp_path, tmp_path)
    for path in ("/communique/commitments", "/communique/documents", "/communique/doubtful"):
        page = markup.fromstring(get(path).text)
        assert not page.xpath("//*[@onerror]")
        assert not [s for s in page.iter("script") if "alert(" in (s.text or "")]


def test_the_store_is_left_as_it_was(shipped_outputs: Path, tmp_path: Path) -> None:
    before = (shipped_outputs / "communique.sqlite").read_bytes()
    build(shipped_outputs, tmp_path / "communique.db", NAMES)
    assert (shipped_outputs / "communique.sqlite").read_bytes() == before


def test_the_command_serves_this_machine_until_it_is_stopped(shipped_outputs: Path) -> None:
    command = [sys.executable, "-m", "pipeline.cli", "explore", "--outputs", str(shipped_outputs), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as served:
        assert served.stdout is not None
        try:
            line = served.stdout.readline()
            found = re.match(rf"http://{re.escape(HOST)}:(\d+)/ shows the results", line)
            assert found, line
            with socket.create_connection((HOST, int(found[1])), timeout=30) as client:
                client.sendall(b"GET /communique.json HTTP/1.0\r\nHost: localhost\r\n\r\n")
                assert b" 200 " in client.recv(64)
        finally:
            served.terminate()
        _, said = served.communicate(timeout=30)
        assert "Traceback" not in said


def test_without_results_one_sentence_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(CommuniqueError, match=r"There is no .*communique\.sqlite to explore: make run first"):
        explore(tmp_path / "none", 0, NAMES)
    assert not (tmp_path / "none").exists()
    with Store(tmp_path):
        pass
    with pytest.raises(CommuniqueError, match="holds no documents: add some to the corpus, then make run"):
        explore(tmp_path, 0, NAMES)
    (tmp_path / "communique.sqlite").write_bytes(b"not a database, but long enough to look at" * 100)
    with pytest.raises(CommuniqueError, match=r"cannot be explored .*: delete it, then make run"):
        explore(tmp_path, 0, NAMES)


def test_a_port_in_use_is_said_in_one_sentence(shipped_outputs: Path) -> None:
    with listening(0) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(
            CommuniqueError, match=rf"Port {port} is in use: choose another, such as .* PORT={port + 1}\."
        ):
            explore(shipped_outputs, port, NAMES)
