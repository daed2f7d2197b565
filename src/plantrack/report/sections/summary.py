"""The summary: a page that can be read in a minute."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from plantrack.followup.standing import NO_REPORT, SCHEDULES, STATUSES, ActivityStanding
from plantrack.kinds import Text
from plantrack.mark import _
from plantrack.report.attention import MOST, Deviation, deviations, undecided
from plantrack.report.charts.by_theme import by_round
from plantrack.report.document import Block, Bullets, Cell, Link, Piece, Prose, Quiet, Section, Share, Tally
from plantrack.report.drafting import missing as missing_text
from plantrack.report.listed import listed
from plantrack.report.moved_words import moved
from plantrack.report.older import older
from plantrack.report.request import Request
from plantrack.report.sections import assessed
from plantrack.report.teller import Teller, anchor, joined
from plantrack.report.to_ask import to_ask
from plantrack.report.unsaid import QUIET, UNJUDGED, UNMEASURED, gaps, holdings, shortcomings
from plantrack.report.unwritten import WHOLE
from plantrack.report.written import written_at


def write(request: Request, tell: Teller) -> Section:
    """The stand in one sentence, the counts, what needs a decision, what changed, and what is missing."""
    blocks: list[Block] = list(opening(request, tell))
    if not request.silent:
        blocks += tallies(request, tell, denominator(request, tell))
    blocks += assessed.sentences(request, tell)
    parts = (
        part(request, tell, "deviations", tell.say(_("What needs a decision")), standing_out(request, tell)),
        part(request, tell, "changed", tell.say(_("What has changed since last time")), news(request, tell)),
        Section("summary-missing", (tell.say(_("What is missing")),), missing(request, tell)),
        Section("summary-ask", (tell.say(_("What to ask now")),), to_ask(request, tell)),
    )
    found = tuple(each for each in parts if each.blocks)
    return Section("summary", (tell.say(_("Summary")),), tuple(blocks), found, new_page=True, one_page=True)


def opening(request: Request, tell: Teller) -> tuple[Block, ...]:
    """One sentence on the whole: people's where they wrote one, else what the figures say."""
    written = request.summary
    computed = in_figures(request, tell)
    blocks: list[Block] = []
    if written.headline:
        blocks.append(Prose((tell.said(written.headline),), lead=True))
    source = tell.source(request.standings.total, "status")
    blocks.append(Prose((computed, *source), lead=not written.headline))
    if request.silent:
        blocks.append(Prose(holdings(request, tell)))
    if written.assessment:
        blocks.append(tell.text(written.assessment))
    return (*blocks, *missing_text(request, tell, WHOLE, "opening"), *older(request, tell, WHOLE))


def in_figures(request: Request, tell: Teller) -> str:
    """How the plan stands, from the figures alone."""
    total = request.standings.total
    if request.silent:
        return tell.say(
            _(
                "Nobody has reported on any of the plan's {n} activities, so it cannot be said how far they have come. "
                "This report shows what the plan promises, and what it does not say."
            ),
            n=total.total,
        )
    completed = tell.speech.count(
        _("{n} of {counted} activities is completed"),
        _("{n} of {counted} activities are completed"),
        total.statuses.get("completed", 0),
        counted=total.counted,
    )
    return come_so_far(request, tell, completed)


def come_so_far(request: Request, tell: Teller, completed: str) -> str:
    """How many are completed, and of the others how many have begun and how many nobody has reported on."""
    statuses = request.standings.total.statuses
    unknown = statuses.get(NO_REPORT, 0)
    ongoing = tell.speech.count(_("{n} is ongoing"), _("{n} are ongoing"), statuses.get("ongoing", 0))
    stand = tell.say(
        _("On {day}, {completed} and {ongoing}."),
        day=tell.speech.day(request.standings.day),
        completed=completed,
        ongoing=ongoing,
    )
    rest = (
        tell.speech.count(_("There is no report on one of them."), _("There is no report on {n} of them."), unknown)
        if unknown
        else tell.say(_("All of them are reported on."))
    )
    return f"{stand} {rest}"


