"""Findings in SARIF 2.1.0, the format that forges, editors and other tools exchange findings in.

The same plan gives the same bytes wherever it lies: paths are told from the top of the repository, and where that is on
this machine is nobody's business. No line of the plan is quoted, for a finding may be about what must not be spread.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from plantrack import __version__
from plantrack.finding import Finding, Rule, Span, Where
from plantrack.locales import Speech
from plantrack.manual import rule_page
from plantrack.mark import _
from plantrack.model.plan import Silence
from plantrack.news import same
from plantrack.store.places import Placed, Places, place_findings
from plantrack.terminal.found import Found, advice, sentence

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {"error": "error", "warning": "warning", "info": "note"}
TOP = "%SRCROOT%"
FINGERPRINT = "plantrack/v1"
"""What tells two findings apart, however lines and files have moved. Another way of telling gets another name."""

Shape = dict[str, Any]


def render(found: Found) -> str:
    """One run of the tool. Pure ASCII, so that no console or pipe can spoil it."""
    told = Run(found)
    shape = {"$schema": SCHEMA, "version": "2.1.0", "runs": [told.run()]}
    return json.dumps(shape, ensure_ascii=True, indent=1) + "\n"


class Run:
    """The findings of one check on their way into SARIF: those that stand, and those that the plan has silenced."""

    def __init__(self, found: Found) -> None:
        self.found = found
        self.tongue = found.screen.speech
        self.places = found.screen.places
        self.silenced = _in_order(self.places, found.silenced)
        rules = {each.finding.rule.code: each.finding.rule for each in self._placed()}
        self.rules = [rules[code] for code in sorted(rules)]
        self.index = {rule.code: number for number, rule in enumerate(self.rules)}
        self.seen: Counter[str] = Counter()

    def _placed(self) -> Iterable[Placed]:
        yield from self.found.placed
        yield from (placed for placed, _silence in self.silenced)

    def run(self) -> Shape:
        plan = self.found.screen.facts.plan.header.id
        return {
            "tool": {
                "driver": {
                    "name": "plantrack",
                    "version": __version__,
                    "semanticVersion": __version__,
                    "language": self.tongue.language,
                    "rules": [rule_of(rule, self.tongue) for rule in self.rules],
                }
            },
            "automationDetails": {"id": f"plantrack/{plan}/"},
            "language": self.tongue.language,
            "columnKind": "unicodeCodePoints",
            "originalUriBaseIds": {TOP: {"description": {"text": self.tongue.say(_("The top of the repository."))}}},
            "invocations": [{"executionSuccessful": True}],
            "results": [
                *({**self._result(each), "suppressions": []} for each in self.found.placed),
                *({**self._result(each), "suppressions": [self._suppression(why)]} for each, why in self.silenced),
            ],
            "properties": {"plan": plan, "day": self.found.screen.facts.day.isoformat()},
        }

    def _result(self, placed: Placed) -> Shape:
        finding, tongue = placed.finding, self.tongue
        others = list(zip(finding.related, placed.related, strict=True))
        words = f"{sentence(tongue, finding)} {advice(tongue, finding)}"
        if others:
            linked = [f"[{self._told(where, span)}]({number})" for number, (where, span) in enumerate(others, 1)]
            words += " " + tongue.say(_("See also {places}."), places=tuple(linked))
        result: Shape = {
            "ruleId": finding.rule.code,
            "ruleIndex": self.index[finding.rule.code],
            "level": LEVELS[finding.severity],
            "message": {"text": words},
            "locations": [self._location(finding.where, placed.span) | self._thing(finding)],
            "partialFingerprints": {FINGERPRINT: self._fingerprint(finding)},
        }
        if others:
            result["relatedLocations"] = [
                {"id": number, **self._location(where, span), "message": {"text": self._told(where, span)}}
                for number, (where, span) in enumerate(others, 1)
            ]
        if finding.suggestion:
            result |= self._suggestion(placed)
        return result

    def _told(self, where: Where, span: Span) -> str:
        return f"{self.found.from_top(where.file)}:{span.line}"

    def _location(self, where: Where, span: Span) -> Shape:
        return {"physicalLocation": {"artifactLocation": self._file(where.file), "region": _region(span)}}

    def _file(self, file: str) -> Shape:
        """A file from the top; one that lies outside it has no top to be found from."""
        path = self.found.from_top(file)
        uri = {"uri": quote(path.encode("utf-8", "surrogateescape"))}
        return uri if path.startswith(("../", "/")) else {**uri, "uriBaseId": TOP}

    def _thing(self, finding: Finding) -> Shape:
        """The thing that a finding is about, by the name that other plans know it by."""
        if not finding.about:
            return {}
        whole = f"{self.found.screen.facts.plan.header.id}:{finding.about}"
        return {"logicalLocations": [{"name": finding.about, "fullyQualifiedName": whole}]}

    def _fingerprint(self, finding: Finding) -> str:
        """The same for the same finding, wherever it stands. A second one that is alike is told apart by its number."""
        digest = sha256("\0".join(same(finding)).encode("utf-8", "replace")).hexdigest()[:32]
        self.seen[digest] += 1
        return f"{digest}:{self.seen[digest]}"

    def _suggestion(self, placed: Placed) -> Shape:
        """What may stand there instead: as a change that can be made by itself, where the place is just that text."""
        finding, span = placed.finding, placed.span
        told: Shape = {"properties": {"suggestion": finding.suggestion}}
        if _written(self.places, finding.where.file, span) in (str(each) for each in finding.values.values()):
            change = {"deletedRegion": _region(span), "insertedContent": {"text": finding.suggestion}}
            artifact = {"artifactLocation": self._file(finding.where.file), "replacements": [change]}
            said = {"text": advice(self.tongue, finding)}
            told["fixes"] = [{"description": said, "artifactChanges": [artifact]}]
        return told

    def _suppression(self, silence: Silence) -> Shape:
        """That the plan has accepted a finding, why, and where it says so: not at the place itself, so ``external``."""
        silences = self.found.screen.facts.plan.header.silenced
        number = next(n for n, each in enumerate(silences) if each is silence)
        where = Where("plan.yaml", ("silenced", number))
        return {
            "kind": "external",
            "status": "accepted",
            "justification": self.tongue.show(silence.reason),
            "location": self._location(where, self.places.span(where)),
        }


def rule_of(rule: Rule, tongue: Speech) -> Shape:
    """A rule as a reader of SARIF knows it: what it is for, and its page of the manual."""
    why = tongue.say(rule.why)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": tongue.say(rule.title)},
        "fullDescription": {"text": why},
        "help": {
            "text": f"{why} {tongue.say(_('More: plantrack explain {code}'), code=rule.code)}",
            "markdown": rule_page(rule, tongue, level=3),
        },
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
    }


def _in_order(places: Places, silenced: Sequence[tuple[Finding, Silence]]) -> list[tuple[Placed, Silence]]:
    """Silenced findings with their lines, in the order of files and lines, each with what silences it."""
    why: Mapping[int, Silence] = {id(finding): silence for finding, silence in silenced}
    return [(each, why[id(each.finding)]) for each in place_findings(places, [finding for finding, _why in silenced])]


def _region(span: Span) -> Shape:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _written(places: Places, file: str, span: Span) -> str:
    """What stands in a place on one line; nothing where it goes over several."""
    lines = places.lines(file)
    if span.line != span.end_line or span.line > len(lines):
        return ""
    return lines[span.line - 1][span.column - 1 : span.end_column - 1]
