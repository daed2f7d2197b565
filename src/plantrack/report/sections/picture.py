"""The whole picture: themes and organisations by state, and how the goals are assessed."""

from __future__ import annotations

from collections.abc import Mapping

from plantrack.followup.standing import NO_REPORT, SCHEDULES, STATUSES, Counts
from plantrack.mark import _
from plantrack.report import standing_cells
from plantrack.report.document import Block, Cell, Column, Link, Prose, Row, Section, Table
from plantrack.report.request import Request
from plantrack.report.teller import Teller, anchor, capital

ALWAYS = ("completed", "ongoing", "not_started", NO_REPORT)
"""States that are shown even where nothing stands so."""


def write(request: Request, tell: Teller) -> Section:
    """Tables with sums, and what the sums are taken over."""
    blocks: list[Block] = []
    if request.silent:
        blocks += [contents(request, tell), organisations_alone(request, tell)]
    else:
        blocks += [
            by_theme(request, tell, "status", STATUSES),
            by_theme(request, tell, "schedule", SCHEDULES),
            Prose((tell.say(_("Activities that have ended have no schedule, and are in none of the columns above.")),)),
            by_organisation(request, tell),
            Prose(
                (tell.say(_("An activity that several answer for is counted once for each, so the rows have no sum.")),)
            ),
            goals(request, tell),
        ]
    return Section(
        "picture", (tell.say(_("The whole picture")),), tuple(each for each in blocks if has_rows(each)), new_page=True
    )


def has_rows(block: Block) -> bool:
    """Whether a block is anything but a table without rows."""
    return not isinstance(block, Table) or bool(block.rows)


def shown(counts: list[Counts], axis: str, order: tuple[str, ...]) -> tuple[str, ...]:
    """The states that get a column: the usual ones, and those that anything stands in."""
    tables: list[Mapping[str, int]] = [each.statuses if axis == "status" else each.schedules for each in counts]
    return tuple(
        key for key in order if (axis == "schedule" or key in ALWAYS) or any(table.get(key) for table in tables)
    )


def state_columns(tell: Teller, axis: str, keys: tuple[str, ...]) -> tuple[Column, ...]:
    """One column a state, headed by its symbol and word."""
    return tuple(
        Column(f"{tell.state(axis, key).symbol} {tell.state(axis, key).word}", "narrow", numbers=True) for key in keys
    )


def by_theme(request: Request, tell: Teller, axis: str, order: tuple[str, ...]) -> Table:
    """Theme by state, with the sum of each row and column."""
    counts = request.standings.by_theme
    total = request.standings.total
    keys = shown([total], axis, order)
    rows = [figures(linked_title(tell, theme), each, axis, keys) for theme, each in counts.items()]
    rows.append(figures((tell.say(_("The whole plan")),), total, axis, keys)._replace(total=True))
    columns = (
        Column(tell.column("theme"), "wide"),
        *state_columns(tell, axis, keys),
        Column(tell.say(_("Sum")), "narrow", numbers=True),
    )
    if axis == "status":
        columns = (*columns, Column(tell.say(_("Left out")), "narrow", numbers=True))
    caption = (
        _("Status of activities per {theme}") if axis == "status" else _("Schedule of open activities per {theme}")
    )
    return Table((tell.say(caption, theme=tell.level("theme")),), columns, tuple(rows))


def figures(head: Cell, counts: Counts, axis: str, keys: tuple[str, ...]) -> Row:
    """One row of figures."""
    table = counts.statuses if axis == "status" else counts.schedules
    cells: list[Cell] = [(str(table.get(key, 0)),) for key in keys]
    if axis == "status":
        left_out = sum(counts.left_out.values())
        return Row((head, *cells, (str(counts.counted),), (str(left_out),)))
    return Row((head, *cells, (str(sum(table.get(key, 0) for key in SCHEDULES)),)))


def linked_title(tell: Teller, identifier: str) -> Cell:
    """A number that leads to its place, and the title."""
    title = tell.title(identifier)
    link = Link(identifier, anchor(identifier))
    return (link, " ", tell.said(title)) if title else (link,)


