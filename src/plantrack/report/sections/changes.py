"""Changes during the period: what was decided, what was moved, who got a new name, and what ended."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from plantrack.dates import Impossible, Point, Unreadable, When, read_when
from plantrack.kinds import MONEY, Unfit
from plantrack.mark import _
from plantrack.model.decision import Change, Decision
from plantrack.model.event import Event
from plantrack.model.goal import ROLES
from plantrack.model.words import DECISION_KINDS
from plantrack.report.document import Block, Cell, Column, Piece, Prose, Quiet, Row, Section, Table
from plantrack.report.field_words import FIELD_WORDS
from plantrack.report.listed import listed
from plantrack.report.measured_words import typed, with_unit
from plantrack.report.names import ended_on
from plantrack.report.request import Request
from plantrack.report.teller import Teller, joined


def write(request: Request, tell: Teller) -> Section:
    """Decisions, changes, endings and names, each with its day; one sentence where there are none."""
    blocks: list[Block] = [
        table
        for table in (
            decisions(request, tell),
            moves(request, tell),
            endings(request, tell),
            organisations(request, tell),
        )
        if table.rows
    ]
    if not blocks:
        blocks = [Prose((tell.say(_("No decision, change or ending is recorded for the period.")),))]
    return Section("changes", (tell.say(_("Changes during the period")),), tuple(blocks), new_page=True)


def within(request: Request, day: date | None) -> bool:
    """Whether a day lies in the period of the report."""
    last = request.standings.day if request.asked.on else max(request.standings.day, request.standings.period_end)
    return day is not None and request.standings.period_start <= day <= last


def day_of(request: Request, moment: Point | None) -> date | None:
    """The last day that a moment may mean."""
    return request.plan.calendar.last(moment) if moment else None


def decided(request: Request) -> Iterator[tuple[str, Decision]]:
    """The decisions of the period in the order of their days."""
    found = [(i, d) for i, d in request.plan.decisions.items() if within(request, day_of(request, d.date))]
    return iter(sorted(found, key=lambda item: (day_of(request, item[1].date), item[0])))


def decisions(request: Request, tell: Teller) -> Table:
    """What was decided."""
    rows = []
    for _id, each in decided(request):
        formal = joined([(text,) for text in (each.section, each.reference) if text])
        rows.append(
            Row(
                (
                    (tell.point(each.date),),
                    tell.party(each.body, short=True) if each.body else (tell.missing,),
                    (tell.said(each.title),),
                    (tell.word(DECISION_KINDS, each.kind),),
                    tell.links(each.about) or (Quiet(tell.say(_("the whole plan"))),),
                    formal or (tell.missing,),
                )
            )
        )
    columns = (
        Column(tell.say(_("Date")), "narrow"),
        Column(tell.say(_("Body")), "middle"),
        Column(tell.say(_("Decision")), "wide"),
        Column(tell.say(_("Kind")), "middle"),
        Column(tell.say(_("About")), "middle"),
        Column(tell.say(_("Section and register no.")), "middle"),
    )
    return Table((tell.say(_("Decisions")),), columns, tuple(rows), head=2)


def moves(request: Request, tell: Teller) -> Table:
    """What was changed in the plan: from what, to what, why, and by what decision."""
    rows = []
    for source, day, changes in changed(request):
        for thing, fields in changes.items():
            for field, change in fields.items():
                rows.append(move(tell, source, day, thing, field, change))
    columns = (
        Column(tell.say(_("Date")), "narrow"),
        Column(tell.say(_("What")), "middle"),
        Column(tell.say(_("Field")), "narrow"),
        Column(tell.say(_("From and to")), "middle"),
        Column(tell.say(_("Why")), "wide"),
        Column(tell.say(_("Decided by")), "middle"),
    )
    return Table((tell.say(_("What was changed in the plan")),), columns, tuple(rows), head=1)


Changes = Mapping[str, Mapping[str, Change]]


def changed(request: Request) -> list[tuple[str, str, Changes]]:
    """Decisions and events of the period that changed something: id, day as shown, and what."""
    found: list[tuple[date, str, str, Changes]] = []
    for identifier, decision in request.plan.decisions.items():
        day = day_of(request, decision.date) if decision.changes else None
        if day and within(request, day):
            found.append((day, identifier, decision.date.edtf, decision.changes))
    for identifier, event in request.plan.events.items():
        day = _event_day(request, event) if event.changes else None
        if day and within(request, day):
            found.append((day, identifier, day.isoformat(), event.changes))
    return [
        (identifier, shown, changes) for _day, identifier, shown, changes in sorted(found, key=lambda each: each[:2])
    ]


def _event_day(request: Request, event: Event) -> date | None:
    if event.date and event.date.end:
        return request.plan.calendar.last(event.date.end)
    return None


def move(tell: Teller, source: str, day: str, thing: str, field: str, change: Change) -> Row:
    """One field that was changed."""
    name = field.partition(".")[0]
    word: Cell = (tell.say(FIELD_WORDS[name]),) if name in FIELD_WORDS else (field,)
    moved = shift(tell, change) if name in ("when", "due") else ""
    by: Cell = tell.decision(source) if source in tell.plan.decisions else _event(tell, source)
    traced = decided_in(tell, source)
    return Row(
        (
            (day,),
            (tell.link(thing),),
            (*word, " ", Quiet(f"({moved})")) if moved else word,
            (*turn(tell, name, change, thing), *traced),
            (tell.said_or_missing(change.why),),
            by,
        )
    )


def decided_in(tell: Teller, source: str) -> Cell:
    """The reference to what a change was decided in."""
    return listed(tell, _("what it was changed by"), (source,))


def turn(tell: Teller, field: str, change: Change, thing: str) -> Cell:
    """From what to what. What has ended was nothing else before."""
    after = field_value(tell, field, change.to, thing)
    return after if field == "ended" else (*field_value(tell, field, change.from_, thing), " → ", *after)


def _event(tell: Teller, identifier: str) -> Cell:
    event = tell.plan.events.get(identifier)
    return (tell.said(event.title),) if event else (identifier,)


def shift(tell: Teller, change: Change) -> str:
    """Whether a time was put later or earlier, by the end of each."""
    before, after = _end(tell, change.from_), _end(tell, change.to)
    if not before or not after or before == after:
        return ""
    return tell.say(_("later") if after > before else _("earlier"))


def _end(tell: Teller, text: str | None) -> date | None:
    when = _time(text)
    return tell.plan.calendar.last(when.end) if when and when.end else None


def _time(text: str | None) -> When | None:
    try:
        return read_when(text) if text else None
    except (Unreadable, Impossible):
        return None


def field_value(tell: Teller, field: str, value: str | None, thing: str = "") -> Cell:
    """A value before or after: organisations by name, times in words, figures with their unit, the rest as written."""
    if not value:
        return (Quiet(tell.say(_("nothing"))),)
    if field in ROLES or field == "members":
        ids = [each.strip() for each in value.strip("[]").split(",")]
        if all(each in tell.plan.organisations for each in ids):
            return tell.parties(ids, short=True)
    when = _time(value) if field in ("when", "due", "period", "valid") else None
    if when:
        return (tell.when(when),)
    if field in MEASURED:
        indicator = tell.plan.indicators.get(thing)
        return (with_unit(tell, indicator, value),) if indicator else (typed(tell, None, value),)
    return (sum_of(tell, value) if field == "cost" else tell.said(value),)


MEASURED = ("baseline", "target", "targets")


def sum_of(tell: Teller, value: str) -> Piece:
    """A sum of money, or as it was written where it is none."""
    try:
        return tell.amount(MONEY.read(value))
    except Unfit:
        return tell.said(value)


def endings(request: Request, tell: Teller) -> Table:
    """Activities, steps, criteria, indicators and goals that ended in the period."""
    plan = request.plan
    rows = []
    for table in (plan.goals, plan.activities, plan.steps, plan.criteria, plan.indicators):
        for identifier, thing in table.items():
            end = thing.ended
            if end and within(request, end.date):
                rows.append(
                    Row(
                        (
                            (end.date.isoformat(),),
                            (tell.link(identifier), " ", tell.said(tell.title(identifier) or identifier)),
                            (tell.said_or_missing(end.reason),),
                            tell.decision(end.decision) if end.decision else (Quiet(tell.say(_("no decision"))),),
                            tell.links(thing.replaced_by) or (Quiet(tell.say(_("nothing"))),),
                        )
                    )
                )
    columns = (
        Column(tell.say(_("Date")), "narrow"),
        Column(tell.say(_("What")), "wide"),
        Column(tell.say(_("Why")), "wide"),
        Column(tell.say(_("Decided by")), "middle"),
        Column(tell.say(_("Replaced by")), "middle"),
    )
    return Table((tell.say(_("What has ended")),), columns, tuple(rows), head=1)


def organisations(request: Request, tell: Teller) -> Table:
    """New names, and organisations that ended."""
    rows = []
    for each in request.plan.organisations.values():
        later = [*(former.name for former in each.formerly[1:]), each.name]
        for former, name in zip(each.formerly, later, strict=False):
            if within(request, former.until):
                what: Cell = (tell.say(_("new name:")), " ", tell.said(name))
                rows.append(Row(((former.until.isoformat(),), (tell.said(former.name),), what)))
        end = ended_on(each, request.plan.calendar)
        if end and within(request, end):
            what = (tell.say(_("ended")),)
            if each.successors:
                what = (tell.say(_("ended; taken over by")), " ", *tell.parties(each.successors))
            rows.append(Row(((end.isoformat(),), (tell.said(each.name),), what)))
    columns = (
        Column(tell.say(_("Until")), "narrow"),
        Column(tell.say(_("Organisation")), "wide"),
        Column(tell.say(_("Change")), "wide"),
    )
    return Table(
        (tell.say(_("Organisations with new names, and organisations that ended")),), columns, tuple(rows), head=1
    )
