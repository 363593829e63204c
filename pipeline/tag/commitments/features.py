"""The judge's features: a candidate's circumstances as words such as ``subject=we`` or ``verb=calendar``.

The names are those that the judge was trained on (``pipeline/model/judge/commitments.json``); the order is that in
which their weights are added up.
"""

from collections.abc import Iterator

from pipeline.tag.commitments.circumstances import Circumstances, ItemCircumstances


def features(c: Circumstances) -> Iterator[str]:
    """What speaks for or against a candidate."""
    yield from _cue_and_actor(c)
    yield from _surroundings(c)
    if c.cue.pos == "modal":
        yield from _of_modal(c)
    elif "saying" in c.action_in:
        yield from ("says", f"says+cue={c.cue.text}")
    yield from _clause(c)
    yield from _action(c)
    if c.cue.pos == "verb":
        yield from _of_verb(c)
    if c.is_told:
        yield from ("ago", f"ago+tense={c.tense}")
    if c.cue.pos == "noun":
        yield from _of_noun(c)
    yield from _sentence(c)


def item_features(c: ItemCircumstances) -> Iterator[str]:
    """What speaks for or against a list item."""
    yield "cue=item"
    yield f"stem={c.stem}"
    yield f"item={c.opener}"
    yield f"item+stem={c.opener}|{c.stem}"
    yield f"head={c.action}"
    yield f"head~{c.action}"
    yield f"marker={c.is_marked}"
    yield f"number={int(c.is_further)}"
    for act in c.acts:
        yield f"item_act={act}"


def _group(c: Circumstances) -> str:
    return f"{c.cue.pos}:{c.cue.strength}"


def _cue_and_actor(c: Circumstances) -> Iterator[str]:
    group, cue = _group(c), c.cue.text
    yield f"group={group}"
    yield f"cue={cue}/{c.cue.pos}"
    yield f"form={c.form}"
    yield f"cue+form={cue}|{c.form}"
    yield f"subject={c.subject}"
    yield f"group+subject={group}|{c.subject}"
    yield f"cue+subject={cue}|{c.subject}"
    yield f"tense={c.tense}"
    yield f"group+tense={group}|{c.tense}"
    yield f"form+tense={c.form}|{c.tense}"
    yield f"source={c.source}"
    yield f"action={c.action}"
    yield f"head~{c.action}"
    yield f"group+bearer={group}|{c.bearer}"


def _surroundings(c: Circumstances) -> Iterator[str]:
    if c.is_agreed:
        yield "agreed_on"
    if c.is_hereby:
        yield "hereby"
    if c.actor_noun is not None:
        yield f"who={c.actor_noun}"
        yield f"who~{c.actor_noun}"
    for category, distance in sorted(c.above):
        yield f"above={category}{distance}"


def _of_modal(c: Circumstances) -> Iterator[str]:
    yield f"head={c.action}"
    if c.is_action_passive:
        yield "passive"
    if c.is_action_state:
        yield "copula"
    if "escort" not in c.action_in or c.is_action_passive:
        if "calendar" in c.action_in and not c.is_agreed:
            yield from _verb_of(c, "calendar")
        if "forecast" in c.action_in:
            yield from _verb_of(c, "forecast")
    if c.has_outing:
        yield f"outing|{c.is_one_person}"


def _verb_of(c: Circumstances, category: str) -> Iterator[str]:
    yield f"verb={category}"
    yield f"verb+subject={category}|{c.subject}"
    yield f"verb+person={category}|{c.is_one_person}"


def _clause(c: Circumstances) -> Iterator[str]:
    if c.is_relative:
        yield "relative"
        yield f"relative+{_group(c)}"
    if c.marker:
        yield f"mark={c.marker}"
    if c.is_speaker_alone:
        yield "speaker_alone"


def _action(c: Circumstances) -> Iterator[str]:
    if c.has_sum:
        yield from ("sum", f"sum|{c.is_one_person}")
    if c.doer is not None:
        yield f"doer={c.form}|{c.doer}"
    if c.form == "own_officials":
        yield f"officials={c.officials}"
    if c.form == "object":
        yield f"object={'promised' if 'giving' in c.cue_in else 'other'}"


def _of_verb(c: Circumstances) -> Iterator[str]:
    yield f"cue+tense={c.cue.text}|{c.tense}"
    if c.tense == "gerund":
        yield f"participle={c.clause_role}"
    if c.is_cue_passive:
        yield "cue_passive"


def _of_noun(c: Circumstances) -> Iterator[str]:
    yield f"determiner={c.determiner}|{c.source}"
    governor = c.governor if c.governor is not None else "none"
    yield f"governor={governor}"
    if c.governor is not None:
        yield f"governor_act={c.governor_act}"
        yield f"noun_role={c.role}"
    if c.form.endswith("noun"):
        yield f"object={'abstract' if c.is_action_nominal else 'name'}"
    if c.cue.strength == "weak":
        verbal = c.form.endswith(("verb", "gerund")) or c.is_action_gerund
        yield f"weak={verbal}|{c.are_several}|{'noticing' in c.governor_in}"
        yield f"weak={c.source}|{c.form}"
        yield f"weak={c.form}|{c.are_several}"
        yield f"weak={governor}|{c.are_several}"
        yield f"weak={c.cue.text}|{governor}"


def _sentence(c: Circumstances) -> Iterator[str]:
    if c.is_cue_negated:
        yield "cue_negated"
    yield from _factuality(c)
    if c.is_nested:
        yield "nested"
    if c.is_later:
        yield "later_cue"
    for act in c.beside:
        yield f"beside={act}"
    if c.is_quoted:
        yield "quoted"
    if c.is_question:
        yield "question"
    if c.is_inside_item:
        yield "inside_item"
    if c.stem is not None:
        yield f"stem={c.stem}"
    if c.is_programme:
        yield "programme"


def _factuality(c: Circumstances) -> Iterator[str]:
    """What the words around the action say of it."""
    f = c.factuality
    if f.polarity == "negative":
        yield "negative"
        yield f"negative+subject={c.subject}"
    if f.holder != "author":
        yield f"holder={f.holder}"
    if f.certainty != "certain":
        yield f"certainty={f.certainty}"
    if f.conditional:
        yield "conditional"
