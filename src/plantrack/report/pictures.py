"""Pictures of figures as values: what is drawn, with every word in the report's language and every sum made.

They know nothing of plans, and nothing of how they are drawn. What is left to a format is where on its sheet
a number lies.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from plantrack.report.document import Share, State


class Label(NamedTuple):
    """What a row is about: its number in the plan, and its title. Either may be empty."""

    number: str
    title: str


class Moment(NamedTuple):
    """A day, and the words it is marked with."""

    day: date
    text: str


class Span(NamedTuple):
    """Some days in a row, first and last included, and what they are called: a year, a month."""

    first: date
    last: date
    text: str


class Sign(NamedTuple):
    """Something that is drawn otherwise than a state, for the key."""

    what: str
    """One of the names that the picture's own documentation gives."""
    word: str


class Bar(NamedTuple):
    """One whole divided by states."""

    label: str
    """The round."""
    shares: tuple[Share, ...]
    """In the order of the states; none is of nothing."""
    whole: int
    """The denominator, and the sum of the shares."""
    text: str
    """The denominator in words."""
    current: bool
    """Whether it is of the round that the report is on."""


class BarGroup(NamedTuple):
    """The bars of one thing, the oldest first."""

    label: Label
    bars: tuple[Bar, ...]


class Bars(NamedTuple):
    """How many stand in each state, as stacked bars. All are drawn on one scale."""

    groups: tuple[BarGroup, ...]
    longest: int
    """The greatest denominator: the whole width."""
    states: tuple[State, ...]
    kind: Literal["bars"] = "bars"


class Stretch(NamedTuple):
    """When something goes on, as far as the plan says.

    It goes on from ``first`` to ``last``; what is None is not said. Where a vague time may mean several days,
    only the days between ``sure`` are certain, and None says that no day is.
    """

    first: date | None
    last: date | None
    sure: tuple[date, date] | None
    endless: bool = False
    """Whether it goes on without an end."""

    @property
    def usable(self) -> bool:
        """Whether there is anything to draw."""
        return self.first is not None or self.last is not None


class Line(NamedTuple):
    """One row of a timeline: an activity or a step of one."""

    label: Label
    stretch: Stretch
    state: State
    time: str
    """The time as the plan says it, shown where there is no day to draw by."""
    expected: date | None = None
    """When it is now expected to be finished, where that was reported."""
    step: bool = False


class LineGroup(NamedTuple):
    """The rows of one goal."""

    label: Label
    lines: tuple[Line, ...]


class Timeline(NamedTuple):
    """When everything is to be done, against the plan's period and the day of judgement.

    Its signs are ``vague`` (some days are not certain), ``endless``, ``unbegun`` (no day to begin on is said) and
    ``expected_end``.
    """

    first: date
    last: date
    spans: tuple[Span, ...]
    """The years or months of the axis."""
    judged: Moment
    groups: tuple[LineGroup, ...]
    states: tuple[State, ...]
    signs: tuple[Sign, ...]
    kind: Literal["timeline"] = "timeline"


class Due(NamedTuple):
    """What is to be done by the end of one year or month, by how it stands."""

    span: Span
    shares: tuple[Share, ...]
    whole: int
    text: str


class DueLine(NamedTuple):
    """Several activities together: a goal's or a theme's."""

    label: Label
    dues: tuple[Due, ...]
    note: str
    """How many are completed and how many late, in words."""


class Deadlines(NamedTuple):
    """How much is to be done by when, for plans with too many activities for a row each."""

    first: date
    last: date
    spans: tuple[Span, ...]
    judged: Moment
    lines: tuple[DueLine, ...]
    most: int
    """The greatest number that is due in one span of one line: the whole width of the span."""
    states: tuple[State, ...]
    kind: Literal["deadlines"] = "deadlines"


class Dot(NamedTuple):
    """One dated value, and how it is written."""

    day: date
    value: Decimal
    text: str


class Tick(NamedTuple):
    """A value on the upright axis, and how it is written."""

    value: Decimal
    text: str


class Curves(NamedTuple):
    """One indicator over time.

    Its signs are ``value``, ``part`` (a sum that lacks somebody's part), ``baseline``, ``target``, ``expected``,
    ``band`` and ``unmeasured``.
    """

    first: date
    last: date
    spans: tuple[Span, ...]
    lowest: Decimal
    highest: Decimal
    ticks: tuple[Tick, ...]
    judged: Moment
    values: tuple[Dot, ...]
    """Oldest first."""
    joined: bool
    """Whether the values are of one whole, so that a line may lead from each to the next."""
    parts: tuple[Dot, ...]
    """Values that stand for no whole: each by itself."""
    baseline: Dot | None
    targets: tuple[Dot, ...]
    expected: tuple[Dot, ...]
    """The corners of the expected path; between them it is straight."""
    band: tuple[Decimal, Decimal] | None
    """Lowest and highest value that count as kept."""
    unmeasured: tuple[date, ...]
    """Days at which a round found nothing measured."""
    signs: tuple[Sign, ...]
    kind: Literal["curves"] = "curves"


class Tile(NamedTuple):
    """One activity of an organisation's."""

    number: str
    state: State


class GridRow(NamedTuple):
    """An organisation with its activities."""

    label: str
    tiles: tuple[Tile, ...]
    text: str
    """How many they are."""


class Grid(NamedTuple):
    """Which organisation has which activities, and how each stands."""

    rows: tuple[GridRow, ...]
    states: tuple[State, ...]
    kind: Literal["grid"] = "grid"


class Sum(NamedTuple):
    """A sum of money, and how it is written."""

    number: Decimal
    text: str


class CostRow(NamedTuple):
    """Who bears costs: what was planned, and what was paid. None where nobody has said."""

    label: str
    planned: Sum | None
    actual: Sum | None


class Costs(NamedTuple):
    """Planned costs against actual ones, in one currency. Its signs are ``planned`` and ``actual``."""

    rows: tuple[CostRow, ...]
    most: Decimal
    """The greatest sum: the whole width."""
    missing: str
    """What stands where there is no sum."""
    signs: tuple[Sign, ...]
    kind: Literal["costs"] = "costs"


Picture = Bars | Timeline | Deadlines | Curves | Grid | Costs
