"""The texts of a plan's themes and goals, one by one, for the checks that read words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from plantrack.finding import Key
from plantrack.kinds import Text
from plantrack.plan import Plan
from plantrack.record import Record

FIELDS = {
    "theme": ("title", "motto", "text"),
    "goal": ("title", "text"),
    "activity": ("title", "text", "according_to"),
    "step": ("title",),
    "criterion": ("text",),
    "indicator": ("text", "method", "source", "questions", "if_yes", "scale", "categories", "target"),
}
"""The fields that hold running text. Units, tags and extra fields hold codes and are left out."""


class Passage(NamedTuple):
    """One text, and where it stands."""

    kind: str
    thing: str
    keys: tuple[Key, ...]
    text: str


def passages(plan: Plan) -> tuple[Passage, ...]:
    """Every text of every theme and goal. One in several languages is one passage a language."""
    return tuple(_passages(plan))


def _passages(plan: Plan) -> Iterator[Passage]:
    for identifier, theme in plan.themes.items():
        yield from texts_of("theme", identifier, theme)
    for identifier, goal in plan.goals.items():
        yield from texts_of("goal", identifier, goal)
        for activity_id, activity in goal.activities.items():
            yield from texts_of("activity", activity_id, activity)
            for step_id, step in activity.steps.items():
                yield from texts_of("step", step_id, step)
        for criterion_id, criterion in goal.criteria.items():
            yield from texts_of("criterion", criterion_id, criterion)
        for indicator_id, indicator in goal.indicators.items():
            yield from texts_of("indicator", indicator_id, indicator)


def texts_of(kind: str, thing: str, record: Record, fields: tuple[str, ...] = ()) -> Iterator[Passage]:
    """The texts of one record."""
    stated = record.__dict__
    for field in fields or FIELDS[kind]:
        value = stated.get(field)
        if type(value) is str:
            yield Passage(kind, thing, (field,), value)
        elif isinstance(value, dict):
            for language, text in value.items():
                yield Passage(kind, thing, (field, language), text)
        elif value:
            for number, each in enumerate(value):
                for text in wordings(each):
                    yield Passage(kind, thing, (field, number), text)


def wordings(text: Text | None) -> tuple[str, ...]:
    """A text in each language that it is given in; none where there is none."""
    if not text:
        return ()
    return (text,) if isinstance(text, str) else tuple(text.values())
