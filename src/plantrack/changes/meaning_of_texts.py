"""What it means that a text changed: mended, or made to say something else.

No tool knows what a sentence means. A text counts as made to say something else where a number in it is another,
where a word that limits or denies came or went, where a quarter of it is gone, or where half of it is other words.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from plantrack.change import GOALPOST, SUBSTANCE, WORDING, Change
from plantrack.changes.ends import Ends, given
from plantrack.changes.gist import figures, gist, words
from plantrack.changes.meant import Meant
from plantrack.changes.things import DEFINED
from plantrack.kinds import Text, Translated

AIMED = ("text", "numerator", "denominator", "if_yes")
COUNTED = ("numerator", "denominator")
"""Texts that say what is measured."""
MOSTLY = 0.5
KEPT = 0.75
"""How much of a text must be left, in words, for it to be the same."""
LONG = 2000
"""Letters of two texts from which on they are held against each other word by word."""


def meaning(ends: Ends) -> Change | None:
    """What a changed text is called."""
    if not is_text(ends) or ends.present.kind not in (*DEFINED, "principle", "commitment", "agreement", "plan"):
        return None
    counted = ends.name in COUNTED and ends.present.kind == "indicator"
    if not given(ends.before):
        limits = ends.name in AIMED and ends.present.kind in DEFINED and gist(Meant(ends.new).own_words(ends.after))
        return ends.change("text_added", SUBSTANCE if limits else WORDING)
    if not given(ends.after):
        return ends.change("text_removed", GOALPOST if counted else SUBSTANCE if ends.name in AIMED else WORDING)
    if not rewritten(ends):
        return ends.change("reworded", WORDING)
    aims = ends.present.kind in ("criterion", "indicator", "commitment") and ends.name in AIMED
    return ends.change(
        "rewritten", GOALPOST if aims else SUBSTANCE, {"figures": True} if _has_other_figures(ends) else {}
    )


def is_text(ends: Ends) -> bool:
    """Whether it is words for people, in one piece."""
    return all(not given(each) or isinstance(each, str | Translated) for each in (ends.before, ends.after)) and (
        ends.name in ("title", "text", "motto", "according_to", "method", "source", "outlook", "short_title", *AIMED)
    )


def rewritten(ends: Ends) -> bool:
    """Whether a text says something else, as far as can be told from its words alone."""
    return any(says_another(*both) for both in _in_each_language(ends, ends.before, ends.after))


def _in_each_language(ends: Ends, before: Text, after: Text) -> Iterator[tuple[str, str]]:
    """A text in the plan's own language, and in each language that it has in both states."""
    yield Meant(ends.old).own_words(before), Meant(ends.new).own_words(after)
    if isinstance(before, Translated) and isinstance(after, Translated):
        yield from ((before[each], after[each]) for each in before if each in after)


def says_another(before: str, after: str) -> bool:
    """Whether one text says something else than the other, in one language."""
    if before == after:
        return False
    if gist(before) != gist(after) or len(words(after)) < KEPT * len(words(before)):
        return True
    return _likeness(before, after) < MOSTLY


def _has_other_figures(ends: Ends) -> bool:
    both = _in_each_language(ends, ends.before, ends.after)
    return any(figures(words(was)) != figures(words(now)) for was, now in both)


def _likeness(before: str, after: str) -> float:
    """How much of two texts is the same: of a line the letters, of a long text the words."""
    if before == after:
        return 1.0
    if len(before) + len(after) > LONG:
        return SequenceMatcher(None, words(before), words(after), autojunk=False).ratio()
    return SequenceMatcher(None, before.casefold(), after.casefold(), autojunk=False).ratio()
