"""What stands otherwise than a round ago, as lines: for the whole plan, and for one goal."""

from __future__ import annotations

from collections.abc import Collection

from plantrack.followup.standing import Standings
from plantrack.mark import _
from plantrack.plan import by_number
from plantrack.report.document import Cell
from plantrack.report.listed import listed
from plantrack.report.request import Request
from plantrack.report.since import since
from plantrack.report.teller import Teller

REACHED = {"not_achieved": 0, "partly": 1, "achieved": 2}
"""How far something is reached, where that can be compared."""
FALLEN = ("behind", "worsened", "not_achieved")

Line = tuple[str, tuple[str, ...]]


def moved(request: Request, tell: Teller, only: Collection[str] | None = None, most: int | None = None) -> list[Cell]:
    """One line for each way in which anything has moved; ``only`` some activities, goals and indicators.

    At ``most`` so many are named on a line, where there are more; the rest is counted.
    """
    last = request.last
    if last is None or request.silent:
        return []
    now = request.standings if only is None else _part(request.standings, only)
    lines = (*_activities(now, last), *_goals(now, last), *_indicators(now, last))
    return [
        (tell.say(sentence, round=last.round), " ", *_named(tell, found, most)) for sentence, found in lines if found
    ]


def _named(tell: Teller, found: tuple[str, ...], most: int | None) -> Cell:
    """Things by their numbers; where they are too many, the first of them and how many more."""
    if most is None or len(found) <= most + 1:
        return tell.links(found)
    rest = found[most:]
    traced = listed(tell, _("things that have moved"), rest)
    return (*tell.links(found[:most]), " ", tell.say(_("and {n} more"), n=len(rest)), *traced)


def _part(whole: Standings, only: Collection[str]) -> Standings:
    """How some things stand. A goal asks for its own, and a plan may have hundreds of goals."""
    wanted = sorted(only, key=by_number)
    return whole._replace(
        activities={i: whole.activities[i] for i in wanted if i in whole.activities},
        goals={i: whole.goals[i] for i in wanted if i in whole.goals},
        indicators={i: whole.indicators[i] for i in wanted if i in whole.indicators},
    )


def _activities(now: Standings, last: Standings) -> tuple[Line, ...]:
    found = since(now, last)
    return (
        (_("New in the plan since {round}:"), found.new),
        (_("Completed since {round}:"), found.completed),
        (_("Started since {round}:"), found.started),
        (_("Late now, but not in {round}:"), found.late),
        (_("Cancelled or withdrawn since {round}:"), found.ended),
        (_("Of another status than in {round}:"), tuple(i for i in found.otherwise if i not in found.late)),
        (_("Reported in {round}, but not now:"), found.silent),
    )


def _goals(standings: Standings, last: Standings) -> tuple[Line, ...]:
    """Goals that are judged better, or worse, than a round ago."""
    further, back = [], []
    for identifier, now in standings.goals.items():
        then = last.goals.get(identifier)
        if then and now.fulfilment in REACHED and then.fulfilment in REACHED:
            step = REACHED[now.fulfilment] - REACHED[then.fulfilment]
            further += [identifier] if step > 0 else []
            back += [identifier] if step < 0 else []
    return (_("Judged to be reached further than in {round}:"), tuple(further)), (
        _("Judged to be reached less far than in {round}:"),
        tuple(back),
    )


def _indicators(standings: Standings, last: Standings) -> tuple[Line, ...]:
    """Indicators that have reached their target, lost it, or fallen behind."""
    reached, fallen = [], []
    for identifier, now in standings.indicators.items():
        then = last.indicators.get(identifier)
        if then is None or now.outcome == then.outcome:
            continue
        reached += [identifier] if now.outcome == "achieved" else []
        fallen += [identifier] if now.outcome in FALLEN and then.outcome not in FALLEN else []
    return (_("Indicators at their target, but not in {round}:"), tuple(reached)), (
        _("Indicators behind now, but not in {round}:"),
        tuple(fallen),
    )
