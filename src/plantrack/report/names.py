"""What an organisation was called on a day, and what it is called now."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from plantrack.dates import Calendar
from plantrack.kinds import Text
from plantrack.model.organisation import Organisation


class Name(NamedTuple):
    """A name with its abbreviation, which is empty where there is none."""

    name: Text
    abbreviation: str


def name_on(organisation: Organisation, day: date) -> Name:
    """The name that was valid on a day."""
    for former in sorted((each for each in organisation.formerly if each.until), key=lambda former: former.until):
        if day <= former.until:
            return Name(former.name, former.abbreviation or "")
    return present_name(organisation)


def present_name(organisation: Organisation) -> Name:
    """The present name, or the last one."""
    return Name(organisation.name, organisation.abbreviation or "")


def ended_on(organisation: Organisation, calendar: Calendar) -> date | None:
    """The last day of an organisation; None where it goes on."""
    if organisation.valid and organisation.valid.end:
        return calendar.last(organisation.valid.end)
    return None
