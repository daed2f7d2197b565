"""PT806: an abbreviation that a goal uses and that is explained nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from plantrack.facts import Facts
from plantrack.facts.wording import Passage, wordings
from plantrack.finding import INFO, Example, Finding, Rule
from plantrack.mark import _
from plantrack.pattern import pattern
from plantrack.plan import Plan

RULE = Rule(
    code="PT806",
    name="abbreviation-undefined",
    severity=INFO,
    title=_("An abbreviation that is explained nowhere"),
    why=_(
        "A plan is read by people from many organisations. An abbreviation that is everyday speech in one of them "
        "is a riddle in the next."
    ),
    sentence=_("{id} uses the abbreviation {word}, which is explained nowhere."),
    advice=_("Explain it in glossary.yaml, as `{word}: what it stands for`, or write it out."),
    bad=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser drivs genom IOP
commitments: [motesplatser]
"""
    ),
    good=Example(
        """\
# glossary.yaml
IOP:
  means: Idéburet offentligt partnerskap
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser drivs genom IOP
commitments: [motesplatser]
"""
    ),
)

ABBREVIATION = pattern(r"[A-ZÅÄÖ](?<![\w./@&-].)(?:[A-ZÅÄÖ]{1,5}|[A-ZÅÄÖa-zåäö]{1,4}[A-ZÅÄÖ])(?![\w&/@.]\w|\w|-\d)")
"""Two to six letters of which the first and the last are capitals: NKI, LoU."""
SHOUTED = pattern(r"[A-ZÅÄÖ]{2,}[ \n]+[A-ZÅÄÖ]{2,}")
ROMAN = pattern(r"[IVXLC]+")
MOST_SMALL_LETTERS = 2

KNOWN = {
    "sv": "AB AI ABC AD BNP BRF BV CD CV DNA DVD EES EG EKG EU FAQ FN GPS HB HBTQ HBTQI HIV HR ID IP IT KB LED "
    "LGBT NATO OK PC PDF PIN PR PS QR SEK SMS SOS TV UK URL USA USB UV VD VIP WC WWW "
    "INTE ALLA OCH EJ OBS SKA ALDRIG ALLTID",
    "en": "AD AI AIDS AM BC CEO CD CV DIY DNA DVD EC EEA EU FAQ GDP GPS HIV HR ID IP IT LED LGBT LGBTQ NATO NGO OK "
    "PC PDF PIN PM PR PS QR SMS SOS TV UK UN URL US USA USB UV VAT VIP WC WWW "
    "NOT ALL AND OR MUST ONLY NEVER ALWAYS",
}
"""Abbreviations that everybody knows, and short words that are written in capitals for emphasis."""


def check(facts: Facts) -> Iterator[Finding]:
    plan = facts.plan
    if any(lost.kind in ("organisations", "glossary", "agreement") for lost in facts.unreadable):
        return
    texts = "\n".join(passage.text for passage in facts.passages)
    used = dict.fromkeys(ABBREVIATION.findall(texts))
    if not used:
        return
    known = explained(plan)
    for language in plan.languages:
        known.update(KNOWN.get(language, "").split())
    strange = [word for word in used if word not in known and is_abbreviation(word) and not is_introduced(word, texts)]
    for word in strange:
        passage = first_use(word, facts.passages)
        if passage:
            where = facts.where(passage.kind, passage.thing, *passage.keys)
            yield RULE.at(where, id=passage.thing, word=word)


def is_abbreviation(word: str) -> bool:
    """Whether it is no number in Roman figures, and no name with a capital inside."""
    return not ROMAN.fullmatch(word) and sum(letter.islower() for letter in word) <= MOST_SMALL_LETTERS


def is_introduced(word: str, texts: str) -> bool:
    """Whether the texts explain it where it stands, ``Nöjd kund-index (NKI)``, or use it as a common word too."""
    if f"({word})" in texts or f"{word} (" in texts:
        return True
    return re.search(rf"(?<!\w){re.escape(word.casefold())}(?!\w)", texts) is not None


def first_use(word: str, passages: Iterable[Passage]) -> Passage | None:
    """The first text that uses it, where that is not a heading or a name in capitals."""
    form = pattern(rf"(?<![\w./@&_-]){re.escape(word)}(?![\w&/@.]\w|\w|-\d)")
    for passage in passages:
        if word in passage.text and form.search(SHOUTED.sub("", passage.text)):
            return passage
    return None


def explained(plan: Plan) -> set[str]:
    """Every abbreviation that the plan's files explain, and every word of a name that they define."""
    texts: list[str] = []
    for agreement in plan.agreements.values():
        texts += wordings(agreement.title)
    for organisation in plan.organisations.values():
        texts += [*wordings(organisation.name), organisation.abbreviation or ""]
        for former in organisation.formerly:
            texts += [*wordings(former.name), former.abbreviation or ""]
    for word, term in plan.terms.items():
        texts += [word, *wordings(term.means)]
    return {word for text in texts for word in re.findall(r"\w+", text)}
