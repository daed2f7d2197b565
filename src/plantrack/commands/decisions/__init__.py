"""``plantrack decisions``: the register of decisions and mandates, and the way in for a new one."""

from __future__ import annotations

from collections.abc import Mapping

from plantrack.mark import _

HELP = _(
    "The register of decisions, newest first: what was decided, by whom, about what, and what it changed. With an id, "
    "one of them whole. With --mandates, what mandates have asked for, and what answers it."
)
ALONE = "register"
"""What is done where no command of the group is named."""
COMMANDS: Mapping[str, str] = {
    "add": _("Write a new decision, and the change that it makes in the plan."),
}
