"""Colour in a terminal: the few that are used, and none where none is wanted."""

from __future__ import annotations

BOLD = "1"
DIM = "2"
RED = "1;31"
GREEN = "32"
YELLOW = "33"
CYAN = "36"


def paint(text: str, code: str, color: bool) -> str:
    """The text in a colour, where colour is wanted."""
    return f"\x1b[{code}m{text}\x1b[0m" if color else text
