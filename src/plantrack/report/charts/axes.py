"""The axes of charts: the years or months that days lie in, and round numbers for values."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from plantrack.locales import EN_DASH, MONTHS
from plantrack.report.pictures import Span, Tick
from plantrack.report.teller import Teller

A_YEAR_AND_A_HALF = 18
MOST_YEARS = 12
"""As many as are named one by one."""
STEPS = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))
MOST_TICKS = 4


def spans(tell: Teller, first: date, last: date) -> tuple[Span, ...]:
    """The months of a short time, the years of a longer one, several years together of a long one."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months <= A_YEAR_AND_A_HALF:
        return tuple(_month(tell, number, first, last) for number in range(months))
    years = last.year - first.year + 1
    step = next(each for each in (1, 5, 10, 50, 100, 1000, 10000) if years <= each * MOST_YEARS)
    begin = first.year - first.year % step
    return tuple(_years(year, step, first, last) for year in range(begin, last.year + 1, step))


def _month(tell: Teller, number: int, first: date, last: date) -> Span:
    year, month = divmod(first.year * 12 + first.month - 1 + number, 12)
    name = tell.say(MONTHS).split()[month][:3]
    start = date(year, month + 1, 1)
    return Span(max(first, start), min(last, date(year, month + 1, monthrange(year, month + 1)[1])), name)


def _years(year: int, step: int, first: date, last: date) -> Span:
    start, end = max(year, first.year, 1), min(year + step - 1, last.year)
    text = str(start) if start == end else f"{start}{EN_DASH}{end}"
    return Span(max(first, date(start, 1, 1)), min(last, date(end, 12, 31)), text)


def ticks(tell: Teller, values: Sequence[Decimal], floor: Decimal | None, ceiling: Decimal | None) -> tuple[Tick, ...]:
    """Round numbers around some values, three to six. They begin at nought where that is not far below the lowest.

    ``floor`` and ``ceiling`` are the lowest and the highest value possible, which no tick goes beyond without need.
    """
    low, high = min(values), max(values)
    if low >= 0 and low <= high / 2:
        low = Decimal(0)
    step = _step(high - low or abs(high) / 2 or Decimal(1))
    bottom, top = (low / step).to_integral_value("ROUND_FLOOR"), (high / step).to_integral_value("ROUND_CEILING")
    if bottom == top:
        bottom, top = bottom - 1, top + 1
    numbers = [step * number for number in range(int(bottom), int(top) + 1)]
    if floor is not None and floor <= min(values):
        numbers = [each for each in numbers if each >= floor] or numbers
    if ceiling is not None and ceiling >= max(values):
        numbers = [each for each in numbers if each <= ceiling] or numbers
    return tuple(Tick(each, tell.speech.number(each.normalize())) for each in numbers)


def _step(width: Decimal) -> Decimal:
    """One, two or five, or these with noughts: the least that gives few ticks."""
    ten = Decimal(10) ** (width.adjusted() - 1)
    return next(
        ten * each * more for more in (1, 10, 100) for each in STEPS if width / (ten * each * more) <= MOST_TICKS
    )
