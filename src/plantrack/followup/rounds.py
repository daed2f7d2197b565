"""Rounds of follow-up: which there are, the time each is about, and the day it is judged on.

A round is a file, or just a year that somebody names: a year needs no file. Any text that reads as a
time will do, ``2015-T1`` as well.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from plantrack.dates import When, read_when
from plantrack.kinds import Text
from plantrack.model.progress import Submission
from plantrack.plan import Plan
from plantrack.record import NOTHING

LAST_OF_YEAR = (12, 31)


class UnknownRound(LookupError):
    """The text is no round's file, and no time either."""


class RoundFacts(NamedTuple):
    """One round: the time it is about, and its days."""

    id: str
    title: Text | None
    start: date
    """The first day of its period."""
    end: date
    """The last day of its period."""
    cut_off: date
    """The day it is made up to, and judged on."""
    opened: date | None = None
    answer_by: date | None = None
    closed: date | None = None
    asked: Mapping[str, tuple[str, ...]] = NOTHING
    """Who is asked what, where the round says so."""

    @property
    def order(self) -> tuple[date, int, str]:
        """Rounds in order: by the day they are made up to; a year after its parts."""
        return self.cut_off, -self.start.toordinal(), self.id


def round_of(plan: Plan, text: str) -> RoundFacts:
    """A round by the name of its file, or by the year it is. Raises ``UnknownRound``."""
    filed = plan.rounds.get(text)
    if filed is None:
        period = _read(plan, text)
        if period is None:
            raise UnknownRound(text)
        return RoundFacts(text, None, *period, _cut_off(plan, *period))
    period = _days(plan, filed.period) or _read(plan, text) or _days(plan, plan.header.period)
    if period is None:
        raise UnknownRound(text)
    return RoundFacts(
        text,
        filed.title,
        *period,
        filed.cut_off or _cut_off(plan, *period),
        filed.opened,
        filed.answer_by,
        filed.closed,
        filed.asked,
    )


def rounds(plan: Plan) -> tuple[RoundFacts, ...]:
    """All rounds in order: those with files, and those that submissions, texts and issued reports belong to.

    An evaluator's word alone makes no round: what the parties say next is not asked for by it.
    """
    found = {each.id: each for each in _named(plan).values()}
    found.update((its.id, its) for i, its in rounds_by_submission(plan).items() if _is_own(plan, i))
    return tuple(sorted(found.values(), key=lambda each: each.order))


def rounds_by_submission(plan: Plan) -> Mapping[str, RoundFacts]:
    """Submission -> its round. One that names none belongs to what it corrects, else by its date.

    A submission without a day or a sender could not be read and is not here, nor is one of an unknown round.
    """
    known = _named(plan)
    found: dict[str, RoundFacts] = {}
    for identifier, submission in plan.submissions.items():
        if submission.date is None or submission.by is None:
            continue
        its = known.get(submission.round or "") or _corrected(plan, submission, known) or _by_date(plan, submission)
        if its is None and not _is_own(plan, identifier):
            its = _named_as(plan, (submission.round or "",)).get(submission.round or "")
        if its:
            found[identifier] = its
    return found


def round_on(plan: Plan, day: date) -> RoundFacts:
    """The round that shows how it stands on a day: the newest that has opened or been answered by then.

    Before any has, it is the round with a file whose period holds the day, else the day's year. So in
    January the round of the year before still shows, until the new one begins.
    """
    begun = [its for its in filed(plan) if (its.opened or its.cut_off) <= day]
    said = rounds_by_submission(plan).items()
    begun += [its for each, its in said if plan.submissions[each].date <= day and _is_own(plan, each)]
    begun = [its for its in begun if its.start <= day]
    if begun:
        return max(begun, key=lambda each: each.order)
    holding = [each for each in rounds(plan) if each.id in plan.rounds and each.start <= day <= each.end]
    return holding[-1] if holding else round_of(plan, f"{day.year:04}")


def filed(plan: Plan) -> tuple[RoundFacts, ...]:
    """The rounds that have files, in order. One whose time could not be read is left out: a check tells of it."""
    found = [its for each, its in _named(plan).items() if each in plan.rounds]
    return tuple(sorted(found, key=lambda each: each.order))


def earlier(plan: Plan, facts: RoundFacts) -> tuple[RoundFacts, ...]:
    """The rounds before a round, in order."""
    return tuple(each for each in rounds(plan) if each.order < facts.order)


def round_for(plan: Plan, day: date) -> RoundFacts:
    """The round that an answer of a day belongs to: one that was open then, one about that time, or the year."""
    known = filed(plan)
    opened = [each for each in known if is_open(plan, each, day)]
    about = [each for each in known if each.start <= day <= each.end]
    candidates = opened or about
    return max(candidates, key=lambda each: each.order) if candidates else round_of(plan, f"{day.year:04}")


def is_open(plan: Plan, facts: RoundFacts, day: date) -> bool:
    """Whether a round takes answers on a day: between its opening and its closing, or while it is open again."""
    if facts.opened is None or day < facts.opened:
        return False
    if facts.closed is None or day <= facts.closed:
        return True
    again = plan.rounds[facts.id].reopened if facts.id in plan.rounds else ()
    return any(each.date is not None and each.date <= day <= (each.until or date.max) for each in again)


def _named(plan: Plan) -> Mapping[str, RoundFacts]:
    """The rounds that are named anywhere, by id; by an evaluator alone does not count."""
    names = [submission.round or "" for i, submission in plan.submissions.items() if _is_own(plan, i)]
    names += [each for each, _thing in plan.texts]
    names += [each for each, _number in plan.issues]
    return _named_as(plan, (*plan.rounds, *names))


def _is_own(plan: Plan, submission: str) -> bool:
    """Whether a submission is of the plan's own parties, and not of an outside evaluator."""
    return plan.submissions[submission].role != "evaluator"


def _named_as(plan: Plan, names: Iterable[str]) -> Mapping[str, RoundFacts]:
    """Rounds by their names. Names that are no round are left out: a check finds them."""
    found: dict[str, RoundFacts] = {}
    for name in dict.fromkeys(names):
        try:
            found[name] = round_of(plan, name)
        except UnknownRound:
            continue
    return found


def _corrected(plan: Plan, submission: Submission, known: Mapping[str, RoundFacts]) -> RoundFacts | None:
    """The round of what a submission corrects, where it names none itself."""
    if submission.round:
        return None
    corrected = [plan.submissions[each].round or "" for each in submission.replaces if each in plan.submissions]
    return next((known[each] for each in corrected if each in known), None)


def _by_date(plan: Plan, submission: Submission) -> RoundFacts | None:
    """The round that a submission's day falls in, where it names none itself."""
    return None if submission.round else round_for(plan, submission.date)


def _read(plan: Plan, text: str) -> tuple[date, date] | None:
    try:
        return _days(plan, read_when(text))
    except ValueError:
        return None


def _days(plan: Plan, when: When | None) -> tuple[date, date] | None:
    if when is None or when.start is None or when.end is None:
        return None
    return plan.calendar.first(when.start), plan.calendar.last(when.end)


def _cut_off(plan: Plan, start: date, end: date) -> date:
    """The last of the plan's days within a period; the period's last day where there is none."""
    told = plan.follow_up
    days = [*told.cut_offs, *([told.cut_off] if told.cut_off else [])] or [LAST_OF_YEAR]
    found = [
        day
        for year in range(start.year, end.year + 1)
        for month, number in days
        if start <= (day := date(year, month, min(number, monthrange(year, month)[1]))) <= end
    ]
    return max(found, default=end)
