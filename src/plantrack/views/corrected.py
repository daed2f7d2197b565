"""What a corrected report says otherwise than the one before, as a text that is kept with it."""

from __future__ import annotations

from plantrack.followup.effect import Effect
from plantrack.mark import _
from plantrack.report.document import Bullets, plain
from plantrack.report.teller import Teller
from plantrack.views.effect import of_effect


def as_text(tell: Teller, effect: Effect) -> str:
    """A list in Markdown; a sentence where no figure is another."""
    blocks = of_effect(tell, effect, "").blocks
    items = [plain(item) for block in blocks if isinstance(block, Bullets) for item in block.items]
    if not items:
        return tell.say(_("No state, value or judgement is another; texts or facts about the plan have been mended."))
    return "\n".join(f"- {' '.join(item.split())}" for item in items)
