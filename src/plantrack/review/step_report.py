"""The report as the plan would have it after the change, for those who would rather read that."""

from __future__ import annotations

from plantrack.pattern import pattern
from plantrack.review.job import give, wish
from plantrack.review.notes import notes
from plantrack.review.running import run as run_command

ODD = pattern(r"[^\w.-]")
NONE = ("", "no", "none", "false", "nej")


def artifact_name(plan: str) -> str:
    """What the attached files are called: by the plan, as a job may review several."""
    return f"plantrack-{ODD.sub('-', plan)}"


def run() -> int:
    kept = notes()
    about = kept.get("about")
    form = wish("report").casefold()
    if form in NONE:
        return 0
    folder = kept.folder / "report"
    said = ["--plan", about["plan"], "--lang", about["language"], "--format", form, "-o", str(folder)]
    ran = run_command("report", *said)
    kept.put("report", {"why_not": ran.refused})
    if not ran.refused:
        give(report=folder, name=artifact_name(about["id"]))
    return 0
