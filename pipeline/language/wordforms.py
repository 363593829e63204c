"""What is one word and what is not, where spaCy's tokenizer parts or joins words otherwise than a reader.

Verbs in two parts are one word: "will re-open the port", "will fast-track visas". The tokenizer parts words at every
hyphen between letters, and taggers then take "re" for the verb, or "track" for a noun. Treebanks keep prefixes with
their word (Bies et al. 2012, English Web Treebank, "Tokenization"); so do we, and with verbs that are known to be
written so (``hyphenated_verbs.txt``). Names and adjectives ("Non-Proliferation Treaty", "high-quality growth") stay as
they were. The mark of a footnote ("lighthouses¹") is no part of its word.
"""

import re

from spacy.lang.char_classes import HYPHENS
from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]

from pipeline.errors import KnowledgeError
from pipeline.knowledge import Knowledge

VERBS = "hyphenated_verbs.txt"
PARTING = f"(?:{HYPHENS})"
"""The part of spaCy's pattern of infixes that parts words at hyphens."""

ADVERB = r"(?<!\bnon(?=-[a-z]{3,20}ly\b))"
"""Adverbs behind "non-" are one word too; names and adjectives ("Non-Proliferation", "non-tariff") are not."""


SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
FOOTNOTE = rf"(?:(?<=[a-z][a-z][a-z])|(?<=[.,;:!?)\]”’\"]))[{SUPERSCRIPTS}]+$"
"""The mark of a footnote behind a word or a sign; the exponents of units ("m²", "km²") stand behind shorter words."""


def adapt_tokenizer(nlp: Language, knowledge: Knowledge) -> None:
    """Have the tokenizer of ``nlp`` keep hyphenated verbs whole and part marks of footnotes from their word; a
    tokenizer that is not spaCy's, or parts no words at hyphens, stays as it is.

    Raises :class:`KnowledgeError` on an entry of ``hyphenated_verbs.txt`` that is no pair of words or prefix.
    """
    prefixes, verbs = read_hyphenated(knowledge)
    tokenizer = nlp.tokenizer
    if not isinstance(tokenizer, Tokenizer):
        return
    infixes, suffixes = _pattern(tokenizer.infix_finditer), _pattern(tokenizer.suffix_search)
    if PARTING not in infixes:
        return
    guard = ADVERB + "".join(rf"(?<!\b{re.escape(prefix)})" for prefix in prefixes)
    rules = dict(tokenizer.rules)
    tokenizer.rules = {}  # the tokenizer reads all its rules again with each pattern that it is given
    tokenizer.infix_finditer = re.compile(infixes.replace(PARTING, guard + PARTING)).finditer
    tokenizer.suffix_search = re.compile(f"{suffixes}|{FOOTNOTE}").search
    words = (word for verb in verbs for form in forms(verb) for word in (form, form.capitalize()))
    tokenizer.rules = {**rules, **{word: [{"ORTH": word}] for word in words}}


def _pattern(search: object) -> str:
    """The pattern behind a method of a compiled expression, as spaCy's tokenizer holds them; "" where it has none."""
    return str(getattr(getattr(search, "__self__", None), "pattern", ""))


def read_hyphenated(knowledge: Knowledge) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The prefixes (without their hyphen) and the verbs of ``hyphenated_verbs.txt``."""
    entries = knowledge.entries(VERBS)
    for entry in entries:
        if not re.fullmatch(r"[a-z]+-[a-z]*", entry):
            raise KnowledgeError(f"{VERBS}: {entry!r} is no verb in two parts: write 'fast-track', or a prefix, 're-'.")
    prefixes = tuple(entry[:-1] for entry in entries if entry.endswith("-"))
    return prefixes, tuple(entry for entry in entries if not entry.endswith("-"))


def forms(verb: str) -> tuple[str, ...]:
    """A verb with its regular forms in -s, -ed and -ing; spelled by the rules of English, a form that is none does no
    harm.
    """
    if verb.endswith("e"):
        return verb, f"{verb}s", f"{verb}d", f"{verb[:-1]}ing"
    if verb.endswith(("ch", "sh", "s", "x")):
        return verb, f"{verb}es", f"{verb}ed", f"{verb}ing"
    return verb, f"{verb}s", f"{verb}ed", f"{verb}ing"
