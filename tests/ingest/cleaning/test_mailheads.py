"""Press texts that were sent round by mail: what of the mail's head stays."""

import pytest

from tests.ingest.description.described import PROSE, described

HEAD = "From: Press Office <press@ports.example>\nSent: Friday, 24 October 2031 17:05\nTo: undisclosed recipients\n"
SUBJECT = "Keepers of the Lamps Meet in Oslo"
DISCLAIMER = "This e-mail and any attachments are confidential and may be read by nobody but the keepers of the lamps."


@pytest.mark.parametrize("mark", ["", "PRESS RELEASE: ", "FW: Press release - ", "Re: "])
def test_the_subject_is_the_title_and_the_day_of_sending_the_day(mark: str) -> None:
    document = described(f"{HEAD}Subject: {mark}{SUBJECT}\n\n{PROSE}\n\n{DISCLAIMER}\n")
    assert (document.title, str(document.date)) == (SUBJECT, "2031-10-24")
    assert [document.text[b.start : b.end] for b in document.blocks if b.kind == "paragraph"] == [PROSE]
    assert "press@ports.example" in "".join(edit.before for edit in document.edits)


@pytest.mark.parametrize(
    "text",
    [
        f"From: the keepers\nTo: the ministers\n\n{PROSE}",
        f"{SUBJECT}\n\n{PROSE}\n\nFrom: Anna\nTo: Ida\nSubject: lamps\n\nThe lamps of the pier are lit.",
    ],
)
def test_what_is_no_head_of_a_mail_stays(text: str) -> None:
    found = described(text).text
    assert "From:" in found
    assert "To:" in found


def test_the_mark_of_a_forwarded_mail_goes_with_its_head() -> None:
    head = "---------- Forwarded message ---------\nFrom: Press <p@ports.example>\nDate: Fri, 7 Mar 2031 at 10:21\n"
    document = described(f"{head}Subject: Fwd: Media statement: {SUBJECT}\nTo: <all@ports.example>\n\n{PROSE}")
    assert (document.title, str(document.date)) == (SUBJECT, "2031-03-07")
    assert "Forwarded" not in document.text
