"""Makes a report: a request in, a document out. Pure: no files, no clock, no format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from plantrack.followup.assessed import assessments
from plantrack.mark import _
from plantrack.record import NOTHING
from plantrack.report.alone import standing_alone
from plantrack.report.cover import cover, footer, notes, running, subtitle, title
from plantrack.report.document import Document, Labels
from plantrack.report.drafting import heading, listing
from plantrack.report.figures import Figures, digest, figures
from plantrack.report.narrowing import narrowed
from plantrack.report.outline import Write, outline_of
from plantrack.report.references import References
from plantrack.report.request import Request
from plantrack.report.teller import Teller
from plantrack.report.tracing import by_name, traced

Watch = Callable[[Sequence[Write]], Iterable[Write]]
"""Hands the sections on one by one, and may show how far the work has come."""


def labels(tell: Teller) -> Labels:
    """What a format says of its own."""
    return Labels(
        contents=tell.say(_("Contents")),
        skip=tell.say(_("To the contents")),
        figures=tell.say(_("The figures as a table")),
        annex=tell.say(_("Annex: the figures of the charts")),
        page=tell.say(_("The figures as a table: page")),
    )


def compose(request: Request, watch: Watch = iter) -> Document:
    """The report that was asked for. A section that has nothing to say is left out."""
    tell = Teller(request.plan, request.speech, request.standings.day)
    request = narrowed(request)
    request = request._replace(assessed=assessments(request.plan, request.standings))
    references = References(request)
    if request.sources:
        tell.source = references
    outline = outline_of(request)
    written = (write(request, tell) for write in watch(outline.sections))
    sections = tuple(section for section in written if section)
    explained = (explain(request, tell, sections) for explain in outline.last)
    sections += tuple(section for section in explained if section)
    found = figures(request.standings, request.assessed)
    traces: Figures = NOTHING
    if request.sources:
        sections = traced(request, tell.plan, request.sources, sections, references)
        traces = by_name(request, request.sources)
    whole = (*listing(request, tell, sections), *sections)
    return Document(
        language=request.language,
        day=request.standings.day,
        title=title(request, tell),
        subtitle=subtitle(request, tell),
        running=running(request, tell),
        notes=(*heading(request, tell, sections), *notes(request, tell)),
        cover=cover(request, tell),
        sections=standing_alone(whole) if request.part or request.asked.summary else whole,
        footer=footer(request, tell),
        labels=labels(tell),
        stamp=request.stamp._replace(figures=digest(found)),
        figures={**found, **traces},
        extent="short" if request.sources and outline.extent == "page" else outline.extent,
    )
