"""Puts a plan's values into the language of the report. Every word of the plan's passes through here once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from plantrack.dates import Point, When
from plantrack.kinds import Amount, Text, said_in
from plantrack.locales import EN_DASH, NO_BREAK, Speech
from plantrack.mark import _
from plantrack.model.goal import Ended
from plantrack.model.words import ABSENCE_WORDS
from plantrack.pattern import pattern
from plantrack.plan import Plan
from plantrack.report.document import BREAK, Cell, Link, Piece, PlanText, Quiet, Said, State, plain, words
from plantrack.report.names import ended_on, name_on, present_name
from plantrack.report.states import STATES

UNPRINTABLE = pattern(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]|[\ud800-\udfff]")
LEVELS = {
    "theme": _("theme"),
    "goal": _("goal"),
    "activity": _("activity"),
    "criterion": _("success criterion"),
    "indicator": _("indicator"),
}
WORD_TIMES = {"immediately": _("at once"), "each_time": _("on each occasion")}


Source = Callable[[object, str], Cell]
"""The reference to what a figure rests on: of a standing, a count or an indicator, by the figure's name."""


def unsourced(_about: object, _name: str) -> Cell:
    """No reference: the report is not asked for what its figures rest on."""
    return ()


MOST_HEIRS = 2
"""Successors that are named beside a short name, which may stand in row after row."""


class Teller:
    """One report's way of saying things: its language, and the day it judges names by."""

    def __init__(self, plan: Plan, speech: Speech, day: date) -> None:
        self.plan = plan
        self.speech = speech
        self.language = speech.language
        self.date = day
        self.say = speech.say
        self.own = self.language == plan.language
        self._states: dict[tuple[str, str], State] = {}
        self._parties: dict[tuple[str, bool], Cell] = {}
        self.missing = Quiet(self.say(_("no information")))
        self.source: Source = unsourced

    def on(self, day: date | None) -> Teller:
        """The same, with the names that organisations had on another day."""
        return Teller(self.plan, self.speech, day) if day else self

    def state(self, axis: str, key: str) -> State:
        """A state in words."""
        found = self._states.get((axis, key))
        if found is None:
            shown = STATES[axis][key]
            found = self._states[axis, key] = State(self.say(shown.word), shown.symbol, shown.tone)
        return found

    def said(self, text: Text | None) -> Said:
        """A line of people's, in the report's language where it is given in it."""
        if text is None:
            return Said(self.missing.text, self.language)
        given, language = said_in(text, self.language, self.plan.language)
        return Said(printable(" ".join(given.split())), language)

    def said_or_missing(self, text: Text | None) -> Piece:
        """A line of people's, or that there is none."""
        return self.said(text) if text else self.missing

    def told(self, text: Text) -> Cell:
        """A text of people's inside a cell: paragraphs and the items of lists on lines of their own."""
        given, language = said_in(text, self.language, self.plan.language)
        return lines((Said(line, language),) for line in lines_of(printable(given)))

    def text(self, text: Text) -> PlanText:
        """A text of people's with paragraphs and lists."""
        given, language = said_in(text, self.language, self.plan.language)
        return PlanText(printable(given), language)

    def word(self, words: Mapping[str, str], key: str | None) -> str:
        """One of the tool's words for a value of the plan's; a value that could not be read is no information."""
        return self.say(words[key]) if key is not None and key in words else self.missing.text

    def absence(self, absence: str) -> Quiet:
        """Why there is no value."""
        return self.missing if absence == "not_stated" else Quiet(self.say(ABSENCE_WORDS[absence]))

    def level(self, level: str) -> str:
        """What the plan calls one of its levels, in the report's language; the tool's word where it has none in it."""
        return self.given_level(level) or self.say(LEVELS[level])

    def given_level(self, level: str) -> str:
        """The plan's own word for a level, where it gives one in the report's language."""
        levels = self.plan.header.levels
        word = levels[level] if levels else None
        if not word:
            return ""
        text, language = said_in(word, self.language, self.plan.language)
        return text if language == self.language else ""

    def column(self, level: str) -> str:
        """A level's name at the head of a column."""
        return capital(self.level(level))

    def day(self, day: date | None) -> Piece:
        """A day in a table."""
        return day.isoformat() if day else self.missing

    def point(self, point: Point | None) -> str:
        """A point in time in a table: exact ones in figures, others in words."""
        if point is None:
            return self.missing.text
        return point.edtf if point.exact and not point.part else self.speech.point(point)

    def when(self, when: When | None) -> Piece:
        """What a time says; a vague one in the plan's own language as the plan's people wrote it."""
        if when is None:
            return self.missing
        vague = not when.exact or when.word or when.continuous
        if (self.own and vague) or (not when.usable and not when.continuous and not when.word):
            return Said(printable(self.speech.time(when).replace(" - ", f" {EN_DASH} ")), self.plan.language)
        said = self._when(when)
        if when.continuous:
            continuous = self.state("schedule", "continuous").word
            return f"{continuous}, {said}" if said else continuous
        return said

    def _when(self, when: When) -> str:
        if when.after_id:
            found = self.plan.decisions.get(when.after_id)
            named = plain((*self.party(found.body, short=True), " ", self.point(found.date))) if found else ""
            return self.say(_("{n} days after {id}"), n=when.after, id=named or when.after_id)
        start = self.say(WORD_TIMES[when.word]) if when.word else self.point(when.start) if when.start else ""
        end = self.point(when.end) if when.end else ""
        if when.open_end and start:
            return self.say(_("from {time}"), time=start)
        if end and not start:
            return self.say(_("by {time}"), time=end)
        if start == end or not end:
            return start
        return f"{start}{EN_DASH}{end}" if when.exact else f"{start} {EN_DASH} {end}"

    def amount(self, amount: Amount | None) -> str:
        """A sum of money; in the plan's currency where none is said."""
        if amount is None:
            return self.missing.text
        return self.speech.amount(amount, self.plan.header.currency or "")

    def party(self, organisation: str | None, short: bool = False) -> Cell:
        """An organisation by the name it had on the day, with the present one beside where that is another."""
        if organisation is None:
            return (self.missing,)
        found = self._parties.get((organisation, short))
        if found is None:
            found = self._parties[organisation, short] = self._party(organisation, short)
        return found

    def _party(self, identifier: str, short: bool) -> Cell:
        organisation = self.plan.organisations.get(identifier)
        if organisation is None:
            return (Said(printable(identifier), self.plan.language),)
        then, now = name_on(organisation, self.date), present_name(organisation)
        if short:
            name: Piece = then.abbreviation or self.said(then.name)
            present = now.abbreviation or self.said(now.name).text
        else:
            name, present = self.said(then.name), self.said(now.name).text
        known = words(name)
        end = ended_on(organisation, self.plan.calendar)
        if end and end < self.date:
            return (name, " ", Quiet(self._ended(end, organisation.successors, short=short)))
        if known != present:
            return (name, " ", Quiet(self.say(_("(now {name})"), name=present)))
        return (name,)

    def _ended(self, end: date, successors: tuple[str, ...], *, short: bool) -> str:
        found = [self.plan.organisations[each].name for each in successors if each in self.plan.organisations]
        if not found:
            return self.say(_("(until {day})"), day=end)
        if short and len(found) > MOST_HEIRS:
            return self.say(_("(until {day}; {n} took over)"), day=end, n=len(found))
        names = self.speech.list([self.said(name).text for name in found])
        return self.say(_("(until {day}; now {names})"), day=end, names=names)

    def parties(self, organisations: Iterable[str], short: bool = False) -> Cell:
        """Several organisations in a row, or that there is no information."""
        return joined([self.party(each, short) for each in organisations]) or (self.missing,)

    def decision(self, identifier: str) -> Cell:
        """A decision by its body, day, section and number in the register."""
        decision = self.plan.decisions.get(identifier)
        if decision is None:
            return (Said(printable(identifier), self.plan.language),)
        parts: list[Cell] = [(*self.party(decision.body), " ")] if decision.body else [()]
        parts[0] = (*parts[0], self.point(decision.date))
        if decision.section:
            parts.append((decision.section.replace(" ", NO_BREAK),))
        if decision.reference:
            parts.append((self.say(_("register no. {number}"), number=decision.reference),))
        return joined(parts)

    def thing(self, identifier: str) -> Cell:
        """A thing of the plan by its number and title."""
        title = self.title(identifier)
        return (identifier, " ", self.said(title)) if title else (identifier,)

    def title(self, identifier: str) -> Text | None:
        """The title or the text of a thing of the plan."""
        for table in (self.plan.activities, self.plan.goals, self.plan.themes, self.plan.steps):
            if identifier in table:
                title: Text = table[identifier].title
                return title
        for measures in (self.plan.criteria, self.plan.indicators):
            if identifier in measures:
                text: Text = measures[identifier].text
                return text
        return None

    def link(self, identifier: str) -> Piece:
        """A number that leads to where the report tells of it."""
        plan = self.plan
        if identifier == plan.header.id:
            return self.say(_("the whole plan"))
        if identifier in plan.agreements:
            return self.said(plan.agreements[identifier].title)
        if identifier in plan.goal_of or identifier in plan.goals or identifier in plan.themes:
            return Link(identifier, anchor(identifier))
        return identifier

    def links(self, identifiers: Iterable[str]) -> Cell:
        """Numbers in a row, each leading to its place; organisations by name, and decisions by body and day."""
        return joined([self.about(each) for each in identifiers])

    def about(self, identifier: str) -> Cell:
        """What something is about, as a reader knows it."""
        if identifier in self.plan.organisations:
            return self.party(identifier)
        return self.decision(identifier) if identifier in self.plan.decisions else (self.link(identifier),)

    def number_of(self, number: int, whole: int) -> str:
        """So many of so many."""
        return self.say(_("{n} of {whole}"), n=number, whole=whole)


