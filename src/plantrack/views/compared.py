"""The whole of a comparison: what changed, what was never carried out, what it does to how the plan stands, and findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plantrack.finding import Finding
from plantrack.followup.assessed import Turned
from plantrack.followup.effect import Effect
from plantrack.mark import _
from plantrack.report.assessed_words import beside
from plantrack.report.compose import labels
from plantrack.report.document import Bullets, Callout, Cell, Document, Facts, Prose, Quiet, Section, State, plain
from plantrack.report.stamp import Stamp
from plantrack.report.teller import Teller, printable
from plantrack.views.changed import Asked, Changed
from plantrack.views.effect import of_comparison

MOST_SHOWN = 20
"""Findings that are told one by one."""
SEVERITIES = {
    "error": (_("{n} error"), _("{n} errors")),
    "warning": (_("{n} warning"), _("{n} warnings")),
    "info": (_("{n} note"), _("{n} notes")),
}
SHOWN = {
    "error": (_("error"), "!", "bad"),
    "warning": (_("warning"), "△", "fair"),
    "info": (_("note"), "○", "calm"),
}
"""Severity -> its word, symbol and tone."""


class Outcome(NamedTuple):
    """What the changes come to."""

    effect: Effect
    assessed: Sequence[Turned]
    """What evaluators say that they did not, or did otherwise."""
    new: Sequence[Finding]
    """What the rules say now and did not say before."""
    gone: Sequence[Finding]


def compared(asked: Asked, outcome: Outcome, told: str, partial: Sequence[str], *, tables: bool) -> tuple[Section, ...]:
    """Everything, the heaviest first."""
    changed, tell = Changed(asked), asked.tell
    title: Cell = (tell.say(_("Changes of the plan")),)
    head = Section(
        "changes", title, (Prose((told,)), Prose((changed.headline(),), lead=True), *_lacking(asked, partial))
    )
    sections = [*(changed.as_tables() if tables else changed.as_lists()), *changed.undone()]
    sections += of_comparison(tell, outcome.effect)
    sections += _assessed(asked, outcome.assessed)
    sections += _findings(asked, outcome)
    return (head, *sections)


def page_of(tell: Teller, sections: tuple[Section, ...]) -> Document:
    """The whole as a page of its own."""
    head, *rest = sections
    plan = tell.plan
    title: Cell = (tell.said(plan.header.short_title or plan.header.title or ""),)
    first = Section("changes-in-short", (tell.say(_("In short")),), head.blocks[1:])
    return Document(
        language=tell.language,
        day=tell.date,
        title=head.title,
        subtitle=title,
        running=plain(title),
        notes=(),
        cover=Facts(
            (
                ((tell.say(_("Compared")),), head.blocks[0].pieces if isinstance(head.blocks[0], Prose) else ()),
                ((tell.say(_("Judged as of")),), (tell.speech.day(tell.date),)),
            )
        ),
        sections=(first, *rest),
        footer=(tell.say(_("Made by plantrack.")),),
        labels=labels(tell),
        stamp=Stamp(),
        figures={},
        extent="short",
    )


def _lacking(asked: Asked, partial: Sequence[str]) -> Iterator[Callout]:
    """What the comparison could not see."""
    if partial:
        title = asked.tell.say(_("What this comparison lacks"))
        yield Callout(title, (Bullets(tuple((each,) for each in partial)),), "warning")


def _assessed(asked: Asked, assessed: Sequence[Turned]) -> Iterator[Section]:
    """What evaluators say, beside how it stands."""
    tell = asked.tell
    items: list[tuple[Cell, Cell]] = []
    for was, now in assessed:
        one = now or was
        if one is None:
            continue
        said: Cell = beside(tell, (now,)) if now else (Quiet(tell.say(_("says nothing of it any more"))),)
        items.append(((one.thing,), said))
    if items:
        yield Section("assessed", (tell.say(_("Independent assessment")),), (Facts(tuple(items)),))


def _findings(asked: Asked, findings: Outcome) -> Iterator[Section]:
    """What the rules say of the plan now."""
    tell = asked.tell
    if not findings.new and not findings.gone:
        return
    found = sorted(findings.new, key=lambda each: list(SEVERITIES).index(each.severity))
    items: list[Cell] = []
    for finding in found[:MOST_SHOWN]:
        word, symbol, tone = SHOWN[finding.severity]
        sentence = printable(" ".join(tell.say(finding.sentence, **finding.values).split()))
        items.append((State(tell.say(word), symbol, tone), f" {finding.rule.code}: {sentence}"))
    if len(found) > MOST_SHOWN:
        items.append((Quiet(tell.say(_("and {n} more"), n=len(found) - MOST_SHOWN)),))
    blocks = (Prose((_counted(asked, findings),)), *((Bullets(tuple(items)),) if items else ()))
    yield Section("findings", (tell.say(_("Findings")),), blocks)


def _counted(asked: Asked, findings: Outcome) -> str:
    """How many are new, and how many are gone."""
    speech, say = asked.tell.speech, asked.tell.say
    parts = []
    for sentence, found in ((_("New: {counts}."), findings.new), (_("Gone: {counts}."), findings.gone)):
        number = Counter(each.severity for each in found)
        counts = [speech.count(*SEVERITIES[each], number[each]) for each in SEVERITIES if number[each]]
        if counts:
            parts.append(say(sentence, counts=speech.list(counts)))
    return " ".join(parts)
