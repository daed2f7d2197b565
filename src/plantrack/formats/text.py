"""Plain text: the report as it is read in a terminal."""

from __future__ import annotations

from plantrack.formats.stamp_text import MARK, written
from plantrack.formats.terminal import Look, whole
from plantrack.report.document import Document


def render(document: Document) -> str:
    """The whole report in lines of 80 characters, without colour."""
    return f"{whole(document, Look(terminal=True, color=False, width=80))}\n{MARK}{written(document.stamp)}\n"
