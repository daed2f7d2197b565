"""How a duty is said: what it is about, why it is one, and how long there is. For lists, letters and calendars."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from plantrack.dates import Point
from plantrack.followup import duty as kinds
from plantrack.followup.duty import Duty
from plantrack.locales import languages, speech
from plantrack.mark import _
from plantrack.plan import Plan
from plantrack.report.document import Cell, State, plain
from plantrack.report.states import BAD, FAIR, OPEN, UNKNOWN
from plantrack.report.teller import Teller

KINDS: Mapping[str, str] = {
    kinds.LATE: _("Overdue"),
    kinds.UNANSWERED: _("Unanswered"),
    kinds.DEVIATION: _("Deviation"),
    kinds.REPORT: _("Report back"),
    kinds.MEASURE: _("To measure"),
    kinds.MEETING: _("From meetings"),
    kinds.ROUND: _("Round"),
    kinds.SUSPECT: _("To be confirmed"),
    kinds.STALE: _("Grown old"),
    kinds.SOON: _("Soon"),
}
"""What each kind of duty is called at the head of its number."""


class Reason(NamedTuple):
    """Why something is a duty: in a few words beside its day, and as the end of a sentence that names the day."""

    short: str
    full: str = ""
    """Empty where no letter tells it."""


REASONS: Mapping[str, Reason] = {
    "late": Reason(_("should have been done"), _("should have been done by {day}")),
    "late_expected": Reason(
        _("should have been done, the new time is {expected}"),
        _("should have been done by {day}; the new time is {expected}"),
    ),
    "late_expected_passed": Reason(
        _("should have been done, the new time was {expected}"),
        _("should have been done by {day}; the new time was {expected}"),
    ),
    "time_is_up": Reason(
        _("time is up, and nobody has reported"), _("should have been done by {day}; nobody has said how it went")
    ),
    "not_begun": Reason(_("should have begun"), _("should have begun on {day}")),
    "ends": Reason(_("to be done"), _("is to be done by {day}")),
    "begins": Reason(_("to begin"), _("is to begin on {day}")),
    "unanswered": Reason(_("no answer yet")),
    "stale": Reason(_("nothing new since {last}"), _("was last reported on {last}")),
    "not_measured": Reason(_("has no value"), _("should have had a value by {day}")),
    "not_measured_since": Reason(
        _("no value since {last}"), _("should have had a value by {day}; the last one is of {last}")
    ),
    "to_measure": Reason(_("to be measured"), _("is to be measured by {day}")),
    "part_missing": Reason(_("your part of the sum is missing"), _("is a sum that lacks your part")),
    "not_judged": Reason(_("nobody has judged it"), _("should have been judged by {day}")),
    "to_judge": Reason(_("to be judged"), _("is to be judged by {day}")),
    "expected_passed": Reason(_("deviates, and the new time has passed"), _("deviates; the new time was {expected}")),
    "paused": Reason(_("paused since {since}, without a new time"), _("is paused since {since}, without a new time")),
    "not_reported_back": Reason(_("should have been reported back"), _("should have been reported back by {day}")),
    "report_back": Reason(_("to be reported back"), _("is to be reported back by {day}")),
    "action": Reason(_("left to do after a meeting"), _("was left to do at “{event}”, {until}")),
    "postponed": Reason(_("put off at a meeting"), _("was put off at “{event}”, to {until}")),
    "action_open": Reason(_("left to do after a meeting, without a day"), _("was left to do at “{event}”")),
    "action_until": Reason(_("left to do after a meeting, without a day"), _("was left to do at “{event}”, {until}")),
    "postponed_until": Reason(_("put off at a meeting, without a day"), _("was put off at “{event}”, to {until}")),
    "suspect": Reason(
        _("the plan has changed since the answer; confirm or correct it"),
        _("has been changed in the plan since your answer; say whether the answer still holds"),
    ),
    "opens": Reason(_("the round opens")),
    "answer_by": Reason(_("last day for answers")),
    "to_close": Reason(_("the time for answers is over; close the round")),
    "cut_off": Reason(_("cut-off day")),
    "no_round": Reason(_("no round has been opened")),
}
UNTIMED = {"stale": UNKNOWN, "suspect": FAIR, "paused": FAIR, "expected_passed": FAIR}
"""Rules that are not graver because a day has passed, with their tone."""


def what(tell: Teller, duty: Duty) -> Cell:
    """The title of what a duty is about, without its number."""
    text = duty.why.values.get("text") or _title(tell.plan, duty.thing) or tell.title(duty.thing)
    if text:
        return (tell.said(text),)
    return (tell.say(_("Follow-up {round}"), round=duty.thing),) if duty.kind == kinds.ROUND else (duty.thing,)


def title(tell: Teller, duty: Duty) -> str:
    """The same as words that a sentence may go on from."""
    return plain(what(tell, duty)).removesuffix(".")


def number(tell: Teller, duty: Duty) -> str:
    """The number of what a duty is about, where it is one of the plan's own; else nothing."""
    plan = tell.plan
    known = duty.thing in plan.goal_of or duty.thing in plan.goals or duty.thing in plan.themes
    return duty.thing if known else ""


