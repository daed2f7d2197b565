"""``plantrack rollover``: starts the next plan from this one."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from plantrack.commands.next_plan import Next, made, named_next, unfinished
from plantrack.commands.options import DryRunOption, LangOption, NoColorOption, OnOption, PlanOption, Session, open_plan
from plantrack.commands.proposing import typed
from plantrack.commands.rollover_table import Line, read_table, written
from plantrack.facts.carried import CannotChoose, Choice, carried
from plantrack.mark import _
from plantrack.shell import CannotRun
from plantrack.store.write import AlreadyThere, Change, write_all, write_new

HELP = _(
    "Starts the next plan from this one: plantrack rollover 2017-2020 ../nordvik-2017\n\n"
    "At a terminal it asks for each open activity whether it continues, is changed, is merged or ends. To prepare that "
    "in a meeting: --list answers.csv writes a table to be filled in, and --answers answers.csv takes it. Otherwise all "
    "that is open continues.\n\n"
    "What goes on keeps its number and says what it continues. Times, targets and sums are to be decided. "
    "Organisations, agreement and glossary are shared and not copied. Nothing is written where the rules find an error."
)


def run(
    period: Annotated[str, typer.Argument(metavar="[PERIOD]", help=_("The time of the next plan, as 2017-2020."))] = "",
    folder: Annotated[str, typer.Argument(metavar="[DIR]", help=_("The folder to make. It must not be there."))] = "",
    table: Annotated[
        str,
        typer.Option("--list", metavar="FILE", help=_("Write a table to be filled in, .yaml or .csv, and no plan.")),
    ] = "",
    answers: Annotated[str, typer.Option("--answers", metavar="FILE", help=_("The table as it was filled in."))] = "",
    identifier: Annotated[
        str,
        typer.Option("--id", metavar="ID", help=_("The id of the next plan. Left out: this one's with the new year.")),
    ] = "",
    dry_run: DryRunOption = False,
    plan: PlanOption = "",
    on: OnOption = "",
    lang: LangOption = "",
    no_color: NoColorOption = False,
) -> int:
    session = open_plan(plan, on, lang, no_color)
    _must_be_whole(session)
    lines = unfinished(session)
    if table:
        return _list(session, lines, table, dry_run)
    if not period or not folder:
        raise CannotRun(_("Say for which time, and in which folder: plantrack rollover 2017-2020 ../nordvik-2017"))
    target = _target(session, folder)
    named = named_next(session, period, identifier)
    choices = {each.id: each.choice for each in lines}
    if answers:
        choices |= read_table(Path(answers), session.facts.plan.languages, session.speech)
    elif session.terminal:
        asked = _asked(session, lines)
        if asked is None:
            return 1
        choices = asked
    try:
        goes_on = carried(
            session.facts.plan, [each.id for each in lines if not each.is_goal], _settled(session, choices, answers)
        )
    except CannotChoose as error:
        raise CannotRun(error.sentence, **error.values) from None
    following = made(session, named, goes_on, target)
    if following.refused:
        following.tell_findings()
        _tell_choices(session, lines, choices)
        return 1
    if not dry_run:
        _write(session, following, target)
    _tell(session, following, folder, dry_run)
    return 0


def _must_be_whole(session: Session) -> None:
    lost = session.facts.unreadable
    if lost:
        sentence = _("{path} cannot be read, so what stands in it would not go on. See plantrack check.")
        raise CannotRun(sentence, path=session.shown(lost[0].file))


def _target(session: Session, folder: str) -> Path:
    """The folder of the next plan: not there yet, and not inside this one."""
    target = Path(os.path.abspath(folder))  # noqa: PTH100  it is not there, so nothing in it is resolved
    if target.exists():
        raise CannotRun(_("{path} is there already. Nothing was written."), path=folder)
    if target.is_relative_to(session.folder.resolve()):
        raise CannotRun(_("{path} lies in the folder of this plan. A plan has a folder of its own."), path=folder)
    return target


def _settled(session: Session, choices: Mapping[str, Choice], answers: str) -> dict[str, Choice]:
    """The choices, without those about goals that follow from the activities where nobody was asked about them."""
    plan = session.facts.plan
    return {each: its for each, its in choices.items() if answers or each not in plan.goals or its.answer == "continue"}


def _list(session: Session, lines: list[Line], table: str, dry_run: bool) -> int:
    """Writes the table to be filled in, or prints it."""
    form = "csv" if table.casefold().endswith(".csv") else "yaml"
    about = session.speech.say(_("What becomes of the open activities of {plan}?"), plan=session.facts.plan.header.id)
    data = written(lines, form, session.speech, session.facts.plan.languages, about)
    if table == "-" or dry_run:
        print(data.decode("utf-8-sig"), end="")
        return 0
    try:
        write_new({Path(table): data})
    except AlreadyThere:
        raise CannotRun(_("{path} is there already. Nothing was written."), path=table) from None
    print(session.speech.say(_("Wrote {path}"), path=table))
    print(
        session.speech.say(
            _("Next: fill it in, then: plantrack rollover 2017-2020 DIR --answers {path}"), path=typed(table)
        )
    )
    return 0


def _asked(session: Session, lines: list[Line]) -> dict[str, Choice] | None:
    """What was answered at the terminal; None where the person went, and then it is shown as a table."""
    from plantrack.commands.rollover_asking import Left, ask_each

    chosen: dict[str, Choice] = {}
    try:
        ask_each(session, lines, chosen)
    except Left:
        _tell_choices(session, lines, chosen)
        return None
    return chosen


def _tell_choices(session: Session, lines: list[Line], chosen: Mapping[str, Choice]) -> None:
    """Shows what was chosen as a table that the command takes, so that it is not lost."""
    print(session.speech.say(_("Nothing was written.")))
    if chosen:
        about = session.speech.say(_("Kept in a file, for instance answers.yaml, this goes in with --answers:"))
        said = [each._replace(choice=chosen.get(each.id, each.choice)) for each in lines]
        print(written(said, "yaml", session.speech, session.facts.plan.languages, about).decode(), end="")


def _write(session: Session, following: Next, target: Path) -> None:
    changes = [Change(target / path, None, data) for path, data in following.files.items()]
    for path, (before, after) in following.changed.items():
        changes.append(Change(session.folder / path, before, after))
    try:
        write_all(changes)
    except AlreadyThere as error:
        raise CannotRun(_("{path} was changed meanwhile. Nothing was written. Try again."), path=error.path) from None


def _tell(session: Session, following: Next, folder: str, dry_run: bool) -> None:
    """What was written, what goes on and what does not, what is to be decided, and what comes next."""
    say, goes_on = session.speech.say, following.carried
    print(
        say(
            _("The plan {plan} would lie in {path}:") if dry_run else _("The plan {plan} lies in {path}:"),
            plan=following.named.id,
            path=folder,
        )
    )
    for path in following.files:
        if not path.startswith("."):
            print(f"  {path}")
    for path, (_before, after) in following.changed.items():
        print(say(_("Would change {path}:") if dry_run else _("Changed {path}:"), path=session.shown(path)))
        gone = set(_before.splitlines())
        print("".join(f"  + {line.decode()}\n" for line in after.splitlines() if line not in gone), end="")
    print(say(_("Shared and not copied: {folders}"), folders=tuple(following.uses)))
    for sentence, ids in (
        (_("Goes on: {ids}"), tuple(goes_on.activities)),
        (_("Merged: {ids}"), tuple(f"{each} → {into}" for into, some in goes_on.merged.items() for each in some)),
        (_("Does not go on: {ids}"), goes_on.ended),
        (_("To be worded: {ids}"), tuple(goes_on.activities[each] for each in goes_on.to_be_worded)),
    ):
        if ids:
            print(say(sentence, ids=", ".join(ids)))
    sentence = _("To be decided: times, targets and sums ({n} fields), and {m} proposed baselines.")
    print(say(sentence, n=following.undecided, m=following.proposed))
    if not dry_run:
        print(say(_("Next:")))
        print(f"  plantrack check {typed(folder)}")
        print(
            f"  git add {typed(folder)} {' '.join(typed(session.shown(each)) for each in following.changed)}".rstrip()
        )
        about = say(_("The next plan, {plan}"), plan=following.named.id)
        print(f"  git commit -m {typed(about)}")
