"""What a known name is, and where it stands in a text."""

from dataclasses import dataclass
from typing import Literal, get_args

Role = Literal["country", "people", "capital", "place", "group", "body", "document", "event", "person"]

BodyKind = Literal[
    "worldwide", "un", "regional", "alliance", "forum", "regime", "bank", "court", "mission", "organ", "initiative",
    "society", "state", "company", "movement",
]  # fmt: skip
"""What a body is.

A worldwide or a regional organisation of states; an organ, fund or agency of the United Nations; a military alliance; a
forum without an institution of its own (G7, Quad); a regime of states around a treaty or a list (Nuclear Suppliers
Group); a development bank or fund; a court; a peace operation; an organ of a body (European Commission); an initiative
of states and others (Gavi); a society of people or of private bodies; an organ of a state; a company or newspaper; a
political or armed movement.
"""

BODY_KINDS: tuple[BodyKind, ...] = get_args(BodyKind)


@dataclass(frozen=True, slots=True)
class Name:
    """What a name stands for: entity label, code (empty where it has none or more than one), canonical name, role.

    The code of a person is that of the state that he or she speaks for.
    """

    label: str
    code: str
    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class Mention:
    """A known name in a text; ``text`` is the wording between the character offsets ``start`` and ``end``."""

    start: int
    end: int
    text: str
    label: str
    code: str
    name: str
    role: Role
