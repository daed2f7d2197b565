"""Changes a file in a few places and leaves every other line as it is: comments, order, layout, quotes, line ends.

What comes out is read again and held against what was asked for. Where anything else would be said in the file, or
something is lost, it is ``CannotEdit``, and nothing comes out. Nothing is written here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from plantrack.finding import Key
from plantrack.kinds import Kind
from plantrack.record import Keyed, Many, Of, Record
from plantrack.store import splice
from plantrack.store.block import Absent, Value
from plantrack.store.files import KINDS, TABLES
from plantrack.store.layout import CannotEdit, Layout
from plantrack.store.meaning import Meaning, meaning, meant, renamed, same, with_item_more, with_value, without
from plantrack.store.nodes import MappingNode, ScalarNode, SequenceNode

__all__ = ["Add", "CannotEdit", "Edit", "Remove", "Rename", "Set", "edited", "with_field", "with_item"]


class Set(NamedTuple):
    """Another value at the end of a path. A field that is not there is put at its place in the order of the fields."""

    keys: tuple[Key, ...]
    value: Value
    after: str = ""
    """The key after which a new one stands; left out: where the fields' order says, else last."""


class Add(NamedTuple):
    """One item more, last in the list at the end of a path."""

    keys: tuple[Key, ...]
    value: Value


class Remove(NamedTuple):
    """A field or an item less. What holds nothing else goes with it."""

    keys: tuple[Key, ...]


class Rename(NamedTuple):
    """Another key for what stands at the end of a path."""

    keys: tuple[Key, ...]
    key: str


Edit = Set | Add | Remove | Rename


def edited(data: bytes, edits: Iterable[Edit], kind: str) -> bytes:
    """A file's bytes after some edits, made one after the other. Raises ``CannotEdit``."""
    whole = KINDS[kind].FIELDS[TABLES[kind]].kind if kind in TABLES else Of(KINDS[kind])
    return _edited(data, edits, whole)


def with_field(data: bytes, cls: type[Record], key: str, value: Value) -> bytes:
    """A file's bytes with a field more, at its place in the order of the fields. Raises ``CannotEdit``."""
    if Layout(data).find((key,)).keys:
        raise CannotEdit(key)
    return _edited(data, (Set((key,), value),), Of(cls))


def with_item(data: bytes, cls: type[Record], key: str, value: Mapping[str, Value]) -> bytes:
    """A file's bytes with one item more at the end of a list. Raises ``CannotEdit``."""
    return _edited(data, (Add((key,), value),), Of(cls))


def _edited(data: bytes, edits: Iterable[Edit], whole: Kind[Any]) -> bytes:
    for edit in edits:
        for step in _steps(data, edit, whole):
            data = _made(data, step, whole)
    return data


def _steps(data: bytes, edit: Edit, whole: Kind[Any]) -> Iterable[Edit]:
    """An edit as edits of which each changes one place, with its keys as they lead there."""
    layout = Layout(data)
    reached = layout.find(edit.keys)
    edit = edit._replace(keys=reached.whole)
    match edit:
        case Set(keys) if len(reached.keys) < len(keys) and isinstance(reached.found.node, ScalarNode):
            said = meaning(reached.found.node)
            if said:
                # A bare value stands for one of the fields: it gets its name before another field comes to stand there.
                field = _short(_kind_at(whole, reached.keys))
                if not field or isinstance(said, Absent):
                    raise CannotEdit
                yield Set(reached.keys, {field: said})
        case Add(keys, value) if len(reached.keys) < len(keys):
            yield Set(keys, (value,))
            return
        case Add(keys, value) if not isinstance(reached.found.node, SequenceNode):
            said = meaning(reached.found.node)
            yield Set(keys, (said, value) if said and not isinstance(said, Absent) else (value,))
            return
        case Remove(keys):
            while len(reached.keys) == len(keys) and len(reached.found.beside) == 1:
                keys = keys[:-1]
                reached = layout.find(keys)
            edit = Remove(keys)
    yield edit


def _made(data: bytes, edit: Edit, whole: Kind[Any]) -> bytes:
    """A file after an edit of one place, held against what the edit means."""
    layout = Layout(data)
    before = meaning(layout.root)
    expected = _expected(before, edit)
    if same(before, expected):
        return data
    after = _spliced(layout, edit, whole)
    if not same(meaning(Layout(after).root), expected):
        raise CannotEdit
    return after


def _expected(said: Meaning, edit: Edit) -> Meaning:
    """What a file says after an edit."""
    match edit:
        case Set(keys, value):
            return with_value(said, keys, _something(value))
        case Add(keys, value):
            return with_item_more(said, keys, _something(value))
        case Rename(keys, key) if keys:
            return renamed(said, keys, key)
        case Remove(keys) if keys:
            return without(said, keys)
    raise CannotEdit


def _spliced(layout: Layout, edit: Edit, whole: Kind[Any]) -> bytes:
    reached = layout.find(edit.keys)
    there = len(reached.keys) == len(edit.keys)
    match edit:
        case Set(_keys, value) if there:
            return splice.replaced(layout, reached.found, value)
        case Set(keys, value, after):
            way, (key, *rest) = reached.keys, keys[len(reached.keys) :]
            for each in reversed(rest):
                value = {str(each): value}
            if isinstance(reached.found.node, MappingNode) and reached.found.node.value:
                order = () if after else _order(_kind_at(whole, way))
                return splice.inserted(layout, reached.found.node, str(key), value, order, after)
            return splice.replaced(layout, reached.found, {str(key): value})
        case Add(_keys, value) if there:
            return splice.lengthened(layout, reached.found.node, value)
        case Remove() if there:
            return splice.removed(layout, reached.found)
        case Rename(_keys, key) if there:
            return splice.renamed(layout, reached.found, key)
    raise CannotEdit


def _something(value: Value) -> Value:
    """A value that says something: nothing can stand for nothing."""
    inner: Sequence[Value] = (
        () if isinstance(value, str) else tuple(value.values() if isinstance(value, Mapping) else value)
    )
    if not meant(value) or not all(map(_something, inner)):
        raise CannotEdit
    return value


def _kind_at(kind: Kind[Any] | None, keys: Sequence[Key]) -> Kind[Any] | None:
    """What kind of value stands at the end of a path; None where the format has nothing there."""
    for key in keys:
        if isinstance(kind, Many):
            kind = kind.kind
            if isinstance(key, int):
                continue
        if isinstance(kind, Of):
            field = kind.cls.FIELDS.get(str(key))
            kind = field.kind if field else None
        else:
            kind = kind.kind if isinstance(kind, Keyed) else None
    return kind.kind if isinstance(kind, Many) else kind


def _order(kind: Kind[Any] | None) -> tuple[str, ...]:
    """The order of the fields in a block; none where its keys have none."""
    return tuple(kind.cls.FIELDS) if isinstance(kind, Of) else ()


def _short(kind: Kind[Any] | None) -> str:
    """The field that a bare value means where a block may stand; empty where none may."""
    return kind.cls.SHORTHAND if isinstance(kind, Of) else ""
