"""The whole plan in memory: everything its files say, and who is who in it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from copy import copy
from datetime import date
from functools import cached_property
from typing import Any

from plantrack.dates import SPANS, Calendar, Span
from plantrack.model.agreement import Agreement, Commitment
from plantrack.model.ballot import Ballot
from plantrack.model.decision import Decision, MandateItem
from plantrack.model.event import Event
from plantrack.model.glossary import Term
from plantrack.model.goal import Activity, Criterion, Goal, Indicator, Step, Theme
from plantrack.model.organisation import Organisation
from plantrack.model.plan import FollowUp, Header
from plantrack.model.progress import Issue, ReportText, Round, Submission
from plantrack.pattern import pattern
from plantrack.record import NOTHING
from plantrack.statements import Held, held

NUMBERS = pattern(r"(\d+)")


def by_number(identifier: str) -> tuple[tuple[int, int | str], ...]:
    """The sort key of an id: numbers as numbers, so that 1.9 comes before 1.10."""
    return tuple(
        (0, int(part)) if part.isdecimal() and len(part) < 10 else (1, part)
        for part in NUMBERS.split(identifier)
        if part and part != "."
    )


class Plan:
    """Everything a plan's files say. Two plans are equal when they say the same."""

    def __init__(
        self,
        header: Header,
        *,
        agreements: Mapping[str, Agreement] = NOTHING,
        organisations: Mapping[str, Organisation] = NOTHING,
        terms: Mapping[str, Term] = NOTHING,
        themes: Mapping[str, Theme] = NOTHING,
        goals: Mapping[str, Goal] = NOTHING,
        theme_of: Mapping[str, str] = NOTHING,
        rounds: Mapping[str, Round] = NOTHING,
        submissions: Mapping[str, Submission] = NOTHING,
        texts: Mapping[tuple[str, str], ReportText] = NOTHING,
        issues: Mapping[tuple[str, str], Issue] = NOTHING,
        decisions: Mapping[str, Decision] = NOTHING,
        events: Mapping[str, Event] = NOTHING,
        ballots: Mapping[str, Ballot] = NOTHING,
    ) -> None:
        self.header = header
        self.agreements = agreements
        self.organisations = organisations
        self.terms = terms
        self.themes = themes
        self.goals = goals
        self.theme_of = theme_of
        """Goal -> theme."""
        self.rounds = rounds
        self.submissions = submissions
        self.texts = texts
        """(round, id of a thing or ``summary``) -> what people wrote for the report."""
        self.issues = issues
        """(round, number) -> report as issued."""
        self.decisions = decisions
        self.events = events
        self.ballots = ballots

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Plan) and self._said() == other._said()

    __hash__ = None  # type: ignore[assignment]

    def _said(self) -> dict[str, object]:
        return {name: value for name, value in vars(self).items() if name not in DERIVED}

    @cached_property
    def activities(self) -> Mapping[str, Activity]:
        """All activities by id, in the order of their numbers."""
        return self._of_goals("activities")

    @cached_property
    def criteria(self) -> Mapping[str, Criterion]:
        """All success criteria by id."""
        return self._of_goals("criteria")

    @cached_property
    def indicators(self) -> Mapping[str, Indicator]:
        """All indicators by id."""
        return self._of_goals("indicators")

    def _of_goals(self, name: str) -> Mapping[str, Any]:
        found = {i: thing for goal in self.goals.values() for i, thing in goal[name].items()}
        return {i: found[i] for i in sorted(found, key=by_number)}

    @cached_property
    def steps(self) -> Mapping[str, Step]:
        """All steps by id."""
        return {i: step for activity in self.activities.values() for i, step in activity.steps.items()}

    @cached_property
    def goal_of(self) -> Mapping[str, str]:
        """Activity, step, criterion or indicator -> goal."""
        found: dict[str, str] = {}
        for goal_id, goal in self.goals.items():
            for activity_id, activity in goal.activities.items():
                found[activity_id] = goal_id
                found.update(dict.fromkeys(activity.steps, goal_id))
            found.update(dict.fromkeys(goal.criteria, goal_id))
            found.update(dict.fromkeys(goal.indicators, goal_id))
        return found

    @cached_property
    def held(self) -> Mapping[str, Held]:
        """All that holds for each activity: its own statements, shared ones, and its goal's."""
        return {i: held(self.goals[self.goal_of[i]], i, activity) for i, activity in self.activities.items()}

    @cached_property
    def came_in(self) -> Mapping[str, date]:
        """The day on which a thing came into the plan, where it has not been there from the start."""
        tables = (self.goals, self.activities, self.steps, self.criteria, self.indicators)
        return {
            i: record.added.date
            for table in tables
            for i, record in table.items()
            if "added" in record.__dict__ and record.added and record.added.date
        }

    @cached_property
    def commitments(self) -> Mapping[str, Commitment]:
        """All commitments of the agreements by id."""
        return {i: c for agreement in self.agreements.values() for i, c in agreement.commitments.items()}

    @cached_property
    def mandate_items(self) -> Mapping[str, MandateItem]:
        """All items of all mandates by id."""
        return {i: item for decision in self.decisions.values() for i, item in decision.items.items()}

    @cached_property
    def calendar(self) -> Calendar:
        """How vague times become days, by this plan's convention."""
        spans: dict[str, Span] = dict(SPANS)
        for part, text in self.header.seasons.items():
            span = read_span(text)
            if part in spans and span:
                spans[part] = span
        return Calendar(spans)

    @property
    def language(self) -> str:
        """The language of the plan's own texts."""
        return self.languages[0]

    @property
    def languages(self) -> tuple[str, ...]:
        """The plan's languages, its own first."""
        return self.header.languages or (self.header.language or "sv",)

    @property
    def follow_up(self) -> FollowUp:
        """How it is followed up; all unsaid where the plan does not say."""
        return self.header.follow_up or FollowUp()

    def without(self, submissions: Iterable[str]) -> Plan:
        """The same plan, as if some submissions had not been made."""
        other = copy(self)
        for name in DERIVED:
            other.__dict__.pop(name, None)
        left_out = set(submissions)
        other.submissions = {i: each for i, each in self.submissions.items() if i not in left_out}
        return other

    def answered_as(self, other: Plan) -> Plan:
        """What this plan promises, with the answers, rounds and decisions of another state of it."""
        mixed = copy(other)
        for name in DERIVED:
            mixed.__dict__.pop(name, None)
        mixed.header, mixed.themes, mixed.goals, mixed.theme_of = self.header, self.themes, self.goals, self.theme_of
        return mixed

    def heard_by(self, day: date) -> Plan:
        """The same plan as if nothing had been answered, written for a report or closed after a day."""
        other = self.without(i for i, each in self.submissions.items() if each.date and each.date > day)
        other.texts = {key: each for key, each in self.texts.items() if not (each.date and each.date > day)}
        other.issues = {key: each for key, each in self.issues.items() if not (each.date and each.date > day)}
        other.rounds = {i: _round_on(each, day) for i, each in self.rounds.items()}
        return other

    def part(self, goals: Collection[str]) -> Plan:
        """The same plan with only some goals, and what was answered about them: for asking how those stand."""
        other = copy(self)
        for name in DERIVED:
            other.__dict__.pop(name, None)
        other.goals = {i: goal for i, goal in self.goals.items() if i in goals}
        about = {*other.goals, *other.goal_of}
        other.submissions = {i: s for i, s in self.submissions.items() if not about.isdisjoint(s.answers)}
        return other

    def on(self, day: date) -> Plan:
        """The same plan without what came into it after a day; itself where nothing did."""
        gone = {each for each, came in self.came_in.items() if came > day}
        if not gone:
            return self
        other = copy(self)
        for name in DERIVED:
            other.__dict__.pop(name, None)
        other.goals = {i: _without(goal, gone) for i, goal in self.goals.items() if i not in gone}
        return other

    def goals_in(self, theme: str) -> Iterator[tuple[str, Goal]]:
        """The goals of a theme in the order of their numbers."""
        return ((i, goal) for i, goal in self.goals.items() if self.theme_of.get(i) == theme)


