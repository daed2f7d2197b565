"""``plantrack decisions``: the register, one decision whole, or the items of mandates."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from plantrack.commands import decisions as group
from plantrack.commands.completion import complete_decision, complete_organisation
from plantrack.commands.decisions.kinds import kind_meant
from plantrack.commands.options import (
    LangOption,
    NoColorOption,
    OnOption,
    PlanOption,
    Session,
    no_such_thing,
    open_plan,
)
from plantrack.commands.period import period_asked
from plantrack.commands.spoken import organisation_meant
from plantrack.facts.happened import Span
from plantrack.facts.mandates import Task, tasks
from plantrack.facts.references import known_ids
from plantrack.facts.register import Register, Wanted, register
from plantrack.finding import Where
from plantrack.followup.standings import stand_on
from plantrack.formats.terminal import Look, render
from plantrack.mark import _
from plantrack.report.document import Section
from plantrack.report.teller import Teller
from plantrack.shell import CannotRun

HELP = group.HELP
EMPTY: list[str] = []


def run(
    decision: Annotated[
        str, typer.Argument(metavar="[ID]", help=_("One decision, whole."), autocompletion=complete_decision)
    ] = "",
    mandates: Annotated[
        bool,
        typer.Option("--mandates", help=_("The items of mandates: given to whom, answered by what, closed or not.")),
    ] = False,
    body: Annotated[
        str,
        typer.Option(
            "--body", metavar="ORGANISATION", help=_("Only those of this body."), autocompletion=complete_organisation
        ),
    ] = "",
    kind: Annotated[
        list[str],
        typer.Option("--kind", metavar="KIND", help=_("Only adopt, revise, mandate …; may stand several times.")),
    ] = EMPTY,
    about: Annotated[
        str, typer.Option("--about", metavar="ID", help=_("Only those about this, or about what lies in it."))
    ] = "",
    period: Annotated[
        str, typer.Option("--period", metavar="TIME", help=_("Only those of then: 2015, 2014-06..2015-03, 2015.."))
    ] = "",
    output: Annotated[
        Literal["text", "md", "json"], typer.Option("--format", metavar="text|md|json", help=_("How to print it."))
    ] = "text",
    plan: PlanOption = "",
    on: OnOption = "",
    lang: LangOption = "",
    no_color: NoColorOption = False,
) -> int:
    session = open_plan(plan, on, lang, no_color)
    wanted = _wanted(session, body, kind, about, period)
    found = register(session.facts.plan, session.facts.day, wanted)
    if decision and wanted != Wanted():
        raise CannotRun(_("Name one decision, or say which to list; not both."))
    if mandates:
        print(_mandates(session, decision, found, wanted, output), end="")
    elif decision:
        print(_whole(session, decision, output), end="")
    else:
        print(_register(session, found, output), end="")
    if output == "text":
        session.warn_of_faults()
        if session.terminal:
            _tell_next(session, found, decision)
    return 0


def _wanted(session: Session, body: str, kinds: list[str], about: str, period: str) -> Wanted:
    """What was asked for, in the plan's own ids."""
    plan = session.facts.plan
    thing = about.removeprefix(f"{plan.header.id}:")
    if thing and thing != plan.header.id:
        known = {each for table in known_ids(plan).values() for each in table} | {
            i for each in plan.agreements.values() for i in each.principles
        }
        if thing not in known and thing not in plan.terms:
            raise no_such_thing(thing, known)
    asked = organisation_meant(plan, body) if body else ""
    span = period_asked(plan.calendar, period) if period else Span()
    return Wanted(asked, tuple(kind_meant(session, each) for each in kinds), thing, span)


def _register(session: Session, found: Register, output: str) -> str:
    if output == "json":
        from plantrack.exports.decisions import as_json

        return as_json(session.facts.plan, found.decisions)
    from plantrack.views.decisions import of_register

    return _printed(session, (of_register(_tell(session), found),), output)


def _whole(session: Session, decision: str, output: str) -> str:
    plan = session.facts.plan
    holder = next((i for i, each in plan.decisions.items() if decision in each.items), decision)
    if holder not in plan.decisions:
        raise no_such_thing(decision, plan.decisions)
    if output == "json":
        from plantrack.exports.decisions import as_json

        return as_json(plan, (holder,))
    from plantrack.views.decision import of_decision

    places = session.places

    def place(where: Where) -> str:
        return f"{session.shown(where.file)}:{places.span(where).line}" if where.file else "-"

    standings = stand_on(plan, session.facts.day)
    return _printed(session, of_decision(_tell(session), session.facts, standings, place, holder), output)


def _mandates(session: Session, decision: str, found: Register, wanted: Wanted, output: str) -> str:
    """The items of all mandates, or of those that were asked for."""
    plan = session.facts.plan
    if decision and decision not in plan.decisions and decision not in plan.mandate_items:
        raise no_such_thing(decision, [*plan.decisions, *plan.mandate_items])
    asked = [each for each in tasks(plan, session.facts.day) if _is_asked(each, decision, found, wanted)]
    if output == "json":
        from plantrack.exports.decisions import tasks_as_json

        return tasks_as_json(plan, asked)
    from plantrack.views.mandates import Tasks

    return _printed(session, Tasks(_tell(session), stand_on(plan, session.facts.day)).sections(asked), output)


def _is_asked(task: Task, decision: str, found: Register, wanted: Wanted) -> bool:
    if decision:
        return decision in (task.id, task.mandate)
    answers = wanted.about in (*task.things, *task.decisions, *task.item.to, *task.item.with_)
    return task.mandate in found.decisions or bool(wanted.about and answers)


def _tell(session: Session) -> Teller:
    return Teller(session.facts.plan, session.speech, session.facts.day)


def _printed(session: Session, sections: tuple[Section, ...], output: str) -> str:
    if output == "md":
        from plantrack.formats.markdown_sections import render as as_markdown

        return as_markdown(sections)
    return render(sections, Look(session.terminal, session.color, session.width))


def _tell_next(session: Session, found: Register, decision: str) -> None:
    first = next(iter(found.decisions), "")
    if decision:
        print(session.speech.say(_("Next: plantrack history {id}"), id=decision))
    elif first:
        print(session.speech.say(_("Next: plantrack decisions {id}"), id=first))
