"""Texts for the report that are older than what they speak of: what has changed since each was written.

A text speaks of its goal or theme with all that is in it, of what it names by id, and the summary of everything. An
answer of the same round that comes later makes it old where it changes a state, a judgement or a value; one that
repeats what was said does not. So does a decision that is taken while the round is still open. Knows nothing of how a
change is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import NamedTuple

from plantrack.dates import read_when
from plantrack.facts.answers import Said, kinds_of_things, said, status_of
from plantrack.facts.judged import Moved, moved
from plantrack.facts.parties import Parties
from plantrack.facts.voices import those_who_speak
from plantrack.facts.wording import wordings
from plantrack.kinds import Translated
from plantrack.model.decision import Change
from plantrack.model.progress import Answer, ReportText, Submission
from plantrack.pattern import pattern
from plantrack.plan import Plan, by_number

WHOLE = "summary"
"""The text about the whole plan."""
UNCHANGED = "unchanged"
OVER = ("completed", "cancelled", "withdrawn")
"""States that stand in later rounds too."""
UNSAID = {"status": "no_report", "fulfilment": "not_assessed"}
"""How something stands where nobody has said it; other axes have no word for it."""
DIFFERING = "differing"
AXES = {
    "activity": ("status",),
    "step": ("status",),
    "criterion": ("fulfilment", "forecast"),
    "goal": ("fulfilment", "forecast"),
    "indicator": ("value",),
}
"""Kind of thing -> what an answer may say of how it stands."""
WORD = pattern(r"\w+(?:[.\-]\w+)+")
"""What may be an id in a running text: words with points or dashes between them."""

Text = tuple[str, str]
"""Round, and thing or ``summary``."""


class Turn(NamedTuple):
    """That something stood otherwise after a day: from what to what. Sorted by day, then by thing."""

    day: date
    thing: str
    axis: str
    """status, fulfilment, forecast, value; or the field that a decision changed, ``ended`` as well."""
    before: str
    """A word of the tool's for a state, else as it was written; empty where there was nothing."""
    after: str
    kind: str
    """submission, decision or event: what changed it."""
    by: str
    """Its id."""


def overtaken(plan: Plan, only: str = "") -> Mapping[Text, tuple[Turn, ...]]:
    """The texts that are older than what they speak of, each with what has changed since, the earliest first.

    ``only`` is the one round that is asked about.
    """
    dated = {key: (text, text.date) for key, text in plan.texts.items() if text.date and only in ("", key[0])}
    if not dated:
        return {}
    reader = _Reader(plan)
    found = {}
    for key, (text, day) in dated.items():
        turns = reader.turns(key[0], day)
        spoken_of = _Spoken(plan, key[1], text) if turns else None
        about = tuple(sorted(each for each in turns if spoken_of and each.thing in spoken_of))
        if about:
            found[key] = about
    return found


class _Spoken:
    """What a text speaks of."""

    def __init__(self, plan: Plan, thing: str, text: ReportText) -> None:
        self.plan = plan
        self.thing = thing
        self.whole = thing in (WHOLE, plan.header.id)
        self.named = frozenset(_named(text))

    def __contains__(self, thing: str) -> bool:
        plan = self.plan
        goal = plan.goal_of.get(thing, thing)
        around = (thing, goal, plan.theme_of.get(goal, ""), thing.rpartition(".")[0])
        return self.whole or self.thing in around or thing in self.named


def _named(text: ReportText) -> Iterator[str]:
    """Everything in a text that may be an id."""
    for value in text.__dict__.values():
        if isinstance(value, (str, Translated)):
            for words in wordings(value):
                yield from (each.strip("-.") for each in WORD.findall(words))


