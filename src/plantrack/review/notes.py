"""What one step leaves for the next: files in a folder of the job's own."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any, NamedTuple


class Notes(NamedTuple):
    """The folder between the steps."""

    folder: Path

    def put(self, name: str, value: Any) -> None:
        """Leaves a value under a name."""
        text = json.dumps(value, ensure_ascii=False, indent=1)
        (self.folder / f"{name}.json").write_text(text, encoding="utf-8")

    def get(self, name: str, otherwise: Any = None) -> Any:
        """What was left under a name, or something else where nothing was."""
        path = self.folder / f"{name}.json"
        return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else otherwise


def notes() -> Notes:
    """The folder that the first step made."""
    return Notes(Path(os.environ["PLANTRACK_NOTES"]))


def new_notes() -> Notes:
    """A new folder for the steps of one use of the action."""
    from tempfile import mkdtemp

    return Notes(Path(mkdtemp(prefix="plantrack-", dir=os.environ.get("RUNNER_TEMP") or None)))
