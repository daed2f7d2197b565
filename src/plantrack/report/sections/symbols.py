"""Annex: how to read the report: symbols, how time is judged, and the thresholds."""

from __future__ import annotations

from decimal import Decimal

from plantrack.dates import VAGUE_PARTS
from plantrack.locales import EN_DASH, PARTS
from plantrack.mark import _
from plantrack.report.document import Block, Bullets, Cell, Column, Prose, Row, Section, Table
from plantrack.report.doubt import marked
from plantrack.report.request import Request
from plantrack.report.states import AXES, STATES
from plantrack.report.teller import Teller, capital

MEANINGS = {
    "completed": _("The work is done."),
    "ongoing": _("The work goes on."),
    "not_started": _("Somebody has reported that the work has not begun."),
    "paused": _("The work has stopped for a time."),
    "cancelled": _("The work was broken off. It leaves the counts only where a decision says so."),
    "withdrawn": _("The work is not to be done. It leaves the counts only where a decision says so."),
    "no_report": _("Nobody has reported in this round. It does not mean that nothing is done."),
    "differing": _("Organisations have reported different things, and nobody has settled it."),
    "on_schedule": _("The time has not run out, and no deviation is reported."),
    "deviation": _("Paused, not begun though its start has passed, or with a reported deviation."),
    "late": _("The time has run out, and the work is not done."),
    "cannot_be_judged": _("There is no report, or no date to judge by."),
    "continuous": _("Goes on all the time, and is not judged against a date."),
}
RULES = (
    _("An activity stands as its lead has reported; where no lead has answered, as all who answered agree."),
    _(
        "An activity that is completed, or ended by decision, stands so in later rounds too. Any other state holds for its round alone."
    ),
    _("The schedule is computed from the plan's dates and the day of the report. Fulfilment is judged by people."),
    _("Where nobody has answered, the report says “no report”, and never “not started”."),
)
DOUBT = _(
    "A decision has changed what was judged since the answer was given, and nobody has said whether it still holds."
)


def write(request: Request, tell: Teller) -> Section:
    """Words and symbols, rules, vague times, and thresholds."""
    parts = (
        Section("symbols-states", (tell.say(_("Words and symbols")),), states(tell)),
        Section("symbols-rules", (tell.say(_("How states are settled")),), rules(request, tell)),
        Section("symbols-times", (tell.say(_("How vague times are read")),), times(request, tell)),
        Section("symbols-indicators", (tell.say(_("How indicators are judged")),), indicators(request, tell)),
    )
    return Section("symbols", (tell.say(_("Annex: how to read the report")),), (), parts, new_page=True)


def states(tell: Teller) -> tuple[Block, ...]:
    """A table for the states of activities, and a list for each other axis."""
    blocks: list[Block] = []
    for axis in ("status", "schedule"):
        rows = tuple(Row(((tell.state(axis, key),), (tell.say(MEANINGS[key]),))) for key in STATES[axis])
        columns = (Column(tell.say(_("State")), "middle"), Column(tell.say(_("Means")), "wide"))
        blocks.append(Table((tell.say(AXES[axis]),), columns, rows))
    for axis in ("fulfilment", "forecast", "outcome", "trend"):
        blocks.append(Prose((f"{tell.say(AXES[axis])}:",)))
        blocks.append(Bullets(tuple((tell.state(axis, key),) for key in STATES[axis])))
    return tuple(blocks)


def rules(request: Request, tell: Teller) -> tuple[Block, ...]:
    """Who speaks, what carries over, what is computed, and what the mark of doubt says where there is any."""
    items: list[Cell] = [(tell.say(rule),) for rule in RULES]
    if request.standings.suspect:
        items.append((*marked(tell, (), True)[1:], ": ", tell.say(DOUBT)))
    return (Bullets(tuple(items)),)


def times(request: Request, tell: Teller) -> tuple[Block, ...]:
    """The plan's convention: which days each vague time stands for."""
    rows = []
    for part, ((first_month, first_day), (last_month, last_day)) in request.plan.calendar.spans.items():
        if part in VAGUE_PARTS:
            word = tell.say(PARTS[part], year="").strip()
            days = f"{first_month:02}-{first_day:02}{EN_DASH}{last_month:02}-{last_day:02}"
            rows.append(Row(((capital(word),), (days,))))
    columns = (Column(tell.say(_("Time")), "middle"), Column(tell.say(_("First and last day (month-day)")), "middle"))
    sentence = tell.say(_("A vague time begins on its first day, and a deadline runs out on its last."))
    return Prose((sentence,)), Table((tell.say(_("Vague times")),), columns, tuple(rows))


def indicators(request: Request, tell: Teller) -> tuple[Block, ...]:
    """The share of the way, and the thresholds that the plan has set."""
    follow_up = request.plan.follow_up
    on_track = follow_up.on_track or Decimal("0.95")
    slightly = follow_up.slightly_behind or Decimal("0.60")
    first = tell.say(
        _(
            "A value is held against the share of the way from baseline to target that is expected on the value's own day, "
            "along a straight line between the dated targets."
        )
    )
    items: list[Cell] = [
        (tell.state("outcome", "achieved"), ": ", tell.say(_("the whole way or more"))),
        (tell.state("outcome", "on_track"), ": ", tell.say(_("at least {share} of what is expected"), share=on_track)),
        (
            tell.state("outcome", "slightly_behind"),
            ": ",
            tell.say(_("at least {share} of what is expected"), share=slightly),
        ),
        (tell.state("outcome", "behind"), ": ", tell.say(_("less than that"))),
        (tell.state("outcome", "worsened"), ": ", tell.say(_("further from the target than the baseline"))),
    ]
    last = tell.say(
        _(
            "Once the day of the target has passed, it is only reached or not reached, by a value from that time or later."
        ),
    )
    return Prose((first,)), Bullets(tuple(items)), Prose((last,))
