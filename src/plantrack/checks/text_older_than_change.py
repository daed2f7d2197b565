"""PT928: a text for the report that was written before something it speaks of changed."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.facts.judged import kind_of
from plantrack.facts.overtaken import WHOLE, Turn, overtaken
from plantrack.finding import WARNING, Example, Finding, Rule, Where
from plantrack.mark import _

RULE = Rule(
    code="PT928",
    name="text-older-than-change",
    severity=WARNING,
    title=_("A text for the report that is older than what it speaks of"),
    why=_(
        "A text is written with the answers that have come in by then. Where an answer of the same round comes later "
        "and changes a state, a judgement or a value, or a decision changes the plan before the round closes, the "
        "text may say something else than the figures beside it. An answer that repeats what was said changes nothing."
    ),
    sentence=_("The text about {id} for the report {round} is from {day}. Since then these have changed: {changes}."),
    advice=_("Read it again, mend what no longer holds, and write the day that you did it after `date:`."),
    variants={
        "whole": (
            _("The summary for the report {round} is from {day}. Since then these have changed: {changes}."),
            _("Read it again, mend what no longer holds, and write the day that you did it after `date:`."),
        ),
    },
    bad=Example(
        """\
# progress/2015/2015-11-20-kultur-5f3a.yaml
by: kultur
date: 2015-11-20
round: 2015
answers:
  1.1.1: ongoing
# progress/2015/2016-01-20-kultur-77b0.yaml
by: kultur
date: 2016-01-20
round: 2015
answers:
  1.1.1: completed
# reports/2015/1.1.yaml
by: samradet
date: 2016-01-15
assessment: Två stadsdelar saknar ännu en mötesplats.
"""
    ),
    good=Example(
        """\
# progress/2015/2015-11-20-kultur-5f3a.yaml
by: kultur
date: 2015-11-20
round: 2015
answers:
  1.1.1: ongoing
# progress/2015/2016-01-20-kultur-77b0.yaml
by: kultur
date: 2016-01-20
round: 2015
answers:
  1.1.1: completed
# reports/2015/1.1.yaml
by: samradet
date: 2016-01-22
assessment: Varje stadsdel har sedan januari en mötesplats.
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for (round_id, thing), turns in overtaken(facts.plan).items():
        yield RULE.at(
            facts.where("text", f"{round_id}/{thing}", "date"),
            variant="whole" if thing in (WHOLE, facts.plan.header.id) else "",
            related=tuple(dict.fromkeys(_source(facts, each) for each in turns)),
            id=thing,
            round=round_id,
            day=facts.plan.texts[round_id, thing].date,
            changes=tuple(dict.fromkeys(f"{each.thing} ({each.day.isoformat()})" for each in turns)),
        )


def _source(facts: Facts, turn: Turn) -> Where:
    """Where it stands that something changed."""
    if turn.kind == "submission":
        return facts.where("submission", turn.by, "answers", turn.thing, part="key")
    if turn.axis == "ended":
        return facts.where(kind_of(facts.plan, turn.thing), turn.thing, "ended", part="key")
    return facts.where(turn.kind, turn.by, "changes", turn.thing, turn.axis)
