"""What is wrong with the plan, and was not before: beside the lines, as SARIF where asked for, and counted."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from plantrack.review.job import give, in_one_line, wish
from plantrack.review.notes import notes
from plantrack.review.running import run as run_command
from plantrack.store.write import write_whole


def run() -> int:
    try:
        return _check()
    except Unchecked as error:
        print(f"::error title=plantrack::{in_one_line(str(error))}")
        return 0


class Unchecked(Exception):
    """The plan could not be checked. The steps go on, and the job ends as failed."""


def _check() -> int:
    kept = notes()
    about = kept.get("about")
    since = ["--since", about["base"], "--against", about["base"]] if about["base"] else []
    asked = ["check", "--plan", about["plan"], "--lang", about["language"], *since]
    print(_checked(*asked, "--format", "github"), end="")
    found = json.loads(_checked(*asked, "--format", "json"))["findings"]
    if wish("sarif"):
        write_whole(Path(wish("sarif")), _checked(*asked, "--format", "sarif"))
    counted = Counter(each["severity"] for each in found)
    errors, warnings = counted["error"], counted["warning"]
    failed = bool(errors or (about["strict"] and warnings))
    kept.put("check", {"findings": found, "errors": errors, "warnings": warnings, "failed": failed})
    give(errors=errors, warnings=warnings)
    return 0


def _checked(*arguments: str) -> str:
    ran = run_command(*arguments)
    if ran.refused:
        raise Unchecked(ran.refused)
    return ran.out
