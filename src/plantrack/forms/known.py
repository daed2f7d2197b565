"""What an organisation has answered by form before, held against what a form says now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from plantrack.draft import Field, Fields
from plantrack.kinds import Choice, Kind, Translated, Unfit
from plantrack.model.progress import Answer
from plantrack.plan import Plan
from plantrack.record import Keyed, Many


def came_by_form(plan: Plan, organisation: str, round_id: str) -> tuple[str, ...]:
    """The submissions that came by form from an organisation in a round and that no other replaces, the oldest first."""
    replaced = {each for submission in plan.submissions.values() for each in submission.replaces}
    found = [
        (submission.date, identifier)
        for identifier, submission in plan.submissions.items()
        if submission.from_ is not None
        and submission.by == organisation
        and submission.round == round_id
        and submission.date is not None
        and identifier not in replaced
    ]
    return tuple(identifier for _day, identifier in sorted(found))


def known_answers(plan: Plan, submissions: tuple[str, ...]) -> Mapping[str, Answer]:
    """Thing -> what was answered about it last in some submissions, and in those that they replaced."""
    found: dict[str, Answer] = {}
    for identifier in submissions:
        for each in (*_replaced_by(plan, identifier), identifier):
            found.update(plan.submissions[each].answers)
    return found


def _replaced_by(plan: Plan, identifier: str, seen: tuple[str, ...] = ()) -> tuple[str, ...]:
    """What a submission replaced, and what that had replaced, the oldest first."""
    earlier: list[str] = []
    for each in plan.submissions[identifier].replaces:
        if each in plan.submissions and each not in seen and each != identifier:
            earlier += [*_replaced_by(plan, each, (*seen, identifier)), each]
    return tuple(earlier)


def said_alike(fields: Fields, answer: Answer | None) -> bool:
    """Whether an answer as it stands in the plan says what a form says."""
    if answer is None:
        return False
    try:
        said = {Answer.ATTRIBUTES[name]: _value(Answer.FIELDS[name].kind, value) for name, value in fields.items()}
    except Unfit:
        return False
    return said == {name: _folded(value) for name, value in vars(answer).items()}


def _value(kind: Kind[Any], value: Field) -> Any:
    """What a field of a form is once it has been written in a file and read."""
    if isinstance(kind, Keyed):
        assert isinstance(value, Mapping)
        return {name: _value(kind.kind, each) for name, each in value.items()}
    if isinstance(kind, Many):
        return tuple(_value(kind.kind, each) for each in ((value,) if isinstance(value, str) else value))
    if isinstance(kind, Choice):  # read already, and it may be a word of the plan's own
        return value
    return _folded(kind.read(value))  # type: ignore[attr-defined]


def _folded(value: Any) -> Any:
    """A value whose texts differ in nothing but how their lines are broken."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, Translated):
        return value
    if isinstance(value, tuple) and type(value) is tuple:
        return tuple(_folded(each) for each in value)
    if isinstance(value, Mapping):
        return {name: _folded(each) for name, each in value.items()}
    return value
