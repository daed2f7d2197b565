"""Where the plan stands: the whole, a theme, a goal, one activity, or what one organisation answers for."""

from __future__ import annotations

from collections.abc import Iterable

from plantrack.followup.standing import NO_SCHEDULE, SCHEDULES, STATUSES, Counts, Standings
from plantrack.locales import Speech
from plantrack.mark import _
from plantrack.plan import Plan
from plantrack.report import standing_cells as cells
from plantrack.report.document import BREAK, Block, Cell, Column, Facts, Prose, Quiet, Row, Section, Table
from plantrack.report.measured_words import latest
from plantrack.report.names import ended_on
from plantrack.report.teller import Teller, joined


def overview(plan: Plan, standings: Standings, speech: Speech) -> tuple[Section, ...]:
    """The whole plan: counts per theme, then what is late or deviates."""
    tell = Teller(plan, speech, standings.day)
    title: Cell = (tell.said(plan.header.short_title or plan.header.title or ""),)
    blocks: list[Block] = [*_about(tell, standings)]
    if len(plan.themes) > 1:
        blocks += _counts_table(tell, standings)
    blocks.append(Prose((_counted(tell, standings.total),)))
    sections = [Section("status", title, tuple(blocks))]
    pressing = [i for i, each in standings.activities.items() if each.schedule in ("late", "deviation")]
    if pressing:
        sections.append(
            Section("pressing", (tell.say(_("Late or deviating")),), (_activities(tell, standings, pressing),))
        )
    return tuple(sections)


def of_theme(plan: Plan, standings: Standings, speech: Speech, theme: str) -> tuple[Section, ...]:
    """A theme: each of its goals with its activities."""
    tell = Teller(plan, speech, standings.day)
    record = plan.themes.get(theme)
    title: Cell = (f"{theme} ", tell.said(record.title)) if record else (theme,)
    goals = tuple(_goal(tell, standings, goal) for goal, _record in plan.goals_in(theme))
    counts = standings.by_theme.get(theme)
    text = (Prose((_counted(tell, counts),)),) if counts else ()
    return (Section(theme, title, (*_about(tell, standings), *text), goals),)


def of_goal(plan: Plan, standings: Standings, speech: Speech, goal: str) -> tuple[Section, ...]:
    """A goal: its activities, its criteria and its indicators."""
    tell = Teller(plan, speech, standings.day)
    section = _goal(tell, standings, goal)
    record = plan.goals[goal]
    more: list[Block] = []
    if record.criteria:
        more.append(_criteria(tell, standings, record.criteria))
    if record.indicators:
        more.append(_indicators(tell, standings, record.indicators))
    return (section._replace(blocks=(*_about(tell, standings), *section.blocks, *more)),)


def of_activity(plan: Plan, standings: Standings, speech: Speech, activity: str) -> tuple[Section, ...]:
    """One activity, and its steps where they have been reported."""
    tell = Teller(plan, speech, standings.day)
    ids = [activity, *(step for step in plan.activities[activity].steps if standings.steps[step].answers)]
    return (Section(activity, tell.thing(activity), (*_about(tell, standings), _activities(tell, standings, ids))),)


def of_organisation(plan: Plan, standings: Standings, speech: Speech, organisation: str) -> tuple[Section, ...]:
    """What one organisation answers for, and whether it still exists."""
    tell = Teller(plan, speech, standings.day)
    blocks: list[Block] = [*_about(tell, standings)]
    record = plan.organisations[organisation]
    end = ended_on(record, plan.calendar)
    if end and end < standings.day:
        blocks.append(Prose((tell.say(_("It ended on {day}."), day=end),)))
    ids = [i for i, held in plan.held.items() if organisation in held.doers]
    if ids:
        blocks.append(_activities(tell, standings, ids))
        counts = standings.by_organisation.get(organisation)
        if counts:
            blocks.append(Prose((_counted(tell, counts),)))
    else:
        blocks.append(Prose((tell.say(_("It answers for no activity.")),)))
    return (Section(organisation, tell.party(organisation), tuple(blocks)),)


def _about(tell: Teller, standings: Standings) -> Iterable[Block]:
    """Which day and round the picture is of."""
    items: list[tuple[Cell, Cell]] = [
        ((tell.say(_("As of")),), (standings.day.isoformat(),)),
        ((tell.say(_("Round")),), (standings.round,)),
    ]
    if standings.after_day:
        later = tell.speech.count(
            _("{n} submission came later and is not counted here. The report of its round counts it."),
            _("{n} submissions came later and are not counted here. The report of their round counts them."),
            standings.after_day,
        )
        items.append(((tell.say(_("Later")),), (later,)))
    return (Facts(tuple(items)),)


