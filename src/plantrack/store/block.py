"""Writes values as a block of YAML that the reader takes back as they were. Every line is one fact.

Text that would not survive as it stands is written after a bar, where nothing in it needs care.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from plantrack.pattern import pattern

Value = str | Sequence["Value"] | Mapping[str, "Value"]
BARE = pattern(r"(?:[^\W_]|[+\-](?=\d))(?:[^:#\n]|:(?=\S)|(?<=\S)#)*(?<![\s:])")
"""A text that needs no care: it begins with a letter or a digit, and has no colon before a space, and no comment."""
WORDS_APART = frozenset(("null", "not_stated", "to_be_determined", "not_applicable", "illegible"))
"""Words that a file takes for the lack of a value."""
IDS = pattern(r"[^\W_](?:[\w.:\-]*[\w.\-])?")
KEY = pattern(r"[^\W_](?:[^:#\n\"'\\]*[^:#\n\"'\\\s])?")


def block(values: Mapping[str, Value], indent: str = "") -> str:
    """A block of fields, each on a line of its own, with a line break at the end."""
    return "".join(f"{line}\n" for line in _fields(values, indent))


def _fields(values: Mapping[str, Value], indent: str) -> Iterator[str]:
    for key, value in values.items():
        yield from _field(key, value, indent)


def _field(name: str, value: Value, indent: str) -> Iterator[str]:
    key = name if KEY.fullmatch(name) else _quoted(name)
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
    lines = [line.rstrip() for line in text.replace("\r\n", "\n").replace("\r", "\n").strip().split("\n")]
    if len(lines) == 1 and BARE.fullmatch(lines[0]) and lines[0] not in WORDS_APART:
        yield f"{head} {lines[0]}"
        return
    yield f"{head} |"
    yield from (f"{indent}  {line}" if line else "" for line in lines)


def _quoted(name: str) -> str:
    """A key between quotes."""
    folded = " ".join(name.split())
    return "'" + folded.replace("'", "''") + "'"
