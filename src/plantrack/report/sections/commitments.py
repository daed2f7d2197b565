"""Commitments: what of the plan answers each, and the other way round; which hold for all of it, and which nothing answers."""

from __future__ import annotations

from collections.abc import Container, Iterable

from plantrack.facts.coverage import Coverage
from plantrack.facts.mandates import Task, tasks
from plantrack.followup.standing import STATUSES, Standings
from plantrack.mark import _
from plantrack.report.document import (
    Block,
    Bullets,
    Callout,
    Cell,
    Column,
    Piece,
    Prose,
    Quiet,
    Row,
    Section,
    Table,
    plain,
)
from plantrack.report.listed import listed
from plantrack.report.mandated import mandate_of
from plantrack.report.request import Request
from plantrack.report.sections.changes import field_value
from plantrack.report.teller import Teller, lines

ANSWERING = _("activities that answer the commitment and stand so")
"""What is counted of each commitment."""


def write(request: Request, tell: Teller) -> Section | None:
    """Every commitment and every item of a mandate with what answers it; nothing where there are none."""
    blocks = [*commitments(request, tell), *mandates(request, tell)]
    if not blocks:
        return None
    return Section("commitments", (tell.say(_("Commitments and mandates")),), tuple(blocks), new_page=True)


def commitments(request: Request, tell: Teller) -> list[Block]:
    """The commitments of the agreement."""
    plan = request.plan
    if not plan.commitments:
        return []
    coverage = Coverage(plan, request.standings.day)
    across = [each for each in plan.commitments.values() if each.cross_cutting]
    unanswered = coverage.unanswered
    blocks: list[Block] = []
    if across:
        sentence = tell.say(_("These commitments hold for the whole plan, and every part of it is to answer them:"))
        blocks += [Prose((sentence,)), Bullets(tuple((tell.said(each.text),) for each in across))]
    rows = []
    for i, each in plan.commitments.items():
        found = coverage.answers[i].things
        nothing: Cell = (
            Quiet(
                tell.say(_("holds for the whole plan; nothing refers to it") if each.cross_cutting else _("nothing"))
            ),
        )
        stands = states(tell, request.standings, coverage.activities(i))
        rows.append(Row(((tell.said(each.text),), tell.parties(each.party), tell.links(found) or nothing, stands)))
    columns = (
        Column(tell.say(_("Commitment")), "wide"),
        Column(tell.say(_("Promised by")), "middle"),
        Column(tell.say(_("Answered by")), "middle"),
        Column(tell.say(_("How its activities stand")), "middle"),
    )
    blocks.append(
        Table(
            (tell.say(_("The commitments of the agreement, with what in the plan answers them")),), columns, tuple(rows)
        )
    )
    if unanswered:
        title = tell.speech.count(
            _("Nothing answers one commitment"), _("Nothing answers {n} commitments"), len(unanswered)
        )
        blocks.append(
            Callout(title, (Bullets(tuple((tell.said(plan.commitments[i].text),) for i in unanswered)),), "warning")
        )
    return [*blocks, *other_ways(tell, coverage)]


def states(tell: Teller, standings: Standings, activities: Iterable[str]) -> Cell:
    """How many of the activities that answer a commitment stand how; those left out of all counts are told apart."""
    found = [standings.activities[each] for each in activities if each in standings.activities]
    if not found:
        return (Quiet(tell.say(_("no activity"))),)
    cells: list[Cell] = []
    for status in STATUSES:
        ids = [each.id for each in found if each.counted and each.status == status]
        if ids:
            traced = listed(tell, ANSWERING, ids, (each.id for each in found), round_id=standings.round)
            cells.append((f"{len(ids)} ", tell.state("status", status), *traced))
    left = [each.id for each in found if not each.counted]
    if left:
        traced = listed(tell, ANSWERING, left, (each.id for each in found), round_id=standings.round)
        cells.append((Quiet(tell.say(_("{n} not counted"), n=len(left))), *traced))
    return lines(cells)


def other_ways(tell: Teller, coverage: Coverage) -> list[Block]:
    """The same seen from the goals, from the themes and from the principles, where that says anything."""
    across = across_themes(tell, coverage) if coverage.across != coverage.unnamed_across else None
    found = (per_goal(tell, coverage), across, of_principles(tell, coverage))
    return [table for table in found if table]


