"""From a request for the whole report to one for a part: everything in it is what belongs to the part, and no more.

What is counted is counted anew over the part. Whoever tells of it still knows the whole plan: a thing outside the
part has its title, and a decision its number.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from plantrack.checks import Checked
from plantrack.followup import rollup
from plantrack.followup.parties import Parties
from plantrack.followup.standing import Standings
from plantrack.model.decision import Change, Decision
from plantrack.model.event import Event
from plantrack.model.goal import Goal
from plantrack.model.plan import Header
from plantrack.model.progress import ReportText, Submission
from plantrack.plan import DERIVED, Plan
from plantrack.report.involvement import answers_for, measures, roles, voices
from plantrack.report.part import Part
from plantrack.report.request import Request

T = TypeVar("T")
OF_THE_REPORT = ("by", "date", "reference", "mandate", "responsible")
"""What the summary's text says of the report itself, and not of how the plan stands."""


def narrowed(request: Request) -> Request:
    """The request for the part that was asked for; itself where it is for the whole plan."""
    asked, whole = request.asked, request.plan
    if not asked.only and not asked.organisation:
        return request
    goals = _goals(whole, asked.only)
    counted: Collection[str] = {i for goal in goals.values() for i in goal.activities}
    things = {asked.only}
    if asked.organisation:
        kept = _of_organisation(request)
        goals = {i: _less(goal, kept) for i, goal in goals.items() if i in kept or not kept.isdisjoint(_within(goal))}
        counted = _answered_for(request, goals)
        things = {asked.organisation, *(i for i in goals if i in kept)}
    things |= {i for i, goal in goals.items() if goal is whole.goals[i]}
    things.update(each for goal in goals.values() for each in _within(goal))
    part = Part(
        thing=asked.only,
        level=level_of(whole, asked.only),
        organisation=asked.organisation,
        things=frozenset(things),
        counted=frozenset(counted),
        whole=len(whole.activities),
    )
    plan = _plan(request, part, goals)
    return request._replace(
        plan=plan,
        standings=_standings(whole, plan, part, request.standings),
        earlier=tuple(_standings(whole, plan, part, each) for each in request.earlier),
        checked=Checked(
            tuple(each for each in request.checked.findings if each.about in part.things),
            tuple(each for each in request.checked.silenced if each[0].about in part.things),
        ),
        part=part,
    )


def level_of(plan: Plan, thing: str) -> str:
    """Whether something is a theme, a goal or an activity; empty where it is none of these."""
    tables = {"theme": plan.themes, "goal": plan.goals, "activity": plan.activities}
    return next((level for level, table in tables.items() if thing in table), "")


def _goals(plan: Plan, thing: str) -> Mapping[str, Goal]:
    """The goals that something is about, each with what of it that is."""
    match level_of(plan, thing):
        case "theme":
            return dict(plan.goals_in(thing))
        case "goal":
            return {thing: plan.goals[thing]}
        case "activity":
            goal, held = plan.goal_of[thing], plan.held[thing]
            return {goal: _less(plan.goals[goal], {thing, *held.criteria, *held.indicators})}
        case _:
            return plan.goals


def _of_organisation(request: Request) -> set[str]:
    """Everything that an organisation has a role in, is to judge or measure, or was asked or has answered about."""
    organisation, found = request.asked.organisation, request.standings
    parties = Parties(request.plan, found.day)
    kept = {each.activity for each in roles(request.plan, organisation, parties)}
    kept |= measures(request.plan, organisation, parties)
    for each in (organisation, *voices(organisation, parties)):
        kept |= {*found.asked.get(each, ()), *found.answered.get(each, ())}
    kept |= {thing for thing, said in found.assessed.items() if any(each.organisation == organisation for each in said)}
    return kept | {i for i, activity in request.plan.activities.items() if not kept.isdisjoint(activity.steps)}


def _answered_for(request: Request, goals: Mapping[str, Goal]) -> set[str]:
    """The activities of some goals that an organisation answers for."""
    parties = Parties(request.plan, request.standings.day)
    own = answers_for(roles(request.plan, request.asked.organisation, parties))
    return {i for goal in goals.values() for i in goal.activities if i in own}


def _less(goal: Goal, kept: Collection[str]) -> Goal:
    """A goal with only some of what belongs to it."""
    tables = {
        name: {i: each for i, each in goal[name].items() if i in kept}
        for name in ("activities", "criteria", "indicators")
    }
    return Goal(**{**vars(goal), **tables})


def _within(goal: Goal) -> Iterator[str]:
    """The ids of what belongs to a goal."""
    yield from (*goal.activities, *goal.criteria, *goal.indicators)
    yield from (step for activity in goal.activities.values() for step in activity.steps)


def _plan(request: Request, part: Part, goals: Mapping[str, Goal]) -> Plan:
    """The plan with what belongs to the part: also what was decided, what happened, and who has to do with it."""
    plan = request.plan
    themes = {plan.theme_of.get(i) for i in goals} | {part.thing}
    submissions = {
        i: Submission(**{**vars(each), "answers": answers})
        for i, each in plan.submissions.items()
        if (answers := _only(each.answers, part.things))
    }
    tables = {name: table for name, table in vars(plan).items() if name not in DERIVED}
    header = Header(**{name: value for name, value in vars(plan.header).items() if name != "outlook"})
    return Plan(
        **{
            **tables,
            "header": header,
            "agreements": {},
            "ballots": {},
            "goals": goals,
            "themes": _only(plan.themes, {each for each in themes if each}),
            "organisations": _only(plan.organisations, _involved(request, part, goals)),
            "decisions": _decisions(plan, part, goals),
            "events": _events(plan, part, submissions.values()),
            "submissions": submissions,
            "texts": _texts(plan, part, request.standings.round),
        }
    )


