"""Sections as Markdown, where they are no whole report: for a pull request, or to paste."""

from __future__ import annotations

from plantrack.formats.markdown import Printer, apart
from plantrack.report.document import Section, walk


def render(sections: tuple[Section, ...]) -> str:
    """The sections, one after the other, the first headings being of the second level."""
    printer = Printer({})
    parts: list[str] = []
    for level, section in walk(sections):
        parts.append(f"{'#' * min(level, 6)} {printer.line(section.title)}")
        parts += [printer.block(block, level) for block in section.blocks]
    return "\n\n".join(apart([part for part in parts if part])) + "\n"
