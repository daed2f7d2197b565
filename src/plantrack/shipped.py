"""Where the files that are shipped with the tool lie: the templates of reports and of a new plan."""

from __future__ import annotations

from pathlib import Path

INSIDE = Path(__file__).parent / "templates"
BESIDE = Path(__file__).parent.parent.parent / "templates"


def templates() -> Path:
    """The folder of templates: inside the installed package, or at the root of the source tree."""
    return INSIDE if INSIDE.is_dir() else BESIDE
