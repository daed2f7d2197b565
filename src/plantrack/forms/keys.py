"""The hidden key of a row: what the row is about, what it said, and a check that the row still shows the same.

A row that was pasted over another, or comes from another form, is found out by it: a fault, not a wrong answer.
"""

from __future__ import annotations

from hashlib import sha256
from typing import NamedTuple

from plantrack.forms.form import Form, Row
from plantrack.pattern import pattern

WRITTEN = pattern(r"(\S+?)(?:#(\w+(?:\.\w+)?))? ([0-9a-f]{8}-[0-9a-f]{8}) ([0-9a-f]{8})")
SHORT = 8


class About(NamedTuple):
    """Which form a row belongs to."""

    plan: str
    round: str
    organisation: str


class Key(NamedTuple):
    """What a row is about, as the row itself remembers it."""

    thing: str
    part: str
    basis: str
    check: str


def about(form: Form) -> About:
    """What all rows of a form share."""
    return About(form.plan, form.round, form.organisation)


def written_key(form: About, row: Row, number: str, text: str) -> str:
    """The key of a row that shows a number and a text."""
    key = Key(row.thing, row.part, row.basis, "")
    name = f"{row.thing}#{row.part}" if row.part else row.thing
    return f"{name} {row.basis} {check_of(form, key, number, text)}"


def read_key(text: str) -> Key | None:
    """The key that a text is; None where it is none."""
    found = WRITTEN.fullmatch(" ".join(text.split()))
    return Key(found[1], found[2] or "", found[3], found[4]) if found else None


def check_of(form: About, key: Key, number: str, text: str) -> str:
    """A short digest of what a key belongs to: its form, its thing, and what the row shows."""
    shown = [" ".join(each.split()) for each in (*form, key.thing, key.part, key.basis, number, text)]
    return sha256(ascii(shown).encode()).hexdigest()[:SHORT]


def part_of(text: str) -> str:
    """The part of an answer that is a value of its own: a question, or a category."""
    return "values." + sha256(" ".join(text.split()).encode("utf-8", "replace")).hexdigest()[:SHORT]
