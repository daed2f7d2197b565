"""One activity over the rounds: how it stood in each, and what each organisation has answered about it."""

from __future__ import annotations

from plantrack.followup.standing import ActivityStanding, Given, Standings
from plantrack.mark import _
from plantrack.model.words import SUBMISSION_ROLES
from plantrack.report import standing_cells
from plantrack.report.document import BREAK, Cell, Column, Quiet, Row, Section, Table
from plantrack.report.doubt import marked
from plantrack.report.request import Request
from plantrack.report.sections import goal_answers
from plantrack.report.sections.activity import its
from plantrack.report.teller import Teller, lines


def every_round(request: Request) -> tuple[Standings, ...]:
    """The rounds up to this one, the oldest first."""
    return (*reversed(request.earlier), request.standings)


def rounds(request: Request, tell: Teller) -> Section | None:
    """State then and now; nothing in the first round."""
    if not request.earlier:
        return None
    rows = tuple(
        _round(tell, found, found.activities.get(its(request)), found is request.standings)
        for found in every_round(request)
    )
    columns = (
        Column(tell.say(_("Round")), "narrow"),
        Column(tell.say(_("As of")), "narrow"),
        Column(tell.say(_("Status")), "middle"),
        Column(tell.say(_("Schedule")), "middle"),
    )
    table = Table((tell.say(_("How it has stood, round by round")),), columns, rows)
    return Section("rounds", (tell.say(_("Then and now")),), (table,))


def _round(tell: Teller, found: Standings, standing: ActivityStanding | None, now: bool) -> Row:
    head: tuple[Cell, Cell] = ((found.round,), (found.day.isoformat(),))
    if standing is None:
        return Row((*head, (standing_cells.not_yet(tell),), (standing_cells.not_yet(tell),)))
    status = standing_cells.status(tell, standing) if now else standing_cells.status_then(tell, standing)
    return Row((*head, status, standing_cells.schedule(tell, standing)))


def answers(request: Request, tell: Teller) -> Section | None:
    """Every organisation's own answers, the newest first; nothing where nobody has ever answered."""
    found: dict[tuple[str, str], Given] = {}
    for standings in every_round(request):
        standing = standings.activities.get(its(request))
        for given in (*(standing.answers if standing else ()), *standings.assessed.get(its(request), ())):
            found[given.submission, given.organisation] = given
    if not found:
        return None
    newest = sorted(found.values(), key=lambda each: (each.day, each.submission, each.organisation), reverse=True)
    columns = (
        Column(tell.say(_("Date")), "narrow"),
        Column(tell.say(_("Organisation")), "middle"),
        Column(tell.say(_("Round")), "narrow"),
        Column(tell.say(_("Status")), "middle"),
        Column(tell.say(_("What was said")), "wide"),
    )
    table = Table(
        (tell.say(_("Every answer, the newest first")),), columns, tuple(_answer(tell, each) for each in newest), head=1
    )
    return Section("its-answers", (tell.say(_("What each organisation has answered")),), (table,))


def _answer(tell: Teller, given: Given) -> Row:
    by = tell.party(given.organisation)
    if given.role != "own":
        by = (*by, " ", Quiet(f"({tell.word(SUBMISSION_ROLES, given.role)})"))
    status = marked(tell, goal_answers.status(tell, given), given.suspect)
    if given.replaced:
        status = (*status, BREAK, Quiet(tell.say(_("(corrected later)"))))
    status = (*status, *tell.source(given, "given"))
    return Row(((given.day.isoformat(),), by, (given.round,), status, words_of(tell, given)))


def words_of(tell: Teller, given: Given) -> Cell:
    """What an answer says in words: its comment, and what deviates."""
    answer = given.answer
    said: list[Cell] = [(tell.said(answer.comment),)] if answer.comment else []
    named = ((_("Deviation"), answer.deviation), (_("Remedy"), answer.remedy), (_("Ground"), answer.ground))
    said += [(f"{tell.say(name)}: ", tell.said(text)) for name, text in named if text]
    if answer.expected:
        said.append((f"{tell.say(_('Now expected'))}: ", tell.point(answer.expected)))
    return lines(said) or (Quiet(tell.say(_("no comment"))),)
