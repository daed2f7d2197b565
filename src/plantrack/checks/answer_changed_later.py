"""PT943: an answer that was changed or taken away after it was given."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.facts.changed_places import where_changed
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT943",
    name="answer-changed-later",
    severity=WARNING,
    title=_("An answer that was changed after it was given"),
    why=_(
        "What an organisation has said stays as it said it; a correction is a new answer that names the one it replaces. "
        "An answer that changes in its file cannot be explained two years later. It is looked for where the plan is held "
        "against an earlier state of it: check --against."
    ),
    sentence=_("{id} has been changed after it was given: {field}."),
    advice=_("Put it back, and record the correction: plantrack record … --replaces {id}"),
    variants={
        "gone": (
            _("{id} has been taken away after it was given."),
            _("Put the file back. If the answer was wrong, record a correction: plantrack record … --replaces {id}"),
        ),
    },
    before=Example(
        """\
# progress/2014/2014-11-20-samradet-5f3a.yaml
by: samradet
date: 2014-11-20
round: 2014
answers:
  1.1.2: ongoing
"""
    ),
    bad=Example(
        """\
# progress/2014/2014-11-20-samradet-5f3a.yaml
by: samradet
date: 2014-11-20
round: 2014
answers:
  1.1.2: completed
"""
    ),
    good=Example(
        """\
# progress/2014/2014-11-20-samradet-5f3a.yaml
by: samradet
date: 2014-11-20
round: 2014
answers:
  1.1.2: ongoing
# progress/2014/2014-11-24-samradet-77c1.yaml
by: samradet
date: 2014-11-24
round: 2014
replaces: 2014-11-20-samradet-5f3a
answers:
  1.1.2: completed
"""
    ),
)
CHANGED = ("answer_changed", "answer_added", "answer_taken_away")
SAID = ("by", "date", "round", "role", "answers", "comment", "replaces")
"""Fields that hold what was said. The others may be added to by the tool, as what it was confirmed by."""


def check(facts: Facts) -> Iterator[Finding]:
    for change in facts.against:
        if change.sort == "answer_gone":
            yield RULE.at(where_changed(facts, change), variant="gone", id=change.thing)
        elif change.sort in CHANGED and change.path.partition(".")[0] in SAID:
            yield RULE.at(where_changed(facts, change), id=change.thing, field=change.path)
