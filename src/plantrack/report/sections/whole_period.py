"""The whole period, in a final report: what became of each goal."""

from __future__ import annotations

from plantrack.mark import _
from plantrack.report import standing_cells
from plantrack.report.columns import linked_title
from plantrack.report.document import Cell, Column, Link, Prose, Quiet, Row, Section, Table
from plantrack.report.listed import listed
from plantrack.report.request import Request
from plantrack.report.teller import Teller


def write(request: Request, tell: Teller) -> Section | None:
    """Goal by goal; nothing before the plan's last report."""
    if not request.final or request.silent or not request.plan.goals:
        return None
    link = Link(tell.say(_("What is not completed, and what becomes of it")), "ahead")
    came = [i for i in request.plan.came_in if i in request.plan.activities]
    traced = tell.source(request.standings.total, "status")
    traced += listed(tell, _("activities that came in during the period"), came) if came else ()
    blocks = Prose((opening(request, tell), *traced)), goals(request, tell), Prose((link, "."))
    return Section("whole-period", (tell.say(_("The whole period")),), blocks, new_page=True)


def opening(request: Request, tell: Teller) -> str:
    """What became of all activities that the plan has had."""
    total = request.standings.total
    came = [i for i in request.plan.came_in if i in request.plan.activities]
    sentence = tell.say(
        _(
            "The plan has had {n} activities. {completed} were completed, {ended} ended by decision, and {left} are left."
        ),
        n=total.total,
        completed=total.statuses.get("completed", 0),
        ended=sum(total.left_out.values()),
        left=total.counted - total.statuses.get("completed", 0),
    )
    added = tell.speech.count(
        _("One of them came in during the period."), _("{n} of them came in during the period."), len(came)
    )
    return f"{sentence} {added}" if came else sentence


def goals(request: Request, tell: Teller) -> Table:
    """One row a goal: how it was first judged and how it is judged now, and what was done."""
    rows = [row(request, tell, identifier) for identifier in request.plan.goals]
    columns = (
        Column(tell.column("goal"), "wide"),
        Column(tell.say(_("First judged")), "middle"),
        Column(tell.say(_("In the end")), "middle"),
        Column(tell.say(_("Completed activities")), "narrow", numbers=True),
        Column(tell.say(_("Ended by decision")), "narrow"),
        Column(tell.say(_("Not completed")), "narrow"),
        Column(tell.say(_("Targets reached")), "narrow", numbers=True),
    )
    caption = tell.say(_("What became of each {goal} over the whole period"), goal=tell.level("goal"))
    return Table((caption,), columns, tuple(rows))


def row(request: Request, tell: Teller, goal: str) -> Row:
    """One goal."""
    standings, its = request.standings, request.plan.goals[goal]
    found = [standings.activities[each] for each in its.activities if each in standings.activities]
    counted = [each for each in found if each.counted]
    left = [each.id for each in counted if each.status != "completed"]
    ended = [each.id for each in found if not each.counted]
    aimed = [standings.indicators[i] for i in its.indicators if i in standings.indicators]
    aimed = [each for each in aimed if each.outcome != "no_target"]
    reached = [each.id for each in aimed if each.outcome == "achieved"]
    aims = [each.id for each in aimed]
    traced = listed(tell, _("indicators that have reached their target"), reached, aims, round_id=standings.round)
    none: Cell = (Quiet(tell.say(_("none"))),)
    done = tell.number_of(len(counted) - len(left), len(counted)) if counted else tell.say(_("none counted"))
    return Row(
        (
            linked_title(tell, goal),
            first_judged(request, tell, goal),
            standing_cells.fulfilment(tell, standings.goals.get(goal)),
            (done, *tell.source(standings.by_goal.get(goal), "status")),
            tell.links(ended) or none,
            tell.links(left) or none,
            (tell.number_of(len(reached), len(aimed)), *traced) if aimed else (Quiet(tell.say(_("no target"))),),
        )
    )


def first_judged(request: Request, tell: Teller, goal: str) -> Cell:
    """The first judgement of a goal, and in which round it was made."""
    for then in reversed(request.earlier):
        judged = then.goals.get(goal)
        if judged and judged.fulfilment != "not_assessed":
            return (*standing_cells.fulfilment_then(tell, judged), " ", Quiet(f"({then.round})"))
    return (Quiet(tell.say(_("not before"))),)
