"""What was measured, in words: figures with their date, steps of a scale, yes and no, and counts by category."""

from __future__ import annotations

from decimal import Decimal

from plantrack.followup.standing import Given, IndicatorStanding, Measured
from plantrack.kinds import YES_NO, Text, Unfit, read_number
from plantrack.locales import NO_BREAK
from plantrack.mark import _
from plantrack.model.goal import Indicator
from plantrack.report.document import Cell, Piece, Quiet, plain
from plantrack.report.doubt import marked
from plantrack.report.teller import Teller, joined, lines

IN_WORDS = ("yes_no", "scale", "category", "judgement", "to_be_determined")
"""Kinds of indicator whose values are words, even where they are counted as numbers."""


def latest(tell: Teller, indicator: Indicator, standing: IndicatorStanding) -> Cell:
    """The latest value; or the latest answer in words; or that it was not measured."""
    return (*_latest(tell, indicator, standing), *tell.source(standing, "value"))


def _latest(tell: Teller, indicator: Indicator, standing: IndicatorStanding) -> Cell:
    if standing.latest:
        return measured(tell, indicator, standing.latest)
    if standing.series and standing.series[-1].lacking:
        return measured(tell, indicator, standing.series[-1])
    given = [each for each in standing.answers if not each.replaced and (each.answer.values or each.answer.value)]
    if given:
        return answered(tell, indicator, max(given, key=lambda each: each.day))
    if standing.text:
        return (in_words(tell, indicator, standing.text),)
    return (tell.state("outcome", "not_measured"),)


def in_round(tell: Teller, indicator: Indicator, standing: IndicatorStanding | None, round_id: str) -> Cell:
    """The values of one round, by how it stood then; or that nothing was measured."""
    return (*_in_round(tell, indicator, standing, round_id), *tell.source(standing, "measured"))


def _in_round(tell: Teller, indicator: Indicator, standing: IndicatorStanding | None, round_id: str) -> Cell:
    if standing:
        series = [each for each in standing.series if each.given.round == round_id]
        if series:
            return lines(measured(tell, indicator, each, len(series) > 1) for each in series)
        given = [each for each in standing.answers if each.round == round_id and not each.replaced]
        told = [each for each in given if each.answer.values or each.answer.value]
        if told:
            return lines(answered(tell, indicator, each, len(told) > 1) for each in told)
    return (tell.state("outcome", "not_measured"),)


def outcome(tell: Teller, standing: IndicatorStanding | None) -> Cell:
    """What the latest value is worth against the target."""
    state = tell.state("outcome", standing.outcome if standing else "not_measured")
    return (state, *tell.source(standing, "outcome"))


def trend(tell: Teller, standing: IndicatorStanding | None) -> Cell:
    """Which way the values go."""
    state = tell.state("trend", standing.trend if standing else "cannot_be_judged")
    return (state, *tell.source(standing, "trend"))


def measured(tell: Teller, indicator: Indicator, found: Measured, several: bool = False) -> Cell:
    """One value with its date, and whose it is where there are several."""
    given = found.given
    date = tell.point(given.answer.at) if given.answer.at else found.day.isoformat()
    if indicator.kind in IN_WORDS:
        value: Piece = in_words(tell, indicator, found.text)
    else:
        value = tell.speech.number(rounded(found))
    cell: Cell = (value, " ", aside(tell, date, found.n))
    if found.question:
        cell = (*cell, " ", named(tell, indicator, found.question))
    if found.lacking:
        parties = plain(tell.parties(found.lacking, short=True))
        return (*cell, " ", Quiet(tell.say(_("(without {parties})"), parties=parties)))
    cell = (*cell, " ", *tell.party(given.organisation, short=True)) if several else cell
    return marked(tell, cell, given.suspect)


def rounded(found: Measured) -> Decimal:
    """The value; one that was divided, to one decimal: more would say more than was counted."""
    return found.value.quantize(Decimal("0.1")) if "/" in found.text else found.value


def answered(tell: Teller, indicator: Indicator, given: Given, several: bool = False) -> Cell:
    """An answer that is no single figure: a word, or a count for each category or question."""
    answer = given.answer
    date = tell.point(answer.at) if answer.at else given.day.isoformat()
    cell: Cell
    if answer.values:
        counts: list[Cell] = [
            (named(tell, indicator, name), f":{NO_BREAK}{tell.speech.number(number)}")
            for name, number in answer.values.items()
        ]
        cell = (*joined(counts), " ", aside(tell, date, answer.n))
    else:
        cell = (in_words(tell, indicator, answer.value or ""), " ", aside(tell, date, answer.n))
    cell = (*cell, " ", *tell.party(given.organisation, short=True)) if several else cell
    return marked(tell, cell, given.suspect)


def aside(tell: Teller, date: str, n: int | None) -> Quiet:
    """The date of a value, and how many answers it rests on."""
    return Quiet(f"({date})" if n is None else f"({date}, n{NO_BREAK}={NO_BREAK}{tell.speech.number(n)})")


def in_words(tell: Teller, indicator: Indicator, answer: str) -> Piece:
    """An answer in words: yes and no, and the steps of a scale, in the report's language where they are given in it."""
    yes_or_no = YES_NO.words.get(answer.casefold()) if indicator.kind == "yes_no" else None
    return named(tell, indicator, answer) if yes_or_no is None else tell.speech.show(yes_or_no)


def typed(tell: Teller, indicator: Indicator | None, text: str) -> Piece:
    """A value as somebody typed it, in the report's way of writing numbers; what is no number as it is."""
    if indicator and indicator.kind in IN_WORDS:
        return in_words(tell, indicator, text)
    try:
        numbers = [(read_number(each), each.endswith("%")) for each in text.split(" + ")]
    except Unfit:
        return in_words(tell, indicator, text) if indicator else tell.said(text)
    return " + ".join(tell.speech.percent(n) if share else tell.speech.number(n) for n, share in numbers)


def with_unit(tell: Teller, indicator: Indicator, text: str) -> Piece:
    """A value as somebody typed it, with the unit that it is counted in."""
    value = typed(tell, indicator, text)
    unit = tell.said(indicator.unit).text if indicator.unit else ""
    if not unit or not isinstance(value, str) or value.endswith("%"):
        return value
    return f"{value}{NO_BREAK}{unit}"


def named(tell: Teller, indicator: Indicator, word: str) -> Piece:
    """A step, a category or a question by the words that the plan has for it."""
    for choice in (*indicator.scale, *indicator.categories, *indicator.questions):
        if word in spellings(choice):
            return tell.said(choice)
    return tell.said(word)


def spellings(text: Text) -> tuple[str, ...]:
    """A text in every language it is given in."""
    return (text,) if isinstance(text, str) else tuple(text.values())
