"""What kind of file something is by what it says: for a file that has lost its name and its folder on the way."""

from __future__ import annotations

from typing import Any

from plantrack.kinds import Choice, Kind
from plantrack.record import Keyed, Of, Record
from plantrack.store.files import KINDS, TABLES
from plantrack.store.nodes import MappingNode, Node, ScalarNode


def kind_of(node: Node | None) -> str:
    """The kind whose fields a file has, nearly all of them and all that must be there; empty where there is none.

    Where two fit as well it is the simpler one.
    """
    if not isinstance(node, MappingNode) or not node.value:
        return ""
    fits = {
        kind: (_table_fit(inner_of(kind), node) if kind in TABLES else _fit(cls, node), -len(cls.FIELDS))
        for kind, cls in KINDS.items()
    }
    kind = max(fits, key=lambda each: fits[each])
    return kind if fits[kind][0] > 0 else ""


def inner_of(table: str) -> type[Record]:
    """The record that stands under each key of a file that is one table."""
    kind = KINDS[table].FIELDS[TABLES[table]].kind
    assert isinstance(kind, Keyed)
    assert isinstance(kind.kind, Of)
    inner: type[Record] = kind.kind.cls
    return inner


def _fit(cls: type[Record], node: MappingNode) -> float:
    """How well fields fit a kind: those that it has count for it, and those that it lacks or misses against it."""
    given = {key.value: value for key, value in node.value if isinstance(key, ScalarNode)}
    known = sum(name in cls.FIELDS and _may_be(cls.FIELDS[name].kind, value) for name, value in given.items())
    missing = sum(field.required and name not in given for name, field in cls.FIELDS.items())
    return known - 2 * (len(given) - known) - 2 * missing


def _may_be(kind: Kind[Any], value: Node) -> bool:
    """Whether a value is no word that a closed list lacks: events and decisions have the same fields, and other kinds."""
    return not (isinstance(kind, Choice) and isinstance(value, ScalarNode) and value.value not in kind.words)


def _table_fit(cls: type[Record], table: MappingNode) -> float:
    """The same for a table: how well its rows fit, on an average."""
    return sum(_fit(cls, row) for _key, row in table.value if isinstance(row, MappingNode)) / len(table.value)
