"""The whole plan on one screen: counts by theme, now and a round ago; what is late, what moved, and what is in doubt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plantrack.followup.assessed import assessments
from plantrack.followup.standing import SCHEDULES, STATUSES, Counts, Standings
from plantrack.locales import Speech
from plantrack.mark import _
from plantrack.plan import Plan
from plantrack.report.document import BREAK, Cell, Column, Facts, Row, Section, Table
from plantrack.report.doubt import marked
from plantrack.report.since import since
from plantrack.report.teller import Teller, joined

MOST_NAMED, MOST_MOVED = 4, 2
"""Ids in a row; of more, the rest is a number. So the whole fits a screen of 24 lines."""


def overview(plan: Plan, standings: Standings, before: Standings | None, speech: Speech) -> tuple[Section, ...]:
    """The whole plan, and beside it how it stood a round ago where there was one."""
    tell = Teller(plan, speech, standings.day)
    title: Cell = (tell.said(plan.header.short_title or plan.header.title or ""),)
    table, symbols = _counts_table(tell, standings, before)
    several = len(plan.themes) > 1
    if not several:
        symbols = joined(_totals(tell, "status", STATUSES, standings.total.statuses))
    items: list[tuple[Cell, Cell]] = [((tell.say(_("Status")),), symbols), *about(tell, standings)]
    items.append(((tell.say(_("Reported")),), (_reported(tell, standings.total),)))
    assessed = list(_assessed(tell, standings))
    items.append(((tell.say(_("Schedule")),), _schedule(tell, standings, room=not assessed)))
    if before:
        items.append(((tell.say(_("Since {round}"), round=before.round),), _moved(tell, standings, before)))
    items += _freshness(tell, standings)
    if standings.suspect:
        mark = marked(tell, (), True)[1:]
        items.append(((tell.say(_("To be confirmed")),), (*mark, ": ", _named(tell, standings.suspect))))
    items += assessed
    return (Section("status", title, (*([table] if several else []), Facts(tuple(items)))),)


def about(tell: Teller, standings: Standings) -> Iterator[tuple[Cell, Cell]]:
    """Which day and round the picture is of, and what came after."""
    yield (
        (tell.say(_("As of")),),
        (standings.day.isoformat(), f" ({tell.say(_('round'))} {standings.round})"),
    )
    if standings.after_day:
        later = tell.speech.count(
            _("{n} submission came later and is not counted here. The report of its round counts it."),
            _("{n} submissions came later and are not counted here. The report of their round counts them."),
            standings.after_day,
        )
        yield (tell.say(_("Later")),), (later,)


def _counts_table(tell: Teller, standings: Standings, before: Standings | None) -> tuple[Table, Cell]:
    """Themes by state, for the states that occur, with sums now and a round ago; and what the symbols mean."""
    shown = [standings.total, *([before.total] if before else [])]
    keys = [status for status in STATUSES if any(each.statuses.get(status) for each in shown)]
    seen = [tell.state("status", status) for status in keys]
    columns = [Column(tell.column("theme"), "wide")]
    columns += [Column(state.symbol, "narrow", numbers=True) for state in seen]
    columns.append(Column(tell.say(_("Total")), "narrow", numbers=True))
    rows = []
    for theme, counts in standings.by_theme.items():
        record = tell.plan.themes.get(theme)
        name: Cell = (f"{theme} ", tell.said(record.title)) if record and record.title else (theme,)
        rows.append(Row((name, *_numbers(counts, keys))))
    rows.append(Row(((tell.say(_("The whole plan")),), *_numbers(standings.total, keys)), total=True))
    if before:
        then = tell.say(_("The whole plan, {round}"), round=before.round)
        rows.append(Row(((then,), *_numbers(before.total, keys))))
    return Table((), tuple(columns), tuple(rows)), joined([(state,) for state in seen], "   ")


def _numbers(counts: Counts, seen: list[str]) -> tuple[Cell, ...]:
    return (*((str(counts.statuses.get(status, 0)),) for status in seen), (str(counts.counted),))


def _totals(tell: Teller, axis: str, order: Iterable[str], counts: object) -> list[Cell]:
    """Each state that occurs, with how many stand in it."""
    found = dict(counts)  # type: ignore[call-overload]
    return [(tell.state(axis, each), f" ({found[each]})") for each in order if found.get(each)]


def _reported(tell: Teller, counts: Counts) -> str:
    text = tell.say(_("{reported} of {counted} activities"), reported=counts.reported, counted=counts.counted)
    left = sum(counts.left_out.values())
    if left:
        one, many = _("{n} left out, ended by a decision"), _("{n} left out, ended by decisions")
        text += "; " + tell.speech.count(one, many, left)
    return text


def _schedule(tell: Teller, standings: Standings, *, room: bool) -> Cell:
    """What is late, what deviates, and how many stand otherwise; the only late one by its title where there is room."""
    found: dict[str, list[str]] = {}
    for identifier, standing in standings.activities.items():
        found.setdefault(standing.schedule, []).append(identifier)
    late, deviating = found.get("late", []), found.get("deviation", [])
    lines: list[Cell] = []
    if late:
        named = tell.thing(late[0]) if len(late) == 1 and room else (_named(tell, late),)
        lines.append((tell.state("schedule", "late"), f" ({len(late)}): ", *named))
    if deviating:
        lines.append((tell.state("schedule", "deviation"), f" ({len(deviating)}): ", _named(tell, deviating)))
    others = [each for each in SCHEDULES if each not in ("late", "deviation")]
    rest = joined(_totals(tell, "schedule", others, standings.total.schedules))
    return joined([*lines, *([rest] if rest else [])], BREAK) or (tell.missing,)


def _moved(tell: Teller, standings: Standings, before: Standings) -> Cell:
    """The activities that stand otherwise than a round ago."""
    moved = since(standings, before)
    ways = (
        (_("new in the plan: {ids}"), moved.new),
        (_("completed: {ids}"), moved.completed),
        (_("started: {ids}"), moved.started),
        (_("late: {ids}"), moved.late),
        (_("ended: {ids}"), moved.ended),
        (_("not reported any more: {ids}"), moved.silent),
        (_("otherwise: {ids}"), moved.otherwise),
    )
    cells: list[Cell] = [(tell.say(sentence, ids=_named(tell, ids, MOST_MOVED)),) for sentence, ids in ways if ids]
    return joined(cells, "; ") or (tell.say(_("nothing stands otherwise")),)


def _assessed(tell: Teller, standings: Standings) -> Iterator[tuple[Cell, Cell]]:
    """How much outside evaluators have judged, and of what they say otherwise. Nothing where none has said anything."""
    found = assessments(tell.plan, standings)
    if not found.rows:
        return
    judged = tell.speech.count(_("{n} thing judged"), _("{n} things judged"), len(found.judged))
    against = tell.say(_("none otherwise"))
    if found.otherwise:
        against = tell.say(_("{n} otherwise: {ids}"), n=len(found.otherwise), ids=_named(tell, found.otherwise))
    yield (tell.say(_("Evaluator")),), (f"{judged}, {against}",)


def _freshness(tell: Teller, standings: Standings) -> Iterator[tuple[Cell, Cell]]:
    """When something was last said, and of what that is longer ago than the plan's rhythm."""
    days = [each.last_day for each in standings.activities.values() if each.last_day]
    if not days:
        return
    age = (standings.day - max(days)).days
    cells: list[Cell] = [(max(days).isoformat(), f" ({ago(tell, age)})" if age > 0 else "")]
    stale = [each.id for each in standings.activities.values() if each.stale]
    if stale:
        cells.append((tell.say(_("out of date: {ids}"), ids=_named(tell, stale)),))
    yield (tell.say(_("Last answer")),), joined(cells, "; ")


def ago(tell: Teller, days: int) -> str:
    """How long ago something was."""
    return tell.speech.count(_("{n} day ago"), _("{n} days ago"), days)


def _named(tell: Teller, ids: Iterable[str], most: int = MOST_NAMED) -> str:
    """Ids in a row; of many, the first and how many more."""
    every = list(ids)
    shown = every if len(every) <= most + 1 else every[:most]
    more = len(every) - len(shown)
    return ", ".join(shown) + (" " + tell.say(_("and {n} more"), n=more) if more else "")
