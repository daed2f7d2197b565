"""Events as JSON, for other tools: when, what, who by function, what about, and what meetings left open."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from plantrack.dates import When
from plantrack.facts.happened import UNPLACED, placed
from plantrack.facts.matters import Answer, action_address, answered_by, answers_by, matters_of, point_address
from plantrack.model.event import Event, Point
from plantrack.plan import Plan
from plantrack.report.document import plain
from plantrack.report.event_words import doing
from plantrack.report.teller import Teller

FORMAT_VERSION = 1


def as_json(tell: Teller, events: Iterable[str], day: date, *, perhaps: Iterable[str] = ()) -> str:
    """Events with their points; what is open is judged on a day."""
    from json import dumps

    shown = Shown(tell, day)
    shape: dict[str, Any] = {
        "format": FORMAT_VERSION,
        "plan": tell.plan.header.id,
        "language": tell.language,
        "day": day.isoformat(),
        "events": [shown.event(each) for each in events],
        "perhaps": [shown.event(each) for each in perhaps],
    }
    return dumps(shape, ensure_ascii=False, indent=1) + "\n"


class Shown:
    """Events as objects, in one language, as things stood on one day."""

    def __init__(self, tell: Teller, day: date) -> None:
        self.tell = tell
        self.day = day
        self.answers = answers_by(tell.plan, day)

    @property
    def plan(self) -> Plan:
        """The plan."""
        return self.tell.plan

    def event(self, identifier: str) -> dict[str, Any]:
        """One event."""
        event = self.plan.events[identifier]
        place = placed(self.plan.calendar, event)
        return {
            "id": identifier,
            "kind": event.kind,
            "state": event.state or "held",
            "title": self.tell.said(event.title).text,
            "placed": None if place == UNPLACED else place.isoformat(),
            **{name: _when(event[name]) for name in ("date", "before", "after", "between")},
            "order": event.order,
            "time": event.time,
            "place": self._said(event.place),
            "text": self._said(event.text),
            "body": event.body,
            "recorded_by": event.recorded_by,
            "participants": list(event.participants),
            "present": {party: list(its) for party, its in event.present.items()},
            "absent": {party: list(its) for party, its in event.absent.items()},
            **{name: list(event[name]) for name in ("about", "mandate", "led_to", "decisions", "evidence")},
            "changes": list(event.changes),
            "points": [self._point(identifier, event, number, each) for number, each in enumerate(event.items)],
        }

    def _point(self, identifier: str, event: Event, number: int, point: Point) -> dict[str, Any]:
        matters = {each.place: each for each in matters_of(identifier, event)}
        taken_up = {place: answered_by(self.plan, each, self.answers) for place, each in matters.items()}
        return {
            "number": number + 1,
            "id": point_address(identifier, number, point),
            "title": self.tell.said(point.title).text,
            "text": self._said(point.text),
            "raised_by": list(point.raised_by),
            "decision": self._said(point.decision.text) if point.decision else None,
            "actions": [
                {
                    "id": action_address(identifier, number, place, action),
                    "text": self.tell.said(action.text).text,
                    "who": [plain(doing(self.tell, each)) for each in action.who],
                    "when": self._said(action.when),
                    "done": action.done,
                    "answered_by": self._addresses(taken_up[f"{number}.{place}"]),
                }
                for place, action in enumerate(point.action)
            ],
            "postponed_to": self._said(point.postponed_to),
            "answered_by": self._addresses(taken_up.get(str(number), ())),
            "answers": list(point.answers),
            "led_to": list(point.led_to),
            "about": list(point.about),
        }

    def _addresses(self, answers: Iterable[Answer]) -> list[str]:
        items = [(each, self.plan.events[each.event].items[each.point]) for each in answers]
        return [point_address(each.event, each.point, point) for each, point in items]

    def _said(self, text: Any) -> str | None:
        return self.tell.said(text).text if text else None


def _when(when: When | None) -> dict[str, Any] | None:
    return {"text": when.text, "edtf": when.edtf} if when else None
