"""Looking ahead: what people write of the time to come, and the days that follow from the plan."""

from __future__ import annotations

from datetime import date, timedelta

from plantrack.mark import _
from plantrack.plan import by_number
from plantrack.report import standing_cells
from plantrack.report.document import Block, Cell, Column, Prose, Row, Section, Table
from plantrack.report.request import Request
from plantrack.report.teller import Teller

A_YEAR = timedelta(days=366)
Duty = tuple[date, Cell, Cell]


def write(request: Request, tell: Teller) -> Section:
    """Texts first, then the calendar of the year to come."""
    blocks: list[Block] = []
    for text in (request.summary.outlook, request.plan.header.outlook):
        if text:
            blocks.append(tell.text(text))
    if request.final and not request.silent:
        left = unfinished(request, tell)
        blocks += [left] if left.rows else [Prose((tell.say(_("Every activity that is counted is completed.")),))]
    calendar = duties(request, tell)
    if calendar.rows:
        blocks.append(calendar)
    else:
        blocks.append(Prose((tell.say(_("No day in the year after the report follows from the plan.")),)))
    return Section("ahead", (tell.say(_("Looking ahead")),), tuple(blocks), new_page=True)


def unfinished(request: Request, tell: Teller) -> Table:
    """What is not completed when the plan ends, for a decision on whether it is carried over."""
    rows = [
        Row(
            (
                (tell.link(identifier),),
                (tell.said(request.plan.activities[identifier].title),),
                standing_cells.responsible(tell, request.plan.held[identifier]),
                standing_cells.status(tell, standing),
            )
        )
        for identifier, standing in request.standings.activities.items()
        if standing.counted and standing.status != "completed"
    ]
    columns = (
        Column(tell.say(_("No.")), "narrow"),
        Column(tell.column("activity"), "wide"),
        Column(tell.say(_("Responsible")), "middle"),
        Column(tell.say(_("Status")), "middle"),
    )
    return Table((tell.say(_("Not completed when the plan ends")),), columns, tuple(rows), head=1)


def duties(request: Request, tell: Teller) -> Table:
    """What is to be done by which day in the year after the report."""
    first = request.standings.day
    found = (
        *deadlines(request, tell),
        *reports(request, tell),
        *rounds(request, tell),
        *targets(request, tell),
    )
    rows = [
        Row(((day.isoformat(),), what, kind))
        for day, what, kind in sorted(found, key=lambda each: each[0])
        if first < day <= first + A_YEAR
    ]
    columns = (
        Column(tell.say(_("No later than")), "narrow"),
        Column(tell.say(_("What")), "wide"),
        Column(tell.say(_("Kind")), "middle"),
    )
    return Table((tell.say(_("Calendar of the year to come")),), columns, tuple(rows), head=1)


def deadlines(request: Request, tell: Teller) -> list[Duty]:
    """Activities whose time runs out, together for each day."""
    days: dict[date, list[str]] = {}
    for identifier, standing in request.standings.activities.items():
        if request.plan.held[identifier].continuous:
            continue
        if standing.end and standing.counted and standing.status not in ("completed", "cancelled", "withdrawn"):
            days.setdefault(standing.end, []).append(identifier)
    kind = tell.say(_("activities to be done"))
    return [(day, tell.links(sorted(ids, key=by_number)), (kind,)) for day, ids in days.items()]


def reports(request: Request, tell: Teller) -> list[Duty]:
    """Mandates to be reported back."""
    found: list[Duty] = []
    for identifier, item in request.plan.mandate_items.items():
        if item.report_back and item.report_back.end and not item.completed:
            day = request.plan.calendar.last(item.report_back.end)
            found.append((day, (identifier, " ", tell.said(item.text)), (tell.say(_("report back on a mandate")),)))
    return found


def rounds(request: Request, tell: Teller) -> list[Duty]:
    """The next rounds of follow-up; where none is set, the next cut-off day of the plan."""
    first = request.standings.day
    found: list[Duty] = []
    for identifier, each in request.plan.rounds.items():
        name: Cell = (tell.said(each.title),) if each.title else (follow_up(tell, identifier),)
        if each.answer_by and each.answer_by > first:
            found.append((each.answer_by, name, (tell.say(_("last day for answers")),)))
        if each.cut_off and each.cut_off > first:
            found.append((each.cut_off, name, (tell.say(_("cut-off day")),)))
    return found or next_cut_off(request, tell)


def follow_up(tell: Teller, identifier: str) -> str:
    """What a round without a title is called."""
    return tell.say(_("Follow-up {round}"), round=identifier)


def next_cut_off(request: Request, tell: Teller) -> list[Duty]:
    """The plan's next cut-off day, as long as the plan lasts."""
    cut_off, first, period = request.plan.follow_up.cut_off, request.standings.day, request.plan.header.period
    if cut_off:
        last = request.plan.calendar.last(period.end) if period and period.end else date.max
        for year in (first.year, first.year + 1):
            day = day_of_year(year, cut_off)
            if first < day <= last:
                return [(day, (follow_up(tell, str(year)),), (tell.say(_("cut-off day")),))]
    return []


def day_of_year(year: int, month_day: tuple[int, int]) -> date:
    """A day of the year; the last of February where it has no 29th."""
    month, day = month_day
    try:
        return date(year, month, day)
    except ValueError:
        return date(year, month, 28)


def targets(request: Request, tell: Teller) -> list[Duty]:
    """Indicators with a target to be reached."""
    days: dict[date, list[str]] = {}
    for identifier, standing in request.standings.indicators.items():
        for day, _number in standing.targets:
            days.setdefault(day, []).append(identifier)
    kind = tell.say(_("targets to be reached"))
    return [(day, tell.links(sorted(ids, key=by_number)), (kind,)) for day, ids in days.items()]
