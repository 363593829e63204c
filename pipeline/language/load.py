"""Loading the language model, shipped or the user's own, with our tokens and sentence boundaries before its parser."""

from pathlib import Path

import spacy
from spacy.language import Language

from pipeline.errors import CommuniqueError
from pipeline.knowledge import Knowledge
from pipeline.language.boundaries import FACTORY as BOUNDARIES
from pipeline.language.matrices import our_matrices
from pipeline.language.wordforms import adapt_tokenizer


def load_language(model: str, knowledge: str = "") -> Language:
    """The spaCy pipeline ``model`` (a folder or an installed package) with our component for sentence boundaries.

    ``knowledge`` is the folder for that component, "" for the shipped knowledge. Raises :class:`CommuniqueError` where
    the model cannot be loaded or has no parser.
    """
    try:
        with our_matrices():
            nlp = spacy.load(Path(model) if Path(model).is_dir() else model)
    except (OSError, ValueError) as error:
        reason = str(error).splitlines()[0]
        raise CommuniqueError(
            f"The language model '{model}' cannot be loaded ({reason}): "
            "set language_model to a folder or to the name of an installed spaCy pipeline."
        ) from error
    if "parser" not in nlp.pipe_names:
        raise CommuniqueError(f"The language model '{model}' has no parser: set language_model to a pipeline with one.")
    adapt_tokenizer(nlp, Knowledge(knowledge or None))
    if BOUNDARIES not in nlp.pipe_names:
        nlp.add_pipe(BOUNDARIES, first=True, config={"knowledge": knowledge or None})
    return nlp
