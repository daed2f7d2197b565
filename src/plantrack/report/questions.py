"""What a text that is missing is to answer, with the figures that its writer starts from.

Each place has a question of its own: the assessment is the stand, the analysis is why it is so, and what was measured
stands in the tables already. Texts that mix them are the usual complaint.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from plantrack.mark import _
from plantrack.report.attention import deviations
from plantrack.report.document import Cell
from plantrack.report.request import Request
from plantrack.report.since import since
from plantrack.report.teller import Teller, joined
from plantrack.report.unwritten import WHOLE, left, unexplained

SHORT = ("slightly_behind", "behind", "worsened", "not_achieved")
"""Outcomes of an indicator that ask for a reason."""

Question = Callable[[Request, Teller, str], Cell]


def question(request: Request, tell: Teller, thing: str, place: str) -> Cell:
    """The figures first, then what to answer."""
    level = WHOLE if thing == WHOLE else "theme" if thing in request.plan.themes else "goal"
    return QUESTIONS[level, place](request, tell, thing)


def _opening(_request: Request, tell: Teller, _thing: str) -> Cell:
    return (
        tell.say(
            _(
                "How does the plan stand as a whole? First one sentence that can be read alone (“headline”), then what is "
                "most important to know (“assessment”). The figures stand beside; say what they mean."
            )
        ),
    )


def _needs_decision(request: Request, tell: Teller, _thing: str) -> Cell:
    found = [each.standing.id for each in deviations(request)]
    return (
        tell.speech.count(
            _("One activity does not go as planned:"), _("{n} activities do not go as planned:"), len(found)
        ),
        " ",
        *tell.links(found),
        ". ",
        tell.say(_("Which three to five of all this need a decision, by whom, and what happens without one?")),
    )


def _changed(request: Request, tell: Teller, _thing: str) -> Cell:
    if request.last is None:
        return ()
    moved = since(request.standings, request.last)
    figures = tell.say(
        _("Activities since {round} – completed: {completed}; started: {started}; become late: {late}."),
        round=request.last.round,
        completed=len(moved.completed),
        started=len(moved.started),
        late=len(moved.late),
    )
    return (figures, " ", tell.say(_("What else has changed that the reader must know, and what made it change?")))


def _outlook(request: Request, tell: Teller, _thing: str) -> Cell:
    if request.final:
        return (
            tell.say(_("The plan has ended. What is carried over, who takes it on, and is there a plan after it?")),
        )
    return (tell.say(_("What is most important in the year to come, and what may stand in the way?")),)


def _method(request: Request, tell: Teller, _thing: str) -> Cell:
    if request.silent:
        return (tell.say(_("Nobody has answered. Who was asked, when and how? If nobody was asked: why not?")),)
    return (tell.say(_("How were the answers gathered, who put them together, and was anything done in a new way?")),)


def _limits(request: Request, tell: Teller, _thing: str) -> Cell:
    found = request.standings
    quiet = [each for each in found.asked if not found.answered.get(each)]
    figures: Cell = (
        tell.say(
            _("There is a report on {n} of {whole} activities."), n=found.total.reported, whole=found.total.counted
        ),
        " ",
    )
    if quiet and not request.silent:
        sentence = tell.say(_("No answer from {n} of {whole} organisations:"), n=len(quiet), whole=len(found.asked))
        figures = (*figures, sentence, " ", *tell.parties(quiet), ". ")
    return (*figures, tell.say(_("What can the report not say because of that?")))


def _proposals(_request: Request, tell: Teller, _thing: str) -> Cell:
    return (
        tell.say(
            _(
                "What is the reader to decide? For instance: that the report is noted, that a mandate is completed, or that "
                "a time is moved."
            )
        ),
    )


def _theme(request: Request, tell: Teller, thing: str) -> Cell:
    judged = [(i, request.standings.goals.get(i)) for i, _goal in request.plan.goals_in(thing)]
    stands: list[Cell] = [
        (tell.link(i), " ", tell.state("fulfilment", each.fulfilment)) for i, each in judged if each is not None
    ]
    sentence = _(
        "How does {theme} {id} stand, seen as one? What its goals have in common is worth more than each of them over "
        "again: that stands under each."
    )
    return (*joined(stands), ". ", tell.say(sentence, theme=tell.level("theme"), id=thing))


def _assessment(request: Request, tell: Teller, thing: str) -> Cell:
    sentence = tell.say(
        _("How does {goal} {id} stand? Say how far it is reached, and what that rests on. Not why: that is next."),
        goal=tell.level("goal"),
        id=thing,
    )
    if request.silent:
        quiet = tell.say(
            _("Nobody has reported on it. What do you know all the same, and from where? It may be “hard_to_assess”.")
        )
        return (quiet,)
    return (*_in_figures(request, tell, thing), sentence)


def _in_figures(request: Request, tell: Teller, goal: str) -> Cell:
    """How a goal stands by its activities and indicators, and how it was judged a round ago."""
    counts = request.standings.by_goal.get(goal)
    said: list[str] = []
    if counts and counts.counted:
        said.append(
            tell.say(
                _("Of {counted} activities – completed: {completed}; late: {late}; without a report: {unknown}."),
                completed=counts.statuses.get("completed", 0),
                counted=counts.counted,
                late=counts.schedules.get("late", 0),
                unknown=counts.statuses.get("no_report", 0),
            )
        )
    measured = [request.standings.indicators.get(each) for each in request.plan.goals[goal].indicators]
    aimed = [each for each in measured if each and each.outcome != "no_target"]
    if aimed:
        reached = len([each for each in aimed if each.outcome == "achieved"])
        said.append(
            tell.speech.count(
                _("{n} of {whole} indicators has reached its target."),
                _("{n} of {whole} indicators have reached their target."),
                reached,
                whole=len(aimed),
            )
        )
    then = request.last.goals.get(goal) if request.last else None
    if request.last and then and then.fulfilment != "not_assessed":
        word = tell.state("fulfilment", then.fulfilment).word
        said.append(tell.say(_("In {round} it was judged {judgement}."), round=request.last.round, judgement=word))
    return (" ".join(said) + " ",) if said else ()


def _analysis(request: Request, tell: Teller, thing: str) -> Cell:
    its = request.plan.goals[thing].activities
    late = [each.standing.id for each in deviations(request) if each.standing.id in its]
    measured = [request.standings.indicators.get(each) for each in request.plan.goals[thing].indicators]
    short = [each.id for each in measured if each and each.outcome in SHORT]
    said: Cell = ()
    if late:
        sentence = tell.speech.count(
            _("{n} of {whole} activities is late or deviates:"),
            _("{n} of {whole} activities are late or deviate:"),
            len(late),
            whole=len(its),
        )
        said = (sentence, " ", *tell.links(late), ". ")
    if short:
        sentence = tell.speech.count(_("This indicator is behind:"), _("These indicators are behind:"), len(short))
        said = (*said, sentence, " ", *tell.links(short), ". ")
    if said:
        return (*said, tell.say(_("Why? What has stood in the way, and what would it take?")))
    return (
        tell.say(_("Nothing is late or behind. What made it work, and is there anything the figures do not show?")),
    )


def _deviations(request: Request, tell: Teller, thing: str) -> Cell:
    found = unexplained(request, thing)
    sentence = tell.say(_("Nobody has said what is done about:"))
    return (
        sentence,
        " ",
        *tell.links(found),
        ". ",
        tell.say(_("What is done, by whom and by when? Is a decision needed?")),
    )


def _ahead(request: Request, tell: Teller, thing: str) -> Cell:
    found = left(request, thing)
    figures: Cell = ()
    if found:
        sentence = tell.speech.count(
            _("One activity is not completed:"), _("{n} activities are not completed:"), len(found)
        )
        figures = (sentence, " ", *tell.links(each.id for each in found), ". ")
    if request.final:
        on = tell.speech.count(
            _("Who carries it on after the plan, or is it dropped?"),
            _("Who carries each of them on after the plan, or is it dropped?"),
            len(found),
        )
        return (*figures, on)
    return (
        *figures,
        tell.say(_("What is to happen for {goal} {id} to be reached in time?"), goal=tell.level("goal"), id=thing),
    )


QUESTIONS: Mapping[tuple[str, str], Question] = {
    (WHOLE, "opening"): _opening,
    (WHOLE, "deviations"): _needs_decision,
    (WHOLE, "changed"): _changed,
    (WHOLE, "outlook"): _outlook,
    (WHOLE, "method"): _method,
    (WHOLE, "limits"): _limits,
    (WHOLE, "proposals"): _proposals,
    ("theme", "assessment"): _theme,
    ("goal", "assessment"): _assessment,
    ("goal", "analysis"): _analysis,
    ("goal", "deviations"): _deviations,
    ("goal", "outlook"): _ahead,
}
"""Level and place -> its question."""
