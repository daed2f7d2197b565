"""What an outside evaluator says of the plan, held against how it stands: thing by thing, whether they say the same.

An evaluator's word settles nothing. How a thing stands is computed without it, and here the two are only laid side by
side. Knows no words of a language: a way of differing is a key.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from plantrack.followup.aims import aim_of, spellings
from plantrack.followup.answers import STATING
from plantrack.followup.judged import forecast_of, fulfilment_of
from plantrack.followup.measured import Reader, measured
from plantrack.followup.parties import Parties
from plantrack.followup.standing import (
    DIFFERING,
    NO_REPORT,
    ActivityStanding,
    Given,
    IndicatorStanding,
    JudgedStanding,
    Measured,
    Standings,
)
from plantrack.followup.times import Times
from plantrack.model.goal import Indicator
from plantrack.model.progress import Answer
from plantrack.plan import Plan

SAME, OTHERWISE, UNSETTLED, APART, ALONE, REMARK = "same", "otherwise", "unsettled", "apart", "alone", "remark"
WAYS = (OTHERWISE, SAME, UNSETTLED, APART, ALONE, REMARK)
"""How an evaluator's word stands to the own one, the most telling first: it says otherwise, or the same; the own answers
differ among themselves; the values are not of the same time; nobody else has answered; it is a remark without a judgement."""
NOT_ASSESSED = "not_assessed"
Standing = ActivityStanding | IndicatorStanding | JudgedStanding


class Judgement(NamedTuple):
    """One judgement of an evaluator, and the own one beside it."""

    axis: str
    """status, fulfilment, forecast or value."""
    said: str
    """The evaluator's: a state, or a value as it was written."""
    own: str
    """The plan's own, as it stands; empty where nobody has answered, or where the answers differ."""
    way: str
    """One of ``WAYS``."""
    value: Measured | None = None
    """The evaluator's value, where it is a figure."""
    own_value: Measured | None = None
    """The own value that it is held against."""


class Assessed(NamedTuple):
    """What one evaluator says of one thing."""

    thing: str
    given: Given
    judgements: tuple[Judgement, ...]
    """None where it is a remark without a judgement."""

    @property
    def way(self) -> str:
        """How it stands to the own word, as a whole: one difference makes it say otherwise."""
        found = {each.way for each in self.judgements}
        return next((way for way in WAYS if way in found), REMARK)


class Assessment(NamedTuple):
    """Everything that evaluators say in a round."""

    rows: tuple[Assessed, ...] = ()
    """In the order of the plan: goal by goal, each with what belongs to it."""
    unjudged: tuple[str, ...] = ()
    """What has been answered or judged in the round, and no evaluator has judged."""

    @property
    def judged(self) -> tuple[str, ...]:
        """The things that evaluators have judged."""
        return tuple(dict.fromkeys(each.thing for each in self.rows if each.judgements))

    @property
    def otherwise(self) -> tuple[str, ...]:
        """The things of which an evaluator says otherwise than they stand."""
        return self.that(OTHERWISE)

    @property
    def same(self) -> tuple[str, ...]:
        """The things of which evaluators say the same, and none otherwise."""
        against = {*self.otherwise}
        return tuple(each for each in self.that(SAME) if each not in against)

    @property
    def evaluators(self) -> tuple[str, ...]:
        """Who has judged."""
        return tuple(dict.fromkeys(each.given.organisation for each in self.rows))

    @property
    def submissions(self) -> tuple[str, ...]:
        """The submissions that it rests on, the oldest first."""
        found = {(each.given.day, each.given.submission) for each in self.rows}
        return tuple(submission for _day, submission in sorted(found))

    def that(self, way: str) -> tuple[str, ...]:
        """The things of which an evaluator's word stands so to the own one."""
        return tuple(dict.fromkeys(each.thing for each in self.rows if each.way == way))

    def of(self, things: Iterable[str]) -> tuple[Assessed, ...]:
        """What is said of some things."""
        wanted = {*things}
        return tuple(each for each in self.rows if each.thing in wanted)


