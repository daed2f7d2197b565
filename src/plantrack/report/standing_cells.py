"""How a standing reads in a cell of a table: the state, and beside it what a reader must know to trust it."""

from __future__ import annotations

from plantrack.followup.standing import (
    NO_REPORT,
    ActivityStanding,
    Given,
    JudgedStanding,
)
from plantrack.mark import _
from plantrack.model.goal import Indicator
from plantrack.report.document import BREAK, Cell, Piece, Quiet, words
from plantrack.report.doubt import marked
from plantrack.report.measured_words import in_words
from plantrack.report.states import STATES
from plantrack.report.teller import Teller, joined, lines
from plantrack.statements import Held

LEAD_ROLES = ("lead", "joint", "responsible", "implementing")


def status(tell: Teller, standing: ActivityStanding) -> Cell:
    """How far an activity has come, and whether that was said of what the plan now says."""
    return (*marked(tell, _status(tell, standing), standing.suspect), *tell.source(standing, "status"))


def status_then(tell: Teller, standing: ActivityStanding | None) -> Cell:
    """How far an activity had come in an earlier round; or that the plan did not have it yet."""
    if standing is None:
        return (not_yet(tell),)
    cell: Cell = (tell.state("status", standing.status),)
    if standing.schedule == "late":
        cell = (*cell, " ", Quiet(f"({tell.state('schedule', 'late').word})"))
    return (*cell, *tell.source(standing, "status"))


def _status(tell: Teller, standing: ActivityStanding) -> Cell:
    state: Piece = tell.state("status", standing.status)
    own = tell.plan.header.scale.get(standing.word) if standing.word else None
    if standing.status == NO_REPORT:
        return (state, " ", _last(tell, standing.last)) if standing.last else (state,)
    if own and own.label:
        state = tell.state("status", standing.status)._replace(word=tell.said(own.label).text)
    if standing.undecided:
        shown = tell.state("status", standing.status)
        return (shown._replace(word=tell.say(_("given as {status}, no decision"), status=shown.word)),)
    since = unchanged_since(tell, standing.given)
    if since:
        return (state, " ", since)
    if standing.carried and standing.given:
        return (state, " ", Quiet(tell.say(_("(reported {day})"), day=standing.given.day)))
    return (state,)


def _last(tell: Teller, last: Given | None) -> Quiet:
    if last is None:
        return tell.missing
    said = last.answer.status or ""
    scale = tell.plan.header.scale
    said = scale[said].means if said in scale else said
    if said not in STATES["status"]:
        return Quiet(tell.say(_("(last report {day})"), day=last.day))
    return Quiet(tell.say(_("(last: {status}, {day})"), status=tell.state("status", said).word, day=last.day))


def unchanged_since(tell: Teller, given: Given | None) -> Quiet | None:
    """That an answer repeats an earlier one, and since when."""
    earlier = tell.plan.submissions.get(given.unchanged_since) if given and given.unchanged_since else None
    return Quiet(tell.say(_("(unchanged since {day})"), day=earlier.date)) if earlier else None


def schedule(tell: Teller, standing: ActivityStanding) -> Cell:
    """Whether an activity keeps its time."""
    source = tell.source(standing, "schedule")
    if not standing.schedule:
        return (Quiet(tell.say(_("no schedule") if standing.undecided else _("ended"))), *source)
    state = tell.state("schedule", standing.schedule)
    if standing.time_is_up:
        return (state, " ", Quiet(tell.say(_("(time is up)"))), *source)
    return (state, *source)


def when(tell: Teller, held: Held) -> Cell:
    """When an activity is to be done, and by when where that is apart."""
    cells: list[Cell] = [
        (tell.when(each.value),) if each.value else (tell.absence(each.absence),) for each in held.when
    ]
    said = joined(cells, " / ")
    if held.continuous and not any(each.value and each.value.continuous for each in held.when):
        word = tell.state("schedule", "continuous").word
        said = (*said, ", ", word) if said else (word,)
    due = next((each.value for each in held.due if each.value), None)
    if due:
        said = (*said, "; " if said else "", tell.say(_("no later than {time}"), time=words(tell.when(due))))
    return tuple(piece for piece in said if piece != "") or (tell.missing,)


def responsible(tell: Teller, held: Held, short: bool = True) -> Cell:
    """Who answers for the work, the lead first; the other roles are named."""
    roles = [role for role in LEAD_ROLES if held.roles.get(role)]
    if not roles:
        return (tell.missing,)
    if len(roles) == 1 and roles[0] != "joint":
        return tell.parties(held.roles[roles[0]], short)
    return lines(_in_role(tell, role, tell.parties(held.roles[role], short)) for role in roles)


