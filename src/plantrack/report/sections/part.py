"""The sections of a report on a part: those of the whole report, over the part alone, and left out where they are empty."""

from __future__ import annotations

from plantrack.mark import _
from plantrack.report.charts.curves import curves
from plantrack.report.charts.timeline import timelines
from plantrack.report.document import Block, Prose, Section
from plantrack.report.request import Request
from plantrack.report.sections import about, goal
from plantrack.report.sections import ahead as of_ahead
from plantrack.report.sections import changes as of_changes
from plantrack.report.sections import corrections as of_corrections
from plantrack.report.sections import economy as of_economy
from plantrack.report.sections import log as of_log
from plantrack.report.sections import measurements as of_measurements
from plantrack.report.sections import picture as of_picture
from plantrack.report.sections import shortcomings as of_shortcomings
from plantrack.report.teller import Teller

FEWEST = 2
"""With fewer there is nothing to hold beside each other."""


def goals(request: Request, tell: Teller) -> Section | None:
    """Each goal of a theme in the words of the whole report; one goal alone without its title, which the report has."""
    found = [goal.write(request, tell, identifier) for identifier in request.plan.goals]
    if request.part and request.part.level == "goal":
        return found[0]._replace(title=(tell.say(_("Assessment, activities and measures")),))
    title = tell.say(_("Each {goal} of the {theme}"), goal=tell.level("goal"), theme=tell.level("theme"))
    return Section("goals", (title,), (), tuple(found), listed=True) if found else None


def picture(request: Request, tell: Teller) -> Section | None:
    """Who answers for what, how each goal is judged, and when it is to be done."""
    several = len(request.plan.goals) >= FEWEST
    blocks: list[Block] = [*timelines(request, tell)]
    if len(request.standings.by_organisation) >= FEWEST:
        blocks += of_picture.parties(request, tell)
    if several:
        blocks += of_picture.judged(request, tell)
    return filled(Section("picture", (tell.say(_("Who, and when")),), tuple(blocks)))


def answers(request: Request, tell: Teller) -> Section | None:
    """Who was asked, and who has answered."""
    return filled(Section("answers", (tell.say(_("Who has answered")),), about.answers(request, tell)))


def measurements(request: Request, tell: Teller) -> Section | None:
    """The indicators round by round; drawn here where no goal is shown that they could stand at."""
    found = of_measurements.write(request, tell)
    if found is None or not request.part or not request.part.organisation:
        return found
    return found._replace(blocks=(*found.blocks, *curves(request, tell)))


def economy(request: Request, tell: Teller) -> Section | None:
    """What it costs; nothing where neither the plan nor anybody else says anything of that."""
    stated = any(held.costs for held in request.plan.held.values())
    found = of_economy.write(request, tell)
    return found if stated or of_economy.amount_table(request, tell).rows else None


def changes(request: Request, tell: Teller) -> Section | None:
    """What was decided and changed in the period."""
    return filled(of_changes.write(request, tell))


def ahead(request: Request, tell: Teller) -> Section | None:
    """What is left to do, and the days to come."""
    found = of_ahead.write(request, tell)
    own = tuple(block for block in found.blocks if block.kind != "callout")  # a draft's box for a text on the whole
    return filled(found._replace(blocks=own))


def log(request: Request, tell: Teller) -> Section | None:
    """What has happened."""
    return of_log.write(request, tell)


def shortcomings(request: Request, tell: Teller) -> Section | None:
    """What the checks have found; nothing where they have not."""
    checked = request.checked
    return of_shortcomings.write(request, tell) if checked.findings or checked.silenced else None


def corrections(request: Request, tell: Teller) -> Section | None:
    """How the source was read."""
    return of_corrections.write(request, tell)


def filled(section: Section) -> Section | None:
    """A section that holds more than a sentence on that there is nothing."""
    holds = section.sections or any(not isinstance(block, Prose) for block in section.blocks)
    return section if holds else None
