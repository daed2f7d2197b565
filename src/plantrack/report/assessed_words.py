"""An evaluator's word beside the own one, in cells and sentences: for the report's sections and for ``status``."""

from __future__ import annotations

from collections.abc import Iterable

from plantrack.followup.assessed import (
    ALONE,
    APART,
    OTHERWISE,
    REMARK,
    SAME,
    UNSETTLED,
    Assessed,
    Assessment,
    Judgement,
)
from plantrack.followup.assessed import standing_of as found_in
from plantrack.followup.standing import ActivityStanding, IndicatorStanding, JudgedStanding, Standings
from plantrack.mark import _
from plantrack.report import standing_cells
from plantrack.report.document import Cell, Column, Quiet, Row, State
from plantrack.report.listed import listed
from plantrack.report.measured_words import answered, latest, measured, outcome
from plantrack.report.sections import goal_answers
from plantrack.report.states import CALM, FAIR, GOOD, UNKNOWN, Shown
from plantrack.report.teller import Teller, lines

WAYS = {
    OTHERWISE: Shown(_("says otherwise"), "≠", FAIR),
    SAME: Shown(_("says the same"), "≡", GOOD),
    UNSETTLED: Shown(_("the own answers differ"), "?", UNKNOWN),
    APART: Shown(_("of another time, cannot be compared"), "?", UNKNOWN),
    ALONE: Shown(_("nobody else has answered"), "+", CALM),
    REMARK: Shown(_("a remark only"), "–", UNKNOWN),
}
"""How an evaluator's word stands to the own one."""


def way(tell: Teller, key: str) -> State:
    """How an evaluator's word stands to the own one: a word and a symbol."""
    shown = WAYS[key]
    return State(tell.say(shown.word), shown.symbol, shown.tone)


def sentence(tell: Teller, assessment: Assessment, round_id: str) -> Cell:
    """Who has judged, how much, and of what they say otherwise."""
    judged, against = assessment.judged, assessment.otherwise
    say, count = tell.say, tell.speech.count
    how_many = count(_("{n} thing judged"), _("{n} things judged"), len(judged))
    by = tell.parties(assessment.evaluators)
    source = listed(tell, _("judged from outside"), judged, round_id=round_id)
    head: Cell = (say(_("Independent assessment")), " (", *by, "): ", how_many, *source)
    if not against:
        return (*head, ", ", say(_("none of them otherwise than it stands")), ".")
    told = count(_("{n} of them otherwise than it stands"), _("{n} of them otherwise than they stand"), len(against))
    source = listed(tell, _("judged otherwise from outside"), against, judged, round_id=round_id)
    return (*head, ", ", told, *source, ": ", *tell.links(against), ".")


def columns(tell: Teller, *, short: bool = False) -> tuple[Column, ...]:
    """The columns of a table of judgements; the short one is for things that stand right above it."""
    named = [Column(tell.say(_("No.")), "narrow")] if short else [Column(tell.say(_("What")), "wide")]
    return (
        *named,
        Column(tell.say(_("As it stands")), "middle"),
        Column(tell.say(_("The evaluator")), "middle"),
        Column(tell.say(_("Beside each other")), "middle"),
        Column(tell.say(_("Comment")), "wide"),
    )


def row(tell: Teller, standings: Standings, name: Cell, assessed: Assessed, *, several: bool) -> Row:
    """One thing that an evaluator has spoken of. Where ``several`` evaluators have, each is named."""
    said = its(tell, assessed)
    if several:
        said = (*said, " ", Quiet("("), *tell.party(assessed.given.organisation, short=True), Quiet(")"))
    said = (*said, *tell.source(assessed.given, "given"))
    return Row((name, own(tell, standings, assessed), said, (way(tell, assessed.way),), comment(tell, assessed)))


def several(rows: Iterable[Assessed]) -> bool:
    """Whether judgements are of more than one evaluator."""
    return len({each.given.organisation for each in rows}) > 1


def its(tell: Teller, assessed: Assessed) -> Cell:
    """What an evaluator says of how a thing stands."""
    if not assessed.judgements:
        return (Quiet(tell.say(_("no judgement"))),)
    return lines(_said(tell, assessed, each) for each in assessed.judgements)


def _said(tell: Teller, assessed: Assessed, judgement: Judgement) -> Cell:
    if judgement.axis == "status":
        return goal_answers.status(tell, assessed.given)
    if judgement.axis == "value":
        indicator = tell.plan.indicators[assessed.thing]
        if judgement.value is not None and not assessed.given.answer.values:
            return measured(tell, indicator, judgement.value)
        return answered(tell, indicator, assessed.given)
    return (tell.state(judgement.axis, judgement.said),)


def own(tell: Teller, standings: Standings, assessed: Assessed) -> Cell:
    """How a thing stands without the evaluator, on the same axes as the evaluator has judged it."""
    axes = [each.axis for each in assessed.judgements]
    match found_in(standings, assessed.thing):
        case ActivityStanding() as work:
            return standing_cells.status(tell, work)
        case JudgedStanding() as judged:
            cells = [standing_cells.fulfilment(tell, judged)] if "forecast" not in axes or len(axes) > 1 else []
            return lines([*cells, *([standing_cells.forecast(tell, judged)] if "forecast" in axes else [])])
        case IndicatorStanding() as indicator:
            return lines(_own_value(tell, indicator, each) for each in assessed.judgements) or outcome(tell, indicator)
        case _:
            return (tell.missing,)


def _own_value(tell: Teller, standing: IndicatorStanding, judgement: Judgement) -> Cell:
    if judgement.axis == "fulfilment":
        return (tell.state("fulfilment", judgement.own),) if judgement.own else outcome(tell, standing)
    indicator = tell.plan.indicators[standing.id]
    if judgement.own_value is not None:
        return (*measured(tell, indicator, judgement.own_value), *tell.source(standing, "value"))
    return latest(tell, indicator, standing)


def comment(tell: Teller, assessed: Assessed) -> Cell:
    """What an evaluator's judgement rests on, and what else is said in words."""
    answer = assessed.given.answer
    named = ((_("Deviation"), answer.deviation), (_("Remedy"), answer.remedy))
    said: list[Cell] = [(tell.said(text),) for text in (answer.comment, answer.ground) if text]
    said += [(f"{tell.say(name)}: ", tell.said(text)) for name, text in named if text]
    return lines(said) or (Quiet(tell.say(_("no comment"))),)


def beside(tell: Teller, rows: Iterable[Assessed]) -> Cell:
    """What evaluators say of one thing, on a few lines: for where the own judgement stands right above."""
    return lines(_on_a_line(tell, each) for each in rows)


def _on_a_line(tell: Teller, assessed: Assessed) -> Cell:
    by = tell.party(assessed.given.organisation, short=True)
    said: Cell = (*its(tell, assessed), *tell.source(assessed.given, "given"), " ", way(tell, assessed.way))
    answer = assessed.given.answer
    words = [piece for text in (answer.ground, answer.comment) if text for piece in (". ", tell.said(text))]
    return (*said, *words, " (", *by, ")")
