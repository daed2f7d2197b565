"""The register of decisions, newest first, a row each; and what the filters left out."""

from __future__ import annotations

from plantrack.facts.register import Register, touched
from plantrack.locales import NO_BREAK
from plantrack.mark import _
from plantrack.model.decision import Decision
from plantrack.model.words import DECISION_KINDS
from plantrack.plan import Plan
from plantrack.report.document import Block, Cell, Column, Prose, Quiet, Row, Section, Table, plain
from plantrack.report.teller import Teller, capital, joined, lines, lines_of

NONE: Cell = (Quiet("\N{EN DASH}"),)


def of_register(tell: Teller, found: Register) -> Section:
    """The decisions that were asked for."""
    title = (tell.say(_("Decisions")),)
    blocks: list[Block] = [Prose((_counted(tell, found),))]
    if found.decisions:
        blocks.append(_table(tell, found))
    return Section("decisions", title, tuple(blocks))


def _counted(tell: Teller, found: Register) -> str:
    count = tell.speech.count
    if not found.known:
        text = tell.say(_("No decision is recorded."))
    elif len(found.decisions) == found.known:
        text = count(_("{n} decision, newest first."), _("{n} decisions, newest first."), found.known)
    else:
        sentence = _("{n} of {whole} decisions, newest first.")
        text = tell.say(sentence, n=len(found.decisions), whole=found.known)
    if found.later:
        one, many = _("{n} taken after {day} is not shown."), _("{n} taken after {day} are not shown.")
        text += " " + count(one, many, found.later, day=tell.date)
    return text


def _table(tell: Teller, found: Register) -> Table:
    columns = (
        Column(tell.say(_("Date")), "narrow"),
        Column(tell.say(_("Id")), "narrow"),
        Column(tell.say(_("Body")), "middle"),
        Column(tell.say(_("Kind")), "middle"),
        Column(tell.say(_("Decision")), "wide"),
        Column(tell.say(_("What it did")), "wide"),
        Column(tell.say(_("About")), "middle"),
        Column(tell.say(_("Section and register no.")), "middle"),
    )
    return Table((), columns, tuple(_row(tell, each) for each in found.decisions), head=4)


def _row(tell: Teller, identifier: str) -> Row:
    each = tell.plan.decisions[identifier]
    then = on_its_day(tell, each)
    return Row(
        (
            (tell.point(each.date),),
            (identifier,),
            then.party(each.body, short=True) if each.body else (tell.missing,),
            (tell.word(DECISION_KINDS, each.kind),),
            (tell.said(each.title),),
            what(tell, identifier) or NONE,
            about(then, identifier),
            formal(each) or NONE,
        )
    )


def on_its_day(tell: Teller, decision: Decision) -> Teller:
    """Who tells of a decision by the names that organisations had when it was taken."""
    if not decision.date:
        return tell
    return Teller(tell.plan, tell.speech, tell.plan.calendar.first(decision.date))


def formal(decision: Decision) -> Cell:
    """The section of the minutes and the number in the register, as they are written there."""
    return joined([(text.replace(" ", NO_BREAK),) for text in (decision.section, decision.reference) if text])


def what(tell: Teller, identifier: str) -> Cell:
    """What was decided: the first line of its text, and what it did to the plan as a whole."""
    each = tell.plan.decisions[identifier]
    said = lines_of(tell.text(each.text).source) if each.text else []
    first: Cell = (f"{said[0]} \N{HORIZONTAL ELLIPSIS}" if len(said) > 1 else said[0],) if said else ()
    marks = joined([(mark,) for mark in standing(tell, identifier)], "; ")
    return lines(cell for cell in (first, (capital(plain(marks)),) if marks else ()) if cell)


def standing(tell: Teller, identifier: str) -> list[str]:
    """What a decision is for the plan as a whole: that it adopted it, holds it to its words, or changed only those."""
    plan, each = tell.plan, tell.plan.decisions[identifier]
    found = []
    if is_adopting(plan, identifier):
        found.append(tell.say(_("adopted the plan")))
    if each.definitions:
        found.append(tell.say(_("holds the plan to what was adopted")))
    if each.editorial:
        found.append(tell.say(_("editorial: wording only")))
    if each.items:
        found.append(tell.speech.count(_("mandate with {n} item"), _("mandate with {n} items"), len(each.items)))
    return found


def is_adopting(plan: Plan, identifier: str) -> bool:
    """Whether a decision adopted the plan."""
    each = plan.decisions[identifier]
    names_plan = each.kind == "adopt" and plan.header.id in each.about
    return identifier == plan.header.adopted or names_plan or bool(each.definitions)


def about(tell: Teller, identifier: str) -> Cell:
    """What a decision is about, and what it changed, ended and brought in."""
    found = touched(tell.plan, identifier)
    own = f"{tell.plan.header.id}:"
    cells: list[Cell] = [tell.links(each.removeprefix(own) for each in found.about)] if found.about else []
    for sentence, ids in (
        (_("changed: {ids}"), found.changed),
        (_("ended: {ids}"), found.ended),
        (_("brought in: {ids}"), found.added),
        (_("answers: {ids}"), tell.plan.decisions[identifier].answers),
    ):
        if ids:
            cells.append((Quiet(tell.say(sentence, ids=", ".join(ids))),))
    return lines(cells) or NONE
