"""What counts and sums are made of: each thing that is counted, so that anybody can add up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from plantrack.finding import Where
from plantrack.followup.parties import Parties
from plantrack.followup.standing import NO_SCHEDULE, SCHEDULES, STATUSES, Standings
from plantrack.kinds import Amount
from plantrack.mark import _
from plantrack.model.goal import Cost
from plantrack.report.actuals import actuals
from plantrack.report.charts.costs import borne as by_party
from plantrack.report.charts.costs import name_of, shares_of
from plantrack.report.document import Cell
from plantrack.report.grounds.ground import Ground, Search, once
from plantrack.report.references import Figure
from plantrack.report.sections import economy
from plantrack.report.teller import Teller, lines

LEFT_OUT = "left_out"


def members(search: Search, figure: Figure) -> Mapping[str, list[str]]:
    """State -> the activities that a count has in it; those that are left out of it stand last."""
    standings = search.of_round(figure.round)
    found: dict[str, list[str]] = {key: [] for key in (*_order(figure.name), LEFT_OUT)}
    for identifier in _within(search, figure, standings):
        standing = standings.activities[identifier]
        state = standing.status if figure.name == "status" else standing.schedule or NO_SCHEDULE
        found[state if standing.counted else LEFT_OUT].append(identifier)
    return {key: ids for key, ids in found.items() if ids}


def _order(name: str) -> tuple[str, ...]:
    return STATUSES if name == "status" else (*SCHEDULES, NO_SCHEDULE)


def _within(search: Search, figure: Figure, standings: Standings) -> Iterable[str]:
    """The activities that a count is over."""
    plan, part = search.plan, search.request.part
    known = [i for i in standings.activities if part is None or i in part.counted]
    match figure.kind:
        case "theme":
            return [i for i in known if plan.theme_of.get(plan.goal_of.get(i, "")) == figure.id]
        case "goal_counts":
            return [i for i in known if plan.goal_of.get(i) == figure.id]
        case "organisation":
            parties = Parties(plan, standings.day)
            return [i for i in known if i in plan.held and figure.id in parties.all_living(plan.held[i].doers)]
        case _:
            return known


def counted(search: Search, figure: Figure) -> Ground:
    """How many stand how, and which they are."""
    tell = search.tell
    found = members(search, figure)
    number = sum(len(ids) for key, ids in found.items() if key not in (LEFT_OUT, NO_SCHEDULE))
    rows: list[Cell] = [
        (*_name(tell, figure.name, key), f" {len(ids)}: ", *tell.links(ids)) for key, ids in found.items()
    ]
    return Ground(lines([*rows, (tell.say(_("Sum: {n}"), n=number),)]), "", ())


def _name(tell: Teller, axis: str, key: str) -> Cell:
    if key == LEFT_OUT:
        return (tell.say(_("left out by decision")),)
    return (tell.say(_("ended, without a schedule")),) if key == NO_SCHEDULE else (tell.state(axis, key),)


def asked(search: Search, organisation: str) -> Ground:
    """What an organisation was asked, and what it answered."""
    tell, standings = search.tell, search.request.standings
    whole, given = standings.asked.get(organisation, ()), standings.answered.get(organisation, ())
    rows: list[Cell] = [
        (tell.say(word), f" {len(ids)}: ", *tell.links(ids))
        for word, ids in (
            (_("answered"), given),
            (_("asked and not answered"), tuple(each for each in whole if each not in given)),
        )
        if ids
    ]
    current = search.request.round
    listed = current is not None and organisation in current.asked
    places = [search.facts.where("round", standings.round, "asked", organisation)] if listed else []
    places += [search.facts.where("submission", each) for each in search.submissions_of(organisation, standings.round)]
    return Ground(lines(rows) or (tell.missing,), "", once(places))


def cost(search: Search, activity: str, name: str) -> Ground:
    """What an activity is planned to cost, or has cost."""
    tell = search.tell
    if name == "planned":
        said = [each for each in search.plan.held[activity].costs if isinstance(each.value, Cost)]
        said = [each for each in said if economy.planned(tell, each.value)]
        goal = search.plan.goal_of[activity]
        return Ground(
            lines(economy.cost(tell, each.value) for each in said) or (tell.missing,),
            "",
            once(search.facts.where("goal", goal, *each.keys) for each in said),
        )
    spent = actuals(search.request).get(activity, [])
    return Ground(
        lines(economy.actual(tell, each, by) for each, by in spent) or (tell.missing,), "", once(paid(search, activity))
    )


def paid(search: Search, activity: str, bearer: str = "") -> Iterable[Where]:
    """The answers that say what an activity has cost; with a bearer, what that one has paid."""
    known = {
        id(cost) for cost, by in actuals(search.request).get(activity, []) if not bearer or _payer(cost, by) == bearer
    }
    for identifier, submission in search.plan.submissions.items():
        for place, each in enumerate(submission.answers[activity].cost if activity in submission.answers else ()):
            if id(each) in known:
                yield search.facts.where("submission", identifier, "answers", activity, "cost", place)


def _payer(cost: object, by: str) -> str:
    return getattr(cost, "bearer", None) or by


def borne(search: Search, party: str, currency: str) -> Ground:
    """The amounts that one party bears: activity by activity, planned and paid."""
    tell, plan = search.tell, search.plan
    rows: list[Cell] = []
    places: list[Where] = []
    seen = set()
    own = plan.header.currency or ""
    for activity, held in plan.held.items():
        for each in held.costs:
            place = plan.goal_of[activity], each.keys
            if place in seen or not isinstance(each.value, Cost):
                continue
            seen.add(place)
            amounts = [a for who, a in shares_of(each.value) if who == party and (a.currency or own) == currency]
            if amounts:
                planned = tell.say(_("planned: {amount}"), amount=_sum(tell, amounts, currency))
                rows.append((tell.link(activity), ", ", planned))
                places.append(search.facts.where("goal", place[0], *place[1]))
    for activity, spent in actuals(search.request).items():
        amounts = [
            cost.amount
            for cost, by in spent
            if cost.amount and _payer(cost, by) == party and (cost.amount.currency or own) == currency
        ]
        if amounts:
            spent_on = tell.say(_("paid: {amount}"), amount=_sum(tell, amounts, currency))
            rows.append((tell.link(activity), ", ", spent_on))
            places += paid(search, activity, party)
    return Ground(lines(rows) or (tell.missing,), "", once(places))


def all_borne(search: Search, currency: str) -> Ground:
    """The amounts that all bear together, bearer by bearer, with every line that they stand on."""
    tell = search.tell
    rows: list[Cell] = []
    places: list[Where] = []
    for each in by_party(search.request):
        if each.currency == currency:
            sums = [
                tell.say(sentence, amount=tell.amount(Amount(number, currency)))
                for sentence, number in ((_("planned: {amount}"), each.planned), (_("paid: {amount}"), each.actual))
                if number is not None
            ]
            rows.append((*name_of(tell, each), ", ", ", ".join(sums)))
            places += borne(search, each.party, currency).places
    return Ground(lines(rows) or (tell.missing,), "", once(places))


def _sum(tell: Teller, amounts: Iterable[Amount], currency: str) -> str:
    return tell.amount(Amount(sum((each.number for each in amounts), Decimal(0)), currency))
