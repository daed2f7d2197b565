"""Rules that explain why something in a file could not be read. Each file is named after the fault it explains.

A file here is loaded only when there is such a fault, so that a plan without any starts faster.
"""

from __future__ import annotations

from collections.abc import Mapping

EXPLAINED_BY: Mapping[str, str] = {
    "not_yaml": "indentation",
    "not_text": "unreadable_file",
    "not_a_text": "wrong_shape",
    "not_a_block": "wrong_shape",
    "translation": "translation_missing",
}
"""Faults that share a rule with another: the rule's file."""
