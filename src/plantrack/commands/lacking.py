"""What a comparison lacks, in sentences: files that cannot be read, a merge that is going on, another format."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from plantrack.checks.format_version import KNOWN
from plantrack.facts import HIDES_NOTHING, Facts
from plantrack.mark import Term, _

Note = tuple[str, Mapping[str, Any]]
"""A sentence with its blanks."""
NO_LATEST = _(
    "What was changed last cannot be seen: this copy holds only the newest history. Fetch the rest: git fetch --unshallow"
)
UNMERGED = _("A merge is not finished in the working tree: {files}.")
UNMERGED_MORE = _("A merge is not finished in the working tree: {files} and {n} more.")
UNREAD = _("In {side}, this cannot be read and is taken as unchanged: {files}.")
UNREAD_MORE = _("In {side}, this cannot be read and is taken as unchanged: {files} and {n} more.")
PARTLY = _("In {side}, something in these files cannot be read and is not compared: {files}.")
PARTLY_MORE = _("In {side}, something in these files cannot be read and is not compared: {files} and {n} more.")
OTHER_FORMAT = _("{side} is written in version {number} of the format, and is read as version {known}.")
MOST_FILES = 5
"""Files that are named in one sentence."""


def lacking(label: str | Term, unread: tuple[str, ...], facts: Facts) -> Iterator[Note]:
    """What the comparison lacks of one side."""
    if unread:
        yield listed(UNREAD, UNREAD_MORE, unread, label)
    hiding = [faults for reason, faults in facts.faults.items() if reason not in HIDES_NOTHING]
    partly = {fault.where.file for faults in hiding for fault in faults} - set(unread)
    if partly:
        yield listed(PARTLY, PARTLY_MORE, sorted(partly), label)
    number = facts.plan.header.format
    if number is not None and number != KNOWN:
        yield OTHER_FORMAT, {"side": label, "number": number, "known": KNOWN}


def listed(sentence: str, more: str, files: Sequence[str], label: str | Term = "") -> Note:
    """A sentence that names files: the first of them, and how many more there are."""
    first = tuple(files[:MOST_FILES])
    rest = len(files) - len(first)
    return more if rest else sentence, {"files": first, "n": rest, "side": label}
