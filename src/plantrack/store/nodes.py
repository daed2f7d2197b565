"""From text to YAML's nodes, with every place known and nothing guessed about values.

The C composer of PyYAML makes the nodes. Anchors, aliases and tags are refused, and each way in which
a text can fail to be YAML is told apart by name. What the library itself says is never shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml
from yaml._yaml import CParser
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from plantrack.finding import Fault, Span, Where
from plantrack.pattern import pattern
from plantrack.store.depth import DEEPEST, too_deep
from plantrack.store.mending import MOST_FAULTS, mend, needs_look
from plantrack.store.refusal import explain

__all__ = ["MappingNode", "Node", "ScalarNode", "SequenceNode", "compose", "value_span"]

INDIRECT = pattern(r"(?:^|[\s\[,])[&*!]", re.MULTILINE)
CURLY_START = tuple(before + quote for before in (": ", "- ", "[") for quote in "\u201c\u201d\u201e\u2018\u2019")
CURLY = pattern(
    "[\u201c\u201d\u201e][^\u201c\u201d\u201e]+[\u201c\u201d]|[\u2018\u2019\u201a][^\u2018\u2019]+[\u2018\u2019]"
)
UNSEEN_ESCAPE = pattern(r"\\[0abvefxuU]")
UNSEEN = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
MOST_SHOWN = 40
MOST_READ = 2_000_000
"""Letters that are given to YAML in all, while one line after the other of a file is mended."""


class Composer(CParser):
    """The C composer, without YAML's guesses about types."""

    def resolve(self, _kind: object, _value: object, _implicit: object) -> str:
        return "text"

    def descend_resolver(self, _node: object, _index: object) -> None:
        pass

    def ascend_resolver(self) -> None:
        pass


def compose(file: str, text: str) -> tuple[Node | None, list[Fault]]:
    """The nodes of a text, or None with the faults that explain why there are none.

    Lines that can only be meant in one way are mended and read on, so that all are found at once.
    """
    here = Where(file)
    if too_deep(text):
        return None, [Fault("nesting", here, {"deepest": DEEPEST}, Span(1, 1, 1, 1))]
    faults: list[Fault] = []
    if needs_look(text):
        text, mended = mend(file, text, broken=False)
        faults.extend(mended)
    if _may_point(text):
        pointers = _pointers(here, text)
        if pointers.fault and not pointers.used:
            # A text may begin with one of these signs and be meant as words: ``!OBS nu``.
            text, mended = mend(file, text, broken=True)
            faults.extend(mended)
            pointers = _pointers(here, text)
        if pointers.fault:
            return None, [*faults, pointers.fault]
    node = _read(here, text, faults)
    if node is not None:
        if any(start in text for start in CURLY_START):
            _straighten(here, node, faults)
        if "\\" in text and UNSEEN_ESCAPE.search(text):
            _drop_unseen(here, node, faults)
    return node, faults


def _read(here: Where, text: str, faults: list[Fault]) -> Node | None:
    """The nodes, after as much mending as it takes and as is safe."""
    tried = 0
    while True:
        try:
            node: Node | None = Composer(text).get_single_node()
            return node
        except yaml.YAMLError as error:
            refused: Any = error
        tried += len(text)
        mended = mend(here.file, text, broken=True)
        if mended.faults and tried < MOST_READ and len(faults) < MOST_FAULTS:
            faults.extend(mended.faults)
            text = mended.text
            continue
        fault, text_again = explain(here, text, refused)
        if fault.span is None or all(fault.span.line != known.span.line for known in faults if known.span):
            faults.append(fault)
        if text_again is None or tried > MOST_READ or len(faults) > MOST_FAULTS:
            return None
        text = text_again


def value_span(node: Node) -> Span:
    """The place of a node, without the line break that ends a block."""
    start, end = node.start_mark, node.end_mark
    if end.column == 0 and end.line > start.line:
        return Span(start.line + 1, start.column + 1, start.line + 1, start.column + 2)
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _may_point(text: str) -> bool:
    return ("&" in text or "*" in text or "!" in text) and INDIRECT.search(text) is not None


class Pointers(NamedTuple):
    """Anchors, aliases and tags of a text."""

    fault: Fault | None
    """The first of them, with how many there are."""
    used: bool
    """Whether an alias is among them: then an anchor was meant as one."""


def _pointers(here: Where, text: str) -> Pointers:
    """Anchors, aliases and tags, as far as the parser comes."""
    fault: Fault | None = None
    number = 0
    used = False
    try:
        for event in yaml.parse(text, Loader=yaml.CLoader):
            sign = _sign(event)
            if sign:
                number += 1
                used = used or isinstance(event, yaml.AliasEvent)
                if fault is None:
                    span = _one(event.start_mark)
                    fault = Fault("indirection", here, {"sign": sign, "line": span.line}, span)
    except yaml.YAMLError:
        pass
    return Pointers(fault._replace(values={**fault.values, "n": number}) if fault else None, used)


def _sign(event: Any) -> str:
    """The anchor, alias or tag of an event, as written."""
    anchor = getattr(event, "anchor", None)
    if anchor is not None:
        return ("*" if isinstance(event, yaml.AliasEvent) else "&") + str(anchor)[:MOST_SHOWN]
    tag = getattr(event, "tag", None)
    return str(tag).replace("tag:yaml.org,2002:", "!!")[:MOST_SHOWN] if tag is not None else ""


def _one(mark: Any) -> Span:
    return Span(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2)


def _scalars(node: Node) -> Iterator[ScalarNode]:
    """All texts under a node."""
    waiting = [node]
    while waiting:
        each = waiting.pop()
        if isinstance(each, ScalarNode):
            yield each
        elif isinstance(each, MappingNode):
            waiting.extend(part for pair in reversed(each.value) for part in reversed(pair))
        elif isinstance(each, SequenceNode):
            waiting.extend(reversed(each.value))


def _straighten(here: Where, node: Node, faults: list[Fault]) -> None:
    """Texts that stand in curly quotes as a whole are read as if the quotes were straight."""
    found = [each for each in _scalars(node) if not each.style and CURLY.fullmatch(each.value)]
    for each in found[:MOST_FAULTS]:
        span = value_span(each)
        faults.append(Fault("curly_quotes", here, {"text": each.value, "line": span.line}, span))
    for each in found:
        each.value = each.value[1:-1].strip()


def _drop_unseen(here: Where, node: Node, faults: list[Fault]) -> None:
    """Signs that a quoted text names by a code, and that no report can show, are left out."""
    found = [each for each in _scalars(node) if each.style == '"' and UNSEEN.search(each.value)]
    if found:
        span = value_span(found[0])
        sign = UNSEEN.search(found[0].value)
        code = f"U+{ord(sign[0]):04X}" if sign else ""
        faults.append(Fault("control_character", here, {"code": code, "n": len(found), "line": span.line}, span))
    for each in found:
        each.value = UNSEEN.sub("", each.value)
