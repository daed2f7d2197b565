"""The measured values of an indicator: read from answers, and made one series by who measures it.

Values of several organisations are added only where the indicator says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from plantrack.followup.aims import Aim, position, yes_or_no
from plantrack.followup.answers import ASSESSOR, EVALUATOR, OWN
from plantrack.followup.parties import Parties
from plantrack.followup.speakers import speaking_for
from plantrack.followup.standing import Given, Measured
from plantrack.followup.times import Times
from plantrack.kinds import MONEY, Unfit, read_number
from plantrack.model.goal import Indicator
from plantrack.model.progress import Answer


class Series(NamedTuple):
    """Every value of an indicator, and those it is judged by."""

    values: tuple[Measured, ...] = ()
    """Oldest first; where organisations differ, the value of each."""
    usable: tuple[Measured, ...] = ()
    """Those that stand for the whole."""
    differing: tuple[str, ...] = ()
    """The organisations whose newest values differ, so that none stands for the whole."""
    words: Given | None = None
    """The newest answer that gives a value at all, in words or figures."""

    @property
    def partial(self) -> Measured | None:
        """The newest value, where it is a sum that lacks somebody's part."""
        return self.values[-1] if self.values and self.values[-1].lacking else None


class Reader(NamedTuple):
    """All that values are read by."""

    indicator: Indicator
    aim: Aim
    times: Times
    parties: Parties
    followers: Sequence[str]


def series_of(reader: Reader, said: Iterable[Given]) -> Series:
    """The series of an indicator, from everything that was said about it, oldest round first."""
    by_round: dict[str, list[Given]] = {}
    for given in _latest(reader, said):
        by_round.setdefault(given.round, []).append(given)
    values: list[Measured] = []
    usable: list[Measured] = []
    spoken: list[Given] = []
    differing: tuple[str, ...] = ()
    adding: tuple[str, ...] = ()
    for heard in by_round.values():
        speaking = _speaking(reader, heard)
        spoken += speaking
        points = [point for each in speaking if (point := measured(reader, each))]
        if points and reader.indicator.add_up:
            adding = _adding(reader, adding)
            sums = _added(points, adding)
            values += sums
            usable += [each for each in sums if not each.lacking]
            adding = tuple(dict.fromkeys([*adding, *(point.given.organisation for point in points)]))
        elif points:
            shown, settled, differing = _settled(reader, points, heard)
            values += shown
            usable += settled
    words = max(spoken, key=lambda each: (day_of(reader.times, each), each.day, each.submission), default=None)
    return Series(tuple(sorted(values, key=_age)), tuple(sorted(usable, key=_age)), differing, words)


def measured(reader: Reader, given: Given) -> Measured | None:
    """The value that an answer gives; None where it gives none in figures."""
    said = given.repeated or given.answer
    found = _figure(reader.indicator, reader.aim, said)
    if found is None:
        return None
    value, text, question = found
    return Measured(value, text, day_of(reader.times, given), said.n, given, question)


def day_of(times: Times, given: Given) -> date:
    """The day that a value is of: the last of the time it states, else the day of the report."""
    return times.of_point(given.answer.at)[1] if given.answer.at else given.day


def says_value(answer: Answer) -> bool:
    """Whether an answer gives a value, in figures or words."""
    return bool(answer.value or answer.values or answer.numerator is not None or answer.fulfilment)


def _latest(reader: Reader, said: Iterable[Given]) -> list[Given]:
    """The newest answer of each organisation for each day of measurement, corrections followed."""
    found: dict[tuple[str, str, date], Given] = {}
    for given in said:
        if not given.replaced and given.role != EVALUATOR and (says_value(given.answer) or _as_before(reader, given)):
            key = (given.organisation, given.role, day_of(reader.times, given))
            found.pop(key, None)
            found[key] = given
    return list(found.values())


def _as_before(reader: Reader, given: Given) -> bool:
    """Whether “unchanged” stands for a figure that was given before: it is the same on the day that says so."""
    return given.repeated is not None and measured(reader, given) is not None


