"""``plantrack round``: a round of follow-up, from the asking to the closing."""

from __future__ import annotations

from collections.abc import Mapping

from plantrack.mark import _

HELP = _("A round of follow-up: open it, send the forms, take the answers in, and close it.")
COMMANDS: Mapping[str, str] = {
    "open": _("Open a round: who is asked what, and when to answer."),
    "forms": _("Write one form per organisation."),
    "collect": _("Read the forms that have come back."),
    "status": _("See who has answered, and who has not."),
    "close": _("Close the round, and issue its report."),
    "reopen": _("Open a closed round again, with the reason."),
    "correct": _("Issue the report again after a mistake was found."),
}
