"""Which meeting somebody means: by its id, or by its day where there was only one."""

from __future__ import annotations

from plantrack.commands.options import no_such_thing
from plantrack.mark import _
from plantrack.plan import Plan
from plantrack.shell import CannotRun
from plantrack.views.meetings import meetings


def meeting_meant(plan: Plan, text: str) -> str:
    """The id of an event. Raises ``CannotRun`` where there is none, or several."""
    wanted = text.removeprefix(f"{plan.header.id}:")
    if wanted in plan.events:
        return wanted
    found = [each for each in plan.events if each.startswith(wanted)]
    if len(found) > 1:
        found = [each for each in meetings(plan) if each in found] or found
    if len(found) == 1:
        return found[0]
    if found:
        raise CannotRun(_("“{text}” may be several meetings: {ids}. Write the whole id."), text=text, ids=tuple(found))
    raise no_such_thing(text, plan.events)
