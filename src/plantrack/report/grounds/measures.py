"""What the values of an indicator, and what is judged by them, rest on."""

from __future__ import annotations

from plantrack.finding import Where
from plantrack.followup.standing import Given, IndicatorStanding, Measured
from plantrack.mark import _
from plantrack.report import measured_words, standing_cells
from plantrack.report.document import plain
from plantrack.report.grounds.ground import Ground, Search, once, sentences
from plantrack.report.why_words import because

VALUES = ("value", "values", "numerator", "fulfilment")
"""Fields of an answer that give a value."""


def value(search: Search, standing: IndicatorStanding) -> Ground:
    """Who gave the latest value."""
    indicator = search.plan.indicators[standing.id]
    given = _latest(search, standing)
    places = [place for each in given for place in search.answer(each, *VALUES)]
    why = _given_by(search, given) or search.looked_for(standing.id, search.request.standings.round)
    return Ground(
        measured_words.latest(search.tell, indicator, standing), why, once(places or _definition(search, standing.id))
    )


def measured(search: Search, standing: IndicatorStanding, round_id: str) -> Ground:
    """Who gave the values of one round."""
    indicator = search.plan.indicators[standing.id]
    given = [each.given for each in standing.series if each.given.round == round_id]
    given = [part for each in given for part in _parts(search, standing.id, each)]
    given = given or [each for each in standing.answers if each.round == round_id and not each.replaced]
    places = [place for each in given for place in search.answer(each, *VALUES)]
    why = _given_by(search, given) or search.looked_for(standing.id, round_id)
    said = measured_words.in_round(search.tell, indicator, standing, round_id)
    return Ground(said, why, once(places or _definition(search, standing.id)))


def outcome(search: Search, standing: IndicatorStanding) -> Ground:
    """The value, the baseline and the targets that an outcome is computed from."""
    where = search.facts.where
    stated = search.plan.indicators[standing.id].__dict__
    against = [field for field in ("baseline", "targets", "target", "direction", "tolerance") if stated.get(field)]
    places = [place for each in _latest(search, standing) for place in search.answer(each, *VALUES)]
    if places:
        places += [where("indicator", standing.id, field, part="key") for field in against]
    missing = "" if places else search.looked_for(standing.id, search.request.standings.round)
    return Ground(
        measured_words.outcome(search.tell, standing),
        sentences(because(search.tell, standing.why), missing),
        once(places or _definition(search, standing.id)),
    )


def trend(search: Search, standing: IndicatorStanding) -> Ground:
    """The last two values."""
    last = [part for each in standing.series[-2:] for part in _parts(search, standing.id, each.given)]
    places = [place for each in last for place in search.answer(each, *VALUES)]
    return Ground(
        measured_words.trend(search.tell, standing),
        because(search.tell, standing.trend_why),
        once(places or _definition(search, standing.id)),
    )


def stated(search: Search, identifier: str, name: str) -> Ground:
    """Where the plan states a baseline or the targets."""
    indicator = search.plan.indicators[identifier]
    said = standing_cells.baseline if name == "baseline" else standing_cells.targets
    field = "target" if name == "targets" and indicator.target else name
    return Ground(
        said(search.tell, indicator), "", once([search.facts.where("indicator", identifier, field, part="key")])
    )


def _definition(search: Search, identifier: str) -> list[Where]:
    return [search.facts.where("indicator", identifier)]


def _latest(search: Search, standing: IndicatorStanding) -> list[Given]:
    """The answers that give the value that is shown: a figure, or words."""
    newest: Measured | None = standing.latest
    if newest is None and standing.series and standing.series[-1].lacking:
        newest = standing.series[-1]
    if newest is not None:
        return _parts(search, standing.id, newest.given)
    if standing.series or standing.answers:
        return [each.given for each in standing.series] or [each for each in standing.answers if not each.replaced]
    for round_id in (each.round for each in (search.request.standings, *search.request.earlier)):
        earlier = search.of_round(round_id).indicators.get(standing.id)
        if earlier and earlier.answers:
            return [each for each in earlier.answers if not each.replaced]
    return []


def _parts(search: Search, identifier: str, given: Given) -> list[Given]:
    """The answers that a value is made of: where values are added, one of each organisation."""
    if not search.plan.indicators[identifier].add_up:
        return [given]
    said = [each for each in search.said_in(identifier, given.round) if each.answer.at == given.answer.at]
    parts = [
        Given(identifier, each.organisation, each.day, given.round, given.role, each.answer, each.submission)
        for each in said
    ]
    return parts or [given]


def _given_by(search: Search, given: list[Given]) -> str:
    """Who gave it, and when."""
    tell = search.tell
    sentence = _("Given by {organisation} on {day}.")
    said = [tell.say(sentence, organisation=plain(tell.party(each.organisation)), day=each.day) for each in given]
    return sentences(*dict.fromkeys(said))
