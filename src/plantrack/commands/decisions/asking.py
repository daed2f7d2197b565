"""``decisions add`` without options: one short question at a time. Enter alone leaves a question.

What has been answered is never lost: where it is not written, the command that would write it is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from shlex import quote

from plantrack.changes.told import Unread, read_value
from plantrack.commands.decisions.add import (
    date_read,
    item_meant,
    kinds_offered,
    known_thing,
    task_read,
    time_read,
    with_endings,
)
from plantrack.commands.decisions.draft import Draft, Turn, named, stands_now
from plantrack.commands.decisions.kinds import kind_meant
from plantrack.commands.decisions.writing import finish
from plantrack.commands.options import Session, no_such_thing
from plantrack.commands.spoken import organisation_meant
from plantrack.facts.changed_fields import place_of, things_of
from plantrack.facts.mandates import tasks
from plantrack.mark import _
from plantrack.report.document import plain
from plantrack.report.teller import Teller
from plantrack.shell import CannotRun


class Left(Exception):
    """The person has gone, with ctrl-C or ctrl-D."""


def ask(session: Session, plan: str, *, dry_run: bool, only_decision: bool) -> int:
    """Asks for one decision, and writes it."""
    asking = Asking(session, plan, only_decision=only_decision)
    try:
        draft = asking.draft()
    except Left:
        draft = None
    if draft is None:
        asking.tell_what_was_typed()
        return int(bool(asking.typed))
    try:
        code = finish(session, with_endings(session, draft), dry_run=dry_run, only_decision=only_decision)
    except (OSError, CannotRun):
        asking.tell_what_was_typed()
        raise
    if code:
        asking.tell_what_was_typed()
    return code


class Asking:
    """One conversation, and what has been answered so far."""

    def __init__(self, session: Session, plan: str, *, only_decision: bool) -> None:
        self.session = session
        self.plan = session.facts.plan
        self.say = session.speech.say
        self.tell = Teller(self.plan, session.speech, session.facts.day)
        self.typed: list[str] = []
        """What was answered, as the words of a command."""
        self.beside = (["--only-decision"] if only_decision else []) + (["--plan", plan] if plan else [])

    def draft(self) -> Draft | None:
        """The decision; None where it is not to be written."""
        print(self.say(_("A new decision. Enter alone goes on. Ctrl-C stops; then nothing is written.")))
        day = self._asked("--date", _("Which day? As exact as it is known: 2015-04-22, 2013-04"), self._date)
        if not day:
            return None
        body = self._asked("--body", _("Who decided?"), lambda text: organisation_meant(self.plan, text))
        kind = self._kind()
        title = self._asked("--title", _("What is it called?")) if kind else ""
        if not kind or not title:
            return None
        draft = Draft(date_read(self.session, day), day, kind, title, body)
        draft = draft._replace(
            section=self._asked("--section", _("Section of the minutes, as § 211?")),
            reference=self._asked("--reference", _("Number in the register?")),
            text=self._asked("--text", _("What was decided, in a sentence or two?")),
        )
        if kind == "mandate":
            draft = self._mandate(draft)
        if kind == "declare_completed":
            draft = draft._replace(answers=tuple(self._several("--answers", _("Which item?"), self._item)))
        turns = tuple(self._turns())
        about = tuple(self._several("--about", _("What is it about? An id, or enter:"), self._thing))
        draft = draft._replace(turns=turns, about=about)
        return draft if self._agrees(draft) else None

    def tell_what_was_typed(self) -> None:
        """Shows the command that writes what has been answered, where it was not written."""
        if not self.typed:
            print(self.say(_("Nothing was written.")))
            return
        print(self.say(_("Nothing was written. This command writes what you have answered:")))
        print("  " + " ".join(map(quote, ["plantrack", "decisions", "add", *self.typed, *self.beside])))

    def _date(self, text: str) -> str:
        date_read(self.session, text)
        return text

    def _kind(self) -> str:
        offered = kinds_offered(self.session)
        for number, word in enumerate(offered.values(), 1):
            print(f"  {number:>2}  {word}")
        return self._asked("--kind", _("What kind of decision?"), lambda text: self._of_those(text, offered))

    def _of_those(self, text: str, offered: Mapping[str, str]) -> str:
        if text.isdecimal() and len(text) < 4 and 1 <= int(text) <= len(offered):
            return list(offered)[int(text) - 1]
        return kind_meant(self.session, text)

    def _mandate(self, draft: Draft) -> Draft:
        """The tasks of a mandate, and when it is to be reported back."""
        found = self._several(
            "--item", _("A task: who, with whom, and what, as “slk + srf: Draw up a proposal.”"), self._task
        )
        back = self._asked("--report-back", _("When is it to be reported back?"), time_read)
        return draft._replace(items=tuple(task_read(self.session, each) for each in found), report_back=back)

    def _task(self, text: str) -> str:
        task_read(self.session, text)
        return text

    def _item(self, text: str) -> str:
        """An item of a mandate; those that are not completed are offered where it is none."""
        try:
            return item_meant(self.session, text)
        except CannotRun:
            for task in tasks(self.plan, self.session.facts.day):
                if not task.closed:
                    print(f"  {task.id}  {plain((self.tell.said(task.item.text),))}")
            raise

    def _thing(self, text: str) -> str:
        return known_thing(self.session, text)

    def _turns(self) -> Iterator[Turn]:
        """What it changes, one field after the other."""
        known = things_of(self.plan)
        while thing := self._line(_("What does it change? An id, or enter:")):
            try:
                if thing not in known:
                    raise no_such_thing(thing, known)
                turn = self._turn(thing)
            except CannotRun as error:
                self._complain(error)
                continue
            if turn:
                yield turn

    def _turn(self, thing: str) -> Turn | None:
        """Which field of a thing, and what it becomes."""
        path = self._until(_("Which field, as when, due, lead, targets.2016?"), partial(self._field, thing))
        if not path:
            return None
        now = stands_now(self.session, thing, path)
        if now:
            print("  " + self.say(_("Now: {text}"), text=now))
        to = self._until(_("What does it become?"), partial(self._value, thing, path))
        if not to:
            return None
        self.typed += ["--changes", thing, path, to]
        why = self._line(_("Why?"))
        self.typed += ["--why", f"{thing}={why}"] if why else []
        return Turn(thing, path, to, why)

    def _field(self, thing: str, text: str) -> str:
        record = things_of(self.plan)[thing].record
        if place_of(record, text) is None:
            raise CannotRun(_("{id} has no field “{field}”."), id=thing, field=text)
        return text

    def _value(self, thing: str, path: str, text: str) -> str:
        if text == stands_now(self.session, thing, path):
            raise CannotRun(_("That is what it says already."))
        place = place_of(things_of(self.plan)[thing].record, path)
        try:
            if place:
                read_value(place, text)
        except Unread:
            if path != "ended":
                raise CannotRun(_("“{text}” cannot be read here."), text=text) from None
        return text

    def _several(self, option: str, question: str, understand: Callable[[str], str]) -> list[str]:
        """The same question until there is no more to say."""
        found = []
        while answer := self._asked(option, question, understand):
            found.append(answer)
        return found

    def _asked(self, option: str, question: str, understand: Callable[[str], str] = str) -> str:
        """One answer, kept as the option that says the same."""
        answer = self._until(question, understand)
        if answer:
            self.typed += [option, answer]
        return answer

    def _until(self, question: str, understand: Callable[[str], str]) -> str:
        """An answer that can be understood; one that cannot is asked for again."""
        while text := self._line(question):
            try:
                return understand(text)
            except CannotRun as error:
                self._complain(error)
        return ""

    def _complain(self, error: CannotRun) -> None:
        print("  " + self.say(error.sentence, **error.values))

    def _agrees(self, draft: Draft) -> bool:
        """Whether it is to be written. Enter alone says yes."""
        question = self.say(_("Write the decision {id}? [Y/n]"), id=named(self.session, draft))
        answer = self._line("\n" + question)
        return not answer or answer.casefold()[0] in "yj"

    def _line(self, question: str) -> str:
        try:
            return input(f"{self.say(question)} ").strip()
        except (EOFError, KeyboardInterrupt):
            print()
            raise Left from None