def _in_role(tell: Teller, role: str, parties: Cell) -> Cell:
    return parties if role == "lead" else (Quiet(tell.say(DOING[role])), " ", *parties)


DOING = {
    "joint": _("jointly:"),
    "responsible": _("responsible:"),
    "implementing": _("carried out by:"),
}
"""Before the names of those who do not lead."""

ROLE_WORDS = {
    "lead": _("lead"),
    "implementing": _("implementing"),
    "joint": _("joint"),
    "responsible": _("responsible"),
    "partner": _("partner"),
    "advisory": _("advisory"),
    "deciding": _("deciding"),
    "recipient": _("recipient"),
    "follow_up": _("answers for the follow-up"),
}
"""What the roles are called in a report."""


def fulfilment(tell: Teller, standing: JudgedStanding | None) -> Cell:
    """How far a goal or a criterion is reached, and whether it is expected to be."""
    if standing is None:
        return (tell.state("fulfilment", "not_assessed"),)
    cell: Cell = (tell.state("fulfilment", standing.fulfilment),)
    since = unchanged_since(tell, standing.given) or _last_judged(tell, standing)
    cell = marked(tell, (*cell, " ", since) if since else cell, standing.suspect)
    return (*cell, *tell.source(standing, "fulfilment"))


def _last_judged(tell: Teller, standing: JudgedStanding) -> Quiet | None:
    """How it was last judged, where nobody has judged it in the round."""
    last = standing.last
    if last is None or standing.fulfilment != "not_assessed":
        return None
    said = last.answer.fulfilment or (last.repeated.fulfilment if last.repeated else "") or ""
    if said not in STATES["fulfilment"]:
        return None
    return Quiet(tell.say(_("(last: {status}, {day})"), status=tell.state("fulfilment", said).word, day=last.day))


def fulfilment_then(tell: Teller, standing: JudgedStanding | None) -> Cell:
    """How far a goal or a criterion was reached in an earlier round; or that the plan did not have it yet."""
    if standing is None:
        return (not_yet(tell),)
    return (tell.state("fulfilment", standing.fulfilment), *tell.source(standing, "fulfilment"))


def not_yet(tell: Teller) -> Quiet:
    """That the plan did not have something yet."""
    return Quiet(tell.say(_("not in the plan yet")))


def verdict(tell: Teller, standing: JudgedStanding | None) -> Cell:
    """How far a criterion is reached, with the forecast under it where there is one."""
    cell = fulfilment(tell, standing)
    return (*cell, BREAK, *forecast(tell, standing)) if standing and standing.forecast else cell


def forecast(tell: Teller, standing: JudgedStanding | None) -> Cell:
    """Whether a goal is expected to be reached."""
    if standing is None or not standing.forecast:
        return (Quiet(tell.say(_("no forecast"))),)
    return (tell.state("forecast", standing.forecast), *tell.source(standing, "forecast"))


def ground(tell: Teller, standing: JudgedStanding | None) -> Cell:
    """What a judgement rests on, and who judged."""
    if standing is None:
        return (tell.missing,)
    text = standing.text.ground if standing.text else None
    given = standing.given
    if text is None and given:
        text = given.answer.ground or given.answer.comment
    said: Cell = (tell.said_or_missing(text),)
    by = standing.text.by if standing.text and standing.text.by else given.organisation if given else ""
    return (*said, " (", *tell.party(by, short=True), ")") if by and text else said


def targets(tell: Teller, indicator: Indicator) -> Cell:
    """The values to reach, each with its time."""
    return (*_targets(tell, indicator), *tell.source(indicator, "targets"))


def _targets(tell: Teller, indicator: Indicator) -> Cell:
    if indicator.target:
        return (in_words(tell, indicator, tell.said(indicator.target).text),)
    cells: list[Cell] = [
        (tell.speech.number(number), " ", Quiet(f"({tell.point(point)})"))
        for point, number in indicator.targets.items()
    ]
    return lines(cells) or _absent(tell, indicator, "targets")


def baseline(tell: Teller, indicator: Indicator) -> Cell:
    """The value at the start, with its date."""
    cells: list[Cell] = [
        (tell.speech.number(number), " ", Quiet(f"({tell.point(point)})"))
        for point, number in indicator.baseline.items()
    ]
    return (*(lines(cells) or _absent(tell, indicator, "baseline")), *tell.source(indicator, "baseline"))


def _absent(tell: Teller, indicator: Indicator, field: str) -> Cell:
    absence = indicator.unstated.get(field, "not_stated")
    if absence == "not_stated":
        return (Quiet(tell.say(_("no target") if field == "targets" else _("no baseline"))),)
    return (tell.absence(absence),)
