"""Small plans built from records, for the tests of the follow-up."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from plantrack.dates import read_point, read_when
from plantrack.model.decision import Change, Decision
from plantrack.model.goal import Activity, Criterion, Ended, Goal, Indicator, Step, Theme
from plantrack.model.organisation import Organisation
from plantrack.model.plan import FollowUp, Header, StatusWord
from plantrack.model.progress import Answer, EachAnswer, Submission
from plantrack.plan import Plan

POINTS = ("at", "started", "completed", "expected")


def day(text: str) -> date:
    return date.fromisoformat(text)


def activity(**said: Any) -> Activity:
    for name in ("when", "due"):
        if name in said:
            said[name] = read_when(said[name])
    return Activity(title="Något görs", **said)


def step(**said: Any) -> Step:
    if "when" in said:
        said["when"] = read_when(said["when"])
    return Step(title="Ett steg", **said)


def indicator(kind: str = "count", **said: Any) -> Indicator:
    for name in ("baseline", "targets"):
        if name in said:
            said[name] = {read_point(str(at)): Decimal(str(value)) for at, value in said[name].items()}
    if "when" in said:
        said["when"] = read_when(said["when"])
    for name in ("tolerance", "highest"):
        if name in said:
            said[name] = Decimal(said[name])
    return Indicator(text="Något mäts", kind=kind, **said)


def criterion(**said: Any) -> Criterion:
    return Criterion(text="Något är sant", **said)


def ended(on: str, **said: Any) -> Ended:
    return Ended(date=day(on), **said)


def decision(on: str, kind: str = "end", **said: Any) -> Decision:
    return Decision(date=read_point(on), kind=kind, title="Ett beslut", **said)


def change(**said: Any) -> Change:
    return Change(**said)


def organisation(**said: Any) -> Organisation:
    if "valid" in said:
        said["valid"] = read_when(said["valid"])
    return Organisation(name="En part", **{"kind": "department", **said})


def answer(said: str | Mapping[str, Any]) -> EachAnswer:
    """An answer as it would be written in a file: a word, or fields."""
    fields: dict[str, Any] = {"status": said} if isinstance(said, str) else dict(said)
    for name in POINTS:
        if name in fields:
            fields[name] = read_point(str(fields[name]))
    for name in ("numerator", "denominator"):
        if name in fields:
            fields[name] = Decimal(str(fields[name]))
    if "values" in fields:
        fields["values"] = {key: Decimal(str(value)) for key, value in fields["values"].items()}
    if "each" in fields:
        fields["each"] = {member: Answer(**vars(answer(its))) for member, its in fields["each"].items()}
    return EachAnswer(**fields)


def submission(by: str, on: str, answers: Mapping[str, Any], **said: Any) -> Submission:
    made = {thing: answer(its) for thing, its in answers.items()}
    return Submission(by=by, date=day(on), **{"round": on[:4], **said}, answers=made)


def plan(
    activities: Mapping[str, Activity] | None = None,
    *submissions: Submission,
    indicators: Mapping[str, Indicator] | None = None,
    criteria: Mapping[str, Criterion] | None = None,
    goal: Mapping[str, Any] | None = None,
    header: Mapping[str, Any] | None = None,
    follow_up: Mapping[str, Any] | None = None,
    scale: Mapping[str, str] | None = None,
    **more: Any,
) -> Plan:
    """A plan of one theme and one goal, 1.1, for 2014-2016. Submissions are named s1, s2, and so on."""
    named = {f"s{number}": each for number, each in enumerate(submissions, 1)}
    one = Goal(
        id="1.1",
        title="Ett mål",
        activities=activities or {},
        indicators=indicators or {},
        criteria=criteria or {},
        **(goal or {}),
    )
    about = {"format": 1, "id": "prov", "title": "En plan", "period": read_when("2014-2016"), **(header or {})}
    if follow_up is not None:
        about["follow_up"] = FollowUp(**follow_up)
    if scale is not None:
        about["scale"] = {word: StatusWord(means=means) for word, means in scale.items()}
    return Plan(
        Header(**about),
        themes={"1": Theme(id="1", title="Ett tema")},
        goals={"1.1": one},
        theme_of={"1.1": "1"},
        submissions={**named, **more.pop("submissions", {})},
        **more,
    )
