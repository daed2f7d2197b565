"""The worklist as it is shown: what is late, unanswered or near, organisation by organisation."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import NamedTuple

from plantrack.facts.happened import in_order
from plantrack.followup.duties import NOBODY, Due, by_organisation, by_thing, counts, of_kinds
from plantrack.followup.duty import MEETING, ROUND, SUSPECT, UNANSWERED, Duty
from plantrack.followup.standing import Standings
from plantrack.locales import Speech
from plantrack.mark import _
from plantrack.plan import Plan
from plantrack.report.document import BREAK, Block, Cell, Column, Facts, Piece, Prose, Quiet, Row, Section, Table, plain
from plantrack.report.event_words import day_of
from plantrack.report.names import ended_on
from plantrack.report.teller import Teller, joined
from plantrack.views.due_words import KINDS, how_long, number, reason, round_name, what

MOST_ROWS = 6
"""Rows of one organisation that a brief list has room for."""
FEWEST_TOGETHER = 3
"""From so many on, what an organisation has not answered is one row of a brief list."""
NONE = Quiet("\N{EN DASH}")


class Worklist(NamedTuple):
    """What is to be shown: what is due in a plan on a day, and how much of it was asked for."""

    plan: Plan
    standings: Standings
    speech: Speech
    due: Due
    kinds: Collection[str] = ()
    """The kinds of duties that were asked for; all of them where none is."""
    asked: str = ""
    """The organisation that was asked for; empty where all were."""
    only: Collection[str] = ()
    """Who acts for it: another where it has ended, several where it is a group."""
    brief: bool = False
    """Whether only the most pressing of each organisation is shown."""

    @property
    def tell(self) -> Teller:
        """How it is told: in the reader's language, with the names of the day."""
        return Teller(self.plan, self.speech, self.standings.day)

    @property
    def shown(self) -> tuple[Duty, ...]:
        """The duties that were asked for, each once."""
        found = of_kinds(self.due.duties, self.kinds)
        return tuple(each for each in found if not self.asked or not set(self.only).isdisjoint(each.who))

    @property
    def by_organisation(self) -> Mapping[str, tuple[Duty, ...]]:
        """Organisation -> its duties, for those that were asked for."""
        found = by_organisation(self.shown)
        return {each: its for each, its in found.items() if not self.asked or each in self.only}


def sections(worklist: Worklist) -> tuple[Section, ...]:
    """The whole list: what it is of, how many of each kind, and then organisation by organisation."""
    tell = worklist.tell
    title = tell.said(worklist.plan.header.short_title or worklist.plan.header.title or "")
    blocks: list[Block] = [Facts(tuple(_about(tell, worklist)))]
    if worklist.asked and worklist.asked not in worklist.only:
        blocks.append(Prose(_instead(tell, worklist)))
    blocks.append(Prose((_counted(tell, worklist),)))
    timed = {who: tuple(d for d in its if not is_open_matter(d)) for who, its in worklist.by_organisation.items()}
    parts = [_of_organisation(tell, worklist, each, its) for each, its in timed.items() if its]
    untimed = tuple(each for each in worklist.shown if is_open_matter(each))
    parts += [_without_day(tell, worklist, untimed)] if untimed else []
    return (Section("due", (title,), tuple(blocks)), *parts)


def is_open_matter(duty: Duty) -> bool:
    """Whether it is something that a meeting left open without a day, and so never late."""
    return duty.kind == MEETING and duty.day is None


def next_step(worklist: Worklist) -> str:
    """The command that comes next, in one sentence; empty where there is none."""
    say = worklist.speech.say
    found = worklist.shown
    for each in found:
        if each.kind == ROUND and each.why.rule == "no_round":
            return say(_("Next: plantrack round open {round}"), round=each.thing)
        if each.kind == ROUND and each.why.rule == "to_close" and each.why.values.get("left") == 0:
            return say(_("Next: plantrack round close {round}"), round=each.thing)
    if any(each.kind != ROUND for each in found):
        command = "plantrack due --format eml"
        if worklist.asked:
            command += f" --organisation {worklist.asked}"
        if all(each.kind == SUSPECT for each in found):
            return say(_("Next: plantrack show {id}"), id=found[0].thing)
        return say(_("Next: write reminders: {command}"), command=command)
    return ""


def _about(tell: Teller, worklist: Worklist) -> list[tuple[Cell, Cell]]:
    """The day, the round, and how far ahead is looked."""
    standings, due = worklist.standings, worklist.due
    state: Cell = (standings.round,)
    if due.answer_by is not None:
        until = tell.say(_("answers by {day}"), day=due.answer_by)
        left = how_long(tell, (due.answer_by - standings.day).days)
        state = (standings.round, " ", Quiet(f"({until}, {left})"))
    ahead = tell.speech.count(_("{n} day ahead"), _("{n} days ahead"), due.ahead)
    return [
        ((tell.say(_("As of")),), (standings.day.isoformat(),)),
        ((tell.say(_("Round")),), state),
        ((tell.say(_("Counts as soon")),), (ahead,)),
    ]


def _instead(tell: Teller, worklist: Worklist) -> Cell:
    """Who acts for the organisation that was named: its successors, or its members."""
    named = worklist.plan.organisations.get(worklist.asked)
    end = ended_on(named, worklist.plan.calendar) if named else None
    whose = tell.speech.list([f"{plain(tell.party(each))} ({each})" for each in worklist.only])
    if end and end < worklist.standings.day and worklist.only:
        sentence = _("{id} ended on {day}. Asked instead: {organisations}.")
        return (tell.say(sentence, id=worklist.asked, day=end, organisations=whose),)
    if worklist.only:
        return (tell.say(_("{id} answers through {organisations}."), id=worklist.asked, organisations=whose),)
    return (tell.say(_("Nobody can be asked for {id}. What is its own lies with the secretariat."), id=worklist.asked),)


