"""Several plans in tables: each plan a row, and each organisation a row over all of them."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts.portfolio import Member
from plantrack.followup.across import Across, OfPlan
from plantrack.followup.standing import NO_REPORT
from plantrack.locales import Speech
from plantrack.mark import _
from plantrack.report import standing_cells as cells
from plantrack.report.document import BREAK, Bullets, Callout, Cell, Column, Prose, Quiet, Row, State, Table
from plantrack.report.states import STATES
from plantrack.report.teller import Teller, joined

NONE = Quiet("\N{EN DASH}")
MOST_FILES = 5
"""Files that are named one by one."""


def teller(member: Member, each: OfPlan, speech: Speech) -> Teller:
    """How one of the plans is told: in the reader's language, with the names of its own day."""
    return Teller(member.facts.plan, speech, each.standings.day if each.standings else member.facts.day)


def title_of(member: Member, speech: Speech, *, short: bool = True) -> Cell:
    """A plan by its title; one whose own file cannot be read by the way to it."""
    header = member.facts.plan.header
    tell = Teller(member.facts.plan, speech, member.facts.day)
    given = (header.short_title or header.title) if short else header.title
    return (tell.said(given),) if given else (member.folder,)


def plans_table(across: Across, speech: Speech, *, wide: bool) -> Table:
    """The plans, each with its round, how many activities it has and how they stand, and how many questions are answered."""
    say = speech.say
    columns = [Column(say(_("Plan")), "wide")]
    if wide:
        columns.append(Column(say(_("Period")), "narrow"))
    columns += [
        Column(say(_("Round")), "narrow"),
        Column(say(_("Activities")), "narrow", numbers=True),
        _state_column("status", "completed", speech, wide=wide),
        _state_column("schedule", "late", speech, wide=wide),
        Column(say(_("Reported")), "narrow", numbers=True),
        Column(say(_("Questions answered") if wide else _("Answered")), "narrow", numbers=True),
    ]
    rows = [_row(each, speech, wide=wide) for each in across.plans]
    if len(rows) > 1:
        rows.append(_sums(across, speech, wide=wide))
    return Table((say(_("The plans")),) if wide else (), tuple(columns), tuple(rows))


def _state_column(axis: str, key: str, speech: Speech, *, wide: bool) -> Column:
    """A column of how many stand so; where there is little room its symbol is its head."""
    state = STATES[axis][key]
    return Column(speech.say(state.word).capitalize() if wide else state.symbol, "narrow", numbers=True)


def symbols(speech: Speech) -> Cell:
    """What the symbols at the heads of columns mean."""
    shown = [STATES[axis][key] for axis, key in (("status", "completed"), ("schedule", "late"), ("status", NO_REPORT))]
    return joined([(State(speech.say(each.word), each.symbol, each.tone),) for each in shown], "   ")


def _row(each: OfPlan, speech: Speech, *, wide: bool) -> Row:
    member, its = each.member, each.standings
    tell = teller(member, each, speech)
    named: Cell = (*title_of(member, speech), BREAK, Quiet(member.id)) if not member.nameless else (member.folder,)
    period: list[Cell] = [(tell.when(member.facts.plan.header.period),)] if wide else []
    if its is None:
        why = speech.say(_("plan.yaml cannot be read") if member.nameless else _("no round yet"))
        number: Cell = (NONE,) if member.nameless else (str(len(member.facts.plan.activities)),)
        return Row((named, *period, (Quiet(why),), number, *(((NONE,),) * 4)))
    total = its.total
    round_: Cell = (its.round, BREAK, Quiet(its.day.isoformat())) if wide else (its.round,)
    numbers = (str(total.counted), str(total.statuses["completed"]), str(total.schedules["late"]))
    answers = speech.say(_("{n} of {whole}"), n=each.answered, whole=each.asked) if each.asked else None
    last: Cell = (answers,) if answers else (NONE,)
    return Row((named, *period, round_, *((number,) for number in numbers), (str(total.reported),), last))


