"""Runs the tool's own commands, each in a process of its own, as a person would type them."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import NamedTuple


class Ran(NamedTuple):
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str

    @property
    def refused(self) -> str:
        """Why it could not be done, without the tool's name; empty where it could."""
        return self.err.strip().removeprefix("plantrack: ") if self.code not in (0, 1) else ""


def run(*arguments: str) -> Ran:
    """Runs ``plantrack``. With ``-P`` no file of the repository can stand in for a module of Python's."""
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-P", "-m", "plantrack", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)
