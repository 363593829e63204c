"""What people write by hand, whole and damaged: front matter, metadata, tables, judgements, knowledge, settings."""

import json
import random
import re
from collections.abc import Callable
from functools import cache

from pipeline.knowledge.base import ENDINGS, SHIPPED
from tests.fuzzing.seeds import damaged

TITLE = "Joint Statement by Norway and Chile on Lighthouses"
TEXT = "Oslo, 3 May 2024\n\nNorway will restore four lighthouses by 2030, and Chile agreed to train forty keepers.\n"
_KEYS = f"""title: {TITLE}
date: 2024-05-03
issuer: Ministry of Lighthouses
parties: [NOR, CHL]
url: https://example.org/1
licence: CC BY 4.0
language: en
place: Oslo
series: lighthouses
source: "a paper: of ours"
date_precision: month
inferred: [title]
"""
_ROW = {"doc_id": "talks", "text": TEXT, "title": TITLE, "date": "3 May 2024", "parties": "NOR;CHL", "url": ""}
_CELLS = '"{}","{}",2024-05-03,NOR;CHL,en\n'.format(TITLE, TEXT.replace("\n", " "))
_STATUS = """thread_id,commitment_id,status,evidence,note,by,date
,talks:1:1,kept,https://example.org/report,"done, in time",A. Reader,2031-05-01
t-0a1b2c3d4e,,in progress,,,A. Reader,2031-05-02
"""
_SETTINGS = """corpus = "corpus"
outputs = "outputs"
encoder = "none"
knowledge = ""
workers = 2
scheduler = ""
max_bytes = 5000000
web_delay = 2
web_seconds = 60
"""
_MODELS = 'language_model = "model"\nareas_model = "areas"\nknowledge = "words"\n'
SHARES = {"front matter": 3, "metadata": 1, "table": 2, "status": 1, "settings": 2, "knowledge": 1}
"""How often each kind of writing is tried, of ten."""
_SLIPS = (
    "", " ", "\t", "\n", "\r", "\r\n", "\0", "\x07", "\x1b[31m", "\x85", "\u2028", "\ufeff", "\u202e", "\ud800", "é",
    '"', "'", '"""', ",", ";", "|", ":", ": ", "#", "=", "[", "]", "{", "}", "- ", "* ", "&a ", "*a", "!!binary x",
    "!!python/object:os.x ", "!!set {a}", "? ", "<<: ", "---\n", "...\n", "~", "null", "true", "no", ".nan", "-.inf",
    "-1", "0", "1e999", "9" * 400, "9" * 5000, "0x" + "f" * 5000, "1_000", "0o777", "2024-02-30", "0000-00-00",
    "99999-12-31", "2024-05-03T25:61:61Z", "12:30:45", "1 May 20024", "{a: {b: [c]}}", "[" * 900, "{" * 900, "(", ")",
    "(?P<x", "[z-a]", "\\", "\\1", "a{99999999999}", "(?i)", "*", "+", "$", "^", ".", "..", "/", "../x", "C:\\x", "CON",
    "=1+1", "@x", "a" * 3000, "a.b = 1\n", "[a]\n", "[[a]]\n", "{x = 1}", "1979-05-27", "'''", "inf", "\\u0000",
    "\\uD800", "\\U00110000", "%", "%s", "{0}", "{x}",
)  # fmt: skip
_PART = re.compile(rb"[^,;|:=\n\[\]\"]+")


@cache
def wholes() -> dict[str, list[tuple[str, bytes]]]:
    """By kind, names and contents of files as they should be."""
    knowledge = sorted(path for path in SHIPPED.iterdir() if path.suffix in ENDINGS)
    return {
        "front matter": [("talks.md", f"---\n{_KEYS}---\n{TITLE}\n\n{TEXT}".encode())],
        "metadata": [("talks.meta.yaml", _KEYS.encode()), ("talks.meta.json", json.dumps(_ROW).encode())],
        "table": [
            ("year.jsonl", (json.dumps(_ROW) + "\n").encode() * 2),
            ("year.csv", ("title,text,date,parties,language\n" + _CELLS * 2).encode()),
        ],
        "status": [("status.csv", _STATUS.encode())],
        "knowledge": [(path.name, path.read_bytes()) for path in knowledge],
        "settings": [("communique.toml", text.encode()) for text in (_SETTINGS, _MODELS)],
    }


def kind_of(number: int) -> str:
    """The kind of writing that input ``number`` is."""
    kinds = [kind for kind, share in SHARES.items() for _ in range(share)]
    return kinds[number % len(kinds)]


def damaged_writing(seed: int, number: int) -> tuple[str, str, bytes]:
    """Kind, name and content of input ``number``."""
    chance = random.Random(f"{seed}:{number}")
    kind = kind_of(number)
    name, data = chance.choice(wholes()[kind])
    others = [other for _, other in wholes()[kind]]
    if chance.random() < 0.3:
        return kind, name, damaged(data, others, chance)
    for _ in range(chance.randint(1, 3)):
        data = chance.choice(_MISTAKES)(data, chance)
    return kind, name, data


def _value(data: bytes, chance: random.Random) -> bytes:
    """A value, key or cell replaced by something else, or with something in front of it or behind it."""
    part = chance.choice(list(_PART.finditer(data)) or [re.match(b"", data)])
    assert part
    slip = _slip(chance)
    new = chance.choice((slip, slip + part[0], part[0] + slip, part[0] * 2))
    return data[: part.start()] + new + data[part.end() :]


def _line(data: bytes, chance: random.Random) -> bytes:
    """A line taken out, doubled, moved, cut, or with something put in."""
    lines = data.split(b"\n")
    place = chance.randrange(len(lines))
    line = lines[place]
    lines[place : place + 1] = chance.choice(
        ([], [line, line], [line[: len(line) // 2]], [line[::-1]], [line, _slip(chance)], [b"," + line], [line + b","])
    )
    if chance.random() < 0.2:
        chance.shuffle(lines)
    return b"\n".join(lines)


def _encoding(data: bytes, chance: random.Random) -> bytes:
    """The same in another encoding, or with other ends of lines."""
    text = data.decode("utf-8", "replace")
    if chance.random() < 0.5:
        return text.encode(chance.choice(("utf-16", "utf-32", "cp1252", "utf-8-sig", "utf-7", "cp500")), "replace")
    return text.replace("\n", chance.choice(("\r\n", "\r", "\u2028", "\0\n", ""))).encode()


def _slip(chance: random.Random) -> bytes:
    return chance.choice(_SLIPS).encode("utf-8", "surrogatepass")


_MISTAKES: tuple[Callable[[bytes, random.Random], bytes], ...] = (_value, _value, _value, _line, _line, _encoding)
