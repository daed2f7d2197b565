"""A desk to work at: a plan in a real git repository, and commands typed as a person types them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from plantrack.cli import run
from plantrack.commands import options

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "tests" / "example"
SHOW_PIECE = ROOT / "examples" / "nordvik"
WHO = {
    "GIT_AUTHOR_NAME": "Kansliet",
    "GIT_AUTHOR_EMAIL": "kansliet@lunda.example",
    "GIT_COMMITTER_NAME": "Kansliet",
    "GIT_COMMITTER_EMAIL": "kansliet@lunda.example",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}


class Said:
    """What a command said, and how it ended."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    def __repr__(self) -> str:
        return f"[{self.code}]\n{self.out}\n{self.err}"


class Desk:
    """A folder with ``plan/`` in git. What is typed is typed there."""

    def __init__(
        self, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, plan: Path = EXAMPLE
    ) -> None:
        self.folder = folder
        self.plan = folder / "plan"
        self._capsys = capsys
        self._monkeypatch = monkeypatch
        shutil.copytree(plan, self.plan)
        for name, value in WHO.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setenv("PLANTRACK_LANG", "en")
        monkeypatch.chdir(folder)
        self.git("init", "-q", "-b", "main")
        self.commit("The plan")

    def type(self, *arguments: str, answers: tuple[str, ...] | None = None) -> Said:
        """Types a command; with ``answers`` at a terminal, where it may ask."""
        self._capsys.readouterr()
        with self._monkeypatch.context() as patch:
            patch.setattr(sys, "argv", ["plantrack", *arguments])
            if answers is not None:
                given = iter(answers)
                patch.setattr(options, "screen", lambda _no_color: (True, False, 80))
                patch.setattr("builtins.input", lambda question="": _next(given, question))
            code = run(list(arguments))
        captured = self._capsys.readouterr()
        return Said(code, captured.out, captured.err)

    def git(self, *arguments: str, day: str = "") -> str:
        """Runs git here; ``day`` is the day that a commit is of."""
        around = {**os.environ, **WHO}
        if day:
            around |= {"GIT_AUTHOR_DATE": f"{day}T12:00:00", "GIT_COMMITTER_DATE": f"{day}T12:00:00"}
        done = subprocess.run(
            ["git", *arguments], cwd=self.folder, env=around, capture_output=True, text=True, check=True
        )
        return done.stdout

    def commit(self, about: str, day: str = "") -> None:
        """All that has been changed becomes a commit."""
        self.git("add", "-A")
        self.git("commit", "-q", "-m", about, day=day)

    def submissions(self, round_id: str) -> list[Path]:
        """The files of the answers in a round."""
        return sorted((self.plan / "progress" / round_id).glob("*.yaml"))

    def changed(self) -> list[str]:
        """The files that git sees as new or changed."""
        lines = self.git("status", "--porcelain", "-uall").splitlines()
        return [line[3:] for line in lines]


def _next(given: object, question: str) -> str:
    print(question)
    try:
        return str(next(given))  # type: ignore[call-overload]
    except StopIteration:
        raise EOFError from None
