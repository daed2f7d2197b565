"""When everything is to be done, against the plan's period and the day of judgement.

All activities stand in one picture where they fit on a page; else there is a picture for each theme. Where
even that is too much, the picture says how much is due when.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from plantrack.followup.schedule import OVER
from plantrack.followup.standing import ActivityStanding
from plantrack.mark import _
from plantrack.plan import by_number
from plantrack.report import standing_cells
from plantrack.report.charts import axes, wording
from plantrack.report.charts.deadlines import by_goal, by_level
from plantrack.report.charts.states import in_order, period, spread, state_of
from plantrack.report.charts.stretches import of_activity, of_step
from plantrack.report.columns import linked_title
from plantrack.report.document import Cell, Chart, Column, Quiet, Row, Table, plain
from plantrack.report.listed import listed
from plantrack.report.pictures import Line, LineGroup, Moment, Stretch, Timeline
from plantrack.report.request import Request
from plantrack.report.teller import Teller

MOST_LINES = 22
"""As many rows as fit on a page with the headings of their goals."""
MOST_GOALS = 22
MOST_CHARTS = 12
HOMELESS = ""
"""The theme of goals whose theme is not defined."""

Themes = Mapping[str, tuple[str, ...]]
"""Theme -> its goals that have activities."""


def timelines(request: Request, tell: Teller, steps: bool = False) -> tuple[Chart, ...]:
    """The timeline of the plan: one chart, or one for each theme; with the steps of activities where asked for."""
    themes = _themes(request)
    goals = tuple(goal for found in themes.values() for goal in found)
    if not goals:
        return ()
    rows = {theme: sum(_rows(request, goal, steps) for goal in found) for theme, found in themes.items()}
    if sum(rows.values()) <= MOST_LINES:
        return (_timeline(request, tell, goals, (), steps),)
    few = len(themes) <= MOST_CHARTS
    if few and max(rows.values()) <= MOST_LINES:
        return tuple(_timeline(request, tell, found, _name(tell, each), steps) for each, found in themes.items())
    if len(goals) <= MOST_GOALS:
        return (by_goal(request, tell, goals, ()),)
    if few and max(map(len, themes.values())) <= MOST_GOALS:
        return tuple(by_goal(request, tell, found, _name(tell, each)) for each, found in themes.items())
    return (by_level(request, tell, "theme", {each: _name(tell, each) for each in themes}, themes, ()),)


def _themes(request: Request) -> Themes:
    goals = {request.plan.goal_of[each] for each in request.standings.activities}
    found: dict[str, list[str]] = {}
    for goal in (each for each in request.plan.goals if each in goals):
        theme = request.plan.theme_of.get(goal, HOMELESS)
        found.setdefault(theme if theme in request.plan.themes else HOMELESS, []).append(goal)
    return {theme: tuple(found[theme]) for theme in (*request.plan.themes, HOMELESS) if theme in found}


def activities_of(request: Request, goal: str) -> tuple[str, ...]:
    """The activities of a goal that were there in the round."""
    found = (each for each in request.plan.goals[goal].activities if each in request.standings.activities)
    return tuple(sorted(found, key=by_number))


def _name(tell: Teller, theme: str) -> Cell:
    return linked_title(tell, theme) if theme else (tell.say(_("Without {theme}"), theme=tell.level("theme")),)


def _rows(request: Request, goal: str, steps: bool) -> int:
    found = activities_of(request, goal)
    return len(found) + (sum(len(request.plan.activities[each].steps) for each in found) if steps else 0)


def _timeline(request: Request, tell: Teller, goals: Iterable[str], theme: Cell, steps: bool) -> Chart:
    """A row for each activity, under its goal."""
    plan = request.plan
    groups, rows, activities = [], [], []
    for goal in goals:
        lines = []
        for identifier in activities_of(request, goal):
            activities.append(identifier)
            lines.append(_activity(request, tell, identifier))
            rows.append(_activity_row(request, tell, identifier))
            for step in plan.activities[identifier].steps if steps else ():
                lines.append(_step(request, tell, identifier, step))
                rows.append(_step_row(request, tell, identifier, step))
        groups.append(LineGroup(wording.label(tell, goal), tuple(lines)))
    sentence = _("When the activities are to be done, and how they stood on {day}")
    caption: Cell = (tell.say(sentence, day=request.standings.day),)
    caption = (*caption, ": ", *theme) if theme else caption
    picture = _picture(request, tell, tuple(groups))
    traced = listed(tell, _("activities, with their time"), activities, round_id=request.standings.round)
    return Chart((*caption, *traced), _told(request, tell, activities), picture, _table(tell, caption, rows))


def _table(tell: Teller, caption: Cell, rows: Iterable[Row]) -> Table:
    columns = (
        Column(tell.say(_("No.")), "narrow"),
        Column(tell.column("activity"), "wide"),
        Column(tell.say(_("When")), "middle"),
        Column(tell.say(_("First day")), "narrow"),
        Column(tell.say(_("No later than")), "narrow"),
        Column(tell.say(_("Now expected")), "narrow"),
        Column(tell.say(_("Status")), "middle"),
        Column(tell.say(_("Schedule")), "middle"),
    )
    return Table(wording.figures(tell, caption), columns, tuple(rows), head=1)


def _activity(request: Request, tell: Teller, identifier: str) -> Line:
    standing, held = request.standings.activities[identifier], request.plan.held[identifier]
    stretch = of_activity(request.plan, standing, held)
    return _line(request, tell, standing, stretch, standing_cells.when(tell, held), step=False)


def _step(request: Request, tell: Teller, activity: str, identifier: str) -> Line:
    standing, step = request.standings.steps[identifier], request.plan.steps[identifier]
    stretch = of_step(request.plan, standing, step, request.plan.held[activity])
    return _line(request, tell, standing, stretch, _when(request, tell, activity, identifier), step=True)


def _line(
    request: Request, tell: Teller, standing: ActivityStanding, stretch: Stretch, when: Cell, *, step: bool
) -> Line:
    label, expected = wording.label(tell, standing.id), _expected(request, standing)
    return Line(label, stretch, state_of(tell, standing), plain(when), expected, step)


def _when(request: Request, tell: Teller, activity: str, step: str) -> Cell:
    """When a step is to be done: by its own time, else by that of the activity around it."""
    when = request.plan.steps[step].when
    return (tell.when(when),) if when else standing_cells.when(tell, request.plan.held[activity])


def _expected(request: Request, standing: ActivityStanding) -> date | None:
    """When open work is now expected to be finished, by the answer that is its state."""
    given = standing.given
    if given is None or standing.status in OVER:
        return None
    point = given.answer.expected or (given.repeated.expected if given.repeated else None)
    return request.plan.calendar.last(point) if point else None


def _activity_row(request: Request, tell: Teller, identifier: str) -> Row:
    title = tell.said(request.plan.activities[identifier].title)
    when = standing_cells.when(tell, request.plan.held[identifier])
    return _row(request, tell, request.standings.activities[identifier], (tell.link(identifier),), (title,), when)


def _step_row(request: Request, tell: Teller, activity: str, identifier: str) -> Row:
    title = tell.said(request.plan.steps[identifier].title)
    when = _when(request, tell, activity, identifier)
    return _row(request, tell, request.standings.steps[identifier], (identifier,), (title,), when)


def _row(request: Request, tell: Teller, standing: ActivityStanding, number: Cell, title: Cell, when: Cell) -> Row:
    expected = _expected(request, standing)
    unsaid, timed = Quiet(tell.say(_("not said"))), tell.source(standing, "schedule")
    return Row(
        (
            number,
            title,
            when,
            (tell.day(standing.start), *timed) if standing.start else (unsaid,),
            (tell.day(standing.end), *timed) if standing.end else (Quiet(tell.say(_("no end"))),),
            (tell.day(expected), *tell.source(standing.given, "given")) if expected else (unsaid,),
            standing_cells.status(tell, standing),
            standing_cells.schedule(tell, standing),
        )
    )


def _picture(request: Request, tell: Teller, groups: tuple[LineGroup, ...]) -> Timeline:
    lines = [line for group in groups for line in group.lines]
    first, last = period(request)
    signs = {
        "vague": any(each.stretch.usable and _is_vague(each.stretch) for each in lines),
        "endless": any(each.stretch.endless for each in lines),
        "unbegun": any(each.stretch.first is None and each.stretch.last is not None for each in lines),
        "expected_end": any(each.expected for each in lines),
    }
    return Timeline(
        first=first,
        last=last,
        spans=axes.spans(tell, first, last),
        judged=Moment(request.standings.day, tell.say(_("as of {day}"), day=request.standings.day)),
        groups=groups,
        states=wording.known((each.state for each in lines), in_order(tell)),
        signs=wording.signs(tell, signs),
    )


def _is_vague(stretch: Stretch) -> bool:
    known = {each for each in (stretch.first, stretch.last) if each}
    return stretch.sure is None or not known <= {*stretch.sure}


def _told(request: Request, tell: Teller, activities: Iterable[str]) -> str:
    """How many there are, and how many stand how; then those that cannot be drawn."""
    standings = [request.standings.activities[each] for each in activities]
    said = [spread(request, tell, standings)]
    timeless = sum(not (each.start or each.end) for each in standings)
    if timeless:
        one = _("One of them has no time that can be drawn.")
        many = _("{n} of them have no time that can be drawn.")
        said.append(tell.speech.count(one, many, timeless))
    return " ".join(said)