def tallies(request: Request, tell: Teller, counted_over: Cell) -> list[Block]:
    """How many stand how, and stood how in the rounds before; then what they are ``counted_over``."""
    total = request.standings.total
    caption = tell.speech.count(_("Status of one activity"), _("Status of {n} activities"), total.counted)
    blocks: list[Block] = [by_round(request, tell) or tally(request, tell, caption, "status", STATUSES)]
    opened = sum(total.schedules.get(key, 0) for key in SCHEDULES)
    if opened:
        caption = open_caption(tell, opened)
        blocks.append(by_round(request, tell, "schedule") or tally(request, tell, caption, "schedule", SCHEDULES))
    return [*blocks, Prose(counted_over)]


def open_caption(tell: Teller, number: int) -> str:
    """Over the schedules of those that have one."""
    return tell.speech.count(
        _("Schedule of the only activity that has not ended"),
        _("Schedule of the {n} activities that have not ended"),
        number,
    )


def tally(request: Request, tell: Teller, caption: str, axis: str, order: tuple[str, ...]) -> Tally:
    """The whole divided by states; states that nothing is in are left out."""
    total = request.standings.total
    found = total.statuses if axis == "status" else total.schedules
    shares = tuple(
        Share(found[key], tell.speech.number(found[key]), tell.state(axis, key)) for key in order if found.get(key)
    )
    return Tally((caption, *tell.source(total, axis)), shares)


LEFT_OUT = {
    "cancelled": _("{n} cancelled by decision"),
    "withdrawn": _("{n} withdrawn by decision"),
    "ended": _("{n} ended by decision"),
}


def denominator(request: Request, tell: Teller) -> Cell:
    """What the counts are counted over, and what was left out."""
    total = request.standings.total
    if not total.left_out:
        every = tell.say(_("All {n} activities of the plan are counted."), n=total.total)
        return (every, *tell.source(total, "status"))
    sentence = tell.say(_("{counted} of the plan's {n} activities are counted."), counted=total.counted, n=total.total)
    return (sentence, *tell.source(total, "status"), " ", *left_out(tell, request.standings.activities.values()))


def left_out(tell: Teller, standings: Iterable[ActivityStanding]) -> Cell:
    """Which of some activities are not in the denominator, by the reason."""
    reasons: dict[str, list[str]] = {}
    for standing in standings:
        if not standing.counted:
            reasons.setdefault(standing.left_out, []).append(standing.id)
    said: list[Cell] = [
        (tell.say(LEFT_OUT.get(why, LEFT_OUT["ended"]), n=len(found)), " (", *tell.links(found), ")")
        for why, found in reasons.items()
    ]
    return (tell.say(_("Left out:")), " ", *joined(said), ".")


def part(request: Request, tell: Teller, name: str, title: str, computed: tuple[Block, ...]) -> Section:
    """A part of the summary: what people wrote, then what the figures say."""
    return Section(f"summary-{name}", (title,), (*written_at(request, tell, WHOLE, name), *computed))


def standing_out(request: Request, tell: Teller) -> tuple[Block, ...]:
    """The deviations that most need a stand, five at most, and how many there are."""
    found = deviations(request)
    unexpected = [g for g in request.standings.goals.values() if g.forecast == "not_expected"]
    items = [in_words(tell, each) for each in found[:MOST]]
    items += [
        (*linked(tell, goal.id), ": ", tell.state("forecast", goal.forecast), *tell.source(goal, "forecast"))
        for goal in unexpected[: MOST - len(items)]
    ]
    written = request.summary.deviations
    blocks: list[Block] = [Bullets(tuple(items))] if items and not written else []
    if found and (written or len(found) > MOST):
        shown = tell.speech.count(_("It is shown under its goal."), _("They are shown under each goal."), len(found))
        blocks.append(Prose((f"{in_all(tell, len(found))} {shown}", *listed_deviations(request, tell, found))))
    unsettled = undecided(request)
    if unsettled and written:
        sentence = tell.say(_("Said to be cancelled or withdrawn, though no decision says so:"))
        blocks.append(Prose((sentence, " ", *tell.links(unsettled), ".")))
    return tuple(blocks)


