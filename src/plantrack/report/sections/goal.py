"""One goal: its assessment, its activities, its criteria and indicators, why it is so, and what is done about it."""

from __future__ import annotations

from plantrack.kinds import Text
from plantrack.mark import _
from plantrack.model.goal import Goal
from plantrack.model.progress import ReportText
from plantrack.report import standing_cells
from plantrack.report.document import Block, Cell, Facts, PlanText, Section, Table
from plantrack.report.drafting import missing
from plantrack.report.mandated import mandate
from plantrack.report.older import older
from plantrack.report.request import Request
from plantrack.report.sections import assessed, goal_activities, goal_answers, goal_changes, goal_measures
from plantrack.report.teller import Teller, anchor, ended_by, joined, lines
from plantrack.report.written import written_at


def write(request: Request, tell: Teller, identifier: str) -> Section:
    """The whole goal. Parts that hold nothing are left out."""
    goal = request.plan.goals[identifier]
    written = request.text(identifier)
    blocks: list[Block] = [tell.text(goal.text)] if goal.text else []
    facts = about(request, tell, identifier, goal, written)
    if facts.items:
        blocks.append(facts)
    blocks += older(request, tell, identifier)
    blocks += missing(request, tell, identifier, "assessment")
    blocks += goal_activities.tables(request, tell, identifier, goal)
    blocks += goal_measures.tables(request, tell, identifier, goal)
    answers = goal_answers.table(request, tell, identifier, goal)
    blocks += [answers] if answers else []
    deviations = goal_answers.deviations(request, tell, identifier, goal)
    parts = (
        part(request, tell, identifier, "analysis", tell.say(_("Analysis: why it is so"))),
        part(request, tell, identifier, "changed", tell.say(_("What has changed since last time"))),
        part(request, tell, identifier, "deviations", tell.say(_("Deviations and remedies")), deviations),
        part(request, tell, identifier, "outlook", tell.say(_("Looking ahead"))),
        part(request, tell, identifier, "method", tell.say(_("How it was made"))),
        part(request, tell, identifier, "limits", tell.say(_("What the report cannot say"))),
    )
    title = (identifier, " ", tell.said(goal.title))
    return Section(anchor(identifier), title, tuple(blocks), tuple(each for each in parts if each.blocks))


def part(request: Request, tell: Teller, goal: str, place: str, title: str, table: Table | None = None) -> Section:
    """A part of a goal with a heading of its own: what people wrote there, and a table where there is one."""
    blocks = (*written_at(request, tell, goal, place), *([table] if table else []))
    return Section(f"{anchor(goal)}-{place}", (title,), blocks)


def about(request: Request, tell: Teller, identifier: str, goal: Goal, written: ReportText | None) -> Facts:
    """What is said of the goal as a whole."""
    items: list[tuple[Cell, Cell | PlanText]] = []
    if not request.silent:
        items += judgement(request, tell, identifier)
    items += assessed.at_goal(request, tell, identifier)
    if written:
        stand = ((tell.say(_("Overall assessment")),),)
        items += [(*stand, tell.text(text)) for text in (written.headline, written.assessment) if text]
    if not request.silent:
        items += goal_changes.facts(request, tell, identifier, goal)
    if goal.due:
        items.append(((tell.say(_("To be reached by")),), (tell.when(goal.due),)))
    if goal.commitments:
        items.append(((tell.say(_("Answers the commitments")),), lines(commitment(tell, c) for c in goal.commitments)))
    if goal.mandate:
        items.append(((tell.say(_("Answers the mandate")),), lines(mandate(tell, m) for m in goal.mandate)))
    if goal.tags:
        items.append(((tell.say(_("Tags")),), joined([(tag(tell, each),) for each in goal.tags])))
    items += [((field_label(tell, name),), (tell.said(value),)) for name, value in goal.fields.items()]
    if goal.replaces or goal.continues:
        items.append(((tell.say(_("Replaces")),), joined([(each,) for each in (*goal.replaces, *goal.continues)])))
    if goal.ended and ended_by(goal.ended, tell.date):
        items.append(((tell.say(_("Ended")),), goal_activities.ended(tell, goal.ended)))
    return Facts(tuple(items))


def judgement(request: Request, tell: Teller, identifier: str) -> list[tuple[Cell, Cell | PlanText]]:
    """How the goal is assessed, on what ground, and how it was a round ago."""
    judged = request.standings.goals.get(identifier)
    items: list[tuple[Cell, Cell | PlanText]] = [
        ((tell.say(_("Fulfilment")),), standing_cells.fulfilment(tell, judged))
    ]
    for then in reversed(request.beside):
        title = tell.say(_("Fulfilment {round}"), round=then.round)
        items.append(((title,), standing_cells.fulfilment_then(tell, then.goals.get(identifier))))
    if judged and judged.forecast:
        items.append(((tell.say(_("Forecast")),), standing_cells.forecast(tell, judged)))
    if judged and judged.fulfilment != "not_assessed":
        items.append(((tell.say(_("Ground")),), standing_cells.ground(tell, judged)))
    if judged and judged.disagrees:
        sentence = tell.say(_("The computed outcome says otherwise:"))
        items.append(((tell.say(_("Note")),), (sentence, " ", *tell.links(judged.disagrees))))
    return items


def commitment(tell: Teller, identifier: str) -> Cell:
    """A commitment in its own words."""
    found = tell.plan.commitments.get(identifier)
    return (tell.said(found.text),) if found else (identifier,)


def tag(tell: Teller, identifier: str) -> str:
    """A tag by its label."""
    label: Text = tell.plan.header.tags.get(identifier, identifier)
    return tell.said(label).text


def field_label(tell: Teller, name: str) -> str:
    """What one of the plan's own fields is called."""
    field = tell.plan.header.fields.get(name)
    return tell.said(field.label).text if field else name
