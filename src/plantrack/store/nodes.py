"""From text to YAML's nodes, with every place known and nothing guessed about values.

The C composer of PyYAML makes the nodes. Anchors, aliases and tags are refused, and each way in which
a text can fail to be YAML is told apart by name.
"""

from __future__ import annotations

import re
from typing import Any

import yaml
from yaml._yaml import CParser
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from plantrack.finding import Fault, Span, Where

__all__ = ["MappingNode", "Node", "ScalarNode", "SequenceNode", "compose", "key_span", "value_span"]

INDIRECT = re.compile(r"(?:^|[\s\[,])(?:[&*][^\s,\]]|!\S?)", re.MULTILINE)
MOST_MENDED = 50
"""Lines with a colon too many that are mended in one file before it is given up."""


class Composer(CParser):  # type: ignore[misc]
    """The C composer, without YAML's guesses about types."""

    def resolve(self, _kind: object, _value: object, _implicit: object) -> str:
        return "text"

    def descend_resolver(self, _node: object, _index: object) -> None:
        pass

    def ascend_resolver(self) -> None:
        pass


def compose(file: str, text: str) -> tuple[Node | None, list[Fault]]:
    """The nodes of a text, or None with the faults that explain why there are none.

    A colon inside a text is mended and read on, so that each such line is found at once.
    """
    here = Where(file)
    faults: list[Fault] = []
    if INDIRECT.search(text):
        faults = _indirect(here, text)
        if faults:
            return None, faults
    while True:
        try:
            return Composer(text).get_single_node(), faults
        except yaml.YAMLError as error:
            if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
                return None, [*faults, Fault("not_yaml", here, {"line": 1}, Span(1, 1, 1, 1))]
            fault, mended = _explain(here, text, error)
            faults.append(fault)
            if mended is None or len(faults) > MOST_MENDED:
                return None, faults
            text = mended


def key_span(node: Node) -> Span:
    """The place of a node."""
    return value_span(node)


def value_span(node: Node) -> Span:
    """The place of a node, without the line break that ends a block."""
    start, end = node.start_mark, node.end_mark
    if end.column == 0 and end.line > start.line:
        return Span(start.line + 1, start.column + 1, start.line + 1, start.column + 2)
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _indirect(here: Where, text: str) -> list[Fault]:
    """Anchors, aliases and tags, found among the parser's events."""
    faults = []
    try:
        for event in yaml.parse(text, Loader=yaml.CLoader):
            anchor = getattr(event, "anchor", None)
            tag = getattr(event, "tag", None)
            mark = event.start_mark
            span = Span(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2)
            if isinstance(event, yaml.AliasEvent):
                faults.append(Fault("indirection", here, {"sign": f"*{anchor}"}, span))
            elif anchor is not None:
                faults.append(Fault("indirection", here, {"sign": f"&{anchor}"}, span))
            elif tag is not None:
                faults.append(Fault("indirection", here, {"sign": _short(tag)}, span))
            if len(faults) > MOST_MENDED:
                break
    except yaml.YAMLError:
        pass
    return faults


def _short(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")[:40]


def _explain(here: Where, text: str, error: Any) -> tuple[Fault, str | None]:
    """The fault that explains an error of the YAML library, and the text mended where that can be done."""
    mark = error.problem_mark
    line, column = mark.line, mark.column
    lines = text.split("\n")
    problem = error.problem or ""
    span = Span(line + 1, column + 1, line + 1, column + 2)
    here_text = lines[line] if line < len(lines) else ""
    if "mapping values are not allowed" in problem:
        return _colon(here, lines, line, column)
    if "quoted scalar" in (error.context or "") and ("end of stream" in problem or "document indicator" in problem):
        start = error.context_mark
        return Fault("unclosed_quote", here, {"line": start.line + 1}, _one(start.line, start.column)), None
    if "unknown escape" in problem:
        return Fault("backslash", here, {"text": here_text.strip()}, span), None
    if "cannot start any token" in problem or "alphabetic or numeric" in problem:
        sign = here_text[column : column + 1]
        return Fault("odd_start", here, {"sign": sign}, span), None
    if "',' or '" in problem:
        start = error.context_mark or mark
        return Fault("unclosed_list", here, {"line": start.line + 1}, _one(start.line, start.column)), None
    if "single document" in (error.context or ""):
        return Fault("several_documents", here, {}, span), None
    if "could not find expected ':'" in problem:
        at = error.context_mark.line if error.context_mark is not None else line
        return Fault("no_colon", here, {"text": lines[at].strip() if at < len(lines) else ""}, _one(at, 0)), None
    if "did not find expected" in problem or "not allowed in this context" in problem:
        quoted = _after_quote(lines, line, column)
        if quoted is not None:
            return Fault("after_quote", here, {}, quoted), None
        if line >= len(lines) or not here_text.strip():
            span = _one(max(0, min(line, len(lines)) - 1), 0)
        return Fault("indentation", here, {"line": span.line}, span), None
    return Fault("not_yaml", here, {"line": line + 1}, span), None


def _one(line: int, column: int) -> Span:
    return Span(line + 1, column + 1, line + 1, column + 2)


def _after_quote(lines: list[str], line: int, column: int) -> Span | None:
    """Where a quoted text goes on after its closing quote, which is the cause of the error on this line."""
    for number in (line, line - 1):
        if 0 <= number < len(lines):
            found = re.match(r"^ *(?:- +)?(?:[^\s:]+: +)?(\"[^\"]*\"|'[^']*')(\s*[^\s#:].*)$", lines[number])
            if found:
                return Span(number + 1, found.start(2) + 1, number + 1, found.end(2) + 1)
    return None


def _colon(here: Where, lines: list[str], line: int, column: int) -> tuple[Fault, str | None]:
    """A colon and a space inside a text, or a line that is indented too far under a value."""
    found = re.match(r"^(\s*(?:- +)*[^\s:][^:]*: +)(\S.*)$", lines[line])
    if found and column > found.end(1):
        value = found[2]
        key = found[1].strip(" -:")
        span = Span(line + 1, column + 1, line + 1, column + 2)
        mended = found[1] + "'" + value.replace("'", "''") + "'"
        fault = Fault("colon_in_text", here, {"field": key, "text": value}, span)
        return fault, "\n".join([*lines[:line], mended, *lines[line + 1 :]])
    return Fault("indentation", here, {"line": line + 1}, _one(line, len(lines[line]) - len(lines[line].lstrip()))), None


