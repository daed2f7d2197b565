"""What a change was about, in words: both sides of it, side by side and on one line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from plantrack.change import HOME, Absence, Change, Thing
from plantrack.changes.records import RECORDS
from plantrack.kinds import PLAIN, Kind, Text, Translated
from plantrack.mark import _
from plantrack.model.goal import Added, Cost, Ended
from plantrack.model.progress import Answer
from plantrack.plan import Plan
from plantrack.record import Keyed, Many, Of, Record
from plantrack.report.document import BREAK, Cell, Marked, Piece, Quiet, Said, plain
from plantrack.report.measured_words import typed
from plantrack.report.teller import Teller, joined, printable
from plantrack.views.changed_words import SINGLE
from plantrack.views.labels import LABELS
from plantrack.views.marked import merged, side_by_side
from plantrack.views.told import Telling

IN_SHORT: Mapping[str, tuple[str, ...]] = {
    "term": ("means", "text"),
    "organisation": ("kind", "side"),
    "round": ("cut_off", "answer_by"),
    "event": ("date", "between", "body"),
    "text": ("by", "date"),
    "mandate item": ("to", "with", "report_back"),
}
"""What is told of a thing that came or went, by its kind."""
DEFINITION = ("when", "due", "lead", "implementing", "responsible", "unit")
"""What is told of every other."""
ARROW = " \N{RIGHTWARDS ARROW} "


class Sides(NamedTuple):
    """Both sides of a change; empty where there is nothing to show."""

    before: Cell
    after: Cell
    line: Cell
    """Both on one line."""


class Values:
    """Tells the values of changes in one language."""

    def __init__(self, before: Plan, tell: Teller) -> None:
        self.tell = tell
        self.telling = Telling(tell, lambda _where: "")
        self.then = Telling(Teller(before, tell.speech, tell.date), lambda _where: "")

    def sides(self, change: Change) -> Sides:
        """Both sides of a change in words."""
        found = self._as_texts(change) or self._as_lists(change)
        if found:
            return found
        was, now = _differing(change.before, change.after)
        before, after = self._end(change, was, self.then), self._end(change, now, self.telling)
        if not change.path or not before or not after:
            return Sides(before, after, before or after)
        return Sides(before, after, (*before, ARROW, *after))

    def field(self, kind: str, path: str) -> str:
        """What a field is called, and which of its values; of an answer, what it is about."""
        name, _dot, key = path.partition(".")
        if kind == "submission" and name == "answers" and key:
            return key
        labels = SINGLE if key and name in SINGLE else LABELS
        label = self.tell.say(labels[name]) if name in labels else name
        if kind == "plan" and key in LABELS:
            key = self.tell.say(LABELS[key]).lower()
        return f"{label} {key}".strip()

    def _as_texts(self, change: Change) -> Sides | None:
        """Two texts, held against each other word by word."""
        before, after = change.before, change.after
        if not isinstance(before, str | Translated) or not isinstance(after, str | Translated) or change.path == HOME:
            return None
        kind = self._kind(change.kind, change.path)
        if not getattr(kind, "kind", kind).takes_text:
            return None
        was, now, language = self._in_one_language(before, after)
        return Sides(*side_by_side(was, now, language), merged(was, now, language))

    def _in_one_language(self, before: Text, after: Text) -> tuple[str, str, str]:
        """Both texts in a language in which they differ, the reader's first; a language that only one has is last."""
        own = self.tell.plan.language
        was, now = (each if isinstance(each, Translated) else {own: each} for each in (before, after))
        languages = sorted(
            {*was, *now}, key=lambda each: (each not in was or each not in now, each != self.tell.language)
        )
        chosen = next((each for each in languages if was.get(each) != now.get(each)), own)
        one, other = (printable(" ".join(text.get(chosen, "").split())) for text in (was, now))
        return one, other, chosen

    def _as_lists(self, change: Change) -> Sides | None:
        """Two lists that share something: what is gone and what is new in them."""
        before, after, kind = change.before, change.after, self._kind(change.kind, change.path)
        if (
            type(before) is not tuple
            or type(after) is not tuple
            or not isinstance(kind, Many)
            or isinstance(kind.kind, Of)
        ):
            return None
        new = [each for each in after if each not in before]
        gone = [each for each in before if each not in after]
        if any(isinstance(each, Absence) for each in (*before, *after)) or len(gone) == len(before) or not gone + new:
            return None

        def cell(value: Any) -> Cell:
            telling = self.then if value in gone else self.telling
            said = telling.value(value, kind.kind)
            if value not in gone and value not in new:
                return said
            return (Marked(plain(said), "gone" if value in gone else "new", self.tell.plan.language),)

        left, right, line = (joined([cell(each) for each in row]) for row in (before, after, (*before, *new)))
        return Sides(left, right, line)

    def _end(self, change: Change, value: Any, telling: Telling) -> Cell:
        """One side of a change in words."""
        if value is None:
            return ()
        if isinstance(value, Thing):
            return self.whole(value, telling)
        if isinstance(value, Absence):
            return (telling.tell.absence(value.why),)
        if change.path == HOME:
            title = telling.tell.title(value)
            return (f"{value} ", telling.tell.said(title)) if title else (value,)
        if isinstance(value, Ended | Added) and (change.before is None or change.after is None):
            return self._ending(change, value, telling)
        if change.sort == "time_reworded":
            return (telling.tell.said(value.text or value.edtf),)
        return self.value(change.kind, change.path, value, telling)

    def value(self, kind: str, path: str, value: Any, telling: Telling) -> Cell:
        """The value of a field, or one of several that it has."""
        its = self._kind(kind, path)
        if isinstance(value, Answer):
            value = _readable(value, path.partition(".")[2], telling.tell)
        if type(value) is not tuple:
            return _evenly(telling.value(value, its))
        single = its.kind if isinstance(its, Many) else its
        cells = [
            (telling.tell.absence(each.why),) if isinstance(each, Absence) else telling.value(_sparing(each), single)
            for each in value
        ]
        return joined(cells, "; " if isinstance(single, Of) or not isinstance(its, Many) else ", ")

    def _kind(self, kind: str, path: str) -> Kind[Any]:
        """What reads the value of a field, or of one of several under it. What a thing lies in is named by an id."""
        name, _dot, key = path.partition(".")
        field = RECORDS[kind].FIELDS.get(name)
        its: Kind[Any] = field.kind if field else PLAIN
        if key and isinstance(its, Keyed):
            return its.kind
        if key and isinstance(its, Of):
            inner: Kind[Any] = its.cls.FIELDS[key].kind
            return inner
        return its

    def _ending(self, change: Change, value: Ended | Added, telling: Telling) -> Cell:
        """When something ended or came, how, and why. Who decided it is told beside it."""
        first: list[Cell] = [(value.date.isoformat(),)] if value.date else []
        if isinstance(value, Ended) and value.how and "how" not in change.values:
            first.append(telling.value(value.how, Ended.FIELDS["how"].kind))
        if value.decision and value.decision not in change.decisions:
            first.append((value.decision,))
        reason: Cell = telling.value(value.reason, Ended.FIELDS["reason"].kind) if value.reason else ()
        return joined([joined(first), reason], ". ")

    def whole(self, thing: Thing, telling: Telling) -> Cell:
        """What a thing that came or went says, in short."""
        if thing.kind == "submission":
            return self._answers(thing, telling)
        if thing.kind == "decision":
            return telling.tell.decision(thing.id)
        shown = [name for name in IN_SHORT.get(thing.kind, DEFINITION) if name in thing.said]
        shown += [name for name in thing.said if name.startswith("targets.")]
        return joined([self._named(thing, name, telling) for name in shown], "; ")

    def _named(self, thing: Thing, name: str, telling: Telling) -> Cell:
        value = thing.said[name]
        if isinstance(value, Absence):
            said: Cell = (telling.tell.absence(value.why),)
        else:
            said = self.value(thing.kind, name, value, telling)
        return said if name in ("means", "text") else (f"{self.field(thing.kind, name).lower()}: ", *said)

    def _answers(self, thing: Thing, telling: Telling) -> Cell:
        """What a submission reports, line by line."""
        cells: list[Cell] = []
        if "by" in thing.said:
            by: list[Piece] = [*telling.tell.party(thing.said["by"], short=True)]
            cells.append((*by, f", {thing.said['date']}") if "date" in thing.said else tuple(by))
        cells += [self._named(thing, name, telling) for name in ("role", "replaces", "confirms") if name in thing.said]
        for name, value in thing.said.items():
            if name.startswith("answers."):
                cells.append((f"{self.field('submission', name)}: ", *self.value("submission", name, value, telling)))
        return joined(cells, BREAK)

    def unstated(self) -> Piece:
        """That there is no value."""
        return Quiet(self.tell.say(_("not stated")))


