"""What a review says, as Markdown: the change, the findings, the approvals, and where the report lies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from plantrack.formats.markdown_text import escaped
from plantrack.locales import Speech
from plantrack.mark import _
from plantrack.model.words import SIDES
from plantrack.pattern import pattern

HEADING = pattern(r"^(?=#{1,5} )", re.MULTILINE)
MOST_FINDINGS = 100
"""Told one by one in the text. All of them stand in the log."""
NO_DIFF = _("What the change does cannot be shown: {why}")
REPORT = _("The report as it would be with this change lies among the [files of this run]({address}).")
REPORT_HERE = _("The report as it would be with this change lies among the files of this run.")
NO_REPORT = _("The report could not be made: {why}")
AND_MORE = _("and {n} more, in the log")
FOUND = {"error": _("error"), "warning": _("warning"), "info": _("note")}
STATES = {
    "approved": _("{side} has approved."),
    "outdated": _("{side} approved an earlier version, and is asked again."),
    "waiting": _("{side} has not approved yet ({team})."),
    "unknown": _(
        "{side}: it cannot be seen who is in {team}. Give the action a “teams-token” that may read the teams."
    ),
}
MARKS = {"approved": "✅", "outdated": "🔁", "waiting": "⏳", "unknown": "❓"}


class Found(NamedTuple):
    """What the steps have found out; what a step did not do is empty."""

    about: Mapping[str, Any]
    check: Mapping[str, Any]
    diff: Mapping[str, Any]
    report: Mapping[str, Any]
    approvals: Mapping[str, Any]


def verdict(tongue: Speech, found: Found) -> str:
    """One sentence: what the check says."""
    check = found.check
    if not check:
        return tongue.say(_("The plan could not be checked. Why stands in the log."))
    if found.about["base"]:
        none, words = _("The check finds nothing that is new."), _("The check finds, new with this change: {found}.")
    else:
        none, words = _("The check finds nothing."), _("The check finds: {found}.")
    notes = len(check["findings"]) - check["errors"] - check["warnings"]
    counted = (
        (_("{n} error"), _("{n} errors"), check["errors"]),
        (_("{n} warning"), _("{n} warnings"), check["warnings"]),
        (_("{n} note"), _("{n} notes"), notes),
    )
    said = tuple(tongue.count(one, many, n) for one, many, n in counted if n)
    return tongue.say(words, found=said) if said else tongue.say(none)


def text(tongue: Speech, found: Found, page: str) -> str:
    """The whole text, for the comment and for the summary. Where the diff tells the rest, only errors are listed."""
    return "\n\n".join(part for part in _parts(tongue, found, page) if part) + "\n"


def lowered(markdown: str) -> str:
    """A text with its headings one level lower, so that it can stand under one."""
    return HEADING.sub("#", markdown)


def _parts(tongue: Speech, found: Found, page: str) -> Iterator[str]:
    if found.about.get("why_none"):
        yield tongue.say(found.about["why_none"], revision="origin")
    if found.diff:
        why = found.diff["why_not"]
        yield tongue.say(NO_DIFF, why=why) if why else lowered(found.diff["markdown"].strip())
    yield f"**{verdict(tongue, found)}**"
    told = bool(found.diff) and not found.diff["why_not"]
    listed = [each for each in found.check.get("findings", ()) if not told or each["severity"] == "error"]
    yield "\n".join(_findings(tongue, listed))
    yield "\n".join(_approvals(tongue, found.approvals))
    if found.report:
        why = found.report["why_not"]
        said = tongue.say(REPORT, address=f"{page}#artifacts") if page else tongue.say(REPORT_HERE)
        yield tongue.say(NO_REPORT, why=why) if why else said


def _findings(tongue: Speech, findings: list[Mapping[str, Any]]) -> Iterator[str]:
    for each in findings[:MOST_FINDINGS]:
        place = f"{each['file']}:{each['line']}"
        word = tongue.say(FOUND[each["severity"]])
        yield f"- {word} {each['code']}, {escaped(place)}: {escaped(each['message'])} {escaped(each['advice'])}"
    left = len(findings) - MOST_FINDINGS
    if left > 0:
        yield f"- {tongue.say(AND_MORE, n=left)}"


def _approvals(tongue: Speech, approvals: Mapping[str, Any]) -> Iterator[str]:
    if approvals.get("why_not"):
        yield approvals["why_not"]
    for each in approvals.get("answers", ()):
        side = tongue.say(SIDES[each["side"]])
        said = tongue.say(STATES[each["state"]], side=side[:1].upper() + side[1:], team=each["team"])
        yield f"- {MARKS[each['state']]} {said}"