class Turned(NamedTuple):
    """What one evaluator says of one thing in one of two plans, or otherwise than in the other."""

    before: Assessed | None
    after: Assessed | None


def assessments(plan: Plan, standings: Standings) -> Assessment:
    """What evaluators say in the round that a plan stands for; nothing where none has said anything."""
    if not standings.assessed:
        return Assessment()
    weigh = _Weighing(plan, standings.day)
    rows: list[Assessed] = []
    unjudged: list[str] = []
    for thing, standing in _standings(plan, standings):
        found = [Assessed(thing, each, tuple(weigh(standing, each))) for each in standings.assessed.get(thing, ())]
        rows += found
        if not any(each.judgements for each in found) and _is_answered(standing, standings.round):
            unjudged.append(thing)
    return Assessment(tuple(rows), tuple(unjudged))


def turned(before: Assessment, after: Assessment) -> tuple[Turned, ...]:
    """What evaluators say in one of two plans only, or otherwise than in the other, or beside another own word."""
    old, new = ({(each.thing, each.given.organisation): each for each in it.rows} for it in (before, after))
    pairs = [Turned(old.get(key), new.get(key)) for key in dict.fromkeys((*old, *new))]
    return tuple(each for each in pairs if _told(each.before) != _told(each.after))


def standing_of(standings: Standings, thing: str) -> Standing | None:
    """How a thing of whatever kind stands."""
    tables: tuple[Mapping[str, Standing], ...] = (
        standings.activities,
        standings.steps,
        standings.criteria,
        standings.goals,
        standings.indicators,
    )
    return next((table[thing] for table in tables if thing in table), None)


def _told(assessed: Assessed | None) -> object:
    """All that a reader is told of an assessment."""
    if assessed is None:
        return None
    answer = assessed.given.answer
    return answer, [(each.axis, each.said, each.own, each.way) for each in assessed.judgements]


def _standings(plan: Plan, standings: Standings) -> Iterator[tuple[str, Standing]]:
    """Everything that can be judged, goal by goal."""
    for identifier, goal in plan.goals.items():
        steps = (step for activity in goal.activities.values() for step in activity.steps)
        for thing in (identifier, *goal.activities, *steps, *goal.criteria, *goal.indicators):
            standing = standing_of(standings, thing)
            if standing is not None:
                yield thing, standing


def _is_answered(standing: Standing, round_id: str) -> bool:
    """Whether anybody has judged a thing in the round."""
    if isinstance(standing, JudgedStanding) and standing.text is not None:
        return True
    return any(
        each.round == round_id and not each.replaced and not STATING.isdisjoint(each.answer.__dict__)
        for each in standing.answers
    )


class _Weighing:
    """Holds an evaluator's answers against how things stand."""

    def __init__(self, plan: Plan, day: date) -> None:
        self.plan = plan
        self.times = Times(plan)
        self.parties = Parties(plan, day)

    def __call__(self, standing: Standing, given: Given) -> Iterator[Judgement]:
        match standing:
            case ActivityStanding():
                yield from _of_work(standing, given)
            case JudgedStanding():
                yield from _of_judged(standing, given)
            case IndicatorStanding():
                indicator = self.plan.indicators[standing.id]
                aim = aim_of(self.plan, self.times, indicator)
                reader = Reader(indicator, aim, self.times, self.parties, ())
                yield from _of_measured(reader, standing, given)


def _of_work(standing: ActivityStanding, given: Given) -> Iterator[Judgement]:
    if given.state:
        own = "" if standing.status in (NO_REPORT, DIFFERING) else standing.status
        yield _judgement("status", given.state, own, unsettled=standing.status == DIFFERING)


def _of_judged(standing: JudgedStanding, given: Given) -> Iterator[Judgement]:
    fulfilment, forecast = fulfilment_of(given), forecast_of(given)
    if fulfilment and fulfilment != NOT_ASSESSED:
        own = "" if standing.fulfilment == NOT_ASSESSED else standing.fulfilment
        yield _judgement("fulfilment", fulfilment, own, unsettled=standing.why.rule == "differing_judgements")
    if forecast:
        foreseen = {forecast_of(each) for each in standing.answers if not each.replaced} - {""}
        yield _judgement("forecast", forecast, standing.forecast, unsettled=len(foreseen) > 1)


