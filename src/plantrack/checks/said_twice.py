"""PT905: two answers of one organisation about one thing on one day."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.facts.answers import Said, corrected
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT905",
    name="said-twice",
    severity=ERROR,
    title=_("Two answers of one organisation about one thing on one day"),
    why=_(
        "Of two answers the later one counts. Where both are from the same day nobody can tell which of them that is, "
        "unless the one says that it replaces the other."
    ),
    sentence=_("{by} answers {things} twice on {day}: in {first} and in {id}."),
    advice=_("Write `replaces: {first}` in the one that counts, or take one of them out."),
    bad=Example(
        """\
# progress/2015/2015-11-20-kultur-5f3a.yaml
by: kultur
date: 2015-11-20
round: 2015
answers:
  1.1.1: ongoing
# progress/2015/2015-11-20-kultur-9c1e.yaml
by: kultur
date: 2015-11-20
round: 2015
answers:
  1.1.1: completed
"""
    ),
    good=Example(
        """\
# progress/2015/2015-11-20-kultur-5f3a.yaml
by: kultur
date: 2015-11-20
round: 2015
answers:
  1.1.1: ongoing
# progress/2015/2015-11-20-kultur-9c1e.yaml
by: kultur
date: 2015-11-20
round: 2015
replaces: 2015-11-20-kultur-5f3a
answers:
  1.1.1: completed
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    doubled = said_by_twice_on_a_day(facts)
    if not doubled:
        return
    settled = corrected(facts.plan)
    first: dict[tuple[str, str, str, str], Said] = {}
    pairs: dict[tuple[str, str], list[Said]] = {}
    for each in doubled:
        if (each.submission, each.thing) in settled:
            continue
        key = (each.organisation, each.thing, each.record.round or "", each.record.role or "own")
        other = first.setdefault(key, each)
        if other.day != each.day:
            first[key] = each
        elif other.submission != each.submission:
            pairs.setdefault((other.submission, each.submission), []).append(each)
    for (earlier, later), answers in pairs.items():
        each = answers[0]
        yield RULE.at(
            facts.where("submission", later, *each.keys),
            related=(facts.where("submission", earlier, "answers", each.thing),),
            id=later,
            first=earlier,
            by=each.organisation,
            day=each.day,
            things=tuple(answer.thing for answer in answers),
        )


def said_by_twice_on_a_day(facts: Facts) -> list[Said]:
    """The answers of those for whom two submissions speak on the same day."""
    spoken: dict[tuple[str, object], str] = {}
    several: set[tuple[str, object]] = set()
    for each in facts.said:
        key = (each.organisation, each.day)
        if spoken.setdefault(key, each.submission) != each.submission:
            several.add(key)
    return [each for each in facts.said if (each.organisation, each.day) in several] if several else []
