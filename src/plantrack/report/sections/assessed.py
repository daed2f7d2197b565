"""The independent assessment: what outside evaluators say, beside how the plan stands without them."""

from __future__ import annotations

from plantrack.followup.assessed import Assessment
from plantrack.mark import _
from plantrack.report import assessed_words as words
from plantrack.report.columns import linked_title
from plantrack.report.document import BREAK, Block, Cell, Facts, Link, PlanText, Prose, Section, Table
from plantrack.report.listed import listed
from plantrack.report.request import Request
from plantrack.report.stamp import SHORT
from plantrack.report.teller import Teller, lines

ANCHOR = "assessed"
SETTLES_NOTHING = _(
    "An evaluator's word stands beside what the parties have reported and judged, and settles none of it: every state, "
    "value and count in the report is without it."
)


def write(request: Request, tell: Teller) -> Section | None:
    """Everything that evaluators have said in the round; nothing where none has."""
    found = request.assessed
    if not found.rows and not request.evaluation:
        return None
    blocks: list[Block] = [*sentences(request, tell)]
    if found.rows:
        blocks += [Prose((tell.say(SETTLES_NOTHING),)), *whence(request, tell), table(request, tell)]
    else:
        blocks += whence(request, tell)
    blocks += [*unjudged(request, tell), *on_the_whole(request, tell)]
    return Section(ANCHOR, (tell.say(_("Independent assessment")),), tuple(blocks))


def sentences(request: Request, tell: Teller) -> tuple[Block, ...]:
    """The assessment in one sentence: also for the summaries. Nothing where there is none."""
    return (Prose(words.sentence(tell, request.assessed, request.standings.round)),) if request.assessed.rows else ()


def table(request: Request, tell: Teller) -> Table:
    """Thing by thing: how it stands, what the evaluator says, and whether that is the same."""
    rows, several = request.assessed.rows, words.several(request.assessed.rows)
    made = (words.row(tell, request.standings, linked_title(tell, each.thing), each, several=several) for each in rows)
    caption = tell.say(_("What the evaluator says, beside how it stands"))
    return Table((caption,), words.columns(tell), tuple(made))


def unjudged(request: Request, tell: Teller) -> tuple[Block, ...]:
    """How much of what was answered nobody from outside has judged."""
    left, judged = request.assessed.unjudged, request.assessed.judged
    if not left or not judged:
        return ()
    sentence = _("Of what the parties have reported or judged in the round, {n} things were not judged from outside.")
    one = _("Of what the parties have reported or judged in the round, {n} thing was not judged from outside.")
    whole = (*judged, *left)
    source = listed(tell, _("not judged from outside"), left, whole, round_id=request.standings.round)
    return (Prose((tell.speech.count(one, sentence, len(left)), *source)),)


def whence(request: Request, tell: Teller) -> tuple[Block, ...]:
    """Which revision the assessment stands in, where that is not the plan's own; and what of it is not shown."""
    found = request.evaluation
    if found is None:
        return ()
    where = tell.say(
        _("What is not among the plan's own files was read from {revision} (revision {name} in git)."),
        revision=found.revision,
        name=found.commit[:SHORT],
    )
    blocks: list[Block] = [Prose((where,))]
    if not request.assessed.rows:
        blocks.append(Prose((tell.say(_("It says nothing of what the report is on.")),)))
    if found.absent:
        one = _("It also judges {n} thing that this plan does not have, and that is not shown: {ids}.")
        many = _("It also judges {n} things that this plan does not have, and that are not shown: {ids}.")
        blocks.append(Prose((tell.speech.count(one, many, len(found.absent), ids=found.absent),)))
    return tuple(blocks)


def on_the_whole(request: Request, tell: Teller) -> tuple[Block, ...]:
    """What evaluators say of their assessment as a whole."""
    items: list[tuple[Cell, Cell | PlanText]] = []
    for identifier in request.assessed.submissions:
        submission = tell.plan.submissions.get(identifier)
        if submission is not None and submission.comment:
            by = (*tell.party(submission.by), BREAK, tell.day(submission.date))
            items.append((by, tell.text(submission.comment)))
    return (Facts(tuple(items)),) if items else ()


def at_goal(request: Request, tell: Teller, identifier: str) -> list[tuple[Cell, Cell | PlanText]]:
    """What evaluators say of a goal, and in a line of what belongs to it."""
    goal = request.plan.goals[identifier]
    steps = (step for activity in goal.activities.values() for step in activity.steps)
    within = Assessment(request.assessed.of((*goal.activities, *steps, *goal.criteria, *goal.indicators)))
    said = [words.beside(tell, request.assessed.of((identifier,)))]
    if within.rows:
        said.append(of_parts(tell, within, request.standings.round))
    cell = lines(each for each in said if each)
    return [((tell.say(_("Independent assessment")),), cell)] if cell else []


def of_parts(tell: Teller, within: Assessment, round_id: str) -> Cell:
    """How many of what belongs to a goal an evaluator has spoken of, and of which otherwise than it stands."""
    spoken_of = tuple(dict.fromkeys(each.thing for each in within.rows))
    one, many = _("{n} part of it is spoken of"), _("{n} parts of it are spoken of")
    source = listed(tell, _("judged from outside"), spoken_of, round_id=round_id)
    head: Cell = (Link(tell.speech.count(one, many, len(spoken_of)), ANCHOR), *source)
    if within.otherwise:
        return (*head, "; ", words.way(tell, "otherwise"), ": ", *tell.links(within.otherwise))
    return (*head, ", ", tell.say(_("none otherwise")))