def _of_measured(reader: Reader, standing: IndicatorStanding, given: Given) -> Iterator[Judgement]:
    value = measured(reader, given)
    if value is not None:
        yield _of_value(standing, value)
    elif given.answer.value or given.answer.values:
        yield _of_words(reader.indicator, standing, given)
    fulfilment = fulfilment_of(given)
    if fulfilment and fulfilment != NOT_ASSESSED:
        said = {fulfilment_of(each) for each in standing.answers if not each.replaced} - {""}
        computed = standing.outcome if standing.outcome in ("achieved", "not_achieved") else ""
        own = computed if not said else said.pop() if len(said) == 1 else ""
        yield _judgement("fulfilment", fulfilment, own, unsettled=bool(said))


def _judgement(axis: str, said: str, own: str, *, unsettled: bool) -> Judgement:
    """A state beside the own one."""
    if own:
        return Judgement(axis, said, own, SAME if said == own else OTHERWISE)
    return Judgement(axis, said, "", UNSETTLED if unsettled else ALONE)


def _of_value(standing: IndicatorStanding, value: Measured) -> Judgement:
    """A figure beside the own one of the same time. A sum that lacks somebody's part says nothing against another."""
    if not standing.series:
        return Judgement("value", value.text, "", ALONE, value)
    beside = [each for each in standing.series if _of_one_time(each, value)]
    whole = [each for each in beside if not each.lacking]
    if not whole:
        return Judgement("value", value.text, "", APART, value, beside[-1] if beside else None)
    if len({each.value for each in whole}) > 1:
        return Judgement("value", value.text, "", UNSETTLED, value)
    own = whole[-1]
    return Judgement("value", value.text, own.text, SAME if _alike(own, value) else OTHERWISE, value, own)


def _of_one_time(one: Measured, other: Measured) -> bool:
    """Whether values are of the same day; those that state none are of the round that they were given in."""
    if one.given.answer.at or other.given.answer.at:
        return one.day == other.day
    return one.given.round == other.given.round


def _alike(one: Measured, other: Measured) -> bool:
    """Whether values say the same. One that was divided is rounded as the other was written."""
    if one.given.answer.values and other.given.answer.values:
        return dict(one.given.answer.values) == dict(other.given.answer.values)
    written = [each.value for each in (one, other) if "/" not in each.text]
    if len(written) != 1:
        return one.value == other.value
    unit = Decimal(1).scaleb(int(written[0].as_tuple().exponent))
    return one.value.quantize(unit, ROUND_HALF_UP) == other.value.quantize(unit, ROUND_HALF_UP)


def _of_words(indicator: Indicator, standing: IndicatorStanding, given: Given) -> Judgement:
    """A value in words, or a count by category, beside what was answered in the same round."""
    said = _worded(indicator, given.answer)
    answers = [each for each in standing.answers if not each.replaced and (each.answer.value or each.answer.values)]
    own = {_worded(indicator, each.answer) for each in answers}
    if not own:
        return Judgement("value", _shown(given.answer), "", APART if standing.text else ALONE)
    if len(own) > 1:
        return Judgement("value", _shown(given.answer), "", UNSETTLED)
    way = SAME if own == {said} else OTHERWISE
    return Judgement("value", _shown(given.answer), _shown(answers[-1].answer), way)


def _worded(indicator: Indicator, answer: Answer) -> frozenset[tuple[str, Decimal | None]]:
    """A value in words as it can be compared: a category by its place, in whichever language it was written."""
    places = {word: str(place) for place, each in enumerate(indicator.categories) for word in spellings(each)}

    def known(word: str) -> str:
        folded = word.strip().casefold()
        return places.get(folded, folded)

    if answer.values and not answer.value:
        return frozenset((known(name), number) for name, number in answer.values.items())
    return frozenset(((known(answer.value or ""), None),))


def _shown(answer: Answer) -> str:
    """A value as it was written."""
    return answer.value or ", ".join(f"{name}: {number:f}" for name, number in answer.values.items())
