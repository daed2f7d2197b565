"""What a check has found, and the words that every way of printing it shares."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from plantrack.facts import Facts
from plantrack.finding import Finding
from plantrack.locales import Speech
from plantrack.mark import _
from plantrack.model.plan import Silence
from plantrack.store.places import Placed, Places

SEVERITY_WORDS = {"error": _("error"), "warning": _("warning"), "info": _("note")}


class Screen(Protocol):
    """What printing needs to know of a session."""

    @property
    def facts(self) -> Facts: ...
    @property
    def speech(self) -> Speech: ...
    @property
    def places(self) -> Places: ...
    @property
    def terminal(self) -> bool: ...
    @property
    def color(self) -> bool: ...
    @property
    def width(self) -> int: ...
    def shown(self, file: str) -> str: ...


class Found(NamedTuple):
    """The findings of one check, and how they are to be shown."""

    screen: Screen
    placed: Sequence[Placed]
    silenced: Sequence[tuple[Finding, Silence]]
    show_all: bool
    """Whether each warning is shown by itself."""
    from_top: Callable[[str], str]
    """A file of the plan by its path from the top of its repository."""


def sentence(tongue: Speech, finding: Finding) -> str:
    """What is the matter, in words."""
    return tongue.say(finding.sentence, **finding.values)


def advice(tongue: Speech, finding: Finding) -> str:
    """What to do, in words."""
    return tongue.say(finding.advice, **finding.values)


def summary(screen: Screen, placed: Sequence[Placed], silenced: int) -> str:
    """The last line: what was read, and what was found."""
    tongue, plan = screen.speech, screen.facts.plan
    answers = sum(len(each.answers) for each in plan.submissions.values())
    files = len(screen.facts.sources) + len(screen.facts.unreadable)
    read = tongue.list(
        [
            tongue.count(_("{n} goal"), _("{n} goals"), len(plan.goals)),
            tongue.count(_("{n} activity"), _("{n} activities"), len(plan.activities)),
            tongue.count(_("{n} answer"), _("{n} answers"), answers),
        ]
    )
    found = {severity: sum(each.finding.severity == severity for each in placed) for severity in SEVERITY_WORDS}
    counts = tongue.list(
        [
            tongue.count(_("{n} error"), _("{n} errors"), found["error"]),
            tongue.count(_("{n} warning"), _("{n} warnings"), found["warning"]),
            tongue.count(_("{n} note"), _("{n} notes"), found["info"]),
        ]
    )
    text = tongue.count(
        _("Read {read} in {n} file: {counts}."),
        _("Read {read} in {n} files: {counts}."),
        files,
        read=read,
        counts=counts,
    )
    unread = len(screen.facts.unreadable)
    if unread:
        text += " " + tongue.count(_("{n} file could not be read."), _("{n} files could not be read."), unread)
    if silenced:
        text += " " + tongue.count(_("{n} is silenced by the plan."), _("{n} are silenced by the plan."), silenced)
    return text


def related(tongue: Speech, placed: Placed, shown: Callable[[str], str]) -> str:
    """The other places, where a finding is about more than one."""
    others = [
        f"{shown(where.file)}:{span.line}" for where, span in zip(placed.finding.related, placed.related, strict=True)
    ]
    return " " + tongue.say(_("See also {places}."), places=tuple(others)) if others else ""
