"""A file's text with the place of everything in it, and what it would be with some of it written otherwise.

It knows where things stand and how lines end, not what they mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from plantrack.finding import Key
from plantrack.pattern import pattern
from plantrack.store.nodes import MappingNode, Node, ScalarNode, SequenceNode, compose
from plantrack.store.text import BREAKS, read_text

MARK = b"\xef\xbb\xbf"
LINE = pattern(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
BLOCKS = ("|", ">")


class CannotEdit(Exception):
    """The file is not laid out so that the change can be made in it safely."""


class Found(NamedTuple):
    """What stands in one place of a file."""

    node: Node
    key: ScalarNode | None = None
    """The key it stands under, if any."""
    within: Any = None
    """The block or list that it stands in; None for the whole file."""
    number: int = 0
    """The how-manyth it is there, from nought."""

    @property
    def in_brackets(self) -> bool:
        """Whether it stands in a list between brackets."""
        return isinstance(self.within, SequenceNode) and bool(self.within.flow_style)

    @property
    def beside(self) -> list[Any]:
        """The keys of its block, or the items of its list; with its own."""
        inner = self.within.value if self.within is not None else ()
        return [each[0] for each in inner] if isinstance(self.within, MappingNode) else list(inner)

    @property
    def indent(self) -> int:
        """The column of its key, or of its sign in a list."""
        return int(self.key.start_mark.column if self.key else self.within.start_mark.column)


class Reached(NamedTuple):
    """How far a path leads."""

    found: Found
    keys: tuple[Key, ...]
    """The keys that lead there."""
    whole: tuple[Key, ...]
    """All keys of the path, without those that say the first of one."""


class Layout:
    """A file that can be edited. Raises ``CannotEdit`` for one that cannot be read as it stands."""

    def __init__(self, data: bytes) -> None:
        self.mark = MARK if data.startswith(MARK) else b""
        try:
            self.text = data[len(self.mark) :].decode()
        except UnicodeDecodeError:
            raise CannotEdit from None
        if BREAKS.search(self.text) or not read_text("", data).readable:
            raise CannotEdit
        self.lines = LINE.findall(self.text)
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line))
        ends = [line[len(line.rstrip("\r\n")) :] for line in self.lines]
        self.line_end = next((end for end in ("\r\n", "\n", "\r") if end in ends), "\n")
        root, faults = compose("", "".join(line.rstrip("\r\n") + "\n" for line in self.lines))
        if faults or not isinstance(root, MappingNode) or root.flow_style:
            raise CannotEdit
        self.root: Node = root

    def find(self, keys: Sequence[Key]) -> Reached:
        """What stands at the end of a path, or as far along it as there is anything."""
        found = Found(self.root)
        taken: list[Key] = []
        rest = list(keys)
        while rest:
            if rest[0] == 0 and not isinstance(found.node, SequenceNode) and taken:
                rest.pop(0)  # a value that stands alone where a list may is its first item
                continue
            step = into(found.node, rest[0])
            if step is None:
                break
            found = step
            taken.append(rest.pop(0))
        return Reached(found, tuple(taken), (*taken, *rest))

    def offset(self, mark: Any) -> int:
        """A mark of YAML's as a place in the text."""
        at: int = self.starts[min(mark.line, len(self.lines))] + mark.column
        return min(at, len(self.text))

    def after_line(self, line: int) -> int:
        """The place where the line after one begins."""
        return self.starts[min(line + 1, len(self.lines))]

    def last_line(self, node: Any) -> int:
        """The line that a value ends on."""
        if isinstance(node, MappingNode) and not node.flow_style:
            return self.last_line(node.value[-1][1])
        if isinstance(node, SequenceNode) and not node.flow_style:
            return self.last_line(node.value[-1])
        last: int = node.end_mark.line
        if isinstance(node, ScalarNode) and node.style in BLOCKS:
            last = min(last, len(self.lines)) - (node.end_mark.column == 0)
            while last > node.start_mark.line and not self.lines[last].strip():
                last -= 1
        return last

    def end(self, node: Any) -> int:
        """The place where a value ends: before the line break where it takes whole lines."""
        if is_block(node):
            line = self.last_line(node)
            last = node
            while isinstance(last, MappingNode | SequenceNode) and not last.flow_style:
                last = last.value[-1][1] if isinstance(last, MappingNode) else last.value[-1]
            whole = isinstance(last, ScalarNode) and last.style in BLOCKS
            return self.starts[line] + len(self.lines[line].rstrip("\r\n")) if whole else self.offset(last.end_mark)
        return self.offset(node.end_mark)

    def has_comment(self, start: int, end: int) -> bool:
        """Whether a comment begins between two places: its sign, outside all that is said."""
        spans = [(self.offset(each.start_mark), self.end(each)) for each in scalars(self.root) if "#" in each.value]
        for found in re.finditer(r"(?:^|(?<=\s))#", self.text[start:end]):
            at = start + found.start()
            if not any(first <= at < last for first, last in spans):
                return True
        return any(
            each.style in BLOCKS and start <= self.offset(each.start_mark) < end and "#" in self._head(each)
            for each in scalars(self.root)
        )

    def _head(self, node: ScalarNode) -> str:
        """The line on which a text's bar stands, from the bar on."""
        return str(self.lines[node.start_mark.line][node.start_mark.column :])

    def spliced(self, start: int, end: int, text: str) -> bytes:
        """The file with another text between two places. Its line breaks become the file's own."""
        before = self.text[:start]
        if text.endswith("\n") and before and before[-1] not in "\r\n" and start == len(self.text):
            text = "\n" + text
        text = text.replace("\n", self.line_end)
        try:
            return self.mark + (before + text + self.text[end:]).encode()
        except UnicodeEncodeError:
            raise CannotEdit from None


def into(node: Node, key: Key) -> Found | None:
    """One step in."""
    if isinstance(node, MappingNode) and not node.flow_style:
        for number, (its, value) in enumerate(node.value):
            if isinstance(its, ScalarNode) and same_key(its.value, key):
                return Found(value, its, node, number)
    if isinstance(node, SequenceNode) and isinstance(key, int) and 0 <= key < len(node.value):
        return Found(node.value[key], None, node, key)
    return None


def same_key(written: str, key: Key) -> bool:
    """Whether a key is the one that is meant, however its letters are put together."""
    if written == key or not isinstance(key, str):
        return written == key
    from unicodedata import normalize

    return not written.isascii() and normalize("NFC", written) == normalize("NFC", key)


def is_block(node: Any) -> bool:
    """Whether a value takes whole lines of its own."""
    if isinstance(node, ScalarNode):
        return node.style in BLOCKS
    return not node.flow_style


def scalars(node: Any) -> Iterator[ScalarNode]:
    """All texts under a node, in order."""
    if isinstance(node, ScalarNode):
        yield node
    elif isinstance(node, MappingNode):
        for key, value in node.value:
            yield key
            yield from scalars(value)
    else:
        for value in node.value:
            yield from scalars(value)
