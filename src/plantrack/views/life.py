"""A thing's life, the oldest first: every wording, time, lead and report, when it was said, and who decided it.

Never who wrote it: of git only days and the names of commits come here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby
from typing import Any, NamedTuple

from plantrack.change import Absence, Change, Thing
from plantrack.changes.life import FILE, Event, Life, Moment, Story, own_dates
from plantrack.facts import Facts as PlanFacts
from plantrack.kinds import Translated
from plantrack.mark import _
from plantrack.model.goal import Ended
from plantrack.model.words import SUBMISSION_ROLES
from plantrack.report.document import BREAK, Cell, Facts, Prose, Quiet, Section, plain
from plantrack.report.teller import Teller, joined
from plantrack.views.changed import NAMED_BY, Asked, Changed
from plantrack.views.gathered import untold
from plantrack.views.marked import ELLIPSIS
from plantrack.views.show import Thing as Found
from plantrack.views.show import headline, things
from plantrack.views.told import Telling

LACKS: Mapping[str, str] = {
    "shallow": _(
        "The beginning is lacking: this copy of the repository holds only its newest history. Fetch the rest: "
        "git fetch --unshallow"
    ),
    "no_git": _(
        "This is only what decisions and reports tell: git is not installed here, and it holds every earlier wording."
    ),
    "no_repository": _(
        "This is only what decisions and reports tell: the plan is in no git repository, which would hold every earlier "
        "wording."
    ),
    "not_yours": _(
        "This is only what decisions and reports tell: git reads nothing here, as the folder belongs to another user of "
        "this machine."
    ),
    "unknown": _("This is only what decisions and reports tell: nothing has been committed here yet."),
}
"""Why the story is not whole."""
SHORT = 7
SHOWN_OF_ORGANISATION = 6


class Entry(NamedTuple):
    """One thing that happened, in words."""

    day: date | None
    """None where it is not committed yet."""
    sort: str
    what: str
    lines: tuple[Cell, ...]
    revision: str = ""
    committed: date | None = None
    """The day of that commit, where the entry has another."""
    decisions: tuple[str, ...] = ()
    path: str = ""
    thing: str = ""


class Told:
    """Tells lives in one language."""

    def __init__(self, facts: PlanFacts, tell: Teller, life: Life, lacks: str = "") -> None:
        self.facts = facts
        self.tell = tell
        self.life = life
        self.lacks = lacks
        """Why it is not whole: one of ``LACKS``; empty where it is."""
        self.changed = Changed(Asked(facts.plan, facts.plan, tell, (), ()))
        self.telling = Telling(tell, lambda _where: "")

    def entries(self) -> list[Entry]:
        """All that happened, the oldest first; what is not committed yet is last."""
        found = [entry for event in self._events() for entry in self._of_event(event)]
        found += [self._of_story(story) for story in self.life.stories()]
        found += self._untold(found)
        found += self._answers(found)
        return sorted(found, key=lambda each: each.day or date.max)

    def _events(self) -> Iterator[Event]:
        """What happened, without what is told by something else of the same commit."""
        for _moment, same in groupby(self.life.events, lambda each: each.moment):
            together = list(same)
            told = {id(each) for each in untold([each.change for each in together])}
            yield from (each for each in together if id(each.change) in told)

    def _of_event(self, event: Event) -> Iterator[Entry]:
        change, moment = event.change, event.moment
        if change.kind == "submission" and change.sort in ("answered", "answer_gone"):
            yield self._of_report(change, moment)
            return
        if change.path == FILE:
            lines: tuple[Cell, ...] = ((f"{change.before} \N{RIGHTWARDS ARROW} {change.after}",),)
            what = self.tell.say(_("in another file; says the same"))
        elif not change.path and change.thing == self.life.thing:
            lines = tuple(self._whole(change.after)) if isinstance(change.after, Thing) else ()
            what = self._coming(change, moment)
        else:
            told = self.changed.told(change)
            lines, what = ((told.line,) if told.line else ()), told.what
            if isinstance(change.after, str | Translated) and ELLIPSIS in plain(told.line):
                lines = (*lines, self.tell.told(change.after))  # a life holds every wording whole
        if change.thing != self.life.thing:
            what = f"{plain(self.changed.subject(change))}: {what}"
        yield Entry(
            moment.day, change.sort, what, lines, moment.revision, None, change.decisions, change.path, change.thing
        )

    def _coming(self, change: Change, moment: Moment) -> str:
        if moment.first and change.sort == "came":
            return self.tell.say(_("as it was in the oldest revision here"))
        return self.changed.told(change).what

    def _whole(self, thing: Thing) -> Iterator[Cell]:
        """All that a thing said when it came."""
        for path, value in thing.said.items():
            if path.partition(".")[0] not in ("readings", "changes", "fields", "items"):
                said: Cell = (
                    (self.tell.absence(value.why),) if isinstance(value, Absence) else self._value(thing, path, value)
                )
                if plain(said):
                    yield (f"{self.changed.field(thing.kind, path)}: ", *said)

    def _value(self, thing: Thing, path: str, value: Any) -> Cell:
        change = Change("field_changed", "", thing.kind, thing.id, path, None, value)
        return self.changed.told(change).after

    def _of_report(self, change: Change, moment: Moment) -> Entry:
        """A report about the thing, on its own day."""
        whole = change.after or change.before
        assert isinstance(whole, Thing)
        day = whole.said.get("date") or moment.day
        gone = change.after is None
        what = self.tell.say(_("the report is gone from the files")) if gone else self._reporter(whole.said)
        lines = () if gone else tuple(self._said(whole.said))
        own = moment.day if gone or moment.day is None else day
        if moment.first:  # when it came into git is not known here
            moment = Moment(own)
        return Entry(own, change.sort, what, lines, moment.revision, moment.day, (), "", change.thing)

    def _reporter(self, said: Mapping[str, Any]) -> str:
        """Who reported: an organisation, and never a person."""
        party = plain(self.tell.on(said.get("date")).party(said.get("by"), short=True))
        role = said.get("role")
        if role and role != "own":
            party = f"{party} ({self.tell.word(SUBMISSION_ROLES, role)})"
        return self.tell.say(_("report from {party}"), party=party)

    def _said(self, said: Mapping[str, Any]) -> Iterator[Cell]:
        """What a report says of the thing; of which things, where it is an organisation's."""
        own = said.get(f"answers.{self.life.thing}")
        if own is not None:
            yield self.changed.values.value("submission", f"answers.{self.life.thing}", own, self.telling)
            return
        things = [path.partition(".")[2] for path in said if path.startswith("answers.")]
        more = len(things) - SHOWN_OF_ORGANISATION
        about = ", ".join(things[:SHOWN_OF_ORGANISATION])
        yield (self.tell.say(_("{things} and {n} more"), things=about, n=more) if more > 0 else about,)

    def _of_story(self, story: Story) -> Entry:
        """What a decision tells, and no commit shows."""
        told = story.told.change
        ends = [self._end(told[end] or "", told.unstated.get(end, "")) for end in ("from", "to")]
        line: Cell = (f"{ends[0]} \N{RIGHTWARDS ARROW} {ends[1]}",) if any(ends) else ()
        what = self.changed.field("", story.path).lower()
        return Entry(
            story.told.day or date.min, "told", what, (line,) if line else (), "", None, (story.told.by,), story.path,
            story.thing,
        )  # fmt: skip

    def _end(self, written: str, absence: str) -> str:
        """A value as a decision writes it; organisations by their names."""
        if not written:
            return self.tell.absence(absence or "not_stated").text
        parts = [each.strip() for each in written.strip("[] ").split(",")]
        if all(each in self.facts.plan.organisations for each in parts):
            return plain(self.tell.parties(parts))
        return self.tell.said(written).text

    def _untold(self, found: Iterable[Entry]) -> Iterator[Entry]:
        """That the thing came later, or ended, where nothing has told it yet."""
        known = {each.sort for each in found if each.thing == self.life.thing}
        record = self._record()
        for day, name, value in own_dates(record.record.__dict__ if record else {}):
            if (name == "added" and "came" not in known) or (name == "ended" and "ended" not in known):
                what = self.tell.say(_("ended") if isinstance(value, Ended) else _("came into the plan"))
                lines: tuple[Cell, ...] = (self.tell.told(value.reason),) if value.reason else ()
                decisions = (value.decision,) if value.decision else ()
                yield Entry(day, name, what, lines, "", None, decisions, name, self.life.thing)

    def _record(self) -> Found | None:
        found = things(self.facts.plan, self.life.thing)
        return next((each for each in found if self.life.kind in ("", each.kind)), None)

    def _answers(self, found: Iterable[Entry]) -> Iterator[Entry]:
        """The reports that nothing has told yet, as where there is no git."""
        known = {each.thing for each in found if each.sort == "answered"}
        for identifier, record in self.facts.plan.submissions.items():
            if identifier not in known and (self.life.thing in record.answers or record.by == self.life.thing):
                said: dict[str, Any] = {"by": record.by, "role": record.role}
                said |= {f"answers.{each}": answer for each, answer in record.answers.items()}
                lines = tuple(self._said(said))
                yield Entry(record.date or date.min, "answered", self._reporter(said), lines, thing=identifier)

    def line(self, entry: Entry) -> Cell:
        """An entry with all its lines."""
        head: Cell = (entry.what,)
        below = list(entry.lines)
        if len(below) == 1 and entry.sort not in ("came",):
            head = (*head, ": ", *below.pop())
        return joined([head, *below, *self._source(entry)], BREAK)

    def _source(self, entry: Entry) -> Iterator[Cell]:
        """Who decided it, and in which revision it is."""
        for decision in entry.decisions:
            known = decision in self.facts.plan.decisions
            named = f"{plain(self.tell.decision(decision))} ({decision})" if known else decision
            yield (Quiet(self.tell.say(_("decided: {decision}"), decision=named)),)
        if entry.revision:
            late = entry.committed is not None and entry.committed != entry.day
            sentence = _("revision {revision}, {day}") if late else _("revision {revision}")
            yield (Quiet(self.tell.say(sentence, revision=entry.revision[:SHORT], day=entry.committed)),)

    def section(self) -> Section:
        """The whole life."""
        items: list[tuple[Cell, Cell]] = []
        for entry in self.entries():
            unknown = self.tell.say(_("not committed yet")) if entry.day is None else self.tell.missing.text
            items.append(
                ((entry.day.isoformat() if entry.day and entry.day > date.min else unknown,), self.line(entry))
            )
        notes = (Prose((self.tell.say(LACKS[self.lacks]),)),) if self.lacks else ()
        body = (Facts(tuple(items)),) if items else (Prose((self.tell.say(_("Nothing is known of its life.")),)),)
        return Section("life", self.title(), (*notes, *body))

    def title(self) -> Cell:
        """What the thing is called, or was, where it is gone."""
        record = self._record()
        if record is not None:
            return headline(self.tell, record)
        last = next((each.change.before for each in reversed(self.life.events) if each.change.before), None)
        name = (
            next((last.said[each] for each in NAMED_BY if each in last.said), None) if isinstance(last, Thing) else None
        )
        gone = Quiet(f" ({self.tell.say(_('no longer in the plan'))})")
        return (f"{self.life.thing} ", self.tell.said(name), gone) if name else (self.life.thing, gone)
