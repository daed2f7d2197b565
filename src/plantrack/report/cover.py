"""The cover: what the report is about, and the notes that stand before everything else."""

from __future__ import annotations

from datetime import date

from plantrack.mark import _
from plantrack.model.progress import Round
from plantrack.report.document import Callout, Cell, Facts, PlanText, Prose, plain
from plantrack.report.edition import correction, told
from plantrack.report.organisation_words import organisation_facts
from plantrack.report.part import Part
from plantrack.report.request import Request
from plantrack.report.stamp import SHORT
from plantrack.report.teller import Teller, lines

LANGUAGES = {"sv": _("Swedish"), "en": _("English")}


def name_of(request: Request, tell: Teller) -> str:
    """What the report is called."""
    current = request.round
    if current and current.title:
        return tell.said(current.title).text
    return tell.say(_("Follow-up {round}"), round=request.standings.round)


def title(request: Request, tell: Teller) -> Cell:
    """The plan's title, or what the report is on where that is a part."""
    part = request.part
    if part is None:
        return (tell.said(request.plan.header.title),)
    return tell.party(part.organisation) if part.organisation else numbered(part, tell)


def numbered(part: Part, tell: Teller) -> Cell:
    """A theme, a goal or an activity by what it is, its number and its title."""
    return (f"{tell.column(part.level)} {part.thing}: ", tell.said(tell.title(part.thing)))


def subtitle(request: Request, tell: Teller) -> Cell:
    """The name of the report and the day it is made up to; first that it is a summary, or on what of the plan."""
    current, part = request.round, request.part
    name = tell.said(current.title) if current and current.title else name_of(request, tell)
    named: Cell = (name, ", ", tell.say(_("as of {day}"), day=tell.speech.day(request.standings.day)))
    if part and part.organisation and part.thing:
        named = (*numbered(part, tell), ". ", *named)
    return (tell.say(_("Summary")), ": ", *named) if request.asked.summary else named


def notes(request: Request, tell: Teller) -> tuple[Callout, ...]:
    """That the plan is invented, and that its texts are in another language."""
    corrected = correction(request.edition, tell) if request.edition else None
    found: list[Callout] = [corrected] if corrected else []
    if request.asked.on:
        sentence = tell.say(
            _("The report shows how things stood on {day}. What was answered or written later is not in it."),
            day=tell.speech.day(request.standings.day),
        )
        found.append(Callout(tell.say(_("As of another day")), (Prose((sentence,)),)))
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
    """The facts that a report must state: all of them, or what a page has room for, or those of a part."""
    items = facts_of_part(request, tell) if request.part else facts_of_plan(request, tell)
    return Facts(tuple(brief(items, tell) if request.asked.summary else items))


Items = list[tuple[Cell, Cell | PlanText]]


def brief(items: Items, tell: Teller) -> Items:
    """The facts that a summary has room for: what, when and whom; not that one is missing."""
    names = (_("About"), _("Period of the report"), _("Made up to"), _("Responsible for the report"), _("Made for"))
    wanted = {tell.say(each) for each in (*names, _("Issue"), _("Data version"))}
    return [(name, said) for name, said in items if plain(name) in wanted and said != (tell.missing,)]


def facts_of_part(request: Request, tell: Teller) -> Items:
    """What the part is, what is counted in the report on it, and when and by whom that was made."""
    plan, part = request.plan, request.part
    assert part is not None
    start, end = request.standings.period_start, request.standings.period_end
    goal = plan.goal_of.get(part.thing, "") if part.level == "activity" else ""
    theme = plan.theme_of.get(goal or part.thing, "")
    above = [((tell.column(level),), tell.thing(i)) for level, i in (("theme", theme), ("goal", goal)) if i]
    return [
        ((tell.say(_("About")),), (counted_over(request, tell, part),)),
        ((tell.say(_("Plan")),), (tell.said(plan.header.title),)),
        *([] if part.organisation else above),
        *(organisation_facts(request, tell, part.organisation) if part.organisation else []),
        ((tell.say(_("Period of the report")),), (f"{start.isoformat()}\N{EN DASH}{end.isoformat()}",)),
        ((tell.say(_("Made up to")),), (request.standings.day.isoformat(), *_state(request, tell))),
        (
            (tell.say(_("Responsible for the report")),),
            tell.parties(request.summary.responsible or plan.follow_up.responsible),
        ),
        *_issue(request, tell),
        ((tell.say(_("Data version")),), data_version(request, tell)),
    ]


