"""The organisations of a plan, side by side of the city, civil society and others: kind, life, and what they answer for."""

from __future__ import annotations

from collections.abc import Sequence

from plantrack.followup.standing import Standings
from plantrack.mark import _
from plantrack.model.organisation import Organisation
from plantrack.model.words import ORGANISATION_KINDS, SIDES
from plantrack.report.document import BREAK, Block, Cell, Column, Prose, Quiet, Row, Section, Table
from plantrack.report.names import name_on, present_name
from plantrack.report.teller import Teller, capital
from plantrack.views.organisation_ended import has_ended

NONE: Cell = (Quiet("\N{EN DASH}"),)


def of_organisations(tell: Teller, standings: Standings, ids: Sequence[str]) -> Section:
    """Those that were asked for, by side."""
    plan = tell.plan
    one, many = _("{n} organisation on {day}."), _("{n} organisations on {day}.")
    text = tell.speech.count(one, many, len(ids), day=tell.date)
    gone = sum(has_ended(tell, each) for each in ids)
    if gone:
        text += " " + tell.speech.count(_("{n} of them has ended."), _("{n} of them have ended."), gone)
    parts = []
    for side, word in (*SIDES.items(), ("", _("no side stated"))):
        within = [each for each in ids if (plan.organisations[each].side or "") == side]
        if within:
            table: Block = _table(tell, standings, within)
            parts.append(Section(side or "none", (capital(tell.say(word)),), (table,)))
    return Section("organisations", (tell.say(_("Organisations")),), (Prose((text,)),), tuple(parts))


def _table(tell: Teller, standings: Standings, ids: Sequence[str]) -> Table:
    columns = (
        Column(tell.say(_("Id")), "narrow"),
        Column(tell.say(_("Name")), "wide"),
        Column(tell.say(_("Kind")), "middle"),
        Column(tell.say(_("Life")), "middle"),
        Column(tell.say(_("Answers for")), "narrow", numbers=True),
    )
    return Table((), columns, tuple(_row(tell, standings, each) for each in ids), head=1)


def _row(tell: Teller, standings: Standings, identifier: str) -> Row:
    each = tell.plan.organisations[identifier]
    counts = standings.by_organisation.get(identifier)
    answers: Cell = (str(counts.total),) if counts else NONE
    return Row(
        ((identifier,), _name(tell, each), (tell.word(ORGANISATION_KINDS, each.kind),), _life(tell, each), answers)
    )


def _name(tell: Teller, each: Organisation) -> Cell:
    """The name that it had on the day; below, the present one where that is another, and who took over."""
    then, now = name_on(each, tell.date), present_name(each)
    name: Cell = (tell.said(then.name), f" ({then.abbreviation})") if then.abbreviation else (tell.said(then.name),)
    if then.name != now.name:
        name = (*name, BREAK, Quiet(tell.say(_("(now {name})"), name=tell.said(now.name).text)))
    if each.successors:
        name = (*name, BREAK, Quiet(tell.say(_("then {heirs}"), heirs=", ".join(each.successors))))
    return name


def _life(tell: Teller, each: Organisation) -> Cell:
    """From when to when it exists."""
    return (tell.when(each.valid),) if each.valid else NONE
