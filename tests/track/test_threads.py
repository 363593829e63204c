"""Threads keep their names and tell how an undertaking stands; what is not said again is listed."""

from dataclasses import replace

from pipeline.records import Thread, Tracking
from tests.track.small import BESIDE, analysis, tracked

BOATS = "Norway will supply Chile with forty rescue boats."
PILOTS = "Norway will train Chilean harbour pilots in Bergen by 2030."


def thread_of(tracking: Tracking, commitment_id: str) -> Thread:
    return next(thread for thread in tracking.threads if commitment_id in thread.commitment_ids)


def test_every_commitment_is_in_one_thread() -> None:
    documents = (analysis(2030, BOATS, *BESIDE), analysis(2031, BOATS, PILOTS))
    said = [c for thread in tracked(*documents).threads for c in thread.commitment_ids]
    assert sorted(said) == sorted(c.commitment_id for a in documents for c in a.commitments)


def test_a_thread_sums_up_what_was_said() -> None:
    tracking = tracked(analysis(2030, BOATS, *BESIDE), analysis(2031, BOATS, *BESIDE))
    thread = thread_of(tracking, "2030-meeting:1.1")
    assert (thread.times, thread.documents, thread.status) == (2, 2, "standing")
    assert (str(thread.first_date), str(thread.last_date)) == ("2030-05-01", "2031-05-01")
    assert thread.title == "supply Chile with forty rescue boats"
    assert thread.actors == ("NOR",)


def test_the_first_document_is_named_for_what_is_said_again() -> None:
    tracking = tracked(analysis(2030, BOATS, *BESIDE), analysis(2031, BOATS, PILOTS))
    assert str(tracking.first_said["2031-meeting:1.1"]) == "2030-05-01"
    assert not {"2030-meeting:1.1", "2031-meeting:2.1"} & set(tracking.first_said)


def test_names_survive_later_documents_and_a_sentence_corrected_elsewhere() -> None:
    before = tracked(analysis(2030, BOATS, *BESIDE), analysis(2031, BOATS, *BESIDE))
    name = thread_of(before, "2030-meeting:1.1").thread_id
    later = tracked(*(analysis(year, BOATS, *BESIDE) for year in (2030, 2031, 2032)))
    assert thread_of(later, "2030-meeting:1.1").thread_id == name
    corrected = tracked(analysis(2030, PILOTS, BOATS, *BESIDE), analysis(2031, BOATS, *BESIDE))
    assert thread_of(corrected, "2030-meeting:2.1").thread_id == name


def test_names_survive_an_earlier_document_where_the_last_run_is_known() -> None:
    before = tracked(analysis(2031, BOATS, *BESIDE), analysis(2032, BOATS, *BESIDE))
    name = thread_of(before, "2031-meeting:1.1").thread_id
    documents = [analysis(year, BOATS, *BESIDE) for year in (2030, 2031, 2032)]
    after = tracked(*documents, before=before.threads)
    assert thread_of(after, "2030-meeting:1.1").thread_id == name
    assert len({thread.thread_id for thread in after.threads}) == len(after.threads)


def test_what_the_next_document_of_the_series_does_not_say_is_listed() -> None:
    tracking = tracked(analysis(2030, BOATS, *BESIDE), analysis(2031, PILOTS, *BESIDE))
    listed = {(row.earlier_doc_id, row.later_doc_id, row.commitment_id) for row in tracking.not_repeated}
    assert listed == {("2030-meeting", "2031-meeting", "2030-meeting:1.1")}
    assert thread_of(tracking, "2030-meeting:1.1").status == "not_repeated"


def test_a_deadline_before_the_newest_document_is_overdue() -> None:
    tracking = tracked(analysis(2029, PILOTS, *BESIDE), analysis(2032, *BESIDE))
    assert thread_of(tracking, "2029-meeting:1.1").status == "overdue"


def test_the_order_of_documents_changes_nothing() -> None:
    documents = [analysis(year, BOATS, *BESIDE) for year in (2030, 2031, 2032)]
    assert tracked(*reversed(documents)) == tracked(*documents)


def test_documents_without_a_date_are_left_out() -> None:
    one = analysis(2030, BOATS, *BESIDE)
    undated = replace(one, document=replace(one.document, date=None))
    assert tracked(undated) == Tracking()
