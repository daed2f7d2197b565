"""A plan's own Typst template: what it may read beside itself, and where its faults are."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from plantrack.formats.own import CHANGES, Own, TemplateFault, text_of
from plantrack.pattern import pattern

if TYPE_CHECKING:
    from typst import TypstError

PACKAGE = pattern(r'"@[\w-]+/')
"""A package: it would come from the network, or from the machine."""
LINE = pattern(r"┌─ .*?([^/\\]+):(\d+):\d+\n")
SEARCHED = pattern(r"\s*\(searched at [^)]*\)")
"""Where Typst looked for a file: a folder that is gone when this is read."""


@contextmanager
def laid_out(own: Own, template: str) -> Iterator[Path]:
    """A folder with what Typst may read: the own template, and what else of the plan's own lies beside it.

    Handed files in memory, the library takes every one of them for text; a picture is none.
    """
    from tempfile import TemporaryDirectory

    for name in (each for each in own if each.endswith(".typ")):
        text = text_of(own, name)
        package = PACKAGE.search(text)
        if package:
            raise TemplateFault("network", name, text[: package.start()].count("\n") + 1)
    with TemporaryDirectory(prefix="plantrack-") as place:
        folder = Path(place).resolve()
        for name in (each for each in own if each == template or is_beside(each)):
            data = text_of(own, name).encode() if name.endswith(".typ") else own[name]
            (folder / name).write_bytes(data)
        yield folder


def is_beside(name: str) -> bool:
    """Whether Typst may want a file: not the templates of the other formats, and nothing that is more than a name."""
    return name not in CHANGES and PurePath(name).name == name


def fault_of(error: TypstError, template: str) -> TemplateFault:
    """What Typst says of an own template, with the line it says it of."""
    found = LINE.search(error.diagnostic)
    name, line = (found[1], int(found[2])) if found else (template, 1)
    return TemplateFault("other", name, line, SEARCHED.sub("", str(error)))
