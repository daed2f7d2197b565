"""What a mandate is called where a board reads it: by the decision that gave it, and which item of that it is."""

from __future__ import annotations

from plantrack.mark import _
from plantrack.report.document import Cell
from plantrack.report.teller import Teller


def mandate_of(tell: Teller, identifier: str) -> Cell:
    """An item of a mandate by its decision's body, day and section, and its own number."""
    for given, decision in tell.plan.decisions.items():
        if identifier in decision.items:
            number = identifier.removeprefix(given).strip(".")
            return (*tell.decision(given), ", ", tell.say(_("item {number}"), number=number))
    return (identifier,)


def mandate(tell: Teller, identifier: str) -> Cell:
    """An item of a mandate in its own words, and where it was given."""
    found = tell.plan.mandate_items.get(identifier)
    return (tell.said(found.text), " (", *mandate_of(tell, identifier), ")") if found else (identifier,)
