"""Which decisions tell a change: those that name its field and end in what the plan now says, or that it names itself.

Not every decision counts. One that was taken before the plan was adopted says nothing of what was adopted; one that
said something else in the earlier state has been rewritten; and an event tells what happened, where nothing was decided.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from plantrack.change import Change, Thing
from plantrack.changes.adopted import lock_of
from plantrack.changes.endings import ENDING, may_end
from plantrack.changes.things import FROM_GOAL
from plantrack.facts.changed_fields import is_comparable, place_of, present, things_of
from plantrack.facts.told_changes import Told, day_of, in_order, told_changes, value_of
from plantrack.model.decision import Change as Written
from plantrack.model.goal import Added, Ended
from plantrack.plan import Plan

ADOPTING = "adopt"
REVISING = ("revise", "other")
"""Kinds of decisions that may move a thing they are about, or take it up again."""
NO_CHANGE = Written()
"""Where a decision is named by what it changed, and tells no change of a field itself."""


class Tellers:
    """What the decisions and events of a plan tell; of what has changed since an earlier state, where there is one."""

    def __init__(self, plan: Plan, before: Plan | None = None) -> None:
        self.plan = plan
        self.before = before
        self.changes = told_changes(plan)
        self.things = things_of(plan)
        self.told_before = told_changes(before) if before else {}
        self.things_before = things_of(before) if before else {}
        self.adopting, self.since = _adoption(before)

    def of(self, change: Change, thing: str, came: Mapping[str, Change]) -> list[Told]:
        """What tells a change of a thing; of one that came, also what tells of that which it came in with."""
        match change.sort:
            case "came":
                return self._joining(change, came)
            case "gone":
                return self._about(thing, ENDING)
            case "ended" | "ending_changed" | "joining_changed" if isinstance(change.after, Ended | Added):
                return self._ending(change, thing)
            case "kin_changed":
                record = self.things[thing].record
                links = [record.__dict__.get(name) for name in ("ended", "added")]
                found = [told for each in links if each is not None for told in self._named(each.decision)]
                return found or self._about(thing, REVISING)
            case "moved" | "taken_up_again" | "ending_changed" | "joining_changed":
                return self._about(thing, REVISING)
            case "locked_anew" if self.adopts(change.after):
                return self._named(change.after)
        return self._of_field(change, thing)

    def adopts(self, decision: object) -> bool:
        """Whether it is a decision that says it adopts a plan."""
        found = self.plan.decisions.get(decision) if isinstance(decision, str) else None
        return found is not None and found.kind == ADOPTING

    def ends_here(self, thing: str, path: str, found: list[Told]) -> bool:
        """Whether the last of the changes ends in what the plan says; true where that cannot be held against it."""
        known = self.things.get(thing)
        place = place_of(known.record, path) if known else None
        if known is None or place is None or not is_comparable(place):
            return True
        held = self.plan.held.get(thing) if known.kind == "activity" else None
        ends = value_of(place, in_order(place, found)[-1].change, "to")
        return ends is not None and ends in present(known, place, held)

    def _of_field(self, change: Change, thing: str) -> list[Told]:
        """What tells that a field changed: of the thing, or of the goal that it has the value from."""
        name = change.path.partition(".")[0]
        homes = [thing]
        if change.kind == "activity" and name in FROM_GOAL:
            homes.append(self.plan.goal_of.get(thing, ""))
        for home in homes:
            for path in dict.fromkeys((change.path, name)):
                found = [each for each in self.changes.get((home, path), ()) if self._counts(home, path, each)]
                firm = [each for each in found if not each.editorial]
                for ends in (firm, [each for each in found if each.editorial]):
                    if ends and self.ends_here(thing, path, ends):
                        return self._newer(thing, path, ends)
        return []

    def _counts(self, thing: str, path: str, told: Told) -> bool:
        """Whether it decides, after the plan was adopted, and did not say something else in the earlier state."""
        is_later = told.by != self.adopting and (told.day is None or told.day >= self.since)
        before = [each for each in self.told_before.get((thing, path), ()) if each.by == told.by]
        return told.decides and is_later and all(_end_of(each) == _end_of(told) for each in before)

    def _newer(self, thing: str, path: str, found: list[Told]) -> list[Told]:
        """Without those that the earlier state had carried out."""
        known = self.things_before.get(thing)
        place = place_of(known.record, path) if known else None
        if self.before is None or known is None or place is None or not is_comparable(place):
            return found
        ordered = in_order(place, found)
        was = present(known, place, self.before.held.get(thing) if known.kind == "activity" else None)
        done = [number for number, each in enumerate(ordered[:-1]) if value_of(place, each.change, "to") in was]
        return ordered[done[-1] + 1 :] if done else ordered

    def _ending(self, change: Change, thing: str) -> list[Told]:
        """What tells that a thing ended or came: the decision it names, once, if it may and always was of that kind."""
        by, before = change.after.decision, change.before
        if not by:
            return self._about(thing, ENDING) if change.sort == "ended" else []
        if isinstance(before, Ended | Added) and before.decision == by:
            return []
        return self._named(by) if may_end(self.plan, by, thing) and self._is_of_its_kind(by) else []

    def _is_of_its_kind(self, decision: str) -> bool:
        was = self.before.decisions.get(decision) if self.before else None
        return was is None or was.kind == self.plan.decisions[decision].kind

    def _joining(self, change: Change, came: Mapping[str, Change]) -> list[Told]:
        """What tells that a thing came: its own decision, or that of what it came in with."""
        thing = change.after
        assert isinstance(thing, Thing)
        added = thing.said.get("added")
        found = self._named(added.decision) if isinstance(added, Added) else []
        found = found or self._about(thing.id)
        if not found and thing.home in came:
            return self._joining(came[thing.home], came)
        return found

    def _named(self, decision: str | None) -> list[Told]:
        """A decision by its id, where there is one that was not taken before the plan was adopted."""
        found = self.plan.decisions.get(decision or "")
        if decision is None or found is None or day_of(self.plan, decision) < self.since:
            return []
        return [Told("decision", decision, None, NO_CHANGE, found.editorial)]

    def _about(self, thing: str, kinds: tuple[str, ...] = ()) -> list[Told]:
        """The decisions that are about a thing, of some kinds or of any."""
        return [
            told
            for by, each in self.plan.decisions.items()
            if thing in each.about and (not kinds or each.kind in kinds) and each.kind != ADOPTING
            for told in self._named(by)
        ]


def _adoption(before: Plan | None) -> tuple[str, date]:
    """The decision that had adopted a plan, and its day."""
    lock = lock_of(before) if before else None
    decision = (lock.decision if lock else before.header.adopted or "") if before else ""
    return decision, day_of(before, decision) if before else date.min


def _end_of(told: Told) -> tuple[str | None, str | None]:
    """What a change ends in, as it is written."""
    return told.change.to, told.change.unstated.get("to")
