"""PT607: a criterion that compares, with nothing to compare with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.facts.completeness import goal_of, living
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.kinds import Text
from plantrack.mark import _
from plantrack.model.goal import Criterion, Goal
from plantrack.statements import Held

COMPARING = {
    "sv": (
        "fler färre mer mera bättre sämre högre lägre oftare snabbare "
        "öka ökar ökat ökats ökade ökad ökas minska minskar minskat minskats minskade minskad minskas "
        "förbättras förbättrats förbättrat förbättrad förbättrade försämras försämrats försämrat växer vuxit"
    ),
    "en": (
        "more fewer less better worse higher lower faster increase increases increased increasing decrease decreases "
        "decreased decreasing reduced improve improves improved grow grows grown growing"
    ),
}
"""Words that compare with an earlier state, by language."""
ABSOLUTE = {"sv": r"än \d|utbildning", "en": r"than \d|education"}
"""What may follow such a word when it compares with nothing earlier: more than 10, higher education."""
FORMS = {
    language: re.compile(rf"\b({'|'.join(words.split())})\b(?!\s+(?:{ABSOLUTE[language]}))", re.IGNORECASE)
    for language, words in COMPARING.items()
}

RULE = Rule(
    code="PT607",
    name="nothing-to-compare-with",
    severity=WARNING,
    title=_("A success criterion that compares with nothing"),
    why=_("“More” and “increased” mean more than at the start. If nobody counted then, nobody can tell afterwards."),
    sentence=_(
        "{criterion}, which is to show that {id} succeeded, says “{word}”, and no indicator has a value from the start."
    ),
    advice=_(
        "Count how it is now and write it as `baseline` of an indicator with `criterion: {criterion}`, or"
        " write the criterion so that it needs no comparison."
    ),
    bad=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
activities:
  1.1.1:
    title: Öppna en mötesplats
criteria:
  1.1.k1:
    for: 1.1.1
    text: Fler besöker mötesplatserna
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
criteria:
  1.1.k1:
    for: 1.1.1
    text: Fler besöker mötesplatserna
indicators:
  1.1.m1:
    for: 1.1.1
    criterion: 1.1.k1
    kind: count
    text: Besökare
    baseline:
      2013: 40
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    language = facts.plan.language
    found: dict[str, str] = {}
    for each, criterion in facts.plan.criteria.items():
        word = comparing_word(criterion.text, language)
        if word:
            found[each] = word
    if not found:
        return
    for activity_id, _activity, said in living(facts, "indicators"):
        goal = goal_of(facts, activity_id)
        for each in said.criteria:
            if each in found and _still_open(goal.criteria[each]) and not _has_baseline(goal, said, each):
                where = facts.where("criterion", each)
                yield RULE.at(where, id=activity_id, criterion=each, word=found[each].casefold())
                break


def comparing_word(text: Text | None, language: str) -> str:
    """The first word of a text that compares with an earlier state, where there is one."""
    for code, words in {language: text}.items() if isinstance(text, str) else (text or {}).items():
        form = FORMS.get(code)
        said = form.search(words) if form else None
        if said:
            return said[1]
    return ""


def _still_open(criterion: Criterion) -> bool:
    return criterion.ended is None


def _has_baseline(goal: Goal, said: Held, criterion: str) -> bool:
    """Whether an indicator that measures the criterion, or says of none that it does, has a value from the start."""
    for each in said.indicators:
        indicator = goal.indicators[each]
        if indicator.baseline and (not indicator.criterion or criterion in indicator.criterion):
            return True
    return False