def per_goal(tell: Teller, coverage: Coverage) -> Table | None:
    """Goal by goal the commitments that it answers, and where that is said; nothing where no goal answers any."""
    goals = [(i, goal, coverage.said(i)) for i, goal in coverage.plan.goals.items() if not goal.ended]
    if all(said.none for _id, _goal, said in goals):
        return None
    rows = []
    for identifier, _goal, said in goals:
        cells: list[Cell] = [(words(tell, coverage, each),) for each in said.own]
        cells += [
            (words(tell, coverage, each), " ", Quiet(tell.say(_("(said of the theme)")))) for each in said.by_theme
        ]
        cells += [
            (words(tell, coverage, each), " (", *tell.links(ids), ")") for each, ids in said.by_activities.items()
        ]
        nothing: Cell = (Quiet(tell.say(_("names no commitment"))),)
        rows.append(Row(((tell.link(identifier), " ", tell.said(tell.title(identifier))), lines(cells) or nothing)))
    columns = (Column(tell.column("goal"), "wide"), Column(tell.say(_("Commitments")), "wide"))
    return Table((tell.say(_("The goals, with the commitments that each answers")),), columns, tuple(rows))


def across_themes(tell: Teller, coverage: Coverage) -> Table | None:
    """The commitments that hold for the whole plan, theme by theme: what in each theme refers to them."""
    plan = coverage.plan
    if not coverage.across or not plan.themes:
        return None
    rows = []
    for theme, record in plan.themes.items():
        cells = [
            tell.links(coverage.naming(each, theme)) or (Quiet(tell.say(_("nothing"))),) for each in coverage.across
        ]
        rows.append(Row(((tell.link(theme), " ", tell.said(record.title)), *cells)))
    heads = [Column(plain((words(tell, coverage, each),)).rstrip("."), "middle") for each in coverage.across]
    columns = (Column(tell.column("theme"), "wide"), *heads)
    caption = tell.say(_("The commitments that hold for the whole plan, with what in each theme refers to them"))
    return Table((caption,), columns, tuple(rows))


def of_principles(tell: Teller, coverage: Coverage) -> Table | None:
    """The principles of the agreement, with the commitments that belong to each."""
    found = list(coverage.principles())
    if not found:
        return None
    titles = {i: each for agreement in coverage.plan.agreements.values() for i, each in agreement.principles.items()}
    rows = []
    for identifier, commitments_ in found:
        named = lines((words(tell, coverage, each),) for each in commitments_)
        rows.append(Row(((tell.said(titles[identifier].title),), named or (Quiet(tell.say(_("none is named"))),))))
    columns = (Column(tell.say(_("Principle")), "narrow"), Column(tell.say(_("Commitments")), "wide"))
    return Table(
        (tell.say(_("The principles of the agreement, with the commitments that belong to each")),),
        columns,
        tuple(rows),
    )


def words(tell: Teller, coverage: Coverage, commitment: str) -> Piece:
    """What a commitment says; its id where nothing has it."""
    known = coverage.plan.commitments.get(commitment)
    return tell.said(known.text) if known else commitment


def taken_by(request: Request, decision: str) -> bool:
    """Whether a decision had been taken by the day of the report."""
    found = request.plan.decisions.get(decision)
    return found is None or found.date is None or request.plan.calendar.first(found.date) <= request.standings.day


def mandates(request: Request, tell: Teller, only: Container[str] | None = None) -> list[Block]:
    """The items of mandates: who, when to report back, what answers them, and whether they are declared completed.

    ``only`` are the ids of some, where it is not to be all of them.
    """
    rows = []
    for task in tasks(request.plan, request.standings.day):
        if only is not None and task.id not in only:
            continue
        answered: Cell = tell.links(task.things) or (Quiet(tell.say(_("nothing"))),)
        closing = task.closed or next(iter(task.decisions), "")
        formal = tell.decision(closing) if closing else (Quiet(tell.say(_("not declared completed"))),)
        rows.append(
            Row(
                (
                    mandate_of(tell, task.id),
                    (tell.said(task.item.text),),
                    tell.parties(task.item.to, short=True),
                    report_back(tell, task),
                    answered,
                    formal if task.closed or not closing else (tell.say(_("answered by")), " ", *formal),
                )
            )
        )
    if not rows:
        return []
    columns = (
        Column(tell.say(_("Given by")), "middle"),
        Column(tell.say(_("Mandate")), "wide"),
        Column(tell.say(_("Given to")), "middle"),
        Column(tell.say(_("Report back")), "narrow"),
        Column(tell.say(_("Answered by")), "middle"),
        Column(tell.say(_("Declared completed")), "middle"),
    )
    return [Table((tell.say(_("Mandates, with what answers them")),), columns, tuple(rows), head=1)]


def report_back(tell: Teller, task: Task) -> Cell:
    """When to report back, and each time that it was to be before that was moved."""
    cells: list[Cell] = [(tell.when(task.back) if task.back else tell.missing,)]
    for told in reversed(task.moves):
        before = plain(field_value(tell, "when", told.change.from_))
        cells.append((Quiet(tell.say(_("(was {time})"), time=before)),))
    return lines(cells)
