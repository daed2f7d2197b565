"""``plantrack meeting``: the meetings of a plan, one of them as minutes; and writing a meeting down."""

from __future__ import annotations

from collections.abc import Mapping

from plantrack.mark import _

HELP = _("The meetings of a plan, and one of them as minutes.")
ALONE = "reading"
COMMANDS: Mapping[str, str] = {
    "add": _("Write a meeting down: who was there, its points, decisions and what is to be done."),
}
