"""Components of one pipeline share one knowledge object for each folder."""

from pathlib import Path

import pytest
import spacy

from pipeline.errors import KnowledgeError
from pipeline.tag.stage import add_taggers


def test_components_with_the_same_folder_share_one_object_and_others_have_their_own(tmp_path: Path) -> None:
    nlp = add_taggers(spacy.blank("en"), str(tmp_path))
    shipped = spacy.blank("en").add_pipe("communique_entities")
    shared = {id(component.knowledge) for _, component in nlp.pipeline}  # type: ignore[attr-defined]
    assert len(shared) == 1
    assert shipped.knowledge.folder is None  # type: ignore[attr-defined]


def test_a_folder_that_is_not_there_is_said_when_the_component_is_made() -> None:
    with pytest.raises(KnowledgeError, match="nowhere does not exist"):
        spacy.blank("en").add_pipe("communique_entities", config={"knowledge": "nowhere"})
