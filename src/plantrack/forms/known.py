"""What an organisation has answered by form before, held against what a form says now."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from plantrack.draft import Field, Fields, FormUsed
from plantrack.kinds import Choice, Kind, Translated, Unfit
from plantrack.model.progress import Answer
from plantrack.plan import Plan
from plantrack.record import Keyed, Many


class Known(NamedTuple):
    """What has been answered about a thing, and in which submission."""

    submission: str
    answer: Answer


def came_by_form(plan: Plan, organisation: str, round_id: str) -> tuple[str, ...]:
    """The submissions that came by form from an organisation in a round and that no other form replaces, oldest first.

    One that somebody has corrected by hand is there: the form that it came by has been read all the same.
    """
    came = _forms_of(plan, organisation, round_id)
    replaced = {each for identifier in came for each in plan.submissions[identifier].replaces}
    return tuple(identifier for identifier in came if identifier not in replaced)


def read_as(plan: Plan, form: FormUsed, organisation: str, round_id: str) -> tuple[str, ...]:
    """The submissions of an organisation in a round that the very same file has given, whatever became of them."""
    found = ((identifier, plan.submissions[identifier].from_) for identifier in _forms_of(plan, organisation, round_id))
    return tuple(identifier for identifier, source in found if source and source.digest == form.digest)


def known_answers(plan: Plan, submissions: tuple[str, ...]) -> Mapping[str, Known]:
    """Thing -> what was answered about it last in some submissions, and in those that they replaced."""
    found: dict[str, Known] = {}
    for identifier in submissions:
        for each in (*_replaced_by(plan, identifier), identifier):
            submission = plan.submissions[each]
            found.update((thing, Known(each, answer)) for thing, answer in submission.answers.items())
    return found


def by_hand_since(plan: Plan, organisation: str, round_id: str, known: Mapping[str, Known]) -> Mapping[str, Known]:
    """Thing -> what has been answered about it without a form, after what is ``known`` of an organisation's forms.

    By the organisation itself, or by one who corrects it.
    """
    found: dict[str, Known] = {}
    for identifier in _in_order(plan, round_id):
        submission, corrected = plan.submissions[identifier], _replaced_by(plan, identifier)
        for thing, answer in submission.answers.items() if submission.from_ is None else ():
            before = known.get(thing)
            if before is None:
                continue
            later = submission.by == organisation and _day(plan, before.submission) < _day(plan, identifier)
            if later or before.submission in corrected:
                found[thing] = Known(identifier, answer)
    return found


def _forms_of(plan: Plan, organisation: str, round_id: str) -> tuple[str, ...]:
    """The submissions that came by form from an organisation in a round, the oldest first."""
    found = _in_order(plan, round_id)
    return tuple(i for i in found if plan.submissions[i].from_ and plan.submissions[i].by == organisation)


def _in_order(plan: Plan, round_id: str) -> tuple[str, ...]:
    """What has been answered in a round as an own report, the oldest first; what corrects another after it."""
    found = [
        (submission.date, len(_replaced_by(plan, identifier)), identifier)
        for identifier, submission in plan.submissions.items()
        if submission.round == round_id and submission.role in (None, "own") and submission.date is not None
    ]
    return tuple(identifier for *_order, identifier in sorted(found))


def _day(plan: Plan, identifier: str) -> date:
    return plan.submissions[identifier].date or date.min


def _replaced_by(plan: Plan, identifier: str, seen: tuple[str, ...] = ()) -> tuple[str, ...]:
    """What a submission replaced, and what that had replaced, the oldest first."""
    earlier: list[str] = []
    for each in plan.submissions[identifier].replaces:
        if each in plan.submissions and each not in seen and each != identifier:
            earlier += [*_replaced_by(plan, each, (*seen, identifier)), each]
    return tuple(earlier)


def said_alike(fields: Fields, known: Known | None) -> bool:
    """Whether an answer as it stands in the plan says what a form says."""
    if known is None:
        return False
    try:
        said = {Answer.ATTRIBUTES[name]: _value(Answer.FIELDS[name].kind, value) for name, value in fields.items()}
    except Unfit:
        return False
    return said == {name: _folded(value) for name, value in vars(known.answer).items()}


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
