"""About the follow-up: what it rests on, how it was made, who answered, and what it cannot say."""

from __future__ import annotations

from plantrack.followup.standing import Standings
from plantrack.followup.turnout import last_days
from plantrack.mark import _
from plantrack.report.document import Block, Cell, Column, Link, Prose, Quiet, Row, Section, Table
from plantrack.report.listed import listed
from plantrack.report.request import Request
from plantrack.report.teller import Teller
from plantrack.report.unwritten import WHOLE
from plantrack.report.written import written_at


def write(request: Request, tell: Teller) -> Section:
    """Method and limits as people wrote them, then who answered."""
    parts = (
        Section("method", (tell.say(_("How it was made")),), method(request, tell)),
        Section("limits", (tell.say(_("What the report cannot say")),), limits(request, tell)),
        Section("answers", (tell.say(_("Who has answered")),), answers(request, tell)),
    )
    found = tuple(each for each in parts if each.blocks)
    return Section("about", (tell.say(_("About the follow-up")),), (), found, one_page=request.part is None)


def method(request: Request, tell: Teller) -> tuple[Block, ...]:
    """How the follow-up was made, and by what rules it judges."""
    blocks: list[Block] = [*written_at(request, tell, WHOLE, "method")]
    current = request.round
    for text in (current.text if current else None, request.plan.follow_up.text):
        if text:
            blocks.append(tell.text(text))
    if request.silent:
        sentence = tell.say(_("No organisation has answered, so the report rests on the plan's own files alone."))
    else:
        sentence = tell.say(
            _("The report rests on the answers of the organisations in this round, and judges time as of {day}."),
            day=tell.speech.day(request.standings.day),
        )
    link = Link(tell.say(_("How to read the symbols")), "symbols")
    return (*blocks, Prose((sentence, " ", link, ".")))


def limits(request: Request, tell: Teller) -> tuple[Block, ...]:
    """What the report cannot say."""
    blocks: list[Block] = [*written_at(request, tell, WHOLE, "limits")]
    late = request.standings.after_day
    if late:
        sentence = tell.speech.count(
            _("One answer that came after the day of judgement is not in the report."),
            _("{n} answers that came after the day of judgement are not in the report."),
            late,
        )
        blocks.append(Prose((sentence,)))
    return tuple(blocks)


def answers(request: Request, tell: Teller) -> tuple[Block, ...]:
    """The response rate, and each organisation with what it was asked and what it answered."""
    asked, answered = request.standings.asked, request.standings.answered
    if request.silent or not asked:
        return ()
    replied = [each for each in asked if answered.get(each)]
    rate = tell.say(
        _(
            "{n} of {whole} organisations that were asked have answered, and {reported} of {counted} activities are reported on."
        ),
        n=len(replied),
        whole=len(asked),
        reported=request.standings.total.reported,
        counted=request.standings.total.counted,
    )
    last = last_days(request.plan, request.standings)
    rows = []
    for organisation, things in asked.items():
        given = answered.get(organisation, ())
        whole = set(things) | set(given)
        day: Cell = (
            (last[organisation].isoformat(),) if organisation in last else (Quiet(tell.say(_("has not answered"))),)
        )
        rows.append(
            Row(
                (
                    tell.party(organisation),
                    *(
                        (str(number), *tell.source(("asked", organisation), "answers"))
                        for number in (len(whole), len(given), len(whole) - len(given))
                    ),
                    day,
                )
            )
        )
    columns = (
        Column(tell.say(_("Organisation")), "wide"),
        Column(tell.say(_("Asked about")), "narrow", numbers=True),
        Column(tell.say(_("Answered")), "narrow", numbers=True),
        Column(tell.say(_("Not answered")), "narrow", numbers=True),
        Column(tell.say(_("Last answer")), "narrow"),
    )
    caption = tell.say(_("Organisations that were asked, with how many things each was asked about"))
    traced = [*have_answered(tell, request.standings), *tell.source(request.standings.total, "status")]
    traced += [piece for then in reversed(request.beside) if then.asked for piece in have_answered(tell, then)]
    said = " ".join([rate, *before(request, tell)])
    return Prose((said, *traced)), Table((caption,), columns, tuple(rows))


def have_answered(tell: Teller, standings: Standings) -> Cell:
    """The reference to the organisations that have answered in a round, and those that have not."""
    replied = [each for each in standings.asked if standings.answered.get(each)]
    what = _("organisations that have answered")
    return listed(tell, what, replied, standings.asked, round_id=standings.round)


def before(request: Request, tell: Teller) -> list[str]:
    """How many had answered in the rounds that this one is shown beside, the latest first."""
    return [
        tell.say(
            _("In {round} it was {n} of {whole}."),
            round=then.round,
            n=len([each for each in then.asked if then.answered.get(each)]),
            whole=len(then.asked),
        )
        for then in reversed(request.beside)
        if then.asked
    ]
