"""How criteria and goals stand: as people have judged them, with their ground.

What was written for the report is the judgement; else what was answered. A judgement does not carry over.
Where an indicator says otherwise, that is said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from plantrack.facts.blanks import written
from plantrack.followup.activities import Ground
from plantrack.followup.answers import OWN
from plantrack.followup.speakers import SILENT, Spoken, spoken
from plantrack.followup.standing import Given, IndicatorStanding, JudgedStanding, Why
from plantrack.model.progress import ReportText

SHORT = ("slightly_behind", "behind", "worsened", "not_yet", "not_achieved")
"""Outcomes that speak against a goal being reached."""
FAILING = ("behind", "worsened")
"""Outcomes that speak against a goal being expected to be reached; not reached in the end does too."""
GOING = ("achieved", "on_track")

Indicators = Mapping[str, IndicatorStanding]


def stand_criteria(ground: Ground, indicators: Indicators) -> dict[str, JudgedStanding]:
    """Every criterion by id."""
    plan = ground.plan
    measures: dict[str, list[str]] = {}
    for identifier, indicator in plan.indicators.items():
        for criterion in indicator.criterion:
            measures.setdefault(criterion, []).append(identifier)
    found: dict[str, JudgedStanding] = {}
    for each, record in plan.criteria.items():
        followers = record.follow_up or plan.goals[plan.goal_of[each]].follow_up
        found[each] = _stand(ground, each, (), followers, measures.get(each, ()), indicators)
    return found


def stand_goals(ground: Ground, indicators: Indicators) -> dict[str, JudgedStanding]:
    """Every goal by id."""
    return {
        each: _stand(ground, each, goal.lead, goal.follow_up, tuple(goal.indicators), indicators)
        for each, goal in ground.plan.goals.items()
    }


def _stand(
    ground: Ground,
    identifier: str,
    leads: Sequence[str],
    followers: Sequence[str],
    measures: Sequence[str],
    indicators: Indicators,
) -> JudgedStanding:
    answers = ground.answers.in_round(identifier, ground.round.id)
    judged = spoken(answers, leads, followers, ground.parties, fulfilment_of)
    foreseen = spoken(answers, leads, followers, ground.parties, forecast_of)
    text = _text(ground, identifier)
    written = text is not None and bool(text.fulfilment)
    fulfilment = (text.fulfilment if text is not None else None) or judged.said or "not_assessed"
    forecast = (text.forecast if text is not None else None) or foreseen.said
    used = text if text is not None and (text.fulfilment or text.forecast) else None
    return JudgedStanding(
        id=identifier,
        fulfilment=fulfilment,
        forecast=forecast,
        why=_written(used) if written and used is not None else _why(judged),
        given=None if written else judged.given,
        text=used,
        answers=tuple(answers),
        disagrees=disagreeing(fulfilment, forecast, measures, indicators),
        last=None if written or judged.speaking else _last(ground, identifier),
        suspect=not written and any(each.suspect for each in (*judged.speaking, *foreseen.speaking)),
    )


def fulfilment_of(given: Given) -> str:
    """How far it is reached, by an answer; an answer of “unchanged” says what it said before."""
    return given.answer.fulfilment or (given.repeated.fulfilment if given.repeated else None) or ""


def forecast_of(given: Given) -> str:
    """Whether it is expected to be reached, by an answer."""
    return given.answer.forecast or (given.repeated.forecast if given.repeated else None) or ""


def disagreeing(fulfilment: str, forecast: str, measures: Sequence[str], indicators: Indicators) -> tuple[str, ...]:
    """The indicators whose outcome says otherwise than people do."""
    against: tuple[str, ...] = ()
    if fulfilment == "achieved":
        against = SHORT
    elif fulfilment == "not_achieved":
        against = ("achieved",)
    if forecast == "expected":
        against += FAILING
    elif forecast == "not_expected":
        against += GOING
    found = [each for each in measures if each in indicators]
    return tuple(each for each in found if _contradicts(indicators[each], against, forecast))


def _contradicts(standing: IndicatorStanding, against: tuple[str, ...], forecast: str) -> bool:
    if standing.outcome == "not_achieved" and forecast == "expected" and standing.why.rule == "not_achieved":
        return True
    return standing.outcome in against


def _text(ground: Ground, identifier: str) -> ReportText | None:
    """What people wrote for the round's report, where it was written by the day asked for."""
    text = ground.plan.texts.get((ground.round.id, identifier))
    late = text is not None and text.date is not None and ground.said_by is not None and text.date > ground.said_by
    return None if late or text is None else written(text)


def _written(text: ReportText) -> Why:
    values = {"organisation": text.by} if text.by else {}
    return Why("text_says_by" if text.by else "text_says", values)


def _why(judged: Spoken) -> Why:
    if judged is SILENT:
        return Why("not_assessed")
    return Why("differing_judgements", judged.why.values) if judged.differing else judged.why


def _last(ground: Ground, identifier: str) -> Given | None:
    """The newest judgement of an earlier round."""
    said = [each for each in ground.answers.of(identifier) if each.round != ground.round.id]
    own = [each for each in said if each.role == OWN and not each.replaced and fulfilment_of(each)]
    return own[-1] if own else None