class _Reader:
    """Finds what changed after a day in a round. Rounds and days that come again are looked up once."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.kinds = kinds_of_things(plan)
        self.parties = Parties(plan)
        self._turns: dict[tuple[str, date], tuple[Turn, ...]] = {}

    @cached_property
    def said(self) -> tuple[Said, ...]:
        """Every answer, the oldest first."""
        return said(self.plan)

    @cached_property
    def moved(self) -> Mapping[str, tuple[Moved, ...]]:
        """What decisions have changed, by thing."""
        return moved(self.plan)

    def turns(self, round_id: str, day: date) -> tuple[Turn, ...]:
        """All that stands otherwise in a round than it did on a day."""
        key = round_id, day
        if key not in self._turns:
            self._turns[key] = (*self._answered(round_id, day), *self._decided(round_id, day))
        return self._turns[key]

    def _answered(self, round_id: str, day: date) -> Iterator[Turn]:
        late = [s for s in self.plan.submissions.values() if s.date and s.date > day and _is_of(self.plan, s, round_id)]
        later = {thing for each in late for thing in each.answers}
        if not later:
            return
        told: dict[str, list[Said]] = {thing: [] for thing in sorted(later, key=by_number)}
        before: dict[str, list[Said]] = {thing: [] for thing in later}
        for each in self.said:
            if each.thing in told:
                if _is_of(self.plan, each.record, round_id):
                    told[each.thing].append(each)
                elif each.day <= day:
                    before[each.thing].append(each)
        for thing, answers in told.items():
            for axis in AXES.get(self.kinds.get(thing, ""), ()):
                for voices in _apart(answers, axis):
                    yield from self._turn(thing, axis, before[thing], voices, day)

    def _turn(self, thing: str, axis: str, before: list[Said], answers: list[Said], day: date) -> Iterator[Turn]:
        """How a thing stands otherwise on one axis than on a day, and the answer that last changed it."""
        known = len([each for each in answers if each.day <= day])
        old = current = self._stand(thing, axis, before, answers[:known])
        changing = None
        for number in range(known, len(answers)):
            new = self._stand(thing, axis, before, answers[: number + 1])
            if new != current:
                current, changing = new, answers[number]
        if changing and current != old:
            yield Turn(changing.day, thing, axis, old, current, "submission", changing.submission)

    def _stand(self, thing: str, axis: str, before: list[Said], answers: list[Said]) -> str:
        """How a thing stands on one axis by the answers of a round, the oldest first."""
        gone = {earlier for each in answers for earlier in each.record.replaces if earlier != each.submission}
        latest: dict[tuple[str, str], tuple[Said, str]] = {}
        for number, each in enumerate(answers):
            word = self._word(each, axis, [*before, *answers[:number]])
            if word and each.record.role != "evaluator" and each.submission not in gone:
                latest[each.organisation, each.record.role or "own"] = each, word
        voices = list(latest.values())
        if not voices:
            return self._carried(axis, before)
        speaking = those_who_speak(
            self.plan, self.parties, thing, [v for v in voices if v[0].record.role != "assessor"]
        )
        words = sorted(set(speaking.values()))
        if len(words) == 1:
            return words[0]
        assessed = {word for each, word in voices if each.record.role == "assessor"}
        return assessed.pop() if len(assessed) == 1 else DIFFERING

    def _carried(self, axis: str, before: list[Said]) -> str:
        """How it stands where nobody has answered in the round: what is over, and values, stand on."""
        words = [self._word(each, axis, before[:number]) for number, each in enumerate(before)]
        last = next((word for word in reversed(words) if word), "")
        kept = axis == "value" or (axis == "status" and last in OVER)
        return last if kept and last else UNSAID.get(axis, "")

    def _word(self, each: Said, axis: str, earlier: list[Said]) -> str:
        """What an answer says on one axis; “unchanged” says what the party itself said last, else what anyone did."""
        word = _stated(self.plan, each.answer, axis)
        if word or status_of(self.plan, each.answer) != UNCHANGED:
            return word
        words = [(other, _stated(self.plan, other.answer, axis)) for other in reversed(earlier)]
        own = [said for other, said in words if said and other.organisation == each.organisation]
        return next(iter(own), next((said for _other, said in words if said), ""))

    def _decided(self, round_id: str, day: date) -> Iterator[Turn]:
        """What decisions and events changed after a day, as long as the round took changes."""
        last = _last_day(self.plan, round_id, day)
        told: dict[tuple[str, str, str], Turn] = {}
        for changes in self.moved.values():
            for each in changes:
                if day < each.day <= last:
                    change = _change(self.plan, each.kind, each.by, each.thing, each.field)
                    turn = Turn(
                        each.day, each.thing, each.field, change.from_ or "", change.to or "", each.kind, each.by
                    )
                    told[each.by, each.thing, each.field] = turn
        yield from told.values()
        yield from (each for each in _endings(self.plan) if day < each.day <= last)


def _apart(answers: list[Said], axis: str) -> Iterable[list[Said]]:
    """The answers that make up one state: all of them; but each organisation measures for itself."""
    if axis != "value":
        return (answers,)
    return (
        [each for each in answers if each.organisation == one] for one in dict.fromkeys(a.organisation for a in answers)
    )


def _stated(plan: Plan, answer: Answer, axis: str) -> str:
    """What an answer itself says on one axis."""
    if axis == "status":
        word = status_of(plan, answer)
        return "" if word == UNCHANGED else word
    if axis != "value":
        return answer[axis] or ""
    if answer.values:
        return ", ".join(f"{name}: {number:f}" for name, number in answer.values.items())
    if answer.value:
        return str(answer.value)
    return f"{answer.numerator:f}/{answer.denominator:f}" if answer.numerator is not None and answer.denominator else ""


def _is_of(plan: Plan, submission: Submission, round_id: str) -> bool:
    """Whether a submission belongs to a round. One that names none belongs to what it corrects, else by its day."""
    if submission.round:
        return submission.round == round_id
    rounds = [plan.submissions[each].round for each in submission.replaces if each in plan.submissions]
    if any(rounds):
        return round_id in rounds
    its = plan.rounds.get(round_id)
    if its and its.opened:
        return bool(its.opened <= submission.date <= (its.closed or date.max))
    try:
        when = its.period if its and its.period else read_when(round_id)
    except ValueError:
        return False
    first, last = (plan.calendar.first, plan.calendar.last)
    return bool(when.start and when.end and first(when.start) <= submission.date <= last(when.end))


def _last_day(plan: Plan, round_id: str, day: date) -> date:
    """The last day on which what is decided touches a round: until it closes, or the next one begins."""
    its = plan.rounds.get(round_id)
    if its and its.closed:
        return max((its.closed, *(each.until or date.max for each in its.reopened)))
    issued = [each.date for (of, _number), each in plan.issues.items() if of == round_id and each.date]
    if issued:
        return max(issued)
    begun = [each.opened for of, each in plan.rounds.items() if of != round_id and each.opened and each.opened > day]
    return min(begun, default=date.max)


def _change(plan: Plan, kind: str, by: str, thing: str, field: str) -> Change:
    """What a decision or an event says that it changed."""
    record = plan.events[by] if kind == "event" else plan.decisions[by]
    changes: Mapping[str, Mapping[str, Change]] = record.changes
    return changes[thing][field]


def _endings(plan: Plan) -> Iterator[Turn]:
    """Everything in the plan that has ended, on the day that it was decided; without a decision, on the day it ended."""
    for table in (plan.goals, plan.activities, plan.steps, plan.criteria, plan.indicators):
        for identifier, record in table.items():
            end = record.ended if "ended" in record.__dict__ else None
            if end and end.date:
                decision = plan.decisions.get(end.decision or "")
                taken = plan.calendar.first(decision.date) if decision and decision.date else end.date
                kind = "decision" if decision else ""
                yield Turn(taken, identifier, "ended", "", end.how or "withdrawn", kind, end.decision or "")
