"""Annex: the shortcomings of the plan, in plain words: what the checks have found, and what is accepted and why."""

from __future__ import annotations

from collections import Counter
from typing import Any

from plantrack.finding import SEVERITIES, Finding, Rule
from plantrack.mark import _
from plantrack.model.words import SEVERITIES as SEVERITY_WORDS
from plantrack.plan import by_number
from plantrack.report.document import Block, Bullets, Cell, Column, Prose, Quiet, Row, Section, Table, plain
from plantrack.report.listed import listed
from plantrack.report.mandated import mandate_of
from plantrack.report.request import Request
from plantrack.report.teller import Teller, capital, printable

COUNTS = {
    "error": (_("{n} error"), _("{n} errors")),
    "warning": (_("{n} warning"), _("{n} warnings")),
    "info": (_("{n} note"), _("{n} notes")),
}


def write(request: Request, tell: Teller) -> Section:
    """Findings by rule, the gravest first; then those that the plan has accepted."""
    findings = request.checked.findings
    parts = [rule_part(tell, rule, severity, found) for (rule, severity), found in grouped(findings)]
    silenced = accepted(request, tell)
    if silenced.rows:
        parts.append(Section("silenced", (tell.say(_("Known and accepted")),), (silenced,)))
    traced = tell.source(("findings", ""), "findings") if findings else ()
    blocks: tuple[Block, ...] = (Prose((" ".join(opening(tell, findings, request.part is not None)), *traced)),)
    return Section(
        "shortcomings", (tell.say(_("Annex: shortcomings of the plan")),), blocks, tuple(parts), new_page=True
    )


def opening(tell: Teller, findings: tuple[Finding, ...], part: bool = False) -> list[str]:
    """How many there are, how grave they are, and what they are about."""
    if not findings:
        return [tell.say(_("The checks have found no shortcomings in the plan's files."))]
    one, many = (
        _("The checks have found one shortcoming in the plan's files."),
        _("The checks have found {n} shortcomings in the plan's files."),
    )
    if part:
        one = _("The checks have found one shortcoming in what the plan says of this.")
        many = _("The checks have found {n} shortcomings in what the plan says of this.")
    number = tell.speech.count(one, many, len(findings))
    kinds = Counter(finding.severity for finding in findings)
    words = [tell.speech.count(*COUNTS[each], kinds[each]) for each in SEVERITIES if kinds[each]]
    share = [tell.say(_("There are {kinds}."), kinds=words)] if len(words) > 1 else []
    return [number, *share, tell.say(_("They are about the plan as it is written, not about how the work goes."))]


def grouped(findings: tuple[Finding, ...]) -> list[tuple[tuple[Rule, str], list[Finding]]]:
    """Findings by rule and severity, the gravest first, then by code."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.severity, finding.rule.code), []).append(finding)
    ordered = sorted(groups.items(), key=lambda item: (SEVERITIES.index(item[0][0]), item[0][1]))
    return [((found[0].rule, severity), found) for (severity, _code), found in ordered]


def rule_part(tell: Teller, rule: Rule, severity: str, findings: list[Finding]) -> Section:
    """One rule: what it looks for, why it matters, and each place where it found something."""
    ordered = sorted(findings, key=place)
    title: Cell = (tell.say(rule.title), " ", Quiet(f"({rule.code}, {tell.say(SEVERITY_WORDS[severity])})"))
    blocks = (Prose((tell.say(rule.why),)), Bullets(tuple(together(tell, ordered))))
    return Section(f"rule-{rule.code}-{severity}", title, blocks)


def place(finding: Finding) -> tuple[object, ...]:
    """The order of findings: by what they are about, then by where they stand."""
    return by_number(finding.about), finding.where.file, str(finding.where.keys)


def together(tell: Teller, findings: list[Finding]) -> list[Cell]:
    """What findings say; those that say the same of several things in one line."""
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(in_words(tell, finding, id=""), []).append(finding)
    cells: list[Cell] = []
    for found in groups.values():
        first = in_words(tell, found[0])
        others = list(dict.fromkeys(each.about for each in found[1:] if each.about != found[0].about))
        more: Cell = (" ", tell.say(_("The same holds for")), " ", *tell.links(others), ".") if others else ()
        cells.append((first, *more))
    return cells


def in_words(tell: Teller, finding: Finding, **others: str) -> str:
    """What a finding says, with other values in some blanks."""
    values = {name: named(tell, value) for name, value in finding.values.items()}
    sentence = tell.say(finding.sentence, **{**values, **others})
    return capital(printable(" ".join(sentence.split())))


def named(tell: Teller, value: Any) -> Any:
    """A value of a finding; organisations, decisions and mandates as a reader knows them, not by their ids."""
    if type(value) in (tuple, list):  # a time or a place is a tuple too, and has words of its own
        return [named(tell, each) for each in value]
    if not isinstance(value, str):
        return value
    if value in tell.plan.organisations:
        return plain(tell.party(value, short=True)[:1])
    if value in tell.plan.decisions:
        return plain(tell.decision(value))
    return plain(mandate_of(tell, value)) if value in tell.plan.mandate_items else value


def accepted(request: Request, tell: Teller) -> Table:
    """Findings that the plan has silenced, together for each reason."""
    groups: dict[tuple[str, str, str], list[str]] = {}
    for finding, silence in request.checked.silenced:
        key = finding.rule.code, tell.say(finding.rule.title), tell.said(silence.reason).text
        groups.setdefault(key, []).append(finding.about)
    reasons = {
        tell.said(silence.reason).text: tell.said(silence.reason) for _finding, silence in request.checked.silenced
    }
    rows = []
    for (code, title, reason), ids in sorted(groups.items(), key=lambda item: item[0]):
        about = tell.links(sorted({each for each in ids if each}, key=by_number))
        whole: Cell = (Quiet(tell.say(_("the whole plan"))),)
        traced = listed(tell, _("shortcomings that the plan has accepted"), filter(None, ids))
        rows.append(
            Row(((title, " ", Quiet(f"({code})")), (str(len(ids)), *traced), about or whole, (reasons[reason],)))
        )
    columns = (
        Column(tell.say(_("Shortcoming")), "wide"),
        Column(tell.say(_("Number")), "narrow", numbers=True),
        Column(tell.say(_("About")), "middle"),
        Column(tell.say(_("Why it is accepted")), "wide"),
    )
    return Table((tell.say(_("Shortcomings that the plan has accepted, with the reason")),), columns, tuple(rows))
