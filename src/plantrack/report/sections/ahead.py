"""Looking ahead: what people write of the time to come, and the days that follow from the plan."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from plantrack.mark import _
from plantrack.model.decision import MandateItem
from plantrack.plan import by_number
from plantrack.report.columns import linked_title
from plantrack.report.document import Block, Cell, Column, Prose, Row, Section, Table
from plantrack.report.mandated import mandate
from plantrack.report.request import Request
from plantrack.report.sections.carried_over import next_plans, unfinished
from plantrack.report.sections.commitments import taken_by
from plantrack.report.teller import Teller
from plantrack.report.unwritten import WHOLE
from plantrack.report.written import written_at

A_YEAR = timedelta(days=366)
Duty = tuple[date, Cell, Cell]


def write(request: Request, tell: Teller) -> Section:
    """Texts first, then the calendar of the year to come."""
    blocks: list[Block] = [*written_at(request, tell, WHOLE, "outlook")]
    if request.plan.header.outlook:
        blocks.append(tell.text(request.plan.header.outlook))
    if request.final and not request.silent:
        blocks += next_plans(request, tell)
        left = unfinished(request, tell)
        blocks += [left] if left.rows else [Prose((tell.say(_("Every activity that is counted is completed.")),))]
    passed = overdue(request, tell)
    if passed.rows:
        blocks.append(passed)
    calendar = duties(request, tell)
    if calendar.rows:
        blocks.append(calendar)
    else:
        blocks.append(Prose((tell.say(_("No day in the year after the report follows from the plan.")),)))
    return Section("ahead", (tell.say(_("Looking ahead")),), tuple(blocks), new_page=True)


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


def overdue(request: Request, tell: Teller) -> Table:
    """What should have been done by the day of the report and is not, or of which nobody has said that it is."""
    found: list[Duty] = []
    for identifier, standing in request.standings.activities.items():
        if standing.end and standing.counted and (standing.schedule == "late" or standing.time_is_up):
            state = tell.state("status", standing.status)
            stands = (state, *tell.source(standing, "status"))
            found.append((standing.end, linked_title(tell, identifier), stands))
    for day, identifier, _item in mandates(request):
        if day <= request.standings.day:
            found.append((day, mandate(tell, identifier), (tell.say(_("mandate not reported back")),)))
    rows = [Row(((day.isoformat(),), what, state)) for day, what, state in sorted(found, key=lambda each: each[0])]
    columns = (
        Column(tell.say(_("No later than")), "narrow"),
        Column(tell.say(_("What")), "wide"),
        Column(tell.say(_("Stands")), "middle"),
    )
    return Table((tell.say(_("What has passed its day")),), columns, tuple(rows), head=1)


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
    kind = tell.say(_("report back on a mandate"))
    return [(day, mandate(tell, identifier), (kind,)) for day, identifier, _item in mandates(request)]


def mandates(request: Request) -> Iterator[tuple[date, str, MandateItem]]:
    """The items of mandates that nobody has declared completed or answered, each with its last day."""
    whole = {item: each.report_back for each in request.plan.decisions.values() for item in each.items}
    answered = {
        item
        for identifier, each in request.plan.decisions.items()
        if taken_by(request, identifier)
        for item in each.answers
    }
    for identifier, item in request.plan.mandate_items.items():
        back = item.report_back or whole.get(identifier)
        done = identifier in answered or (item.completed and taken_by(request, item.completed))
        if back and back.end and not done:
            yield request.plan.calendar.last(back.end), identifier, item


def rounds(request: Request, tell: Teller) -> list[Duty]:
    """The next rounds of follow-up; where none is set, the next cut-off day of the plan."""
    first = request.standings.day
    found: list[Duty] = []
    for identifier, each in request.plan.rounds.items():
        if identifier == request.standings.round:
            continue  # the report is what this round led to
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
