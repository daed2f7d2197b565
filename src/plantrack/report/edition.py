"""That a report has been issued: which issue it is, and what was corrected in it."""

from __future__ import annotations

from typing import NamedTuple

from plantrack.mark import _
from plantrack.model.progress import Issue
from plantrack.report.document import Callout, Cell, PlanText, Prose
from plantrack.report.teller import Teller


class Edition(NamedTuple):
    """One issue of a report."""

    number: str
    issue: Issue


def told(edition: Edition, tell: Teller) -> Cell:
    """The issue by its number and its day."""
    return (tell.say(_("{number}, issued on {day}"), number=edition.number, day=edition.issue.date.isoformat()),)


def correction(edition: Edition, tell: Teller) -> Callout | None:
    """What a corrected issue must say before all else: why there is one, and what is other than in the one before."""
    if not edition.issue.reason:
        return None
    sentence = tell.say(
        _("This is issue {number}. It replaces the one before, which is kept. The reason:"), number=edition.number
    )
    blocks: list[Prose | PlanText] = [Prose((sentence, " ", tell.said(edition.issue.reason)))]
    if edition.issue.corrections:
        blocks += [Prose((tell.say(_("What has been corrected:")),)), tell.text(edition.issue.corrections)]
    return Callout(tell.say(_("A corrected issue")), tuple(blocks), "warning")
