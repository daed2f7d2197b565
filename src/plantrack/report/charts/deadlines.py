"""How much is to be done by when, goal by goal or theme by theme: for plans with too many activities to draw each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from plantrack.followup.standing import ActivityStanding
from plantrack.mark import _
from plantrack.report.charts import axes, wording
from plantrack.report.charts.states import counted, in_order, period, spread
from plantrack.report.columns import linked_title
from plantrack.report.document import Cell, Chart, Column, Row, Table, plain
from plantrack.report.listed import listed
from plantrack.report.pictures import Deadlines, Due, DueLine, Label, Moment, Span
from plantrack.report.request import Request
from plantrack.report.teller import Teller


class Together(NamedTuple):
    """Several activities together: their name, and those of them that are counted."""

    id: str
    name: Cell
    standings: list[ActivityStanding]

    @property
    def completed(self) -> int:
        """How many are completed."""
        return sum(each.status == "completed" for each in self.standings)

    @property
    def late(self) -> int:
        """How many are late."""
        return sum(each.schedule == "late" for each in self.standings)


def by_goal(request: Request, tell: Teller, goals: Iterable[str], theme: Cell) -> Chart:
    """A row for each goal; the theme is said where there is a chart for each."""
    within = {goal: (goal,) for goal in goals}
    return by_level(request, tell, "goal", {goal: linked_title(tell, goal) for goal in within}, within, theme)


def by_level(
    request: Request,
    tell: Teller,
    level: str,
    names: Mapping[str, Cell],
    goals: Mapping[str, tuple[str, ...]],
    theme: Cell,
) -> Chart:
    """A row for each goal or theme; ``goals`` are those that each holds."""
    found = [Together(each, names[each], _within(request, inside)) for each, inside in goals.items()]
    sentence = _("How much is to be done by when in each {level}, and how it stood on {day}")
    caption: Cell = (tell.say(sentence, level=tell.level(level), day=request.standings.day),)
    caption = (*caption, ": ", *theme) if theme else caption
    picture = _picture(request, tell, found)
    every = [each for group in found for each in group.standings]
    described, table = spread(request, tell, every), _table(request, tell, caption, tell.column(level), picture, found)
    return Chart((*caption, *_traced(request, tell, every)), described, picture, table)


def _traced(request: Request, tell: Teller, standings: Iterable[ActivityStanding]) -> Cell:
    """The reference to some activities and their times."""
    ids = (each.id for each in standings)
    return listed(tell, _("activities, with their time"), ids, round_id=request.standings.round)


def _within(request: Request, goals: Iterable[str]) -> list[ActivityStanding]:
    """The activities of some goals that are counted."""
    standings = request.standings.activities
    every = (each for goal in goals for each in request.plan.goals[goal].activities if each in standings)
    return [standing for each in every if (standing := standings[each]).counted]


def _picture(request: Request, tell: Teller, found: list[Together]) -> Deadlines:
    first, last = period(request)
    spans = axes.spans(tell, first, last)
    lines = tuple(_line(tell, each, spans) for each in found)
    used = (share.state for line in lines for due in line.dues for share in due.shares)
    return Deadlines(
        first=first,
        last=last,
        spans=spans,
        judged=Moment(request.standings.day, tell.say(_("as of {day}"), day=request.standings.day)),
        lines=lines,
        most=max((due.whole for line in lines for due in line.dues), default=1),
        states=wording.known(used, in_order(tell)),
    )


def _line(tell: Teller, group: Together, spans: tuple[Span, ...]) -> DueLine:
    title = tell.title(group.id) if group.id else None
    label = Label(group.id, tell.said(title).text) if title else Label("", plain(group.name))
    whole = len(group.standings)
    sentence = _("{n} of {whole} completed, {late} late")
    note = tell.say(sentence, n=group.completed, whole=whole, late=group.late)
    dues = (_due(tell, span, group.standings) for span in spans)
    return DueLine(label, tuple(due for due in dues if due.whole), note)


def _due(tell: Teller, span: Span, standings: list[ActivityStanding]) -> Due:
    inside = [each for each in standings if each.end and span.first <= each.end <= span.last]
    return Due(span, counted(tell, inside), len(inside), tell.speech.number(len(inside)))


def _table(
    request: Request, tell: Teller, caption: Cell, level: str, picture: Deadlines, found: list[Together]
) -> Table:
    """How many are due when, and how many have no last day in that time."""
    rows = []
    for group, line in zip(found, picture.lines, strict=True):
        whole = len(group.standings)
        due = {each.span: each.whole for each in line.dues}
        numbers = [due.get(span, 0) for span in picture.spans]
        numbers += [whole - sum(numbers), whole, group.completed, group.late]
        traced = _traced(request, tell, group.standings)
        rows.append(Row((group.name, *((tell.speech.number(number), *traced) for number in numbers))))
    titles = [
        *(span.text for span in picture.spans),
        tell.say(_("Other last day, or none")),
        tell.say(_("Sum")),
        tell.say(_("Completed activities")),
        tell.say(_("Late activities")),
    ]
    columns = (Column(level, "wide"), *(Column(title, "narrow", numbers=True) for title in titles))
    return Table(wording.figures(tell, caption), columns, tuple(rows))
