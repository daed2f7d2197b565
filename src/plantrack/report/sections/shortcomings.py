"""Annex: the shortcomings of the plan, in plain words: what the checks have found, and what is accepted and why."""

from __future__ import annotations

from plantrack.finding import SEVERITIES, Finding, Rule
from plantrack.mark import _
from plantrack.model.words import SEVERITIES as SEVERITY_WORDS
from plantrack.plan import by_number
from plantrack.report.document import Block, Bullets, Cell, Column, Prose, Quiet, Row, Section, Table
from plantrack.report.request import Request
from plantrack.report.teller import Teller, capital, printable


def write(request: Request, tell: Teller) -> Section:
    """Findings by rule, the gravest first; then those that the plan has accepted."""
    findings = request.checked.findings
    sentence = tell.speech.count(
        _("The checks have found one shortcoming in the plan's files."),
        _("The checks have found {n} shortcomings in the plan's files."),
        len(findings),
    )
    note = tell.say(_("They are about the plan as it is written, not about how the work goes."))
    if not findings:
        sentence, note = tell.say(_("The checks have found no shortcomings in the plan's files.")), ""
    parts = [rule_part(tell, rule, severity, found) for (rule, severity), found in grouped(findings)]
    silenced = accepted(request, tell)
    if silenced.rows:
        parts.append(Section("silenced", (tell.say(_("Known and accepted")),), (silenced,)))
    blocks: tuple[Block, ...] = (Prose((f"{sentence} {note}".strip(),)),)
    return Section(
        "shortcomings", (tell.say(_("Annex: shortcomings of the plan")),), blocks, tuple(parts), new_page=True
    )


def grouped(findings: tuple[Finding, ...]) -> list[tuple[tuple[Rule, str], list[Finding]]]:
    """Findings by rule and severity, the gravest first, then by code."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.severity, finding.rule.code), []).append(finding)
    ordered = sorted(groups.items(), key=lambda item: (SEVERITIES.index(item[0][0]), item[0][1]))
    return [((found[0].rule, severity), found) for (severity, _code), found in ordered]


def rule_part(tell: Teller, rule: Rule, severity: str, findings: list[Finding]) -> Section:
    """One rule: what it looks for, why it matters, and each place where it found something."""
    ordered = sorted(
        findings, key=lambda finding: (by_number(finding.about), finding.where.file, str(finding.where.keys))
    )
    sentences = dict.fromkeys(in_words(tell, finding) for finding in ordered)
    title: Cell = (tell.say(rule.title), " ", Quiet(f"({rule.code}, {tell.say(SEVERITY_WORDS[severity])})"))
    blocks = (Prose((tell.say(rule.why),)), Bullets(tuple((sentence,) for sentence in sentences)))
    return Section(f"rule-{rule.code}-{severity}", title, blocks)


def in_words(tell: Teller, finding: Finding) -> str:
    """What a finding says."""
    return capital(printable(" ".join(tell.say(finding.sentence, **finding.values).split())))


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
        rows.append(Row(((title, " ", Quiet(f"({code})")), (str(len(ids)),), about or whole, (reasons[reason],))))
    columns = (
        Column(tell.say(_("Shortcoming")), "wide"),
        Column(tell.say(_("Number")), "narrow", numbers=True),
        Column(tell.say(_("About")), "middle"),
        Column(tell.say(_("Why it is accepted")), "wide"),
    )
    return Table((tell.say(_("Shortcomings that the plan has accepted, with the reason")),), columns, tuple(rows))
