"""``plantrack organisation``: the organisations of a plan, and their lives: new names, mergers, splits, ends."""

from __future__ import annotations

from collections.abc import Mapping

from plantrack.mark import _

HELP = _(
    "The organisations of the plan, and what becomes of them: another name, a merger, a split, an end. Only the lines that "
    "must change are changed. With an id, everything about one of them."
)
ALONE = "list"
"""What is done where no command of the group is named."""
COMMANDS: Mapping[str, str] = {
    "list": _("See all organisations: side, kind, life, and what they answer for."),
    "rename": _("Give one another name from a day on; the old one is kept."),
    "replace": _("Let others take over from a day on: one, several, or one from several."),
    "dissolve": _("Say that one is no more from a day on, and what then lacks someone."),
}
