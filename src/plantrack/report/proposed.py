"""The decisions that a report proposes: those of the summary first, then those that stand with a theme or a goal."""

from __future__ import annotations

from typing import NamedTuple

from plantrack.kinds import Text
from plantrack.report.request import Request
from plantrack.report.unwritten import WHOLE


class Proposed(NamedTuple):
    """One decision that is proposed. Its place in the list is its number."""

    text: Text
    about: tuple[str, ...]
    """What it is about; where nothing is said, the thing whose text it stands in."""
    mandate: tuple[str, ...]


def proposed(request: Request) -> tuple[Proposed, ...]:
    """Every proposal in the order it is numbered."""
    plan = request.plan
    found: list[Proposed] = []
    for thing in (WHOLE, *plan.themes, *plan.goals):
        written = request.text(thing)
        for each in written.proposals if written else ():
            about = each.about or (() if thing == WHOLE else (thing,))
            found.append(Proposed(each.text, about, each.mandate))
    return tuple(found)