def _only(table: Mapping[str, T], kept: Collection[str]) -> dict[str, T]:
    return {i: each for i, each in table.items() if i in kept}


def _involved(request: Request, part: Part, goals: Mapping[str, Goal]) -> set[str]:
    """The organisations that a part names, and those that stand in their place."""
    plan, parties = request.plan, Parties(request.plan, request.standings.day)
    named = {part.organisation} if part.organisation else set()
    for goal in goals.values():
        for i, activity in goal.activities.items():
            named.update(party for role in plan.held[i].roles.values() for party in role)
            named.update(party for step in activity.steps.values() for party in step.responsible)
        named.update(party for criterion in goal.criteria.values() for party in criterion.follow_up)
        named.update(party for indicator in goal.indicators.values() for party in indicator.follow_up)
    return named | {each for party in named for each in (*parties.living(party), *parties.members(party))}


def _decisions(plan: Plan, part: Part, goals: Mapping[str, Goal]) -> dict[str, Decision]:
    """The decisions that are about the part, with what they changed in it, and the mandates that it answers."""
    things: list[Any] = [*goals.values()]
    things += [activity for goal in goals.values() for activity in goal.activities.values()]
    mandates = {item for thing in things for item in thing.mandate}
    if part.organisation:
        items = plan.mandate_items.items()
        mandates = {i for i, item in items if part.organisation in (*item.to, *item.with_)}
    for goal in goals.values():
        things += [*goal.criteria.values(), *goal.indicators.values()]
    settling = {each.decision for thing in things for each in (thing.ended, thing.added) if each}
    found: dict[str, Decision] = {}
    for identifier, each in plan.decisions.items():
        items_of = _only(each.items, mandates)
        changes = _changes(each.changes, part)
        answers = not mandates.isdisjoint(each.answers)
        if identifier in settling or items_of or changes or answers or _about(plan, each.about, part):
            found[identifier] = Decision(**{**vars(each), "changes": changes, "items": items_of})
    return found


Changes = Mapping[str, Mapping[str, Change]]


def _changes(changes: Changes, part: Part) -> Changes:
    return _only(changes, part.things)


def _about(plan: Plan, ids: Iterable[str], part: Part) -> bool:
    """Whether some ids, with the plan's own before them or not, are of the part."""
    return any(each.removeprefix(f"{plan.header.id}:") in part.things for each in ids)


def _events(plan: Plan, part: Part, submissions: Iterable[Submission]) -> dict[str, Event]:
    """What happened that is about the part, that changed it or led to it, or that answers about it rest on."""
    proof = {each for s in submissions for answer in s.answers.values() for each in answer.evidence}
    found: dict[str, Event] = {}
    for identifier, each in plan.events.items():
        changes = _changes(each.changes, part)
        ids = [*each.about, *each.led_to, *(i for point in each.items for i in (*point.about, *point.led_to))]
        if changes or identifier in proof or _about(plan, ids, part):
            found[identifier] = Event(**{**vars(each), "changes": changes})
    return found


def _texts(plan: Plan, part: Part, round_id: str) -> dict[tuple[str, str], ReportText]:
    """What people wrote about the part, and of the summary's text what it says of the report itself."""
    found = {key: text for key, text in plan.texts.items() if key[1] in part.things}
    summary = plan.texts.get((round_id, "summary"))
    if summary:
        stated = {name: value for name, value in vars(summary).items() if name in OF_THE_REPORT}
        found[round_id, "summary"] = ReportText(**stated)
    return found


def _standings(whole: Plan, plan: Plan, part: Part, found: Standings) -> Standings:
    """How the part stood, with its own counts."""
    parties = Parties(whole, found.day)
    activities = _only(found.activities, plan.activities)
    counted = _only(activities, part.counted)
    asked = {i: its for i, things in found.asked.items() if (its := tuple(_of(things, part)))}
    answered = {i: its for i, things in found.answered.items() if (its := tuple(_of(things, part)))}
    if part.organisation:
        speaking = (part.organisation, *voices(part.organisation, parties))
        asked, answered = _only(asked, speaking), _only(answered, speaking)
    return found._replace(
        activities=activities,
        steps=_only(found.steps, part.things),
        indicators=_only(found.indicators, part.things),
        criteria=_only(found.criteria, part.things),
        goals=_only(found.goals, part.things),
        total=rollup.count(counted.values()),
        by_theme=rollup.by_theme(plan, counted),
        by_goal=rollup.by_goal(plan, counted),
        by_organisation=rollup.by_organisation(whole, counted, parties),
        asked=asked,
        answered=answered,
        assessed=_only(found.assessed, part.things),
    )


def _of(things: Iterable[str], part: Part) -> Iterator[str]:
    return (each for each in things if each in part.things)
