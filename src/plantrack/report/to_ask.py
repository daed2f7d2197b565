"""What a reader can ask now, where nobody has reported: of whom, and about what. From the plan alone."""

from __future__ import annotations

from datetime import timedelta

from plantrack.mark import _
from plantrack.report.columns import linked_title
from plantrack.report.document import Block, Bullets, Cell, Quiet, plain
from plantrack.report.listed import listed
from plantrack.report.mandated import mandate_of
from plantrack.report.request import Request
from plantrack.report.sections.ahead import mandates
from plantrack.report.teller import Teller, joined

SOON = timedelta(days=366)


def to_ask(request: Request, tell: Teller) -> tuple[Block, ...]:
    """The questions that the report leaves open, the first to put first; none where anybody has reported."""
    if not request.silent:
        return ()
    items = [
        each
        for each in (
            keeper(request, tell),
            whose(request, tell),
            run_out(request, tell),
            unreported(request, tell),
            soon(request, tell),
            unowned(request, tell),
            undetermined(request, tell),
            aimless(request, tell),
        )
        if each
    ]
    return (Bullets(tuple(items), numbered=True),) if items else ()


def keeper(request: Request, tell: Teller) -> Cell:
    """Who keeps the follow-up together, where the plan does not say."""
    if request.plan.follow_up.responsible:
        return ()
    return (tell.say(_("Who keeps the follow-up together? The plan does not say.")),)


def whose(request: Request, tell: Teller) -> Cell:
    """Those who can tell how far the work has come, with how many activities each answers for."""
    found: dict[str, list[str]] = {}
    for identifier, held in request.plan.held.items():
        for party in held.doers:
            found.setdefault(party, []).append(identifier)
    if not found:
        return ()
    ordered = sorted(found.items(), key=lambda item: -len(item[1]))
    parties: list[Cell] = [
        (*tell.party(party, short=True), f" ({len(ids)})", *listed(tell, _("activities"), ids))
        for party, ids in ordered
    ]
    return (tell.say(_("How far have the activities come? Those who answer for them:")), " ", *joined(parties), ".")


def run_out(request: Request, tell: Teller) -> Cell:
    """What should have been done by now."""
    found = [each for each in request.standings.activities.values() if each.time_is_up and each.end]
    items: list[Cell] = [(*linked_title(tell, each.id), " ", Quiet(f"({each.end})")) for each in found]
    return (tell.say(_("Is it done? The time has run out for:")), " ", *joined(items), ".") if items else ()


def unreported(request: Request, tell: Teller) -> Cell:
    """Mandates whose day to report back has passed."""
    found = [(day, i, item) for day, i, item in mandates(request) if day <= request.standings.day]
    items: list[Cell] = [
        (tell.said(item.text), " ", Quiet(f"({plain(mandate_of(tell, i))}: {day})"))
        for day, i, item in sorted(found, key=lambda each: each[:2])
    ]
    return (
        (tell.say(_("Has it been reported back? The mandate's day has passed:")), " ", *joined(items, " "))
        if items
        else ()
    )


def soon(request: Request, tell: Teller) -> Cell:
    """What is to be done within a year."""
    day = request.standings.day
    found = [
        i
        for i, each in request.standings.activities.items()
        if each.end and each.counted and day < each.end <= day + SOON
    ]
    if not found:
        return ()
    sentence = tell.say(_("Will it be done in time? To be done within a year ({n}):"), n=len(found))
    traced = listed(tell, _("activities to be done within a year"), found)
    return (sentence, " ", *tell.links(found), ".", *traced)


def unowned(request: Request, tell: Teller) -> Cell:
    """What nobody answers for."""
    found = [i for i, each in request.plan.held.items() if not each.doers]
    return (tell.say(_("Who is to do it? Nobody is responsible for:")), " ", *tell.links(found), ".") if found else ()


def undetermined(request: Request, tell: Teller) -> Cell:
    """Parties that the plan names without saying who they are."""
    organisations = request.plan.organisations
    named = dict.fromkeys(party for held in request.plan.held.values() for party in held.doers)
    found = [each for each in named if each in organisations and organisations[each].kind == "undetermined"]
    if not found:
        return ()
    return (tell.say(_("Who is meant? The plan does not say who this is:")), " ", *tell.parties(found), ".")


def aimless(request: Request, tell: Teller) -> Cell:
    """How anybody is to see that the goals are reached, where hardly an indicator has a target."""
    indicators = request.plan.indicators
    without = [i for i, each in indicators.items() if not each.targets and not each.target]
    if len(without) * 2 <= len(indicators):
        return ()
    sentence = _("When is a goal reached? {n} of {whole} indicators have no target.")
    traced = listed(tell, _("indicators without a target"), without, indicators)
    return (tell.say(sentence, n=len(without), whole=len(indicators)), *traced)
