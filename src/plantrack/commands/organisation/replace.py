"""``plantrack organisation replace``: others take over from an organisation on a day."""

from __future__ import annotations

from typing import Annotated

import typer

from plantrack.commands.completion import complete_decision, complete_organisation
from plantrack.commands.options import DryRunOption, LangOption, NoColorOption, OnOption, PlanOption, Session, open_plan
from plantrack.commands.organisation.handing import goal_edits
from plantrack.commands.organisation.lives import (
    FromOption,
    answers_for,
    file_of,
    finish,
    first_day,
    meant,
    named,
    over,
)
from plantrack.commands.organisation.newcomer import newcomers
from plantrack.facts.named import organisations_named
from plantrack.mark import _
from plantrack.shell import CannotRun
from plantrack.store.edit import Edit
from plantrack.store.reorganised import CannotEnd, ended, founded

HELP = _(
    "Lets others take over from an organisation on a day: one other, several (a split), or one from several (a merger, with "
    "--also). The old one gets its last day and its successors, and one that is new is written too.\n\n"
    "The goals stay as they are: who answers on a given day is found by following successors. With --in-plan the new one is "
    "written in place of the old in activities that are still open; in an adopted plan that takes a decision."
)
EMPTY: list[str] = []


def run(
    old: Annotated[
        str,
        typer.Argument(metavar="OLD", help=_("The one that ends."), autocompletion=complete_organisation),
    ],
    new: Annotated[
        list[str],
        typer.Argument(metavar="NEW...", help=_("Who takes over, by id."), autocompletion=complete_organisation),
    ],
    from_: FromOption = "",
    also: Annotated[
        list[str],
        typer.Option(
            "--also",
            metavar="ID",
            help=_("Another that ends and goes into the same; may stand several times."),
            autocompletion=complete_organisation,
        ),
    ] = EMPTY,
    name: Annotated[
        list[str],
        typer.Option("--name", metavar="NAME", help=_("What a new one is called; ID=NAME where several are new.")),
    ] = EMPTY,
    kind: Annotated[
        str, typer.Option("--kind", metavar="KIND", help=_("The kind of a new one. Left out: as the old one's."))
    ] = "",
    side: Annotated[
        str, typer.Option("--side", metavar="SIDE", help=_("The side of a new one. Left out: as the old one's."))
    ] = "",
    in_plan: Annotated[
        bool, typer.Option("--in-plan", help=_("Write the new one in place of the old in open activities too."))
    ] = False,
    decision: Annotated[
        str,
        typer.Option(
            "--decision",
            metavar="ID",
            help=_("The decision that changes who answers; with --in-plan. The change is told in it."),
            autocompletion=complete_decision,
        ),
    ] = "",
    dry_run: DryRunOption = False,
    plan: PlanOption = "",
    on: OnOption = "",
    lang: LangOption = "",
    no_color: NoColorOption = False,
) -> int:
    session = open_plan(plan, on, lang, no_color)
    whole = session.facts.plan
    day = first_day(from_)
    going = list(dict.fromkeys(meant(session, each) for each in (old, *also)))
    coming = list(dict.fromkeys(_known(session, each) for each in new))
    if set(going) & set(coming):
        raise CannotRun(_("{id} cannot take over from itself."), id=next(each for each in coming if each in going))
    if decision and not in_plan:
        raise CannotRun(_("--decision goes with --in-plan: without it no activity changes."))
    missing = [each for each in coming if each not in whole.organisations]
    home = file_of(session, going[0])
    edits: dict[str, list[Edit]] = {}
    for each in going:
        try:
            its = ended(whole.organisations[each], each, whole.calendar, day, coming)
        except CannotEnd as error:
            raise cannot_end(session, each, error) from None
        edits.setdefault(file_of(session, each), []).extend(its)
    after = going[-1] if file_of(session, going[-1]) == home else going[0]
    for each, its_own in newcomers(session, missing, whole.organisations[going[0]], name, kind, side).items():
        edits[home].append(founded(each, its_own.name, its_own.kind, its_own.side, day, after))
        after = each
    closed = over(whole, session.facts.day)
    last = [line for each in going for line in _what_becomes(session, each, coming, closed, in_plan=in_plan)]
    if in_plan:
        changed, left = goal_edits(session, going, coming, closed, decision)
        for file, more in changed.items():
            edits.setdefault(file, []).extend(more)
        last += left
    say = session.speech.say
    about = say(_("{new} takes over from {old} on {day}"), new=tuple(coming), old=tuple(going), day=day)
    return finish(session, edits, about, dry_run=dry_run, last=last)


def cannot_end(session: Session, identifier: str, error: CannotEnd) -> CannotRun:
    """Why an organisation cannot end on the day that was said."""
    from plantrack.facts.organisations import life

    plan = session.facts.plan
    begun, _known_end = life(plan.organisations[identifier], plan.calendar)
    if error.day == begun:
        return CannotRun(_("{id} began on {day}, after the day that it is to end."), id=identifier, day=error.day)
    return CannotRun(_("{id} ended on {day} already."), id=identifier, day=error.day)


def _known(session: Session, text: str) -> str:
    """The organisation that is meant; else the id that a new one is to have."""
    found = organisations_named(session.facts.plan, text)
    return found[0] if len(found) == 1 else text.strip()


def _what_becomes(session: Session, old: str, new: list[str], closed: set[str], *, in_plan: bool) -> list[str]:
    """What the organisation answers for, and who does from now on."""
    say = session.speech.say
    open_ = answers_for(session.facts.plan, old, closed)
    if not open_:
        return [say(_("{name} answers for no open activity."), name=named(session, old))]
    if in_plan:
        return []
    values = {"name": named(session, old), "things": tuple(open_), "new": tuple(named(session, each) for each in new)}
    if len(new) > 1:
        sentence = _(
            "{name} answers for {things}. Nobody has said which of {new} does from now on; that is for a decision to say. "
            "The goals stay as they are."
        )
        return [say(sentence, **values)]
    return [say(_("{name} answers for {things}. From then on {new} does; the goals stay as they are."), **values)]
