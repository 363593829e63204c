"""A noun in place of a name: "the Bank" behind "Reserve Bank of Fiji", "the company" behind "Lanterna", "the bloc".

The names themselves end or begin with the noun, or are of the kind that it tells; the nearest before it is meant.
"""

from spacy.tokens import Span

from pipeline.tag.actors.actor import Actor
from pipeline.tag.actors.memory import Memory
from pipeline.tag.actors.nouns import NounKind, Phrases

ARTICLES = frozenset({"the", "this", "that", "said"})
LINKS = frozenset({"of", "for", "on", "and"})


def heir(mention: Span, kind: NounKind | None, memory: Memory, phrases: Phrases) -> Actor | None:
    """The body that a bare noun takes up; None where it takes up none that is known.

    Bodies that the parties made for themselves have no code: a noun of kind "joint" stands for the parties then.
    """
    noun = mention.root.lower_
    if kind not in {"company", "body", "joint", "government"} or not _is_bare(mention):
        return None
    for body in reversed([ent for ent in memory.bodies if ent.end <= mention.start]):
        name = memory.full_name(body)
        if len(name.split()) < 2 or noun not in _edges(name):
            continue
        if code := memory.code_of(body):
            return Actor((code,), mention.text, True)
        if kind in {"company", "body"}:
            return Actor((_as_party(name, memory),), mention.text, True)
        return None
    if kind == "company":
        return _company(mention, memory, phrases)
    return _body(mention, memory) if kind == "body" else None


def _is_bare(mention: Span) -> bool:
    """Whether a phrase is an article and a noun, or a noun with its capital: "the company", "Parliament"."""
    words = [token.lower_ for token in mention if token.i != mention.root.i and not token.is_punct]
    return all(word in ARTICLES for word in words) and (bool(words) or mention.root.text[0].isupper())


def _edges(name: str) -> frozenset[str]:
    """The words of a name that it may be called by: the last one, and those before "of", "for" and the like."""
    words = name.lower().split()
    behind = (*words[1:], "of")
    return frozenset(word for word, following in zip(words, behind, strict=True) if following in LINKS)


def _company(mention: Span, memory: Memory, phrases: Phrases) -> Actor | None:
    """The last of the bodies that are neither a state's nor known, and named as one that acts."""
    if mention.root.lower_ not in phrases.words["company"]:
        return None
    for body in reversed([ent for ent in memory.bodies if ent.end <= mention.start]):
        if not body.kb_id_ and not memory.code_of(body) and not memory.names_home_organs(body):
            return Actor((_as_party(memory.full_name(body), memory),), mention.text, True)
    return None


def _as_party(name: str, memory: Memory) -> str:
    """The name, or that of the party which it is a longer form of: "Lanterna Inc." of the party Lanterna."""
    return next((party for party in memory.speakers if name.startswith(f"{party} ")), name)


def _body(mention: Span, memory: Memory) -> Actor | None:
    """The one named in the same sentence, else the union for which the text speaks, else the last one named."""
    own = memory.own()
    start = mention.sent.start
    beside = [n.code for n in memory.named if start <= n.i < mention.start and not n.is_person and n.code not in own]
    if unions := [code for code in beside if not memory.is_state(code)]:
        return Actor((unions[-1],), mention.text, True)
    if own and not memory.is_state(own[0]):
        return Actor(own, mention.text, True)
    for named in memory.before(mention.start):
        if not named.is_person and not memory.is_state(named.code):
            return Actor((named.code,), mention.text, True)
    return None
