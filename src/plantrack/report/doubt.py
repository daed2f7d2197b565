"""The mark on a state or a value that judged something else than the plan now says."""

from __future__ import annotations

from plantrack.mark import _
from plantrack.report.document import Cell, State
from plantrack.report.states import FAIR
from plantrack.report.teller import Teller


def marked(tell: Teller, cell: Cell, suspect: bool) -> Cell:
    """A cell, with the mark where a decision has since changed what was judged."""
    return (*cell, " ", State(tell.say(_("older wording")), "!", FAIR)) if suspect else cell
