"""What one organisation has to do with the plan: in short, role by role, and what does not go as planned."""

from __future__ import annotations

from plantrack.followup.parties import Parties
from plantrack.mark import _
from plantrack.report import standing_cells
from plantrack.report.attention import deviations as deviating
from plantrack.report.document import Block, Bullets, Cell, Column, Prose, Quiet, Row, Section, Table, plain
from plantrack.report.involvement import BEARER, EVERY_ROLE, STEP, Role
from plantrack.report.involvement import roles as roles_of
from plantrack.report.listed import listed
from plantrack.report.request import Request
from plantrack.report.sections import commitments, part_stand
from plantrack.report.sections.picture import now_and_then
from plantrack.report.sections.summary import in_words, news
from plantrack.report.standing_cells import ROLE_WORDS
from plantrack.report.teller import Teller, anchor, capital

MORE_ROLE_WORDS = {STEP: _("answers for a step"), BEARER: _("bears a part of the cost")}
"""What is no role in the plan, and has to do with an activity all the same."""


def its(request: Request) -> str:
    """The organisation that the report is for."""
    assert request.part is not None
    return request.part.organisation


def stand(request: Request, tell: Teller) -> Section:
    """How what it answers for stands; a friendly sentence where it has to do with no activity."""
    own = request.standings.total.total
    title = tell.say(_("How it stands"))
    if not request.plan.activities:
        sentence = tell.say(
            _("{organisation} has no role in any activity here, so there is nothing to tell of how its work goes."),
            organisation=plain(tell.party(its(request))),
        )
        return Section("stand", (title,), (Prose((sentence,), lead=True),))
    whose = _("activities that it has to do with")
    traced = listed(tell, whose, request.plan.activities, round_id=request.standings.round)
    blocks: list[Block] = [Prose((in_short(request, tell, own), *traced), lead=True)]
    if own:
        source = tell.source(request.standings.total, "status")
        blocks.append(Prose((part_stand.in_figures(request, tell), *source)))
        blocks += [] if request.silent else part_stand.tallies(request, tell)
    changed = Section("stand-changed", (tell.say(_("What has changed since last time")),), news(request, tell))
    return Section("stand", (title,), tuple(blocks), (changed,) if changed.blocks else ())


def in_short(request: Request, tell: Teller, own: int) -> str:
    """How many activities it answers for, and in how many it takes part otherwise."""
    other = len(request.plan.activities) - own
    count = tell.speech.count
    first = count(_("It answers for one activity"), _("It answers for {n} activities"), own)
    if not other:
        return f"{first}."
    second = count(_("has another part in one"), _("has another part in {n}"), other)
    if not own:
        return count(
            _("It answers for no activity, and has another part in one."),
            _("It answers for no activity, and has another part in {n}."),
            other,
        )
    return tell.say(_("{first}, and {second}."), first=first, second=second)


def roles(request: Request, tell: Teller) -> Section | None:
    """Its activities, a table for each role."""
    found = roles_of(request.plan, its(request), Parties(tell.plan, request.standings.day))
    tables = [
        role_table(request, tell, role, [each for each in found if each.role == role])
        for role in EVERY_ROLE
        if any(each.role == role for each in found)
    ]
    return Section("roles", (tell.say(_("Its activities, by role")),), tuple(tables)) if tables else None


def role_table(request: Request, tell: Teller, role: str, found: list[Role]) -> Table:
    """The activities in which it has one role. Where the plan names a group or one before it, that is said."""
    through = any(each.party != its(request) for each in found)
    columns = [Column(tell.say(_("No.")), "narrow"), Column(tell.column("activity"), "wide")]
    columns += [Column(tell.say(_("Named as")), "middle")] if through else []
    columns.append(Column(tell.say(_("When")), "middle"))
    if not request.silent:
        columns += now_and_then(request, tell, _("Status"), _("Status {round}"))
        columns.append(Column(tell.say(_("Schedule")), "middle"))
    word = capital(tell.say({**ROLE_WORDS, **MORE_ROLE_WORDS}[role]))
    caption = f"{word} ({tell.speech.number(len(found))})"
    traced = listed(tell, _("activities that it has to do with"), (each.activity for each in found))
    return Table(
        (caption, *traced), tuple(columns), tuple(role_row(request, tell, each, through) for each in found), head=1
    )


def role_row(request: Request, tell: Teller, found: Role, through: bool) -> Row:
    """One activity in which it has a role."""
    identifier = found.activity
    standing = request.standings.activities[identifier]
    cells: list[Cell] = [(identifier,), (tell.said(request.plan.activities[identifier].title),)]
    if through:
        itself: Cell = (Quiet(tell.say(_("itself"))),)
        cells.append(itself if found.party == its(request) else tell.party(found.party, short=True))
    cells.append(standing_cells.when(tell, request.plan.held[identifier]))
    if not request.silent:
        for each in request.beside:
            then = each.activities.get(identifier)
            cells.append(standing_cells.status_then(tell, then))
        cells += [standing_cells.status(tell, standing), standing_cells.schedule(tell, standing)]
    return Row(tuple(cells), anchor(identifier))


def deviations(request: Request, tell: Teller) -> Section | None:
    """What of it does not go as planned, the gravest first."""
    found = deviating(request)
    title = tell.say(_("What does not go as planned"))
    bullets = Bullets(tuple(in_words(tell, each) for each in found))
    return Section("deviations", (title,), (bullets,)) if found else None


def mandates(request: Request, tell: Teller) -> Section | None:
    """The mandates that were given to it, with what in the whole plan answers them."""
    blocks = commitments.mandates(request._replace(plan=tell.plan), tell, request.plan.mandate_items)
    return Section("mandates", (tell.say(_("Mandates given to it")),), tuple(blocks)) if blocks else None
