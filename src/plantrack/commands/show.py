"""``plantrack show``: everything that is known about one thing, and where each of it stands."""

from __future__ import annotations

from typing import Annotated

import typer

from plantrack.commands.as_known import known_at
from plantrack.commands.completion import complete_thing
from plantrack.commands.options import (
    LangOption,
    NoColorOption,
    OnOption,
    PlanOption,
    RevOption,
    Session,
    no_such_thing,
)
from plantrack.commands.other_plans import open_where
from plantrack.finding import Where
from plantrack.followup.standings import stand_on
from plantrack.formats.terminal import Look, render
from plantrack.mark import _
from plantrack.report.document import Section
from plantrack.report.teller import Teller
from plantrack.shell import CannotRun
from plantrack.views.show import Asked, Thing, headline, known_to_show, show, things
from plantrack.views.told import Place

HELP = _(
    "Shows everything that is known about one thing: an activity, a goal, an organisation, a decision, a term. "
    "Each of it with the file and the line where it stands."
)


def run(
    thing: Annotated[
        str,
        typer.Argument(
            metavar="[ID]",
            help=_("What to show, by its id, as 1.3.2 or a word of the glossary."),
            autocompletion=complete_thing,
        ),
    ] = "",
    history: Annotated[
        bool,
        typer.Option(
            "--history", help=_("Show all that was ever said of it, the oldest first, with the day it came into git.")
        ),
    ] = False,
    why: Annotated[bool, typer.Option("--why", help=_("Show the numbers and the rule behind each judgement."))] = False,
    plan: PlanOption = "",
    on: OnOption = "",
    rev: RevOption = "",
    file: Annotated[
        str,
        typer.Option("--file", metavar="PATH", help=_("One file of a plan in words, one statement a line, for git.")),
    ] = "",
    lang: LangOption = "",
    no_color: NoColorOption = False,
) -> int:
    if file:
        from plantrack.commands.shown_file import show_file

        return show_file(file, lang)
    if not thing:
        raise CannotRun(_("Say what to show, by its id: plantrack show 1.3"))
    session, thing = open_where(thing, plan, on, lang, no_color, rev)
    facts = session.facts
    found = things(facts.plan, thing)
    if not found:
        raise no_such_thing(thing, known_to_show(facts.plan))
    places = session.places

    def place(where: Where) -> str:
        return f"{session.shown(where.file)}:{places.span(where).line}" if where.file else "-"

    tell = Teller(facts.plan, session.speech, facts.day)
    if history:
        sections = _history(session, tell, place, found)
    else:
        asked = Asked(facts, stand_on(facts.plan, facts.day), session.checked(), session.speech, place, why, tell)
        sections = tuple(section for each in found for section in show(asked, each))
    print(known_at(session, rev), end="")
    print(render(sections, Look(session.terminal, session.color, session.width)), end="")
    for each in _goes_on_as(session, thing):
        print(session.speech.say(_("Goes on as {id}"), id=each))
    session.warn_of_faults()
    if session.terminal:
        following = _("Next: plantrack show {id} --why")
        if history:
            following = _("Next: plantrack show {id}")
        elif why:
            following = _("Next: plantrack status")
        print(session.speech.say(following, id=thing))
    return 0


def _goes_on_as(session: Session, thing: str) -> list[str]:
    """What continues a thing in the plans that continue this one, where they lie beside it."""
    header = session.facts.plan.header
    if not header.continued_by:
        return []
    from plantrack.facts.abroad import came_of
    from plantrack.store.following import following

    plans = [each.plan for each in following(session.tree, header.continued_by)]
    return [f"{each.header.id}:{new}" for each in plans for new in came_of(each, header.id or "").get(thing, ())]


def _history(session: Session, tell: Teller, place: Place, found: list[Thing]) -> tuple[Section, ...]:
    """Everything that was said of a thing, with what git knows of the days."""
    from plantrack.store.committed import history
    from plantrack.views import history as told

    facts = session.facts
    wanted = [each for each in found if each.kind in told.KINDS]
    if not wanted:
        raise CannotRun(_("Nobody answers about {id}, so it has no history of answers."), id=found[0].id)
    sections = []
    for each in wanted:
        files = [facts.file_of.get(("submission", i), "") for i in told.submissions_of(facts, each.kind, each.id)]
        asked = told.Asked(facts, tell, place, history(session.folder, files, session.tree.revision or "HEAD"))
        section = told.history_of(asked, each.kind, each.id)
        sections.append(Section(each.id, headline(tell, each), (), (section,)))
    return tuple(sections)