def by_organisation(request: Request, tell: Teller) -> Table:
    """Per party that answers for the work: how its activities stand."""
    counts = request.standings.by_organisation
    statuses = shown(list(counts.values()), "status", STATUSES)
    rows = []
    for organisation, each in counts.items():
        cells: list[Cell] = [(str(each.statuses.get(key, 0)),) for key in statuses]
        late = (str(each.schedules.get("late", 0)),)
        rows.append(Row((tell.party(organisation), *cells, (str(each.counted),), late)))
    columns = (
        Column(tell.say(_("Organisation")), "wide"),
        *state_columns(tell, "status", statuses),
        Column(tell.say(_("Sum")), "narrow", numbers=True),
        Column(tell.say(_("of which late")), "narrow", numbers=True),
    )
    return Table((tell.say(_("Status of activities per organisation that answers for them")),), columns, tuple(rows))


def goals(request: Request, tell: Teller) -> Table:
    """Each goal: how it is assessed now and was a round ago, and how many of its activities are done."""
    standings = request.standings
    rows = []
    for goal in request.plan.goals:
        judged, counts = standings.goals.get(goal), standings.by_goal.get(goal)
        cells: list[Cell] = [linked_title(tell, goal)]
        cells += [standing_cells.fulfilment_then(tell, then.goals.get(goal)) for then in request.beside]
        cells.append(standing_cells.fulfilment(tell, judged))
        cells.append(standing_cells.forecast(tell, judged))
        if counts and counts.counted:
            cells.append((tell.number_of(counts.statuses.get("completed", 0), counts.counted),))
            cells.append((str(counts.schedules.get("late", 0)),))
        else:
            cells += [(tell.say(_("none counted")),), ("0",)]
        rows.append(Row(tuple(cells)))
    columns = [
        Column(tell.column("goal"), "wide"),
        *now_and_then(request, tell, _("Fulfilment"), _("Fulfilment {round}")),
    ]
    columns += [
        Column(tell.say(_("Forecast")), "middle"),
        Column(tell.say(_("Completed activities")), "narrow", numbers=True),
        Column(tell.say(_("Late activities")), "narrow", numbers=True),
    ]
    return Table((tell.say(_("How each {goal} is assessed"), goal=tell.level("goal")),), tuple(columns), tuple(rows))


def now_and_then(request: Request, tell: Teller, now: str, then: str) -> list[Column]:
    """A column for each round that is shown, this one last; with its name where there are several."""
    columns = [Column(tell.say(then, round=each.round)) for each in request.beside]
    return [*columns, Column(tell.say(then, round=request.standings.round) if columns else tell.say(now))]


def contents(request: Request, tell: Teller) -> Table:
    """Where nobody has reported: what each theme holds."""
    plan = request.plan
    rows = []
    for theme in plan.themes:
        found = [goal for _id, goal in plan.goals_in(theme)]
        numbers = (
            len(found),
            *(sum(len(goal[name]) for goal in found) for name in ("activities", "criteria", "indicators")),
        )
        rows.append(Row((linked_title(tell, theme), *((str(number),) for number in numbers))))
    sums = (len(plan.goals), len(plan.activities), len(plan.criteria), len(plan.indicators))
    rows.append(Row(((tell.say(_("The whole plan")),), *((str(number),) for number in sums)), total=True))
    columns = (
        Column(tell.column("theme"), "wide"),
        *(
            Column(capital(tell.say(word)), "narrow", numbers=True)
            for word in (_("goals"), _("activities"), _("success criteria"), _("indicators"))
        ),
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
    rows = [Row((tell.party(party), (str(len(ids)),), tell.links(ids))) for party, ids in ordered]
    columns = (
        Column(tell.say(_("Organisation")), "wide"),
        Column(tell.say(_("Number")), "narrow", numbers=True),
        Column(tell.column("activity"), "wide"),
    )
    return Table((tell.say(_("Activities per organisation that answers for them")),), columns, tuple(rows))
