"""Writes values as a block of YAML that the reader takes back as they were. Every line is one fact.

Text that would not survive as it stands is written after a bar, where nothing in it needs care.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from plantrack.pattern import pattern

Value = str | Sequence["Value"] | Mapping[str, "Value"]
BARE = pattern(r"(?:[^\W_]|§|[+\-](?=\d)|\.\.(?=/\d))(?:[^:#\n]|:(?=\S)|(?<=\S)#)*(?<![\s:])")
"""A text that needs no care: it begins with a letter, a digit, § or an open beginning of a time (``../2017``), and has
no colon before a space, and no comment.
"""
WORDS_APART = frozenset(("null", "not_stated", "to_be_determined", "not_applicable", "illegible"))
"""Words that a file takes for the lack of a value."""
IDS = pattern(r"[^\W_](?:[\w.:\-]*[\w.\-])?")
KEY = pattern(r"[^\W_](?:[^:#\n\"'\\]*[^:#\n\"'\\\s])?")


class Absent(str):
    """Why there is no value, as a file says it: ``to_be_determined``."""


def block(values: Mapping[str, Value], indent: str = "") -> str:
    """A block of fields, each on a line of its own, with a line break at the end."""
    return "".join(f"{line}\n" for line in _fields(values, indent))


def under(value: Value, indent: str) -> tuple[str, str]:
    """What follows a key's colon on its line, and the lines below it; ``indent`` is the key's own."""
    first, *rest = _field("x", value, indent)
    return first[len(indent) + 2 :].strip(), "".join(f"{line}\n" for line in rest)


def item(value: Value, indent: str) -> str:
    """An item of a list, with its sign and a line break at the end."""
    return "".join(f"{line}\n" for line in _item(value, indent))


def key_of(name: str) -> str:
    """A key as it is written."""
    return name if KEY.fullmatch(name) else _quoted(name)


def clean(text: str) -> str:
    """A text as a reader takes it back: no spaces at the ends of its lines, and no empty lines around it."""
    return "\n".join(line.rstrip() for line in text.replace("\r\n", "\n").replace("\r", "\n").strip().split("\n"))


def is_bare(text: str) -> bool:
    """Whether a text can stand on its key's line as it is."""
    return isinstance(text, Absent) or (BARE.fullmatch(text) is not None and text not in WORDS_APART)


def _fields(values: Mapping[str, Value], indent: str) -> Iterator[str]:
    for key, value in values.items():
        yield from _field(key, value, indent)


def _field(name: str, value: Value, indent: str) -> Iterator[str]:
    key = key_of(name)
    if isinstance(value, str):
        yield from _text(f"{indent}{key}:", value, indent)
    elif isinstance(value, Mapping):
        yield f"{indent}{key}:"
        yield from _fields(value, indent + "  ")
    elif all(isinstance(each, str) and IDS.fullmatch(each) for each in value):
        yield f"{indent}{key}: {value[0] if len(value) == 1 else '[' + ', '.join(map(str, value)) + ']'}"
    else:
        yield f"{indent}{key}:"
        for each in value:
            yield from _item(each, indent + "  ")


def _item(value: Value, indent: str) -> Iterator[str]:
    if isinstance(value, str):
        yield from _text(f"{indent}-", value, indent)
    elif isinstance(value, Mapping):
        first, *rest = _fields(value, indent + "  ")
        yield f"{indent}- {first.strip()}"
        yield from rest


def _text(head: str, text: str, indent: str) -> Iterator[str]:
    """A text after its key: bare where that is safe, else after a bar."""
    text = text if isinstance(text, Absent) else clean(text)
    if is_bare(text):
        yield f"{head} {text}"
        return
    yield f"{head} |"
    yield from (f"{indent}  {line}" if line else "" for line in text.split("\n"))


def _quoted(name: str) -> str:
    """A key between quotes."""
    folded = " ".join(name.split())
    return "'" + folded.replace("'", "''") + "'"
