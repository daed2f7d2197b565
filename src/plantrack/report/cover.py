"""The cover: what the report is about, and the notes that stand before everything else."""

from __future__ import annotations

from plantrack.mark import _
from plantrack.report.document import Callout, Cell, Facts, PlanText, Prose
from plantrack.report.request import Request
from plantrack.report.teller import Teller, lines

LANGUAGES = {"sv": _("Swedish"), "en": _("English")}


def name_of(request: Request, tell: Teller) -> str:
    """What the report is called."""
    current = request.round
    if current and current.title:
        return tell.said(current.title).text
    return tell.say(_("Follow-up {round}"), round=request.standings.round)


def subtitle(request: Request, tell: Teller) -> Cell:
    """The name of the report and the day it is made up to."""
    current = request.round
    name = tell.said(current.title) if current and current.title else name_of(request, tell)
    return (name, ", ", tell.say(_("as of {day}"), day=tell.speech.day(request.standings.day)))


def notes(request: Request, tell: Teller) -> tuple[Callout, ...]:
    """That the plan is invented, and that its texts are in another language."""
    found: list[Callout] = []
    if request.plan.header.invented:
        title = tell.say(_("An invented plan"))
        found.append(Callout(title, (Prose((tell.said(request.plan.header.invented),)),), "warning"))
    language = (
        tell.say(LANGUAGES[request.plan.language]) if request.plan.language in LANGUAGES else request.plan.language
    )
    if request.language not in request.plan.languages:
        sentence = tell.say(
            _("The plan's own texts are in {language}. The rest of the report is in English."), language=language
        )
        found.append(Callout(tell.say(_("Language")), (Prose((sentence,)),)))
    elif request.language != request.plan.language:
        sentence = tell.say(_("Texts that are given only in {language} are shown as they are."), language=language)
        found.append(Callout(tell.say(_("Language")), (Prose((sentence,)),)))
    return tuple(found)


def cover(request: Request, tell: Teller) -> Facts:
    """The facts that every report must state."""
    plan, written = request.plan, request.summary
    start, end = request.standings.period_start, request.standings.period_end
    items: list[tuple[Cell, Cell | PlanText]] = [
        ((tell.say(_("Period of the plan")),), (tell.when(plan.header.period),)),
        ((tell.say(_("Period of the report")),), (f"{start.isoformat()}\N{EN DASH}{end.isoformat()}",)),
        ((tell.say(_("Made up to")),), (request.standings.day.isoformat(), *_state(request, tell))),
        ((tell.say(_("Parties")),), lines(tell.party(each) for each in plan.header.parties) or (tell.missing,)),
        ((tell.say(_("Adopted by")),), tell.decision(plan.header.adopted) if plan.header.adopted else (tell.missing,)),
        ((tell.say(_("Register no. of the plan")),), (plan.header.reference or tell.missing,)),
        ((tell.say(_("Register no. of the report")),), (written.reference or tell.missing,)),
        (
            (tell.say(_("Asked for by")),),
            lines(tell.decision(each) for each in written.mandate) or _standing_duty(request, tell),
        ),
        ((tell.say(_("Responsible for the report")),), tell.parties(written.responsible or plan.follow_up.responsible)),
        ((tell.say(_("Made for")),), tell.parties(plan.follow_up.recipient)),
        ((tell.say(_("Revision of the plan's files")),), (request.stamp.version or tell.missing,)),
    ]
    return Facts(tuple(items))


def _standing_duty(request: Request, tell: Teller) -> Cell:
    """Where no decision asks for the report, what the plan itself says of its follow-up."""
    text = request.plan.follow_up.text
    if not text:
        return (tell.missing,)
    return (tell.say(_("The plan itself:")), " ", tell.said(text))


def _state(request: Request, tell: Teller) -> Cell:
    """Whether the round is closed."""
    current = request.round
    if current is None:
        return ()
    if current.closed:
        return (" ", "(", tell.say(_("the round closed on {day}"), day=current.closed), ")")
    return (" ", "(", tell.say(_("the round is still open: a preliminary report")), ")")


def footer(request: Request, tell: Teller) -> Cell:
    """What made the report, and from what."""
    return (
        tell.say(
            _("Made by plantrack {version} from the plan's files, as they stand on the day they were read."),
            version=request.stamp.tool or "–",
        ),
    )


def running(request: Request, tell: Teller) -> str:
    """A short title for the head of each page."""
    header = request.plan.header
    return joined_words(tell.said(header.short_title or header.title).text, name_of(request, tell))


def joined_words(*words: str) -> str:
    """Short texts in a row, with a dash between."""
    return " \N{EN DASH} ".join(" ".join(word.split()) for word in words if word)
