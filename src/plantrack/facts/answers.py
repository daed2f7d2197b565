"""Who has said what: every answer of every submission, in the order in which they were given.

The one place that opens submissions up for the checks: an answer ``each`` gives for a member of a group
is that member's, the rest is the sender's. Knows nothing of how an activity stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from plantrack.model.progress import Answer, Submission
from plantrack.plan import Plan


class Said(NamedTuple):
    """What one organisation has said of one thing."""

    thing: str
    organisation: str
    day: date
    answer: Answer
    submission: str
    record: Submission
    member: bool
    """Whether a sender has answered for it, as one of several."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that lead to it in the submission's file."""
        return ("answers", self.thing, "each", self.organisation) if self.member else ("answers", self.thing)


def said(plan: Plan) -> tuple[Said, ...]:
    """Every answer, the oldest first. One without a sender or a day is left out: another check tells of it."""
    complete = [(s.date, i, s) for i, s in plan.submissions.items() if s.date and s.by]
    complete.sort(key=lambda each: each[:2])
    return tuple(_opened(complete))


def _opened(submissions: list[tuple[date, str, Submission]]) -> Iterator[Said]:
    for day, identifier, submission in submissions:
        by = submission.by or ""
        for thing, answer in submission.answers.items():
            each = answer.__dict__.get("each")
            if not each or len(answer.__dict__) > 1:
                yield Said(thing, by, day, answer, identifier, submission, False)
            if each:
                for member, own in each.items():
                    yield Said(thing, member, day, own, identifier, submission, True)


def kinds_of_things(plan: Plan) -> Mapping[str, str]:
    """What kind of thing each id is, among those that an answer may be about."""
    found = dict.fromkeys(plan.themes, "theme")
    found.update(dict.fromkeys(plan.goals, "goal"))
    found.update(dict.fromkeys(plan.activities, "activity"))
    found.update(dict.fromkeys(plan.steps, "step"))
    found.update(dict.fromkeys(plan.criteria, "criterion"))
    found.update(dict.fromkeys(plan.indicators, "indicator"))
    return found


def corrected(plan: Plan) -> set[tuple[str, str]]:
    """The answers that a later submission corrects, as submission and thing: only what is answered anew is corrected."""
    return {
        (earlier, thing)
        for submission in plan.submissions.values()
        for earlier in submission.replaces
        if earlier in plan.submissions and _of_one_side(submission, plan.submissions[earlier])
        for thing in submission.answers
    }


def _of_one_side(one: Submission, other: Submission) -> bool:
    """Whether both are the parties' own, or both an outside evaluator's: neither takes back what the other said."""
    return (one.role == "evaluator") == (other.role == "evaluator")


def status_of(plan: Plan, answer: Answer) -> str:
    """The tool's own word for the status that an answer gives; empty where it gives none."""
    word: str = answer.__dict__.get("status", "")
    own = plan.header.scale.get(word) if word else None
    return (own.means or "") if own else word
