"""A report's figures by name, as plain values: for other tools, and for telling two reports apart.

No sentence and no word of a language stands here; states are the tool's own keys.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any

from plantrack.followup.assessed import Assessment
from plantrack.followup.standing import ActivityStanding, Counts, IndicatorStanding, JudgedStanding, Standings

Figures = Mapping[str, Any]
NOBODY = Assessment()


def figures(standings: Standings, assessment: Assessment = NOBODY) -> Figures:
    """Everything that is counted, computed or judged for one round and day. Without a value: None.

    What evaluators say is there where any has said something.
    """
    found = {
        "round": standings.round,
        "day": standings.day.isoformat(),
        "period": [standings.period_start.isoformat(), standings.period_end.isoformat()],
        "total": _counts(standings.total),
        "themes": {i: _counts(each) for i, each in standings.by_theme.items()},
        "organisations": {i: _counts(each) for i, each in standings.by_organisation.items()},
        "goals": {i: {**_judged(each), **_of_goal(standings, i)} for i, each in standings.goals.items()},
        "activities": {i: _activity(each) for i, each in standings.activities.items()},
        "steps": {i: _activity(each) for i, each in standings.steps.items()},
        "criteria": {i: _judged(each) for i, each in standings.criteria.items()},
        "indicators": {i: _indicator(each) for i, each in standings.indicators.items()},
        "asked": {i: list(things) for i, things in standings.asked.items()},
        "answered": {i: list(things) for i, things in standings.answered.items()},
    }
    return {**found, "assessed": _assessed(assessment)} if assessment.rows else found


def digest(found: Figures) -> str:
    """The SHA-256 of the figures: the same where they are the same, in whatever order they came."""
    from json import dumps

    return sha256(dumps(found, sort_keys=True).encode()).hexdigest()


def flat(found: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Each single figure with its whole name: ``activities.1.2.3.status``."""
    if isinstance(found, Mapping):
        for key, value in found.items():
            yield from flat(value, f"{name}.{key}" if name else str(key))
    elif isinstance(found, (list, tuple)):
        yield name, " ".join(_plain(each) for each in found)
    else:
        yield name, _plain(found)


def differences(before: Figures, after: Figures) -> tuple[tuple[str, str, str], ...]:
    """The figures that are not the same: name, before, after. One that is not there is empty."""
    old, new = dict(flat(before)), dict(flat(after))
    names: Iterable[str] = dict.fromkeys((*old, *new))
    return tuple((i, old.get(i, ""), new.get(i, "")) for i in names if old.get(i, "") != new.get(i, ""))


def _plain(value: Any) -> str:
    return "" if value is None else " ".join(map(_plain, value)) if isinstance(value, (list, tuple)) else str(value)


def _counts(counts: Counts) -> dict[str, Any]:
    return {
        "activities": counts.total,
        "counted": counts.counted,
        "reported": counts.reported,
        "left_out": dict(counts.left_out),
        "status": dict(counts.statuses),
        "schedule": dict(counts.schedules),
    }


def _of_goal(standings: Standings, goal: str) -> dict[str, Any]:
    counts = standings.by_goal.get(goal)
    return {"activities": _counts(counts)} if counts else {}


def _activity(standing: ActivityStanding) -> dict[str, Any]:
    return {
        "status": standing.status,
        "schedule": standing.schedule or None,
        "start": _day(standing.start),
        "end": _day(standing.end),
        "counted": standing.counted,
        "left_out": standing.left_out or None,
        "carried": standing.carried,
        "decided": not standing.undecided,
        "reported": _day(standing.given.day if standing.given else None),
        "by": standing.given.organisation if standing.given else None,
    }


def _judged(standing: JudgedStanding) -> dict[str, Any]:
    return {"fulfilment": standing.fulfilment, "forecast": standing.forecast or None}


def _indicator(standing: IndicatorStanding) -> dict[str, Any]:
    return {
        "outcome": standing.outcome,
        "value": _number(standing.latest.value if standing.latest else None),
        "on": _day(standing.latest.day if standing.latest else None),
        "share": _number(standing.share),
        "expected": _number(standing.expected),
        "trend": standing.trend,
        "text": standing.text or None,
        "baseline": _dated(standing.baseline),
        "targets": [_dated(each) for each in standing.targets],
        "values": [_dated((each.day, each.value)) for each in standing.series],
    }


def _assessed(assessment: Assessment) -> dict[str, Any]:
    """What each evaluator says of each thing; how that stands to the plan's own; and how many say what."""
    things: dict[str, dict[str, Any]] = {}
    for each in assessment.rows:
        judged = {judgement.axis: judgement.said for judgement in each.judgements}
        if judged or each.given.organisation not in things.get(each.thing, {}):
            things.setdefault(each.thing, {})[each.given.organisation] = {"beside": each.way, **judged}
    return {
        "judged": len(assessment.judged),
        "same": len(assessment.same),
        "otherwise": len(assessment.otherwise),
        "unjudged": len(assessment.unjudged),
        "things": things,
    }


def _dated(found: tuple[date, Decimal] | None) -> list[str] | None:
    return [found[0].isoformat(), str(found[1])] if found else None


def _number(value: Decimal | None) -> str | None:
    """As text: a decimal number stays the one it is, whatever reads it."""
    return None if value is None else str(value)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
