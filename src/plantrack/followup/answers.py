"""All answers of a plan by what they are about: one per key, corrections followed, “unchanged” resolved.

The key of an answer is thing, round, organisation and role. The latest answer to a key stands. Knows
nothing of who speaks for a thing, or of what an answer amounts to.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from plantrack.facts.basis import Suspect
from plantrack.followup.rounds import RoundFacts
from plantrack.followup.standing import Given
from plantrack.model.progress import Answer, Submission
from plantrack.model.words import STATUSES
from plantrack.plan import Plan
from plantrack.record import NOTHING

UNCHANGED = "unchanged"
OWN, ASSESSOR, EVALUATOR = "own", "assessor", "evaluator"

STATING = frozenset(("status", "fulfilment", "forecast", "value", "values", "numerator"))
"""The fields of an answer that say how it stands."""

SAID_NOTHING = ("", "")
Key = tuple[str, str, str]
"""Submission, thing, organisation; ``""`` for every organisation of it."""


class Heard(NamedTuple):
    """One submission that counts."""

    submission: str
    day: date
    round: str
    role: str


Said = tuple[Heard, str, Answer]
"""One answer as it was sent: in which submission, for which organisation, and what."""


class Answers:
    """Every answer up to and with a round, by thing, oldest first. Each is read when somebody asks for it."""

    def __init__(self, plan: Plan, heard: Mapping[str, RoundFacts], suspect: Mapping[str, Suspect] = NOTHING) -> None:
        """``heard`` are the submissions that count, with the round of each; some of them may be ``suspect``."""
        self._suspect = suspect
        self._said: dict[str, list[Said]] = {}
        self._words = {word: (word, "") for word in STATUSES}
        self._words |= {word: (own.means or "", word) for word, own in plan.header.scale.items()}
        self._corrected = corrections(plan, heard)
        for identifier in sorted(heard, key=lambda each: (*heard[each].order, plan.submissions[each].date, each)):
            submission = plan.submissions[identifier]
            about = Heard(identifier, submission.date, heard[identifier].id, submission.role or OWN)
            for thing, organisation, answer in _said(submission):
                said = self._said.get(thing)
                if said is None:
                    self._said[thing] = said = []
                said.append((about, organisation, answer))

    def of(self, thing: str) -> list[Given]:
        """Everything said about a thing, oldest round first."""
        said = self._said.get(thing, ())
        return [self._given(thing, said, place) for place in range(len(said))]

    def in_round(self, thing: str, round_id: str) -> list[Given]:
        """The answers about a thing that stand in a round: the latest of each organisation in each role.

        A remark without a state, a judgement or a value takes nothing back: it stands beside what was said.
        """
        said = self._said.get(thing, ())
        heard = [self._given(thing, said, place) for place, each in enumerate(said) if each[0].round == round_id]
        if len(heard) < 2 and not self._corrected:
            return heard
        found: dict[tuple[str, str, bool], Given] = {}
        for each in heard:
            if not each.replaced:
                found[each.organisation, each.role, STATING.isdisjoint(each.answer.__dict__)] = each
        return list(found.values())

    def rounds_of(self, thing: str) -> list[str]:
        """The rounds that anything was said about a thing in, the newest first."""
        return list(dict.fromkeys([each[0].round for each in reversed(self._said.get(thing, ()))]))

    def last_day(self, thing: str) -> date | None:
        """The day of the newest answer about a thing."""
        said = self._said.get(thing)
        return max([each[0].day for each in said]) if said else None

    def own_in(self, round_id: str) -> Mapping[str, set[str]]:
        """Organisation -> the things that it has answered for itself in a round. A remark alone is no answer."""
        found: dict[str, set[str]] = {}
        for thing, said in self._said.items():
            for heard, organisation, answer in said:
                if heard.round == round_id and heard.role == OWN and not STATING.isdisjoint(answer.__dict__):
                    found.setdefault(organisation, set()).add(thing)
        return found

    def _given(self, thing: str, said: Sequence[Said], place: int) -> Given:
        """One answer with its status in the tool's words."""
        given = self._read(thing, said, place)
        doubt = self._suspect.get(given.submission) if self._suspect else None
        return given._replace(suspect=True) if doubt and thing in doubt.moved else given

    def _read(self, thing: str, said: Sequence[Said], place: int) -> Given:
        (submission, day, round_id, role), organisation, answer = said[place]
        replaced = self._is_replaced(submission, thing, organisation)
        state, word = self._words.get(answer.status or "", SAID_NOTHING)
        if state == UNCHANGED:
            given = Given(thing, organisation, day, round_id, role, answer, submission, replaced)
            return self._repeating(given, said[:place])
        return Given(thing, organisation, day, round_id, role, answer, submission, replaced, "", state, word)

    def _repeating(self, given: Given, before: Sequence[Said]) -> Given:
        """An answer of “unchanged” with what it repeats: what the party itself said last, else what anyone did."""
        stated = [each for each in before if self._states(given.thing, each)]
        own = [each for each in stated if each[1] == given.organisation and each[0].role == given.role]
        if not stated:
            return given
        heard, _organisation, answer = (own or stated)[-1]
        state, word = self._words.get(answer.status or "", SAID_NOTHING)
        return given._replace(state=state, word=word, unchanged_since=heard.submission, repeated=answer)

    def _states(self, thing: str, said: Said) -> bool:
        """Whether an answer says by itself how it stands, and counts."""
        heard, organisation, answer = said
        if heard.role == EVALUATOR or self._is_replaced(heard.submission, thing, organisation):
            return False
        state = self._words.get(answer.status or "", SAID_NOTHING)[0]
        return bool((state and state != UNCHANGED) or answer.fulfilment or answer.forecast)

    def _is_replaced(self, submission: str, thing: str, organisation: str) -> bool:
        corrected = self._corrected
        return bool(corrected) and (
            (submission, thing, organisation) in corrected or (submission, thing, "") in corrected
        )


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
            if (submission.role == EVALUATOR) != (other.role == EVALUATOR):
                continue  # an outside word takes none of the own back, nor they its
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
