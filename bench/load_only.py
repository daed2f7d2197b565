"""Reads a plan and does nothing else, to tell what of a command's time is reading.

Usage::

    python bench/load_only.py PLAN
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from plantrack.store.folder import load


def main() -> None:
    """Reads the plan and says how many files it was."""
    facts = load(Path(sys.argv[1]), date(2016, 1, 31))
    print(f"{len(facts.sources)} files, {sum(map(len, facts.faults.values()))} faults")


if __name__ == "__main__":
    main()