def reason(tell: Teller, duty: Duty) -> State:
    """Why it is a duty, in a few words that stand beside its day."""
    passed = duty.days is not None and duty.days < 0
    tone = UNTIMED.get(duty.why.rule, BAD if passed else OPEN)
    symbol = {UNKNOWN: "?", FAIR: "▲", BAD: "■", OPEN: "○"}[tone]
    words = tell.say(REASONS[rule_of(duty)].short, **_values(tell, duty, in_text=False))
    left = duty.why.values.get("left")
    if left is not None:
        words += ", " + _left(tell, left)
    return State(words, symbol, tone)


def sentence(tell: Teller, duty: Duty) -> str:
    """Why it is a duty, as the end of a sentence that begins with what it is about."""
    said = REASONS[rule_of(duty)]
    timed = said.full and (duty.day is not None or "{day}" not in said.full)
    return tell.say(said.full if timed else said.short, **_values(tell, duty, in_text=True))


def how_long(tell: Teller, days: int) -> str:
    """How many days there are left, or how many it is late."""
    if days == 0:
        return tell.say(_("today"))
    if days < 0:
        return tell.speech.count(_("{n} day late"), _("{n} days late"), -days)
    return tell.speech.count(_("{n} day left"), _("{n} days left"), days)


def round_name(tell: Teller, round_id: str) -> str:
    """What a round is called."""
    record = tell.plan.rounds.get(round_id)
    if record is not None and record.title:
        return tell.said(record.title).text
    return tell.say(_("Follow-up {round}"), round=round_id)


def rule_of(duty: Duty) -> str:
    """The rule of a duty as it is said: an expected time, an earlier value and the lack of a day change the words."""
    rule, values = duty.why
    if rule in ("action", "postponed") and duty.day is None:
        return f"{rule}_until" if values["until"] else f"{rule}_open"
    if rule == "late" and values.get("expected"):
        return "late_expected_passed" if values["passed"] else "late_expected"
    return "not_measured_since" if rule == "not_measured" and values.get("last") else rule


def _values(tell: Teller, duty: Duty, *, in_text: bool) -> dict[str, Any]:
    """The blanks of a reason: days as figures in a list, and as words in running text."""
    values: dict[str, Any] = dict(duty.why.values)
    if in_text:
        values |= {name: tell.speech.day(values[name]) for name in ("last", "since") if values.get(name)}
        values["day"] = tell.speech.day(duty.day) if duty.day else ""
    event = tell.plan.events.get(str(values.get("event", "")))
    if event is not None:
        values |= {"event": tell.said(event.title).text, "until": tell.said(values["until"]).text}
    expected = values.get("expected")
    if isinstance(expected, Point):
        values["expected"] = tell.speech.point(expected) if in_text else tell.point(expected)
    return values


def _left(tell: Teller, organisations: int) -> str:
    if organisations == 0:
        return tell.say(_("everybody has answered"))
    one = _("{n} organisation has not answered everything")
    many = _("{n} organisations have not answered everything")
    return tell.speech.count(one, many, organisations)


def _title(plan: Plan, thing: str) -> Any:
    """The words of a thing that is no part of a goal."""
    if thing in plan.mandate_items:
        return plan.mandate_items[thing].text
    for table in (plan.decisions, plan.rounds):
        if thing in table:
            return table[thing].title
    return None


def in_words(tell: Teller, duty: Duty) -> str:
    """What a duty is about, with its number where the plan has one."""
    return " ".join(each for each in (number(tell, duty), title(tell, duty)) if each)


def kind_meant(text: str) -> str:
    """The kind of duty that a person means: by its name, or by what it is called in any language; else nothing."""
    wanted = text.strip().casefold()
    if wanted in KINDS:
        return wanted
    called = {speech(language).say(word).casefold(): kind for language in languages() for kind, word in KINDS.items()}
    return called.get(wanted, "")


def kinds_said() -> tuple[str, ...]:
    """The names of all kinds."""
    return tuple(KINDS)
