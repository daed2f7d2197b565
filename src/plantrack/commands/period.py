"""A period as it is written on a command line: any time that the files read, and two of them with dots between."""

from __future__ import annotations

from plantrack.dates import Calendar, Impossible, Unreadable, read_when
from plantrack.facts.happened import Span, days_of
from plantrack.mark import _
from plantrack.shell import CannotRun

DOTS = ("...", "..", "\N{HORIZONTAL ELLIPSIS}")


def period_asked(calendar: Calendar, text: str) -> Span:
    """The days of a period: ``2013-09..2013-12``, ``2013-09..``, ``hösten 2013``. Raises ``CannotRun``."""
    try:
        when = read_when(_with_slash(text))
    except (Unreadable, Impossible):
        sentence = _("“{text}” is no period. Write it as 2013, 2013-09..2013-12, 2013-09.. or ..2013-12.")
        raise CannotRun(sentence, text=text) from None
    if not (when.start or when.end):
        raise CannotRun(_("“{text}” names no days, so it is no period."), text=text)
    return days_of(calendar, when)


def _with_slash(text: str) -> str:
    """The text with a slash where dots stand between two times, or beside one that is open to that side."""
    for dots in DOTS:
        start, found, end = text.strip().partition(dots)
        if found and "/" not in text:
            return f"{start.strip() or '..'}/{end.strip() or '..'}"
    return text
