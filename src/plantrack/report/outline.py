"""The tables of contents: which sections stand in which kind of report, in the order they stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from plantrack.report.document import Extent, Section
from plantrack.report.request import Request
from plantrack.report.sections import (
    about,
    activities,
    activity,
    activity_answers,
    ahead,
    assessed,
    by_goal,
    changes,
    commitments,
    corrections,
    economy,
    log,
    measurements,
    one_page,
    organisation,
    organisation_answers,
    part,
    part_stand,
    picture,
    proposals,
    shortcomings,
    summary,
    symbols,
    used,
    whole_period,
    words,
)
from plantrack.report.teller import Teller

Write = Callable[[Request, Teller], Section | None]
"""What makes one section; nothing where it has nothing to say."""
Explain = Callable[[Request, Teller, tuple[Section, ...]], Section | None]
"""What makes a section that explains the others."""


class Outline(NamedTuple):
    """One kind of report."""

    sections: tuple[Write, ...]
    last: tuple[Explain, ...] = ()
    """Made when the others are: what they use is explained, and nothing else."""
    extent: Extent = "long"


SECTIONS: tuple[Write, ...] = (
    proposals.write,
    summary.write,
    about.write,
    picture.write,
    whole_period.write,
    assessed.write,
    by_goal.write,
    measurements.write,
    economy.write,
    commitments.write,
    changes.write,
    ahead.write,
    activities.write,
    log.write,
    shortcomings.write,
    corrections.write,
    words.write,
    symbols.write,
)
"""The report on the whole plan."""
ONE_PAGE: tuple[Write, ...] = (
    one_page.stand,
    one_page.decisions,
    one_page.proposals,
    one_page.changed,
    one_page.missing,
)
GOALS: tuple[Write, ...] = (
    part_stand.write,
    part.goals,
    part.picture,
    assessed.write,
    part.answers,
    part.measurements,
    part.economy,
    part.changes,
    part.ahead,
    part.log,
    part.shortcomings,
    part.corrections,
)
"""A theme with its goals, or one goal."""
ACTIVITY: tuple[Write, ...] = (
    activity.stand,
    activity.facts,
    activity.steps,
    activity_answers.rounds,
    activity_answers.answers,
    assessed.write,
    activity.measures,
    part.economy,
    part.changes,
    part.log,
    part.shortcomings,
    part.corrections,
)
ORGANISATION: tuple[Write, ...] = (
    organisation.stand,
    organisation.roles,
    organisation.deviations,
    organisation_answers.missing,
    organisation_answers.answered,
    assessed.write,
    part.measurements,
    part.economy,
    organisation.mandates,
    part.changes,
    part.ahead,
    part.shortcomings,
)
EXPLAINED: tuple[Explain, ...] = (used.abbreviations, used.symbols)

OUTLINES: Mapping[str, Outline] = {
    "plan": Outline(SECTIONS),
    "summary": Outline(ONE_PAGE, extent="page"),
    "theme": Outline(GOALS, EXPLAINED),
    "goal": Outline(GOALS, EXPLAINED),
    "activity": Outline(ACTIVITY, EXPLAINED, "short"),
    "organisation": Outline(ORGANISATION, EXPLAINED),
}


def outline_of(request: Request) -> Outline:
    """The kind of report that was asked for."""
    if request.asked.summary:
        return OUTLINES["summary"]
    if request.part is None:
        return OUTLINES["plan"]
    return OUTLINES["organisation" if request.part.organisation else request.part.level]
