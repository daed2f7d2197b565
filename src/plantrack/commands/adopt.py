"""``plantrack adopt``: holds the plan to what it promises, as the decision that adopted it found it."""

from __future__ import annotations

from typing import Annotated

import typer

from plantrack.changes.adopted import digest_as_adopted, lock_of
from plantrack.commands.completion import complete_thing
from plantrack.commands.options import (
    DryRunOption,
    LangOption,
    NoColorOption,
    PlanOption,
    Session,
    no_such_thing,
    open_plan,
)
from plantrack.commands.proposing import tell_next, write_files_anew
from plantrack.mark import _
from plantrack.model.decision import Decision
from plantrack.model.plan import Header
from plantrack.record import Record
from plantrack.shell import CannotRun
from plantrack.store.edit import CannotEdit, with_field
from plantrack.store.write import Change

HELP = _(
    "Holds the plan to what it promises today, as a decision adopted it: writes a digest of all definitions in the "
    "decision's file. From then on a change of what was promised needs a decision that says so.\n\n"
    "The digest is known again after any squash, rebase or move of files. See what has changed since: "
    "plantrack diff adopted"
)


def run(
    decision: Annotated[
        str,
        typer.Argument(
            metavar="[DECISION]",
            help=_("The decision that adopted it. Left out, the one that plan.yaml names."),
            autocompletion=complete_thing,
        ),
    ] = "",
    dry_run: DryRunOption = False,
    plan: PlanOption = "",
    lang: LangOption = "",
    no_color: NoColorOption = False,
) -> int:
    session = open_plan(plan, "", lang, no_color)
    identifier = _decision(session, decision)
    digest = digest_as_adopted(session.facts.plan, identifier)
    if digest is None:
        raise CannotRun(
            _(
                "A decision after {decision} changed something that cannot be taken back by what it says: it lacks “from”, or "
                "it is a cost. So what was adopted cannot be told from the plan as it stands."
            ),
            decision=identifier,
        )
    held = session.facts.plan.decisions[identifier].definitions
    say = session.speech.say
    if held:
        if held == digest:
            print(say(_("The plan is held to {decision} already, and promises what it did."), decision=identifier))
            return 0
        raise CannotRun(
            _(
                "{decision} holds the plan to something else already. See what has changed: plantrack diff adopted. "
                "If the plan was adopted anew, name the new decision: plantrack adopt DECISION"
            ),
            decision=identifier,
        )
    if session.facts.hides_something:
        raise CannotRun(
            _("Something in the plan could not be read, so it cannot be held to all it says: plantrack check")
        )
    changes: list[tuple[str, type[Record], str, str]] = [
        (session.facts.file_of["decision", identifier], Decision, "definitions", digest)
    ]
    if not session.facts.plan.header.adopted:
        changes.append(("plan.yaml", Header, "adopted", identifier))
    made = {file: _with_line(session, file, cls, field, value) for file, cls, field, value in changes}
    if not dry_run:
        write_files_anew(session, made.values())
    for file, _cls, field, value in changes:
        print(say(_("Would write {path}:") if dry_run else _("Wrote {path}:"), path=session.shown(file)))
        print(f"  {field}: {value}")
    if not dry_run:
        written = [session.shown(file) for file in made]
        tell_next(session, written, say(_("The plan is held to {decision}"), decision=identifier))
    return 0


def _decision(session: Session, asked: str) -> str:
    """The decision that is meant."""
    plan = session.facts.plan
    if asked:
        if asked not in plan.decisions:
            raise no_such_thing(asked, plan.decisions)
        return asked
    lock = lock_of(plan)
    found = (lock.decision if lock else "") or plan.header.adopted
    if not found or found not in plan.decisions:
        raise CannotRun(_("Say which decision adopted the plan: plantrack adopt DECISION"))
    return found


def _with_line(session: Session, file: str, cls: type[Record], field: str, value: str) -> Change:
    """A file with one line more; nothing is written yet, so that all of them are or none."""
    before = session.tree.read(file) or b""
    try:
        return Change(session.folder / file, before, with_field(before, cls, field, value))
    except CannotEdit:
        sentence = _("{file} is not laid out so that a line can be put into it safely. Write in it: {line}")
        raise CannotRun(sentence, file=session.shown(file), line=f"{field}: {value}") from None
