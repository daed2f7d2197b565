"""The whole picture: themes and organisations by state, and how the goals are assessed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from plantrack.mark import _
from plantrack.report import standing_cells
from plantrack.report.charts.by_theme import by_theme
from plantrack.report.charts.grid import grid
from plantrack.report.charts.timeline import timelines
from plantrack.report.columns import linked_title
from plantrack.report.document import Block, Cell, Column, Prose, Row, Section, Table
from plantrack.report.listed import listed
from plantrack.report.request import Request
from plantrack.report.teller import Teller, capital


def write(request: Request, tell: Teller) -> Section:
    """How far everything has come, theme by theme, by who answers for it, goal by goal, and against time."""
    blocks = themes(request, tell)
    if request.silent:
        blocks = (contents(request, tell),)
    parts = (
        Section("picture-parties", (tell.say(_("Who answers for what")),), parties(request, tell)),
        Section("picture-goals", (capital(tell.say(_("goals"))),), judged(request, tell)),
        Section("picture-time", (tell.say(_("When it is to be done")),), timelines(request, tell)),
    )
    title = tell.say(_("The whole picture"))
    return Section("picture", (title,), blocks, tuple(each for each in parts if each.blocks), new_page=True)


def themes(request: Request, tell: Teller) -> tuple[Block, ...]:
    """Theme by theme: how far it has come, and whether it keeps its time."""
    status, schedule = by_theme(request, tell, "status"), by_theme(request, tell, "schedule")
    blocks: list[Block] = [status] if status else []
    if schedule:
        sentence = _("Activities that have ended have no schedule, and are not counted here.")
        blocks += [schedule, Prose((tell.say(sentence),))]
    return tuple(blocks)


def parties(request: Request, tell: Teller) -> tuple[Block, ...]:
    """The activities that each party answers for; where nobody has reported, without how they stand."""
    if request.silent:
        found = organisations_alone(request, tell)
        return (found,) if found.rows else ()
    chart = grid(request, tell)
    if chart is None:
        return ()
    sentence = _("An activity that several answer for is counted once for each, so the rows have no sum.")
    return chart, Prose((tell.say(sentence),))


def judged(request: Request, tell: Teller) -> tuple[Block, ...]:
    """The table of goals; nothing where nobody has reported."""
    return (goals(request, tell),) if request.plan.goals and not request.silent else ()


def goals(request: Request, tell: Teller) -> Table:
    """Each goal: how it is assessed now and was a round ago, and how many of its activities are done."""
    standings = request.standings
    foreseen = any(each.forecast for each in standings.goals.values())
    rows = []
    for goal in request.plan.goals:
        judged, counts = standings.goals.get(goal), standings.by_goal.get(goal)
        cells: list[Cell] = [linked_title(tell, goal)]
        cells += [standing_cells.fulfilment_then(tell, then.goals.get(goal)) for then in request.beside]
        cells.append(standing_cells.fulfilment(tell, judged))
        cells += [standing_cells.forecast(tell, judged)] if foreseen else []
        if counts and counts.counted:
            completed = tell.number_of(counts.statuses.get("completed", 0), counts.counted)
            cells.append((completed, *tell.source(counts, "status")))
            cells.append((str(counts.schedules.get("late", 0)), *tell.source(counts, "schedule")))
        else:
            cells += [(tell.say(_("none counted")),), ("0", *(tell.source(counts, "schedule") if counts else ()))]
        rows.append(Row(tuple(cells)))
    columns = [
        Column(tell.column("goal"), "wide"),
        *now_and_then(request, tell, _("Fulfilment"), _("Fulfilment {round}")),
    ]
    columns += [Column(tell.say(_("Forecast")), "middle")] if foreseen else []
    columns += [
        Column(tell.say(_("Completed activities")), "narrow", numbers=True),
        Column(tell.say(_("Late activities")), "narrow", numbers=True),
    ]
    return Table((tell.say(_("How each {goal} is assessed"), goal=tell.level("goal")),), tuple(columns), tuple(rows))


def now_and_then(request: Request, tell: Teller, now: str, then: str) -> list[Column]:
    """A column for each round that is shown, this one last; with its name where there are several."""
    columns = [Column(tell.say(then, round=each.round)) for each in request.beside]
    return [*columns, Column(tell.say(then, round=request.standings.round) if columns else tell.say(now))]


HELD = (_("goals"), _("activities"), _("success criteria"), _("indicators"))


def numbered(tell: Teller, inside: Iterable[Collection[str]]) -> Iterator[Cell]:
    """How many of each kind there are, with the reference to which they are."""
    for what, ids in zip(HELD, inside, strict=True):
        yield str(len(ids)), *listed(tell, what, ids)


def contents(request: Request, tell: Teller) -> Table:
    """Where nobody has reported: what each theme holds."""
    plan = request.plan
    rows = []
    for theme in plan.themes:
        found = plan.goals_in(theme)
        inside = (
            [identifier for identifier, _goal in found],
            *([i for _id, goal in found for i in goal[name]] for name in ("activities", "criteria", "indicators")),
        )
        rows.append(Row((linked_title(tell, theme), *numbered(tell, inside))))
    sums = (plan.goals, plan.activities, plan.criteria, plan.indicators)
    rows.append(Row(((tell.say(_("The whole plan")),), *numbered(tell, sums)), total=True))
    columns = (
        Column(tell.column("theme"), "wide"),
        *(Column(capital(tell.say(word)), "narrow", numbers=True) for word in HELD),
    )
    return Table((tell.say(_("What the plan holds")),), columns, tuple(rows))


def organisations_alone(request: Request, tell: Teller) -> Table:
    """Where nobody has reported: how many activities each party answers for."""
    held = request.plan.held
    found: dict[str, list[str]] = {}
    for identifier, each in held.items():
        for party in each.doers:
            found.setdefault(party, []).append(identifier)
    ordered = sorted(found.items(), key=lambda item: -len(item[1]))
    rows = [
        Row((tell.party(party), (str(len(ids)), *listed(tell, _("activities"), ids)), tell.links(ids)))
        for party, ids in ordered
    ]
    columns = (
        Column(tell.say(_("Organisation")), "wide"),
        Column(tell.say(_("Number")), "narrow", numbers=True),
        Column(tell.column("activity"), "wide"),
    )
    return Table((tell.say(_("Activities per organisation that answers for them")),), columns, tuple(rows))
