"""PT206: a word that cannot be an id."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.kinds import ID_FORM
from plantrack.mark import _
from plantrack.pattern import pattern

SEVERAL = pattern(r"\s*[,;&]\s*|\s+(?:och|and)\s+")

RULE = Rule(
    code="PT206",
    name="id-form",
    severity=ERROR,
    title=_("An id that cannot be one"),
    why=_(
        "An id is written in many places and must be the same in all. Spaces and other signs would make it "
        "several words."
    ),
    sentence=_("{id} has “{text}” under “{field}”, and that cannot be an id."),
    advice=_("An id is made of letters, digits, dots, hyphens and underscores, and begins with a letter or a digit."),
    variants={
        "several": (
            _("{id} has several ids under “{field}”: “{text}”."),
            _("Write them as a list: {list}"),
        ),
        "invisible": (
            _("{id} has “{text}” under “{field}”, with a sign in it that cannot be seen."),
            _("Delete the word and write it again."),
        ),
    },
    bad=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
activities:
  1.1.1:
    title: Öppna en mötesplats
    lead: kultur och fritid
"""
    ),
    good=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
activities:
  1.1.1:
    title: Öppna en mötesplats
    lead: kultur
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for fault in facts.faults_of("id_form"):
        text = str(fault.values["text"])
        ids = SEVERAL.split(text)
        if len(ids) > 1 and all(ID_FORM.fullmatch(each) for each in ids):
            suggestion = f"[{', '.join(ids)}]"
            yield RULE.on(fault, variant="several", suggestion=suggestion, list=suggestion)
        elif not text.isprintable():
            yield RULE.on(fault, variant="invisible")
        else:
            yield RULE.on(fault)
