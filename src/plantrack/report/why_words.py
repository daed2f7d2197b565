"""Why something stands as it does: the rule that was used and its numbers, with names for ids."""

from __future__ import annotations

from plantrack.followup.explained import RULES
from plantrack.followup.standing import Why
from plantrack.report.document import plain
from plantrack.report.teller import Teller


def because(tell: Teller, why: Why) -> str:
    """The sentence behind a judgement; empty where the rule has none."""
    sentence = RULES.get(why.rule)
    if sentence is None:
        return ""
    values = dict(why.values)
    for blank in ("organisation", "organisations"):
        if blank in values:
            parties = (values[blank],) if isinstance(values[blank], str) else tuple(values[blank])
            values[blank] = tell.speech.list([plain(tell.party(each)) for each in parties])
    if "decision" in values:
        values["decision"] = plain(tell.decision(values["decision"]))
    if "submission" in values:
        earlier = tell.plan.submissions.get(values["submission"])
        values["submission"] = earlier.date.isoformat() if earlier else values["submission"]
    return tell.say(sentence, **values)
