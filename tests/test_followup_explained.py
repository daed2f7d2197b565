"""Every rule that a standing names has a sentence, in English and in Swedish, and no sentence is idle."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from plantrack.followup.explained import RULES
from plantrack.locales import speech

ROOM = Path(__file__).parent.parent / "src" / "plantrack" / "followup"
TEXTS = [
    file.read_text(encoding="utf-8")
    for file in sorted(ROOM.glob("*.py"))
    if file.name != "explained.py" and not file.name.startswith("du")  # duties have words of their own
]


def named_rules() -> Iterator[str]:
    """The rules that stand in the code: in a ``Why``, or in what is called ``rule``."""
    for text in TEXTS:
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Why" and node.args:
                yield from words_in(node.args[0])
            elif isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id == "rule" for t in node.targets):
                yield from words_in(node.value)


def words_in(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.IfExp):
        yield from (*words_in(node.body), *words_in(node.orelse))
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value


def test_the_code_was_read() -> None:
    assert {"late", "not_measured_at_target", "carried_over", "trend_improving", "text_says"} <= set(named_rules())


@pytest.mark.parametrize("rule", sorted(set(named_rules())))
def test_every_rule_has_a_sentence(rule: str) -> None:
    assert rule in RULES


def test_no_sentence_is_idle() -> None:
    idle = [rule for rule in RULES if not rule.startswith("share_") and not any(f'"{rule}"' in text for text in TEXTS)]
    assert idle == []


@pytest.mark.parametrize("rule", sorted(RULES))
def test_every_sentence_is_swedish_too(rule: str) -> None:
    english = RULES[rule]
    swedish = speech("sv").say(english)
    assert swedish != english
    assert blanks(swedish) == blanks(english)


def blanks(sentence: str) -> set[str]:
    return {name for _text, name, _format, _conversion in Formatter().parse(sentence) if name}
