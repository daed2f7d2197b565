"""PT809: two activities that seem to be the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from plantrack.facts import Facts
from plantrack.finding import INFO, Example, Finding, Rule
from plantrack.kinds import said_in
from plantrack.mark import _
from plantrack.pattern import pattern
from plantrack.plan import Plan

RULE = Rule(
    code="PT809",
    name="near-duplicate",
    severity=INFO,
    title=_("Two activities that seem to be the same"),
    why=_(
        "Two activities with nearly the same words are reported twice and counted twice, often by two parties "
        "who do not know of each other."
    ),
    sentence=_("{id} and {other} seem to be nearly the same activity: both say {words}."),
    advice=_("Merge them, or let the titles tell what sets them apart."),
    bad=Example(
        """\
# 1-gemenskap/1.2-samverkan.yaml
id: 1.2
title: Parterna arbetar tillsammans
commitments: [motesplatser]
activities:
  1.2.1:
    title: Skapa ett partnerskap mellan föreningar, näringsliv, kommun och akademi
  1.2.2:
    title: Bygg ett brett partnerskap mellan föreningar, näringsliv, kommunen och akademin
"""
    ),
    good=Example(
        """\
# 1-gemenskap/1.2-samverkan.yaml
id: 1.2
title: Parterna arbetar tillsammans
commitments: [motesplatser]
activities:
  1.2.1:
    title: Skapa ett partnerskap mellan föreningar, näringsliv, kommun och akademi
  1.2.2:
    title: Sök medel ur strukturfonderna
"""
    ),
)
STOP_WORDS = {
    "sv": "alla andra att av bland bli blir de dem den deras dess det detta du där eller en ett exempel flera fler för "
    "från genom ge ger göra gör ha han har hos hur i in inom inte ja kan kring man med mellan mer mot någon något "
    "när och också om oss på samt sig sin sina ska skapa så som till under upp ut utan utveckla vad var vara varje vi "
    "vid vill via vår våra är än över",
    "en": "a all an and any are as at be between by can create develop do each for from get give has have how in into "
    "is it its make may more new not of on or other our shall so some such that the their them there these they this "
    "through to under up use we well what when where which who will with",
}
STEM = 6
"""Letters that a word is known by, so that its endings do not matter."""
RARE = 4
"""In how many activities a word may stand and still tell them apart."""
FEWEST = 3
"""How many rare words two titles must share."""
LEAST = 0.6
"""The least part of the shorter title that must stand in the other."""
LETTERS = pattern(r"[^\w\s]|_")


def check(facts: Facts) -> Iterator[Finding]:
    words = words_by_activity(facts.plan)
    for (first, second), shared in sharing_rare_words(words).items():
        if shared >= FEWEST:
            both = words[first].keys() & words[second].keys()
            if len(both) >= LEAST * min(len(words[first]), len(words[second])):
                yield RULE.at(
                    facts.where("activity", second, "title"),
                    related=(facts.where("activity", first, "title"),),
                    id=first,
                    other=second,
                    words=tuple(word for stem, word in words[first].items() if stem in both),
                )


def words_by_activity(plan: Plan) -> Mapping[str, Mapping[str, str]]:
    """The words of each title that say something, by their stems."""
    stop = {word for language in plan.languages for word in STOP_WORDS.get(language, "").split()}
    own = plan.language
    titles = {i: each.title or "" for i, each in plan.activities.items() if not each.ended}
    lines = [
        (text if isinstance(text, str) else said_in(text, own, own)[0]).replace("\n", " ") for text in titles.values()
    ]
    plain = LETTERS.sub(" ", "\n".join(lines).casefold()).split("\n")
    return {
        identifier: {word[:STEM]: word for word in title.split() if word not in stop}
        for identifier, title in zip(titles, plain, strict=False)
    }


def sharing_rare_words(words: Mapping[str, Mapping[str, str]]) -> Mapping[tuple[str, str], int]:
    """Pairs of activities that share words which few others have, with how many: no two titles are compared else."""
    having: dict[str, list[str]] = {}
    for identifier, stems in words.items():
        for stem in stems:
            having.setdefault(stem, []).append(identifier)
    pairs: Counter[tuple[str, str]] = Counter()
    for identifiers in having.values():
        if 1 < len(identifiers) <= RARE:
            pairs.update((a, b) for n, a in enumerate(identifiers) for b in identifiers[n + 1 :])
    return pairs
