"""A real git history of an invented plan: ``python tests/example_history.py FOLDER``, or ``make(folder)``.

The plan lies in ``FOLDER/plan``. What happens to it stands in ``tests/history``, to be read from top to bottom. Who, when
and in which order are fixed, so that every commit has the same name on every machine.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from posixpath import normpath

from history import year_2014, year_2015, year_2016
from history.steps import Change, Files, Step, step

START = Path(__file__).parent / "history" / "start"
WHO = "Kansliet <kansliet@lunda.example>"
STEPS: tuple[Step, ...] = (
    step("2014-01-13", "Förslag till handlingsplan, efter samrådet i december"),
    *year_2014.STEPS,
    *year_2015.STEPS,
    *year_2016.STEPS,
)
"""Every commit in the order that they are made. The first holds the files of ``history/start``."""


def make(folder: Path) -> None:
    """Makes the repository, with main checked out. A branch stays after it was merged."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet", "--template=", "--object-format=sha1", "--initial-branch=main")
    git(folder, "config", "core.autocrlf", "false")
    git(folder, "fast-import", "--quiet", given=b"".join(stream(STEPS)))
    git(folder, "reset", "--quiet", "--hard")


def stream(steps: tuple[Step, ...]) -> Iterator[bytes]:
    """The whole history as ``git fast-import`` reads it."""
    tips: dict[str, int] = {}
    standing: dict[str, Files] = {"main": {}}
    made: dict[str, list[Change]] = {}
    for number, each in enumerate(steps, 1):
        parent = tips.get(each.on) or tips.get("main")
        before = standing.get(each.on) or standing["main"]
        changes = [*made.get(each.merges or each.squashes, ()), *each.changes]
        after = after_all(before, changes) if parent else start()
        yield from commit(number, each, [parent, tips.get(each.merges)])
        yield from difference(before, after)
        if each.tag:
            yield f"tag {each.tag}\nfrom :{number}\ntagger {signed(each.day)}\n".encode() + data(each.about)
        tips[each.on] = number
        standing[each.on] = after
        made.setdefault(each.on, []).extend(changes)


def start() -> Files:
    """The files of the first commit."""
    return {file.relative_to(START).as_posix(): file.read_text(encoding="utf-8") for file in START.rglob("*.yaml")}


def after_all(before: Files, changes: list[Change]) -> Files:
    after = dict(before)
    for change in changes:
        change.make(after)
    return after


def commit(number: int, each: Step, parents: list[int | None]) -> Iterator[bytes]:
    signature = signed(each.day)
    yield f"commit refs/heads/{each.on}\nmark :{number}\nauthor {signature}\ncommitter {signature}\n".encode()
    yield data(each.about)
    for word, parent in zip(("from", "merge"), parents, strict=True):
        if parent:
            yield f"{word} :{parent}\n".encode()


def difference(before: Files, after: Files) -> Iterator[bytes]:
    """What a commit takes away and writes."""
    for file in sorted(before.keys() - after.keys()):
        yield f"D {path(file)}\n".encode()
    for file in sorted(after):
        if before.get(file) != after[file]:
            yield f"M 100644 inline {path(file)}\n".encode() + data(after[file])
    yield b"\n"


def path(file: str) -> str:
    """The path in the repository of a file in the plan."""
    return normpath(f"plan/{file}")


def signed(day: str) -> str:
    """Who, and noon of a day."""
    return f"{WHO} {datetime.fromisoformat(f'{day}T12:00:00+01:00').timestamp():.0f} +0100"


def data(text: str) -> bytes:
    found = text.encode()
    return b"data %d\n%s\n" % (len(found), found)


def git(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    """Runs git as on a machine where nobody has set anything."""
    around = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    around |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    done = subprocess.run(["git", *arguments], cwd=folder, env=around, input=given, capture_output=True, check=True)
    return done.stdout


if __name__ == "__main__":
    make(Path(sys.argv[1]))
