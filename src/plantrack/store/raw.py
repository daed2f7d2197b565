"""What a file says as plain values, as it is written: for taking parts of it over into another file."""

from __future__ import annotations

from typing import Any

from plantrack.record import ABSENCES
from plantrack.store.block import Absent
from plantrack.store.nodes import MappingNode, Node, ScalarNode, compose
from plantrack.store.text import read_text

Raw = dict[str, Any]
"""A block: key -> text, absence, list or block."""


def raw_of(data: bytes) -> Raw:
    """A file's block; an empty one where it cannot be read as one."""
    text = read_text("", data)
    node = compose("", text.text)[0] if text.readable else None
    return _value(node) if isinstance(node, MappingNode) else {}


def _value(node: Node) -> Any:
    if isinstance(node, MappingNode):
        return {key.value: _value(value) for key, value in node.value}
    if isinstance(node, ScalarNode):
        return Absent(node.value) if node.value in ABSENCES and not node.style else node.value
    return [_value(each) for each in node.value]


def listed(value: Any) -> list[Any]:
    """A value that may stand alone or in a list, as a list; an absence is no value."""
    if value is None or isinstance(value, Absent):
        return []
    return value if isinstance(value, list) else [value]
