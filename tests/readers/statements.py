"""Statements of invented states, with the wording that a reader must bring back."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["heading", "paragraph", "bullet", "numbered", "row"]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a statement: its sentences, or the cells of a row; the last sentence may carry a footnote's mark."""

    kind: Kind
    sentences: tuple[str, ...]
    note: int = 0


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement as its ministry wrote it."""

    title: str
    issuer: str
    dateline: str
    day: str
    parts: tuple[Part, ...]
    notes: tuple[str, ...]
    caption: str

    def sentences(self) -> Iterator[str]:
        """Every sentence of the running text and the notes."""
        for part in self.parts:
            if part.kind in ("paragraph", "bullet", "numbered"):
                yield from part.sentences
        yield from self.notes

    def wording(self) -> str:
        """All the words: title, date, text, tables, numbers of paragraphs, and notes."""
        parts = (" ".join(part.sentences) for part in self.parts)
        numbers = (str(i) for i, _ in enumerate((part for part in self.parts if part.kind == "numbered"), 1))
        return " ".join((self.title, self.dateline, *parts, *numbers, *self.notes))


def _paragraph(*sentences: str, note: int = 0) -> Part:
    return Part("paragraph", sentences, note)


def _heading(text: str) -> Part:
    return Part("heading", (text,))


def _bullets(*items: str) -> tuple[Part, ...]:
    return tuple(Part("bullet", (item,)) for item in items)


def _numbered(*items: tuple[str, ...]) -> tuple[Part, ...]:
    return tuple(Part("numbered", item) for item in items)


def _rows(*rows: tuple[str, ...]) -> tuple[Part, ...]:
    return tuple(Part("row", row) for row in rows)


FISHERIES = Statement(
    title="Joint Statement by Norland and Vastria on Fisheries and Safety at Sea",
    issuer="Ministry of Foreign Affairs of Norland",
    dateline="Port Alder, 14 May 2031",
    day="2031-05-14",
    parts=(
        _paragraph(
            "The Foreign Ministers of Norland and Vastria met in Port Alder on 14 May 2031 and reviewed the state of "
            "their cooperation.",
            "They welcomed the progress made since the treaty of 2024 entered into force, and thanked the harbour "
            "authorities of both countries for their patience.",
            note=1,
        ),
        _heading("Fisheries"),
        _paragraph(
            "Both sides reaffirmed their commitment to the sustainable management of shared stocks in the Grey Strait.",
            "Norland will contribute 40 million crowns to the joint research programme by the end of 2033.",
            "Vastria will make two survey vessels available to scientists from both countries.",
        ),
        _paragraph("The Ministers agreed to:"),
        *_bullets(
            "establish a joint inspection team before the next fishing season;",
            "exchange catch data every month, including the positions of vessels above 24 metres;",
            "prohibit the use of drift nets within 50 miles of the coast.",
        ),
        _heading("Safety at Sea"),
        _paragraph(
            "The two governments underlined that the rescue of people in distress is a duty which knows no borders.",
            "They undertook to open a common rescue coordination centre in the town of Hamm, and to staff it around "
            "the clock.",
            "Neither side will reduce the number of its lifeboats while negotiations continue.",
        ),
        _paragraph("The next meeting will be held in Vastria in the spring of 2032."),
    ),
    notes=("The treaty was signed on 3 March 2023 and entered into force on 1 January 2024.",),
    caption="The two ministers on the quay after their talks.",
)

ENERGY = Statement(
    title="Communiqué of the Third Meeting of Energy Ministers of the Inland Sea States",
    issuer="Ministry of Energy of Kelvia",
    dateline="Lake Orsa, 2 October 2029",
    day="2029-10-02",
    parts=(
        _paragraph(
            "We, the Energy Ministers of the Inland Sea States, gathered at Lake Orsa on 2 October 2029 to advance "
            "the transition of our economies to clean and affordable power.",
            "Mr. A. Berg, Minister of Energy of Kelvia, presided over the meeting.",
        ),
        *_numbered(
            (
                "We acknowledge that electricity demand in our region has grown by 12.5 per cent since 2025.",
                "We will therefore accelerate the construction of the interconnector between Kelvia and Ostmark.",
            ),
            (
                "We commit to phasing out subsidies for inefficient heating oil by 2035, while protecting the "
                "households that are most in need.",
            ),
            (
                "We recall our pledge to mobilise 3 billion dollars for the modernisation of district heating.",
                "We regret that only half of this sum has been disbursed, and will publish an account of all "
                "contributions each year.",
            ),
            ("We do not intend to build further coal-fired power stations.",),
            (
                "We invite the Secretariat to prepare a feasibility study on the underground storage of hydrogen.",
                "The study should consider the experience of neighbouring regions.",
            ),
            ("We will meet again in Ostmark in 2030.",),
        ),
    ),
    notes=(),
    caption="Participants of the meeting in front of the old power station.",
)

AID = Statement(
    title="Norland Increases Humanitarian Assistance to Families Displaced by the Floods",
    issuer="Office of the Prime Minister of Norland",
    dateline="Alder City, 19 January 2030",
    day="2030-01-19",
    parts=(
        _paragraph(
            "Prime Minister Ingrid Halvorsen announced today that Norland will provide an additional 25 million "
            "crowns for people who have been forced from their homes by the floods in the south of Kelvia.",
        ),
        _paragraph(
            "“Our neighbours have lost their houses, their fields and their schools,” the Prime Minister said.",
            "“We will stand by them for as long as it takes.”",
        ),
        _paragraph(
            "The assistance will be distributed through the Inland Sea Relief Fund.",
            "It covers drinking water, tents and medical care for approximately 60,000 people.",
            note=1,
        ),
        *_rows(
            ("Purpose", "Amount", "Partner"),
            ("Drinking water", "9 million crowns", "Relief Fund"),
            ("Tents and blankets", "10 million crowns", "Red Lantern Society"),
            ("Medical care", "6 million crowns", "Province of Lower Kelvia"),
        ),
        _paragraph(
            "Since the beginning of the emergency, Norland has contributed 110 million crowns, which makes it the "
            "second largest donor.",
            "The Government expects other partners to follow.",
            note=2,
        ),
        _paragraph("Done."),
        _paragraph("Norland remains committed to the reconstruction of the affected provinces."),
    ),
    notes=(
        "The Fund was founded by the Inland Sea States in 2011 and has its seat in Ostmark.",
        "According to the figures of the Relief Fund of 15 January 2030.",
    ),
    caption="A volunteer with water at a school in Lower Kelvia.",
)

DEFENCE = Statement(
    title="Joint Declaration on the Strategic Partnership between Ostmark and the Republic of Tarn",
    issuer="Ministry of Defence of Ostmark",
    dateline="Castle Hill, 30 June 2028",
    day="2028-06-30",
    parts=(
        _heading("Introduction"),
        _paragraph(
            "On the occasion of the official visit of President Oduya of the Republic of Tarn, the two Heads of "
            "State held comprehensive and constructive discussions at Castle Hill.",
            "They were accompanied by members of their governments and by representatives of business.",
        ),
        _heading("Political Dialogue"),
        _paragraph(
            "The two Presidents decided to establish an annual consultation of their ministers of foreign affairs "
            "and of defence.",
            "They emphasised that territorial disputes must be settled peacefully, in accordance with "
            "international law and without the threat or use of force.",
            "Both sides condemned the attacks on merchant shipping in the Southern Passage in the strongest terms.",
        ),
        _heading("Defence and Security"),
        _paragraph(
            "Ostmark will train up to 300 officers of the Tarnish coast guard over the next four years.",
            "The Republic of Tarn will host the headquarters of the regional mine clearance mission.",
            "The parties intend to conclude an agreement on the protection of classified information by December 2028.",
            note=1,
        ),
        _paragraph(
            "Should either party be the victim of a serious cyber incident, the other will offer technical "
            "assistance upon request.",
            "This declaration creates no rights or obligations under international law.",
        ),
        _heading("Economy, Science and Culture"),
        _paragraph(
            "The Presidents welcomed the opening of direct flights, which will bring universities and companies "
            "closer together.",
            "They pledged to double the number of scholarships to 200 a year.",
            "A festival of contemporary music will take place in both capitals in 2029.",
        ),
    ),
    notes=("Negotiations began in February 2028 under the framework agreement of 2019.",),
    caption="President Oduya and the guard of honour at Castle Hill.",
)

HEALTH = Statement(
    title="Readout of the Call between the Health Minister of Vastria and the Secretary-General of the Union",
    issuer="Department of Health of Vastria",
    dateline="Vastria City, 8 August 2032",
    day="2032-08-08",
    parts=(
        _paragraph(
            "Minister Tomas Reyl spoke by telephone with Secretary-General Amara Linde on 8 August 2032.",
            "They discussed the preparation of the region for the coming influenza season.",
        ),
        _paragraph(
            "The Minister confirmed that Vastria will donate 1.2 million doses of vaccine to the common stockpile, "
            "and that deliveries will begin in September.",
            "The Secretary-General expressed her appreciation.",
        ),
        _paragraph("They agreed on three steps:"),
        *_bullets(
            "Laboratories will share the sequences of new variants within 48 hours.",
            "Border authorities will recognise each other’s certificates.",
            "The Union will finance the training of 500 nurses.",
        ),
        _paragraph(
            "Both officials stressed that the decisions of the Union on medicines must be taken transparently.",
            "They will speak again in October.",
        ),
    ),
    notes=(),
    caption="Archive picture of the Minister at his desk.",
)

STATEMENTS = (FISHERIES, ENERGY, AID, DEFENCE, HEALTH)
