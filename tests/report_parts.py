"""What the tests of the report share: the small frozen plan, read once, and the report made of it."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from plantrack.checks import Checked, check_plan
from plantrack.facts import Facts
from plantrack.followup.rounds import earlier, round_of
from plantrack.followup.standings import stand
from plantrack.locales import speech
from plantrack.plan import Plan
from plantrack.report.compose import compose
from plantrack.report.document import Document, Labels, Section
from plantrack.report.document import Facts as Cover
from plantrack.report.request import Request
from plantrack.report.stamp import Asked, Stamp
from plantrack.store.folder import load

HERE = Path(__file__).parent
EXAMPLE = HERE / "example"
DAY = date(2015, 12, 31)
SETTLED = ("PT504", "PT801", "PT911")
"""The rules whose findings stand in the golden files: those of others may come and go."""


@cache
def example() -> Facts:
    """The example plan as read from its files."""
    return load(EXAMPLE, DAY)


@cache
def checked() -> Checked:
    """What a few rules have to say of the example."""
    found = check_plan(example())
    kept = tuple(finding for finding in found.findings if finding.rule.code in SETTLED)
    return Checked(kept, found.silenced)


def request(plan: Plan, round_id: str, language: str, findings: Checked | None = None) -> Request:
    """A report asked for, with all that the command would hand over."""
    before = tuple(stand(plan, each.id) for each in reversed(earlier(plan, round_of(plan, round_id))))
    return Request(
        plan=plan,
        standings=stand(plan, round_id),
        speech=speech(language),
        earlier=before,
        checked=findings or Checked((), ()),
        stamp=Stamp(Asked(round=round_id, language=language), tool="1.2.3", plan="1f2e3d4"),
    )


@cache
def document(round_id: str = "2015", language: str = "sv") -> Document:
    """The report on the example."""
    return compose(request(example().plan, round_id, language, checked()))


def plan_with(**changes: object) -> Plan:
    """The example plan with some of its tables replaced."""
    plan = example().plan
    tables = {
        name: getattr(plan, name)
        for name in (
            "agreements", "organisations", "terms", "themes", "goals", "theme_of", "rounds",
            "submissions", "texts", "issues", "decisions", "events", "ballots",
        )
    }  # fmt: skip
    header = changes.pop("header", plan.header)
    return Plan(header, **{**tables, **changes})  # type: ignore[arg-type]


def short_report(*blocks: Any, sections: tuple[Section, ...] = (), **changes: Any) -> Document:
    """A report of one chapter, for asking how a format writes a block."""
    made = Document(
        language="sv",
        day=DAY,
        title=("En påhittad plan",),
        subtitle=("Uppföljning",),
        running="Plan",
        notes=(),
        cover=Cover(((("Läget per",), ("2015-12-31",)),)),
        sections=(Section("one", ("Kapitel",), blocks, sections),),
        footer=("Slut",),
        labels=Labels("Innehåll", "Hoppa", "Siffrorna", "Bilaga: siffror", "Sida"),
        stamp=Stamp(Asked("2015", "sv"), plan="1f2e3d4"),
        figures={},
    )
    return made._replace(**changes)
