"""Which texts people have not written yet for a report, place by place. Knows nothing of how it is said.

A place is where a text stands in the report; one file may fill several. Only what the report needs is asked for: why
something deviates where something does, and the time ahead of a goal where it is uncertain.
"""

from __future__ import annotations

from collections.abc import Mapping

from plantrack.followup.standing import ActivityStanding, JudgedStanding
from plantrack.model.progress import ReportText
from plantrack.plan import Plan
from plantrack.report.attention import deviations
from plantrack.report.request import Request
from plantrack.report.teller import ended_by

WHOLE = "summary"
NOTHING_WRITTEN = ReportText()
DOUBTFUL = ("uncertain", "not_expected")

Places = Mapping[str, tuple[str, ...]]
"""Place -> the fields of the text's file that are to be written there."""


def unwritten(request: Request, thing: str) -> Places:
    """What is still to be written about a thing; nothing but in a draft."""
    if not request.asked.draft or (thing == WHOLE and request.part):
        return {}
    plan = request.plan
    if thing == WHOLE:
        found = _summary(request)
    elif thing in plan.themes:
        found = _theme(request, thing)
    else:
        found = _goal(request, thing)
    return {place: fields for place, fields in found.items() if fields}


def left(request: Request, goal: str) -> tuple[ActivityStanding, ...]:
    """The activities of a goal that are counted and not completed."""
    found = (request.standings.activities.get(each) for each in request.plan.goals[goal].activities)
    return tuple(each for each in found if each and each.counted and each.status != "completed")


def unexplained(request: Request, goal: str) -> tuple[str, ...]:
    """The activities of a goal that do not go as planned, and of which nobody has said what is done about it."""
    its = request.plan.goals[goal].activities
    return tuple(
        each.standing.id
        for each in deviations(request)
        if each.standing.id in its and not (each.said and each.said.answer.remedy)
    )


def _summary(request: Request) -> Places:
    written = request.summary
    found = {"opening": _lacks(written, "headline", "assessment")}
    if deviations(request):
        found["deviations"] = _lacks(written, "deviations")
    if request.last and not request.silent:
        found["changed"] = _lacks(written, "changed")
    found |= {each: _lacks(written, each) for each in ("method", "outlook")}
    if request.silent or _incomplete(request):
        found["limits"] = _lacks(written, "limits")
    found["proposals"] = _lacks(written, "proposals")
    return found


def _incomplete(request: Request) -> bool:
    """Whether the report lacks answers that were asked for."""
    found = request.standings
    unanswered = [each for each in found.asked if not found.answered.get(each)]
    return found.total.reported < found.total.counted or bool(unanswered)


def _theme(request: Request, theme: str) -> Places:
    if not any(_is_judged(request.plan, request, goal) for goal, _record in request.plan.goals_in(theme)):
        return {}
    written = request.text(theme) or NOTHING_WRITTEN
    return {"assessment": () if written.headline else _lacks(written, "assessment")}


def _goal(request: Request, goal: str) -> Places:
    if not _is_judged(request.plan, request, goal):
        return {}
    written = request.text(goal) or NOTHING_WRITTEN
    found: dict[str, tuple[str, ...]] = {"assessment": _judgement(request, goal, written)}
    if request.silent:
        return found
    found["analysis"] = _lacks(written, "analysis")
    if unexplained(request, goal):
        found["deviations"] = _lacks(written, "deviations")
    judged = request.standings.goals[goal]
    if judged.forecast in DOUBTFUL or (request.final and left(request, goal)):
        found["outlook"] = _lacks(written, "outlook")
    return found


def _judgement(request: Request, goal: str, written: ReportText) -> tuple[str, ...]:
    """The fields of the stand: how far the goal is reached, on what ground, and in words."""
    judged = request.standings.goals[goal]
    fields: list[str] = []
    if judged.fulfilment == "not_assessed":
        fields += ["fulfilment", *_lacks(written, "ground")]
    elif not _ground(judged):
        fields += _lacks(written, "ground")
    if not request.final and not request.silent and not judged.forecast and judged.fulfilment != "achieved":
        fields.append("forecast")
    return (*fields, *(() if written.headline else _lacks(written, "assessment")))


def _ground(judged: JudgedStanding) -> bool:
    """Whether anything is said of what a judgement rests on."""
    answer = judged.given.answer if judged.given else None
    return bool((judged.text and judged.text.ground) or (answer and (answer.ground or answer.comment)))


def _is_judged(plan: Plan, request: Request, goal: str) -> bool:
    """Whether a goal is still there to be judged, and holds anything to judge it by."""
    record = plan.goals[goal]
    held = record.activities or record.criteria or record.indicators
    return bool(held) and goal in request.standings.goals and not ended_by(record.ended, request.standings.day)


def _lacks(written: ReportText, *fields: str) -> tuple[str, ...]:
    """Which of some fields a text lacks. One that is said to have no value is not asked for again."""
    return tuple(each for each in fields if not written[each] and each not in written.unstated)
