"""Why YAML refused a text, told apart by name: the library's own words are read here and never shown."""

from __future__ import annotations

import re
from typing import Any

from plantrack.finding import Fault, Span, Where
from plantrack.pattern import pattern
from plantrack.store.lines import parse_line

NO_SPACE = pattern(r"^( *(?:- +)*[A-Za-z_]\w*):([^\s:/].*)$")
DIVIDER = pattern(r"(?:---|\.\.\.)(?:\s.*)?$")
NEVER_FIRST = "@`%&*!|>?,]}:"
LOOSE = ("did not find expected key", "did not find expected '-'", "did not find expected <document start>")


def explain(here: Where, text: str, error: Any) -> tuple[Fault, str | None]:
    """The fault that explains what YAML refused, and the text mended where that can be done."""
    lines = text.split("\n")
    problem, context = str(getattr(error, "problem", "") or ""), str(getattr(error, "context", "") or "")
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return Fault("not_yaml", here, {"line": 1}, _at(0, 0)), None
    began = getattr(error, "context_mark", None) or mark
    line = min(mark.line, len(lines) - 1)
    column = mark.column if mark.line < len(lines) else 0
    if lines[line].startswith("%"):
        return _fault(here, "odd_start", lines, line, 0, sign="%"), None
    if "mapping values are not allowed" in problem:
        return _colon(here, lines, line, column)
    if "quoted scalar" in context and ("end of stream" in problem or "document indicator" in problem):
        return _fault(here, "unclosed_quote", lines, began.line, began.column), None
    if "escape" in problem or "hexdecimal" in problem:
        return _fault(here, "backslash", lines, line, column, text=lines[line].strip()), None
    if "flow sequence" in context or "flow mapping" in context:
        return _brackets(here, lines, began.line, began.column), None
    if "single document" in context:
        return _fault(here, "several_documents", lines, line, 0), None
    if "could not find expected ':'" in problem:
        return _no_colon(here, lines, began.line)
    if "<document start>" in problem and any(DIVIDER.match(each) for each in lines[: line + 1]):
        return _fault(here, "several_documents", lines, line, 0), None
    if any(words in problem for words in LOOSE):
        return _loose(here, lines, line, column), None
    if "block sequence entries are not allowed" in problem:
        return _fault(here, "indentation", lines, line, column, kind="list"), None
    if "tab character" in problem:
        return _fault(here, "tab", lines, line, column, n=1), None
    if "not allowed in this context" in problem:
        return _fault(here, "odd_start", lines, line, column, sign=lines[line][column : column + 1] or "?"), None
    return _sign(here, lines, line, column), None


def _at(line: int, column: int) -> Span:
    return Span(line + 1, column + 1, line + 1, column + 2)


def _fault(here: Where, reason: str, lines: list[str], line: int, column: int, **values: object) -> Fault:
    """A fault on a line that a person can find: never an empty one after the end."""
    line = min(line, len(lines) - 1)
    while line and not lines[line].strip():
        line, column = line - 1, 0
    return Fault(reason, here, {**values, "line": line + 1}, _at(line, column))


def _sign(here: Where, lines: list[str], line: int, column: int) -> Fault:
    """A sign that may not stand where it stands: the first of the line or of its value, or the one refused."""
    parsed = parse_line(line, lines[line])
    first, begun = lines[line][parsed.indent : parsed.indent + 1], lines[line][parsed.value : parsed.value + 1]
    if first and first in NEVER_FIRST:
        return _fault(here, "odd_start", lines, line, parsed.indent, sign=first)
    if begun and begun in "!&*":
        return _fault(here, "odd_start", lines, line, parsed.value, sign=begun)
    if begun == "[":
        return _fault(here, "unclosed_list", lines, line, parsed.value)
    sign = lines[line][column : column + 1]
    if sign and not sign.isalnum() and not sign.isspace():
        return _fault(here, "odd_start", lines, line, column, sign=sign)
    return _fault(here, "not_yaml", lines, line, column)


def _colon(here: Where, lines: list[str], line: int, column: int) -> tuple[Fault, str | None]:
    """A field that stands too far in under a value, or a colon in the further lines of a text."""
    parsed = parse_line(line, lines[line])
    known = re.fullmatch(r"[a-z_]+|[\w.\-]*\d[\w.\-]*", lines[line][parsed.dashes : parsed.value].strip(" :"))
    if not parsed.has_key or not known or parsed.indent == 0:
        return _fault(here, "colon_in_text", lines, line, column, field="", text=lines[line].strip()), None
    fault = _fault(here, "indentation", lines, line, parsed.indent, kind="deeper")
    above = next((parse_line(n, lines[n]) for n in range(line - 1, -1, -1) if lines[n].strip()), None)
    if above is None or not above.has_key or above.column >= parsed.column or parsed.dashes > parsed.indent:
        return fault, None
    out = parsed.indent - above.column
    end = line
    while end < len(lines) and (not lines[end].strip() or parse_line(end, lines[end]).indent >= parsed.indent):
        end += 1
    return fault, "\n".join([*lines[:line], *(each[out:] for each in lines[line:end]), *lines[end:]])


def _no_colon(here: Where, lines: list[str], line: int) -> tuple[Fault, str | None]:
    """A line that is neither a field nor an item: the colon is missing, or the space after it."""
    line = min(line, len(lines) - 1)
    found = NO_SPACE.match(lines[line])
    if not found:
        return _fault(here, "no_colon", lines, line, 0, text=lines[line].strip(), field=""), None
    fault = _fault(here, "no_colon", lines, line, found.end(1), text=lines[line].strip(), field=found[1].strip(" -"))
    return fault, "\n".join([*lines[:line], f"{found[1]}: {found[2]}", *lines[line + 1 :]])


def _brackets(here: Where, lines: list[str], line: int, column: int) -> Fault:
    """A list in brackets, or braces, that are not closed or hold what cannot stand there."""
    opened = lines[min(line, len(lines) - 1)][column : column + 1]
    reason = "braces" if opened == "{" else "unclosed_list"
    return _fault(here, reason, lines, line, column)


def _loose(here: Where, lines: list[str], line: int, column: int) -> Fault:
    """A line that belongs to nothing above it, by its indentation or by its kind."""
    while line and not lines[line].strip():
        line, column = line - 1, 0
    if lines[line].lstrip().startswith(":"):
        return _fault(here, "odd_start", lines, line, column, sign=":")
    parsed = parse_line(line, lines[line])
    above = [parse_line(n, lines[n]) for n in range(line - 1, -1, -1) if lines[n].strip()]
    beside = next((each for each in above if each.indent == parsed.indent), None)
    is_item = parsed.dashes > parsed.indent
    if beside is not None and is_item != (beside.dashes > beside.indent):
        return _fault(here, "indentation", lines, line, parsed.indent, kind="list" if is_item else "field")
    if column > parsed.value and not lines[line][column:].startswith("- "):
        return _sign(here, lines, line, column)
    return _fault(here, "indentation", lines, line, parsed.indent, kind="")
