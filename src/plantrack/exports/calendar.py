"""A calendar file (RFC 5545): all-day entries that Outlook, Google and Apple show alike.

The same entries give the same bytes: the stamp is the day of judgement, and an entry keeps its UID, so that
a calendar that is read in again changes entries and doubles none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from plantrack import __version__
from plantrack.report.teller import printable
from plantrack.views.due_days import Calendar, Entry

LONGEST = 75
"""Octets of a line, without its end."""
A_WEEK_BEFORE = (7, "-P6DT15H")
"""So many days must be left, and the alarm: at nine in the morning seven days before."""
THE_DAY_BEFORE = (2, "-PT15H")


def render(calendar: Calendar) -> str:
    """The whole file, with the line ends that the standard asks for."""
    return "".join(f"{folded(line)}\r\n" for line in _lines(calendar))


def _lines(calendar: Calendar) -> Iterator[str]:
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield f"PRODID:-//plantrack//plantrack {__version__}//{calendar.language.upper()}"
    yield "CALSCALE:GREGORIAN"
    yield "METHOD:PUBLISH"
    yield f"NAME:{escaped(calendar.name)}"
    yield f"X-WR-CALNAME:{escaped(calendar.name)}"
    for entry in calendar.entries:
        yield from _entry(calendar, entry)
    yield "END:VCALENDAR"


def _entry(calendar: Calendar, entry: Entry) -> Iterator[str]:
    """An entry for a whole day, which takes up no time. Outlook wants the end, and Exchange refuses it without."""
    language = f";LANGUAGE={calendar.language}"
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(entry.key)}@{escaped(calendar.id)}.plantrack"
    yield f"DTSTAMP:{basic(calendar.made)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{basic(entry.day)}"
    yield f"DTEND;VALUE=DATE:{basic(after(entry.day))}"
    yield f"SUMMARY{language}:{escaped(entry.title)}"
    yield f"DESCRIPTION{language}:{escaped(entry.text)}"
    yield f"CATEGORIES{language}:{escaped(entry.category)}"
    yield "TRANSP:TRANSPARENT"
    yield "X-MICROSOFT-CDO-BUSYSTATUS:FREE"
    trigger = alarm((entry.day - calendar.made).days)
    if trigger:
        yield "BEGIN:VALARM"
        yield "ACTION:DISPLAY"
        yield f"DESCRIPTION{language}:{escaped(entry.title)}"
        yield f"TRIGGER:{trigger}"
        yield "END:VALARM"
    yield "END:VEVENT"


def alarm(days_left: int) -> str:
    """When to remind; empty where the time for it has passed, so that no old alarm goes off on reading the file in."""
    return next((trigger for least, trigger in (A_WEEK_BEFORE, THE_DAY_BEFORE) if days_left > least), "")


def after(day: date) -> date:
    """The day after, on which an entry for a whole day ends."""
    return day + timedelta(days=1) if day < date.max else day


def basic(day: date) -> str:
    """A day as calendars write it: 20151211."""
    return f"{day.year:04}{day.month:02}{day.day:02}"


def escaped(text: str) -> str:
    """A text as one value: its line breaks and the signs that mean something are written as codes."""
    shown = printable(text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
    for sign in "\\;,":
        shown = shown.replace(sign, f"\\{sign}")
    return shown.replace("\n", "\\n")


def folded(line: str) -> str:
    """A line in pieces that are short enough, each but the first after a space. No letter is divided."""
    return "\r\n ".join(pieces(line))


def pieces(line: str) -> Iterable[str]:
    """The pieces: at most 75 octets with the space before them."""
    start = used = 0
    for place, letter in enumerate(line):
        size = len(letter.encode())
        if used + size > LONGEST:
            yield line[start:place]
            start, used = place, 1
        used += size
    yield line[start:]
