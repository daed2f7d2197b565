"""How many activities stand in each state, theme by theme and round by round, and for the whole plan."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Literal, NamedTuple

from plantrack.followup.standing import SCHEDULES, STATUSES, Counts, Standings
from plantrack.mark import _
from plantrack.report.charts import wording
from plantrack.report.columns import linked_title, shown, state_columns
from plantrack.report.document import Cell, Chart, Column, Row, Share, State, Table
from plantrack.report.pictures import Bar, BarGroup, Bars, Label
from plantrack.report.request import Request
from plantrack.report.teller import Teller

Axis = Literal["status", "schedule"]
MOST_BARS = 32
"""As many as fit on a page. Of more only the newest rounds are drawn, at least this one; the table has all."""
ORDER: Mapping[Axis, tuple[str, ...]] = {"status": STATUSES, "schedule": SCHEDULES}


class Counted(NamedTuple):
    """One row of figures: what it is about, in which round, and the counts."""

    about: Cell
    round: str
    counts: Counts
    total: bool = False


def by_theme(request: Request, tell: Teller, axis: Axis = "status") -> Chart | None:
    """A bar for each theme and round."""
    rounds = rounds_told(request)
    themes = [theme for theme in request.standings.by_theme if any(_whole(_of(s, theme), axis) for s in rounds)]
    if request.silent or not _whole(request.standings.total, axis) or not themes:
        return None
    drawn = themes[:MOST_BARS]
    newest = rounds[-max(MOST_BARS // len(drawn), 1) :]
    groups = [
        BarGroup(wording.label(tell, theme), _bars(request, tell, axis, {s.round: _of(s, theme) for s in newest}))
        for theme in drawn
    ]
    rows = [Counted(linked_title(tell, theme), s.round, _of(s, theme)) for theme in themes for s in rounds]
    rows += [Counted((tell.say(_("The whole plan")),), s.round, s.total, total=True) for s in rounds]
    caption = CAPTIONS[axis][len(newest) > 1]
    return _chart(request, tell, axis, (tell.say(caption, theme=tell.level("theme")),), tuple(groups), rows)


def by_round(request: Request, tell: Teller, axis: Axis = "status") -> Chart | None:
    """A bar for each round, of the whole plan; nothing where there is only one round."""
    rounds = rounds_told(request)
    if request.silent or len(rounds) < 2 or not _whole(request.standings.total, axis):
        return None
    bars = _bars(request, tell, axis, {each.round: each.total for each in rounds})
    name = tell.say(_("The whole part") if request.part else _("The whole plan"))
    rows = [Counted((name,), each.round, each.total) for each in rounds]
    return _chart(request, tell, axis, (tell.say(PLAN_CAPTIONS[axis]),), (BarGroup(Label("", ""), bars),), rows)


CAPTIONS: Mapping[Axis, tuple[str, str]] = {
    "status": (
        _("How far the activities of each {theme} have come"),
        _("How far the activities of each {theme} have come, round by round"),
    ),
    "schedule": (
        _("Whether the open activities of each {theme} keep their time"),
        _("Whether the open activities of each {theme} keep their time, round by round"),
    ),
}
"""Axis -> the caption of one round, and that of several."""
PLAN_CAPTIONS: Mapping[Axis, str] = {
    "status": _("How far the activities have come, round by round"),
    "schedule": _("Whether the open activities keep their time, round by round"),
}


def rounds_told(request: Request) -> tuple[Standings, ...]:
    """The rounds of which it is known how the activities stood, the oldest first and this one last."""
    return (*(each for each in reversed(request.earlier) if each.activities), request.standings)


def _of(standings: Standings, theme: str) -> Counts:
    return standings.by_theme.get(theme) or NOBODY


NOBODY = Counts(0, 0, {}, {}, {}, 0)


def _numbers(counts: Counts, axis: Axis) -> Mapping[str, int]:
    return counts.statuses if axis == "status" else counts.schedules


def _whole(counts: Counts, axis: Axis) -> int:
    """What is counted: all that is in the denominator, or of that what has a schedule."""
    return sum(_numbers(counts, axis).get(key, 0) for key in ORDER[axis])


def _bars(request: Request, tell: Teller, axis: Axis, found: Mapping[str, Counts]) -> tuple[Bar, ...]:
    return tuple(_bar(tell, axis, name, counts, name == request.standings.round) for name, counts in found.items())


def _bar(tell: Teller, axis: Axis, name: str, counts: Counts, now: bool) -> Bar:
    whole = _whole(counts, axis)
    text = tell.say(_("of {n}"), n=whole) if whole else tell.say(_("none counted"))
    return Bar(name, shares(tell, axis, counts), whole, text, now)


def shares(tell: Teller, axis: Axis, counts: Counts) -> tuple[Share, ...]:
    """The states that anything stands in, with how many."""
    numbers = _numbers(counts, axis)
    return tuple(
        Share(numbers[key], tell.speech.number(numbers[key]), tell.state(axis, key))
        for key in ORDER[axis]
        if numbers.get(key)
    )


def states_of(tell: Teller, axis: Axis, groups: tuple[BarGroup, ...]) -> tuple[State, ...]:
    """The key to the states of some bars."""
    found = (share.state for group in groups for bar in group.bars for share in bar.shares)
    return wording.known(found, (tell.state(axis, key) for key in ORDER[axis]))


def _chart(
    request: Request, tell: Teller, axis: Axis, caption: Cell, groups: tuple[BarGroup, ...], rows: list[Counted]
) -> Chart:
    longest = max(bar.whole for group in groups for bar in group.bars)
    picture = Bars(groups, longest, states_of(tell, axis, groups))
    traced: Cell = tuple(
        piece for each in reversed(rounds_told(request)[-2:]) for piece in tell.source(each.total, axis)
    )
    described = _told(request, tell, axis, groups)
    return Chart((*caption, *traced), described, picture, _table(tell, axis, caption, rows))


def _table(tell: Teller, axis: Axis, caption: Cell, rows: list[Counted]) -> Table:
    """The figures, with the sum of each row and what was left out of it."""
    keys = shown([each.counts for each in rows], axis, ORDER[axis])
    columns = (
        Column(tell.column("theme"), "wide"),
        Column(tell.say(_("Round")), "narrow"),
        *state_columns(tell, axis, keys),
        Column(tell.say(_("Sum")), "narrow", numbers=True),
        *((Column(tell.say(_("Left out")), "narrow", numbers=True),) if axis == "status" else ()),
    )
    return Table(wording.figures(tell, caption), columns, tuple(_row(tell, axis, keys, each) for each in rows))


def _row(tell: Teller, axis: Axis, keys: tuple[str, ...], counted: Counted) -> Row:
    numbers = _numbers(counted.counts, axis)
    cells: list[Cell] = [counted.about, (counted.round,)]
    found = [*(numbers.get(key, 0) for key in keys), _whole(counted.counts, axis)]
    found += [sum(counted.counts.left_out.values())] if axis == "status" else []
    cells += [(tell.speech.number(each), *tell.source(counted.counts, axis)) for each in found]
    return Row(tuple(cells), total=counted.total)


def _told(request: Request, tell: Teller, axis: Axis, groups: tuple[BarGroup, ...]) -> str:
    """How the whole stands, now and a round ago; then which theme has come furthest, and which least far."""
    now = request.standings.total
    best = "completed" if axis == "status" else "on_schedule"
    whole, number = _whole(now, axis), _numbers(now, axis).get(best, 0)
    sentence = (
        _("In {round}, {n} of {whole} activities is completed."),
        _("In {round}, {n} of {whole} activities are completed."),
    )
    if axis == "schedule":
        sentence = (
            _("In {round}, {n} of {whole} open activities is on schedule."),
            _("In {round}, {n} of {whole} open activities are on schedule."),
        )
    said = [tell.speech.count(*sentence, number, round=request.standings.round, whole=whole)]
    before = rounds_told(request)[-2] if len(rounds_told(request)) > 1 else None
    if before:
        n, of = _numbers(before.total, axis).get(best, 0), _whole(before.total, axis)
        said.append(tell.say(_("In {round} they were {n} of {whole}."), round=before.round, n=n, whole=of))
    ends = _ends(groups, tell.state(axis, best))
    if ends:
        most, least = (f"{each.name} ({tell.number_of(each.number, each.whole)})" for each in ends)
        said.append(tell.say(_("The share is greatest in {most} and least in {least}."), most=most, least=least))
    return " ".join(said)


class End(NamedTuple):
    """A group with how many of its whole stand in the best state."""

    name: str
    number: int
    whole: int

    @property
    def share(self) -> Fraction:
        """The part of the whole."""
        return Fraction(self.number, self.whole)


def _ends(groups: tuple[BarGroup, ...], state: State) -> tuple[End, ...]:
    """The group with the greatest share of a state, and the one with the least; none where they are equal."""
    found = []
    for group in groups:
        now = group.bars[-1]
        if now.whole:
            number = sum(share.number for share in now.shares if share.state == state)
            found.append(End(wording.isolated(" ".join(part for part in group.label if part)), number, now.whole))
    if len(found) < 2:
        return ()
    most, least = max(found, key=lambda each: each.share), min(found, key=lambda each: each.share)
    return (most, least) if most.share > least.share else ()
