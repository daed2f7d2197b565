"""``log add`` at a terminal: asks for what has not been said. What was typed is never lost."""

from __future__ import annotations

from collections.abc import Callable
from shlex import quote

from plantrack.commands.event_fields import Fields, clock_meant, split, thing_meant, time_meant
from plantrack.commands.event_kinds import kind_meant
from plantrack.commands.log.add import written
from plantrack.commands.options import Session
from plantrack.commands.questions import Left, Questions
from plantrack.commands.spoken import organisation_meant
from plantrack.mark import _
from plantrack.model.words import EVENT_KINDS
from plantrack.shell import CannotRun
from plantrack.store.block import Value

OPTIONS = {
    "participants": "with", "led_to": "led-to", "decisions": "decision",
}  # fmt: skip
"""Fields that are said by an option of another name."""
TIMES = ("date", "before", "after", "between")


def ask(session: Session, fields: Fields, dry_run: bool) -> int:
    """Asks for what is not said, and writes the event; else shows the command that would."""
    questions = Questions(session)
    try:
        _ask_for(session, questions, fields)
        agreed = bool(fields["title"] and fields["kind"])
        agreed = agreed and questions.agrees(session.speech.say(_("Write it down? [Y/n]")))
        code = written(session, fields, dry_run) if agreed else 1
    except Left:
        code = 1
    except (OSError, CannotRun):
        _tell_what_was_typed(session, fields)
        raise
    if code:
        _tell_what_was_typed(session, fields)
    return code


def _ask_for(session: Session, questions: Questions, fields: Fields) -> None:
    """One question after the other. Where the title was said, only what must be said besides is asked."""
    say, plan = session.speech.say, session.facts.plan
    brief = bool(fields["title"])
    print(say(_("Enter alone goes on. Ctrl-C stops; then nothing is written.")))
    if not brief:
        fields["title"] = questions.ask(_("What was it?"))
    if fields["title"] and not fields["kind"]:
        offered = {kind: say(word) for kind, word in EVENT_KINDS.items()}
        fields["kind"] = questions.choose(_("What kind?"), offered, kind_meant)
    if not fields["title"] or not fields["kind"]:
        return
    if not any(fields[name] for name in TIMES):
        fields["date"] = questions.ask(
            _("When? As 2013-11-27 or “hösten 2013”. Enter: the day is not known"), time_meant
        )
        if not fields["date"]:
            _ask_bounds(questions, fields)
    if brief:
        return
    later: tuple[tuple[str, str, Callable[[str], str]], ...] = (
        ("time", _("What time of day, as 13-16:30?"), clock_meant),
        ("body", _("Whose meeting or work was it? An organisation:"), lambda text: organisation_meant(plan, text)),
        ("place", _("Where?"), str),
        ("text", _("More about it, in a sentence:"), str),
    )
    for name, question, understand in later:
        if not fields[name]:
            fields[name] = questions.ask(question, understand)
    rows: tuple[tuple[str, str, Callable[[str], str]], ...] = (
        ("participants", _("Who else took part? Organisations, with commas between:"), later[1][2]),
        ("about", _("What was it about? Ids, with commas between:"), lambda text: thing_meant(session, text)),
        ("evidence", _("A link or a document:"), str),
    )
    for name, question, understand in rows:
        if not fields[name]:
            fields[name] = _several(questions, question, understand, whole=name == "evidence")


def _ask_bounds(questions: Questions, fields: Fields) -> None:
    """What it came before and after, where its day is not known."""
    fields["after"] = questions.ask(_("After what time did it come?"), time_meant)
    fields["before"] = questions.ask(_("Before what time?"), time_meant)


def _several(questions: Questions, question: str, understand: Callable[[str], str], *, whole: bool) -> list[Value]:
    """Several of a kind from one line."""
    found: list[Value] = []

    def read(text: str) -> str:
        found[:] = [text] if whole else [understand(each) for each in split([text])]
        return text

    questions.ask(question, read)
    return found


def _tell_what_was_typed(session: Session, fields: Fields) -> None:
    """Shows the command that writes what has been said, where it was not written."""
    say = session.speech.say
    if not fields["title"]:
        print(say(_("Nothing was written.")))
        return
    print(say(_("Nothing was written. This command writes what you have said:")))
    words = ["plantrack", "log", "add", str(fields["title"])]
    for name, value in fields.items():
        if name in ("title", "state") or not value:
            continue
        for each in (value,) if isinstance(value, str) else value:
            words += [f"--{OPTIONS.get(name, name)}", str(each)]
    words += [f"--{fields['state']}"] if fields["state"] else []
    print("  " + " ".join(map(quote, [*words, "--plan", session.way])))
