"""Where a part of the plan stands: a theme, a goal, one activity, or what one organisation answers for."""

from __future__ import annotations

from collections.abc import Iterable

from plantrack.followup.parties import Parties
from plantrack.followup.standing import NO_SCHEDULE, SCHEDULES, ActivityStanding, Counts, Standings
from plantrack.locales import Speech
from plantrack.mark import _
from plantrack.plan import Plan
from plantrack.report import standing_cells as cells
from plantrack.report.document import BREAK, Block, Cell, Column, Facts, PlanText, Prose, Quiet, Row, Section, Table
from plantrack.report.measured_words import latest
from plantrack.report.names import present_name
from plantrack.report.teller import Teller, lines
from plantrack.views.assessed import beside
from plantrack.views.doubts import in_doubt
from plantrack.views.organisation_ended import has_ended, of_ended
from plantrack.views.overview import about
from plantrack.views.own_answers import own_answers


def of_theme(plan: Plan, standings: Standings, speech: Speech, theme: str) -> tuple[Section, ...]:
    """A theme: each of its goals with its activities."""
    tell = Teller(plan, speech, standings.day)
    record = plan.themes.get(theme)
    title: Cell = (f"{theme} ", tell.said(record.title)) if record else (theme,)
    goals = tuple(_goal(tell, standings, goal) for goal, _record in plan.goals_in(theme))
    counts = standings.by_theme.get(theme)
    text = (Prose((_counted(tell, counts),)),) if counts else ()
    within = [goal for goal, _record in plan.goals_in(theme)]
    ids = [*within, *(each for each, goal in plan.goal_of.items() if goal in within)]
    section = Section(theme, title, (_about(tell, standings, ids), *text), goals)
    return (section, *beside(tell, standings, ids))


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
    steps = [step for each in record.activities.values() for step in each.steps]
    named = (goal, *record.activities, *steps, *record.criteria, *record.indicators)
    section = section._replace(blocks=(_about(tell, standings, named), *section.blocks, *more))
    return (section, *own_answers(tell, standings, named), *beside(tell, standings, named))


def of_activity(plan: Plan, standings: Standings, speech: Speech, activity: str) -> tuple[Section, ...]:
    """One activity, and its steps where they have been reported."""
    tell = Teller(plan, speech, standings.day)
    steps = plan.activities[activity].steps
    ids = [activity, *(step for step in steps if standings.steps[step].answers)]
    section = Section(activity, tell.thing(activity), (_about(tell, standings, ids), _activities(tell, standings, ids)))
    return (section, *own_answers(tell, standings, ids), *beside(tell, standings, [activity, *steps]))


def of_organisation(plan: Plan, standings: Standings, speech: Speech, organisation: str) -> tuple[Section, ...]:
    """What one organisation answers for on the day, what it took over included; and what became of it if it ended."""
    tell = Teller(plan, speech, standings.day)
    parties = Parties(plan, standings.day)
    own = [i for i, held in plan.held.items() if organisation in held.doers]
    ids = [i for i, held in plan.held.items() if i in own or organisation in parties.all_living(held.doers)]
    before = [i for i, each in plan.organisations.items() if organisation in each.successors and has_ended(tell, i)]
    about_it = _about(tell, standings, ids)
    ended = of_ended(tell, organisation)
    facts: list[tuple[Cell, Cell | PlanText]] = [*about_it.items, *ended]
    if before:
        facts.append(((tell.say(_("Took over from")),), lines(tell.party(each, short=True) for each in before)))
    blocks: list[Block] = [Facts(tuple(facts))]
    if ids:
        if ended:
            blocks.append(Prose((tell.say(_("The plan names it as the one that answers for this:")),)))
        blocks.append(_activities(tell, standings, ids))
        counts = standings.by_organisation.get(organisation)
        if counts:
            blocks.append(Prose((_counted(tell, counts),)))
    else:
        blocks.append(Prose((tell.say(_("It answers for no activity.")),)))
    title: Cell = (
        (tell.said(present_name(plan.organisations[organisation]).name),) if ended else tell.party(organisation)
    )
    return (Section(organisation, title, tuple(blocks)),)


def _about(tell: Teller, standings: Standings, things: Iterable[str]) -> Facts:
    """Which day and round the picture is of, and which answers in it are in doubt."""
    return Facts((*about(tell, standings), *in_doubt(tell, standings, things)))


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
        last = _last_said(tell, standing)
        rows.append(Row(((identifier,), (tell.said_or_missing(tell.title(identifier)),), doers, state, last)))
    columns = (
        Column(tell.say(_("No.")), "narrow"),
        Column(tell.column("activity"), "wide"),
        Column(tell.say(_("Responsible")), "middle"),
        Column(tell.say(_("State")), "middle"),
        Column(tell.say(_("Last answer")), "narrow"),
    )
    return Table((), columns, tuple(rows))


def _last_said(tell: Teller, standing: ActivityStanding) -> Cell:
    """The day of the last answer, and whether that is longer ago than the plan's rhythm."""
    if standing.last_day is None:
        return (Quiet(tell.say(_("never"))),)
    day = (standing.last_day.isoformat(),)
    return (*day, BREAK, tell.say(_("out of date"))) if standing.stale else day


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
        if standing.stale:
            value = (*value, BREAK, tell.say(_("out of date")))
        outcome: Cell = (tell.state("outcome", standing.outcome),)
        rows.append(Row(((i,), (tell.said_or_missing(tell.title(i)),), value, cells.targets(tell, indicator), outcome)))
    return Table((), columns, tuple(rows))


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
