"""``plantrack history``: the life of one thing, from its first wording to what is not committed yet."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from plantrack.changes.life import Life, Moment
from plantrack.commands.completion import complete_thing
from plantrack.commands.options import LangOption, NoColorOption, PlanOption, Session, no_such_thing, open_plan
from plantrack.formats.terminal import Look, render
from plantrack.mark import _
from plantrack.report.teller import Teller
from plantrack.store.beside import levelled, load_beside, same_as_in_folder
from plantrack.store.past import Past, file_of
from plantrack.store.repository import NoRevision, Repository
from plantrack.store.revision import same_plan_at
from plantrack.views.life import Told
from plantrack.views.show import known_to_show, things

HELP = _(
    "Tells the life of one thing, the oldest first: every wording, time, lead, target and end, and every report about it, "
    "each with its day, its revision in git and the decision behind it. Never who wrote it."
)


def run(
    thing: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help=_("Whose life, by its id, as 1.3.2 or a word of the glossary. It may be gone from the plan."),
            autocompletion=complete_thing,
        ),
    ],
    output: Annotated[
        Literal["text", "md", "json"], typer.Option("--format", metavar="text|md|json", help=_("How to print it."))
    ] = "text",
    plan: PlanOption = "",
    lang: LangOption = "",
    no_color: NoColorOption = False,
) -> int:
    session = open_plan(plan, "", lang, no_color)
    thing = thing.removeprefix(f"{session.facts.plan.header.id}:")
    past, lacks = _past(session)
    tell = Teller(session.facts.plan, session.speech, session.facts.day)
    kinds = [each.kind for each in things(session.facts.plan, thing)] or [""]
    lives = [Told(session.facts, tell, _life(session, past, thing, kind), lacks) for kind in kinds]
    if kinds == [""] and not lives[0].life.events:
        raise no_such_thing(thing, known_to_show(session.facts.plan))
    print(_printed(session, lives, output), end="")
    if output == "text":
        session.warn_of_faults()
        if session.terminal:
            print(session.speech.say(_("Next: plantrack show {id}"), id=thing))
    return 0


def _past(session: Session) -> tuple[Past | None, str]:
    """What git knows, and why that is not all."""
    try:
        repository = Repository(session.folder)
        past = Past(repository, session.facts.plan.header)
    except NoRevision as error:
        return None, error.reason
    return past, "shallow" if repository.is_shallow else ""


def _life(session: Session, past: Past | None, thing: str, kind: str) -> Life:
    """All that commits changed in a thing, and what is not committed yet."""
    life = Life(session.facts.plan, thing, kind)
    if past is None:
        return life
    for step in session.watch(tuple(past.steps(thing, kind)), _("Looking in git")):
        cut_off = step.first and past.repository.is_shallow
        life.take(Moment(step.day, step.name, cut_off), step.states, step.files)
    try:
        tree = same_plan_at(past.repository, "HEAD", past.header.id or "", ())
    except NoRevision:
        return life
    same = same_as_in_folder(past.repository, tree) if tree.top == past.repository.prefix else lambda _path: False
    level = levelled(load_beside(tree, session.facts, same, session.facts.day), session.facts)
    files = file_of(level.before.sources, thing), file_of(level.after.sources, thing)
    life.take(Moment(None), [(level.before.plan, level.after.plan)], files)
    return life


def _printed(session: Session, lives: list[Told], output: str) -> str:
    """The lives in the format that was asked for."""
    if output == "json":
        from plantrack.exports.lives import as_json

        return as_json(lives)
    sections = tuple(each.section() for each in lives)
    if output == "md":
        from plantrack.formats.markdown_sections import render as as_markdown

        return as_markdown(sections)
    return render(sections, Look(session.terminal, session.color, session.width))
