"""Commitments: what of the plan answers each, which hold for the whole plan, and which nothing answers."""

from __future__ import annotations

from collections.abc import Container

from plantrack.mark import _
from plantrack.plan import by_number
from plantrack.report.document import Block, Bullets, Callout, Cell, Column, Prose, Quiet, Row, Section, Table
from plantrack.report.mandated import mandate_of
from plantrack.report.request import Request
from plantrack.report.teller import Teller


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
    answering = answers(request, "commitments")
    across = [each for each in plan.commitments.values() if each.cross_cutting]
    unanswered = [i for i, each in plan.commitments.items() if not answering.get(i) and not each.cross_cutting]
    blocks: list[Block] = []
    if across:
        sentence = tell.say(_("These commitments hold for the whole plan, and every part of it is to answer them:"))
        blocks += [Prose((sentence,)), Bullets(tuple((tell.said(each.text),) for each in across))]
    rows = []
    for i, each in plan.commitments.items():
        found = answering.get(i, [])
        nothing: Cell = (
            Quiet(
                tell.say(_("holds for the whole plan; nothing refers to it") if each.cross_cutting else _("nothing"))
            ),
        )
        rows.append(Row(((tell.said(each.text),), tell.parties(each.party), tell.links(found) or nothing)))
    columns = (
        Column(tell.say(_("Commitment")), "wide"),
        Column(tell.say(_("Promised by")), "middle"),
        Column(tell.say(_("Answered by")), "middle"),
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
    return blocks


def answers(request: Request, field: str) -> dict[str, list[str]]:
    """Commitment or item of a mandate -> the themes, goals and activities that say they answer it."""
    plan = request.plan
    found: dict[str, list[str]] = {}
    for table in (plan.themes, plan.goals, plan.activities):
        for identifier, thing in table.items():
            if field in thing.FIELDS:
                for each in thing[field]:
                    found.setdefault(each, []).append(identifier)
    return {each: sorted(ids, key=by_number) for each, ids in found.items()}


def taken_by(request: Request, decision: str) -> bool:
    """Whether a decision had been taken by the day of the report."""
    found = request.plan.decisions.get(decision)
    return found is None or found.date is None or request.plan.calendar.first(found.date) <= request.standings.day


def mandates(request: Request, tell: Teller, only: Container[str] | None = None) -> list[Block]:
    """The items of mandates: who, when to report back, what answers them, and whether they are declared completed.

    ``only`` are the ids of some, where it is not to be all of them.
    """
    plan = request.plan
    answering = answers(request, "mandate")
    whole = {item: each.report_back for each in plan.decisions.values() for item in each.items}
    decided: dict[str, list[str]] = {}
    for identifier, decision in plan.decisions.items():
        for answered_item in decision.answers:
            if taken_by(request, identifier):
                decided.setdefault(answered_item, []).append(identifier)
    rows = []
    for i, item in plan.mandate_items.items():
        if only is not None and i not in only:
            continue
        back = item.report_back or whole.get(i)
        answered: Cell = tell.links(answering.get(i, ())) or (Quiet(tell.say(_("nothing"))),)
        declared = item.completed if item.completed and taken_by(request, item.completed) else None
        closing = declared or next(iter(decided.get(i, ())), None)
        formal = tell.decision(closing) if closing else (Quiet(tell.say(_("not declared completed"))),)
        rows.append(
            Row(
                (
                    mandate_of(tell, i),
                    (tell.said(item.text),),
                    tell.parties(item.to, short=True),
                    (tell.when(back) if back else tell.missing,),
                    answered,
                    formal if declared or not closing else (tell.say(_("answered by")), " ", *formal),
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
