"""The life of one thing: what changed in it, state by state, and what decisions tell of it besides.

States come one after the other, each with what they follow on. What was said already adds nothing: so a merge tells
only what none of the branches had said, and one change that came by two ways is told once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from plantrack.change import HOME, WORDING, Change, Thing, Value
from plantrack.changes.compare import REARRANGED, compare
from plantrack.changes.things import FROM_GOAL
from plantrack.facts.changed_fields import is_comparable, place_of, present, things_of
from plantrack.facts.told_changes import Told, told_changes, value_of
from plantrack.model.goal import Added, Ended
from plantrack.plan import Plan

FILE = "file"
"""Stands for a field: the file that a thing is written in."""
COMING = ("came", "gone", "ended", "moved", "taken_up_again")
"""What is told of a thing that lies in another, in the life of that other."""
ABSENT, PRESENT = "absent", "present"
INSIDE = {"goal": "theme", "activity": "goal", "step": "activity", "criterion": "goal", "indicator": "goal"}
NO_VALUE = object()

Key = tuple[str, str, str]
"""Kind, thing, field."""


class Moment(NamedTuple):
    """Where in the history something was said: a commit, or what is not committed yet."""

    day: date | None
    """None where it is not committed yet."""
    revision: str = ""
    first: bool = False
    """Whether nothing is known from before it, as a copy may lack it."""


class Event(NamedTuple):
    """One change in the life of a thing, and what decided it."""

    moment: Moment
    change: Change


class Story(NamedTuple):
    """What a decision or an event tells of a thing, that no state shows."""

    told: Told
    thing: str
    path: str


class Life:
    """Collects the life of one thing, state by state."""

    def __init__(self, plan: Plan, thing: str, kind: str = "") -> None:
        self.plan = plan
        """As it now is, with all that was ever decided."""
        self.thing = thing
        self.kind = kind
        self.events: list[Event] = []
        self._stands: dict[Key, Value] = {}
        self._told = told_changes(plan)
        self._seen: set[int] = set()

    def take(self, moment: Moment, states: Iterable[tuple[Plan, Plan]], files: tuple[str, str] = ("", "")) -> None:
        """Takes in what a commit says beside what each that it follows said, and the file that the thing moved between."""
        found: list[Event] = []
        for before, after in states:
            for change in compare(before, after):
                for each in self._about(change):
                    if self._is_new(each):
                        decisions = self._deciding(each, before, after)
                        found.append(Event(moment, each._replace(decisions=decisions, lacking=False)))
        turned = {each.change.sort for each in found if each.change.thing == self.thing} & {"came", "gone"}
        # What comes and goes with the thing itself is no news of its own.
        found = [each for each in found if each.change.thing == self.thing or each.change.sort not in turned]
        in_file = Change("file_moved", WORDING, self.kind, self.thing, FILE, *files)
        is_told = any(each.change.path == HOME for each in found)
        if files[0] and files[1] and files[0] != files[1] and self._is_new(in_file) and not is_told:
            found.append(Event(moment, in_file))
        self.events += found

    def stories(self) -> Iterator[Story]:
        """What decisions tell of the thing that no state has shown."""
        for (thing, path), told in self._told.items():
            if thing == self.thing:
                yield from (Story(each, thing, path) for each in told if id(each) not in self._seen)

    def _about(self, change: Change) -> Iterator[Change]:
        """A change, for each thing that it is about and this life tells of."""
        for thing in change.things:
            own = thing == self.thing and self.kind in ("", change.kind)
            said_of = change.kind == "submission" and self._is_said_of(change)
            inside = change.sort in COMING and self._lies_in(change)
            if change.sort != REARRANGED and (own or said_of or inside):
                yield change._replace(thing=thing, also=())

    def _is_said_of(self, change: Change) -> bool:
        """Whether a submission, or what changed in one, is about the thing or by it."""
        whole = change.after or change.before
        if isinstance(whole, Thing):
            return f"answers.{self.thing}" in whole.said or whole.said.get("by") == self.thing
        return change.path == f"answers.{self.thing}"

    def _lies_in(self, change: Change) -> bool:
        homes = [each.home for each in (change.before, change.after) if isinstance(each, Thing)]
        if change.path == HOME:
            homes = [change.before, change.after]
        inside = self.kind in ("", INSIDE.get(change.kind))
        return inside and change.kind in INSIDE and (self.thing in homes or self._holds(change))

    def _holds(self, change: Change) -> bool:
        plan = self.plan
        return (
            self.thing in (plan.goal_of.get(change.thing), plan.theme_of.get(change.thing)) and change.sort == "ended"
        )

    def _is_new(self, change: Change) -> bool:
        """Whether a change says what was not said already; and then it is said."""
        key = change.kind, change.thing, change.path
        value = change.after
        if not change.path and isinstance(change.after or change.before, Thing):
            value = PRESENT if change.after is not None else ABSENT
        if self._stands.get(key, NO_VALUE) == value:
            return False
        self._stands[key] = value
        if value is ABSENT or value is PRESENT:
            for other in [each for each in self._stands if each[:2] == key[:2] and each[2]]:
                del self._stands[other]
        return True

    def _deciding(self, change: Change, before: Plan, after: Plan) -> tuple[str, ...]:
        """The decisions and events that tell a change."""
        if isinstance(change.after, Ended | Added):
            return (change.after.decision,) if change.after.decision else ()
        if isinstance(change.after, Thing):
            added = change.after.said.get("added")
            return (added.decision,) if isinstance(added, Added) and added.decision else ()
        found = [each for each in self._told_of(change, after) if self._matches(each, "to", change, after)]
        nearest = [each for each in found if self._matches(each, "from", change, before)]
        self._seen.update(id(each) for each in nearest or found)
        return tuple(dict.fromkeys(each.by for each in nearest or found))

    def _told_of(self, change: Change, after: Plan) -> Iterator[Told]:
        name = change.path.partition(".")[0]
        homes = [change.thing]
        if change.kind == "activity" and name in FROM_GOAL:
            homes.append(after.goal_of.get(change.thing, ""))
        for home in homes:
            for path in dict.fromkeys((change.path, name)):
                yield from self._told.get((home, path), ())

    def _matches(self, told: Told, end: str, change: Change, plan: Plan) -> bool:
        """Whether a change ends, or begins, where a decision says that it does."""
        known = things_of(plan).get(change.thing)
        place = place_of(known.record, change.path) if known else None
        if known is None or place is None:
            return False
        if not is_comparable(place):
            return end == "to"
        value = value_of(place, told.change, end)
        return value is not None and value in present(known, place, plan.held.get(change.thing))


def own_dates(record: Mapping[str, Value]) -> Iterator[tuple[date, str, Added | Ended]]:
    """That a thing came later, and that it ended, as it says itself."""
    for name in ("added", "ended"):
        value = record.get(name)
        if isinstance(value, Added | Ended) and value.date:
            yield value.date, name, value
