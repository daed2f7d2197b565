"""``plantrack round collect``: what came back in forms becomes answers, all or nothing for each file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from plantrack.commands.completion import complete_organisation
from plantrack.commands.incoming import Came, Heard, apart, files_meant, read_form, weigh_forms
from plantrack.commands.options import LangOption, NoColorOption, PlanOption, Session, open_plan
from plantrack.commands.proposing import tell_next, typed, write_proposed
from plantrack.commands.spoken import organisation_meant
from plantrack.commands.submitting import Weighed, tell_effect
from plantrack.forms.collected import Wish
from plantrack.forms.fault import Place
from plantrack.forms.told import count_in_words, fault_in_words, line_of, place_in_words, place_of, shown_path
from plantrack.mark import _
from plantrack.replies import Replies
from plantrack.terminal.found import advice, sentence

HELP = _(
    "Reads forms that have come back, Excel and Markdown, and writes what they say as new files under progress/. A form "
    "with a fault is not read at all, and every fault is told with its place; the other forms are read. An empty cell "
    "erases nothing, and the same form read twice changes nothing.\n\n"
    "0: all were read. 1: some were not. 2: it could not be done."
)


def run(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help=_("The forms, or folders with forms in them."))],
    day: Annotated[
        str, typer.Option("--date", metavar="DATE", help=_("The day of the answers, as 2015-11-20. Left out: today."))
    ] = "",
    by: Annotated[
        str,
        typer.Option(
            "--by",
            metavar="ORGANISATION",
            help=_("Who answers, in a form that does not say it."),
            autocompletion=complete_organisation,
        ),
    ] = "",
    replace: Annotated[
        bool, typer.Option("--replace", help=_("Let a form correct what the organisation answered by form before."))
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=_("Show what would change, and write nothing."))] = False,
    plan: PlanOption = "",
    lang: LangOption = "",
    no_color: NoColorOption = False,
) -> int:
    session = open_plan(plan, day, lang, no_color)
    wish = Wish(session.facts.day, organisation_meant(session.facts.plan, by) if by else "", replace)
    replies = Replies(session.facts.plan, session.speech)
    found = files_meant(files)
    came = apart(
        [Came(path.as_posix(), read_form(replies, path, wish)) for path in session.watch(found, _("Reading forms"))]
    )
    heard = weigh_forms(session, came)
    for each in came:
        _tell(session, each, heard)
    if len(came) > 1:
        _tell_sum(session, came, heard)
    if heard.weighed is not None:
        _finish(session, heard.weighed, dry_run)
    return int(bool(heard.refused) or any(each.collected.refused for each in came))


def _tell_sum(session: Session, came: Sequence[Came], heard: Heard) -> None:
    """How many forms gave something, how many held nothing new, and how many were refused."""
    refused = [each for each in came if each.collected.refused or each.path in heard.refused]
    given = [each for each in came if each not in refused and each.collected.draft is not None]
    sentence = _("{given} of {whole} forms held answers, {empty} held nothing new, {refused} were not read.")
    empty = len(came) - len(given) - len(refused)
    say = session.speech.say
    print("\n" + say(sentence, given=len(given), whole=len(came), empty=empty, refused=len(refused)) + "\n")


def _tell(session: Session, came: Came, heard: Heard) -> None:
    """Says what one form gave: its answers, or everything that is wrong with it."""
    tongue, collected, shown = session.speech, came.collected, shown_path(came.path)
    if collected.refused or came.path in heard.refused:
        print(tongue.say(_("{path}: not read"), path=shown))
    elif collected.read_before:
        print(tongue.say(_("{path}: read before, as {submissions}"), path=shown, submissions=collected.read_before))
    elif collected.draft is None:
        print(tongue.say(_("{path}: nothing is filled in"), path=shown))
    else:
        print(f"{shown}: {count_in_words(tongue, collected.answered, collected.empty)}")
    width = session.width if session.terminal else 0
    for fault in collected.faults:
        print(fault_in_words(tongue, came.path, fault, width))
    for finding in heard.said.get(came.path, ()):
        place = place_of(finding.where.keys, collected.places) or Place(came.path)
        words = f"{sentence(tongue, finding)} {advice(tongue, finding)}"
        where = place_in_words(tongue, came.path, place)
        print(line_of(tongue, where, finding.severity, finding.rule.code, words, width))


def _finish(session: Session, weighed: Weighed, dry_run: bool) -> None:
    """Writes the answers, and says what they change and what comes next."""
    say = session.speech.say
    if dry_run:
        shown = [session.shown(path) for path in weighed.proposed.files]
    else:
        shown = write_proposed(session, weighed.proposed)
    for path in shown:
        print(say(_("Would write {path}") if dry_run else _("Wrote {path}"), path=path))
    tell_effect(session, weighed)
    if not dry_run:
        rounds = tuple(dict.fromkeys(each.round for each in weighed.drafts))
        about = say(_("Answers by form in {rounds}"), rounds=rounds)
        tell_next(session, shown, about, f"plantrack round status {typed(rounds[0])}")
