"""``record`` without arguments: one short question at a time, with what fits to choose from.

Enter alone leaves a question. What has been answered is never lost: where it is not written, the command
that would record it is shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from shlex import quote
from typing import Any, NamedTuple

from plantrack.commands.answering import basis_for, finish, round_asked
from plantrack.commands.options import Session, no_such_thing
from plantrack.commands.questions import Left, Questions
from plantrack.commands.spoken import Answers, not_understood, organisation_meant
from plantrack.draft import Draft, Field
from plantrack.followup.standings import stand
from plantrack.followup.turnout import turnout
from plantrack.kinds import MOMENT, WHOLE, Scalar, Unfit
from plantrack.mark import _
from plantrack.replies import DONE, JUDGED, NotAnAnswer, Replies
from plantrack.report.document import plain
from plantrack.report.teller import Teller
from plantrack.shell import CannotRun


class Wish(NamedTuple):
    """What was said on the command line: whose answers, for which round, in which role; and how it was said."""

    by: str
    round: str
    role: str
    replaces: tuple[str, ...]
    plan: str
    day: str


def ask(session: Session, wish: Wish, dry_run: bool) -> int:
    """Asks for answers until there are no more, and records them."""
    asking = Asking(session, wish)
    try:
        draft = asking.draft()
    except Left:
        draft = None
    if draft is None:
        asking.tell_what_was_typed()
        return 1 if asking.answers else 0
    try:
        code = finish(session, [draft], dry_run)
    except (OSError, CannotRun):
        asking.tell_what_was_typed()
        raise
    if code:
        asking.tell_what_was_typed()
    return code


class Asking:
    """One conversation, and what has been answered so far."""

    def __init__(self, session: Session, wish: Wish) -> None:
        plan = session.facts.plan
        round_id = round_asked(session, wish.round)
        self.session = session
        self.wish = wish
        self.say = session.speech.say
        self.questions = Questions(session)
        self.round = round_id
        self.replies = Replies(plan, session.speech)
        self.tell = Teller(plan, session.speech, session.facts.day)
        self.standings = stand(plan, round_id)
        self.by = ""
        self.answers: Answers = {}
        self.typed: dict[str, dict[str, str]] = {}
        """What was answered, as it was typed: thing -> field -> text; the state under no name."""

    def draft(self) -> Draft | None:
        """The answers, or None where there are none or they are not to be written."""
        print(
            self.say(_("Round {round}. Enter alone goes on. Ctrl-C stops; then nothing is written."), round=self.round)
        )
        self.by = organisation_meant(self.session.facts.plan, self.wish.by) if self.wish.by else self._sender()
        while self.by:
            thing = self._thing()
            if not thing:
                break
            said = self._said(thing)
            if said:
                self.answers[thing] = said
        if not self.answers or not self._agrees():
            return None
        basis = basis_for(self.session, self.answers)
        day = self.session.facts.day
        return Draft(self.by, day, self.round, self.answers, self.wish.role, self.wish.replaces, basis=basis)

    def tell_what_was_typed(self) -> None:
        """Shows the command that records what has been answered, where it was not written."""
        if not self.answers:
            print(self.say(_("Nothing was written.")))
            return
        print(self.say(_("Nothing was written. This command records what you have answered:")))
        print(f"  {self._command()}")

    def _command(self) -> str:
        words = ["plantrack", "record"]
        options = ["--by", self.by, "--round", self.round, "--date", self.session.facts.day.isoformat()]
        for thing in self.answers:
            words += [thing, self.typed[thing][""]]
            for field, text in self.typed[thing].items():
                if field:
                    options += [f"--{field}", f"{thing}={text}"]
        if self.wish.role != "own":
            options += ["--role", self.wish.role]
        for each in self.wish.replaces:
            options += ["--replaces", each]
        if self.wish.plan:
            options += ["--plan", self.wish.plan]
        return " ".join(map(quote, [*words, *options]))

    def _sender(self) -> str:
        """Who answers: one of those that are asked, or any other organisation."""
        offered = {}
        for each in turnout(self.session.facts.plan, self.standings):
            name = plain(self.tell.party(each.organisation))
            counted = self.say(_("{n} of {whole} answered"), n=each.answered, whole=len(each.asked))
            offered[each.organisation] = f"{name} ({counted})"
        return self.questions.choose(_("Who answers?"), offered, self._organisation, named=False)

    def _organisation(self, text: str) -> str:
        return organisation_meant(self.session.facts.plan, text)

    def _thing(self) -> str:
        """What the next answer is about: what the organisation is asked and has not answered yet, or any id."""
        done = {*self.answers, *self.standings.answered.get(self.by, ())}
        open_ = [each for each in self.standings.asked.get(self.by, ()) if each not in done]
        offered = {each: plain((self.tell.said(self.tell.title(each)),)) for each in open_}
        if not offered:
            print(self.say(_("All that was asked is answered. Another id may be given.")))
        return self.questions.choose(_("About what?"), offered, self._known, named=False)

    def _known(self, text: str) -> str:
        known = [thing for thing, kind in self.replies.kinds.items() if kind != "theme"]
        if text not in known:
            raise no_such_thing(text, known)
        return text

    def _said(self, thing: str) -> dict[str, Field]:
        """What is said of one thing: how it goes, and what belongs to it."""
        fields = dict(self._state(thing))
        if not fields:
            return {}
        said: dict[str, str] = {}
        kind = self.replies.kinds[thing]
        if kind in DONE:
            self._add(said, "deviation", _("Does anything deviate? In a sentence, or enter:"))
            if "deviation" in said:
                self._add(said, "remedy", _("What is done about it?"))
        elif kind in JUDGED:
            self._add(said, "ground", _("What does that rest on?"))
        else:
            self._add(said, "at", _("When was it measured, as 2015 or 2015-10? Enter: today"), MOMENT)
            self._add(said, "n", _("How many answers or cases does it rest on?"), WHOLE)
        self._add(said, "comment", _("Anything more, in a sentence?"))
        self.typed[thing] |= said
        return {**fields, **said}

    def _state(self, thing: str) -> Mapping[str, Field]:
        """How it goes: one of a few words, or a figure with its unit."""
        title = plain((self.tell.said(self.tell.title(thing)),))
        print(f"\n{thing} {title}")
        choices = self.replies.choices(thing)
        indicator = self.session.facts.plan.indicators.get(thing)
        unit = plain((self.tell.said(indicator.unit),)) if indicator and indicator.unit else ""
        question = _("How does it go?") if choices else _("Which value?")
        found: dict[str, Field] = {}

        def understand(text: str) -> str:
            try:
                found.update(self.replies.read(thing, text))
            except NotAnAnswer as error:
                raise not_understood(self.replies, error) from None
            return text

        text = self.questions.choose(question, choices, understand, unit)
        if text and not found:
            found.update(self.replies.read(thing, text))
        self.typed[thing] = {"": text}
        return found

    def _add(self, said: dict[str, str], field: str, question: str, kind: Scalar[Any] | None = None) -> None:
        """Asks for one more field; one that cannot be read is asked for again."""
        while text := self.questions.line(self.say(question)):
            try:
                if kind:
                    kind.read(text)
            except Unfit:
                print("  " + self.say(_("“{text}” cannot be read here."), text=text))
                continue
            said[field] = text
            return

    def _agrees(self) -> bool:
        """Whether what was answered is to be written. Enter alone says yes."""
        things: Sequence[str] = tuple(self.answers)
        return self.questions.agrees(self.say(_("Record the answers about {things}? [Y/n]"), things=things))
