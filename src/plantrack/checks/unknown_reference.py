"""PT303: a reference to something that is defined nowhere, or that is something else."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.facts.references import Known, Reference, lost_references
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.kinds import said_in
from plantrack.mark import Term, _
from plantrack.plan import Plan

KINDS = {
    "theme": _("a theme"),
    "goal": _("a goal"),
    "activity": _("an activity"),
    "step": _("a step"),
    "criterion": _("a success criterion"),
    "indicator": _("an indicator"),
    "organisation": _("an organisation"),
    "decision": _("a decision"),
    "event": _("an event"),
    "ballot": _("a vote"),
    "agreement": _("an agreement"),
    "commitment": _("a commitment"),
    "mandate item": _("an item of a mandate"),
    "submission": _("an answer"),
    "round": _("a round"),
    "awaited": _("something awaited"),
    "tag": _("a tag"),
    "thing": _("something in a goal's file"),
    "evidence": _("an event, a decision or an answer"),
}

PARTY = ("organisation",)

RULE = Rule(
    code="PT303",
    name="unknown-reference",
    severity=ERROR,
    title=_("A reference to something that is defined nowhere"),
    why=_(
        "An id that leads nowhere is a party that nobody asks, or an answer about nothing. "
        "The id must be written as it is where the thing is defined."
    ),
    sentence=_("{id} refers to “{text}” as {field}, and nothing with that id is defined."),
    advice=_("Define it, or write the id of something that exists."),
    variants={
        "meant": (
            _("{id} refers to “{text}” as {field}, and nothing with that id is defined."),
            _("Did you mean “{meant}”?"),
        ),
        "no_organisations": (
            _("The plan names parties, and there is no file organisations.yaml, so {n} references lead nowhere."),
            _("Put organisations.yaml back, or begin one: each party by its id, with `name` and `kind`."),
        ),
        "other_kind": (
            _("{id} refers to “{text}” as {field}, and that is {kind}."),
            _("Write the id of {expected} here."),
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
    lead: kultr
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
    known = Known(facts.plan)
    lost = [each for each in lost_references(facts, known) if not facts.may_be_unread(each.text)]
    if not facts.plan.organisations and ("organisations", "organisations") not in facts.file_of:
        parties = [each for each in lost if each.to == PARTY]
        if parties:
            lost = [each for each in lost if each.to != PARTY]
            plan = facts.plan.header.id or "plan"
            yield RULE.at(facts.where("plan", "plan"), variant="no_organisations", id=plan, n=len(parties))
    for reference in lost:
        kind = _kind_of(known, reference.text) if reference.to[0] in KINDS else ""
        meant = "" if kind else _named(facts.plan, reference) or _nearest(known, reference.text, reference.to)
        yield RULE.at(
            reference.where,
            variant="other_kind" if kind else "meant" if meant else "",
            suggestion=meant,
            id=reference.thing,
            text=reference.text,
            field=reference.field,
            meant=meant,
            kind=Term(KINDS[kind]) if kind else "",
            expected=Term(KINDS[reference.to[0]]) if kind else "",
        )


def _kind_of(known: Known, text: str) -> str:
    """What the id is the id of, where it is something else than it should be."""
    return next((kind for kind in KINDS if text in known.by_kind[kind]), "")


def _named(plan: Plan, reference: Reference) -> str:
    """The party whose name or abbreviation stands where its id should."""
    if reference.to != PARTY:
        return ""
    wanted = reference.text.casefold()
    for identifier, each in plan.organisations.items():
        names = [each.abbreviation or "", *(said_in(each.name, language, language)[0] for language in plan.languages)]
        if wanted in (name.casefold() for name in names if name):
            return identifier
    return ""


def _nearest(known: Known, text: str, to: tuple[str, ...]) -> str:
    from plantrack.nearest import nearest

    return nearest(text, known.ids(to))