def _differing(before: Any, after: Any) -> tuple[Any, Any]:
    """Two values; of two blocks, or of two rows of as many, only the fields that differ."""
    if type(before) is tuple and type(after) is tuple and len(before) == len(after):
        pairs = [_differing(*each) for each in zip(before, after, strict=True)]
        return tuple(each[0] for each in pairs), tuple(each[1] for each in pairs)
    if not isinstance(before, Record) or type(before) is not type(after):
        return before, after
    names = [n for n in before.FIELDS if before[n] != after[n] or before.unstated.get(n) != after.unstated.get(n)]
    return _only(before, names), _only(after, names)


def _sparing(value: Any) -> Any:
    """A value without what the rest of it says already: that what has an amount is an amount."""
    if isinstance(value, Cost) and "amount" in value.__dict__ and value.__dict__.get("kind") == "amount":
        return _only(value, [name for name in value.FIELDS if name != "kind"])
    return value


def _evenly(cell: Cell) -> Cell:
    """A row of sentences with one sign between them, where each would have brought its own full stop."""
    pieces = list(cell)
    for place, after in enumerate(pieces[1:]):
        piece = pieces[place]
        if after == "; " and isinstance(piece, Said) and piece.text.endswith(".") and not piece.text.endswith(".."):
            pieces[place] = piece._replace(text=piece.text[:-1])
    return tuple(pieces)


def _readable(answer: Answer, indicator: str, tell: Teller) -> Answer:
    """An answer with its value as the reader writes numbers, and yes and no."""
    if answer.value is None:
        return answer
    said = plain((typed(tell, tell.plan.indicators.get(indicator), answer.value),))
    return Answer(**{**answer.__dict__, "value": said})


def _only(record: Record, names: list[str]) -> Record:
    kept = {record.ATTRIBUTES[n]: record[n] for n in names if record.ATTRIBUTES[n] in record.__dict__}
    return type(record)(**kept, unstated={n: why for n, why in record.unstated.items() if n in names})