def _sums(across: Across, speech: Speech, *, wide: bool) -> Row:
    found = [each.standings.total for each in across.plans if each.standings]
    unjudged = sum(len(each.member.facts.plan.activities) for each in across.plans if not each.standings)
    named = speech.count(_("{n} plan"), _("{n} plans"), len(across.plans))
    numbers = (
        unjudged + sum(each.counted for each in found),
        sum(each.statuses["completed"] for each in found),
        sum(each.schedules["late"] for each in found),
        sum(each.reported for each in found),
    )
    asked, answered = sum(each.asked for each in across.plans), sum(each.answered for each in across.plans)
    said = speech.say(_("{n} of {whole}"), n=answered, whole=asked) if asked else "\N{EN DASH}"
    empty = (NONE,)
    return Row(((named,), *([empty] if wide else []), empty, *((str(n),) for n in numbers), (said,)), total=True)


def organisations_table(across: Across, speech: Speech, *, wide: bool) -> Table:
    """Each organisation: in how many plans it answers for activities, how many they are, and how they stand."""
    say = speech.say
    rows = []
    for each in across.organisations:
        tell = Teller(each.named_in.facts.plan, speech, each.named_in.facts.day)
        where: Cell = (", ".join(each.counts),) if wide else (str(len(each.counts)),)
        numbers = (each.counted, each.of("completed"), each.late, each.of(NO_REPORT))
        rows.append(Row((tell.party(each.id), where, *((str(number),) for number in numbers))))
    columns = (
        Column(say(_("Organisation")), "wide"),
        Column(say(_("Plans")), "middle" if wide else "narrow", numbers=not wide),
        Column(say(_("Answers for")), "narrow", numbers=True),
        _state_column("status", "completed", speech, wide=wide),
        _state_column("schedule", "late", speech, wide=wide),
        _state_column("status", NO_REPORT, speech, wide=wide),
    )
    return Table((say(_("What each organisation answers for in all the plans")),) if wide else (), columns, tuple(rows))


def late_table(each: OfPlan, speech: Speech) -> Table:
    """The late activities of one plan, with those responsible."""
    tell = teller(each.member, each, speech)
    plan = each.member.facts.plan
    assert each.standings is not None
    rows = tuple(
        Row(
            (
                (thing,),
                (tell.said_or_missing(tell.title(thing)),),
                cells.responsible(tell, plan.held[thing]),
                cells.when(tell, plan.held[thing]),
                cells.status(tell, each.standings.activities[thing]),
            )
        )
        for thing in each.late
    )
    columns = (
        Column(tell.say(_("No.")), "narrow"),
        Column(tell.column("activity"), "wide"),
        Column(tell.say(_("Responsible")), "middle"),
        Column(tell.say(_("When")), "middle"),
        Column(tell.say(_("Status")), "middle"),
    )
    return Table((tell.say(_("Late activities")),), columns, rows, head=1)


def not_whole(across: Across, speech: Speech) -> Iterator[Callout]:
    """What is missing above because it could not be read, and plans that have one id between them."""
    items = [_unread(each, speech) for each in across.damaged]
    if items:
        title = speech.count(_("{n} plan could not be read whole"), _("{n} plans could not be read whole"), len(items))
        sentence = speech.say(_("What could not be read is not counted. See plantrack check for each plan."))
        yield Callout(title, (Prose((sentence,)), Bullets(tuple(items))), "warning")
    if across.doubled:
        sentence = _("{folder} has the same id as {other}: {id}. Each is shown by itself.")
        doubled = tuple(
            (speech.say(sentence, folder=each.folder, other=other.folder, id=each.id),)
            for each, other in across.doubled
        )
        yield Callout(speech.say(_("Two plans with the same id")), (Bullets(doubled),), "warning")


def _unread(member: Member, speech: Speech) -> Cell:
    files = member.unread
    named = speech.list([*files[:MOST_FILES], *(["\N{HORIZONTAL ELLIPSIS}"] if len(files) > MOST_FILES else [])])
    return (speech.say(_("{folder}: {files}"), folder=member.folder, files=named or "plan.yaml"),)
