"""PT929: a text for the report that is only the blank that was to be filled in."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.facts.blanks import blanks
from plantrack.facts.overtaken import WHOLE
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT929",
    name="blank-left-in-text",
    severity=WARNING,
    title=_("A text for the report where nothing has been written over the blank"),
    why=_(
        "A draft of the report offers lines to copy, with “…” where something is to be written. A text that is only “…” "
        "counts as not written: the report leaves it out."
    ),
    sentence=_("In the text about {id} for the report {round}, “{field}” is only “…”. It counts as not written."),
    advice=_("Write the text in place of “…”, or take the field away."),
    variants={
        "whole": (
            _("In the summary for the report {round}, “{field}” is only “…”. It counts as not written."),
            _("Write the text in place of “…”, or take the field away."),
        ),
    },
    bad=Example(
        """\
# reports/2015/1.1.yaml
by: samradet
date: 2016-01-15
assessment: Hälften av mötesplatserna är öppna.
outlook: |
  …
"""
    ),
    good=Example(
        """\
# reports/2015/1.1.yaml
by: samradet
date: 2016-01-15
assessment: Hälften av mötesplatserna är öppna.
outlook: |
  Resten öppnar våren 2016.
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for (round_id, thing), text in facts.plan.texts.items():
        for keys in blanks(text):
            yield RULE.at(
                facts.where("text", f"{round_id}/{thing}", *keys),
                variant="whole" if thing in (WHOLE, facts.plan.header.id) else "",
                id=thing,
                round=round_id,
                field=".".join(str(key) for key in keys if not isinstance(key, int)),
            )
