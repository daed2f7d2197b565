"""What somebody types about an event, as a file has it: times, organisations, and what it is about.

Whatever cannot be read is said in one sentence, so that it can be typed again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from plantrack.commands.options import Session, no_such_thing, refuse_far_away
from plantrack.commands.proposing import (
    as_bytes,
    propose,
    schema_line,
    tell_files,
    tell_findings,
    tell_next,
    write_proposed,
)
from plantrack.commands.spoken import organisation_meant
from plantrack.dates import Impossible, Point, Unreadable, When, read_when
from plantrack.facts.happened import days_of
from plantrack.facts.matters import addresses
from plantrack.facts.named import organisations_named
from plantrack.kinds import CLOCK, Unfit
from plantrack.mark import _
from plantrack.pattern import pattern
from plantrack.plan import Plan
from plantrack.shell import CannotRun
from plantrack.store.block import Value
from plantrack.store.event_files import file_of, text_of
from plantrack.views.show import known_to_show

Fields = dict[str, Value]
NOT_IN_A_NAME = pattern(r"[^\w.\-]+")


def time_meant(text: str) -> str:
    """A time of the calendar, as it was written. Raises ``CannotRun``."""
    _when(text)
    return " ".join(text.split())


def clock_meant(text: str) -> str:
    """A time of the day, as files have it. Raises ``CannotRun``."""
    try:
        return CLOCK.read(text)
    except Unfit:
        sentence = _("“{text}” is no time of the day. Write it as 13:30, 13:30-16:30 or kl. 13.")
        raise CannotRun(sentence, text=text) from None


def thing_meant(session: Session, text: str) -> str:
    """An id that something in the plan has, without the plan's own name before it. Raises ``CannotRun``."""
    plan = session.facts.plan
    thing = text.strip().removeprefix(f"{plan.header.id}:")
    principles = {each for agreement in plan.agreements.values() for each in agreement.principles}
    known = {*known_to_show(plan), *addresses(plan), *principles, plan.header.id or ""}
    if thing not in known:
        raise no_such_thing(thing, sorted(known))
    return thing


def of_kind(known: Iterable[str], texts: Sequence[str]) -> list[str]:
    """Ids that must be among some, as decisions or items of mandates are. Raises ``CannotRun``."""
    there = list(known)
    for each in split(texts):
        if each not in there:
            raise no_such_thing(each, there)
    return split(texts)


def split(texts: Sequence[str]) -> list[str]:
    """What was said, each for itself: an option may stand several times, and commas part what stands in one."""
    return [each.strip() for text in texts for each in text.split(",") if each.strip()]


def party_or_words(plan: Plan, text: str) -> str:
    """An organisation by its id, where exactly one is meant; else the words as they are, for a function."""
    found = organisations_named(plan, text)
    return found[0] if len(found) == 1 else text


def attendance(plan: Plan, texts: Sequence[str]) -> Mapping[str, Value]:
    """Who was there: ``sektorn=13``, ``srn: ordförande; en ledamot``. By party and function, never by name."""
    found: dict[str, Value] = {}
    for text in texts:
        cut = min((place for sign in "=:" if (place := text.find(sign)) > 0), default=-1)
        party, said = (text[:cut], text[cut + 1 :]) if cut > 0 else (text, "")
        functions = [each.strip() for each in said.split(";") if each.strip()]
        if not functions:
            sentence = _("Say how many of {party}, or which functions: {party}=2, or {party}=chair; a member")
            raise CannotRun(sentence, party=party.strip())
        found[organisation_meant(plan, party.strip())] = functions[0] if len(functions) == 1 else functions
    return found


def point_of(fields: Mapping[str, Value]) -> Point | None:
    """The point in time that an event's file is named by."""
    for name in ("date", "between", "before", "after"):
        said = fields.get(name)
        if isinstance(said, str) and said:
            when = _when(said)
            if when.start or when.end:
                return when.start or when.end
    return None


def planned_if_ahead(session: Session, fields: Fields) -> None:
    """An event whose first day lies ahead is planned, unless something else is said of it."""
    point = point_of(fields) if fields.get("date") else None
    first: date | None = session.facts.plan.calendar.first(point) if point else None
    if first and first > session.facts.day and not fields.get("state"):
        fields["state"] = "planned"


def finish(session: Session, fields: Fields, whose: str, dry_run: bool, then: str = "") -> int:
    """Judges the event as one new file, writes it, and says what comes next. 1 where the rules find an error."""
    plan = session.facts.plan
    named = NOT_IN_A_NAME.sub("-", whose).strip("-")
    file = file_of(point_of(fields), named, plan.events)
    proposed = propose(session, {file: as_bytes(schema_line(session, file, "event") + text_of(fields))})
    tell_findings(session, proposed)
    if proposed.refused:
        return 1
    shown = [session.shown(file)] if dry_run else write_proposed(session, proposed)
    tell_files(session, shown, proposed, dry_run=dry_run)
    if not dry_run:
        title = fields["title"]
        about = session.speech.say(_("Log: {title}"), title=title if isinstance(title, str) else whose)
        tell_next(session, shown, about, then.format(id=file.rpartition("/")[2].removesuffix(".yaml")))
    return 0


def refuse_odd_times(session: Session, fields: Mapping[str, Value]) -> None:
    """An event has a date, or what it came before, after or between, and not both."""
    bounds = [name for name in ("before", "after", "between") if fields.get(name)]
    if fields.get("date") and bounds:
        sentence = _("A date is given, so --{bound} says nothing more. Leave one of them out.")
        raise CannotRun(sentence, bound=bounds[0])
    if fields.get("between") and len(bounds) > 1:
        raise CannotRun(_("--between says both ends. Leave --before and --after out."))
    between = fields.get("between")
    if isinstance(between, str) and between:
        when = _when(between)
        if not (when.start and when.end) or when.start == when.end:
            raise CannotRun(_("--between takes two times: 2013-08/2013-10"))
    for name in bounds:
        days_of(session.facts.plan.calendar, _when(str(fields[name])))


def _when(text: str) -> When:
    try:
        when = read_when(text)
    except Impossible as impossible:
        if impossible.part == "order":
            raise CannotRun(_("“{text}” ends before it begins."), text=text) from None
        raise CannotRun(_("“{text}” is no day in the calendar."), text=text) from None
    except Unreadable:
        sentence = _("“{text}” is no time. Write it as 2013-11-27, 2013-11, “hösten 2013” or 2013-09-05/2013-09-06.")
        raise CannotRun(sentence, text=text) from None
    if not (when.start or when.end):
        raise CannotRun(_("“{text}” names no days."), text=text)
    for point in (when.start, when.end):
        if point:
            refuse_far_away(point.year, text)
    return when
