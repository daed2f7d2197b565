"""Makes a comparison of two states of a plan, and gives it in a format."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from plantrack.change import Change
from plantrack.changes.compare import compare
from plantrack.changes.decided import Book, Undone, decided
from plantrack.checks import check_plan
from plantrack.commands.adoption import with_adopted
from plantrack.commands.evaluated import evaluated
from plantrack.commands.options import Session, day_asked, screen, tongue, way_to
from plantrack.commands.sides import Compared, Note, Sides, read, sides
from plantrack.facts import Facts
from plantrack.finding import Finding
from plantrack.followup.assessed import Turned, assessments, turned
from plantrack.followup.effect import Effect, effect
from plantrack.followup.standings import stand_on
from plantrack.formats.terminal import Look, render
from plantrack.locales import Speech
from plantrack.news import new_findings
from plantrack.plan import Plan
from plantrack.report.document import Section
from plantrack.report.teller import Teller
from plantrack.views.changed import Asked
from plantrack.views.compared import Outcome, compared, page_of
from plantrack.views.room import COMMENT, SCREEN, fitted, shortened_note

NOTHING_MOVED = Effect((), ())
LONGEST_COMMENT = 50_000
"""Bytes. GitHub takes 65,536 letters, and findings and approvals stand in the same comment."""


class Comparison(NamedTuple):
    """Two states of a plan with all that is different between them."""

    sides: Sides
    plans: Compared
    changes: tuple[Change, ...]
    undone: tuple[Undone, ...]
    undone_before: tuple[Undone, ...]
    outcome: Outcome
    day: date
    speech: Speech
    look: Look

    @property
    def lacking(self) -> bool:
        """Whether anything that was promised has changed without a decision."""
        return any(each.lacking for each in self.changes)

    def said(self, note: Note) -> str:
        """A sentence about the comparison itself."""
        sentence, values = note
        return self.speech.say(sentence, **values)

    def sections(self, *, tables: bool) -> tuple[Section, ...]:
        """Everything in words."""
        tell = Teller(self.plans.after.plan, self.speech, self.day)
        asked = Asked(
            self.plans.before.plan, self.plans.after.plan, tell, self.changes, self.undone, self.undone_before
        )
        partial = [self.said(note) for note in self.plans.partial]
        told = self.said(self.sides.told)
        return compared(asked, self.outcome, told, partial, tables=tables)

    def give(self, output: str, to: str) -> None:
        """Prints it, or writes it to a file."""
        text = self.text(output)
        if to:
            Path(to).write_text(text, encoding="utf-8", newline="\n")
        else:
            print(text, end="")

    def text(self, output: str) -> str:
        """The whole in one of the formats."""
        if output == "json":
            from plantrack.exports.changes import as_json

            return as_json(self.changes, self.undone, self.outcome, self.about())
        tell = Teller(self.plans.after.plan, self.speech, self.day)
        if output == "text":
            return render(fitted(self.sections(tables=False), SCREEN, tell), self.look)
        sections = self.sections(tables=True)
        if output == "md":
            return _as_comment(sections, tell)
        from plantrack.formats.html import render as as_page

        return as_page(page_of(tell, sections))

    def about(self) -> Mapping[str, object]:
        """What was compared, for other tools."""
        say = self.speech.say
        return {
            "plan": self.plans.after.plan.header.id,
            "language": self.speech.language,
            "day": self.day.isoformat(),
            "before": {"name": say("{label}", label=self.sides.before.label), "revision": self.sides.before.revision},
            "after": {"name": say("{label}", label=self.sides.after.label), "revision": self.sides.after.revision},
            "partial": [self.said(note) for note in self.plans.partial],
        }


def _as_comment(sections: tuple[Section, ...], tell: Teller) -> str:
    """Markdown that GitHub takes as a comment, whatever changed: what is promised keeps its room the longest."""
    from plantrack.formats import markdown_sections

    text = markdown_sections.render(sections)
    for room in COMMENT:
        if len(text.encode()) <= LONGEST_COMMENT:
            break
        head, *rest = fitted(sections, room, tell)
        text = markdown_sections.render((head._replace(blocks=(*head.blocks, shortened_note(tell))), *rest))
    return text


def compare_sides(
    before: str, after: str, plan: str, on: str, lang: str, no_color: bool, evaluation: str = ""
) -> Comparison:
    """Everything that is different between two sides. Raises ``CannotRun`` where one cannot be read."""
    day = day_asked(on)
    these = with_adopted(sides, before, after, plan, day)
    plans = read(these, day)
    speech = tongue(lang, plans.after.plan.language)
    seen = screen(no_color)
    if evaluation:
        here = Session(these.after.folder, way_to(these.after.folder), these.after.tree, plans.after, speech, *seen)
        plans = plans._replace(after=evaluated(here, evaluation).facts)
    old, new = plans.before.plan, plans.after.plan
    changes = decided(old, new, compare(old, new))
    moved, assessed = _standing(old, new, day) if changes else (NOTHING_MOVED, ())
    undone, undone_before = (tuple(Book(plan).not_carried_out()) for plan in (new, old))
    outcome = Outcome(moved, assessed, *_findings(plans, changes))
    return Comparison(these, plans, changes, undone, undone_before, outcome, day, speech, Look(*seen))


def _standing(before: Plan, after: Plan, day: date) -> tuple[Effect, tuple[Turned, ...]]:
    """What it does to how the plan stands, and what evaluators say; nothing where there is nothing to judge by."""
    if not (before.header.period and after.header.period):
        return NOTHING_MOVED, ()
    was, now = stand_on(before, day), stand_on(after, day)
    redefined = effect(stand_on(before.answered_as(after), day), now).moved
    assessed = tuple(
        each
        for each in turned(assessments(before, was), assessments(after, now))
        if each.after or (each.before and each.before.given.submission not in after.submissions)
    )
    return effect(was, now)._replace(redefined=redefined), assessed


def _findings(plans: Compared, changes: tuple[Change, ...]) -> tuple[Sequence[Finding], Sequence[Finding]]:
    """Findings that are new, and those that are gone."""
    if not changes and _same_faults(plans.before, plans.after):
        return (), ()
    before, after = check_plan(plans.before).findings, check_plan(plans.after).findings
    return new_findings(before, after), new_findings(after, before)


def _same_faults(before: Facts, after: Facts) -> bool:
    return not before.faults and not after.faults
