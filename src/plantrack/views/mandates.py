"""Mandates item by item: who was asked for what, when to report back, what answers it, and whether it is closed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from plantrack.facts.mandates import Task
from plantrack.followup.standing import Standings
from plantrack.mark import _
from plantrack.report.document import Block, Bullets, Callout, Cell, Facts, PlanText, Prose, Quiet, Section, State
from plantrack.report.event_words import moment
from plantrack.report.mandated import mandate_of
from plantrack.report.teller import Teller, lines
from plantrack.views.labels import LABELS
from plantrack.views.told_changes import Turns

LAST_EVENTS = 3
"""Events of an item that are told; the rest is counted."""


class Tasks:
    """Tells the items of mandates in one language."""

    def __init__(self, tell: Teller, standings: Standings | None = None) -> None:
        self.tell = tell
        self.standings = standings
        """How what answers them stands."""
        self.turns = Turns(tell)

    def sections(self, found: Sequence[Task]) -> tuple[Section, ...]:
        """All of them, under one sentence; and first those that nothing answers."""
        say = self.tell.say
        title = (say(_("Mandates")),)
        if not found:
            return (Section("mandates", title, (Prose((say(_("No mandate is recorded.")),)),)),)
        blocks: tuple[Block, ...] = (Prose((self._counted(found),)), *self._left(found))
        return (Section("mandates", title, blocks, tuple(map(self.section, found))),)

    def _counted(self, found: Sequence[Task]) -> str:
        say = self.tell.say
        text = self.tell.speech.count(_("{n} item"), _("{n} items"), len(found))
        text += "; " + say(_("declared completed: {n}"), n=sum(bool(each.closed) for each in found))
        text += "; " + say(_("late to report back: {n}"), n=sum(each.overdue for each in found))
        return f"{text}."

    def _left(self, found: Iterable[Task]) -> Iterator[Callout]:
        """What nobody works with."""
        left = [each for each in found if each.unanswered]
        if left:
            one, many = _("Nothing answers one item"), _("Nothing answers {n} items")
            items = tuple((f"{each.id} ", self.tell.said(each.item.text)) for each in left)
            yield Callout(self.tell.speech.count(one, many, len(left)), (Bullets(items),), "warning")

    def section(self, task: Task) -> Section:
        """One item."""
        title: Cell = (f"{task.id} ", self.tell.said(task.item.text))
        return Section(task.id, title, (Facts(tuple(self._facts(task))),))

    def _facts(self, task: Task) -> Iterator[tuple[Cell, Cell | PlanText]]:
        tell, say, item = self.tell, self.tell.say, task.item
        yield (say(_("Given by")),), mandate_of(tell, task.id)
        yield (say(_("Given to")),), tell.parties(item.to)
        if item.with_:
            yield (say(_("Together with")),), tell.parties(item.with_)
        if item.amount:
            yield (say(LABELS["amount"]),), (tell.amount(item.amount),)
        yield (say(LABELS["report_back"]),), self.back(task)
        for reading in task.conflicts:
            lines_: list[Cell] = [(tell.said(reading.source),)]
            if reading.read_as:
                lines_.append((say(LABELS["read_as"]), ": ", tell.said(reading.read_as)))
            yield (say(_("Sources disagree")),), lines(lines_)
        yield (say(_("Answered by")),), self.answers(task)
        if task.events:
            yield (say(_("Happened")),), self.events(task)
        formal: Cell = tell.decision(task.closed) if task.closed else (Quiet(say(_("not declared completed"))),)
        yield (say(_("Declared completed")),), formal

    def back(self, task: Task) -> Cell:
        """When to report back, each time that was moved, and whether the day has passed."""
        tell = self.tell
        cell: Cell = (tell.when(task.back) if task.back else tell.missing,)
        if task.overdue:
            cell = (*cell, " ", State(tell.say(_("overdue")), "▲", "bad"))
        return lines([cell, *self._moves(task)])

    def _moves(self, task: Task) -> Iterator[Cell]:
        for told, moved in self.turns.moves(task.moves):
            by = self.tell.decision(told.by) if told.kind == "decision" else self._event(told.by)
            yield (*moved, " (", *by, ")")

    def _event(self, identifier: str) -> Cell:
        """An event by its title and its time, as exact as it is known."""
        event = self.tell.plan.events[identifier]
        return (self.tell.said(event.title), ", ", *moment(self.tell, event))

    def answers(self, task: Task) -> Cell:
        """What of the plan answers it, each with how it stands, and the decisions that do."""
        cells = [self._thing(each) for each in task.things]
        cells += [self.tell.decision(each) for each in task.decisions]
        if not task.things and task.decisions:
            cells.append((Quiet(self.tell.say(_("no activity and no goal"))),))
        return lines(cells) or (State(self.tell.say(_("nothing: no activity, no goal, no decision")), "✗", "bad"),)

    def _thing(self, identifier: str) -> Cell:
        named = self.tell.thing(identifier)
        standing = self.standings.activities.get(identifier) if self.standings else None
        return (*named, "  ", self.tell.state("status", standing.status)) if standing else named

    def events(self, task: Task) -> Cell:
        """What has happened for it: how much, and the last of it."""
        count = self.tell.speech.count(_("{n} event"), _("{n} events"), len(task.events))
        shown = [self._event(each) for each in task.events[-LAST_EVENTS:]]
        if len(task.events) > LAST_EVENTS:
            return lines([(count + ", " + self.tell.say(_("the last:")),), *shown])
        return lines(shown)
