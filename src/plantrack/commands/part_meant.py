"""Which part of the plan a report is asked for: what stands after ``--only`` and ``--organisation`` becomes ids."""

from __future__ import annotations

from datetime import date

from plantrack.commands.options import no_such_thing
from plantrack.mark import _
from plantrack.plan import Plan
from plantrack.report.narrowing import level_of
from plantrack.report.stamp import Asked
from plantrack.shell import CannotRun


def part_meant(plan: Plan, asked: Asked, day: date) -> Asked:
    """The same, with the ids of what was meant. Says in one sentence what cannot be on that day, or not together."""
    only = asked.only and thing_meant(plan, asked.only)
    organisation = asked.organisation
    if organisation and organisation not in plan.organisations:
        from plantrack.commands.spoken import organisation_meant

        organisation = organisation_meant(plan, organisation)
    meant = asked._replace(only=only, organisation=organisation)
    _refuse_what_does_not_fit(plan, meant)
    came = plan.came_in.get(only)
    if came and came > day:
        sentence = _("{id} came into the plan on {came}, after the day that this report is made up to, {day}.")
        raise CannotRun(sentence, id=only, came=came, day=day)
    return meant


def thing_meant(plan: Plan, text: str) -> str:
    """The theme, goal or activity with an id."""
    thing = text.removeprefix(f"{plan.header.id}:")
    if level_of(plan, thing):
        return thing
    if thing not in plan.goal_of:
        raise no_such_thing(thing, (*plan.themes, *plan.goals, *plan.activities))
    around = next((i for i, each in plan.activities.items() if thing in each.steps), plan.goal_of[thing])
    sentence = _("A report can be on a theme, a goal or an activity. “{id}” belongs to {around}: --only {around}")
    raise CannotRun(sentence, id=thing, around=around)


def _refuse_what_does_not_fit(plan: Plan, asked: Asked) -> None:
    """That two options together would say nothing more than one of them."""
    if asked.summary and asked.draft:
        raise CannotRun(_("A summary alone has no room for what is left to write: leave out --summary or --draft."))
    if asked.summary and asked.organisation:
        raise CannotRun(_("The report for an organisation begins with its own summary: leave out --summary."))
    if level_of(plan, asked.only) != "activity":
        return
    if asked.summary:
        goal = plan.goal_of[asked.only]
        sentence = _("The report on one activity is short as it is: leave out --summary, or ask for its goal, {goal}.")
        raise CannotRun(sentence, goal=goal)
    if asked.organisation:
        sentence = _("The report on one activity tells what everybody has answered: leave out --organisation.")
        raise CannotRun(sentence)
