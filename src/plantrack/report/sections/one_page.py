"""The summary alone, on one page: each line of it can be understood without the rest of the report.

What is computed has its limits here, so that it fits: so many things by name, then how many more. What people wrote
is shown whole, however long it is: nobody's words are cut off in the middle of what they say. So one page is what a
summary of a sensible length gives, some 1500 letters in all; a longer one runs on.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from plantrack.followup.standing import SCHEDULES, STATUSES
from plantrack.kinds import Text
from plantrack.mark import _
from plantrack.model.progress import ReportText
from plantrack.report.attention import MOST, Deviation
from plantrack.report.attention import deviations as deviating
from plantrack.report.document import Block, Bullets, Cell, Prose, Said, Section
from plantrack.report.listed import listed
from plantrack.report.older import older
from plantrack.report.proposed import proposed
from plantrack.report.request import Request
from plantrack.report.sections import assessed, part_stand, summary
from plantrack.report.since import since
from plantrack.report.teller import Teller, joined
from plantrack.report.unsaid import QUIET, SILENT, UNJUDGED, UNMEASURED, holdings, lacking, numbers_of_findings, without
from plantrack.report.unwritten import WHOLE

NAMED = 3
"""Things by name in a line; the others are a number."""
TITLE = 62
"""Letters of a title."""
SENTENCE = 170
"""Letters of what an organisation says of a deviation, or of a remedy."""


def stand(request: Request, tell: Teller) -> Section:
    """One sentence on the whole, and the counts with what they are counted over."""
    written, total = written_of(request), request.standings.total
    computed = part_stand.in_figures(request, tell) if request.part else summary.in_figures(request, tell)
    blocks: list[Block] = [Prose((tell.said(written.headline),), lead=True)] if written.headline else []
    source = tell.source(total, "status")
    blocks.append(Prose((computed, *source), lead=not written.headline))
    if request.silent and not request.part:
        blocks.append(Prose(holdings(request, tell)))
    if written.assessment:
        blocks.append(tell.text(written.assessment))
    blocks += older(request, tell, request.part.thing if request.part else WHOLE)
    if not request.silent and total.counted:
        caption = tell.speech.count(_("Status of one activity"), _("Status of {n} activities"), total.counted)
        blocks.append(summary.tally(request, tell, caption, "status", STATUSES))
        opened = sum(total.schedules.get(key, 0) for key in SCHEDULES)
        if opened:
            caption = summary.open_caption(tell, opened)
            blocks.append(summary.tally(request, tell, caption, "schedule", SCHEDULES))
        blocks.append(Prose((denominator(request, tell), *tell.source(total, "status"))))
    blocks += assessed.sentences(request, tell)
    return Section("stand", (tell.say(_("How it stands")),), tuple(blocks))


def written_of(request: Request) -> ReportText:
    """What people wrote about what the summary is of; all unsaid where they wrote nothing."""
    return (request.text(request.part.thing) if request.part else request.summary) or ReportText()


def denominator(request: Request, tell: Teller) -> str:
    """What the counts are over, and how many were left out and why."""
    total = request.standings.total
    left_out = sum(total.left_out.values())
    if not left_out:
        return tell.say(_("All {n} activities are counted."), n=total.total)
    reasons = [tell.say(summary.LEFT_OUT.get(why, summary.LEFT_OUT["ended"]), n=n) for why, n in total.left_out.items()]
    return tell.say(
        _("{counted} of {n} activities are counted; left out: {reasons}."),
        counted=total.counted,
        n=total.total,
        reasons=reasons,
    )


def decisions(request: Request, tell: Teller) -> Section | None:
    """What deviates and needs a stand: in people's words, else the gravest that were reported."""
    found = deviating(request)
    written = written_of(request).deviations
    blocks: list[Block] = [tell.text(written)] if written else []
    if not written:
        items = [in_words(tell, each) for each in found[:MOST]]
        goals = [g.id for g in request.standings.goals.values() if g.forecast == "not_expected"]
        items += [
            (
                *short_thing(tell, goal),
                ": ",
                tell.state("forecast", "not_expected"),
                *tell.source(("goal", goal, request.standings.round), "forecast"),
            )
            for goal in goals[: MOST - len(items)]
        ]
        blocks += [Bullets(tuple(items))] if items else []
    if found and (written or len(found) > MOST):
        blocks.append(Prose((summary.in_all(tell, len(found)), *summary.listed_deviations(request, tell, found))))
    return Section("decisions", (tell.say(_("What needs a decision")),), tuple(blocks)) if blocks else None


def in_words(tell: Teller, deviation: Deviation) -> Cell:
    """One deviation as a line, with no more of people's sentences than there is room for."""
    name = short_thing(tell, deviation.standing.id)
    return summary.told(tell, deviation, name, lambda text: shortened(tell, text, SENTENCE))


def proposals(request: Request, tell: Teller) -> Section | None:
    """What the report asks its reader to decide; only where it is of the whole plan."""
    found = () if request.part else proposed(request)
    items = tuple((tell.said(each.text),) for each in found)
    title = tell.say(_("Proposed decisions"))
    return Section("proposals", (title,), (Bullets(items, numbered=True),)) if items else None


