"""Each organisation's own answer about a goal's activities, where several have answered; and what deviates."""

from __future__ import annotations

from plantrack.followup.standing import DIFFERING, ActivityStanding, Given
from plantrack.mark import _
from plantrack.model.goal import Goal
from plantrack.model.words import SUBMISSION_ROLES
from plantrack.plan import by_number
from plantrack.report import standing_cells
from plantrack.report.attention import told
from plantrack.report.document import Cell, Column, Quiet, Row, Table
from plantrack.report.doubt import marked
from plantrack.report.request import Request
from plantrack.report.states import STATES
from plantrack.report.teller import Teller
from plantrack.report.why_words import because


def table(request: Request, tell: Teller, identifier: str, goal: Goal) -> Table | None:
    """Every organisation's own answer, for activities that more than one has answered about."""
    rows = []
    for i in sorted(goal.activities, key=by_number):
        standing = request.standings.activities[i]
        given = [each for each in standing.answers if not each.replaced]
        if len(given) > 1 or standing.status == DIFFERING:
            rows += [row(tell, each) for each in given]
    if not rows:
        return None
    columns = (
        Column(tell.say(_("No.")), "narrow"),
        Column(tell.say(_("Organisation")), "middle"),
        Column(tell.say(_("Date")), "narrow"),
        Column(tell.say(_("Status")), "middle"),
        Column(tell.say(_("Comment")), "wide"),
    )
    caption = tell.say(_("Each organisation's own answer, {goal} {id}"), goal=tell.level("goal"), id=identifier)
    return Table((caption,), columns, tuple(rows), head=1)


def row(tell: Teller, given: Given) -> Row:
    """One organisation's answer about one activity."""
    by = tell.party(given.organisation)
    if given.role != "own":
        by = (*by, " ", Quiet(f"({tell.word(SUBMISSION_ROLES, given.role)})"))
    comment: Cell = (tell.said(given.answer.comment),) if given.answer.comment else (Quiet(tell.say(_("no comment"))),)
    said = (*marked(tell, status(tell, given), given.suspect), *tell.source(given, "given"))
    return Row(((given.thing,), by, (given.day.isoformat(),), said, comment))


def status(tell: Teller, given: Given) -> Cell:
    """The state that an answer gives."""
    said = given.answer.status
    scale = tell.plan.header.scale
    since = standing_cells.unchanged_since(tell, given)
    if said is None:
        return (tell.missing,)
    if said == "unchanged":
        return (since or Quiet(tell.say(_("unchanged"))),)
    if said in scale and scale[said].means:
        state = tell.state("status", scale[said].means)
        label = scale[said].label
        return (state._replace(word=tell.said(label).text) if label else state,)
    return (tell.state("status", said),) if said in STATES["status"] else (tell.missing,)


def deviations(request: Request, tell: Teller, identifier: str, goal: Goal) -> Table | None:
    """What does not go as planned, and what is done about it; what nobody has told of as well."""
    rows = []
    for i in sorted(goal.activities, key=by_number):
        standing = request.standings.activities[i]
        answers = told(standing)
        if not answers and standing.counted and standing.schedule in ("late", "deviation"):
            rows.append(untold(tell, standing))
        for given in answers:
            answer = given.answer
            rows.append(
                Row(
                    (
                        (i,),
                        (tell.said_or_missing(answer.deviation),),
                        (tell.said_or_missing(answer.remedy),),
                        (tell.point(answer.expected) if answer.expected else tell.missing,),
                        tell.party(given.organisation, short=True),
                    )
                )
            )
    if not rows:
        return None
    columns = (
        Column(tell.say(_("No.")), "narrow"),
        Column(tell.say(_("Deviation")), "wide"),
        Column(tell.say(_("Remedy")), "wide"),
        Column(tell.say(_("Now expected")), "middle"),
        Column(tell.say(_("Reported by")), "middle"),
    )
    caption = tell.say(_("Deviations of {goal} {id}"), goal=tell.level("goal"), id=identifier)
    return Table((caption,), columns, tuple(rows))


def untold(tell: Teller, standing: ActivityStanding) -> Row:
    """An activity that deviates by the plan's times, or by its state, and of which nobody has said why."""
    nobody = Quiet(tell.say(_("nobody has said")))
    state = tell.state("schedule", standing.schedule)
    what = (state, *tell.source(standing, "schedule"), ". ", because(tell, standing.schedule_why))
    return Row(((standing.id,), what, (nobody,), (tell.missing,), (nobody,)))
