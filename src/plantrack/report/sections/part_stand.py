"""How a part stands, in short: one sentence, the counts over the part, what deviates, and what is other than a round ago."""

from __future__ import annotations

from plantrack.mark import _
from plantrack.report.attention import deviations
from plantrack.report.document import Block, Bullets, Cell, Prose, Section
from plantrack.report.request import Request
from plantrack.report.sections import summary
from plantrack.report.sections.by_goal import written_about
from plantrack.report.sections.summary import come_so_far, in_words, news
from plantrack.report.teller import Teller


def write(request: Request, tell: Teller) -> Section:
    """The stand of a theme or a goal."""
    source = tell.source(request.standings.total, "status")
    blocks: list[Block] = [*said_of_theme(request, tell), Prose((in_figures(request, tell), *source), lead=True)]
    if not request.silent:
        blocks += tallies(request, tell)
    found = deviations(request)
    parts = (
        Section(
            "stand-deviations",
            (tell.say(_("What does not go as planned")),),
            (Bullets(tuple(in_words(tell, each) for each in found)),) if found else (),
        ),
        Section("stand-changed", (tell.say(_("What has changed since last time")),), news(request, tell)),
    )
    return Section(
        "stand", (tell.say(_("How it stands")),), tuple(blocks), tuple(each for each in parts if each.blocks)
    )


def said_of_theme(request: Request, tell: Teller) -> list[Block]:
    """What the plan says of a theme, and what people wrote about it for the report. A goal tells of itself."""
    part = request.part
    theme = request.plan.themes.get(part.thing) if part else None
    if part is None or theme is None:
        return []
    blocks: list[Block] = [Prose((tell.said(theme.motto),))] if theme.motto else []
    text = [tell.text(theme.text)] if theme.text else []
    return [*blocks, *text, *written_about(request, tell, part.thing)]


def in_figures(request: Request, tell: Teller) -> str:
    """How it stands, by its own figures alone."""
    total = request.standings.total
    if not total.total:
        return tell.say(_("There are no activities here."))
    if request.silent:
        return tell.speech.count(
            _("Nobody has reported on the only activity here, so it cannot be said how far it has come."),
            _("Nobody has reported on any of the {n} activities here, so it cannot be said how far they have come."),
            total.total,
        )
    if total.counted == 1:
        status = next(key for key, number in total.statuses.items() if number)
        return tell.say(
            _("On {day}, the only activity that is counted here is: {status}."),
            day=tell.speech.day(request.standings.day),
            status=tell.state("status", status).word,
        )
    completed = tell.speech.count(
        _("{n} of the {counted} activities that are counted here is completed"),
        _("{n} of the {counted} activities that are counted here are completed"),
        total.statuses.get("completed", 0),
        counted=total.counted,
    )
    return come_so_far(request, tell, completed)


def tallies(request: Request, tell: Teller) -> list[Block]:
    """How many of the part stand how; nothing where none of it is counted."""
    if not request.standings.total.counted:
        return []
    return summary.tallies(request, tell, denominator(request, tell))


def denominator(request: Request, tell: Teller) -> Cell:
    """What the counts are counted over, and what was left out."""
    total = request.standings.total
    if not total.left_out:
        one, many = _("The only activity here is counted."), _("All {n} activities here are counted, and no others.")
        return (tell.speech.count(one, many, total.total), *tell.source(total, "status"))
    standings = request.standings.activities
    counted = request.part.counted if request.part else standings
    sentence = tell.say(_("{counted} of the {n} activities here are counted."), counted=total.counted, n=total.total)
    left_out = summary.left_out(tell, (each for i, each in standings.items() if i in counted))
    return (sentence, *tell.source(total, "status"), " ", *left_out)
