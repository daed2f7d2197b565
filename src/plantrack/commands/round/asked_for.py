"""Which round a command is about, and its file as it stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from plantrack.commands.options import Session
from plantrack.commands.proposing import Proposed, propose, tell_findings
from plantrack.followup.rounds import RoundFacts, UnknownRound, round_of, rounds
from plantrack.mark import _
from plantrack.shell import CannotRun
from plantrack.store.edit import CannotEdit


class RoundFile(NamedTuple):
    """The file of a round: its path in the plan, and its bytes."""

    path: str
    data: bytes


def round_meant(session: Session, which: str) -> RoundFacts:
    """The round that was named; else the newest that had opened by the day."""
    plan, day = session.facts.plan, session.facts.day
    if not which:
        opened = [each for each in rounds(plan) if each.opened and each.opened <= day]
        if not opened:
            raise CannotRun(_("No round has been opened. Open one: plantrack round open"))
        return max(opened, key=lambda each: each.order)
    return round_within(session, which)


def round_within(session: Session, which: str) -> RoundFacts:
    """A round by its name; one that is about the plan's time, unless it has a file."""
    plan = session.facts.plan
    try:
        found = round_of(plan, which)
    except UnknownRound:
        raise CannotRun(_("There is no round “{round}”, and it is no year."), round=which) from None
    period = plan.header.period
    if period and period.start and found.end < plan.calendar.first(period.start):
        raise CannotRun(_("{round} lies before the plan's period, {period}."), round=which, period=period)
    if period and period.end and found.start > plan.calendar.last(period.end) and which not in plan.rounds:
        raise CannotRun(_("{round} lies after the plan's period, {period}."), round=which, period=period)
    return found


def file_of_round(session: Session, facts: RoundFacts) -> RoundFile:
    """The file of a round that has been opened."""
    file = session.facts.file_of.get(("round", facts.id), "")
    if not file:
        raise CannotRun(_("The round {round} has not been opened: plantrack round open {round}"), round=facts.id)
    return RoundFile(file, (session.folder / file).read_bytes())


def propose_change(session: Session, file: RoundFile, edit: Callable[[bytes], bytes]) -> Proposed | None:
    """What the rules say of a round's file once it is changed. None where they refuse it, which has been told."""
    try:
        data = edit(file.data)
    except CannotEdit:
        shown = session.shown(file.path)
        raise CannotRun(_("{path} cannot be changed safely. See plantrack check."), path=shown) from None
    proposed = propose(session, {file.path: data})
    tell_findings(session, proposed)
    return None if proposed.refused else proposed
