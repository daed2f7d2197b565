"""Makes a report: a request in, a document out. Pure: no files, no clock, no format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from plantrack.mark import _
from plantrack.report.cover import cover, footer, notes, running, subtitle
from plantrack.report.document import Document, Labels
from plantrack.report.figures import digest, figures
from plantrack.report.outline import SECTIONS, Write
from plantrack.report.request import Request
from plantrack.report.teller import Teller

Watch = Callable[[Sequence[Write]], Iterable[Write]]
"""Hands the sections on one by one, and may show how far the work has come."""


def compose(request: Request, watch: Watch = iter) -> Document:
    """The whole report. A section that has nothing to say is left out."""
    tell = Teller(request.plan, request.speech, request.standings.day)
    sections = [write(request, tell) for write in watch(SECTIONS)]
    found = figures(request.standings)
    return Document(
        language=request.language,
        day=request.standings.day,
        title=(tell.said(request.plan.header.title),),
        subtitle=subtitle(request, tell),
        running=running(request, tell),
        notes=notes(request, tell),
        cover=cover(request, tell),
        sections=tuple(section for section in sections if section),
        footer=footer(request, tell),
        labels=Labels(tell.say(_("Contents")), tell.say(_("To the contents")), tell.say(_("The figures as a table"))),
        stamp=request.stamp._replace(figures=digest(found)),
        figures=found,
    )
