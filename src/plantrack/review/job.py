"""What GitHub tells a job by its environment, and the ways to answer it."""

from __future__ import annotations

import json
import os
import secrets
from pathlib import Path
from typing import Any, NamedTuple

YES = ("true", "yes", "ja", "1")
NO_COMMIT = "0" * 40
"""What GitHub says where there was no commit before."""


class Pull(NamedTuple):
    """A pull request. ``number`` is 0 where the job is about none."""

    repository: str = ""
    number: int = 0
    target: str = ""
    """The branch that it wants to change."""
    head: str = ""
    """The newest commit that is asked for."""
    author: str = ""
    fork: bool = False
    """Whether it comes from another repository, so that GitHub lets the job write nothing."""


class Job(NamedTuple):
    """What the job is about."""

    folder: Path
    """Where the repository has been checked out."""
    pull: Pull
    before: str
    """The commit that a push started from; empty where that is not what happened."""


def job() -> Job:
    """The job that this process is a step of."""
    event = _event()
    folder = Path(os.environ.get("GITHUB_WORKSPACE") or Path.cwd())
    before = str(event.get("before") or "")
    return Job(folder, _pull(event), "" if before == NO_COMMIT else before)


def _event() -> dict[str, Any]:
    """What started the job, as GitHub tells it; nothing outside GitHub."""
    path = os.environ.get("GITHUB_EVENT_PATH", "")
    try:
        told = json.loads(Path(path).read_text(encoding="utf-8")) if path else {}
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}


def _pull(event: dict[str, Any]) -> Pull:
    asked = event.get("pull_request")
    here = os.environ.get("GITHUB_REPOSITORY", "")
    if not asked:
        return Pull(here)
    head, target = asked["head"], asked["base"]
    theirs = (head.get("repo") or {}).get("full_name", "")  # a fork that has been deleted has none
    author = (asked.get("user") or {}).get("login", "")
    return Pull(here, asked["number"], target["ref"], head["sha"], author, fork=theirs != here)


def wish(name: str) -> str:
    """An input of the action, as its step passes it on."""
    return os.environ.get(f"INPUT_{name.upper().replace('-', '_')}", "").strip()


def is_yes(text: str) -> bool:
    """Whether an input says yes."""
    return text.casefold() in YES


def give(**outputs: object) -> None:
    """Outputs of the step. No value can begin another output: each is closed by a word that nobody knows."""
    path = os.environ.get("GITHUB_OUTPUT", "")
    if path:
        end = secrets.token_hex(8)
        with Path(path).open("a", encoding="utf-8", newline="\n") as file:
            file.writelines(f"{name.replace('_', '-')}<<{end}\n{value}\n{end}\n" for name, value in outputs.items())


def tell(markdown: str) -> None:
    """Adds to the job's summary, or prints outside GitHub."""
    path = os.environ.get("GITHUB_STEP_SUMMARY", "")
    if path:
        with Path(path).open("a", encoding="utf-8", newline="\n") as file:
            file.write(markdown)
    else:
        print(markdown, end="")


def page_of_run() -> str:
    """The address of this run of the workflow, where the report lies; empty outside GitHub."""
    parts = [os.environ.get(f"GITHUB_{name}", "") for name in ("SERVER_URL", "REPOSITORY", "RUN_ID")]
    return f"{parts[0]}/{parts[1]}/actions/runs/{parts[2]}" if all(parts) else ""


def in_one_line(text: str) -> str:
    """A text inside a command to GitHub, which it can neither end nor follow with another."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
