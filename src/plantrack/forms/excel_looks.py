"""How an Excel form looks: its colours, the looks of its cells, and the widths of its columns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

COLOURS = {
    "deep": "#17495A",
    "accent": "#0B6E74",
    "quiet": "#8FA3AB",
    "pale": "#DCE8EB",
    "shown": "#F4F7F8",
    "unneeded": "#E2E7E9",
    "line": "#B4C1C6",
    "ink": "#1D2A30",
}
_AROUND = {"border": 1, "border_color": COLOURS["line"]}
_TEXT = {"valign": "top", "text_wrap": True, "num_format": "@", "font_color": COLOURS["ink"]}
"""Everything is text, so that nothing which is typed becomes a date or loses a nought."""

LOOKS: Mapping[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 16, "font_color": COLOURS["deep"], "num_format": "@"},
    "facts": {"font_size": 11, "font_color": COLOURS["ink"], "num_format": "@"},
    "heading": {"bold": True, "font_size": 13, "font_color": COLOURS["deep"], "num_format": "@"},
    "name": {**_TEXT, "bold": True},
    "note": {**_TEXT, "bold": True, "bg_color": "#FFF3CD"},
    "step": {**_TEXT, "align": "right", "bold": True, "font_color": COLOURS["accent"]},
    "said": _TEXT,
    "head": {**_TEXT, **_AROUND, "bold": True, "font_color": "#FFFFFF", "bg_color": COLOURS["deep"], "valign": "vcenter"},
    "head_answer": {
        **_TEXT, **_AROUND, "bold": True, "font_color": "#FFFFFF", "bg_color": COLOURS["accent"], "valign": "vcenter",
    },
    "goal": {**_TEXT, "bold": True, "bg_color": COLOURS["pale"], "top": 1, "bottom": 1, "border_color": COLOURS["line"],
             "text_wrap": False, "valign": "vcenter"},
    "number": {**_TEXT, **_AROUND, "bg_color": COLOURS["shown"], "bold": True},
    "number_part": {**_TEXT, **_AROUND, "bg_color": COLOURS["shown"]},
    "text": {**_TEXT, **_AROUND, "bg_color": COLOURS["shown"]},
    "text_part": {**_TEXT, **_AROUND, "bg_color": COLOURS["shown"], "align": "left", "indent": 1},
    "shown": {**_TEXT, **_AROUND, "bg_color": COLOURS["shown"], "font_size": 10},
    "answer": {**_TEXT, **_AROUND, "locked": False},
    "answer_main": {**_TEXT, **_AROUND, "locked": False, "bold": True},
    "unneeded": {**_AROUND, "bg_color": COLOURS["unneeded"]},
    "hidden": {"num_format": "@"},
}  # fmt: skip

WIDTHS: Mapping[str, float] = {
    "number": 9,
    "text": 36,
    "details": 20,
    "last": 20,
    "answer": 15,
    "forecast": 14,
    "comment": 30,
    "ground": 22,
    "deviation": 22,
    "remedy": 22,
    "at": 12,
    "n": 9,
}
"""The width of each column, in characters."""
FIRST_WIDTHS = (2, 26, 92)
"""The widths of the columns of the first page."""
