"""Planned costs against actual ones, per who bears them.

Not year by year: most plans state a sum for several years together, and a part of it set against what one
year cost would show a loss that nobody has made.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from plantrack.kinds import Amount
from plantrack.mark import _
from plantrack.model.goal import Cost
from plantrack.report.actuals import actuals
from plantrack.report.charts import wording
from plantrack.report.document import Cell, Chart, Column, Quiet, Row, Table, words
from plantrack.report.pictures import CostRow, Costs, Sum
from plantrack.report.request import Request
from plantrack.report.teller import Teller

MOST_ROWS = 24
"""As many as fit on a page; the others stand in the table."""


class Borne(NamedTuple):
    """What one party bears in one currency. An empty party is nobody in particular."""

    party: str
    currency: str
    planned: Decimal | None
    actual: Decimal | None


def costs(request: Request, tell: Teller) -> tuple[Chart, ...]:
    """A chart for each currency in which any amount is stated; the plan's own first."""
    found = borne(request)
    own = request.plan.header.currency or ""
    currencies = sorted({each.currency for each in found}, key=lambda each: (each != own, each))
    return tuple(_chart(request, tell, each, [row for row in found if row.currency == each]) for each in currencies)


def borne(request: Request) -> tuple[Borne, ...]:
    """Planned and actual sums per party and currency, the greatest first and those of nobody last."""
    planned, actual = planned_sums(request), actual_sums(request)
    found = [Borne(*key, planned.get(key), actual.get(key)) for key in {**planned, **actual}]
    return tuple(
        sorted(found, key=lambda each: (not each.party, -max(each.planned or 0, each.actual or 0), each.party))
    )


Sums = dict[tuple[str, str], Decimal]
"""Party and currency -> sum."""


def planned_sums(request: Request) -> Sums:
    """What the plan states. A cost that is said for several activities together is one cost."""
    sums: Sums = {}
    counted = set()
    for identifier, held in request.plan.held.items():
        for each in held.costs:
            place = request.plan.goal_of[identifier], each.keys
            if isinstance(each.value, Cost) and place not in counted:
                counted.add(place)
                for party, amount in shares_of(each.value):
                    _add(request, sums, party, amount)
    return sums


def shares_of(said: Cost) -> list[tuple[str, Amount]]:
    """Who is to bear how much of a cost; an amount that is not divided is its only bearer's, or nobody's."""
    shares = [(party, bearer.amount) for party, bearer in said.bearers.items() if bearer.amount]
    if shares or not said.amount:
        return shares
    return [(next(iter(said.bearers)) if len(said.bearers) == 1 else "", said.amount)]


def actual_sums(request: Request) -> Sums:
    """What has been reported as paid, up to this round."""
    sums: Sums = {}
    for found in actuals(request).values():
        for said, by in found:
            if said.amount:
                _add(request, sums, said.bearer or by, said.amount)
    return sums


def _add(request: Request, sums: Sums, party: str, amount: Amount) -> None:
    key = party, amount.currency or request.plan.header.currency or ""
    sums[key] = sums.get(key, Decimal(0)) + amount.number


def _chart(request: Request, tell: Teller, currency: str, found: list[Borne]) -> Chart:
    named = {each: name_of(tell, each) for each in found}
    rows = [
        CostRow(words(named[each][0]), _sum(tell, each.planned, currency), _sum(tell, each.actual, currency))
        for each in found
    ]
    drawn = rows[:MOST_ROWS]
    most = max((each.number for row in rows for each in (row.planned, row.actual) if each), default=Decimal(0))
    caption: Cell = (
        tell.say(_("Costs planned for the whole period, and actual costs up to {day}"), day=request.standings.day),
    )
    picture = Costs(
        rows=tuple(drawn),
        most=max(most, Decimal(1)),
        missing=tell.missing.text,
        signs=wording.signs(tell, {"planned": True, "actual": True}),
    )
    totals = [_whole([each.planned for each in found]), _whole([each.actual for each in found])]
    sums = [_sum(tell, each, currency) for each in totals]
    whole = tell.source(("bearers", currency), "amount")
    table = _table(tell, caption, [(named[each], traced(tell, each)) for each in found], rows, sums, whole)
    return Chart((*caption, *whole), _told(tell, sums, rows, len(drawn)), picture, table)


def name_of(tell: Teller, borne: Borne) -> Cell:
    """Who bears it."""
    return tell.party(borne.party) if borne.party else (Quiet(tell.say(_("no bearer named"))),)


def traced(tell: Teller, borne: Borne) -> Cell:
    """The reference to what the sums of a bearer are made of."""
    return tell.source(("bearer", f"{borne.party}|{borne.currency}"), "amount")


def _sum(tell: Teller, number: Decimal | None, currency: str) -> Sum | None:
    return None if number is None else Sum(number, tell.amount(Amount(number, currency)))


def _whole(numbers: list[Decimal | None]) -> Decimal | None:
    known = [each for each in numbers if each is not None]
    return sum(known, Decimal(0)) if known else None


def _table(
    tell: Teller,
    caption: Cell,
    names: list[tuple[Cell, Cell]],
    rows: list[CostRow],
    totals: list[Sum | None],
    whole: Cell,
) -> Table:
    """The sums of each party, and of all; each with its reference."""
    made = [
        Row((name, _cell(tell, row.planned, source), _cell(tell, row.actual, source)))
        for (name, source), row in zip(names, rows, strict=True)
    ]
    if len(rows) > 1:
        made.append(Row(((tell.say(_("Sum")),), *(_cell(tell, each, whole) for each in totals)), total=True))
    columns = (
        Column(tell.say(_("Borne by")), "wide"),
        Column(tell.say(_("Planned")), "narrow", numbers=True),
        Column(tell.say(_("Actual")), "narrow", numbers=True),
    )
    return Table(wording.figures(tell, caption), columns, tuple(made))


def _cell(tell: Teller, found: Sum | None, source: Cell) -> Cell:
    return (found.text, *source) if found else (tell.missing,)


def _told(tell: Teller, totals: list[Sum | None], rows: list[CostRow], drawn: int) -> str:
    """What is planned and paid in all, and who has paid more than was planned."""
    planned, actual = (each.text if each else tell.missing.text for each in totals)
    said = [tell.say(_("Planned in all: {planned}. Actual so far: {actual}."), planned=planned, actual=actual)]
    over = [
        wording.isolated(row.label)
        for row in rows
        if row.planned and row.actual and row.actual.number > row.planned.number
    ]
    if over:
        said.append(tell.say(_("It has cost more than planned for {names}."), names=tell.speech.list(over)))
    if drawn < len(rows):
        said.append(tell.say(_("The {n} greatest are drawn; all stand in the table."), n=drawn))
    return " ".join(said)
