"""Changes one field of a file and leaves every other line as it is: comments, order, layout, line ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from plantrack.record import Record
from plantrack.store.block import Value, block
from plantrack.store.nodes import MappingNode, SequenceNode, compose
from plantrack.store.text import read_text


class CannotEdit(Exception):
    """The file is not laid out so that the change can be made in it safely."""


def with_field(data: bytes, cls: type[Record], key: str, value: Value) -> bytes:
    """A file's bytes with a field more, at its place in the order of the fields. Raises ``CannotEdit``."""
    top = _top(data)
    if key in top:
        raise CannotEdit(key)
    order = list(cls.FIELDS)
    later = set(order[order.index(key) + 1 :])
    lines = _lines(data)
    at = next((line for name, (line, _node) in top.items() if name in later), len(lines))
    return _inserted(data, lines, _above_comments(lines, at), block({key: value}))


def with_item(data: bytes, cls: type[Record], key: str, value: Mapping[str, Value]) -> bytes:
    """A file's bytes with one item more at the end of a list of blocks. Raises ``CannotEdit``."""
    top = _top(data)
    if key not in top:
        return with_field(data, cls, key, (value,))
    line, node = top[key]
    if not isinstance(node, SequenceNode) or node.flow_style or not node.value:
        raise CannotEdit(key)
    lines = _lines(data)
    others = [number for number, _node in top.values() if number > line]
    indent = " " * (len(lines[node.value[0].start_mark.line].split(b"-")[0]))
    first, *rest = block(value, indent + "  ").splitlines(keepends=True)
    item = f"{indent}- {first.strip()}\n" + "".join(rest)
    return _inserted(data, lines, _above_comments(lines, min(others, default=len(lines))), item)


def _top(data: bytes) -> dict[str, tuple[int, object]]:
    """The fields of a file, each with its line from 0 and what stands there."""
    text = read_text("", data)
    node, faults = compose("", text.text) if text.readable else (None, ())
    if faults or not isinstance(node, MappingNode) or node.flow_style:
        raise CannotEdit
    return {key.value: (key.start_mark.line, value) for key, value in node.value}


def _lines(data: bytes) -> Sequence[bytes]:
    return data.splitlines(keepends=True)


def _above_comments(lines: Sequence[bytes], at: int) -> int:
    """The place above the comments and empty lines that stand before a line, or at the end of a file."""
    while at > 0 and (not lines[at - 1].strip() or lines[at - 1].startswith(b"#")):
        at -= 1
    return at


def _inserted(data: bytes, lines: Sequence[bytes], at: int, text: str) -> bytes:
    newline = b"\r\n" if b"\r\n" in data else b"\n"
    before = b"".join(lines[:at])
    if before and not before.endswith((b"\n", b"\r")):
        before += newline
    return before + text.encode().replace(b"\n", newline) + b"".join(lines[at:])
