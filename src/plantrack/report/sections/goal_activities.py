"""A goal's activities: how each stands, its steps, and what else the plan says of it."""

from __future__ import annotations

from plantrack.mark import _
from plantrack.model.goal import ROLES, Activity, Ended, Goal
from plantrack.plan import by_number
from plantrack.report import standing_cells
from plantrack.report.document import Block, Cell, Column, Facts, PlanText, Quiet, Row, Table
from plantrack.report.request import Request
from plantrack.report.sections.economy import cost_words
from plantrack.report.sections.picture import now_and_then
from plantrack.report.standing_cells import LEAD_ROLES, ROLE_WORDS
from plantrack.report.teller import Teller, anchor, ended_by, joined, lines


def tables(request: Request, tell: Teller, identifier: str, goal: Goal) -> list[Block]:
    """The table of activities, that of their steps, and the facts that have no column."""
    ids = sorted(goal.activities, key=by_number)
    if not ids:
        return []
    blocks: list[Block] = [activities(request, tell, identifier, ids)]
    steps = step_table(request, tell, identifier, goal, ids)
    if steps.rows:
        blocks.append(steps)
    more: list[tuple[Cell, Cell | PlanText]] = [item for i in ids for item in details(tell, i, goal.activities[i])]
    if more:
        blocks.append(Facts(tuple(more)))
    return blocks


def activities(request: Request, tell: Teller, identifier: str, ids: list[str]) -> Table:
    """One row an activity. Where nobody has reported on the plan, only what it says."""
    caption = tell.say(_("Activities of {goal} {id}"), goal=tell.level("goal"), id=identifier)
    columns = [
        Column(tell.say(_("No.")), "narrow"),
        Column(tell.column("activity"), "wide"),
        Column(tell.say(_("Responsible")), "middle"),
        Column(tell.say(_("When")), "middle"),
    ]
    if request.silent:
        columns.append(Column(tell.say(_("Cost")), "middle"))
        return Table((caption,), tuple(columns), tuple(silent_row(request, tell, i) for i in ids), head=1)
    columns += now_and_then(request, tell, _("Status"), _("Status {round}"))
    columns.append(Column(tell.say(_("Schedule")), "middle"))
    commented = any(comment_of(request, i) for i in ids)
    if commented:
        columns.append(Column(tell.say(_("Comment")), "wide"))
    return Table((caption,), tuple(columns), tuple(row(request, tell, i, commented) for i in ids), head=1)


def row(request: Request, tell: Teller, identifier: str, commented: bool) -> Row:
    """How an activity stands, and how it stood a round ago."""
    standing, held = request.standings.activities[identifier], request.plan.held[identifier]
    cells: list[Cell] = [
        (identifier,),
        (tell.said(request.plan.activities[identifier].title),),
        standing_cells.responsible(tell, held),
        standing_cells.when(tell, held),
    ]
    for each in request.beside:
        then = each.activities.get(identifier)
        cells.append(standing_cells.status_then(tell, then))
    cells.append(standing_cells.status(tell, standing))
    cells.append(standing_cells.schedule(tell, standing))
    if commented:
        cells.append(comment_of(request, identifier, tell))
    return Row(tuple(cells), anchor(identifier))


def comment_of(request: Request, identifier: str, tell: Teller | None = None) -> Cell:
    """What the one who speaks for an activity says of it; nothing is an empty cell only without a teller."""
    standing = request.standings.activities[identifier]
    comment = standing.given.answer.comment if standing.given else None
    repeated = standing.given.repeated if standing.given and not comment else None
    comment = comment or (repeated.comment if repeated else None)
    reason = standing.given.answer.schedule_reason if standing.given else None
    if tell is None:
        return ("x",) if comment or reason else ()
    end = request.plan.activities[identifier].ended
    if not comment and not reason and end and end.reason and ended_by(end, tell.date):
        return (tell.said(end.reason),)
    if not comment and not reason:
        if any(given.answer.comment for given in standing.answers):
            return (Quiet(tell.say(_("see each organisation's own answer"))),)
        return (Quiet(tell.say(_("no comment"))),) if standing.answers else (tell.missing,)
    said: list[Cell] = [(tell.said(comment),)] if comment else []
    if reason:
        said.append((tell.say(_("On the schedule:")), " ", tell.said(reason)))
    return lines(said)


