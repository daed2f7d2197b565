"""``plantrack round close``: no more answers; what comes later is found by ``check``."""

from __future__ import annotations

from typing import Annotated

import typer

from plantrack.commands.completion import complete_round
from plantrack.commands.issued import issues_of, next_number
from plantrack.commands.issuing import Made, as_proposed, issue, must_be_right, tell_issue, tell_unwritten
from plantrack.commands.options import DryRunOption, LangOption, NoColorOption, OnOption, PlanOption, Session, open_plan
from plantrack.commands.proposing import tell_next, typed, write_files
from plantrack.commands.round.asked_for import RoundFile, file_of_round, propose_change, round_meant
from plantrack.followup.rounds import RoundFacts, is_open
from plantrack.followup.standings import stand
from plantrack.followup.turnout import turnout
from plantrack.formats.terminal import Look, render
from plantrack.mark import _
from plantrack.model.progress import Round
from plantrack.report.teller import Teller
from plantrack.shell import CannotRun
from plantrack.store.edit import with_field
from plantrack.store.issued import folder_of
from plantrack.store.write import AlreadyThere, write_together
from plantrack.views.round import of_round

HELP = _(
    "Closes a round: writes the day in its file, and issues the report: it is kept with its data in reports/, and is the one "
    "that report gives from then on. An answer that comes later is not taken, and is found by check where it was written by "
    "hand. It goes into the next round, unless this one is opened again with a reason."
)


def run(
    which: Annotated[
        str,
        typer.Argument(
            metavar="[ROUND]", help=_("Left out: the newest that has opened."), autocompletion=complete_round
        ),
    ] = "",
    dry_run: DryRunOption = False,
    plan: PlanOption = "",
    on: OnOption = "",
    lang: LangOption = "",
    no_color: NoColorOption = False,
) -> int:
    session = open_plan(plan, on, lang, no_color)
    facts = round_meant(session, which)
    file = file_of_round(session, facts)
    day = session.facts.day
    if facts.closed:
        return _issue_alone(session, facts, dry_run=dry_run)
    proposed = propose_change(session, file, lambda data: with_field(data, Round, "closed", day.isoformat()))
    if proposed is None:
        return 1
    number = next_number(issues_of(session, facts.id))
    place = session.shown(folder_of(facts.id, number))
    made = None
    ready = as_proposed(session, proposed.facts, proposed.files)
    must_be_right(ready)
    if not dry_run:
        made = issue(ready, facts.id, number)
        _write(session, made, file, proposed.files[file.path])
    shown = session.shown(file.path)
    whole = session.facts.plan
    heard = whole.without([i for i, said in whole.submissions.items() if said.date and said.date > day])
    turnouts = turnout(heard, stand(heard, facts.id))
    section = of_round(Teller(heard, session.speech, day), facts._replace(closed=day), turnouts, day, waiting=True)
    print(render((section,), Look(session.terminal, session.color, session.width)), end="")
    say = session.speech.say
    if facts.answer_by and day < facts.answer_by:
        print(say(_("The last day for answers, {day}, has not been yet."), day=facts.answer_by))
    sentence = _("Would close the round {round} in {path}.") if dry_run else _("Closed the round {round} in {path}.")
    print(say(sentence, round=facts.id, path=shown))
    tell_unwritten(ready, facts.id)
    if made is None:
        print(say(_("Would issue the report in {path}."), path=place))
        return 0
    tell_issue(session, place, made)
    tell_next(
        session,
        [shown, place],
        say(_("The round {round} closes"), round=facts.id),
        f"plantrack report {typed(facts.id)}",
    )
    return 0


def _write(session: Session, made: Made, file: RoundFile, after: bytes) -> None:
    """The round's file and the issue, both or neither."""
    files = {session.folder / path: data for path, data in made.files.items()}
    try:
        write_together(files, session.folder / file.path, file.data, after)
    except AlreadyThere as error:
        its = error.path.relative_to(session.folder).as_posix()
        changed = _("{path} was changed meanwhile. Nothing was written. Try again.")
        there = _("{path} is there already. Nothing was written.")
        raise CannotRun(changed if its == file.path else there, path=session.shown(its)) from None


def _issue_alone(session: Session, facts: RoundFacts, *, dry_run: bool) -> int:
    """Issues the report of a round that was closed before without one. Raises ``CannotRun`` where there is one."""
    if is_open(session.facts.plan, facts, session.facts.day):
        sentence = _(
            "The round {round} closed on {day} and is open again. It closes on the day after `until:` in its file."
        )
        raise CannotRun(sentence, round=facts.id, day=facts.closed)
    if issues_of(session, facts.id):
        sentence = _(
            "The round {round} closed on {day} already, and its report is issued. If something in it was wrong: "
            "plantrack round correct {round}"
        )
        raise CannotRun(sentence, round=facts.id, day=facts.closed)
    must_be_right(session)
    say = session.speech.say
    place = session.shown(folder_of(facts.id, "1"))
    print(
        say(
            _("The round {round} closed on {day} already. Its report had not been issued."),
            round=facts.id,
            day=facts.closed,
        )
    )
    tell_unwritten(session, facts.id)
    if dry_run:
        print(say(_("Would issue the report in {path}."), path=place))
        return 0
    made = issue(session, facts.id, "1")
    write_files(session, made.files)
    tell_issue(session, place, made)
    tell_next(
        session,
        [place],
        say(_("The report on {round} is issued"), round=facts.id),
        f"plantrack report {typed(facts.id)}",
    )
    return 0
