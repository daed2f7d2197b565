"""What a mandate has laid on somebody by a day: to report back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plantrack.followup.duty import REPORT, Duty, Reach
from plantrack.followup.standing import Why
from plantrack.model.decision import Decision, MandateItem


def matters(reach: Reach) -> Iterator[Duty]:
    """Mandates to report back."""
    answered = {
        item
        for identifier, decision in reach.plan.decisions.items()
        if reach.taken(identifier)
        for item in decision.answers
    }
    for identifier, decision in reach.plan.decisions.items():
        if not reach.taken(identifier):
            continue
        left = {i: item for i, item in decision.items.items() if not _is_done(reach, i, item, answered)}
        for item_id, item in left.items():
            yield from _to_report(reach, item_id, item.to, reach.times.of(item.report_back)[1])
        if not _is_answered(reach, identifier, decision, left):
            parties = tuple(dict.fromkeys(party for item in left.values() for party in item.to))
            yield from _to_report(reach, identifier, parties, reach.times.of(decision.report_back)[1])


def _is_done(reach: Reach, identifier: str, item: MandateItem, answered: set[str]) -> bool:
    """Whether a task has been declared completed, or answered by a decision, by the day."""
    return identifier in answered or bool(item.completed and reach.taken(item.completed))


def _is_answered(reach: Reach, identifier: str, decision: Decision, left: dict[str, MandateItem]) -> bool:
    """Whether a whole mandate has been answered: all its tasks, or, where it has none, a decision about it."""
    if decision.items:
        return not left
    return any(
        identifier in (*each.about, *each.answers) and reach.taken(i) for i, each in reach.plan.decisions.items()
    )


def _to_report(reach: Reach, thing: str, parties: tuple[str, ...], day: date | None) -> Iterator[Duty]:
    if reach.is_past(day):
        yield reach.duty(REPORT, thing, parties, day, Why("not_reported_back"))
    elif reach.is_near(day):
        yield reach.duty(REPORT, thing, parties, day, Why("report_back"))
