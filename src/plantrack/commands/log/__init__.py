"""``plantrack log``: what has happened, and what is planned; and writing one more event down."""

from __future__ import annotations

from collections.abc import Mapping

from plantrack.mark import _

HELP = _("What has happened and what is planned, the newest first.")
ALONE = "reading"
COMMANDS: Mapping[str, str] = {
    "add": _("Write an event down, as one new file."),
}
