"""PT944: the plan does not promise what was adopted."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import HIDES_NOTHING, Facts
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT944",
    name="not-as-adopted",
    severity=ERROR,
    title=_("The plan does not promise what was adopted"),
    why=_(
        "The decision that adopted the plan holds a digest of all that it promised. Take back what decisions have "
        "changed since, and it must be the same. If not, something was changed that nobody decided. Of a text its figures "
        "count, and words that limit or deny: a mended typo is no breach."
    ),
    sentence=_("The plan does not promise what {id} adopted, also when all later decisions are taken back."),
    advice=_("See what has changed, and what no decision says: plantrack diff adopted"),
    variants={
        "form": (
            _("{id} has “{text}” where a digest of what was adopted should stand."),
            _("Take the line out and let the tool write it: plantrack adopt {id}"),
        ),
    },
    bad=Example(
        """\
# decisions/2014-02-05-ks.yaml
date: 2014-02-05
body: ks
kind: adopt
title: Planen antas
about: [nordvik-2014]
definitions: 1111111111111111-2222222222222222
"""
    ),
    good=Example(
        """\
# decisions/2014-02-05-ks.yaml
date: 2014-02-05
body: ks
kind: adopt
title: Planen antas
about: [nordvik-2014]
definitions: 8d3bcbadff95d06b-611a6b8b15ca72af
"""
    ),
)


STILL_READ = ("control_character", "garbled_letters", "hash_in_text")
"""Faults, of those that hide something, after which a value is read all the same. None of them is an error."""


def check(facts: Facts) -> Iterator[Finding]:
    if not any(each.definitions for each in facts.plan.decisions.values()):
        return
    from plantrack.changes.adopted import FORM, digest_as_adopted, lock_of, promise_the_same

    for by, decision in facts.plan.decisions.items():
        if decision.definitions and not FORM.fullmatch(decision.definitions):
            where = facts.where("decision", by, "definitions")
            yield RULE.at(where, variant="form", id=by, text=decision.definitions)
    lock = lock_of(facts.plan)
    digest = digest_as_adopted(facts.plan, lock.decision) if lock and not _is_hidden(facts) else None
    if lock and digest and not promise_the_same(digest, lock.digest):
        yield RULE.at(facts.where("decision", lock.decision, "definitions"), id=lock.decision)


def _is_hidden(facts: Facts) -> bool:
    """Whether something could not be read. Then that is an error, and what the plan promises is not known."""
    return bool(facts.unreadable) or any(reason not in (*HIDES_NOTHING, *STILL_READ) for reason in facts.faults)
