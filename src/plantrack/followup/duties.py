"""The worklist of a plan on a day: everything that is late, due soon, unanswered or stale, and whose it is.

The way into the duties. Each kind is found in a file of its own; here they are put together, said once to
each, and put in order.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from plantrack.followup.due_doubts import doubts
from plantrack.followup.due_matters import matters
from plantrack.followup.due_measures import measures
from plantrack.followup.due_meetings import from_meetings
from plantrack.followup.due_rounds import asked_now, last_day, round_open, rounds_due, unanswered
from plantrack.followup.due_work import work
from plantrack.followup.duty import KINDS, MEASURE, ROUND, STALE, Duty, Reach
from plantrack.followup.standing import Standings
from plantrack.plan import Plan, by_number

NOBODY = ""
"""Stands for an organisation where the plan names nobody who could act."""


class Due(NamedTuple):
    """All that is due on a day, and what is needed to tell somebody so."""

    duties: tuple[Duty, ...]
    """The most late first, then by organisation."""
    ahead: int
    """How many days ahead counts as soon."""
    round: str
    """The round that is open; empty where none is."""
    answer_by: date | None
    """The last day for answers in it."""
    asked: Mapping[str, tuple[str, ...]]
    """Organisation -> what it is asked in that round."""
    secretariat: tuple[str, ...]
    """Who keeps the follow-up together."""


def due_on(plan: Plan, standings: Standings, ahead: int | None = None) -> Due:
    """All that is due on the day of the standings. ``ahead`` left out is the plan's own number of days."""
    reach = Reach(plan, standings, ahead)
    facts = round_open(reach)
    return Due(
        duties=_duties(reach),
        ahead=reach.ahead,
        round=facts.id if facts else "",
        answer_by=last_day(reach, facts) if facts else None,
        asked=asked_now(reach),
        secretariat=reach.secretariat,
    )


def acting_for(plan: Plan, standings: Standings, organisation: str) -> tuple[str, ...]:
    """Who acts where an organisation is named: itself, its successors or its members; nobody where none can."""
    return Reach(plan, standings).acting_for(organisation)


def _duties(reach: Reach) -> tuple[Duty, ...]:
    open_answers = list(unanswered(reach))
    found = [*work(reach), *measures(reach), *rounds_due(reach), *matters(reach)]
    found += [*from_meetings(reach), *doubts(reach)]
    return tuple(sorted([*open_answers, *_not_asked_twice(open_answers, found)], key=_order))


def of_kinds(found: Iterable[Duty], kinds: Collection[str]) -> tuple[Duty, ...]:
    """The duties of some kinds; all of them where no kind is named."""
    return tuple(each for each in found if not kinds or each.kind in kinds)


def by_organisation(found: Iterable[Duty]) -> Mapping[str, tuple[Duty, ...]]:
    """Organisation -> its duties; the one with the most late duty first. Those of nobody are under ``NOBODY``."""
    groups: dict[str, list[Duty]] = {}
    for each in found:
        for organisation in each.who or (NOBODY,):
            groups.setdefault(organisation, []).append(each)
    return {organisation: tuple(sorted(its, key=_own_order)) for organisation, its in groups.items()}


def by_thing(found: Iterable[Duty]) -> Mapping[tuple[str, str], tuple[Duty, ...]]:
    """What it is about -> its duties, in the order of the most pressing. Points of meetings and days of rounds stand alone."""
    groups: dict[tuple[str, str], list[Duty]] = {}
    for each in found:
        point = each.why.rule if each.kind == ROUND else str(each.why.values.get("point", ""))
        groups.setdefault((each.thing, point), []).append(each)
    return {key: tuple(its) for key, its in groups.items()}


def counts(found: Iterable[Duty]) -> Mapping[str, int]:
    """Kind -> how many, for the kinds that there are."""
    kinds = [each.kind for each in found]
    return {kind: kinds.count(kind) for kind in KINDS if kind in kinds}


def _not_asked_twice(open_answers: Iterable[Duty], found: Iterable[Duty]) -> Iterator[Duty]:
    """Who is already asked about a thing in the round is not asked once more to say or to measure something."""
    asked = {each.thing: frozenset(each.who) for each in open_answers}
    for each in found:
        already = asked.get(each.thing)
        if each.kind not in (STALE, MEASURE) or already is None:
            yield each
            continue
        others = tuple(organisation for organisation in each.who if organisation not in already)
        if others:
            yield each._replace(who=others)


def _order(duty: Duty) -> tuple[object, ...]:
    """The most late first; what has no day comes last. Then by organisation, kind and number."""
    return (*_lateness(duty), duty.who, *_own_order(duty))


def _own_order(duty: Duty) -> tuple[object, ...]:
    """The same among the duties of one organisation."""
    return (*_lateness(duty), KINDS.index(duty.kind), by_number(duty.thing), duty.why.rule)


def _lateness(duty: Duty) -> tuple[int, int]:
    return (1, 0) if duty.days is None else (0, duty.days)