def counted_over(request: Request, tell: Teller, part: Part) -> str:
    """That the report is on a part alone, and what its counts are over."""
    n, whole = len(request.plan.activities), part.whole
    if part.organisation and not part.counted:
        of_none = _(
            "Only what the organisation has to do with: {n} of the plan's {whole} activities. It answers for none."
        )
        return tell.say(of_none, n=n, whole=whole)
    if part.organisation:
        return tell.say(
            _(
                "Only what the organisation has to do with: {n} of the plan's {whole} activities. It answers for {own} of "
                "them, and what is counted is counted over those."
            ),
            n=n,
            whole=whole,
            own=len(part.counted),
        )
    if part.level == "activity":
        return tell.say(_("Only this activity, one of the {whole} in the plan."), whole=whole)
    return tell.say(
        _("Only this part: {n} of the plan's {whole} activities. Whatever is counted is counted over those."),
        n=n,
        whole=whole,
    )


def facts_of_plan(request: Request, tell: Teller) -> Items:
    """What every report on a whole plan must state."""
    plan, written = request.plan, request.summary
    start, end = request.standings.period_start, request.standings.period_end
    return [
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
        *_issue(request, tell),
        ((tell.say(_("Data version")),), data_version(request, tell)),
    ]


def _issue(request: Request, tell: Teller) -> list[tuple[Cell, Cell]]:
    """Which issue it is; or that it is none, where the round's report has been issued."""
    if request.edition:
        return [((tell.say(_("Issue")),), told(request.edition, tell))]
    if any(each == request.standings.round for each, _number in request.plan.issues):
        return [((tell.say(_("Issue")),), (tell.say(_("not the issued report")),))]
    return []


def data_version(request: Request, tell: Teller) -> Cell:
    """What the report was made from: a digest that any copy of the same files has, and the revision where git knows it."""
    stamp = request.stamp
    if not stamp.plan:
        return (tell.missing,)
    words = [
        tell.say(_("the plan's files {digest}"), digest=stamp.version),
        tell.say(_("format {number}"), number=stamp.format),
        tell.say(_("rules {digest}"), digest=stamp.rules) if stamp.rules else "",
        tell.say(_("revision {revision}"), revision=stamp.revision[:SHORT]) if stamp.revision else "",
        tell.say(_("assessment at revision {revision}"), revision=stamp.evaluated[:SHORT]) if stamp.evaluated else "",
    ]
    return (", ".join(filter(None, words)),)


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
        closed = tell.say(_("the round closed on {day}"), day=current.closed)
        return (" ", "(", "; ".join((closed, *_opened_again(request, tell, current))), ")")
    return (" ", "(", tell.say(_("the round is still open: a preliminary report")), ")")


def _opened_again(request: Request, tell: Teller, current: Round) -> list[str]:
    """Each time that the round was opened again after it had closed."""
    until = request.standings.day if request.asked.on else date.max
    return [
        tell.say(_("opened again {day} until {last}"), day=each.date, last=each.until)
        if each.until
        else tell.say(_("opened again {day}"), day=each.date)
        for each in current.reopened
        if each.date and each.date <= until
    ]


def footer(request: Request, tell: Teller) -> Cell:
    """What made the report, and from what."""
    return (
        tell.say(
            _(
                "Made by plantrack {version} with “{command}”. “plantrack verify” makes it again and says whether it is the same."
            ),
            version=request.stamp.tool or "–",
            command=request.asked.command,
        ),
    )


def running(request: Request, tell: Teller) -> str:
    """A short title for the head of each page, with what of the plan it is on."""
    header, part = request.plan.header, request.part
    on = [tell.say(_("Summary"))] if request.asked.summary else []
    if part:
        on += [f"{tell.level(part.level)} {part.thing}"] if part.thing else []
        on += [plain(tell.party(part.organisation, short=True)[:1])] if part.organisation else []
    return joined_words(tell.said(header.short_title or header.title).text, name_of(request, tell), *on)


def joined_words(*words: str) -> str:
    """Short texts in a row, with a dash between."""
    return " \N{EN DASH} ".join(" ".join(word.split()) for word in words if word)