def changed(request: Request, tell: Teller) -> Section | None:
    """What is other than a round ago, by name."""
    written = written_of(request).changed
    blocks: list[Block] = [tell.text(written)] if written else []
    if request.last is not None and not request.silent:
        moved = since(request.standings, request.last)
        lines: tuple[tuple[str, tuple[str, ...]], ...] = (
            (_("Completed ({n}):"), moved.completed),
            (_("Started ({n}):"), moved.started),
            (_("Late now, but not then ({n}):"), moved.late),
            (_("Cancelled or withdrawn ({n}):"), moved.ended),
            (_("New in the plan ({n}):"), moved.new),
            (_("Reported then, but not now ({n}):"), moved.silent),
        )
        items: list[Cell] = [
            (tell.say(sentence, n=len(found)), " ", *some(tell, found), *otherwise(request, tell, found))
            for sentence, found in lines
            if found
        ]
        nothing = Prose((tell.say(_("No activity stands otherwise than in {round}."), round=request.last.round),))
        blocks.append(Bullets(tuple(items)) if items else nothing)
    if not blocks:
        return None
    title = tell.say(_("What has changed since last time"))
    if request.last is not None:
        title = tell.say(_("What has changed since {round}"), round=request.last.round)
    return Section("changed", (title,), tuple(blocks))


def otherwise(request: Request, tell: Teller, found: Iterable[str]) -> Cell:
    """The reference to the activities that stand otherwise in one way."""
    return listed(tell, _("activities that stand otherwise than a round ago"), found, round_id=request.standings.round)


def missing(request: Request, tell: Teller) -> Section:
    """What cannot be said, because nobody has said it; and how many shortcomings the plan itself has."""
    found = request.standings
    items: list[Cell] = []
    if request.silent:
        items += [
            (
                tell.say(sentence, n=len(ids), whole=len(whole)),
                *((": ", *some(tell, ids)) if len(ids) <= NAMED else (".",)),
                *without(tell, ids, whole),
            )
            for sentence, ids, whole in lacking(request)
        ]
    else:
        silent = [i for i, each in found.activities.items() if each.counted and each.status == "no_report"]
        quiet = [each for each in found.asked if not found.answered.get(each)]
        unjudged = [each.id for each in found.goals.values() if each.fulfilment == "not_assessed"]
        unmeasured = [each.id for each in found.indicators.values() if each.outcome == "not_measured"]
        counted, measures = [i for i, each in found.activities.items() if each.counted], found.indicators
        lines: tuple[tuple[str, str, Cell, list[str], Collection[str]], ...] = (
            (_("No report on {n} of {whole} activities:"), SILENT, some(tell, silent), silent, counted),
            (_("No answer from {n} of {whole} organisations:"), QUIET, parties(tell, quiet), quiet, found.asked),
            (_("No assessment of {n} of {whole} goals:"), UNJUDGED, some(tell, unjudged), unjudged, found.goals),
            (_("No value for {n} of {whole} indicators:"), UNMEASURED, some(tell, unmeasured), unmeasured, measures),
        )
        items += [
            (
                tell.say(sentence, n=len(ids), whole=found.total.counted if whole is counted else len(whole)),
                " ",
                *named,
                *listed(tell, what, ids, whole, round_id=found.round),
            )
            for sentence, what, named, ids, whole in lines
            if ids
        ]
    blocks: list[Block] = [Bullets(tuple(items))] if items else []
    if not items:
        blocks.append(Prose((tell.say(_("Nothing: everything that was asked has been answered.")),)))
    if request.checked.findings:
        blocks.append(Prose(numbers_of_findings(request, tell)))
    return Section("missing", (tell.say(_("What is missing")),), tuple(blocks))


def some(tell: Teller, ids: Sequence[str]) -> Cell:
    """The first few of some things by number and title, and how many there are beside."""
    return joined([*(short_thing(tell, each) for each in ids[:NAMED]), *more(tell, ids)], "; ")


def parties(tell: Teller, ids: Sequence[str]) -> Cell:
    """The first few of some organisations, and how many there are beside."""
    return joined([*(tell.party(each) for each in ids[:NAMED]), *more(tell, ids)], "; ")


def more(tell: Teller, ids: Sequence[str]) -> Iterable[Cell]:
    """How many there are beside those that are named."""
    left = len(ids) - NAMED
    return [(tell.speech.count(_("and one more"), _("and {n} more"), left),)] if left > 0 else []


def short_thing(tell: Teller, identifier: str) -> Cell:
    """A thing by its number and the beginning of its title."""
    title = tell.title(identifier)
    return (identifier, " ", shortened(tell, title, TITLE)) if title else (identifier,)


def shortened(tell: Teller, text: Text, letters: int) -> Said:
    """A line as it is, or its beginning where it is long: the whole of it stands in the whole report."""
    said = tell.said(text)
    if len(said.text) <= letters:
        return said
    cut = said.text[:letters]
    kept = cut.rpartition(" ")[0] or cut
    return said._replace(text=kept.rstrip(",;:.") + "\N{HORIZONTAL ELLIPSIS}")
