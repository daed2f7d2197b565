"""How each thing of a plan stands on a day: the results that reports, ``status`` and ``show`` read.

Nothing here is a sentence. A ``Why`` names the rule that was used and carries its numbers, and is put
into words where it is shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from plantrack.model.progress import Answer, ReportText
from plantrack.record import NOTHING

NO_REPORT = "no_report"
DIFFERING = "differing"
STATUSES = ("completed", "ongoing", "not_started", "paused", "cancelled", "withdrawn", NO_REPORT, DIFFERING)
SCHEDULES = ("on_schedule", "deviation", "late", "cannot_be_judged", "continuous")
NO_SCHEDULE = "none"
"""Where counts put the activities that are over and so have no schedule."""
OUTCOMES = (
    "achieved",
    "on_track",
    "slightly_behind",
    "behind",
    "worsened",
    "not_yet",
    "not_achieved",
    "not_measured",
    "no_target",
)
TRENDS = ("improving", "unchanged", "worsening", "cannot_be_judged")


class Why(NamedTuple):
    """The rule behind a judgement, and the numbers it used."""

    rule: str
    values: Mapping[str, Any] = NOTHING


class Given(NamedTuple):
    """One answer of one organisation about one thing, as submitted."""

    thing: str
    organisation: str
    day: date
    round: str
    role: str
    """own, assessor or evaluator."""
    answer: Answer
    submission: str
    replaced: bool = False
    """Whether a later submission corrects it."""
    unchanged_since: str = ""
    """The submission that an answer of “unchanged” repeats."""
    state: str = ""
    """The status in the tool's words, ``unchanged`` resolved; empty where none was said."""
    word: str = ""
    """The plan's own word for it, where one was used."""
    repeated: Answer | None = None
    """The answer that “unchanged” repeats."""
    suspect: bool = False
    """Whether a decision has changed what it judged since."""


class ActivityStanding(NamedTuple):
    """How an activity, or a step of one, stands."""

    id: str
    status: str
    """One of ``STATUSES``."""
    word: str
    """The plan's own word for the state, where it was used."""
    status_why: Why
    schedule: str
    """One of ``SCHEDULES``; empty for an ended activity, which has none."""
    schedule_why: Why
    time_is_up: bool
    """Whether its end has passed, where nobody has reported."""
    start: date | None
    end: date | None
    given: Given | None
    """The answer that is its state; None where there is none or where answers differ."""
    answers: tuple[Given, ...]
    """Every organisation's own answer of the round, and carried ones that count."""
    last: Given | None
    """The newest answer of an earlier round, where the present round has none."""
    counted: bool
    """Whether it is in the denominator."""
    left_out: str
    """Why it is not: cancelled, withdrawn or ended, with a decision; empty where it is counted."""
    undecided: bool
    """Whether it is said to be cancelled or withdrawn while no decision says so."""
    carried: bool
    """Whether the state is carried over from an earlier round."""
    age: int | None
    """Days since the last answer about it; None where there never was one."""
    stale: bool
    """Whether that is longer than the plan's rhythm."""
    decision: str = ""
    """The decision that ended it, where one did."""
    suspect: bool = False
    """Whether a decision has since changed what the answers judged that are its state."""
    last_day: date | None = None
    """The day of the last answer about it, in this round or before."""


class Measured(NamedTuple):
    """One measured value of an indicator."""

    value: Decimal
    text: str
    """As it was written."""
    day: date
    """The day it is a value of."""
    n: int | None
    given: Given
    question: str = ""
    """The question it is the value of, for a survey with several: the one that is furthest from the target."""
    lacking: tuple[str, ...] = ()
    """The organisations whose part is not in a sum: it is shown, and nothing is judged by it."""


class IndicatorStanding(NamedTuple):
    """How an indicator stands."""

    id: str
    outcome: str
    """One of ``OUTCOMES``."""
    why: Why
    latest: Measured | None
    series: tuple[Measured, ...]
    """Every value, oldest first."""
    baseline: tuple[date, Decimal] | None
    targets: tuple[tuple[date, Decimal], ...]
    """The targets by the last day of their time, in order; the last is the final one."""
    share: Decimal | None
    """How much of the way from baseline to the final target: the signed linear share."""
    expected: Decimal | None
    """The share expected on the day of the value."""
    trend: str
    """One of ``TRENDS``."""
    answers: tuple[Given, ...]
    text: str
    """The latest answer in words, for kinds without a number."""
    age: int | None
    """Days since the day of the latest value; None where there is none."""
    stale: bool
    trend_why: Why = Why("trend_one_value")
    suspect: bool = False
    """Whether a decision has since changed what the latest value is a value of, or is held against."""


class JudgedStanding(NamedTuple):
    """How a criterion or a goal stands: as judged by people, with their ground."""

    id: str
    fulfilment: str
    """One of the words of fulfilment; ``not_assessed`` where nobody has judged."""
    forecast: str
    """One of the words of forecast, or empty."""
    why: Why
    given: Given | None
    text: ReportText | None
    """What people wrote for the report, where the judgement comes from there."""
    answers: tuple[Given, ...]
    disagrees: tuple[str, ...]
    """Indicators whose computed outcome says otherwise."""
    last: Given | None = None
    """The newest judgement of an earlier round, where the present round has none."""
    suspect: bool = False
    """Whether a decision has since changed what was judged."""


class Counts(NamedTuple):
    """How many activities stand how, with the denominator and what was left out of it."""

    total: int
    """All activities."""
    counted: int
    """The denominator."""
    left_out: Mapping[str, int]
    """Why -> how many."""
    statuses: Mapping[str, int]
    """Status -> how many, over those counted; every status is there."""
    schedules: Mapping[str, int]
    """Schedule -> how many, over those counted; every schedule is there, and ``NO_SCHEDULE``."""
    reported: int
    """How many of those counted have a state: answered in the round, carried over, or ended."""


class Standings(NamedTuple):
    """How a whole plan stands, for one round and day."""

    round: str
    day: date
    """The day of judgement: the round's cut-off day, unless another was asked for."""
    period_start: date
    period_end: date
    activities: Mapping[str, ActivityStanding]
    steps: Mapping[str, ActivityStanding]
    indicators: Mapping[str, IndicatorStanding]
    criteria: Mapping[str, JudgedStanding]
    goals: Mapping[str, JudgedStanding]
    total: Counts
    by_theme: Mapping[str, Counts]
    by_goal: Mapping[str, Counts]
    by_organisation: Mapping[str, Counts]
    """Per party that answers for the work; an activity with several is counted for each."""
    asked: Mapping[str, tuple[str, ...]]
    """Organisation -> what it was asked; groups as their members."""
    answered: Mapping[str, tuple[str, ...]]
    """Organisation -> what it answered in the round."""
    after_day: int
    """How many submissions were left out because they came after the day asked for."""
    assessed: Mapping[str, tuple[Given, ...]] = NOTHING
    """Thing -> what outside evaluators said of it in the round. It stands beside all of the above, and is in none of it."""

    @property
    def suspect(self) -> tuple[str, ...]:
        """The things whose state, value or judgement is of something that a decision has changed since."""
        tables: tuple[Mapping[str, ActivityStanding | IndicatorStanding | JudgedStanding], ...] = (
            self.goals,
            self.activities,
            self.steps,
            self.criteria,
            self.indicators,
        )
        return tuple(each.id for table in tables for each in table.values() if each.suspect)
