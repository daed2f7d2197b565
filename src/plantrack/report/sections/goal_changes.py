"""What has moved in a goal since the last round, and what was decided about it in the period."""

from __future__ import annotations

from plantrack.mark import _
from plantrack.model.decision import Change
from plantrack.model.goal import Goal
from plantrack.report.document import Cell, PlanText
from plantrack.report.field_words import FIELD_WORDS
from plantrack.report.moved_words import moved
from plantrack.report.request import Request
from plantrack.report.sections.changes import changed, decided_in, field_value
from plantrack.report.teller import Teller, lines


def facts(request: Request, tell: Teller, identifier: str, goal: Goal) -> list[tuple[Cell, Cell | PlanText]]:
    """One fact for what moved, and one for what was decided; none where nothing was."""
    inside = {*goal.activities, *goal.indicators}
    items: list[tuple[Cell, Cell | PlanText]] = []
    steps = moved(request, tell, inside)
    if steps:
        items.append(((tell.say(_("What has moved")),), lines(steps)))
    own = {identifier, *inside, *goal.criteria, *(i for each in goal.activities.values() for i in each.steps)}
    decided = [
        _decided(tell, source, thing, field, change)
        for source, _day, changes in changed(request)
        for thing, fields in changes.items()
        if thing in own
        for field, change in fields.items()
    ]
    if decided:
        items.append(((tell.say(_("Changed by decision")),), lines(decided)))
    return items


def _decided(tell: Teller, source: str, thing: str, field: str, change: Change) -> Cell:
    """One change: of what, from what to what, why, and by which decision."""
    name = field.partition(".")[0]
    word = tell.say(FIELD_WORDS[name]) if name in FIELD_WORDS else field
    said: Cell = (tell.link(thing), ": ", word)
    if name != "ended":
        before, after = (field_value(tell, name, each, thing) for each in (change.from_, change.to))
        said = (*said, " ", *before, " → ", *after, *decided_in(tell, source))
    if change.why:
        said = (*said, ". ", tell.said(change.why))
    return (*said, " (", *tell.decision(source), ")") if source in tell.plan.decisions else said
