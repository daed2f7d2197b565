"""PT101: a file whose letters are stored in another way than UTF-8."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT101",
    name="encoding",
    severity=ERROR,
    title=_("A file that is not saved as UTF-8"),
    why=_(
        "In other ways of saving, å, ä and ö turn into other letters on the next computer. The file has been read"
        " as well as it can be guessed."
    ),
    sentence=_("{file} is saved as {found}, and not as UTF-8."),
    advice=_("Save it again as UTF-8: in most editors under Save as, Encoding."),
    variants={
        "letter": (
            _("{file} is saved as {found}, and not as UTF-8: it shows first on line {line}, at the letter “{letter}”."),
            _("Save it again as UTF-8: in most editors under Save as, Encoding."),
        ),
    },
    bad=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
""",
        encoding="cp1252",
    ),
    good=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for fault in facts.faults_of("encoding"):
        yield RULE.on(fault, variant="letter" if "letter" in fault.values else "")
