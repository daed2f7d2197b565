"""How deep a text is nested, by counting alone.

The YAML library goes into a text with one call a level, and far enough down it takes the process with
it. So nothing is given to it before this has been asked. The answer may be too careful, never too bold.
"""

from __future__ import annotations

import re

import yaml

from plantrack.pattern import pattern

DEEPEST = 100
"""Levels. A plan has eight."""

MOST_BRACKETS = 2000
"""Brackets that a file may open in all before it is read through to see how they close."""

INDENTED = pattern(rf"^ {{{2 * DEEPEST},}}\S", re.MULTILINE)
IN_A_ROW = pattern(rf"^[ \t]*(?:[-?:][ \t]+){{{DEEPEST}}}", re.MULTILINE)
SIGNS_TO_DASH = bytes(45 if b in b"-?:" else b for b in range(256))
BRACKET = pattern(r"[\[\]{}]")


def too_deep(text: str) -> bool:
    """Whether brackets, dashes or indentation are nested deeper than any plan."""
    if " " * (2 * DEEPEST) in text and INDENTED.search(text):
        return True
    close = text.encode("utf-8", "replace").translate(SIGNS_TO_DASH, b" \t")
    if b"-" * DEEPEST in close and IN_A_ROW.search(text):
        return True
    brackets = text.count("[") + text.count("{")
    if brackets <= DEEPEST:
        return False
    return _brackets_too_deep(text) or (brackets > MOST_BRACKETS and _events_too_deep(text))


def _brackets_too_deep(text: str) -> bool:
    """By brackets as they stand, also those inside texts."""
    depth = 0
    for bracket in BRACKET.findall(text):
        depth = depth + 1 if bracket in "[{" else max(depth - 1, 0)
        if depth > DEEPEST:
            return True
    return False


def _events_too_deep(text: str) -> bool:
    """As the library's parser sees it, which goes through a text without going down into it."""
    depth = 0
    try:
        for event in yaml.parse(text, Loader=yaml.CLoader):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > DEEPEST:
                    return True
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
    except yaml.YAMLError:
        return False
    return False
