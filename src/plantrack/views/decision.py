"""One decision whole: what was decided, what it changed, what it asked for, and what was never carried out."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.changes.decided import Book, Undone
from plantrack.facts import Facts as PlanFacts
from plantrack.facts.mandates import tasks
from plantrack.facts.register import touched
from plantrack.followup.standing import Standings
from plantrack.kinds import Text
from plantrack.mark import _
from plantrack.model.words import DECISION_KINDS
from plantrack.report.document import BREAK, Block, Bullets, Cell, Column, Facts, Quiet, Row, Section, Table
from plantrack.report.teller import Teller, capital, joined, lines
from plantrack.views.decisions import NONE, formal, standing
from plantrack.views.labels import LABELS
from plantrack.views.mandates import Tasks
from plantrack.views.told import Place
from plantrack.views.told_changes import Turns


def of_decision(
    tell: Teller, facts: PlanFacts, standings: Standings, place: Place, identifier: str
) -> tuple[Section, ...]:
    """Everything that is known about one decision."""
    decision = tell.plan.decisions[identifier]
    title: Cell = (f"{identifier} ", tell.said(decision.title))
    blocks: list[Block] = [Facts(tuple(_facts(tell, facts, place, identifier)))]
    if decision.text:
        blocks.append(tell.text(decision.text))
    sections = [
        *_changed(tell, identifier),
        *_items(tell, facts, standings, identifier),
        *_named_by(tell, identifier),
        *_undone(tell, identifier),
        *_readings(tell, identifier),
    ]
    return (Section(identifier, title, tuple(blocks)), *sections)


def _facts(tell: Teller, facts: PlanFacts, place: Place, identifier: str) -> Iterator[tuple[Cell, Cell]]:
    decision = tell.plan.decisions[identifier]

    def label(name: str) -> Cell:
        return (tell.say(LABELS[name]),)

    yield label("date"), (tell.point(decision.date),)
    yield label("body"), tell.party(decision.body) if decision.body else (tell.missing,)
    yield (tell.say(_("Section, number")),), formal(decision) or NONE
    yield label("kind"), (tell.word(DECISION_KINDS, decision.kind),)
    marks = [(each,) for each in standing(tell, identifier)]
    if marks:
        yield (tell.say(_("For the plan")),), joined(marks, "; ")
    if decision.basis:
        yield label("basis"), (tell.said(decision.basis),)
    found = touched(tell.plan, identifier)
    if found.about:
        yield label("about"), lines(_named(tell, each) for each in found.about)
    if found.ended:
        yield label("ended"), lines(tell.thing(each) for each in found.ended)
    if found.added:
        yield (tell.say(_("Brought in")),), lines(tell.thing(each) for each in found.added)
    if decision.answers:
        yield label("answers"), lines(_item(tell, each) for each in decision.answers)
    if decision.report_back:
        yield label("report_back"), (tell.when(decision.report_back),)
    if decision.definitions:
        yield label("definitions"), (decision.definitions,)
    yield (tell.say(_("Stands in")),), (Quiet(place(facts.where("decision", identifier))),)


def _named(tell: Teller, identifier: str) -> Cell:
    """What it is about: things by number and title, organisations by name."""
    identifier = identifier.removeprefix(f"{tell.plan.header.id}:")
    title = tell.title(identifier)
    return tell.thing(identifier) if title else tell.about(identifier)


def _item(tell: Teller, identifier: str) -> Cell:
    item = tell.plan.mandate_items.get(identifier)
    return (f"{identifier} ", tell.said(item.text)) if item else (identifier,)


def _changed(tell: Teller, identifier: str) -> Iterator[Section]:
    """What it changed: from what, to what, and why."""
    rows = []
    for line in Turns(tell).lines(tell.plan.decisions[identifier].changes):
        rows.append(
            Row(
                (
                    _named(tell, line.thing),
                    (capital(line.what),),
                    line.before or NONE,
                    line.after or NONE,
                    (tell.said(line.why),) if line.why else NONE,
                )
            )
        )
    if rows:
        names = ((_("What"), "wide"), (_("Change"), "middle"), (_("From"), "middle"), (_("To"), "middle"))
        columns = [Column(tell.say(each), width) for each, width in names]
        table = Table((), (*columns, Column(tell.say(_("Why")), "wide")), tuple(rows))
        yield Section("changed", (tell.say(_("What it changed")),), (table,))


def _items(tell: Teller, facts: PlanFacts, standings: Standings, identifier: str) -> Iterator[Section]:
    """What it asked for, item by item."""
    found = [each for each in tasks(tell.plan, facts.day) if each.mandate == identifier]
    if found:
        inner = tuple(map(Tasks(tell, standings).section, found))
        yield Section("items", (tell.say(_("What it asked for")),), (), inner)


def _named_by(tell: Teller, identifier: str) -> Iterator[Section]:
    """What else names this decision: other decisions about it, events at which it was taken, what it closed."""
    plan = tell.plan
    items: list[Cell] = [
        (*tell.decision(i), ": ", tell.said(each.title))
        for i, each in plan.decisions.items()
        if identifier in each.about or identifier in each.changes
    ]
    items += [
        (i, " ", tell.said(each.title))
        for i, each in plan.events.items()
        if identifier in (*each.decisions, *each.about) or identifier in each.changes
    ]
    items += [
        (tell.say(_("declared completed by it: {item}"), item=i), " ", tell.said(each.text))
        for i, each in plan.mandate_items.items()
        if each.completed == identifier and i not in plan.decisions[identifier].answers
    ]
    if items:
        yield Section("names-it", (tell.say(_("What else names it")),), (Bullets(tuple(items)),))


def _undone(tell: Teller, identifier: str) -> Iterator[Section]:
    """What was decided, and the plan does not say."""
    found = [each for each in Book(tell.plan).not_carried_out() if each.decision == identifier]
    if found:
        items = tuple(not_carried_out(tell, each) for each in found)
        yield Section("undone", (tell.say(_("Decided, and not carried out in the plan")),), (Bullets(items),))


def not_carried_out(tell: Teller, undone: Undone) -> Cell:
    """One thing that was decided and never written into the plan."""
    named = _named(tell, undone.thing)
    if not undone.path:
        return (*named, ": ", tell.say(_("was to end, and has not ended in the plan")))
    field = tell.say(LABELS.get(undone.path.partition(".")[0], undone.path)).lower()
    sentence = _("{field} was to become “{to}”, and the plan says something else")
    return (*named, ": ", tell.say(sentence, field=field, to=undone.to))


def _readings(tell: Teller, identifier: str) -> Iterator[Section]:
    """How the source was read."""
    items = tuple(
        (tell.said(each.source), *((BREAK, *_read_as(tell, each.read_as)) if each.read_as else ()))
        for each in tell.plan.decisions[identifier].readings
    )
    if items:
        yield Section("readings", (tell.say(_("How the source was read")),), (Bullets(items),))


def _read_as(tell: Teller, text: Text) -> Cell:
    return (tell.say(LABELS["read_as"]), ": ", tell.said(text))
