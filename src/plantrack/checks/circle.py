"""PT306: things that lead back to themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plantrack.facts import Facts
from plantrack.facts.lineage import lines
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.mark import _
from plantrack.plan import by_number

RULE = Rule(
    code="PT306",
    name="circle",
    severity=ERROR,
    title=_("A circle"),
    why=_("Whoever follows the chain to find who took over, or what a thing became, never comes to an end."),
    sentence=_("{id} is replaced by itself, by way of {chain}."),
    advice=_("Take away the `replaces` or `replaced_by` that is wrong."),
    variants={
        "part_of": (
            _("{id} is a part of itself, by way of {chain}."),
            _("Take away the `part_of` that is wrong."),
        ),
        "members": (
            _("{id} is a member of itself, by way of {chain}."),
            _("Take away the one of the `members` that is wrong."),
        ),
        "successors": (
            _("{id} succeeds itself, by way of {chain}."),
            _("Take away the one of the `successors` that is wrong."),
        ),
        "submission": (
            _("The answer {id} corrects itself, by way of {chain}."),
            _("Take away the `replaces` that is wrong."),
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
    replaced_by: 1.1.2
    ended:
      date: 2015-05-01
  1.1.2:
    title: Öppna två mötesplatser
    replaced_by: 1.1.1
    ended:
      date: 2015-05-01
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
    replaced_by: 1.1.2
    ended:
      date: 2015-05-01
  1.1.2:
    title: Öppna två mötesplatser
    replaces: 1.1.1
"""
    ),
)


Edges = Mapping[str, tuple[str, ...]]


def check(facts: Facts) -> Iterator[Finding]:
    plan = facts.plan
    organisations = plan.organisations
    part_of = {i: (each.part_of,) for i, each in organisations.items() if each.part_of}
    for variant, field, edges in (
        ("part_of", "part_of", part_of),
        ("members", "members", {i: each.members for i, each in organisations.items() if each.members}),
        ("successors", "successors", {i: each.successors for i, each in organisations.items() if each.successors}),
    ):
        for circle in circles(edges):
            where = facts.where("organisation", circle[0], field)
            yield RULE.at(where, variant=variant, id=circle[0], chain=" → ".join((*circle, circle[0])))
    corrected = {i: each.replaces for i, each in plan.submissions.items() if each.replaces}
    for circle in circles(corrected):
        where = facts.where("submission", circle[0], "replaces")
        yield RULE.at(where, variant="submission", id=circle[0], chain=" → ".join((*circle, circle[0])))
    yield from _lineage(facts)


def _lineage(facts: Facts) -> Iterator[Finding]:
    things = lines(facts.plan)
    newer: dict[str, tuple[str, ...]] = {}
    for each, line in things.items():
        if line.record.replaced_by:
            newer[each] = (*newer.get(each, ()), *line.record.replaced_by)
        for old in line.record.replaces:
            newer[old] = (*newer.get(old, ()), each)
    for circle in circles({each: tuple(dict.fromkeys(others)) for each, others in newer.items()}):
        first = min((each for each in circle if each in things), key=by_number, default=circle[0])
        turn = circle.index(first)
        chain = " → ".join((*circle[turn:], *circle[:turn], first))
        line = things[first]
        field = "replaced_by" if line.record.replaced_by else "replaces"
        yield RULE.at(facts.where(line.kind, first, field), id=first, chain=chain)


def circles(edges: Edges) -> Iterator[tuple[str, ...]]:
    """Every circle that can be walked from its first member, each once."""
    done: set[str] = set()
    for start in edges:
        path: list[str] = []
        on_path: set[str] = set()
        waiting = [iter((start,))]
        while waiting:
            each = next(waiting[-1], None)
            if each is None:
                waiting.pop()
                if path:
                    last = path.pop()
                    on_path.discard(last)
                    done.add(last)
            elif each in on_path:
                yield tuple(path[path.index(each) :])
            elif each not in done:
                path.append(each)
                on_path.add(each)
                waiting.append(iter(edges.get(each, ())))
