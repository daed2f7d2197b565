"""Commitments and what answers them, both ways; those that hold for the whole plan, theme by theme; and principles."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts.coverage import Coverage
from plantrack.followup.standing import Standings
from plantrack.mark import _
from plantrack.model.agreement import Agreement
from plantrack.model.words import RHYTHMS
from plantrack.report.document import (
    Block,
    Bullets,
    Callout,
    Cell,
    Column,
    Facts,
    Prose,
    Quiet,
    Row,
    Section,
    State,
    Table,
)
from plantrack.report.sections.commitments import across_themes, of_principles, per_goal, states
from plantrack.report.teller import Teller, joined, lines


class Commitments:
    """Tells in one language what answers the commitments, and how that stands."""

    def __init__(self, tell: Teller, coverage: Coverage, standings: Standings) -> None:
        self.tell = tell
        self.coverage = coverage
        self.standings = standings
        self.plan = tell.plan

    def sections(self) -> tuple[Section, ...]:
        """All of it; one sentence where the agreement has no commitments."""
        say = self.tell.say
        if not self.plan.commitments:
            title = (say(_("Commitments")),)
            return (Section("commitments", title, (Prose((say(_("No agreement with commitments is recorded.")),)),)),)
        found = [Section(i, (self.tell.said(each.title),), self._agreement(each)) for i, each in self._agreements()]
        found.append(self._answered())
        for anchor, head, block in (
            ("by-goal", _("Which commitments each goal answers"), per_goal(self.tell, self.coverage)),
            ("across", _("Commitments that hold for the whole plan"), across_themes(self.tell, self.coverage)),
            ("principles", _("Principles, with their commitments"), of_principles(self.tell, self.coverage)),
        ):
            if block:
                found.append(Section(anchor, (say(head),), (block._replace(caption=()),)))
        return tuple(found)

    def one(self, identifier: str) -> tuple[Section, ...]:
        """One commitment whole: its words, what answers it, and how each of that stands."""
        tell, found = self.tell, self.coverage.answers[identifier]
        commitment = self.coverage.commitment(identifier)
        items: list[tuple[Cell, Cell]] = [((tell.say(_("Promised by")),), tell.parties(commitment.party))]
        if commitment.principle:
            items.append(((tell.say(_("Principle")),), lines(self._principle(each) for each in commitment.principle)))
        if commitment.cross_cutting:
            items.append(((tell.say(_("Holds for")),), (tell.say(_("the whole plan")),)))
        for level, ids in (
            (_("Themes"), found.themes),
            (_("Goals"), found.goals),
            (_("Activities"), found.activities),
        ):
            if ids:
                items.append(((tell.say(level),), lines(tell.thing(each) for each in ids)))
        if not found.things:
            items.append(((tell.say(_("Answered by")),), self._nothing(identifier)))
        if found.decisions:
            items.append(((tell.say(_("Decisions")),), lines(tell.decision(each) for each in found.decisions)))
        title: Cell = (f"{identifier} ", tell.said(commitment.text))
        sections = [Section(identifier, title, (Facts(tuple(items)),))]
        activities = self.coverage.activities(identifier)
        if activities:
            stand = tuple((*tell.thing(each), "  ", self._state(each)) for each in activities if self._stands(each))
            caption = Prose((self._of_day(),))
            sections.append(Section("stand", (tell.say(_("How it stands")),), (caption, Bullets(stand))))
        return tuple(sections)

    def _stands(self, activity: str) -> bool:
        return activity in self.standings.activities

    def _state(self, activity: str) -> State:
        return self.tell.state("status", self.standings.activities[activity].status)

    def _principle(self, identifier: str) -> Cell:
        for each in self.plan.agreements.values():
            if identifier in each.principles:
                return (f"{identifier} ", self.tell.said(each.principles[identifier].title))
        return (identifier,)

    def _agreements(self) -> Iterator[tuple[str, Agreement]]:
        return ((i, each) for i, each in self.plan.agreements.items() if each.commitments)

    def _agreement(self, agreement: Agreement) -> tuple[Block, ...]:
        """How the agreement itself is followed up, and what nothing in the plan answers."""
        tell, say, count = self.tell, self.tell.say, self.tell.speech.count
        items: list[tuple[Cell, Cell]] = []
        if agreement.parties:
            items.append(((say(_("Parties")),), tell.parties(agreement.parties)))
        if agreement.valid:
            items.append(((say(_("Holds")),), (tell.when(agreement.valid),)))
        if agreement.every:
            items.append(((say(_("Followed up")),), (tell.word(RHYTHMS, agreement.every),)))
        if agreement.evaluated:
            items.append(((say(_("To be evaluated")),), (tell.point(agreement.evaluated),)))
        answered = sum(bool(self.coverage.answers[i].things) for i in agreement.commitments)
        items.append(
            (
                (say(_("Commitments")),),
                (say(_("{n} of {whole} answered in the plan"), n=answered, whole=len(agreement.commitments)),),
            )
        )
        blocks: list[Block] = [Facts(tuple(items))]
        left = [i for i in self.coverage.unanswered if i in agreement.commitments]
        if left:
            title = count(_("Nothing answers one commitment"), _("Nothing answers {n} commitments"), len(left))
            words = tuple((f"{i} ", tell.said(agreement.commitments[i].text)) for i in left)
            blocks.append(Callout(title, (Bullets(words),), "warning"))
        silent = self.coverage.silent
        if silent:
            title = count(_("One goal names no commitment"), _("{n} goals name no commitment"), len(silent))
            blocks.append(Callout(title, (Bullets(tuple(tell.thing(each) for each in silent)),), "warning"))
        return tuple(blocks)

    def _answered(self) -> Section:
        """Every commitment with what answers it, and how that stands."""
        tell = self.tell
        columns = (
            Column(tell.say(_("Commitment")), "wide"),
            Column(tell.say(_("Answered by")), "middle"),
            Column(tell.say(_("Decisions")), "middle"),
            Column(tell.say(_("How it stands")), "middle"),
        )
        rows = tuple(self._row(each) for each in self.plan.commitments)
        title = (tell.say(_("What answers each commitment")),)
        return Section("answered", title, (Prose((self._of_day(),)), Table((), columns, rows)))

    def _of_day(self) -> str:
        return self.tell.say(_("As of {day}, round {round}."), day=self.standings.day, round=self.standings.round)

    def _row(self, identifier: str) -> Row:
        tell, found = self.tell, self.coverage.answers[identifier]
        words: Cell = (f"{identifier} ", tell.said(self.coverage.commitment(identifier).text))
        if identifier in self.coverage.across:
            words = (*words, " ", Quiet(f"({tell.say(_('the whole plan'))})"))
        decided = joined([tell.decision(each) for each in found.decisions], "; ")
        return Row(
            (
                words,
                tell.links(found.things) or self._nothing(identifier),
                decided or (Quiet("\N{EN DASH}"),),
                states(tell, self.standings, self.coverage.activities(identifier)),
            )
        )

    def _nothing(self, identifier: str) -> Cell:
        if identifier in self.coverage.across:
            return (Quiet(self.tell.say(_("holds for the whole plan; nothing refers to it"))),)
        return (Quiet(self.tell.say(_("nothing"))),)
