"""Which lines of a plan's files change when an organisation gets another name, ends, begins, or hands over its work.

Knows no files: it answers with edits, and where they belong.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from plantrack.dates import Calendar
from plantrack.facts.organisations import life
from plantrack.finding import Key
from plantrack.kinds import Text, Translated
from plantrack.model.organisation import Organisation
from plantrack.plan import Plan
from plantrack.store.block import Value
from plantrack.store.edit import Add, Edit, Remove, Set


class CannotEnd(Exception):
    """An organisation has ended on another day already, or had not begun."""

    def __init__(self, day: date) -> None:
        super().__init__(day.isoformat())
        self.day = day


class Handover(NamedTuple):
    """A role that passes from one organisation to another, in one place of a goal's file."""

    goal: str
    keys: tuple[Key, ...]
    """The keys that lead to the role."""
    thing: str
    """The activity, step or goal that the role is said of."""
    role: str
    before: tuple[str, ...]
    after: tuple[str, ...]

    def edits(self) -> tuple[Edit, ...]:
        """The edits that make it, the last item first: the new id in the place of the first that goes."""
        going = [number for number, each in enumerate(self.before) if each not in self.after]
        new = next((each for each in self.after if each not in self.before), "")
        return tuple(
            Set((*self.keys, number), new) if new and number == going[0] else Remove((*self.keys, number))
            for number in reversed(going)
        )


class Held(NamedTuple):
    """What an organisation has a role in, among what is still open."""

    handovers: tuple[Handover, ...]
    left: tuple[str, ...]
    """Goals that say the role once for all, of which some activities are over: nothing is changed for those."""


def renamed(each: Organisation, identifier: str, name: Text, day: date, abbreviation: str = "") -> tuple[Edit, ...]:
    """Another name from a day on. The old one goes to the former names, with the day before as its last."""
    former: dict[str, Value] = {"name": each.name}
    if each.abbreviation:
        former["abbreviation"] = each.abbreviation
    former["until"] = (day - timedelta(days=1)).isoformat()
    edits: list[Edit] = []
    if isinstance(name, Translated) and isinstance(each.name, Translated):
        edits += [Set((identifier, "name", language), text) for language, text in name.items()]
    else:
        edits.append(Set((identifier, "name"), name))
    if abbreviation:
        edits.append(Set((identifier, "abbreviation"), abbreviation))
    return (*edits, Add((identifier, "formerly"), former))


def ended(
    each: Organisation, identifier: str, calendar: Calendar, day: date, successors: Sequence[str] = ()
) -> tuple[Edit, ...]:
    """That an organisation is no more from a day on, and who took over. Raises ``CannotEnd``."""
    last = day - timedelta(days=1)
    begun, known = life(each, calendar)
    if begun > last:
        raise CannotEnd(begun)
    edits: list[Edit] = []
    valid = each.valid
    if valid is None or valid.end is None:
        edits.append(Set((identifier, "valid"), f"{_start(each)}/{last.isoformat()}"))
    elif not calendar.first(valid.end) <= last <= known:
        raise CannotEnd(known)
    elif last != known:
        edits.append(Set((identifier, "valid"), f"{_start(each)}/{last.isoformat()}"))
    new = [other for other in successors if other not in each.successors]
    edits += [Add((identifier, "successors"), other) for other in new] if each.successors else []
    if new and not each.successors:
        edits.append(Set((identifier, "successors"), tuple(new)))
    return tuple(edits)


def founded(identifier: str, name: Text, kind: str, side: str, day: date, after: str) -> Set:
    """A new organisation from a day on, right after another in the file."""
    fields: dict[str, Value] = {"name": name, "kind": kind}
    if side:
        fields["side"] = side
    return Set((identifier,), {**fields, "valid": f"{day.isoformat()}/.."}, after)


def handed_over(plan: Plan, old: Collection[str], new: str, over: Collection[str]) -> Held:
    """The roles of open activities and their steps that name an organisation. ``over`` are the activities that are no
    longer open.
    """
    found: dict[tuple[str, tuple[Key, ...]], Handover] = {}
    stopped: dict[str, None] = {}
    for goal, keys, thing, role, named in _said(plan):
        if not set(old) & set(named):
            continue
        activities = _reached(plan, goal, keys, role)
        if not any(each not in over for each in activities):
            continue
        if any(each in over for each in activities):
            stopped[thing] = None
            continue
        after = tuple(dict.fromkeys(new if each in old else each for each in named))
        found[goal, keys] = Handover(goal, keys, thing, role, named, after)
    return Held(tuple(found.values()), tuple(stopped))


def _said(plan: Plan) -> Iterator[tuple[str, tuple[Key, ...], str, str, tuple[str, ...]]]:
    """Every role that is said of an activity or a step, near or far: goal, keys, thing, role, organisations."""
    for activity, held in plan.held.items():
        goal = plan.goal_of[activity]
        for role, statements in held.said_roles.items():
            for said in statements:
                if said.value:
                    thing = goal if said.level == "goal" else activity
                    yield goal, said.keys, thing, role, said.value
        for step, each in plan.activities[activity].steps.items():
            if each.responsible:
                keys = ("activities", activity, "steps", step, "responsible")
                yield goal, keys, step, "responsible", each.responsible


def _reached(plan: Plan, goal: str, keys: tuple[Key, ...], role: str) -> tuple[str, ...]:
    """The activities that a statement holds for."""
    if keys[0] == "activities":
        return (str(keys[1]),)
    within: Mapping[str, object] = plan.goals[goal].activities
    return tuple(i for i in within if any(said.keys == keys for said in plan.held[i].said_roles.get(role, ())))


def _start(each: Organisation) -> str:
    """From when an organisation exists, as its file writes it."""
    if each.valid is None or each.valid.start is None:
        return ".."
    first, slash, _last = each.valid.text.partition("/")
    return first.strip() if slash else each.valid.start.edtf
