"""What of a plan answers which commitment, both ways; and which commitments are named in which theme.

A goal's answer holds for its activities. A theme's holds for its goals, unless some of them name the commitment
themselves: then it is those. Knows no files and no states.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from plantrack.facts.mandates import is_taken
from plantrack.model.agreement import Commitment
from plantrack.plan import Plan, by_number
from plantrack.record import NOTHING


class Answers(NamedTuple):
    """What says that it answers one commitment."""

    themes: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    activities: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()
    """Those that are about it. They are no answer by themselves: a decision may be to do nothing."""

    @property
    def things(self) -> tuple[str, ...]:
        """What of the plan answers it, in the order of the plan."""
        return tuple(sorted((*self.themes, *self.goals, *self.activities), key=by_number))


class Said(NamedTuple):
    """Which commitments one goal answers, and where that is said."""

    own: tuple[str, ...] = ()
    by_theme: tuple[str, ...] = ()
    """Said of the whole theme, and not of the goal itself."""
    by_activities: Mapping[str, tuple[str, ...]] = NOTHING
    """Commitment -> those of its activities that alone say so."""

    @property
    def none(self) -> bool:
        """Whether neither the goal, nor its theme, nor any activity names a commitment."""
        return not (self.own or self.by_theme or self.by_activities)


class Coverage:
    """Which commitments are answered, and by what, on a day."""

    def __init__(self, plan: Plan, day: date) -> None:
        self.plan = plan
        self.answers: Mapping[str, Answers] = {i: self._answers(i, day) for i in plan.commitments}
        self.across = tuple(i for i, each in plan.commitments.items() if each.cross_cutting)
        """The commitments that hold for the whole plan."""

    @property
    def unanswered(self) -> tuple[str, ...]:
        """The commitments that nothing in the plan answers, without those that hold for the whole of it."""
        return tuple(i for i, each in self.answers.items() if not each.things and i not in self.across)

    @property
    def unnamed_across(self) -> tuple[str, ...]:
        """The commitments that hold for the whole plan, and that nothing in it refers to."""
        return tuple(i for i in self.across if not self.answers[i].things)

    @property
    def silent(self) -> tuple[str, ...]:
        """The goals that name no commitment, by themselves, their theme or an activity."""
        return tuple(i for i, goal in self.plan.goals.items() if not goal.ended and self.said(i).none)

    def said(self, goal: str) -> Said:
        """Which commitments a goal answers."""
        record = self.plan.goals[goal]
        theme = self.plan.themes.get(self.plan.theme_of.get(goal, ""))
        own = record.commitments
        above = tuple(
            each
            for each in (theme.commitments if theme else ())
            if each not in own and not self._goals_naming(each, self.plan.theme_of[goal])
        )
        inside: dict[str, tuple[str, ...]] = {}
        for identifier, activity in record.activities.items():
            for each in activity.commitments:
                if each not in own and each not in above:
                    inside[each] = (*inside.get(each, ()), identifier)
        return Said(own, above, inside)

    def naming(self, commitment: str, theme: str) -> tuple[str, ...]:
        """What of a theme names a commitment: the theme itself, its goals, their activities."""
        plan = self.plan
        found = self.answers[commitment].things
        return tuple(each for each in found if theme == each or theme == _theme_of(plan, each))

    def activities(self, commitment: str) -> tuple[str, ...]:
        """The activities that answer a commitment, by themselves, their goal or their theme."""
        return tuple(sorted(set(self._activities(commitment)), key=by_number))

    def _activities(self, commitment: str) -> Iterator[str]:
        plan, found = self.plan, self.answers[commitment]
        goals = set(found.goals)
        for theme in found.themes:
            if not self._goals_naming(commitment, theme):
                goals.update(goal for goal, _record in plan.goals_in(theme))
        yield from found.activities
        for goal in goals:
            yield from plan.goals[goal].activities

    def _goals_naming(self, commitment: str, theme: str) -> list[str]:
        """The goals of a theme that name a commitment, by themselves or by an activity."""
        return [
            i
            for i, goal in self.plan.goals_in(theme)
            if commitment in goal.commitments
            or any(commitment in each.commitments for each in goal.activities.values())
        ]

    def principles(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Each principle, with the commitments that belong to it."""
        for agreement in self.plan.agreements.values():
            for principle in agreement.principles:
                yield principle, tuple(i for i, each in agreement.commitments.items() if principle in each.principle)

    def outside_principles(self) -> tuple[str, ...]:
        """The commitments that belong to no principle."""
        return tuple(i for i, each in self.plan.commitments.items() if not each.principle)

    def commitment(self, identifier: str) -> Commitment:
        """A commitment by its id."""
        return self.plan.commitments[identifier]

    def _answers(self, commitment: str, day: date) -> Answers:
        plan = self.plan
        decisions = (
            i
            for i, each in plan.decisions.items()
            if (commitment in each.about or commitment in each.changes) and is_taken(plan, i, day)
        )
        return Answers(
            themes=tuple(i for i, each in plan.themes.items() if commitment in each.commitments),
            goals=tuple(i for i, each in plan.goals.items() if commitment in each.commitments),
            activities=tuple(i for i, each in plan.activities.items() if commitment in each.commitments),
            decisions=tuple(decisions),
        )


def _theme_of(plan: Plan, thing: str) -> str:
    return plan.theme_of.get(plan.goal_of.get(thing, thing), "")
