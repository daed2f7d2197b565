"""What people wrote at a place of the report; in a draft, what is to be written there."""

from __future__ import annotations

from plantrack.report.document import Callout, PlanText
from plantrack.report.drafting import missing
from plantrack.report.request import Request
from plantrack.report.teller import Teller


def written_at(request: Request, tell: Teller, thing: str, place: str) -> list[PlanText | Callout]:
    """The text that stands in the field of the same name as the place, or the box for it in a draft."""
    written = request.text(thing)
    text = written[place] if written else None
    return [tell.text(text)] if text else [*missing(request, tell, thing, place)]
