"""PT614: an extra field of the plan's own that holds something else than the plan says it holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from plantrack.facts import Facts
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.kinds import DAY, MOMENT, NUMBER, Scalar, Text, Translated, Unfit
from plantrack.mark import _
from plantrack.model.plan import ExtraField

RULE = Rule(
    code="PT614",
    name="extra-field-value",
    severity=WARNING,
    title=_("An own field that holds something else than it should"),
    why=_(
        "The plan says itself what its own fields hold. A value of another kind cannot be sorted, counted or compared."
    ),
    sentence=_("{id} has “{text}” in the plan's own field {field}, and that is none of its choices."),
    advice=_("Choose one of: {choices}. Or add it to the choices in plan.yaml."),
    variants={
        "number": (
            _("{id} has “{text}” in the plan's own field {field}, and that is no number."),
            _("Write digits alone, or let the field hold text: `kind: text` in plan.yaml."),
        ),
        "date": (
            _("{id} has “{text}” in the plan's own field {field}, and that is no date."),
            _("Write it as 2015-12-31, or let the field hold text: `kind: text` in plan.yaml."),
        ),
    },
    bad=Example(
        """\
# plan.yaml
format: 1
id: nordvik-2014
title: Plan för ett öppnare Nordvik
language: sv
period: 2014-2016
fields:
  tjanster:
    label: Tjänster
    kind: number
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
activities:
  1.1.1:
    title: Öppna en mötesplats
    fields:
      tjanster: en halv
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
fields:
  tjanster:
    label: Tjänster
    kind: number
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
activities:
  1.1.1:
    title: Öppna en mötesplats
    fields:
      tjanster: 0,5
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    own = {name: field for name, field in facts.plan.header.fields.items() if field.kind not in (None, "text", "link")}
    if not own:
        return
    for kind, things in (("goal", facts.plan.goals), ("activity", facts.plan.activities)):
        for identifier, record in things.items():
            for name, field in own.items():
                text = record.fields.get(name)
                if text is not None and not fits(text, field):
                    variant = "" if field.kind == "choice" else str(field.kind)
                    where = facts.where(kind, identifier, "fields", name)
                    choices = field.choices
                    yield RULE.at(where, variant=variant, id=identifier, text=text, field=field.label, choices=choices)


def fits(text: Text, field: ExtraField) -> bool:
    """Whether a value is of the kind that its field is to hold."""
    said = wordings(text)
    if field.kind == "choice":
        return any(said & wordings(each) for each in field.choices)
    kinds = (NUMBER,) if field.kind == "number" else (DAY, MOMENT)
    return any(_reads(kind, each) for kind in kinds for each in said)


def wordings(text: Text) -> set[str]:
    """A text in every language it is given in."""
    words: Mapping[str, str] = text if isinstance(text, Translated) else {"": text}
    return {each.strip().casefold() for each in words.values()}


def _reads(kind: Scalar[Any], text: str) -> bool:
    try:
        kind.read(text)
    except Unfit:
        return False
    return True
