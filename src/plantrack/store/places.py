"""From keys to lines: where in a file a finding's place is.

Asked only of files that have findings or are shown, so that reading a plan without any costs nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from plantrack.finding import Finding, Span, Where
from plantrack.record import NOTHING
from plantrack.store.nodes import MappingNode, Node, ScalarNode, SequenceNode, compose, value_span
from plantrack.store.text import BIGGEST, read_text
from plantrack.store.tree import Files

MOST_KEPT = 16
"""Files that are kept open for the next question. A finding seldom speaks of more than two."""


class Opened(NamedTuple):
    """A file that was read again: its lines, and its nodes where it has any."""

    lines: tuple[str, ...]
    node: Node | None
    blocks: dict[int, dict[str, tuple[Node, Node]]]
    """Block, by its identity -> its keys with what stands under them."""


class Places:
    """Finds lines in the files of one plan. Asked file by file, it reads each file once."""

    def __init__(self, tree: Files, unwritten: Mapping[str, bytes] = NOTHING) -> None:
        self.tree = tree
        self.unwritten = unwritten
        """Files as they are about to be written, by their paths."""
        self._files: dict[str, Opened] = {}

    def lines(self, file: str) -> tuple[str, ...]:
        """The lines of a file as a person sees them; none where it cannot be read."""
        return self._file(file).lines

    def span(self, where: Where) -> Span:
        """The place that the keys lead to, or the nearest place on the way to it."""
        file = self._file(where.file)
        node = file.node
        if node is None:
            return Span(1, 1, 1, 1)
        key_node: Node | None = None
        keys = list(where.keys)
        while keys:
            step = _into(file, node, keys[0])
            if step is None:
                break
            key_node, node = step
            keys.pop(0)
        missed = bool(keys)
        if (missed or where.part == "key") and key_node is not None:
            return value_span(key_node)
        if not where.keys or (missed and key_node is None):
            return _first(node)
        if isinstance(node, ScalarNode):
            return value_span(node)
        return value_span(key_node) if key_node is not None else _first(node)

    def _file(self, file: str) -> Opened:
        if file not in self._files:
            if len(self._files) >= MOST_KEPT:
                del self._files[next(iter(self._files))]
            text = read_text(file, self.unwritten[file] if file in self.unwritten else self._bytes(file))
            node = compose(file, text.text)[0] if text.readable else None
            self._files[file] = Opened(tuple(text.text.split("\n")), node, {})
        return self._files[file]

    def _bytes(self, file: str) -> bytes:
        data = self.tree.read(file) or b""
        return data if len(data) <= BIGGEST else b""


def _into(file: Opened, node: Node, key: str | int) -> tuple[Node | None, Node] | None:
    """One step in: the node of the key, where there is one, and of what stands under it."""
    if isinstance(node, MappingNode):
        return _fields(file, node).get(str(key))
    if isinstance(node, SequenceNode) and isinstance(key, int) and key < len(node.value):
        return None, node.value[key]
    if key == 0:
        return None, node
    return None


def _fields(file: Opened, node: MappingNode) -> dict[str, tuple[Node, Node]]:
    """What stands under each key of a block; under the first of two that are alike."""
    if id(node) not in file.blocks:
        pairs = [(key, value) for key, value in reversed(node.value) if isinstance(key, ScalarNode)]
        file.blocks[id(node)] = {key.value: (key, value) for key, value in pairs}
    return file.blocks[id(node)]


def _first(node: Node) -> Span:
    """The first line of a file's content."""
    if isinstance(node, MappingNode) and node.value:
        return value_span(node.value[0][0])
    return value_span(node)


class Placed(NamedTuple):
    """A finding with its lines."""

    finding: Finding
    span: Span
    related: tuple[Span, ...]


def place_findings(places: Places, findings: Iterable[Finding]) -> list[Placed]:
    """Findings with their lines, in the order of files and lines."""
    placed = [
        Placed(each, each.span or places.span(each.where), tuple(places.span(where) for where in each.related))
        for each in sorted(findings, key=lambda each: each.where.file)
    ]
    return sorted(placed, key=lambda p: (p.finding.where.file, p.span.line, p.span.column, p.finding.rule.code))
