"""All about one activity: how it stands and why, what the plan says of it, its steps, and what measures it."""

from __future__ import annotations

from plantrack.mark import _
from plantrack.model.goal import ROLES
from plantrack.report import standing_cells
from plantrack.report.charts.curves import of_goal
from plantrack.report.document import Block, Bullets, Cell, Facts, PlanText, Prose, Section
from plantrack.report.request import Request
from plantrack.report.sections import goal_activities, goal_measures
from plantrack.report.sections.economy import cost_words
from plantrack.report.standing_cells import ROLE_WORDS
from plantrack.report.teller import Teller, capital, joined, lines
from plantrack.report.why_words import because

Items = list[tuple[Cell, Cell | PlanText]]


def its(request: Request) -> str:
    """The activity that the report is on."""
    assert request.part is not None
    return request.part.thing


def stand(request: Request, tell: Teller) -> Section:
    """How it stands, and the rule behind each word of that."""
    standing = request.standings.activities[its(request)]
    items: Items = [
        ((tell.say(_("Status")),), standing_cells.status(tell, standing)),
        ((tell.say(_("Schedule")),), standing_cells.schedule(tell, standing)),
    ]
    given = standing.given.answer if standing.given else None
    if given:
        said = (
            (_("Comment"), given.comment),
            (_("Deviation"), given.deviation),
            (_("Remedy"), given.remedy),
        )
        items += [((tell.say(name),), (tell.said(text),)) for name, text in said if text]
        items += [((tell.say(_("Now expected")),), (tell.point(given.expected),))] if given.expected else []
    whys = [because(tell, each) for each in (standing.status_why, standing.schedule_why)]
    reasons: tuple[Cell, ...] = tuple((each,) for each in dict.fromkeys(whys) if each)
    blocks: list[Block] = [Facts(tuple(items))]
    if reasons:
        blocks += [Prose((tell.say(_("Why it is said to stand so:")),)), Bullets(reasons)]
    if not standing.counted:
        blocks.append(Prose((tell.say(_("It is not counted: a decision has ended it.")),)))
    return Section("stand", (tell.say(_("How it stands")),), tuple(blocks))


def facts(request: Request, tell: Teller) -> Section:
    """What the plan says of it: who, when, at what cost, and all the rest."""
    identifier = its(request)
    activity, held = request.plan.activities[identifier], request.plan.held[identifier]
    items: Items = [((tell.say(_("About")),), tell.text(activity.text))] if activity.text else []
    items += [
        ((capital(tell.say(ROLE_WORDS[role])),), lines(tell.party(each) for each in held.roles[role]))
        for role in ROLES
        if held.roles.get(role)
    ]
    if not held.doers:
        items.append(((tell.say(_("Responsible")),), (tell.missing,)))
    items += [
        ((tell.say(_("When")),), standing_cells.when(tell, held)),
        ((tell.say(_("Cost")),), cost_words(tell, identifier, held)),
    ]
    others = goal_activities.detail_lines(tell, identifier, activity, roles=False)
    if others:
        items.append(((tell.say(_("Also")),), lines(others)))
    if activity.tags:
        tags = tell.plan.header.tags
        items.append(((tell.say(_("Tags")),), joined([(tell.said(tags.get(each, each)),) for each in activity.tags])))
    return Section("facts", (tell.say(_("What the plan says")),), (Facts(tuple(items)),))


def steps(request: Request, tell: Teller) -> Section | None:
    """Its steps, where it has any."""
    identifier = its(request)
    goal = request.plan.goal_of[identifier]
    table = goal_activities.step_table(request, tell, goal, request.plan.goals[goal], [identifier])
    if not table.rows:
        return None
    caption = tell.say(_("Steps of the activity {id}"), id=identifier)
    return Section("steps", (tell.say(_("Steps")),), (table._replace(caption=(caption,)),))


def measures(request: Request, tell: Teller) -> Section | None:
    """The criteria and indicators that are about it, those of the whole goal too."""
    identifier = request.plan.goal_of[its(request)]
    goal = request.plan.goals[identifier]
    blocks: list[Block] = []
    if goal.criteria:
        caption = tell.say(_("Success criteria that hold for it"))
        blocks.append(goal_measures.criteria(request, tell, identifier, goal)._replace(caption=(caption,)))
    if goal.indicators:
        caption = tell.say(_("Indicators that measure it"))
        blocks.append(goal_measures.indicators(request, tell, identifier, goal)._replace(caption=(caption,)))
    blocks += of_goal(request, tell, identifier)
    title = tell.say(_("How success is seen and measured"))
    return Section("measures", (title,), tuple(blocks)) if blocks else None
