"""What decisions and events say that they changed, in words: from what, to what, and what that comes to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from plantrack.change import Change
from plantrack.changes.told import Unread, as_change
from plantrack.facts.changed_fields import place_of, things_of
from plantrack.facts.told_changes import Told
from plantrack.kinds import Text
from plantrack.model.decision import Change as Written
from plantrack.plan import Plan
from plantrack.report.document import Cell
from plantrack.report.teller import Teller
from plantrack.views.changed import Asked, Changed
from plantrack.views.changed_values import ARROW


class Line(NamedTuple):
    """One field that was changed."""

    thing: str
    path: str
    what: str
    """What it comes to, in a few words."""
    before: Cell
    """Empty where nothing is said of it."""
    after: Cell
    why: Text | None

    @property
    def turn(self) -> Cell:
        """From what to what."""
        return (*self.before, ARROW, *self.after) if self.before else self.after


class Turns:
    """Tells written changes in one language."""

    def __init__(self, tell: Teller) -> None:
        self.tell = tell
        self.plan: Plan = tell.plan
        self.changed = Changed(Asked(tell.plan, tell.plan, tell, (), ()))

    def lines(self, changes: Mapping[str, Mapping[str, Written]]) -> Iterator[Line]:
        """Every field that a decision or an event says it changed."""
        for thing, fields in changes.items():
            for path, written in fields.items():
                yield self.line(thing, path, written)

    def line(self, thing: str, path: str, written: Written) -> Line:
        """One field that was changed."""
        try:
            change = as_change(self.plan, thing, path, written)
        except Unread:
            return self._as_written(thing, path, written)
        before, after = self._sides(change)
        return Line(thing, path, self.changed.told(change).what, before, after, written.why)

    def _sides(self, change: Change) -> tuple[Cell, Cell]:
        """Both values, each whole: not only what differs in them."""
        values = self.changed.values
        sides = []
        for value in (change.before, change.after):
            one = change._replace(before=None, after=value)
            sides.append(values.sides(one).line if value is not None else ())
        return sides[0], sides[1]

    def _as_written(self, thing: str, path: str, written: Written) -> Line:
        """A change of a block, or of what is not there: as it stands in the file."""
        known = things_of(self.plan).get(thing)
        place = place_of(known.record, path) if known else None
        what = self.changed.field(known.kind, path) if known and place else path
        return Line(thing, path, what, self._end(written, "from"), self._end(written, "to"), written.why)

    def _end(self, written: Written, end: str) -> Cell:
        if end in written.unstated:
            return (self.tell.absence(written.unstated[end]),)
        text = written[end]
        return (self.tell.said(text),) if text is not None else ()

    def moves(self, told: tuple[Told, ...]) -> Iterator[tuple[Told, Cell]]:
        """How one field was changed again and again: from what to what each time."""
        for each in told:
            kind = self.plan.decisions if each.kind == "decision" else self.plan.events
            changes = kind[each.by].changes
            found = next(
                self.line(thing, path, written)
                for thing, fields in changes.items()
                for path, written in fields.items()
                if written is each.change
            )
            yield each, (found.what, ": ", *found.turn)
