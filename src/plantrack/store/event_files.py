"""An event as a file of its own: how it is named, what stands in it, and how one that was begun is read again.

A new event is always a new file with its day, whose it is and a short random end, so that events that are written
down on many branches meet without a conflict.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from secrets import token_hex
from typing import Any

import yaml

from plantrack.dates import Point
from plantrack.model.event import Event
from plantrack.store.block import Value, block


class NoEvent(Exception):
    """A file that holds no event that was begun."""


def file_of(point: Point | None, whose: str, taken: Container[str]) -> str:
    """A path for the event that no other has: by its year and its day, as exact as that is known."""
    year = f"{point.year:04}" if point else ""
    day = ""
    if point:
        day = "-".join((year, *(f"{part:02}" for part in (point.month, point.day) if part)))
    while True:
        name = "-".join(part for part in (day, whose, token_hex(2)) if part)
        if name not in taken:
            return f"log/{year}/{name}.yaml" if year else f"log/{name}.yaml"


def text_of(fields: Mapping[str, Value]) -> str:
    """The event as it stands in its file: fields in the order of the format, those with nothing in them left out."""
    return block({name: fields[name] for name in Event.FIELDS if fields.get(name)})


def begun(data: bytes) -> dict[str, Value]:
    """The fields of an event that was begun in a file. Every value is the text that stands there. Raises ``NoEvent``."""
    try:
        found = yaml.load(data.decode("utf-8-sig"), yaml.BaseLoader)  # noqa: S506  it makes texts, and nothing else
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError, ValueError):
        raise NoEvent from None
    if not isinstance(found, dict) or not found or not set(found) <= Event.FIELDS.keys():
        raise NoEvent
    return {str(name): _plain(value) for name, value in found.items()}


def _plain(value: Any) -> Value:
    """A value as a block is written from it."""
    if isinstance(value, dict):
        return {str(name): _plain(each) for name, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, list) else str(value)
