"""All answers of a plan by what they are about: one per key, corrections followed, “unchanged” resolved.

The key of an answer is thing, round, organisation and role. The latest answer to a key stands. Knows
nothing of who speaks for a thing, or of what an answer amounts to.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from plantrack.followup.rounds import RoundFacts
from plantrack.followup.standing import Given
from plantrack.model.progress import Answer, EachAnswer, Submission
from plantrack.model.words import STATUSES
from plantrack.plan import Plan

UNCHANGED = "unchanged"
OWN, ASSESSOR, EVALUATOR = "own", "assessor", "evaluator"

STATING = frozenset(("status", "fulfilment", "forecast", "value", "values", "numerator"))
"""The fields of an answer that say how it stands."""

Key = tuple[str, str, str]
"""Submission, thing, organisation; ``""`` for every organisation of it."""


class Answers:
    """Every answer up to and with a round, by thing, oldest first."""

    def __init__(self, plan: Plan, heard: Mapping[str, RoundFacts]) -> None:
        """``heard`` are the submissions that count, with the round of each."""
        self.plan = plan
        self.by_thing: dict[str, list[Given]] = {}
        order = sorted(heard, key=lambda each: (*heard[each].order, plan.submissions[each].date, each))
        corrected = corrections(plan, heard)
        last: dict[tuple[str, str, str], Given] = {}
        for identifier in order:
            submission = plan.submissions[identifier]
            role = submission.role or OWN
            for thing, organisation, answer in _said(submission):
                given = Given(thing, organisation, submission.date, heard[identifier].id, role, answer, identifier)
                replaced = (identifier, thing, organisation) in corrected or (identifier, thing, "") in corrected
                given = self._worded(given, replaced, last)
                says = given.state or answer.fulfilment or answer.forecast
                if says and not replaced and role != EVALUATOR:
                    last[thing, organisation, role] = last[thing, "", ""] = given
                self.by_thing.setdefault(thing, []).append(given)

    def _worded(self, given: Given, replaced: bool, last: Mapping[tuple[str, str, str], Given]) -> Given:
        """The answer with its status in the tool's words; “unchanged” is what was said last before it."""
        word = given.answer.status
        if not word:
            return given._replace(replaced=True) if replaced else given
        own = self.plan.header.scale.get(word)
        state = (own.means if own else word) or ""
        if state != UNCHANGED:
            known = state if state in STATUSES else ""
            return given._replace(replaced=replaced, state=known, word=word if own else "")
        before = last.get((given.thing, given.organisation, given.role)) or last.get((given.thing, "", ""))
        if before is None:
            return given._replace(replaced=replaced)
        return given._replace(
            replaced=replaced,
            state=before.state,
            word=before.word,
            unchanged_since=before.unchanged_since or before.submission,
            repeated=before.repeated or before.answer,
        )

    def of(self, thing: str) -> list[Given]:
        """Everything said about a thing, oldest round first."""
        return self.by_thing.get(thing, [])

    def standing(self, thing: str) -> Mapping[str, list[Given]]:
        """Round -> the answers about a thing that stand: the latest of each organisation in each role.

        A remark without a state, a judgement or a value takes nothing back: it stands beside what was said.
        """
        found: dict[str, dict[tuple[str, str, bool], Given]] = {}
        for given in self.by_thing.get(thing, ()):
            if not given.replaced:
                remark = STATING.isdisjoint(given.answer.__dict__)
                found.setdefault(given.round, {})[given.organisation, given.role, remark] = given
        return {each: list(answers.values()) for each, answers in found.items()}


def corrections(plan: Plan, heard: Mapping[str, RoundFacts]) -> set[Key]:
    """The answers that a heard submission of the same round corrects.

    Only what is answered anew is corrected; the rest of the corrected submission stands. A party corrects
    its own answer; who corrects somebody else's submission corrects it for all it speaks for.
    """
    found: set[Key] = set()
    for identifier in heard:
        submission = plan.submissions[identifier]
        for earlier in submission.replaces:
            other = plan.submissions.get(earlier)
            if other is None or earlier == identifier or earlier not in heard or heard[earlier].id != heard[identifier].id:
                continue
            for thing, organisation, _answer in _said(submission):
                found.add((earlier, thing, organisation if submission.by == other.by else ""))
    return found


def _said(submission: Submission) -> Iterator[tuple[str, str, Answer]]:
    """Thing, organisation and answer, one for each that the submission speaks for."""
    for thing, answer in submission.answers.items():
        stated = answer.__dict__
        each: Mapping[str, Answer] = stated.get("each", {}) if isinstance(answer, EachAnswer) else {}
        if not each or len(stated) > 1:
            yield thing, submission.by, answer
        for member, its in each.items():
            yield thing, member, its


def latest_day(given: list[Given]) -> date | None:
    """The day of the newest answer."""
    return max((each.day for each in given), default=None)
