"""The worklist as days in a calendar: what stands on which day, under a key that is the same the next time.

A thing that was to be done keeps its day and its key when the day has passed. What has no day, or only
grows old, is not here.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from plantrack.followup import duty as kinds
from plantrack.followup.duty import Duty
from plantrack.mark import _
from plantrack.plan import by_number
from plantrack.report.document import plain
from plantrack.report.teller import Teller
from plantrack.views.due import Worklist
from plantrack.views.due_words import in_words, round_name

MOST_NAMED = 4
"""Things that a title has room for."""
MOST_LISTED = 100
"""Things that the text under it names."""


class Entry(NamedTuple):
    """One day in a calendar."""

    key: str
    """What makes it the same entry the next time that a calendar is made."""
    day: date
    title: str
    text: str
    category: str


class Head(NamedTuple):
    """What is to happen on a day: told before it, and after."""

    ahead: str
    passed: str


END, BEGINNING, VALUE, JUDGEMENT, REPORT, ANSWERS = "end", "beginning", "value", "judgement", "report", "answers"
KEYS = {
    "late": END, "time_is_up": END, "ends": END, "not_begun": BEGINNING, "begins": BEGINNING, "not_measured": VALUE,
    "to_measure": VALUE, "part_missing": VALUE, "not_judged": JUDGEMENT, "to_judge": JUDGEMENT,
    "not_reported_back": REPORT, "report_back": REPORT, "answer_by": ANSWERS, "to_close": ANSWERS,
}  # fmt: skip
"""Rule -> what it is about the day that does not change when the day passes. The other rules are their own."""
HEADS: Mapping[str, Head] = {
    END: Head(_("To be done"), _("Should have been done")),
    BEGINNING: Head(_("To begin"), _("Should have begun")),
    VALUE: Head(_("To be measured"), _("Should have been measured")),
    JUDGEMENT: Head(_("To be judged"), _("Should have been judged")),
    REPORT: Head(_("To be reported back"), _("Should have been reported back")),
    ANSWERS: Head(_("Last day for answers"), _("Last day for answers")),
    "unanswered": Head(_("To be answered"), _("Should have been answered")),
    "expected_passed": Head(_("Deviates, expected to be done"), _("Deviates, should have been done by now")),
    "action": Head(_("Left to do after a meeting"), _("Should have been done after a meeting")),
    "postponed": Head(_("Put off to this day at a meeting"), _("Put off to this day at a meeting")),
    "opens": Head(_("The round opens"), _("The round opens")),
    "cut_off": Head(_("Cut-off day"), _("Cut-off day")),
    "no_round": Head(_("To be followed up, no round is open"), _("Should have been followed up")),
}
CATEGORIES = {kinds.ROUND: _("Follow-up"), kinds.UNANSWERED: _("Follow-up")}


def entries(worklist: Worklist) -> tuple[Entry, ...]:
    """The days of a worklist, in order: of the whole plan what falls on a day together, of one organisation each thing."""
    groups: dict[tuple[date, str], list[Duty]] = {}
    shown = worklist.shown
    answered_by = {each.day for each in shown if _event(each) == ANSWERS}
    for each in shown:
        told_already = each.kind == kinds.UNANSWERED and each.day in answered_by and not worklist.asked
        if each.day is not None and _event(each) in HEADS and not told_already:
            groups.setdefault((each.day, _key(worklist.asked, each)), []).append(each)
    return tuple(_entry(worklist, day, key, its) for (day, key), its in sorted(groups.items()))


def _event(duty: Duty) -> str:
    """What is to happen on a duty's day, whether the day has passed or not."""
    return KEYS.get(duty.why.rule, duty.why.rule)


def _key(asked: str, duty: Duty) -> str:
    """The key of a duty's entry. Where a thing has an entry of its own the day is not in it: so a moved day moves it."""
    event = _event(duty)
    if duty.kind == kinds.UNANSWERED:
        key = f"{event}.{duty.why.values['round']}"
    elif asked or duty.kind == kinds.ROUND:
        key = f"{event}.{duty.thing}{duty.why.values.get('point', '')}"
    else:
        key = f"{duty.day}.{event}"
    return f"{asked}.{key}" if asked else key


def _entry(worklist: Worklist, day: date, key: str, its: list[Duty]) -> Entry:
    its = sorted(its, key=lambda each: by_number(each.thing))
    tell, first = worklist.tell, its[0]
    head = HEADS[_event(first)]
    title = tell.say(head.passed if day < worklist.standings.day else head.ahead)
    lines = [_line(tell, each, with_party=not worklist.asked) for each in its]
    if _event(first) == ANSWERS:
        lines = [round_name(tell, first.thing), *_waiting(worklist)]
    if len(lines) > MOST_LISTED:
        lines = [*lines[:MOST_LISTED], tell.say(_("and {n} more"), n=len(lines) - MOST_LISTED)]
    lines.append(tell.said(worklist.plan.header.title).text)
    category = tell.say(CATEGORIES.get(first.kind, _("Action plan")))
    return Entry(key, day, f"{title}: {_things(tell, its)}", "\n".join(lines), category)


def _things(tell: Teller, its: list[Duty]) -> str:
    """What an entry is about: one thing with its title, or the numbers of several."""
    if len(its) == 1:
        return in_words(tell, its[0])
    ids = [each.thing for each in its]
    if len(ids) <= MOST_NAMED:
        return tell.speech.list(ids)
    return f"{', '.join(ids[:MOST_NAMED])} {tell.say(_('and {n} more'), n=len(ids) - MOST_NAMED)}"


def _line(tell: Teller, duty: Duty, *, with_party: bool) -> str:
    whose = f" ({plain(tell.parties(duty.who, short=True))})" if with_party and duty.who else ""
    return in_words(tell, duty) + whose


def _waiting(worklist: Worklist) -> list[str]:
    """The organisations that have answers left to give, with how many."""
    left: dict[str, int] = {}
    for each in worklist.due.duties:
        if each.kind == kinds.UNANSWERED:
            for organisation in each.who:
                left[organisation] = left.get(organisation, 0) + 1
    tell = worklist.tell
    one, many = _("{n} answer left"), _("{n} answers left")
    return [f"{plain(tell.party(each))}: {tell.speech.count(one, many, number)}" for each, number in left.items()]


class Calendar(NamedTuple):
    """A calendar that is to be written."""

    id: str
    """The plan's id, which makes the entries its own."""
    name: str
    language: str
    made: date
    """The day of judgement."""
    entries: tuple[Entry, ...]


def calendar_of(worklist: Worklist) -> Calendar:
    """A worklist as a calendar: of the whole plan, or of one organisation."""
    tell, header = worklist.tell, worklist.plan.header
    name = tell.said(header.short_title or header.title).text
    if worklist.asked:
        name = f"{name}: {plain(tell.party(worklist.asked))}"
    return Calendar(header.id or "plan", name, tell.language, worklist.standings.day, entries(worklist))
