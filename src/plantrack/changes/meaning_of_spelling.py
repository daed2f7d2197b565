"""What it means that a value is written otherwise and promises the same: days as months, parties in another order.

Texts are asked elsewhere, as another word may be another promise; so are days that values are kept under.
"""

from __future__ import annotations

from plantrack.change import WORDING, Change
from plantrack.changes.ends import Ends
from plantrack.changes.meaning_of_parties import PARTIES
from plantrack.changes.meaning_of_texts import is_text, says_another
from plantrack.changes.meant import Meant, worded
from plantrack.changes.promised import known_place
from plantrack.changes.things import DEFINED
from plantrack.dates import When

OF = (*DEFINED, "plan", "commitment", "mandate item")


def meaning(ends: Ends) -> Change | None:
    """What it is called."""
    if ends.present.kind not in OF or ends.before is None or ends.after is None or is_text(ends):
        return None
    place, then, now = known_place(ends.present.kind, ends.path), Meant(ends.old), Meant(ends.new)
    if place is None or then.of(place, ends.before) != now.of(place, ends.after):
        return None
    if isinstance(ends.before, When):
        return ends.change("time_reworded", WORDING)
    if ends.name in PARTIES:
        return ends.change("parties_reordered", WORDING, {"came": (), "left": ()})
    if worded(ends.before) == worded(ends.after):
        return ends.change("written_otherwise", WORDING)
    texts, others = list(then.own_texts(ends.before)), list(now.own_texts(ends.after))
    if len(texts) != len(others) or any(map(says_another, texts, others)):
        return None
    return ends.change("reworded", WORDING)
