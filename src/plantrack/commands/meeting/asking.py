"""``meeting add`` at a terminal: step by step through a meeting.

What has been typed is kept in a draft after every step, so that it is never lost: not with ctrl-C, not where the rules
say no, and not where the window closes.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from plantrack.commands.event_fields import (
    Fields,
    attendance,
    clock_meant,
    point_of,
    split,
    thing_meant,
    time_meant,
)
from plantrack.commands.meeting.add import written
from plantrack.commands.meeting.points import PointFields, action_of
from plantrack.commands.options import Session
from plantrack.commands.proposing import as_bytes, typed
from plantrack.commands.questions import Left, Questions
from plantrack.commands.spoken import organisation_meant
from plantrack.facts.matters import Matter, open_on
from plantrack.mark import _
from plantrack.report.document import plain
from plantrack.report.event_words import day_of
from plantrack.report.teller import Teller
from plantrack.shell import CannotRun
from plantrack.store.block import Value
from plantrack.store.event_files import text_of
from plantrack.store.write import write_whole
from plantrack.views.meetings import meetings

OUT = "out"
"""Where drafts lie: git leaves that folder alone."""
IN = "  "
"""Before what is asked of a point."""


def ask(session: Session, fields: Fields, draft: Path | None, dry_run: bool) -> int:
    """Asks for the meeting and writes it; else says where the draft is, and how to go on with it."""
    asking = Asking(session, fields, draft, keeps=not dry_run)
    try:
        asking.all()
        agreed = bool(fields.get("title")) and asking.questions.agrees(session.speech.say(_("Write it down? [Y/n]")))
        code = written(session, fields, dry_run) if agreed else 1
    except Left:
        code = 1
    except (OSError, CannotRun):
        asking.tell_draft()
        raise
    if code:
        asking.tell_draft()
    elif asking.draft and asking.draft.parent.name == OUT and not dry_run:
        asking.draft.unlink(missing_ok=True)
    return code


class Asking:
    """One conversation, and what has been said so far."""

    def __init__(self, session: Session, fields: Fields, draft: Path | None, *, keeps: bool) -> None:
        self.session = session
        self.plan = session.facts.plan
        self.fields = fields
        self.draft = draft
        self.keeps = keeps
        self.say = session.speech.say
        self.questions = Questions(session)
        self.tell = Teller(self.plan, session.speech, session.facts.day)
        self.items: list[Value] = list(fields.get("items", []))

    def all(self) -> None:
        """The whole meeting, from who was there to the last point."""
        print(self.say(_("Enter alone goes on. Ctrl-C stops; what you have typed is then kept in a draft.")))
        self._head()
        self._attendance()
        if self.items:
            print(
                self.session.speech.count(
                    _("The draft has {n} point."), _("The draft has {n} points."), len(self.items)
                )
            )
        else:
            self._left_open()
        print(self.say(_("Now the points, one by one. Enter alone at the title ends.")))
        while title := self.questions.ask(_("Point {n}:"), n=len(self.items) + 1):
            self._take(self._point({"title": title}))

    def _head(self) -> None:
        """Whose meeting, when and where, and who took the notes."""
        fields, ask = self.fields, self.questions.ask
        if not fields.get("body"):
            self._put("body", self.questions.choose(_("Whose meeting was it?"), self._bodies(), self._organisation))
        body = plain(self.tell.party(str(fields["body"]), short=True)) if fields.get("body") else ""
        if not fields.get("title"):
            usual = self.say(_("Meeting of {body}"), body=body) if body else ""
            given = self.questions.line(self.say(_("What was it called? Enter: {title}"), title=usual))
            self._put("title", given or usual)
        while not fields.get("date"):
            self._put("date", ask(_("When, as 2013-09-05?"), time_meant))
            if not fields.get("date"):
                print("  " + self.say(_("A meeting has a day. Where only the month is known: 2013-09")))
        if not fields.get("time"):
            self._put("time", ask(_("What time of day, as 13-16:30?"), clock_meant))
        if not fields.get("place"):
            self._put("place", ask(_("Where?")))
        if not fields.get("recorded_by"):
            own = {
                i: plain(self.tell.party(i))
                for i, each in self.plan.organisations.items()
                if each.part_of == fields.get("body")
            }
            self._put(
                "recorded_by", self.questions.choose(_("Which function took the notes?"), own, self._organisation)
            )

    def _attendance(self) -> None:
        """Who was there and who was not, party by party."""
        rows = (("present", _("Present, one party at a time:")), ("absent", _("Absent, in the same way:")))
        if any(self.fields.get(name) for name, _question in rows):
            return
        print(self.say(_("Say how many of a party, or which functions: sektorn=9, srn=chair; a member. Never names.")))
        for name, question in rows:
            found: dict[str, Value] = {}

            def read(text: str, found: dict[str, Value] = found) -> str:
                found.update(attendance(self.plan, [text]))
                return text

            while self.questions.ask(question, read):
                self._put(name, found)

    def _left_open(self) -> None:
        """What earlier meetings of the same body left open: each may be answered by a point."""
        body = self.fields.get("body")
        left = [
            each for each in open_on(self.plan, self.session.facts.day) if self.plan.events[each.event].body == body
        ]
        if not left:
            return
        print(self.say(_("Earlier meetings left this open:")))
        for number, each in enumerate(left, 1):
            print(f"  {number:>2}  {self._of_matter(each)}")
        chosen: list[Matter] = []

        def read(text: str) -> str:
            numbers = split([text.replace(" ", ",")])
            if not all(each.isdecimal() and 1 <= int(each) <= len(left) for each in numbers):
                raise CannotRun(_("Write the numbers of those that were taken up: 1, 3"))
            chosen[:] = [left[int(each) - 1] for each in dict.fromkeys(numbers)]
            return text

        self.questions.ask(_("Which of these were taken up? Their numbers; enter: none."), read)
        for each in chosen:
            title = self.tell.said(each.text).text
            print(f"\n{title}")
            self._take(self._point({"title": title, "answers": [each.address]}))

    def _of_matter(self, matter: Matter) -> str:
        event = self.plan.events[matter.event]
        where = f"{plain(day_of(self.tell, event))} {self.tell.said(event.title).text}"
        return f"{self.tell.said(matter.text).text} ({where})"

    def _point(self, point: PointFields) -> PointFields:
        """What a point came to. Where the person goes in the middle of it, what was said of it so far is kept."""
        try:
            return self._filled(point)
        except Left:
            self._take(point)
            raise

    def _filled(self, point: PointFields) -> PointFields:
        ask = self.questions.ask
        self._into(point, "text", ask(_("What was said, in short?"), indent=IN))
        self._into(point, "raised_by", self._several(_("Who raised it? An organisation:"), self._organisation))
        self._into(point, "decision", ask(_("What was decided?"), indent=IN))
        actions: list[Value] = []
        while what := ask(_("What is to be done?"), indent=IN):
            self._into(point, "action", [*actions, action_of(self.plan, what, "", "")])
            who = ask(_("By whom? Organisations or functions, with commas between:"), indent=IN * 2)
            self._into(point, "action", [*actions, action_of(self.plan, what, who, "")])
            when = ask(_("By when? A day, or words as “next meeting”:"), indent=IN * 2)
            actions.append(action_of(self.plan, what, who, when))
            self._into(point, "action", list(actions))
        self._into(point, "postponed_to", ask(_("Was it put off? To when:"), indent=IN))
        self._into(point, "about", self._several(_("Which ids of the plan was it about?"), self._thing))
        return point

    def _several(self, question: str, understand: Callable[[str], str]) -> list[Value]:
        """Several of a kind from one line."""
        found: list[Value] = []

        def read(text: str) -> str:
            found[:] = [understand(each) for each in split([text])]
            return text

        self.questions.ask(question, read, indent=IN)
        return found

    def _bodies(self) -> dict[str, str]:
        """The bodies that have met, those that met last first."""
        bodies = (self.plan.events[each].body for each in meetings(self.plan))
        return {each: plain(self.tell.party(each)) for each in dict.fromkeys(bodies) if each}

    def _organisation(self, text: str) -> str:
        return organisation_meant(self.plan, text)

    def _thing(self, text: str) -> str:
        return thing_meant(self.session, text)

    def _into(self, point: PointFields, name: str, value: Value) -> None:
        if value:
            point[name] = value

    def _put(self, name: str, value: Value) -> None:
        """Takes a field in, and keeps it."""
        if value:
            self.fields[name] = value
            self._keep()

    def _take(self, point: PointFields) -> None:
        """Takes a point in, and keeps it."""
        self.items.append(point)
        self._put("items", self.items)

    def _keep(self) -> None:
        """Writes the draft anew."""
        if not self.keeps or not self.fields.get("date"):
            return
        if self.draft is None:
            point = point_of(self.fields)
            day = point.edtf if point else ""
            self.draft = _free(Path(OUT), f"{day.strip('~')}-{self.fields.get('body', '')}".rstrip("-"))
        write_whole(self.draft, as_bytes(text_of(self.fields)))

    def tell_draft(self) -> None:
        """Says where what was typed is, where it was not written into the plan."""
        if self.draft is None or not self.draft.exists():
            print(self.say(_("Nothing was written.")))
            return
        print(
            self.say(
                _("Nothing was written in the plan. What you typed is kept in {path}. Go on with it:"), path=self.draft
            )
        )
        print(
            "  " + " ".join(("plantrack meeting add --from", typed(str(self.draft)), "--plan", typed(self.session.way)))
        )


def _free(folder: Path, name: str) -> Path:
    """A file that is not there yet: another draft of the same day keeps its own."""
    found, number = folder / f"{name}.yaml", 1
    while found.exists():
        number += 1
        found = folder / f"{name}-{number}.yaml"
    return found
