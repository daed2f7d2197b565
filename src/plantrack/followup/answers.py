"""All answers of a plan by what they are about: one per key, corrections followed, “unchanged” resolved.

The key of an answer is thing, round, organisation and role. The latest answer to a key stands. Knows
nothing of who speaks for a thing, or of what an answer amounts to.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from plantrack.followup.rounds import RoundFacts
from plantrack.followup.standing import Given
from plantrack.model.progress import Answer, Submission
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
        self.by_thing: dict[str, list[Given]] = {}
        self._scale = {word: own.means or "" for word, own in plan.header.scale.items()}
        corrected = corrections(plan, heard)
        for identifier in sorted(heard, key=lambda each: (*heard[each].order, plan.submissions[each].date, each)):
            self._hear(identifier, plan.submissions[identifier], heard[identifier].id, corrected)

    def _hear(self, identifier: str, submission: Submission, round_id: str, corrected: Collection[Key]) -> None:
        """Takes in one submission."""
        day, role = submission.date, submission.role or OWN
        for thing, organisation, answer in _said(submission):
            before = self.by_thing.setdefault(thing, [])
            replaced = bool(corrected) and _corrected(corrected, identifier, thing, organisation)
            status = answer.status or ""
            state = self._scale.get(status, status)
            given = Given(
                thing, organisation, day, round_id, role, answer, identifier, replaced, "",
                state if state in STATUSES and state != UNCHANGED else "",
                status if status in self._scale else "",
            )  # fmt: skip
            before.append(_repeating(given, before) if state == UNCHANGED else given)

    def of(self, thing: str) -> list[Given]:
        """Everything said about a thing, oldest round first."""
        return self.by_thing.get(thing, [])

    def in_round(self, thing: str, round_id: str) -> list[Given]:
        """The answers about a thing that stand in a round: the latest of each organisation in each role.

        A remark without a state, a judgement or a value takes nothing back: it stands beside what was said.
        """
        heard = [each for each in self.by_thing.get(thing, ()) if each.round == round_id and not each.replaced]
        if len(heard) < 2:
            return heard
        found: dict[tuple[str, str, bool], Given] = {}
        for each in heard:
            found[each.organisation, each.role, STATING.isdisjoint(each.answer.__dict__)] = each
        return list(found.values())


def _repeating(given: Given, before: list[Given]) -> Given:
    """An answer of “unchanged” with what it repeats: what the same party said last before it, else what anyone did."""
    said = [each for each in before if each.role != EVALUATOR and not each.replaced and _says(each)]
    own = [each for each in said if each.organisation == given.organisation and each.role == given.role]
    if not said:
        return given
    last = (own or said)[-1]
    return given._replace(
        state=last.state,
        word=last.word,
        unchanged_since=last.unchanged_since or last.submission,
        repeated=last.repeated or last.answer,
    )


def _says(given: Given) -> bool:
    return bool(given.state or given.answer.fulfilment or given.answer.forecast)


def _corrected(corrected: Collection[Key], submission: str, thing: str, organisation: str) -> bool:
    return (submission, thing, organisation) in corrected or (submission, thing, "") in corrected


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
            if other is None or earlier == identifier or not _same_round(heard, identifier, earlier):
                continue
            for thing, organisation, _answer in _said(submission):
                found.add((earlier, thing, organisation if submission.by == other.by else ""))
    return found


def _same_round(heard: Mapping[str, RoundFacts], one: str, other: str) -> bool:
    return other in heard and heard[other].id == heard[one].id


def _said(submission: Submission) -> Iterator[tuple[str, str, Answer]]:
    """Thing, organisation and answer, one for each that the submission speaks for."""
    for thing, answer in submission.answers.items():
        each = answer.each
        if not each or len(answer.__dict__) > 1:
            yield thing, submission.by, answer
        for member, its in each.items():
            yield thing, member, its


def latest_day(given: list[Given]) -> date | None:
    """The day of the newest answer."""
    return max([each.day for each in given]) if given else None
