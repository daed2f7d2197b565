"""The record that holds each kind of thing, so that a field is known by its kind and its name."""

from __future__ import annotations

from plantrack.model.agreement import Agreement, Commitment, Principle
from plantrack.model.ballot import Ballot
from plantrack.model.decision import Decision, MandateItem
from plantrack.model.event import Event
from plantrack.model.glossary import Term
from plantrack.model.goal import Activity, Criterion, Goal, Indicator, Step, Theme
from plantrack.model.organisation import Organisation
from plantrack.model.plan import Header
from plantrack.model.progress import Issue, ReportText, Round, Submission
from plantrack.record import Record

RECORDS: dict[str, type[Record]] = {
    "plan": Header, "theme": Theme, "goal": Goal, "activity": Activity, "step": Step, "criterion": Criterion,
    "indicator": Indicator, "agreement": Agreement, "principle": Principle, "commitment": Commitment,
    "organisation": Organisation, "term": Term, "decision": Decision, "mandate item": MandateItem, "round": Round,
    "submission": Submission, "text": ReportText, "issue": Issue, "event": Event, "ballot": Ballot,
}  # fmt: skip
