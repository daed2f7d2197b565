"""Economy: what kinds of cost the plan states, and the amounts that are planned and paid."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from plantrack.kinds import Amount
from plantrack.mark import _
from plantrack.model.goal import Cost
from plantrack.model.progress import Actual
from plantrack.model.words import COSTS
from plantrack.report.document import Block, Cell, Column, Prose, Quiet, Row, Section, Table
from plantrack.report.request import Request
from plantrack.report.teller import Teller, capital, joined, lines
from plantrack.statements import Held, Statement, cost_kinds


def write(request: Request, tell: Teller) -> Section:
    """Kinds of cost, then amounts where there are any."""
    blocks: list[Block] = [kinds(request, tell)]
    amounts = amount_table(request, tell)
    if amounts.rows:
        blocks.append(amounts)
        blocks.append(by_bearer(request, tell))
    else:
        sentence = tell.say(_("The plan states no amounts, and no organisation has reported what anything has cost."))
        blocks.append(Prose((sentence,)))
    return Section(
        "economy",
        (tell.say(_("Economy")),),
        tuple(b for b in blocks if not isinstance(b, Table) or b.rows),
        new_page=True,
    )


def cost_words(tell: Teller, held: Held) -> Cell:
    """What an activity costs, in a cell."""
    if not held.costs:
        return (tell.missing,)
    return lines(cost(tell, each.value) if each.value else (tell.absence(each.absence),) for each in held.costs)


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
        Row(((capital(tell.say(words.get(kind, kind))),), (str(len(found[kind])),), tell.links(found[kind])))
        for kind in order
    ]
    columns = (
        Column(tell.say(_("Kind of cost")), "middle"),
        Column(tell.say(_("Number")), "narrow", numbers=True),
        Column(tell.column("activity"), "wide"),
    )
    caption = tell.say(_("Activities per kind of cost; one with several kinds is counted for each"))
    return Table((caption,), columns, tuple(rows))


def actuals(request: Request) -> Mapping[str, list[tuple[Actual, str]]]:
    """Activity -> what it has cost by its answers, each with who reported it."""
    found: dict[str, list[tuple[Actual, str]]] = {}
    rounds = {request.standings.round, *(each.round for each in request.earlier)}
    replaced = {each for submission in request.plan.submissions.values() for each in submission.replaces}
    for identifier, submission in sorted(
        request.plan.submissions.items(), key=lambda item: (item[1].date or date.min, item[0])
    ):
        if identifier not in replaced and submission.date and submission.round in rounds:
            for thing, answer in submission.answers.items():
                found.setdefault(thing, []).extend((cost, submission.by) for cost in answer.cost)
    return {thing: costs for thing, costs in found.items() if costs}


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
                        or (Quiet(tell.say(_("no amount planned"))),),
                        lines(bearers(tell, each) for each in costs) or (tell.missing,),
                        lines(actual(tell, each, by) for each, by in spent) or (Quiet(tell.say(_("not reported"))),),
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


def by_bearer(request: Request, tell: Teller) -> Table:
    """Planned and paid sums per bearer and currency. Costs that no bearer is named for stand last."""
    planned_sums: dict[tuple[str, str], Decimal] = {}
    paid_sums: dict[tuple[str, str], Decimal] = {}
    counted = set()
    for identifier, held in request.plan.held.items():
        for each in held.costs:
            said_in = request.plan.goal_of[identifier], each.keys
            if isinstance(each.value, Cost) and said_in not in counted:
                counted.add(said_in)  # said for several together, it is one cost
                _add_planned(request, planned_sums, each.value)
    for costs in actuals(request).values():
        for said, by in costs:
            _add(request, paid_sums, said.bearer or by, said.amount)
    keys = sorted(
        {*planned_sums, *paid_sums}, key=lambda key: (not key[0], key[1], -planned_sums.get(key, Decimal(0)), key[0])
    )
    rows = []
    for key in keys:
        party, currency = key
        name: Cell = tell.party(party) if party else (Quiet(tell.say(_("no bearer named"))),)
        rows.append(Row((name, _sum(tell, planned_sums.get(key), currency), _sum(tell, paid_sums.get(key), currency))))
    columns = (
        Column(tell.say(_("Borne by")), "wide"),
        Column(tell.say(_("Planned")), "narrow", numbers=True),
        Column(tell.say(_("Actual")), "narrow", numbers=True),
    )
    return Table((tell.say(_("Amounts per bearer, for the whole period of the plan")),), columns, tuple(rows))


def _add_planned(request: Request, sums: dict[tuple[str, str], Decimal], said: Cost) -> None:
    shares = [(party, bearer.amount) for party, bearer in said.bearers.items() if bearer.amount]
    if shares:
        for party, amount in shares:
            _add(request, sums, party, amount)
    elif said.amount:
        only = next(iter(said.bearers)) if len(said.bearers) == 1 else ""
        _add(request, sums, only, said.amount)


def _add(request: Request, sums: dict[tuple[str, str], Decimal], party: str, amount: Amount | None) -> None:
    if amount:
        key = party, amount.currency or request.plan.header.currency or ""
        sums[key] = sums.get(key, Decimal(0)) + amount.number


def _sum(tell: Teller, number: Decimal | None, currency: str) -> Cell:
    return (tell.missing,) if number is None else (tell.amount(Amount(number, currency)),)
