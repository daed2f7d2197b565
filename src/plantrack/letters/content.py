"""What a letter tells: the values that a template may use, all of them words in the letter's language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from plantrack.facts.answers import kinds_of_things
from plantrack.followup import duty as kinds
from plantrack.followup.duties import NOBODY, by_thing
from plantrack.followup.duty import Duty
from plantrack.mark import _
from plantrack.report.document import words
from plantrack.report.names import name_on
from plantrack.report.teller import Teller
from plantrack.views.due import Worklist
from plantrack.views.due_words import number, round_name, sentence, title

ASKING = "asking"
LETTERS = (ASKING, "reminder")
QUESTIONS = {
    "activity": _("How far has it come?"),
    "step": _("How far has it come?"),
    "criterion": _("Has it come true?"),
    "indicator": _("What is the value?"),
    "goal": _("How far is it reached, and will it be?"),
    "theme": _("How far is it reached, and will it be?"),
}
"""Kind of thing -> what is asked about it."""


class Item(NamedTuple):
    """One thing that a letter names."""

    number: str
    """Its number in the plan; empty where it has none."""
    title: str
    note: str
    """What is to be said of it beside; may be empty."""


class Question(NamedTuple):
    """A question, and the things that it is asked about."""

    text: str
    items: tuple[Item, ...]


class Content(NamedTuple):
    """All that a template may use. The names are those that stand in it."""

    organisation: str
    plan: str
    short_plan: str
    """A shorter name for it."""
    period: str
    parties: str
    """Whose plan it is, in a row."""
    today: str
    round: str
    """What the open round is called; empty where none is open."""
    answer_by: str
    """The last day for answers in words; empty where there is none."""
    is_late: bool
    """Whether that day has passed."""
    days_left: int
    """Days until then; below zero when it has passed, and 0 where there is none."""
    asked: tuple[Item, ...]
    """All that the organisation is asked about in the round."""
    questions: tuple[Question, ...]
    """The same, by what is asked."""
    unanswered: tuple[Item, ...]
    overdue: tuple[Item, ...]
    soon: tuple[Item, ...]
    others: tuple[Item, ...]
    """What else is to be said, measured or reported back."""
    sender: str
    """Who keeps the follow-up together, by function."""
    sender_mailbox: str
    invented: str
    """That the plan is made up; empty where it is not."""


def recipients(worklist: Worklist, letter: str) -> tuple[str, ...]:
    """Who gets a letter: all that are asked in the round, or all that have anything to be reminded of."""
    if letter == ASKING:
        return tuple(each for each in worklist.due.asked if not worklist.asked or each in worklist.only)
    found = worklist.by_organisation
    return tuple(sorted(each for each, its in found.items() if each != NOBODY and any(map(_is_told, its))))


def content(worklist: Worklist, organisation: str) -> Content:
    """What a letter to one organisation tells."""
    tell, due, header = worklist.tell, worklist.due, worklist.plan.header
    day = worklist.standings.day
    its = [each for each in worklist.by_organisation.get(organisation, ()) if _is_told(each)]
    open_answers = {each.thing for each in its if each.kind == kinds.UNANSWERED}
    rest = [each for each in its if each.thing not in open_answers]
    asked = due.asked.get(organisation, ())
    sender = due.secretariat[0] if due.secretariat else ""
    return Content(
        organisation=_name(tell, organisation, day),
        plan=tell.said(header.title).text,
        short_plan=tell.said(header.short_title or header.title).text,
        period=words(tell.when(header.period)) if header.period else "",
        parties=tell.speech.list([_name(tell, each, day) for each in header.parties]) if header.parties else "",
        today=tell.speech.day(day),
        round=round_name(tell, due.round) if due.round else "",
        answer_by=tell.speech.day(due.answer_by) if due.answer_by else "",
        is_late=due.answer_by is not None and due.answer_by < day,
        days_left=(due.answer_by - day).days if due.answer_by else 0,
        asked=_asked(tell, asked),
        questions=_questions(tell, asked),
        unanswered=_unanswered(tell, its),
        overdue=_items(tell, rest, (kinds.LATE,)),
        soon=_items(tell, rest, (kinds.SOON,)),
        others=_items(tell, rest, [each for each in kinds.KINDS if each not in (kinds.LATE, kinds.SOON)]),
        sender=_name(tell, sender, day) if sender else "",
        sender_mailbox=worklist.plan.organisations[sender].mailbox or "" if sender else "",
        invented=tell.said(header.invented).text if header.invented else "",
    )


def _is_told(duty: Duty) -> bool:
    """Whether a duty is told in a letter.

    The days of a round are the secretariat's own. Who has said that it will be late, and when it is expected, has told
    all there is to tell until then.
    """
    expected = duty.kind == kinds.LATE and duty.why.values.get("expected") and not duty.why.values["passed"]
    return duty.kind != kinds.ROUND and not expected


def _name(tell: Teller, organisation: str, day: date) -> str:
    record = tell.plan.organisations.get(organisation)
    return tell.said(name_on(record, day).name).text if record else organisation


def _asked(tell: Teller, things: Iterable[str]) -> tuple[Item, ...]:
    return tuple(Item(each, tell.said(tell.title(each)).text, "") for each in things)


def _questions(tell: Teller, things: Iterable[str]) -> tuple[Question, ...]:
    """What is asked, each question once, with the things that it is asked about."""
    of_kind: Mapping[str, str] = kinds_of_things(tell.plan)
    found: dict[str, list[str]] = {}
    for each in things:
        found.setdefault(QUESTIONS[of_kind.get(each, "activity")], []).append(each)
    return tuple(Question(tell.say(text), _asked(tell, its)) for text, its in found.items())


def _unanswered(tell: Teller, its: Iterable[Duty]) -> tuple[Item, ...]:
    """What has not been answered, in the plan's order; what else is due of the same thing is said beside."""
    found = []
    for about in by_thing(its).values():
        first = next((each for each in about if each.kind == kinds.UNANSWERED), None)
        if first is not None:
            notes = [sentence(tell, each) for each in about if each is not first]
            found.append(Item(number(tell, first), title(tell, first), tell.speech.list(notes) if notes else ""))
    return tuple(found)


def _items(tell: Teller, its: Iterable[Duty], of: Iterable[str]) -> tuple[Item, ...]:
    wanted = frozenset(of)
    return tuple(
        Item(number(tell, each), title(tell, each), sentence(tell, each)) for each in its if each.kind in wanted
    )


def names() -> tuple[str, ...]:
    """The names that a template may use."""
    return Content._fields
