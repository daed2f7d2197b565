"""One place of a file written otherwise. Says how the new text is laid out; everything around it stays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from plantrack.pattern import pattern
from plantrack.store.block import IDS, Absent, Value, block, clean, is_bare, item, key_of, under
from plantrack.store.layout import CannotEdit, Found, Layout
from plantrack.store.nodes import ScalarNode, SequenceNode

COLON = pattern(r"[ \t]*:")
BRACKETS = frozenset("[]{},")


def replaced(layout: Layout, found: Found, value: Value) -> bytes:
    """Another value in the place of one that is there."""
    node: Any = found.node
    start, end = layout.offset(node.start_mark), layout.end(node)
    if found.in_brackets:
        return layout.spliced(start, end, _in_brackets(value))
    sign = _after_sign(layout, found)
    between = layout.text[sign:start]
    if layout.has_comment(sign, end):
        raise CannotEdit
    inline = _inline(node, value, found.indent)
    if inline:
        gap = between if between and not between.strip(" \t") else " "
        return layout.spliced(sign, end, gap + inline)
    last = layout.last_line(node)
    tail = layout.text[end : layout.after_line(last)].rstrip("\r\n")
    head, below = _below(node, value, found.indent)
    if not found.key and not head:
        # The first field of an item stands beside the item's sign.
        first, _break, below = below.partition("\n")
        head = first.strip()
        if tail.strip():
            raise CannotEdit
    return layout.spliced(sign, layout.after_line(last), f"{' ' if head else ''}{head}{tail}\n{below}")


def inserted(layout: Layout, node: Any, key: str, value: Value, order: Sequence[str], after: str) -> bytes:
    """A field more in a block: after the one that is named, else at its place in an order, else last."""
    if node.flow_style:
        raise CannotEdit
    names = [its.value for its, _value in node.value]
    later = set(order[order.index(key) + 1 :]) if key in order else set()
    place = next((number for number, name in enumerate(names) if name in later), len(names))
    place = names.index(after) + 1 if after in names else place
    indent = int(node.start_mark.column)
    text = block({key: value}, " " * indent)
    if place:
        at = layout.after_line(layout.last_line(node.value[place - 1][1]))
        return layout.spliced(at, at, text)
    at = layout.offset(node.value[0][0].start_mark)
    return layout.spliced(at, at, text[indent:] + " " * indent)


def lengthened(layout: Layout, node: Any, value: Value) -> bytes:
    """An item more at the end of a list."""
    if not isinstance(node, SequenceNode):
        raise CannotEdit
    if node.flow_style:
        at = layout.end(node.value[-1]) if node.value else layout.offset(node.start_mark) + 1
        return layout.spliced(at, at, (", " if node.value else "") + _in_brackets(value))
    at = layout.after_line(layout.last_line(node))
    return layout.spliced(at, at, item(value, " " * node.start_mark.column))


def removed(layout: Layout, found: Found) -> bytes:
    """A field or an item less, of several."""
    beside = found.beside
    start, end = layout.offset((found.key or found.node).start_mark), layout.end(found.node)
    if found.in_brackets:
        if found.number + 1 < len(beside):
            return layout.spliced(start, layout.offset(beside[found.number + 1].start_mark), "")
        return layout.spliced(layout.end(beside[found.number - 1]), end, "")
    first = layout.offset(found.key.start_mark) if found.key else _after_sign(layout, found) - 1
    line = layout.text.rfind("\n", 0, first) + 1 if layout.line_end != "\r" else layout.text.rfind("\r", 0, first) + 1
    if not layout.text[line:first].strip():
        return layout.spliced(line, layout.after_line(layout.last_line(found.node)), "")
    if not found.key or found.number:
        raise CannotEdit
    following = layout.offset(beside[1].start_mark)
    if layout.has_comment(layout.after_line(layout.last_line(found.node)), following):
        raise CannotEdit
    return layout.spliced(first, following, "")


def renamed(layout: Layout, found: Found, key: str) -> bytes:
    """Another key for what stands there."""
    if found.key is None:
        raise CannotEdit
    return layout.spliced(layout.offset(found.key.start_mark), layout.offset(found.key.end_mark), key_of(key))


def _after_sign(layout: Layout, found: Found) -> int:
    """The place after the colon of a key, or after the sign of an item."""
    if found.key:
        colon = COLON.match(layout.text, layout.offset(found.key.end_mark))
        if not colon:
            raise CannotEdit
        return colon.end()
    if found.within is None:
        raise CannotEdit
    before = layout.text[: layout.offset(found.node.start_mark)].rstrip()
    if not before.endswith("-"):
        raise CannotEdit
    return len(before)


def _inline(node: Any, value: Value, indent: int) -> str:
    """A value on the line of its key, between the quotes or brackets that were there; empty where it needs lines."""
    in_lines = isinstance(node, SequenceNode) and not node.flow_style
    if isinstance(value, str):
        quote = node.style if isinstance(node, ScalarNode) and node.style in ("'", '"') else ""
        if quote and not isinstance(value, Absent) and "\n" not in clean(value):
            return _quoted(clean(value), quote)
    elif in_lines or isinstance(value, Mapping):
        return ""
    head, below = under(value, " " * indent)
    if below:
        return ""
    bracketed = isinstance(node, SequenceNode) and not isinstance(value, str) and not head.startswith("[")
    return f"[{head}]" if bracketed else head


def _below(node: Any, value: Value, indent: int) -> tuple[str, str]:
    """What stands beside the key, and in the lines below it. A list that had lines of its own keeps them."""
    if isinstance(node, SequenceNode) and not node.flow_style and not isinstance(value, str | Mapping):
        return "", "".join(item(each, " " * node.start_mark.column) for each in value)
    return under(value, " " * indent)


def _in_brackets(value: Value) -> str:
    """An item of a list between brackets."""
    if not isinstance(value, str):
        raise CannotEdit
    text = value if isinstance(value, Absent) else clean(value)
    if IDS.fullmatch(text) and is_bare(text):
        return text
    if "\n" in text:
        raise CannotEdit
    return text if is_bare(text) and not BRACKETS & set(text) else _quoted(text, "'")


def _quoted(text: str, quote: str) -> str:
    if quote == "'":
        return "'" + text.replace("'", "''") + "'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
