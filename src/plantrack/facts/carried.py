"""What of a plan goes on in the next one: what was chosen for each open activity, and what follows from it.

Pure: it knows neither files nor how anybody was asked.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from plantrack.kinds import is_id
from plantrack.mark import _
from plantrack.plan import Plan
from plantrack.record import NOTHING

CONTINUE, CHANGE, MERGE, END = "continue", "change", "merge", "end"
ANSWERS = (CONTINUE, CHANGE, MERGE, END)
"""What may become of an activity. A goal continues or ends."""


class Choice(NamedTuple):
    """What was chosen for one activity or goal."""

    answer: str
    into: str = ""
    """The activity that it is merged into, by its id in the old plan."""
    new_id: str = ""
    """Its id in the new plan, where that is to be another."""
    titles: Mapping[str, str] = NOTHING
    """Language -> its new wording, where that is known."""


Choices = Mapping[str, Choice]


class CannotChoose(Exception):
    """The choices do not go together. Holds a sentence with named blanks."""

    def __init__(self, sentence: str, **values: object) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.values = values


class Carried(NamedTuple):
    """What goes on in the next plan."""

    goals: tuple[str, ...]
    activities: Mapping[str, str]
    """Old id -> new id, for what continues or is changed."""
    merged: Mapping[str, tuple[str, ...]]
    """Activity that continues -> those that are merged into it, all by their old ids."""
    titles: Mapping[str, Mapping[str, str]]
    """Old id -> language -> new wording."""
    to_be_worded: tuple[str, ...]
    """What is to be changed, and nobody has said how."""
    ended: tuple[str, ...]
    """What was open and does not go on."""


def carried(plan: Plan, open_: Collection[str], choices: Choices) -> Carried:
    """What follows from the choices. Raises ``CannotChoose`` where they do not go together."""
    _known(plan, open_, choices)
    going = {i: each for i in open_ if (each := choices[i]).answer in (CONTINUE, CHANGE)}
    merged = _merged(open_, choices, going)
    kept = {plan.goal_of[i] for i in going}
    for goal, choice in choices.items():
        if goal in plan.goals and choice.answer == END and goal in kept:
            first = next(i for i in going if plan.goal_of[i] == goal)
            raise CannotChoose(_("The goal {goal} is to end, and {id} in it goes on."), goal=goal, id=first)
    kept |= {goal for goal in plan.goals if goal in choices and choices[goal].answer != END}
    if not kept:
        raise CannotChoose(_("Nothing goes on, so there is no next plan to start from this one."))
    return Carried(
        goals=tuple(goal for goal in plan.goals if goal in kept),
        activities=_numbered(plan, going),
        merged=merged,
        titles={i: each.titles for i, each in going.items() if each.titles},
        to_be_worded=tuple(i for i, each in going.items() if each.answer == CHANGE and not each.titles),
        ended=tuple(i for i in open_ if choices[i].answer == END),
    )


def _known(plan: Plan, open_: Collection[str], choices: Choices) -> None:
    for thing, choice in choices.items():
        if thing in plan.goals:
            if choice.answer not in (CONTINUE, END) or choice.into or choice.new_id or choice.titles:
                raise CannotChoose(_("A goal continues or ends. {id} can be neither changed nor merged."), id=thing)
        elif thing in plan.activities and thing not in open_:
            if choice.answer != END:
                raise CannotChoose(_("{id} is completed or has ended, so it cannot go on."), id=thing)
        elif thing not in open_:
            raise CannotChoose(_("The plan has no activity or goal with the id “{id}”."), id=thing)


def _merged(open_: Collection[str], choices: Choices, going: Collection[str]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for each in open_:
        choice = choices[each]
        if choice.answer != MERGE:
            continue
        if not choice.into:
            raise CannotChoose(_("{id} is to be merged. Say into which activity."), id=each)
        if choice.into not in going:
            sentence = _("{id} is to be merged into {into}, which is no activity that goes on.")
            raise CannotChoose(sentence, id=each, into=choice.into)
        found[choice.into] = (*found.get(choice.into, ()), each)
    return found


def _numbered(plan: Plan, going: Mapping[str, Choice]) -> Mapping[str, str]:
    """What goes on with its id in the new plan: its own, where no other was given. None is given to two."""
    found: dict[str, str] = {}
    taken: dict[str, str] = {}
    for each, choice in going.items():
        new = choice.new_id or each
        goal = plan.goal_of[each]
        if not is_id(new) or ":" in new or not new.startswith(f"{goal}."):
            sentence = _("{new} cannot be the new id of {id}: it must begin with {goal}. and hold no spaces.")
            raise CannotChoose(sentence, new=new, id=each, goal=goal)
        if new in taken:
            raise CannotChoose(_("{id} and {other} cannot both have the id {new}."), id=each, other=taken[new], new=new)
        taken[new] = each
        found[each] = new
    return found
