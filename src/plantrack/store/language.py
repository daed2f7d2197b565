"""Which language a plan is in, found without reading the plan."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path

from plantrack.pattern import pattern

LANGUAGE_LINE = pattern(r"^languages?: *\[? *([a-z]{2,3})\b", re.MULTILINE)


def language_of(folder: Path) -> str:
    """The language that the plan in a folder names first; empty where it names none, or there is no plan."""
    try:
        found = LANGUAGE_LINE.search((folder / "plan.yaml").read_text(encoding="utf-8", errors="replace"))
    except OSError:
        return ""
    return found[1] if found else ""


def language_around(here: Path) -> str:
    """The language of the nearest plan: upwards from here, or in ``plan/``; else of the first one two folders down."""
    above = (each for folder in (here, *here.parents) for each in (folder, folder / "plan"))
    below = (file.parent for way in ("*/plan.yaml", "*/*/plan.yaml") for file in sorted(here.glob(way)))
    return next(filter(None, map(language_of, chain(above, below))), "")