def _round_on(its: Round, day: date) -> Round:
    """A round as it was on a day: what came later had not happened."""
    fields = dict(vars(its))
    if its.closed and its.closed > day:
        fields.pop("closed")
    fields["reopened"] = tuple(each for each in its.reopened if not (each.date and each.date > day))
    return Round(**fields)


def _without(goal: Goal, gone: set[str]) -> Goal:
    """A goal without some of what belongs to it."""
    kept: dict[str, Any] = {}
    for name in ("activities", "criteria", "indicators"):
        kept[name] = {i: each for i, each in goal[name].items() if i not in gone}
    for i, activity in kept["activities"].items():
        if not gone.isdisjoint(activity.steps):
            steps = {each: step for each, step in activity.steps.items() if each not in gone}
            kept["activities"][i] = Activity(**{**vars(activity), "steps": steps})
    return Goal(**{**vars(goal), **kept})


DERIVED = frozenset(name for name, value in vars(Plan).items() if isinstance(value, cached_property))
SPAN_FORM = pattern(r"(\d\d)-(\d\d)/(\d\d)-(\d\d)")


def read_span(text: str) -> Span | None:
    """First and last day of a part of the year, ``09-01/12-31``; None where it is written otherwise."""
    found = SPAN_FORM.fullmatch(text)
    if not found:
        return None
    start_month, start_day, end_month, end_day = (int(number) for number in found.groups())
    if not (1 <= start_month <= 12 and 1 <= end_month <= 12 and 1 <= start_day <= 31 and 1 <= end_day <= 31):
        return None
    return (start_month, start_day), (end_month, end_day)
