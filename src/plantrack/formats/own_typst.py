"""A plan's own Typst template: what it may read beside itself, and where its faults are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from plantrack.formats.own import Own, TemplateFault, text_of
from plantrack.pattern import pattern

if TYPE_CHECKING:
    from typst import TypstError

MAIN = "main"
"""What Typst calls the file that it begins with, where it is handed several."""
PACKAGE = pattern(r'"@[\w-]+/')
"""A package: it would come from the network, or from the machine."""
LINE = pattern(r"┌─ .*?([^/\\]+):(\d+):\d+\n")


def files(own: Own, template: str) -> Mapping[str, bytes]:
    """What Typst may read: the own template, and what else of the plan's own lies beside it."""
    text = text_of(own, template)
    for name in (each for each in own if each.endswith(".typ")):
        package = PACKAGE.search(text_of(own, name))
        if package:
            raise TemplateFault("network", name, text_of(own, name)[: package.start()].count("\n") + 1)
    return {**{name: data for name, data in own.items() if name != template}, MAIN: text.encode()}


def fault_of(error: TypstError, template: str) -> TemplateFault:
    """What Typst says of an own template, with the line it says it of."""
    found = LINE.search(error.diagnostic)
    name, line = (found[1], int(found[2])) if found else (MAIN, 1)
    return TemplateFault("other", template if name == MAIN else name, line, str(error))