def _goal(tell: Teller, standings: Standings, goal: str) -> Section:
    record = tell.plan.goals[goal]
    judged = standings.goals.get(goal)
    blocks: list[Block] = []
    if judged:
        verdict: list[tuple[Cell, Cell]] = [((tell.say(_("Fulfilment")),), cells.fulfilment(tell, judged))]
        if judged.forecast:
            verdict.append(((tell.say(_("Forecast")),), cells.forecast(tell, judged)))
        blocks.append(Facts(tuple(verdict)))
    if record.activities:
        blocks.append(_activities(tell, standings, record.activities))
    return Section(goal, (f"{goal} ", tell.said(record.title or "")), tuple(blocks))


def _activities(tell: Teller, standings: Standings, ids: Iterable[str]) -> Table:
    rows = []
    for identifier in ids:
        standing = standings.activities.get(identifier) or standings.steps[identifier]
        held = tell.plan.held.get(identifier)
        doers: Cell = tell.parties(held.doers, short=True) if held else (Quiet("\N{EN DASH}"),)
        state: Cell = (*cells.status(tell, standing), BREAK, *cells.schedule(tell, standing))
        rows.append(Row(((identifier,), (tell.said_or_missing(tell.title(identifier)),), doers, state)))
    columns = (
        Column(tell.say(_("No.")), "narrow"),
        Column(tell.column("activity"), "wide"),
        Column(tell.say(_("Responsible")), "middle"),
        Column(tell.say(_("State")), "middle"),
    )
    return Table((), columns, tuple(rows))


def _criteria(tell: Teller, standings: Standings, ids: Iterable[str]) -> Table:
    columns = (
        Column(tell.say(_("No.")), "narrow"),
        Column(tell.column("criterion"), "wide"),
        Column(tell.say(_("Fulfilment")), "middle"),
    )
    rows = tuple(
        Row(((i,), (tell.said_or_missing(tell.title(i)),), cells.fulfilment(tell, standings.criteria.get(i))))
        for i in ids
    )
    return Table((), columns, rows)


def _indicators(tell: Teller, standings: Standings, ids: Iterable[str]) -> Table:
    columns = (
        Column(tell.say(_("No.")), "narrow"),
        Column(tell.column("indicator"), "wide"),
        Column(tell.say(_("Value")), "middle"),
        Column(tell.say(_("Target")), "middle"),
        Column(tell.say(_("Outcome")), "middle"),
    )
    rows = []
    for i in ids:
        standing = standings.indicators.get(i)
        if standing is None:
            continue
        indicator = tell.plan.indicators[i]
        value = latest(tell, indicator, standing)
        outcome: Cell = (tell.state("outcome", standing.outcome),)
        rows.append(Row(((i,), (tell.said_or_missing(tell.title(i)),), value, cells.targets(tell, indicator), outcome)))
    return Table((), columns, tuple(rows))


def _counts_table(tell: Teller, standings: Standings) -> list[Block]:
    """Themes by state, for the states that occur, with sums; then what the symbols mean."""
    seen = [tell.state("status", status) for status in STATUSES if standings.total.statuses.get(status)]
    keys = [status for status in STATUSES if standings.total.statuses.get(status)]
    columns = [Column(tell.column("theme"), "wide")]
    columns += [Column(state.symbol, "narrow", numbers=True) for state in seen]
    columns.append(Column(tell.say(_("Total")), "narrow", numbers=True))
    rows = []
    for theme, counts in standings.by_theme.items():
        record = tell.plan.themes.get(theme)
        name: Cell = (f"{theme} ", tell.said(record.title)) if record and record.title else (theme,)
        rows.append(Row((name, *_numbers(counts, keys))))
    rows.append(Row(((tell.say(_("The whole plan")),), *_numbers(standings.total, keys)), total=True))
    return [Table((), tuple(columns), tuple(rows)), Prose(joined([(state,) for state in seen], "   "))]


def _numbers(counts: Counts, seen: list[str]) -> tuple[Cell, ...]:
    return (*((str(counts.statuses.get(status, 0)),) for status in seen), (str(counts.counted),))


def _counted(tell: Teller, counts: Counts) -> str:
    """The counts in one sentence, with what was left out of the denominator."""
    schedules = [
        f"{counts.schedules[each]} {tell.state('schedule', each).word}"
        for each in SCHEDULES
        if counts.schedules.get(each)
    ]
    text = tell.say(
        _("{reported} of {counted} activities have been reported."), reported=counts.reported, counted=counts.counted
    )
    if schedules:
        text += " " + tell.say(_("Schedule: {counts}."), counts=tell.speech.list(schedules))
    over = counts.schedules.get(NO_SCHEDULE, 0)
    if over:
        text += " " + tell.speech.count(
            _("{n} is over and has no schedule."), _("{n} are over and have no schedule."), over
        )
    left = sum(counts.left_out.values())
    if left:
        text += " " + tell.speech.count(
            _("{n} is left out, ended by a decision."), _("{n} are left out, ended by a decision."), left
        )
    return text
