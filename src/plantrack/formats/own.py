"""A plan's own templates and styles, which come before those that are shipped.

They come in with pull requests: they may show things and do nothing else, and a fault in one is told by file and
line, so that whoever wrote it can mend it.
"""

from __future__ import annotations

from collections.abc import Mapping

from plantrack.mark import _
from plantrack.nearest import nearest
from plantrack.pattern import pattern

Own = Mapping[str, bytes]
"""Name of a template -> what the plan's own one holds."""

CHANGES: Mapping[str, str] = {
    "report.html.j2": _("The HTML page: what stands on it, and in which order."),
    "pieces.html.j2": _("In HTML: states, links and quotes inside a line."),
    "report.css": _("What the HTML page looks like on a screen and printed: colours, letters, measures."),
    "charts.css": _("What the charts look like in HTML."),
    "report.typ": _("What the PDF looks like: the whole of it, in Typst."),
    "report.docx": _("What the Word file looks like: its styles, its page, and the head and foot of its pages."),
}
"""Name of a template -> what it changes."""

FAULTS: Mapping[str, str] = {
    "text": _("The plan's own {file} is not UTF-8 on line {line}. Save it as UTF-8."),
    "syntax": _("The plan's own {file} cannot be read on line {line}: {what}"),
    "unknown": _("The plan's own {file} uses something on line {line} that is not there: {what}"),
    "refused": _("The plan's own {file} does something on line {line} that a template may not do: {what}"),
    "word": _("The plan's own {file} cannot be read as a Word file: {what}"),
    "other": _("The plan's own {file} cannot be used, because of line {line}: {what}"),
    "network": _("The plan's own {file} takes in a package from the network on line {line}. A report is made without."),
}
"""Kind of fault -> the sentence that tells of it."""
WORD = "report.docx"
"""The template of the Word file. The code makes it, so it does not lie beside the others."""
STEPS = pattern(r"\s+")


class TemplateFault(Exception):
    """A plan's own template cannot be used."""

    def __init__(self, kind: str, name: str, line: int, what: str = "") -> None:
        super().__init__(kind)
        self.kind = kind
        self.name = name
        self.line = line
        self.what = STEPS.sub(" ", what).strip()
        """In the words of the library that found it."""


def text_of(own: Own, name: str) -> str:
    """An own template as text. Raises ``TemplateFault`` where it is none."""
    data = own[name].removeprefix(b"\xef\xbb\xbf")
    try:
        return data.decode().replace("\r\n", "\n")
    except UnicodeDecodeError as fault:
        raise TemplateFault("text", name, data[: fault.start].count(b"\n") + 1) from None


def unused(own: Own) -> tuple[tuple[str, str], ...]:
    """Those that no report is made of, as no other one names them; each with the name that was probably meant."""
    found = []
    for name in own:
        others = (data for other, data in own.items() if other != name)
        if name not in CHANGES and not any(name.encode() in data for data in others):
            found.append((name, nearest(name, CHANGES)))
    return tuple(found)
