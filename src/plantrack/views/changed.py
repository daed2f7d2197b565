"""What changed in a plan, for people: the heaviest first, each with what it was, what it is, and who decided it."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Any, NamedTuple

from plantrack.change import WEIGHTS, WORDING, Change, Thing
from plantrack.changes.compare import by_weight
from plantrack.changes.decided import Undone
from plantrack.kinds import Text, Translated
from plantrack.mark import _
from plantrack.plan import Plan
from plantrack.report.document import BREAK, Bullets, Cell, Column, Piece, Quiet, Row, Section, State, Table, plain
from plantrack.report.teller import Teller, joined
from plantrack.views.changed_values import Values
from plantrack.views.changed_words import COUNTS, INSIDE, KINDS, NO_LONGER_STATED, SORTS, SPANS, STATED, WITH
from plantrack.views.changed_words import WEIGHTS as HEADINGS
from plantrack.views.gathered import Gathered, gathered

NAMED_BY = ("title", "name", "text", "means")
"""Fields that a thing is known by, the first that it has."""
SAYS_GONE = ("target_dropped", "text_removed", "answer_taken_away")
"""Sorts of change by whose words there is no value any more."""
UNNAMED = ("submission", "issue", "term")
"""Kinds of things whose id says all."""


class Asked(NamedTuple):
    """What is to be told, and in whose words."""

    before: Plan
    after: Plan
    tell: Teller
    """Speaks of the plan as it is."""
    changes: Sequence[Change]
    undone: Sequence[Undone]
    """What was decided and never carried out."""
    undone_before: Sequence[Undone] = ()
    """The same, as it was before."""


class Told(NamedTuple):
    """One change in words."""

    what: str
    before: Cell
    after: Cell
    """Empty where there is nothing to show on that side."""
    line: Cell
    """Both sides on one line."""
    decision: Cell
    lacking: bool


class Changed:
    """Tells changes in one language."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        self.tell = asked.tell
        self.values = Values(asked.before, asked.tell)
        self.field = self.values.field
        self.shown = gathered(asked.changes)

    def headline(self) -> str:
        """How many of each weight, in a sentence."""
        say, changes = self.tell.say, [each.change for each in self.shown]
        if not changes:
            return say(_("Nothing has changed in the plan."))
        found = by_weight(changes)
        counts = [self.tell.speech.count(*COUNTS[each], len(found[each])) for each in WEIGHTS if found[each]]
        text = say(_("Changed: {counts}."), counts=self.tell.speech.list(counts))
        lacking = sum(each.lacking for each in changes)
        if lacking and len(changes) == 1:
            text += " " + say(_("It has no decision."))
        elif lacking:
            one, many = _("{n} of them has no decision."), _("{n} of them have no decision.")
            text += " " + self.tell.speech.count(one, many, lacking)
        return text

    def _by_weight(self) -> Iterator[tuple[str, list[Gathered]]]:
        for weight in WEIGHTS:
            found = [each for each in self.shown if each.change.weight == weight]
            if found:
                yield weight, found

    def as_lists(self) -> Iterator[Section]:
        """One list for each weight: for a terminal."""
        for weight, found in self._by_weight():
            items = [self._item(list(each)) for _thing, each in groupby(found, _subject)]
            yield Section(weight, (self.tell.say(HEADINGS[weight]),), (Bullets(tuple(items)),))

    def as_tables(self) -> Iterator[Section]:
        """One table for each weight, with what was and what is side by side: for a page."""
        titles = (_("What"), _("Change"), _("Before"), _("After"), _("Decision"))
        widths = ("middle", "middle", "wide", "wide", "narrow")
        for weight, found in self._by_weight():
            rows = [self._row(each.change, self.told(each.change, each)) for each in found]
            columns = [Column(self.tell.say(each), width) for each, width in zip(titles, widths, strict=True)]
            if all(row.cells[-1] == () for row in rows):
                columns, rows = columns[:-1], [Row(row.cells[:-1]) for row in rows]
            title = (self.tell.say(HEADINGS[weight]),)
            caption = (self.tell.speech.count(_("{n} change"), _("{n} changes"), len(rows)),)
            table = Table(caption, tuple(columns), tuple(_filled(row) for row in rows))
            yield Section(weight, title, (table,))

    def undone(self) -> Iterator[Section]:
        """What was decided, and the plan does not say."""
        if not self.asked.undone:
            return
        known = {*self.asked.undone_before}
        items = tuple(self._undone(each) for each in self.asked.undone if each not in known)
        older = [f"{each.decision} ({each.thing})" for each in self.asked.undone if each in known]
        if older:
            told = self.tell.say(_("Since before: {decisions}."), decisions=self.tell.speech.list(older))
            items = (*items, (Quiet(told),))
        yield Section("undone", (self.tell.say(_("Decided, and not carried out in the plan")),), (Bullets(items),))

    def _item(self, found: list[Gathered]) -> Cell:
        """All that changed with one thing, line by line."""
        lines = [self._line(self.told(each.change, each)) for each in found]
        first = found[0].change
        if len(lines) == 1:
            head: Cell = (first.thing,) if self._names_it(first) else self.subject(first)
            return (*head, ": ", *lines[0])
        return (*self.subject(first), BREAK, *joined(lines, BREAK))

    def _line(self, told: Told) -> Cell:
        line: Cell = (told.what, ": ", *told.line) if told.line else (told.what,)
        if told.decision:
            line = (*line, " " if plain(line).endswith(".") else ". ")
        if told.decision and not told.lacking:
            line = (*line, self.tell.say(_("Decision:")), " ")
        return (*line, *told.decision)

    def _row(self, change: Change, told: Told) -> Row:
        return Row((self.subject(change), (told.what,), told.before, told.after, told.decision))

    def subject(self, change: Change) -> Cell:
        """What a change is about: its id and its title; the ids of all, where several changed in the same way."""
        if change.also:
            return (self.tell.speech.list(change.things),)
        title = self._title(change)
        return (f"{change.thing} ", title) if title else (change.thing,)

    def _names_it(self, change: Change) -> bool:
        """Whether a change is of the very words that the thing is known by."""
        title = self._title(change) if isinstance(change.after, str | Translated) else ""
        return bool(title) and change.path in NAMED_BY and title == self.tell.said(change.after)

    def _title(self, change: Change) -> Piece:
        if change.kind in UNNAMED:
            return ""
        for thing, tell in ((change.after, self.tell), (change.before, self.values.then.tell)):
            if isinstance(thing, Thing) and change.kind != "text":
                text = next((thing.said[name] for name in NAMED_BY if name in thing.said), None)
                if isinstance(text, str | Translated):
                    return tell.said(text)
        return self._known_title(change)

    def _known_title(self, change: Change) -> Piece:
        """The title of what was there before and is there still."""
        for plan, tell in ((self.asked.after, self.tell), (self.asked.before, self.values.then.tell)):
            title: Text | None
            if change.kind == "plan":
                title = plan.header.short_title or plan.header.title
            elif change.kind == "organisation":
                organisation = plan.organisations.get(change.thing)
                title = organisation.name if organisation else None
            elif change.kind in ("decision", "event", "ballot", "round"):
                tables: dict[str, Any] = {"decision": plan.decisions, "event": plan.events, "round": plan.rounds}
                record = tables.get(change.kind, {}).get(change.thing)
                title = record.title if record else None
            else:
                title = tell.title(change.thing.rpartition("/")[2])
            if title:
                return tell.said(title)
        return ""

    def told(self, change: Change, whole: Gathered | None = None) -> Told:
        """A change in words; with what came or went with it, where it is told whole."""
        before, after, line = self.values.sides(change)
        if before and not after and change.path and not self._is_plainly_gone(change):
            line = (*before, " \N{RIGHTWARDS ARROW} ", self.values.unstated())
        what = self._what(change)
        if whole and whole.inside:
            counts = [self.tell.speech.count(*INSIDE[each], n) for each, n in whole.inside.items()]
            what = self.tell.say(WITH, what=what, counts=self.tell.speech.list(counts))
        return Told(what, before, after, line, self._decision(change), change.lacking)

    def _is_plainly_gone(self, change: Change) -> bool:
        return change.after is None and (change.sort in SAYS_GONE or SORTS.get(change.sort) == "{field}")

    def _what(self, change: Change) -> str:
        say, field = self.tell.say, self.field(change.kind, change.path)
        if change.sort in ("postponed", "brought_forward"):
            unit, number = _span(change.values)
            return _first_small(self.tell.speech.count(*SPANS[change.sort, unit], number, field=field))
        values = {**change.values, "field": field, "kind": say(KINDS[change.kind])}
        sort = f"{change.sort}_{change.values['how']}" if "how" in change.values else change.sort
        if sort == "rewritten" and change.weight == WORDING:
            sort = "reworded"
        sentence = SORTS[sort]
        if sentence == "{field}" and (change.before is None or change.after is None):
            sentence = STATED if change.before is None else NO_LONGER_STATED
        values["others"] = self.tell.speech.list(change.values.get("out_of") or change.values.get("into") or ())
        if "other" in change.values:
            values["other"] = str(change.values["other"]).partition(".")[2]
        return _first_small(say(sentence, **values))

    def _decision(self, change: Change) -> Cell:
        """Who decided it; that nobody did, where somebody should have."""
        pieces: list[Piece] = []
        if change.decisions and not change.lacking:
            pieces.append(self.tell.speech.list(change.decisions))
        if change.lacking:
            pieces.append(State(self.tell.say(_("no decision")), "✗", "bad"))
            if change.decisions:
                editorial = self.tell.say(
                    _("{decisions} tells of it and is editorial"), decisions=self.tell.speech.list(change.decisions)
                )
                pieces += [" ", Quiet(f"({editorial})")]
        return tuple(pieces)

    def _undone(self, undone: Undone) -> Cell:
        """One thing that was decided."""
        say = self.tell.say
        if not undone.path:
            sentence = _("{by} ends {thing}, which has not ended in the plan.")
            return (say(sentence, by=undone.decision, thing=undone.thing),)
        kind = next((kind for kind, table in self._tables() if undone.thing in table), "activity")
        field = self.field(kind, undone.path).lower()
        sentence = _("{by} changes {thing} ({field}) to “{to}”, and the plan says something else.")
        return (say(sentence, by=undone.decision, thing=undone.thing, field=field, to=undone.to),)

    def _tables(self) -> Iterable[tuple[str, Any]]:
        plan = self.asked.after
        return (
            ("activity", plan.activities),
            ("goal", plan.goals),
            ("indicator", plan.indicators),
            ("criterion", plan.criteria),
        )


def _filled(row: Row) -> Row:
    dash: Cell = (Quiet("\N{EN DASH}"),)
    return Row(tuple(cell or dash for cell in row.cells))


def _span(values: Any) -> tuple[str, int]:
    """A span of time: in whole years or months where it is so many, and else in days."""
    was, now = values.get("was"), values.get("now")
    if isinstance(was, date) and isinstance(now, date):
        first, last = sorted((was, now))
        months = (last.year - first.year) * 12 + last.month - first.month
        if months and (first.day == last.day or (_ends_month(first) and _ends_month(last))):
            return ("year", months // 12) if months % 12 == 0 else ("month", months)
    return "day", values["n"]


def _ends_month(day: date) -> bool:
    return day.day == monthrange(day.year, day.month)[1]


def _subject(found: Gathered) -> tuple[Any, ...]:
    return found.change.kind, found.change.things


def _first_small(text: str) -> str:
    """A phrase as it stands inside a line."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text
