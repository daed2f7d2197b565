"""What meetings have left open, until something answers it: what somebody was to do, and what was put off.

What waits for the next meeting has that meeting's day. What has no day that can be read is open and never late.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plantrack.dates import read_when
from plantrack.facts.matters import Matter, next_meeting, open_on
from plantrack.facts.wording import wordings
from plantrack.followup.duty import MEETING, Duty, Reach
from plantrack.followup.standing import Why


def from_meetings(reach: Reach) -> Iterator[Duty]:
    """What meetings have left open, where its day has passed or is near, or where it has none."""
    own = {each.part_of: i for i, each in reach.plan.organisations.items() if each.kind == "secretariat"}
    for matter in open_on(reach.plan, reach.day):
        day = _day_of(reach, matter)
        if day is None or reach.is_past(day) or reach.is_near(day):
            parties = _parties(reach, matter)
            keepers = tuple(own.get(party, party) for party in parties)
            yield reach.duty(MEETING, _thing(reach, matter), keepers, day, _why(matter))


def _why(matter: Matter) -> Why:
    values = {
        "point": matter.place,
        "text": matter.text,
        "event": matter.event,
        "until": matter.until,
        "address": matter.address,
    }
    return Why("postponed" if matter.action is None else "action", values)


def _thing(reach: Reach, matter: Matter) -> str:
    """The id that the meeting gave it; else the meeting's."""
    point = reach.plan.events[matter.event].items[matter.point]
    return (point.id if matter.action is None else point.action[matter.action].id) or matter.event


def _parties(reach: Reach, matter: Matter) -> tuple[str, ...]:
    """Who is to act: whoever it was given to, where that is an organisation; else the body that met.

    A council has a secretariat of its own, which keeps its minutes; it is asked where there is one.
    """
    body = reach.plan.events[matter.event].body
    named = tuple(each for each in matter.who if each in reach.plan.organisations) if matter.action is not None else ()
    return named or ((body,) if body else ())


def _day_of(reach: Reach, matter: Matter) -> date | None:
    """The last day of the time that a meeting said, in any of its languages; None where it names no day.

    A next meeting that lies far ahead is no day yet: another may be held before it.
    """
    for said in wordings(matter.until):
        try:
            return reach.times.of(read_when(said))[1]
        except ValueError:
            continue
    waited_for = next_meeting(reach.plan, matter, reach.day)
    return waited_for if reach.is_past(waited_for) or reach.is_near(waited_for) else None
