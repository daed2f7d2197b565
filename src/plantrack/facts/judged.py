"""What an answer about a thing judges: its wording as it now stands, and the decisions that have changed it.

An activity is answered by its title, its text, its time and the criteria that are said of it; a goal by all
its criteria and by what its indicators aim at. Knows nothing of answers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from plantrack.dates import Point, When
from plantrack.facts.told_changes import sources
from plantrack.kinds import Translated
from plantrack.plan import Plan
from plantrack.record import NOT_STATED, Record
from plantrack.statements import Statement

TIMES = ("when", "due", "continuous")
"""What an activity may have from elsewhere, and a step from its activity."""
AIMS = ("text", "kind", "unit", "direction", "baseline", "targets", "target")
"""What an indicator says of the goal that it measures."""
JUDGED: Mapping[str, tuple[str, ...]] = {
    "theme": ("title", "text"),
    "goal": ("title", "text", "due"),
    "activity": ("title", "text", *TIMES),
    "step": ("title", "when"),
    "criterion": ("text", "due"),
    "indicator": (
        *AIMS, "numerator", "denominator", "tolerance", "scale", "categories", "questions", "when", "running_total", "add_up",
    ),
}  # fmt: skip
"""Kind of thing -> the fields of its own that an answer about it judges."""

Plain = Any
"""A value in plain parts, so that two ways to write the same are equal."""


class Moved(NamedTuple):
    """That a decision, or an event, changed what answers judge. Sorted, the earliest comes first."""

    day: date
    """The first day it may have been taken."""
    by: str
    """The decision's id."""
    thing: str
    """The thing whose field it changed."""
    field: str
    """As the decision names it: ``when``, ``targets.2016``."""
    kind: str
    """decision or event."""


def kind_of(plan: Plan, thing: str) -> str:
    """What kind of thing an id is, among those that an answer may be about; empty where there is none."""
    return next((kind for kind, table in _tables(plan) if thing in table), "")


def wording(plan: Plan, thing: str) -> Plain:
    """What an answer about a thing judges, as it now stands."""
    kind = kind_of(plan, thing)
    if not kind:
        return ()
    record = dict(_tables(plan))[kind][thing]
    own = [_stated(record, name) for name in JUDGED[kind] if kind != "activity" or name not in TIMES]
    match kind:
        case "activity":
            criteria = plan.goals[plan.goal_of[thing]].criteria.items()
            return *own, _times(plan, thing), [(i, plain(each.text)) for i, each in criteria if thing in each.for_]
        case "step":
            return *own, () if record.__dict__.get("when") else _times(plan, _activity_of(plan, thing))
        case "goal":
            goal = plan.goals[thing]
            criteria_of = [(i, plain(each.text), plain(each.due)) for i, each in goal.criteria.items()]
            return *own, criteria_of, [(i, *(_stated(each, n) for n in AIMS)) for i, each in goal.indicators.items()]
        case _:
            return tuple(own)


def moved(plan: Plan) -> Mapping[str, tuple[Moved, ...]]:
    """Thing -> all that decisions have changed of what an answer about it judges, the earliest first.

    A decision that is editorial changes wording only, and is not among them.
    """
    found: dict[str, list[Moved]] = {}
    for source in sources(plan):
        for thing, fields in () if source.editorial else source.changes.items():
            for field in fields:
                change = Moved(source.day or date.min, source.by, thing, field, source.kind)
                for judged in _judging(plan, thing, field.partition(".")[0]):
                    found.setdefault(judged, []).append(change)
    return {thing: tuple(sorted(set(changes))) for thing, changes in found.items()}


def plain(value: Any) -> Plain:
    """A value in plain parts: without line breaks and double spaces, without the wording of a time, in one order."""
    match value:
        case None | False:
            return ""
        case Translated():
            return sorted((language, plain(text)) for language, text in value.items())
        case str():
            return " ".join(value.split())
        case When():
            return plain(tuple(value[1:]))
        case Point():
            return tuple(value)
        case Statement():
            return _absence(value.absence) if value.value is None else plain(value.value)
        case Mapping():
            return sorted((plain(key), plain(each)) for key, each in value.items())
        case tuple() | list():
            return [plain(each) for each in value]
        case bool() | int():
            return int(value)
        case _:
            text = f"{value:f}"
            return text.rstrip("0").rstrip(".") if "." in text else text


def _tables(plan: Plan) -> tuple[tuple[str, Mapping[str, Record]], ...]:
    return (
        ("activity", plan.activities),
        ("step", plan.steps),
        ("criterion", plan.criteria),
        ("indicator", plan.indicators),
        ("goal", plan.goals),
        ("theme", plan.themes),
    )


def _stated(record: Record, name: str) -> Plain:
    value = record[name]
    return plain(value) or _absence(record.unstated.get(name, ""))


def _absence(absence: str) -> str:
    """Why there is no value. That it is not stated is as good as leaving it out."""
    return "" if absence == NOT_STATED else absence


def _times(plan: Plan, activity: str) -> Plain:
    """The time that holds for an activity, wherever it is said."""
    held = plan.held[activity]
    return plain(held.when), plain(held.due), plain(held.continuous)


def _activity_of(plan: Plan, step: str) -> str:
    goal = plan.goals[plan.goal_of[step]]
    return next(i for i, activity in goal.activities.items() if step in activity.steps)


def _judging(plan: Plan, thing: str, name: str) -> Iterator[str]:
    """The things that are judged by a field of a thing."""
    kind = kind_of(plan, thing)
    if name in JUDGED.get(kind, ()):
        yield thing
    match kind:
        case "activity" if name in TIMES:
            yield from _timed_by(plan, thing)
        case "goal" if name == "when":
            for activity in plan.goals[thing].activities:
                if any(each.level == "goal" for each in plan.held[activity].when):
                    yield activity
                    yield from _timed_by(plan, activity)
        case "criterion" if name in JUDGED[kind]:
            yield plan.goal_of[thing]
            if name == "text":
                yield from (each for each in plan.criteria[thing].for_ if each in plan.activities)
        case "indicator" if name in AIMS:
            yield plan.goal_of[thing]


def _timed_by(plan: Plan, activity: str) -> Iterator[str]:
    """The steps that have their time from their activity."""
    steps = plan.activities[activity].steps
    return (each for each, step in steps.items() if not step.__dict__.get("when"))
