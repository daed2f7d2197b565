"""What an organisation was asked, what it has answered, and what is missing from it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from plantrack.followup.parties import Parties
from plantrack.followup.standing import Given
from plantrack.mark import _
from plantrack.report.document import Block, Bullets, Cell, Column, Prose, Quiet, Row, Section, Table
from plantrack.report.doubt import marked
from plantrack.report.involvement import voices
from plantrack.report.listed import listed
from plantrack.report.measured_words import answered as value_of
from plantrack.report.measured_words import measured
from plantrack.report.request import Request
from plantrack.report.sections import goal_answers
from plantrack.report.sections.organisation import its
from plantrack.report.teller import Teller, lines


class Question(NamedTuple):
    """One thing that somebody was asked, or has answered unasked."""

    by: str
    thing: str
    answered: bool
    given: Given | None
    """The answer; None where there is none, or where somebody else gave it for both."""


def questions(request: Request, tell: Teller) -> tuple[Question, ...]:
    """Everything that the organisation was asked, or its members where it is a group."""
    return tuple(_questions(request, tell))


def _questions(request: Request, tell: Teller) -> Iterator[Question]:
    asked, answered = request.standings.asked, request.standings.answered
    speaking = voices(its(request), Parties(tell.plan, request.standings.day))
    for by in dict.fromkeys((its(request), *speaking)):
        for thing in dict.fromkeys((*asked.get(by, ()), *answered.get(by, ()))):
            yield Question(by, thing, thing in answered.get(by, ()), _given(request, by, thing))


def _given(request: Request, by: str, thing: str) -> Given | None:
    """An organisation's own answer about a thing in this round."""
    found = request.standings
    for table in (found.activities, found.steps, found.criteria, found.goals, found.indicators):
        standing = table.get(thing)
        for given in standing.answers if standing else ():
            if given.organisation == by and given.round == found.round and not given.replaced:
                return given
    return None


def missing(request: Request, tell: Teller) -> Section | None:
    """What it was asked and has not answered; nothing where it was not asked anything."""
    found = questions(request, tell)
    if not found:
        return None
    lacking = [each for each in found if not each.answered]
    several = len({each.by for each in found}) > 1
    sentence = tell.say(
        _("It has answered about {n} of {whole} things that it was asked about."),
        n=len(found) - len(lacking),
        whole=len(found),
    )
    given = [each.thing for each in found if each.answered]
    traced = listed(
        tell, _("questions answered"), given, [each.thing for each in found], round_id=request.standings.round
    )
    blocks: list[Block] = [Prose((sentence, *traced))]
    if lacking:
        items = (
            (*tell.thing(each.thing), *((" (", *tell.party(each.by, short=True), ")") if several else ()))
            for each in lacking
        )
        blocks.append(Bullets(tuple(items)))
    return Section("missing", (tell.say(_("What is missing from it")),), tuple(blocks))


def answered(request: Request, tell: Teller) -> Section | None:
    """What it has answered, thing by thing."""
    found = [each for each in questions(request, tell) if each.answered]
    if not found:
        return None
    several = len({each.by for each in found}) > 1
    columns = [Column(tell.say(_("No.")), "narrow"), Column(tell.say(_("What")), "wide")]
    columns += [Column(tell.say(_("Organisation")), "middle")] if several else []
    columns += [
        Column(tell.say(_("Answer")), "middle"),
        Column(tell.say(_("Comment")), "wide"),
        Column(tell.say(_("Date")), "narrow"),
    ]
    rows = tuple(_row(request, tell, each, several) for each in found)
    caption = tell.say(_("Its own answers in this round"))
    return Section("answered", (tell.say(_("What it has answered")),), (Table((caption,), tuple(columns), rows, 1),))


def _row(request: Request, tell: Teller, found: Question, several: bool) -> Row:
    head: list[Cell] = [(found.thing,), tell.thing(found.thing)[2:] or (found.thing,)]
    head += [tell.party(found.by, short=True)] if several else []
    given = found.given
    if given is None:
        elsewhere: Cell = (Quiet(tell.say(_("answered by others on its behalf"))),)
        return Row((*head, elsewhere, (tell.missing,), (tell.missing,)))
    answer = given.answer
    said = [tell.said(text) for text in (answer.comment, answer.ground) if text]
    words = lines((each,) for each in said) or (Quiet(tell.say(_("no comment"))),)
    itself = (*marked(tell, answer_of(request, tell, given), given.suspect), *tell.source(given, "given"))
    return Row((*head, itself, words, (given.day.isoformat(),)))


def answer_of(request: Request, tell: Teller, given: Given) -> Cell:
    """The answer itself: a state, a judgement or a value."""
    indicator = request.plan.indicators.get(given.thing)
    if indicator:
        series = () if indicator.add_up else request.standings.indicators[given.thing].series  # a sum is of several
        value = next((m for m in series if m.given.submission == given.submission), None)
        if value:
            return measured(tell, indicator, value)
        told = given.answer.value or given.answer.values
        return value_of(tell, indicator, given) if told else (tell.missing,)
    if given.thing in request.plan.criteria or given.thing in request.plan.goals:
        cells: list[Cell] = []
        if given.answer.fulfilment:
            cells.append((tell.state("fulfilment", given.answer.fulfilment),))
        if given.answer.forecast:
            cells.append((tell.state("forecast", given.answer.forecast),))
        return lines(cells) or (tell.missing,)
    return goal_answers.status(tell, given)