def silent_row(request: Request, tell: Teller, identifier: str) -> Row:
    """What the plan says of an activity."""
    standing, held = request.standings.activities[identifier], request.plan.held[identifier]
    when = standing_cells.when(tell, held)
    if standing.time_is_up:
        when = (*when, " ", Quiet(tell.say(_("(time is up)"))))
    cells = (
        (identifier,),
        (tell.said(request.plan.activities[identifier].title),),
        standing_cells.responsible(tell, held),
        when,
        cost_words(tell, identifier, held),
    )
    return Row(cells, anchor(identifier))


def step_table(request: Request, tell: Teller, identifier: str, goal: Goal, ids: list[str]) -> Table:
    """The steps of the goal's activities. States are shown where anybody has told of any step."""
    steps = [(i, step) for activity in ids for i, step in goal.activities[activity].steps.items()]
    told = any(request.standings.steps[i].answers for i, _step in steps if i in request.standings.steps)
    dated = any(step.when or step.responsible for _i, step in steps)
    columns = [Column(tell.say(_("No.")), "narrow"), Column(tell.say(_("Step")), "wide")]
    if dated:
        columns += [Column(tell.say(_("Responsible")), "middle"), Column(tell.say(_("When")), "middle")]
    if told:
        columns += now_and_then(request, tell, _("Status"), _("Status {round}"))
    rows = []
    for i, step in steps:
        cells: list[Cell] = [(i,), (tell.said(step.title),)]
        if dated:
            as_activity = Quiet(tell.say(_("as the activity")))
            cells.append(tell.parties(step.responsible, short=True) if step.responsible else (as_activity,))
            cells.append((tell.when(step.when),) if step.when else (as_activity,))
        if told:
            standing = request.standings.steps.get(i)
            cells += [standing_cells.status_then(tell, then.steps.get(i)) for then in request.beside]
            cells.append(standing_cells.status(tell, standing) if standing else (tell.missing,))
        rows.append(Row(tuple(cells), anchor(i)))
    caption = tell.say(_("Steps of the activities of {goal} {id}"), goal=tell.level("goal"), id=identifier)
    head = 1 if len(columns) > 2 else 0  # a row's heading needs something to be the heading of
    return Table((caption,), tuple(columns), tuple(rows), head=head)


def details(tell: Teller, identifier: str, activity: Activity) -> list[tuple[Cell, Cell | PlanText]]:
    """What the plan says of an activity that the table has no column for, under its number."""
    name: Cell = (identifier,)
    text: list[tuple[Cell, Cell | PlanText]] = [(name, tell.text(activity.text))] if activity.text else []
    said = detail_lines(tell, identifier, activity)
    return [*text, (name, lines(said))] if said else text


def detail_lines(tell: Teller, identifier: str, activity: Activity, roles: bool = True) -> list[Cell]:
    """The other roles where they are wanted, what it is aimed at, what it waits for, and what became of it."""
    held = tell.plan.held[identifier]
    said: list[Cell] = []
    for role in ROLES if roles else ():
        if role not in LEAD_ROLES and held.roles.get(role):
            said.append((f"{sentence_start(tell, role)}: ", *tell.parties(held.roles[role], short=True)))
    if activity.aimed_at:
        said.append((tell.say(_("Aimed at:")), " ", *tell.parties(activity.aimed_at, short=True)))
    if activity.according_to:
        said.append((tell.say(_("According to:")), " ", tell.said(activity.according_to)))
    for awaited in activity.awaits:
        found = tell.plan.header.awaited.get(awaited)
        said.append((tell.say(_("Waits for:")), " ", tell.said(found.text) if found else awaited))
    if activity.replaces or activity.continues:
        said.append((tell.say(_("Replaces:")), " ", *tell.links((*activity.replaces, *activity.continues))))
    if activity.replaced_by:
        said.append((tell.say(_("Replaced by:")), " ", *tell.links(activity.replaced_by)))
    if activity.ended and ended_by(activity.ended, tell.date):
        said.append((tell.say(_("Ended:")), " ", *ended(tell, activity.ended)))
    return said


def sentence_start(tell: Teller, role: str) -> str:
    """A role at the start of a line."""
    word = tell.say(ROLE_WORDS[role])
    return word[:1].upper() + word[1:]


def ended(tell: Teller, end: Ended) -> Cell:
    """When and why something ended, and by what decision."""
    parts: list[Cell] = [(end.date.isoformat(),)]
    parts.append(tell.decision(end.decision) if end.decision else (Quiet(tell.say(_("no decision"))),))
    if end.reason:
        parts.append((tell.said(end.reason),))
    return joined(parts, "; ")
