"""What each organisation has answered, where several have: one state stands above, and each own answer stays readable."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plantrack.followup.judged import forecast_of, fulfilment_of
from plantrack.followup.standing import DIFFERING, ActivityStanding, Given, JudgedStanding, Standings
from plantrack.mark import _
from plantrack.model.words import SUBMISSION_ROLES
from plantrack.report.document import Cell, Column, Quiet, Row, Section, State, Table
from plantrack.report.doubt import marked
from plantrack.report.measured_words import answered
from plantrack.report.sections.goal_answers import status
from plantrack.report.states import FAIR
from plantrack.report.teller import Teller, joined


def own_answers(tell: Teller, standings: Standings, things: Iterable[str]) -> tuple[Section, ...]:
    """A section with the own answers about things that several have answered; nothing where there is none."""
    rows = [row for each in things for row in _rows(tell, standings, each)]
    if not rows:
        return ()
    columns = (
        Column(tell.say(_("No.")), "narrow"),
        Column(tell.say(_("Organisation")), "middle"),
        Column(tell.say(_("Date")), "narrow"),
        Column(tell.say(_("Answer")), "middle"),
        Column(tell.say(_("Comment")), "wide"),
    )
    title = (tell.say(_("Each organisation's own answer")),)
    return (Section("own-answers", title, (Table((), columns, tuple(rows)),)),)


def answers_about(standings: Standings, thing: str) -> tuple[Given, ...]:
    """The answers about a thing that stand in the round, whoever gave them."""
    for table in (standings.activities, standings.steps, standings.criteria, standings.goals, standings.indicators):
        if thing in table:
            return tuple(each for each in table[thing].answers if not each.replaced)
    return ()


def answer(tell: Teller, given: Given) -> Cell:
    """What an answer says of how its thing stands: a state, a judgement, or a value."""
    cells: list[Cell] = []
    fulfilment, forecast = fulfilment_of(given), forecast_of(given)
    if given.answer.status and not (given.repeated and (fulfilment or forecast)):
        cells.append(status(tell, given))
    if fulfilment:
        cells.append((tell.state("fulfilment", fulfilment),))
    if forecast:
        cells.append((tell.state("forecast", forecast),))
    indicator = tell.plan.indicators.get(given.thing)
    if indicator and (given.answer.value or given.answer.values):
        cells.append(answered(tell, indicator, given._replace(suspect=False)))
    elif given.answer.numerator is not None and given.answer.denominator is not None:
        parts = (tell.speech.number(number) for number in (given.answer.numerator, given.answer.denominator))
        cells.append(("/".join(parts),))
    return marked(tell, joined(cells) or (tell.missing,), given.suspect)


def by(tell: Teller, given: Given) -> Cell:
    """Who answered, and in which role where that is another than its own."""
    party = tell.party(given.organisation, short=True)
    if given.role == "own":
        return party
    return (*party, " ", Quiet(f"({tell.word(SUBMISSION_ROLES, given.role)})"))


def _rows(tell: Teller, standings: Standings, thing: str) -> Iterator[Row]:
    given = answers_about(standings, thing)
    if len({(each.organisation, each.role) for each in given}) < 2:
        return
    for each in given:
        said_of_it = each.answer.comment or each.answer.ground
        comment: Cell = (tell.said(said_of_it) if said_of_it else Quiet(tell.say(_("no comment"))),)
        said = answer(tell, each)
        if _differs(standings, each):
            said = (*said, " ", State(tell.say(_("says otherwise")), "≠", FAIR))
        yield Row(((thing,), by(tell, each), (each.day.isoformat(),), said, comment))


def _differs(standings: Standings, given: Given) -> bool:
    """Whether an answer says something else than what counts as the state."""
    standing = standings.activities.get(given.thing) or standings.steps.get(given.thing)
    if isinstance(standing, ActivityStanding):
        return bool(given.state) and standing.status not in (DIFFERING, given.state)
    judged = standings.criteria.get(given.thing) or standings.goals.get(given.thing)
    if isinstance(judged, JudgedStanding) and judged.fulfilment != "not_assessed":
        return bool(fulfilment_of(given)) and fulfilment_of(given) != judged.fulfilment
    return False
