"""The table of contents: every section of a report, in the order they stand."""

from __future__ import annotations

from collections.abc import Callable

from plantrack.report.document import Section
from plantrack.report.request import Request
from plantrack.report.sections import (
    about,
    activities,
    ahead,
    by_goal,
    changes,
    commitments,
    corrections,
    economy,
    log,
    measurements,
    picture,
    proposals,
    shortcomings,
    summary,
    symbols,
    words,
)
from plantrack.report.teller import Teller

Write = Callable[[Request, Teller], Section | None]
"""What makes one section; nothing where it has nothing to say."""

SECTIONS: tuple[Write, ...] = (
    proposals.write,
    summary.write,
    about.write,
    picture.write,
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
