"""The language model with encoder and taggers."""

from spacy.language import Language

from pipeline.language.load import load_language
from pipeline.settings import NO_ENCODER, Models
from pipeline.tag.stage import add_taggers


def tagging_pipeline(models: Models) -> Language:
    """The language model with encoder and our taggers, made anew."""
    encoder = "" if models.encoder == NO_ENCODER else models.encoder
    return add_taggers(load_language(models.language, models.knowledge), models.knowledge, encoder)