def listed_deviations(request: Request, tell: Teller, found: Iterable[Deviation]) -> Cell:
    """The reference to the activities that do not go as planned."""
    ids = (each.standing.id for each in found)
    return listed(tell, _("activities that do not go as planned"), ids, round_id=request.standings.round)


def in_all(tell: Teller, number: int) -> str:
    """How many activities do not go as planned."""
    return tell.speech.count(
        _("One activity in all is late, deviates, or is said to be cancelled without a decision."),
        _("{n} activities in all are late, deviate, or are said to be cancelled without a decision."),
        number,
    )


def in_words(tell: Teller, deviation: Deviation) -> Cell:
    """One deviation as a line."""
    line = told(tell, deviation, linked(tell, deviation.standing.id), tell.said)
    if deviation.said and not deviation.said.answer.remedy:
        return (*line, " ", Quiet(tell.say(_("No remedy is given."))))
    return line


def told(tell: Teller, deviation: Deviation, name: Cell, said: Callable[[Text], Piece]) -> Cell:
    """What deviates, how it stands, why, and what is done about it. ``said`` shows people's own sentences."""
    standing = deviation.standing
    axis, key = ("schedule", standing.schedule) if standing.schedule else ("status", standing.status)
    line: Cell = (*name, ": ", tell.state(axis, key), *tell.source(standing, axis))
    if standing.undecided:
        line = (*line, " ", Quiet(tell.say(_("(no decision)"))))
    answer = deviation.said.answer if deviation.said else None
    if answer and answer.deviation:
        line = (*line, ". ", said(answer.deviation))
    if answer and answer.remedy:
        line = (*line, " ", tell.say(_("Remedy:")), " ", said(answer.remedy))
    return line


def linked(tell: Teller, identifier: str) -> Cell:
    """A thing by its number, which leads to it, and its title."""
    title = tell.title(identifier)
    link = Link(identifier, anchor(identifier))
    return (link, " ", tell.said(title)) if title else (link,)


MOST_NAMED = 8
"""Things named on one line of the summary. All of them are named under their goals."""


def news(request: Request, tell: Teller) -> tuple[Block, ...]:
    """What stands otherwise than a round ago."""
    if request.last is None or request.silent:
        return ()
    items = moved(request, tell, most=MOST_NAMED)
    if not items:
        return (Prose((tell.say(_("No activity stands otherwise than in {round}."), round=request.last.round),)),)
    return (Bullets(tuple(items)),)


def missing(request: Request, tell: Teller) -> tuple[Block, ...]:
    """What the report cannot say, because nobody has said it."""
    if request.silent:
        return gaps(request, tell)
    found = request.standings
    items: list[Cell] = []
    if found.total.counted > found.total.reported:
        number = found.total.counted - found.total.reported
        items.append(
            (
                tell.say(_("There is no report on {n} of {whole} activities."), n=number, whole=found.total.counted),
                *tell.source(found.total, "status"),
            )
        )
    quiet = [each for each in found.asked if not found.answered.get(each)]
    if quiet:
        sentence = tell.say(_("No answer from {n} of {whole} organisations:"), n=len(quiet), whole=len(found.asked))
        source = listed(tell, QUIET, quiet, found.asked, round_id=found.round)
        items.append((sentence, " ", *tell.parties(quiet), *source))
    unjudged = [each.id for each in found.goals.values() if each.fulfilment == "not_assessed"]
    if unjudged:
        sentence = tell.say(_("No assessment of {n} of {whole} goals:"), n=len(unjudged), whole=len(found.goals))
        source = listed(tell, UNJUDGED, unjudged, found.goals, round_id=found.round)
        items.append((sentence, " ", *tell.links(unjudged), *source))
    unmeasured = [each.id for each in found.indicators.values() if each.outcome == "not_measured"]
    if unmeasured:
        sentence = tell.say(
            _("No value for {n} of {whole} indicators:"), n=len(unmeasured), whole=len(found.indicators)
        )
        source = listed(tell, UNMEASURED, unmeasured, found.indicators, round_id=found.round)
        items.append((sentence, " ", *tell.links(unmeasured), *source))
    if not items:
        return (Prose((tell.say(_("Nothing: everything that was asked has been answered.")),)),)
    return (Bullets(tuple(items)), Prose(shortcomings(request, tell)))
