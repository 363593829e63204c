"""Where the day of issue stands in a text, and which days are those of something else."""

import pytest

from tests.ingest.description.described import PROSE, described


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"Port Law Adopted\n\nDate | 29, OCTOBER 2031\n\n{PROSE}", "2031-10-29"),
        (f"Port Law Adopted\n\nDate\n2031-06-14\nhit\n2339\n\n{PROSE}", "2031-06-14"),
        (f"Port Law Adopted\n\nPress Releases\n14-05-2031 - 11:20\n\n{PROSE}", "2031-05-14"),
        (f"Port Law Adopted\n\nPublished: 14/05/2031\n\n{PROSE}", "2031-05-14"),
        (f"Port Law Adopted\n\n• Last updated: 07 Oct. 2032\n• Issued on 03 Dec. 2031\n\n{PROSE}", "2031-12-03"),
        (f"Norway-Chile Port Council, 20 June 2031\n\n{PROSE}", "2031-06-20"),
        (f"Cabinet approves the plan for two ports, Bergen, 12 September 2031.\n\n{PROSE}", "2031-09-12"),
        (f"Remarks by the Minister\n\n[Delivered at the Harbour Hall, Bergen | 23 April 2031] {PROSE}", "2031-04-23"),
        (f"Minister ends her journey\n\nBergen, 6 May 2031 – Ministry of Ports of Norway\n\n{PROSE}", "2031-05-06"),
        (f"Talks on lamps\n\nLIMA, 6th May, 2031 (ANP) — {PROSE} {PROSE}", "2031-05-06"),
        (
            f"Final Communiqué\n\nThe Port Summit held in Manama its 12th Session December 9-10, 2031.\n\n{PROSE}",
            "2031-12-10",
        ),
        (
            f"Communiqué\n\nThe Council, at its 90th meeting held in Lomé, on 4 May 2031, decided:\n\n{PROSE}",
            "2031-05-04",
        ),
        (
            f"Port Treaty\n\n{PROSE * 3}\n\nDone at Bergen on 8 May 2031 in three copies.\n\n" + "A. BERG\n\n" * 7,
            "2031-05-08",
        ),
        (
            f"Port Treaty\n\n{PROSE * 3}\n\nSigned in duplicate at Lima, this 8th day of May 2031.\n\nA. ROJAS",
            "2031-05-08",
        ),
        (f"Note on Lamps\n\n{PROSE * 2}\n\n{PROSE} BERGEN 11 July 2031", "2031-07-11"),
        (f"Note on Lamps\n\n{PROSE * 2}\n\n{PROSE} Bergen, 11th July, 2031", "2031-07-11"),
        (
            f"Port Treaty\n\n{PROSE * 3}\n\nDone at Lima, this eighth day of May, two thousand and thirty-one.\n\nA.",
            "2031-05-08",
        ),
        (f"Port Treaty\n\n{PROSE * 3}\n\nDone at Lima the 8th day of May in the year 2031.\n\nA. ROJAS", "2031-05-08"),
        (f"No: 123, 9 September 2031, Press Release on Lamps\n\n{PROSE}", "2031-09-09"),
        (
            f"Lamps for the Islands\n\n24.10.2031 Nairobi Press team of the Delegation to the Coast\n\n{PROSE}",
            "2031-10-24",
        ),
        (f"Lamps for the Islands\n\n{PROSE * 3}\n\nDate 30.08.2031\nAuthor Ida Moe\nTopics lamps", "2031-08-30"),
        (f"Talks in Lima\n\n05/14/2031\n\nThey had met on 05/03/2031.\n\n{PROSE}", "2031-05-14"),
        (f"Talks in Lima\n\n05/03/2031\n\n{PROSE} They had met on 05/14/2031.", "2031-05-03"),
        (f"Department of State of the United States\n\nTalks in Lima\n\n05/03/2031\n\n{PROSE}", "2031-05-03"),
        (f"Ministry of Ports of Norway\n\nTalks in Lima\n\n05/03/2031\n\n{PROSE}", "2031-03-05"),
    ],
)
def test_the_day_of_issue(text: str, day: str) -> None:
    document = described(text)
    assert (str(document.date), document.date_precision, document.date_source) == (day, "day", "text")


@pytest.mark.parametrize(
    "text",
    [
        f"Port Law Adopted\n\nLast updated: 7 October 2032\n\n{PROSE}",
        f"Talks in Lima\n\n05/03/2031\n\n{PROSE}",
        f"The Port Convention to be held at the Harbour Hall on 4 March 2031\n\n{PROSE}",
        f"Talks in Lima\n\nThe leaders will hold their next summit in Bergen on 3 May 2031.\n\n{PROSE}",
        f"Talks in Lima\n\nFollowing the talks held in Bergen on 3 May 2030, work has begun.\n\n{PROSE}",
        f"Talks in Lima\n\n{PROSE}\n\nBERG, Anna; DOB 3 May 1975; nationality Norway",
        f"Talks in Lima\n\n{PROSE} The treaty of 3 May 2020 was named.\n\n{PROSE}",
        f"Talks in Lima\n\n- The Lamp Act was signed into law on 4 August 1935\n\n{PROSE}",
        f"Talks in Lima\n\n{PROSE} {PROSE} The rules go into effect on 2 January 2032.",
        f"Talks in Lima\n\nThe plan of the President for lamps (3 May 2020) goes on. {PROSE * 4}",
        f"Lamps\n\nDuring the Port Summit held on 9 May 2031, a council was named. On 13 June 2031 it met.\n\n{PROSE}",
    ],
)
def test_a_day_of_something_else_is_none(text: str) -> None:
    document = described(text)
    assert (document.date, document.date_precision, document.date_source) == (None, "", "")


def test_a_month_is_kept_as_a_month() -> None:
    document = described(f"Port Review\n\nBergen, May 2031\n\n{PROSE}")
    assert (str(document.date), document.date_precision) == ("2031-05-01", "month")


@pytest.mark.parametrize(("tag", "day"), [("en-US", "2031-03-05"), ("en-GB", "2031-05-03"), ("en", "None")])
def test_a_page_writes_figures_as_its_language_does(tag: str, day: str) -> None:
    page = f'<html lang="{tag}"><body><main><h1>Talks in Lima</h1><p>03/05/2031</p><p>{PROSE}</p></main></body></html>'
    assert str(described(page, ".html").date) == day
