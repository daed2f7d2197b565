"""Findings: what a rule has to say about a place in the plan's files.

A finding points with file and keys, not with lines, and carries named values, not sentences. The line
and the sentence are made last, for the reader's language.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from plantrack.record import NOTHING

ERROR = "error"
WARNING = "warning"
INFO = "info"
SEVERITIES = (ERROR, WARNING, INFO)

Key = str | int


class Where(NamedTuple):
    """A place in a file by the keys that lead to it. ``part`` is the key itself or its value."""

    file: str
    keys: tuple[Key, ...] = ()
    part: str = "value"

    def under(self, *keys: Key, part: str = "value") -> Where:
        """The place further in."""
        return Where(self.file, (*self.keys, *keys), part)


class Span(NamedTuple):
    """A place in a file as an editor counts: lines and columns from 1, the end after the last character."""

    line: int
    column: int
    end_line: int
    end_column: int


class Fault(NamedTuple):
    """Something in a file that could not be read as it stands. ``reason`` names the check that explains it."""

    reason: str
    where: Where
    values: Mapping[str, Any] = NOTHING
    span: Span | None = None
    """Given where the file is no YAML, so that keys lead nowhere."""


class Example(NamedTuple):
    """Files as they would stand in a plan, each after a line ``# name-of-the-file.yaml``."""

    text: str
    encoding: str = "utf-8"


class Rule(NamedTuple):
    """What a check looks for, and everything it says. Sentences are English and are translated when shown."""

    code: str
    name: str
    severity: str
    title: str
    why: str
    sentence: str
    """What is the matter, with named blanks. Names the thing."""
    advice: str
    """What to do about it, with named blanks."""
    bad: Example
    good: Example
    before: Example | None = None
    """Files as they were, for a rule that holds a plan against an earlier state of it."""
    beside: Example | None = None
    """Files of another plan, for a rule that holds a plan against those beside it."""
    variants: Mapping[str, tuple[str, str]] = NOTHING
    """Other sentences with their advice, by name, where one rule meets several cases."""

    def at(
        self,
        where: Where,
        *,
        variant: str = "",
        related: tuple[Where, ...] = (),
        suggestion: str = "",
        span: Span | None = None,
        **values: Any,
    ) -> Finding:
        """A finding of this rule."""
        return Finding(self, where, values, variant, related, suggestion, span, self.severity)

    def on(self, fault: Fault, *, variant: str = "", suggestion: str = "", **values: Any) -> Finding:
        """A finding of this rule on something that could not be read."""
        return self.at(
            fault.where, variant=variant, suggestion=suggestion, span=fault.span, **{**fault.values, **values}
        )


class Finding(NamedTuple):
    """One thing that a rule has found."""

    rule: Rule
    where: Where
    values: Mapping[str, Any]
    variant: str = ""
    related: tuple[Where, ...] = ()
    suggestion: str = ""
    """Text that may stand there instead."""
    span: Span | None = None
    severity: str = WARNING

    @property
    def sentence(self) -> str:
        """What is the matter, with named blanks, in English."""
        return self.rule.variants[self.variant][0] if self.variant else self.rule.sentence

    @property
    def advice(self) -> str:
        """What to do, with named blanks, in English."""
        return self.rule.variants[self.variant][1] if self.variant else self.rule.advice

    @property
    def about(self) -> str:
        """The id of the thing it is about, as far as the rule has named it."""
        return str(self.values.get("id", ""))
