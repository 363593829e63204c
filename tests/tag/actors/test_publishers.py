"""Who binds itself in texts of many kinds of publishers, from title, issuer and text: invented documents."""

from dataclasses import dataclass

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.language.extensions import DocumentContext
from pipeline.names.situation import paper_of, read_situation
from pipeline.tag.actors.resolution import ActorMemory
from tests.shipped import KNOWLEDGE

UNREAD = frozenset({"communique_encoder", "communique_commitments", "communique_statements"})
"""Components that tell nothing of who is who."""


@dataclass(frozen=True)
class Published:
    """A text with its metadata, the parties that it has, and whom some of its words stand for."""

    title: str
    issuer: str
    text: str
    parties: str
    told: tuple[tuple[str, str], ...]


PAGES = (
    Published(
        "MEPs back stricter rules on harbour noise",
        "European Parliament (press service)",
        "Parliament on Thursday adopted its position on noise in ports by 402 votes to 101.\n"
        "Parliament will set up a committee on ports, said rapporteur Ingrid Solberg (EPP, Sweden). "
        "The Fisheries Committee will visit three harbours. The bloc will pay for it.\n"
        "“We will not accept half measures in the talks,” said Ms Solberg after the vote.",
        "EU",
        (("Parliament", "EU"), ("The Fisheries Committee", "EU"), ("The bloc", "EU"), ("We", "EU")),
    ),
    Published(
        "Secretary-General on the floods in Malawi",
        "United Nations",
        "The Secretary-General will follow the situation. His Special Envoy will travel to the region. "
        "The Government of Malawi has promised to reopen the road. It will ask for help.",
        "UN",
        (("The Secretary-General", "UN"), ("The Government of Malawi", "MWI"), ("It", "MWI")),
    ),
    Published(
        "General Assembly debates lighthouses",
        "United Nations",
        "The representative of Ghana said that her country would train 200 engineers. "
        "Peru's delegate pledged to open the archives. His Government would also host a meeting. "
        "The representative of Malta, speaking for the European Union, said the bloc would pay.",
        "",
        (("her country", "GHA"), ("His Government", "PER"), ("the bloc", "EU")),
    ),
    Published(
        "Malta to phase out copper paint",
        "Environment and Resources Authority, Malta",
        "The National Water Agency (NWA) will work with the owners of boats. NWA will publish guidance. "
        "The Treasury will pay. Our engineers will help. The International Maritime Bureau will watch.",
        "MLT",
        (
            ("The National Water Agency", "MLT"),
            ("NWA", "MLT"),
            ("The Treasury", "MLT"),
            ("Our engineers", "MLT"),
            ("The International Maritime Bureau", "International Maritime Bureau"),
        ),
    ),
    Published(
        "Malta and Fiji sign agreement on carbon credits",
        "Ministry for the Environment, Malta",
        "Malta and Fiji have signed an agreement. It was signed by Ms Clara Borg, Minister for the Environment, and "
        "Mr Sitiveni Vula, Fiji's Minister for Forests. Mr Vula said his country would plant mangroves.\n"
        'Ms Borg said, "I intend to buy 100,000 credits this year."',
        "FJI MLT",
        (("his country", "FJI"), ("I", "MLT")),
    ),
    Published(
        "Lord Ashdown, U.K. Secretary of State for Dominion Affairs, to Canadian Government",
        "see title (document printed in Documents on Canadian External Relations)",
        "Circular Cablegram 318 LONDON, 4 May 1941\nWe are prepared to release two tankers. "
        "The United States Government have promised to make up the difference.",
        "GBR",
        (("We", "GBR"), ("The United States Government", "USA")),
    ),
    Published(
        "Department of External Affairs to Critchfield",
        "see title (document printed in Documents on Canadian External Relations)",
        "Cablegram 31 OTTAWA, 9 November 1948\nThe Netherlands Government has undertaken to release the prisoners. "
        "The Chilean statement says that the Government will not object. We will advise you.",
        "CAN",
        (("the Government", "CHL"), ("We", "CAN")),
    ),
    Published(
        "Boats returned",
        "Canada: MINISTER FOR IMMIGRATION",
        "'The Government will not allow the sale of places on boats,' Mr Hearn said.\n"
        "The Department will provide interpreters. My Office will report.",
        "CAN",
        (("The Government", "CAN"), ("The Department", "CAN"), ("My Office", "CAN")),
    ),
    Published(
        "Monetary policy statement",
        "Reserve Bank of Fiji",
        "The Board of the Reserve Bank of Fiji agreed to keep the rate. The Bank will watch inflation.",
        "FJI",
        (("The Bank", "FJI"),),
    ),
    Published(
        "Solar firm to build plant",
        "Ministry of Trade, Ghana",
        "The Ministry welcomes the plan of the Lumora Energy Company. The company will invest in the plant. "
        "The Ministry will grant the site.",
        "GHA",
        (("The company", "Lumora Energy Company"), ("The Ministry", "GHA")),
    ),
    Published(
        "Final Statement of the 150th Session of the Ministerial Council of the Gulf Cooperation Council",
        "GCC Secretariat General",
        "The Ministerial Council met in Muscat. The Council affirmed the rules of the customs union. "
        "It will hold its next session in Manama.",
        "GCC",
        (("The Council", "GCC"), ("It", "GCC")),
    ),
    Published(
        "Remarks by the UN Special Envoy for the Lake Region to the Security Council",
        "",
        "Mr. President, thank you. My Office will keep its doors open. Burundi and Rwanda will reopen the bridge.",
        "UN",
        (("My Office", "UN"), ("Burundi and Rwanda", "BDI RWA")),
    ),
)


@pytest.mark.parametrize("page", PAGES, ids=[page.title[:30] for page in PAGES])
def test_a_page_tells_for_whom_it_speaks_and_who_binds_itself(nlp: Language, page: Published) -> None:
    situation = read_situation(paper_of(page.title, page.issuer, page.text.split("\n")), KNOWLEDGE)
    doc: Doc = nlp.make_doc(page.text)
    doc._.communique = DocumentContext(
        title=page.title, issuer=page.issuer, parties=situation.codes, publisher=situation.issuer
    )
    for name, component in nlp.pipeline:
        doc = doc if name in UNREAD else component(doc)
    memory = ActorMemory(doc, KNOWLEDGE)
    found = {}
    for words, _ in page.told:
        start = page.text.rindex(f"{words} ")
        span = doc.char_span(start, start + len(words))
        found[words] = " ".join(memory.resolve(span, span.root).codes)
    assert found == dict(page.told)
    assert not page.parties or " ".join(situation.codes) == page.parties
