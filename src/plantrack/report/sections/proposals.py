"""Proposed decisions: what the report asks its reader to decide."""

from __future__ import annotations

from plantrack.mark import _
from plantrack.report.document import Bullets, Cell, Section
from plantrack.report.drafting import missing
from plantrack.report.mandated import mandate_of
from plantrack.report.proposed import proposed
from plantrack.report.request import Request
from plantrack.report.teller import Teller, joined
from plantrack.report.unwritten import WHOLE


def write(request: Request, tell: Teller) -> Section | None:
    """The proposals in their order; nothing where none are made, but in a draft."""
    title = (tell.say(_("Proposed decisions")),)
    proposals = proposed(request)
    if not proposals:
        box = missing(request, tell, WHOLE, "proposals")
        return Section("proposals", title, tuple(box)) if box else None
    items: list[Cell] = []
    for each in proposals:
        item: Cell = (tell.said(each.text),)
        if each.about:
            item = (*item, " (", *tell.links(each.about), ")")
        if each.mandate:
            item = (*item, " (", tell.say(_("mandate")), ": ", *joined(mandate_of(tell, i) for i in each.mandate), ")")
        items.append(item)
    return Section("proposals", title, (Bullets(tuple(items), numbered=True),))
