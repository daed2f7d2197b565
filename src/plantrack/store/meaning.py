"""What a file says, apart from how it is laid out; and what it says after an edit.

Made beside the text, so that an edit of the text can be held against it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from plantrack.finding import Key
from plantrack.record import ABSENCES
from plantrack.store.block import Absent, Value, clean
from plantrack.store.layout import CannotEdit, same_key
from plantrack.store.nodes import MappingNode, ScalarNode

Meaning = Any
"""A text, an absence, a list or a table. A list of one is that one, as everywhere in the format."""


def meaning(node: Any) -> Meaning:
    """What a node says. Raises ``CannotEdit`` where two keys are the same: nobody can say which is meant."""
    if isinstance(node, ScalarNode):
        text = clean(node.value)
        return Absent(text) if not node.style and text in ABSENCES else text
    if isinstance(node, MappingNode):
        table = {}
        for key, value in node.value:
            if not isinstance(key, ScalarNode) or key.value in table:
                raise CannotEdit
            table[key.value] = meaning(value)
        return table
    return [meaning(each) for each in node.value]


def meant(value: Value) -> Meaning:
    """What a value says that is about to be written."""
    if isinstance(value, str):
        return value if isinstance(value, Absent) else clean(value)
    if isinstance(value, Mapping):
        return {" ".join(key.split()): meant(each) for key, each in value.items()}
    return [meant(each) for each in value]


def same(one: Meaning, other: Meaning) -> bool:
    """Whether two say the same."""
    one, other = _alone(one), _alone(other)
    if isinstance(one, str) or isinstance(other, str):
        return isinstance(one, Absent) == isinstance(other, Absent) and one == other
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.keys() == other.keys() and all(same(value, other[key]) for key, value in one.items())
    if isinstance(one, Mapping) or isinstance(other, Mapping) or len(one) != len(other):
        return False
    return all(map(same, one, other))


def _alone(said: Meaning) -> Meaning:
    while isinstance(said, list) and len(said) == 1:
        said = said[0]
    return said


def with_value(said: Meaning, keys: Sequence[Key], value: Value) -> Meaning:
    """What is said when something else stands at the end of a path."""
    return _changed(said, keys, lambda _before: meant(value))


def with_item_more(said: Meaning, keys: Sequence[Key], value: Value) -> Meaning:
    """What is said with one item more in the list at the end of a path."""

    def longer(before: Meaning) -> Meaning:
        items = [] if before is None else before if isinstance(before, list) else [before]
        return [*items, meant(value)]

    return _changed(said, keys, longer)


def without(said: Meaning, keys: Sequence[Key]) -> Meaning:
    """What is said without what stands at the end of a path."""
    *way, last = keys
    return _changed(said, way, lambda before: _less(before, last))


def renamed(said: Meaning, keys: Sequence[Key], key: str) -> Meaning:
    """What is said when something stands under another key."""
    *way, last = keys

    def other(table: Meaning) -> Meaning:
        own = _own(table, last)
        if own is None or key in table:
            raise CannotEdit
        return {(key if its == own else its): value for its, value in table.items()}

    return _changed(said, way, other)


def _less(said: Meaning, key: Key) -> Meaning:
    if isinstance(said, list) and isinstance(key, int) and key < len(said):
        return [each for number, each in enumerate(said) if number != key]
    own = _own(said, key)
    if own is None:
        raise CannotEdit
    return {its: value for its, value in said.items() if its != own}


def _changed(said: Meaning, keys: Sequence[Key], change: Callable[[Meaning], Meaning]) -> Meaning:
    """What is said with something changed at the end of a path; blocks that are missing on the way are made."""
    if not keys:
        return change(said)
    key, *rest = keys
    if isinstance(said, list):
        if not isinstance(key, int) or key >= len(said):
            raise CannotEdit
        return [_changed(each, rest, change) if number == key else each for number, each in enumerate(said)]
    table = {} if said is None or said == "" else said
    if not isinstance(table, Mapping) or isinstance(key, int):
        raise CannotEdit
    own = _own(table, key)
    return {**table, own or key: _changed(table[own] if own else None, rest, change)}


def _own(table: Meaning, key: Key) -> str | None:
    """The key of a table that is the one that is meant."""
    return next((its for its in table if same_key(its, key)), None) if isinstance(table, Mapping) else None
