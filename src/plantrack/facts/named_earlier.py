"""Whether a submission may name another as one that it corrects or confirms: who sent both, and which came first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from plantrack.model.progress import Submission
from plantrack.plan import Plan


class Misnamed(NamedTuple):
    """One of the submissions that another names, and should not."""

    number: int
    """Its place among those that are named."""
    variant: str
    """``itself``, or ``other`` for somebody else's; empty for one from a later day."""
    values: Mapping[str, Any]


def misnamed(plan: Plan, identifier: str, named: Sequence[str]) -> Iterator[Misnamed]:
    """Those that a submission names and may not. What is not there, or lacks its day, another check tells of."""
    submission = plan.submissions[identifier]
    for number, other_id in enumerate(named):
        other = plan.submissions.get(other_id)
        if other is None or not submission.date or not other.date:
            continue
        values = {"id": identifier, "other": other_id}
        if other_id == identifier:
            yield Misnamed(number, "itself", {"id": identifier})
        elif other.date > submission.date:
            yield Misnamed(number, "", {**values, "day": other.date})
        elif not may_correct(plan, submission, other):
            yield Misnamed(number, "other", {**values, "by": submission.by, "sender": other.by})


def may_correct(plan: Plan, submission: Submission, other: Submission) -> bool:
    """Whether it is the same sender, its successor, or one who keeps the follow-up together."""
    if (
        submission.by == other.by
        or submission.by in plan.follow_up.responsible
        or submission.by in plan.follow_up.support
    ):
        return True
    sender = plan.organisations.get(other.by or "")
    return sender is not None and submission.by in sender.successors
