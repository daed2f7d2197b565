"""Economy: what kinds of cost the plan states, and the amounts that are planned and paid."""

from __future__ import annotations

from plantrack.kinds import Amount
from plantrack.mark import _
from plantrack.model.goal import Cost
from plantrack.model.progress import Actual
from plantrack.model.words import COSTS
from plantrack.report.actuals import actuals
from plantrack.report.charts.costs import borne, costs, name_of, traced
from plantrack.report.document import Block, Cell, Chart, Column, Prose, Quiet, Row, Section, Table
from plantrack.report.listed import listed
from plantrack.report.request import Request
from plantrack.report.teller import Teller, capital, joined, lines
from plantrack.statements import Held, Statement, cost_kinds


def write(request: Request, tell: Teller) -> Section:
    """Who bears what, then the kinds of cost, and amounts where there are any."""
    amounts = amount_table(request, tell)
    blocks: list[Block] = [*by_bearer(request, tell), kinds(request, tell), amounts]
    if not amounts.rows:
        of_plan = _("The plan states no amounts, and no organisation has reported what anything has cost.")
        of_part = _("The plan states no amounts here, and no organisation has reported what it has cost.")
        blocks.append(Prose((tell.say(of_part if request.part else of_plan),)))
    return Section(
        "economy",
        (tell.say(_("Economy")),),
        tuple(b for b in blocks if not isinstance(b, Table) or b.rows),
        new_page=True,
    )


def cost_words(tell: Teller, identifier: str, held: Held) -> Cell:
    """What an activity costs, in a cell."""
    if not held.costs:
        return (tell.missing,)
    said = lines(cost(tell, each.value) if each.value else (tell.absence(each.absence),) for each in held.costs)
    stated = any(isinstance(each.value, Cost) and planned(tell, each.value) for each in held.costs)
    return (*said, *tell.source(("cost", identifier), "planned")) if stated else said


def cost(tell: Teller, said: Cost) -> Cell:
    """One cost: its kind, its amount, and what is said of it."""
    cell: Cell = (tell.word(COSTS, said.kind),)
    amount = planned(tell, said)
    if amount:
        cell = (amount,) if said.kind in ("amount", "range") else (*cell, ", ", amount)
    if said.year:
        cell = (*cell, " (", tell.when(said.year), ")")
    return (*cell, ": ", tell.said(said.text)) if said.text else cell


def planned(tell: Teller, said: Cost) -> str:
    """The planned amount or range, where one is stated."""
    if said.amount:
        return tell.amount(said.amount)
    if said.lowest and said.highest:
        return f"{tell.speech.number(said.lowest.number)}\N{EN DASH}{tell.amount(said.highest)}"
    if said.highest:
        return tell.say(_("at most {amount}"), amount=tell.amount(said.highest))
    return tell.say(_("at least {amount}"), amount=tell.amount(said.lowest)) if said.lowest else ""


def kinds(request: Request, tell: Teller) -> Table:
    """How many activities have each kind of cost."""
    held = request.plan.held
    found: dict[str, list[str]] = {}
    for identifier, each in held.items():
        for kind in cost_kinds(each) or ("not_stated",):
            found.setdefault(kind or "not_stated", []).append(identifier)
    words = {**COSTS, "not_stated": _("not stated")}
    order = [kind for kind in (*COSTS, *sorted(set(found) - set(COSTS))) if kind in found]
    rows = [
        Row(
            (
                (capital(tell.say(words.get(kind, kind))),),
                (str(len(found[kind])), *listed(tell, words.get(kind, kind), found[kind])),
                tell.links(found[kind]),
            )
        )
        for kind in order
    ]
    columns = (
        Column(tell.say(_("Kind of cost")), "middle"),
        Column(tell.say(_("Number")), "narrow", numbers=True),
        Column(tell.column("activity"), "wide"),
    )
    caption = tell.say(_("Activities per kind of cost; one with several kinds is counted for each"))
    return Table((caption,), columns, tuple(rows))


def amount_table(request: Request, tell: Teller) -> Table:
    """Activities with an amount, planned or paid."""
    paid = actuals(request)
    rows = []
    for identifier, held in request.plan.held.items():
        said = [each for each in held.costs if isinstance(each.value, Cost) and planned(tell, each.value)]
        costs = [each.value for each in said]
        spent = paid.get(identifier, [])
        if costs or spent:
            rows.append(
                Row(
                    (
                        (tell.link(identifier),),
                        (tell.said(request.plan.activities[identifier].title),),
                        lines(_own_or_shared(tell, each) for each in said)
                        + tell.source(("cost", identifier), "planned")
                        if said
                        else (Quiet(tell.say(_("no amount planned"))),),
                        (*lines(bearers(tell, each) for each in costs), *tell.source(("cost", identifier), "planned"))
                        if costs
                        else (tell.missing,),
                        lines(actual(tell, each, by) for each, by in spent)
                        + tell.source(("cost", identifier), "actual")
                        if spent
                        else (Quiet(tell.say(_("not reported"))),),
                    )
                )
            )
    columns = (
        Column(tell.say(_("No.")), "narrow"),
        Column(tell.column("activity"), "wide"),
        Column(tell.say(_("Planned")), "middle"),
        Column(tell.say(_("Borne by")), "middle"),
        Column(tell.say(_("Actual")), "middle"),
    )
    return Table((tell.say(_("Planned and actual costs")),), columns, tuple(rows), head=1)


def _own_or_shared(tell: Teller, said: Statement) -> Cell:
    """A cost, and whether it is said for several activities together."""
    words = cost(tell, said.value)
    return words if said.level == "activity" else (*words, " ", Quiet(tell.say(_("(for several together)"))))


def bearers(tell: Teller, said: Cost) -> Cell:
    """Who bears a cost, with how much each."""
    cells: list[Cell] = []
    for organisation, bearer in said.bearers.items():
        cell = tell.party(organisation, short=True)
        if bearer.amount:
            cell = (*cell, " ", tell.amount(bearer.amount))
        cells.append((*cell, " (", tell.said(bearer.text), ")") if bearer.text else cell)
    return joined(cells) or (tell.missing,)


def actual(tell: Teller, said: Actual, by: str) -> Cell:
    """What something did cost, who bore it, and for which time."""
    cell: Cell = (tell.amount(said.amount), " ", *tell.party(said.bearer or by, short=True))
    if said.year:
        cell = (*cell, " (", tell.when(said.year), ")")
    return (*cell, ": ", tell.said(said.text)) if said.text else cell


def by_bearer(request: Request, tell: Teller) -> tuple[Table | Chart, ...]:
    """Planned sums per bearer against what was paid, in a chart for each currency; a table where nothing is paid yet."""
    if any(each.actual is not None for each in borne(request)):
        return tuple(each._replace(open=True) for each in costs(request, tell))
    rows = []
    for each in borne(request):
        number = each.planned
        amount: Cell = (tell.missing,) if number is None else (tell.amount(Amount(number, each.currency)),)
        rows.append(Row((name_of(tell, each), (*amount, *traced(tell, each)))))
    columns = (Column(tell.say(_("Borne by")), "wide"), Column(tell.say(_("Planned")), "narrow", numbers=True))
    caption = tell.say(_("Amounts per bearer, for the whole period of the plan"))
    return (Table((caption,), columns, tuple(rows)),) if rows else ()