def _speaking(reader: Reader, heard: list[Given]) -> list[Given]:
    """Of the answers of a round, those of who measures it; else everybody's own; else an assessor's."""
    own = [each for each in heard if each.role == OWN]
    return speaking_for(reader.followers, own, reader.parties) or own or heard


def _settled(
    reader: Reader, points: list[Measured], heard: list[Given]
) -> tuple[list[Measured], list[Measured], tuple[str, ...]]:
    """The points to show, those that stand for the whole, and who differs where none does."""
    newest = {point.given.organisation: point.value for point in sorted(points, key=_age)}
    if len(newest) == 1 or len(set(newest.values())) == 1:
        return points, points, ()
    assessed = [point for each in heard if each.role == ASSESSOR and (point := measured(reader, each))]
    if assessed:
        return assessed, assessed, ()
    return points, [], tuple(sorted(newest))


def _adding(reader: Reader, before: tuple[str, ...]) -> tuple[str, ...]:
    """Whose parts a sum is made of: those who measure it, where they are several, and who gave a part before.

    Who has ended since is not waited for.
    """
    asked = reader.parties.asked(tuple(reader.followers))
    living = [each for each in before if each in reader.parties.living(each)]
    return tuple(dict.fromkeys([*(asked if len(asked) > 1 else ()), *living]))


def _added(points: list[Measured], adding: tuple[str, ...]) -> list[Measured]:
    """The values of several organisations added, day by day; those that state no day belong to the same report."""
    groups: dict[object, list[Measured]] = {}
    for point in points:
        groups.setdefault(point.day if point.given.answer.at else "", []).append(point)
    return [_sum(group, adding) for group in groups.values()]


def _sum(group: list[Measured], adding: tuple[str, ...]) -> Measured:
    newest = max(group, key=_age)
    given = {point.given.organisation for point in group}
    lacking = tuple(each for each in adding if each not in given)
    if len(group) == 1:
        return newest._replace(lacking=lacking)
    each_n = [point.n for point in group if point.n is not None]
    text = " + ".join(point.text for point in sorted(group, key=_name))
    return newest._replace(
        given=newest.given._replace(suspect=any(point.given.suspect for point in group)),
        value=sum((point.value for point in group), Decimal(0)),
        text=text,
        n=sum(each_n) if len(each_n) == len(group) else None,
        lacking=lacking,
    )


def _age(point: Measured) -> tuple[date, date, str, str]:
    return point.day, point.given.day, point.given.submission, point.given.organisation


def _name(point: Measured) -> tuple[str, date]:
    return point.given.organisation, point.day


Figure = tuple[Decimal, str, str]
"""The number, how it was written, and the question it answers."""


def _figure(indicator: Indicator, aim: Aim, answer: Answer) -> Figure | None:
    """The number that an answer gives, by the kind of indicator."""
    if indicator.kind == "category":
        return None
    if answer.value:
        number = _number(indicator, answer.value)
        return None if number is None else (number, answer.value, "")
    if indicator.kind == "share" and answer.numerator is not None and answer.denominator:
        whole = Decimal(1) if indicator.highest == 1 else Decimal(100)
        text = f"{answer.numerator:f}/{answer.denominator:f}"
        return answer.numerator * whole / answer.denominator, text, ""
    if indicator.kind == "survey" and answer.values:
        question, value = _furthest(aim, answer)
        return value, f"{value:f}", question if len(answer.values) > 1 else ""
    return None


def _number(indicator: Indicator, text: str) -> Decimal | None:
    if indicator.kind == "yes_no":
        return yes_or_no(text)
    if indicator.kind == "scale":
        return position(indicator, text)
    try:
        return MONEY.read(text).number if indicator.kind == "money" else read_number(text)
    except Unfit:
        return None


def _furthest(aim: Aim, answer: Answer) -> tuple[str, Decimal]:
    """The question of a survey that is furthest from the target: all are to reach it, and none is averaged away."""
    pairs = list(answer.values.items())
    if aim.direction == "down":
        return max(pairs, key=lambda pair: pair[1])
    if aim.direction == "keep" and aim.final:
        target = aim.final.value
        return max(pairs, key=lambda pair: abs(pair[1] - target))
    return min(pairs, key=lambda pair: pair[1])