def ended_by(ended: Ended | None, day: date) -> bool:
    """Whether something had ended on a day. An end whose day could not be read had not."""
    return ended is not None and ended.date is not None and ended.date <= day


def anchor(identifier: str) -> str:
    """The anchor of a thing of the plan."""
    return f"id-{identifier}"


def joined(cells: Iterable[Cell], between: Piece = ", ") -> Cell:
    """Cells in a row, with something between them."""
    pieces: list[Piece] = []
    for cell in cells:
        if pieces and cell:
            pieces.append(between)
        pieces.extend(cell)
    return tuple(pieces)


def lines(cells: Iterable[Cell]) -> Cell:
    """Cells under each other in one cell."""
    return joined(cells, BREAK)


LIST_ITEM = pattern(r"\s*[-*+]\s+")


def lines_of(text: str) -> list[str]:
    """The lines that a text is read in: its paragraphs, and the items of its lists after a dash."""
    found: list[str] = []
    fresh = True
    for line in text.split("\n"):
        words = " ".join(line.split())
        item = LIST_ITEM.match(line)
        if item and words:
            found.append("\N{EN DASH} " + " ".join(line[item.end() :].split()))
        elif words and (fresh or not found):
            found.append(words)
        elif words:
            found[-1] = f"{found[-1]} {words}"
        fresh = not words
    return found


def capital(text: str) -> str:
    """With a capital first letter."""
    return text[:1].upper() + text[1:]


def printable(text: str) -> str:
    """Without characters that no document may hold; each is shown as a replacement mark."""
    return UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text) if UNPRINTABLE.search(text) else text
