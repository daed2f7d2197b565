"""PT311: two plans of which one says that it continues the other, and the other does not say so."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT311",
    name="plans-disagree",
    severity=WARNING,
    title=_("One plan continues another, and the other does not say so"),
    why=_(
        "Whoever reads the old plan must find the new one, and the other way round. The final report of the old plan "
        "looks for what took over in the plan that is named there. It is looked for where the other plan lies in a "
        "folder beside this one."
    ),
    sentence=_("{id} says that it continues the plan {other}, and {other} does not say that it is continued by {id}."),
    advice=_("Write {id} under `continued_by` in plan.yaml of {other}."),
    variants={
        "back": (
            _("{id} says that it is continued by the plan {other}, and {other} does not say that it continues {id}."),
            _("Write {id} under `continues` in plan.yaml of {other}."),
        ),
    },
    beside=Example(
        """\
# plan.yaml
format: 1
id: nordvik-2017
title: Nästa plan
language: sv
period: 2017-2020
continues: nordvik-2014
"""
    ),
    bad=Example(
        """\
# plan.yaml
format: 1
id: nordvik-2013
title: Plan för ett öppnare Nordvik
language: sv
period: 2013-2016
implements: overenskommelsen
parties: [nordvik, sektorn]
adopted: 2014-02-05-ks
continued_by: nordvik-2017
"""
    ),
    good=Example(
        """\
# plan.yaml
format: 1
id: nordvik-2014
title: Plan för ett öppnare Nordvik
language: sv
period: 2014-2016
implements: overenskommelsen
parties: [nordvik, sektorn]
adopted: 2014-02-05-ks
continued_by: nordvik-2017
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    own = facts.plan.header.id or ""
    for field, back in (("continues", "continued_by"), ("continued_by", "continues")):
        for number, name in enumerate(facts.plan.header[field]):
            other = facts.beside.get(name)
            if other is not None and own not in other.plan.header[back]:
                where = facts.where("plan", "plan", field, number)
                yield RULE.at(where, variant="" if field == "continues" else "back", id=own, other=name)