def _counted(tell: Teller, worklist: Worklist) -> str:
    """How many of each kind; or that there is nothing to do."""
    found = counts(worklist.shown)
    if not found:
        return tell.speech.count(
            _("Nothing is late or unanswered, and nothing is due within {n} day."),
            _("Nothing is late or unanswered, and nothing is due within {n} days."),
            worklist.due.ahead,
        )
    return "   ".join(f"{tell.say(KINDS[kind])}: {number}" for kind, number in found.items())


def _of_organisation(tell: Teller, worklist: Worklist, organisation: str, its: tuple[Duty, ...]) -> Section:
    rows = _rows(tell, its, brief=worklist.brief)
    shown = rows[:MOST_ROWS] if worklist.brief and len(rows) > MOST_ROWS + 1 else rows
    columns = (
        Column(tell.say(_("No later than")), "narrow"),
        Column(tell.say(_("No.")), "narrow"),
        Column(tell.say(_("What")), "wide"),
        Column(tell.say(_("State")), "wide"),
    )
    blocks: list[Block] = [Table((), columns, tuple(shown), head=2)]
    if len(rows) > len(shown):
        command = f"plantrack due --organisation {organisation}" if organisation else "plantrack due --format json"
        more = _("And {n} more: {command}")
        blocks.append(Prose((Quiet(tell.say(more, n=len(rows) - len(shown), command=command)),)))
    if organisation == NOBODY:
        return Section("nobody", (tell.say(_("Nobody is named who could act")),), tuple(blocks))
    return Section(organisation, (*tell.party(organisation), f" ({organisation})"), tuple(blocks))


def _without_day(tell: Teller, worklist: Worklist, its: tuple[Duty, ...]) -> Section:
    """What meetings have left open without a day, the newest meeting first."""
    order = {event: place for place, event in enumerate(in_order(worklist.plan))}
    newest = sorted(its, key=lambda each: -order[str(each.why.values["event"])])
    shown = newest[:MOST_ROWS] if worklist.brief and len(newest) > MOST_ROWS + 1 else newest
    columns = (
        Column(tell.say(_("What")), "wide"),
        Column(tell.say(_("Left by")), "wide"),
        Column(tell.say(_("Who")), "middle"),
    )
    rows = tuple(_open_row(tell, each) for each in shown)
    blocks: list[Block] = [Table((), columns, rows, head=0)]
    if len(newest) > len(shown):
        more = tell.say(_("And {n} more: {command}"), n=len(newest) - len(shown), command="plantrack meeting --open")
        blocks.append(Prose((Quiet(more),)))
    return Section("without-a-day", (tell.say(_("Open after meetings, without a day")),), tuple(blocks))


def _open_row(tell: Teller, duty: Duty) -> Row:
    """One thing that a meeting left open: what, at which meeting and until when in words, and who is to act."""
    values = duty.why.values
    event = tell.plan.events[values["event"]]
    left: Cell = (*day_of(tell, event), " ", tell.said(event.title))
    if values["until"]:
        left = (*left, BREAK, Quiet(tell.say(_("until: {time}"), time=tell.said(values["until"]).text)))
    who = joined([tell.party(each, short=True) for each in duty.who]) or (NONE,)
    return Row(((*what(tell, duty), " ", Quiet(f"({plain_id(duty)})")), left, who))


def _rows(tell: Teller, its: tuple[Duty, ...], *, brief: bool) -> list[Row]:
    """One row for each thing; in a brief list one for all that is to be answered and nothing else."""
    groups = list(by_thing(its).values())
    only_answers = [each for each in groups if all(duty.kind == UNANSWERED for duty in each)]
    if not brief or len(only_answers) < FEWEST_TOGETHER:
        return [_row(tell, each) for each in groups]
    rows = []
    for each in groups:
        if each is only_answers[0]:
            rows.append(_together(tell, only_answers))
        elif each not in only_answers:
            rows.append(_row(tell, each))
    return rows


def _row(tell: Teller, about: tuple[Duty, ...]) -> Row:
    """A thing, with everything that is to be done about it."""
    first = about[0]
    said = number(tell, first)
    title: Cell = what(tell, first)
    if not said and plain_id(first):
        title = (*title, " ", Quiet(f"({plain_id(first)})"))
    reasons: list[Piece] = []
    for each in about:
        if reasons:
            reasons.append(BREAK)
        reasons.append(reason(tell, each))
        if each.day is not None and each.day != first.day:
            reasons += [" ", Quiet(f"({each.day.isoformat()})")]
    return Row((_day(tell, first.day, first.days), (said or NONE,), title, tuple(reasons)))


def plain_id(duty: Duty) -> str:
    """The id to show beside a title that has no number; a round's name says it already. What a later point answers."""
    return "" if duty.kind == ROUND else str(duty.why.values.get("address") or duty.thing)


def _together(tell: Teller, answers: list[tuple[Duty, ...]]) -> Row:
    """All that is left to answer, in one row."""
    first = answers[0][0]
    things = ", ".join(each[0].thing for each in answers)
    name = round_name(tell, str(first.why.values["round"]))
    sentence = tell.say(_("{n} answers for {round}: {things}"), n=len(answers), round=name, things=things)
    return Row((_day(tell, first.day, first.days), (NONE,), (sentence,), (reason(tell, first),)))


def _day(tell: Teller, day: date | None, days: int | None) -> Cell:
    if day is None or days is None:
        return (NONE,)
    return (day.isoformat(), BREAK, Quiet(how_long(tell, days)))
