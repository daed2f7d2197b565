"""PT942: other words for what was promised, and no decision says so."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.changes.things import DEFINED
from plantrack.facts import Facts
from plantrack.facts.changed_places import where_changed
from plantrack.finding import INFO, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT942",
    name="reworded-undecided",
    severity=INFO,
    title=_("What was promised stands in other words, and no decision says so"),
    why=_(
        "A mended typo needs no decision. But no tool can tell a better word from another promise, so somebody reads "
        "what has been reworded in an adopted plan. It is looked for where the plan is held against an earlier state of "
        "it: check --against."
    ),
    sentence=_("{field} of {id} is worded otherwise than before."),
    advice=_(
        "Does it promise the same? Then nothing needs to be done; a decision with editorial: yes may say so. If not, it "
        "needs a decision."
    ),
    before=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Alla har nära till en mötesplats
activities:
  1.1.1:
    title: Öppna en mötesplatts i varje stadsdel
    when: 2014-2015
    lead: kultur
"""
    ),
    bad=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Alla har nära till en mötesplats
activities:
  1.1.1:
    title: Öppna en mötesplats i varje stadsdel
    when: 2014-2015
    lead: kultur
"""
    ),
    good=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Alla har nära till en mötesplats
activities:
  1.1.1:
    title: Öppna en mötesplats i varje stadsdel
    when: 2014-2015
    lead: kultur
# decisions/2015-04-22-ks.yaml
date: 2015-04-22
body: ks
kind: note
title: Ett skrivfel rättas
editorial: yes
changes:
  1.1.1:
    title:
      from: Öppna en mötesplatts i varje stadsdel
      to: Öppna en mötesplats i varje stadsdel
"""
    ),
)
REWORDED = ("reworded", "text_added", "text_removed")


def check(facts: Facts) -> Iterator[Finding]:
    for change in facts.against:
        if change.sort in REWORDED and change.kind in DEFINED and not change.decisions:
            yield RULE.at(where_changed(facts, change), id=change.thing, field=change.path)
