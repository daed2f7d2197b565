"""The report on the example plan, whole, as it is meant to read. Accept a change with ``PLANTRACK_ACCEPT=1``."""

from __future__ import annotations

import difflib
import os
from pathlib import Path

import pytest
from report_parts import document

from plantrack.formats import html, markdown

GOLDEN = Path(__file__).parent / "golden"
FORMATS = {"md": markdown.render, "html": html.render}
CASES = [
    ("report-2014-sv.md", "2014", "sv", "md"),
    ("report-2015-sv.md", "2015", "sv", "md"),
    ("report-2015-en.md", "2015", "en", "md"),
    ("report-2016-sv.md", "2016", "sv", "md"),
    ("report-2015-sv.html", "2015", "sv", "html"),
    ("report-2015-en.html", "2015", "en", "html"),
]
"""The first, the usual, and the last report of the plan; 2016 has no answers of its own."""


@pytest.mark.parametrize(("name", "year", "language", "ending"), CASES, ids=[case[0] for case in CASES])
def test_report_reads_as_it_did(name: str, year: str, language: str, ending: str) -> None:
    compare(GOLDEN / name, FORMATS[ending](document(year, language)))


def test_every_golden_file_is_used() -> None:
    used = {case[0] for case in CASES}
    kept = {file.name for file in GOLDEN.glob("report-*")}
    assert kept == used, f"remove or use: {kept ^ used}"


def compare(file: Path, made: str) -> None:
    """Compares with what is kept, and shows the difference; or keeps what was made."""
    if os.environ.get("PLANTRACK_ACCEPT") == "1":
        file.parent.mkdir(exist_ok=True)
        file.write_text(made, encoding="utf-8", newline="\n")
        return
    kept = file.read_text(encoding="utf-8") if file.exists() else ""
    if made != kept:
        lines = difflib.unified_diff(kept.splitlines(), made.splitlines(), "kept", "made", lineterm="", n=2)
        difference = "\n".join(line[:300] for line in list(lines)[:80])
        pytest.fail(
            f"{file.name} reads otherwise; if that is meant, run PLANTRACK_ACCEPT=1 pytest {__file__}\n{difference}"
        )
