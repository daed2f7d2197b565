"""What a report was made from, and how: enough to make it again, and to prove that it says the same.

It stands in every format, where the tool finds it. Knows nothing of files: the digests are handed over.
"""

from __future__ import annotations

from typing import NamedTuple


class Asked(NamedTuple):
    """What was asked for: a report of which round, on what, in which language. Empty means the whole, or the usual."""

    round: str = ""
    language: str = ""
    on: str = ""
    """The day of judgement, as things were then."""
    rev: str = ""
    """The revision, as was known then."""
    only: str = ""
    """A theme, a goal or an activity."""
    organisation: str = ""
    summary: bool = False
    draft: bool = False
    sources: bool = False
    """Whether each figure says which file and line it rests on."""
    live: bool = False
    """Whether it is as the plan now stands, although the round's report has been issued."""
    evaluation: str = ""
    """The revision that an independent assessment was read from."""

    @property
    def whole(self) -> bool:
        """Whether it is the report itself, and no part or working copy of it."""
        return not (self.only or self.organisation or self.summary or self.draft or self.sources or self.evaluation)

    @property
    def command(self) -> str:
        """The command that makes it."""
        from shlex import quote

        words = ["plantrack", "report", quote(self.round)]
        for name, value in (
            ("on", self.on),
            ("rev", self.rev),
            ("only", self.only),
            ("organisation", self.organisation),
            ("evaluation", self.evaluation),
        ):
            words += [f"--{name}", quote(value)] if value else []
        words += [f"--{name}" for name in ("summary", "draft", "sources", "live") if getattr(self, name)]
        return " ".join([*words, "--lang", self.language])


class Stamp(NamedTuple):
    """The data version of a report. What is not known is empty."""

    asked: Asked = Asked()
    tool: str = ""
    """The version of the tool."""
    format: int = 1
    """The version of the plan's file format."""
    plan: str = ""
    """The SHA-256 of the plan's files, as they read on any machine."""
    rules: str = ""
    """A digest of the rules' codes and severities."""
    templates: str = ""
    """A digest of the plan's own templates; empty where it has none."""
    revision: str = ""
    """The revision in git that holds the plan's files as they were read."""
    issue: str = ""
    """The number of the issue; empty where it has not been issued."""
    figures: str = ""
    """A digest of the report's figures."""
    evaluated: str = ""
    """The commit in git that the independent assessment was read from; empty where it was read with the plan."""
    beside: str = ""
    """A digest of the plans that continue this one, as far as the report tells of them; empty where it tells of none."""

    @property
    def version(self) -> str:
        """The version of the plan's files, short enough to be read aloud."""
        return self.plan[:SHORT]


SHORT = 12
"""Characters of a digest that are shown."""
