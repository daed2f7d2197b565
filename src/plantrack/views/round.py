"""A round of follow-up: who is asked, who has answered, and what is missing."""

from __future__ import annotations

from datetime import date

from plantrack.followup.rounds import RoundFacts
from plantrack.followup.standing import Standings
from plantrack.followup.turnout import ALL, NOTHING, PARTLY, Turnout, days_left
from plantrack.mark import _
from plantrack.report.document import Block, Cell, Column, Facts, Prose, Quiet, Row, Section, State, Table
from plantrack.report.states import BAD, FAIR, GOOD
from plantrack.report.teller import Teller

MOST_NAMED = 6
"""Unanswered things that are named one by one."""
STATES = {
    ALL: (_("has answered"), "●", GOOD),
    PARTLY: (_("has answered in part"), "◐", FAIR),
    NOTHING: (_("has not answered"), "○", BAD),
}


def of_asked(tell: Teller, standings: Standings) -> Section:
    """Who is asked, and how much."""
    title = (tell.say(_("Asked in the round {round}"), round=standings.round),)
    columns = (
        Column(tell.say(_("Id")), "narrow"),
        Column(tell.say(_("Organisation")), "wide"),
        Column(tell.say(_("Questions")), "narrow", numbers=True),
    )
    rows = [Row(((each,), tell.party(each), (str(len(things)),))) for each, things in standings.asked.items()]
    total = sum(len(things) for things in standings.asked.values())
    rows.append(Row(((tell.say(_("Total")),), (str(len(standings.asked)),), (str(total),)), total=True))
    return Section("asked", title, (Table((), columns, tuple(rows)),))


def of_round(
    tell: Teller, facts: RoundFacts, turnouts: tuple[Turnout, ...], day: date, *, waiting: bool = False
) -> Section:
    """Who has answered, who has not, and how long there is. ``waiting`` lists only those who have not answered it all."""
    title: Cell = (tell.said(facts.title),) if facts.title else (tell.say(_("The round {round}"), round=facts.id),)
    blocks: list[Block] = [Facts(tuple(_about(tell, facts, day)))]
    if turnouts:
        listed = tuple(each for each in turnouts if each.state != ALL or not waiting)
        blocks += [*([_table(tell, listed)] if listed else []), Prose((_counted(tell, turnouts),))]
    else:
        blocks.append(Prose((tell.say(_("Nobody is asked anything in this round.")),)))
    return Section(facts.id, title, tuple(blocks))


def _about(tell: Teller, facts: RoundFacts, day: date) -> list[tuple[Cell, Cell]]:
    items: list[tuple[Cell, Cell]] = [
        ((tell.say(_("As of")),), (day.isoformat(),)),
        ((tell.say(_("Made up to")),), (facts.cut_off.isoformat(),)),
    ]
    if facts.opened:
        items.append(((tell.say(_("Opened")),), (facts.opened.isoformat(),)))
    if facts.answer_by:
        items.append(((tell.say(_("Answer by")),), (facts.answer_by.isoformat(), *_time_left(tell, facts, day))))
    if facts.closed:
        items.append(((tell.say(_("Closed")),), (facts.closed.isoformat(),)))
    again = tell.plan.rounds[facts.id].reopened if facts.id in tell.plan.rounds else ()
    for each in again:
        said: Cell = (tell.day(each.date), " ", tell.said(each.reason)) if each.reason else (tell.day(each.date),)
        if each.until:
            said = (*said, " ", Quiet(tell.say(_("(until {day})"), day=each.until)))
        items.append(((tell.say(_("Opened again")),), said))
    return items


def _time_left(tell: Teller, facts: RoundFacts, day: date) -> Cell:
    left = days_left(facts, day)
    if left is None:
        return ()
    if left < 0:
        text = tell.speech.count(_("{n} day late"), _("{n} days late"), -left)
    else:
        text = tell.speech.count(_("{n} day left"), _("{n} days left"), left)
    return (" ", Quiet(f"({text})"))


def _table(tell: Teller, turnouts: tuple[Turnout, ...]) -> Table:
    columns = (
        Column(tell.say(_("Organisation")), "wide"),
        Column(tell.say(_("Answered")), "middle"),
        Column(tell.say(_("Last")), "narrow"),
        Column(tell.say(_("Missing")), "middle"),
    )
    return Table((), columns, tuple(Row(_row(tell, each)) for each in turnouts))


def _row(tell: Teller, turnout: Turnout) -> tuple[Cell, ...]:
    word, symbol, tone = STATES[turnout.state]
    counted = tell.number_of(turnout.answered, len(turnout.asked))
    missing = ", ".join(turnout.missing[:MOST_NAMED])
    if len(turnout.missing) > MOST_NAMED:
        missing += " " + tell.say(_("and {n} more"), n=len(turnout.missing) - MOST_NAMED)
    return (
        (*tell.party(turnout.organisation), " ", Quiet(f"({turnout.organisation})")),
        (State(tell.say(word), symbol, tone), f" {counted}"),
        (tell.day(turnout.last) if turnout.last else Quiet("\N{EN DASH}"),),
        (missing or Quiet("\N{EN DASH}"),),
    )


def _counted(tell: Teller, turnouts: tuple[Turnout, ...]) -> str:
    """How many have answered, of how many, in one sentence."""
    counts = {state: len([each for each in turnouts if each.state == state]) for state in STATES}
    return tell.say(
        _("{n} of {whole} organisations have answered everything, {partly} in part, {nothing} nothing."),
        n=counts[ALL],
        whole=len(turnouts),
        partly=counts[PARTLY],
        nothing=counts[NOTHING],
    )
