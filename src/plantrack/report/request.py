"""What a report is made from: everything is handed over, nothing is looked up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from plantrack.checks import Checked
from plantrack.facts.blanks import written
from plantrack.facts.overtaken import Turn
from plantrack.followup.assessed import Assessment
from plantrack.followup.standing import Standings
from plantrack.locales import Speech
from plantrack.model.progress import ReportText, Round
from plantrack.plan import Plan
from plantrack.record import NOTHING
from plantrack.report.edition import Edition
from plantrack.report.evaluation import Evaluation
from plantrack.report.part import Part
from plantrack.report.sources import Sources
from plantrack.report.stamp import Asked, Stamp


class Request(NamedTuple):
    """One report on one plan: which round, in which language, and what is known."""

    plan: Plan
    standings: Standings
    speech: Speech
    earlier: tuple[Standings, ...] = ()
    """How it stood in the rounds before, the latest first."""
    checked: Checked = Checked((), ())
    stamp: Stamp = Stamp()
    """What it is made from, and how."""
    older: Mapping[str, tuple[Turn, ...]] = NOTHING
    """What has changed since each text that is older than what it speaks of, by the id that its file has."""
    edition: Edition | None = None
    """Which issue it is, where it is being issued."""
    sources: Sources | None = None
    """Where everything stands, where each figure is to say what it rests on."""
    part: Part | None = None
    """The part of the plan that all of it has been narrowed to; None for the whole plan."""

    assessed: Assessment = Assessment()
    """What outside evaluators say of it, held against how it stands."""
    evaluation: Evaluation | None = None
    """Where their assessment was read, where that is another revision than the plan's own."""
    following: tuple[Plan, ...] = ()
    """The plans that continue this one, where it is a final report and they are at hand."""

    @property
    def language(self) -> str:
        """The language of the report."""
        return self.speech.language

    @property
    def asked(self) -> Asked:
        """What was asked for."""
        return self.stamp.asked

    @property
    def round(self) -> Round | None:
        """The round as its file describes it; a round may also be only a year."""
        return self.plan.rounds.get(self.standings.round)

    @property
    def last(self) -> Standings | None:
        """How it stood a round ago."""
        return self.earlier[0] if self.earlier else None

    @property
    def final(self) -> bool:
        """Whether it is the last report on the plan: its period runs to the end of the plan's."""
        period = self.plan.header.period
        end = self.plan.calendar.last(period.end) if period and period.end else None
        return end is not None and self.standings.period_end >= end

    @property
    def beside(self) -> tuple[Standings, ...]:
        """The rounds shown beside this one, oldest first: the last one, or all of them in a final report."""
        return tuple(reversed(self.earlier)) if self.final else self.earlier[:1]

    @property
    def summary(self) -> ReportText:
        """What people wrote about the whole; all unsaid where they wrote nothing."""
        return self.text("summary") or ReportText()

    def text(self, thing: str) -> ReportText | None:
        """What people have written about a thing for this round."""
        text = self.plan.texts.get((self.standings.round, thing))
        return written(text) if text else None

    @property
    def silent(self) -> bool:
        """Whether nobody has said anything about anything in the plan, in this round or before."""
        found = self.standings
        judged = (*found.criteria.values(), *found.goals.values())
        return not (
            any(each.answers or each.last for each in found.activities.values())
            or any(each.given or each.text for each in judged)
            or any(each.series or each.answers for each in found.indicators.values())
        )
