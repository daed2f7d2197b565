"""What the change does to the plan, in the plan's words; kept for the comment."""

from __future__ import annotations

import json

from plantrack.review.job import give
from plantrack.review.notes import notes
from plantrack.review.running import run as run_command


def run() -> int:
    kept = notes()
    about = kept.get("about")
    if not about["base"]:
        return 0
    asked = ["diff", about["base"], "--plan", about["plan"], "--lang", about["language"]]
    told = run_command(*asked, "--format", "md")
    shape = run_command(*asked, "--format", "json")
    why_not = told.refused or shape.refused
    found = {} if why_not else json.loads(shape.out)
    kept.put("diff", {"why_not": why_not, "markdown": told.out, "changes": len(found.get("changes", ()))})
    counts = found.get("counts", {})
    give(goalposts=counts.get("goalpost", 0), undecided=counts.get("without_decision", 0))
    return 0
