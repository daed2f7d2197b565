"""What a plan holds and what it does not say: all there is to tell where nobody has reported."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from plantrack.finding import INFO
from plantrack.followup.standing import NO_REPORT
from plantrack.mark import _
from plantrack.report.document import Block, Bullets, Cell, Link
from plantrack.report.listed import listed
from plantrack.report.request import Request
from plantrack.report.teller import Teller

SILENT = _("activities without a report")
QUIET = _("organisations that have not answered")
UNJUDGED = _("goals that nobody has assessed")
UNMEASURED = _("indicators without a value")
FINDINGS = ("findings", "")
"""What the checks have found, as a figure."""


def holdings(request: Request, tell: Teller) -> Cell:
    """What the plan holds, in figures."""
    plan, count = request.plan, tell.speech.count
    sentence = tell.say(
        _("The plan has {things}."),
        things=[
            count(_("one theme"), _("{n} themes"), len(plan.themes)),
            count(_("one goal"), _("{n} goals"), len(plan.goals)),
            count(_("one activity"), _("{n} activities"), len(plan.activities)),
            count(_("one success criterion"), _("{n} success criteria"), len(plan.criteria)),
            count(_("one indicator"), _("{n} indicators"), len(plan.indicators)),
        ],
    )
    kinds = {
        _("themes"): plan.themes,
        _("goals"): plan.goals,
        _("activities"): plan.activities,
        _("success criteria"): plan.criteria,
        _("indicators"): plan.indicators,
    }
    return (sentence, *(piece for what, ids in kinds.items() if ids for piece in listed(tell, what, ids)))


def gaps(request: Request, tell: Teller) -> tuple[Block, ...]:
    """What the plan leaves unsaid, each with the things it is unsaid for."""
    items: list[Cell] = [
        (
            tell.say(sentence, n=len(found), whole=len(whole)),
            *_some(tell, found, len(whole)),
            *without(tell, found, whole),
        )
        for sentence, found, whole in lacking(request)
    ]
    if request.checked.findings:
        items.append(shortcomings(request, tell))
    return (Bullets(tuple(items)),) if items else ()


def without(tell: Teller, found: Iterable[str], whole: Iterable[str]) -> Cell:
    """The reference to the things that something is unsaid for."""
    return listed(tell, _("things that it is not said of"), found, whole)


def lacking(request: Request) -> list[tuple[str, list[str], Collection[str]]]:
    """What the plan leaves unsaid: a sentence with blanks, the things it is unsaid for, and those it is asked of."""
    plan = request.plan
    held = plan.held
    ended = [i for i, standing in request.standings.activities.items() if standing.time_is_up]
    unreported = [i for i, standing in request.standings.activities.items() if standing.status == NO_REPORT]
    nobody = [i for i, each in held.items() if not each.doers]
    timeless = [i for i, each in held.items() if not each.when and not each.due and not each.continuous]
    costless = [i for i, each in held.items() if not each.costs]
    unseen = [i for i, each in held.items() if not each.criteria]
    unmeasured = [i for i, each in held.items() if not each.indicators]
    aimless = [i for i, each in plan.indicators.items() if not each.targets and not each.target]
    lines = (
        (_("There is no report on {n} of {whole} activities"), unreported, held),
        (_("The time is up for {n} of {whole} activities"), ended, held),
        (_("Nobody is responsible for {n} of {whole} activities"), nobody, held),
        (_("No time is set for {n} of {whole} activities"), timeless, held),
        (_("No cost is stated for {n} of {whole} activities"), costless, held),
        (_("No success criterion holds for {n} of {whole} activities"), unseen, held),
        (_("No indicator measures {n} of {whole} activities"), unmeasured, held),
        (_("No target is set for {n} of {whole} indicators"), aimless, plan.indicators),
    )
    return [line for line in lines if line[1]]


def shortcomings(request: Request, tell: Teller) -> Cell:
    """How many shortcomings the plan itself has and how many notes there are on it, and where they are listed."""
    sentence = tell.say(_("The plan itself has {shortcomings} and {notes}:"), **_counted(request, tell))
    listing = Link(tell.say(_("they are listed in an annex")), "shortcomings")
    return (sentence, " ", listing, ".", *tell.source(FINDINGS, "findings"))


def numbers_of_findings(request: Request, tell: Teller) -> Cell:
    """How many shortcomings the plan itself has, and how many notes there are on it."""
    of_plan = _("The plan itself has {shortcomings} and {notes}.")
    of_part = _("What the plan says of this part has {shortcomings} and {notes}.")
    return (
        tell.say(of_part if request.part else of_plan, **_counted(request, tell)),
        *tell.source(FINDINGS, "findings"),
    )


def _counted(request: Request, tell: Teller) -> dict[str, str]:
    notes = sum(1 for each in request.checked.findings if each.severity == INFO)
    count = tell.speech.count
    return {
        "shortcomings": count(_("{n} shortcoming"), _("{n} shortcomings"), len(request.checked.findings) - notes),
        "notes": count(_("{n} note"), _("{n} notes"), notes),
    }


def _some(tell: Teller, found: list[str], whole: int) -> Cell:
    """Which ones, where it is not all of them."""
    return (".",) if len(found) == whole else (": ", *tell.links(found))
