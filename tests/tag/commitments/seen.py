"""Candidates of invented texts, and the circumstances of a plain promise to vary."""

from spacy.language import Language

from pipeline.language.extensions import DocumentContext
from pipeline.tag.commitments.candidates import Candidate
from pipeline.tag.commitments.circumstances import Circumstances
from pipeline.tag.commitments.component import FACTORY, CommitmentFinder
from pipeline.tag.commitments.cues import Cue
from pipeline.tag.factuality.reading import Factuality

SPEAKERS = ("FRD", "SYL")
"""Codes that stand for the invented states of the texts."""

CERTAIN = Factuality("author", "positive", "certain", conditional=False, by="")
"""What the author says will be."""

PLAIN = Circumstances(
    cue=Cue("will", "modal", ("verb",), "commitment", "strong", None, "We will open two ports.", "", 2),
    cue_in=frozenset(),
    is_qualifier=False,
    is_infinitive=False,
    is_cue_passive=False,
    is_cue_negated=False,
    factuality=CERTAIN,
    action="open",
    form="verb",
    action_in=frozenset(),
    is_action_passive=False,
    is_action_state=False,
    is_action_nominal=False,
    is_action_gerund=False,
    has_outing=False,
    has_sum=False,
    doer=None,
    is_for_others=False,
    officials="named",
    subject="we",
    source="subject",
    bearer="we",
    actor_noun="we",
    is_speaker_alone=False,
    is_one_person=False,
    is_indefinite=False,
    are_several=True,
    tense="modal",
    is_told=False,
    is_signpost=False,
    above=frozenset(),
    is_agreed=False,
    is_hereby=False,
    is_coordinate=False,
    is_relative=False,
    is_reported=False,
    marker="",
    clause_role="ROOT",
    determiner="none",
    governor=None,
    governor_in=frozenset(),
    governor_act="none",
    role="aux",
    is_nested=False,
    is_later=False,
    beside=(),
    is_quoted=False,
    is_question=False,
    is_inside_item=False,
    stem=None,
    is_programme=False,
    are_contracting=False,
    heads_item=False,
    opens_treaty=False,
    is_led_out=False,
)
"""What is seen in "We will open two ports."."""


def candidates_of(text: str, nlp: Language) -> list[Candidate]:
    """The candidates of a text whose parties are the invented states."""
    finder = nlp.get_pipe(FACTORY)
    assert isinstance(finder, CommitmentFinder)
    doc = nlp.make_doc(text)
    doc._.communique = DocumentContext(parties=SPEAKERS)
    return finder.candidates(nlp(doc))
